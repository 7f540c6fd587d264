#include "publish/sound/mp3_info.h"

enum { FRAME = LAYER3_FRAME, DELAY = LAYER3_DELAY };

int64_t mp3_frames(int64_t samples)
{
    int64_t used = samples + DELAY;
    int64_t padding = FRAME - used % FRAME;
    if (padding < DELAY) // so that a decoder's own delay does not cut the end
        padding += FRAME;
    return (used + padding) / FRAME;
}

// --- CRC-16 (polynomial 0x8005, bits reflected, from 0), as the LAME tag has it ---

void make_mp3_crc(Mp3Crc *table)
{
    for (unsigned byte = 0; byte < 256; byte++) {
        unsigned crc = byte;
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xA001 : 0);
        table->of[0][byte] = (uint16_t)crc;
    }
    for (int zeros = 1; zeros < 8; zeros++)
        for (int byte = 0; byte < 256; byte++) {
            unsigned crc = table->of[zeros - 1][byte];
            table->of[zeros][byte] = (uint16_t)(crc >> 8 ^ table->of[0][crc & 255]);
        }
}

uint16_t mp3_crc(const Mp3Crc *table, const unsigned char *p, size_t len)
{
    unsigned crc = 0;
    for (; len >= 8; len -= 8, p += 8) {
        unsigned next = table->of[7][p[0] ^ (crc & 255)] ^ table->of[6][p[1] ^ crc >> 8];
        for (int i = 2; i < 8; i++)
            next ^= table->of[7 - i][p[i]];
        crc = next;
    }
    for (; len; len--)
        crc = crc >> 8 ^ table->of[0][(crc ^ *p++) & 255];
    return (uint16_t)crc;
}

// Product of two polynomials modulo the CRC's; bit 15 is the coefficient of 1.
static uint16_t crc_product(uint16_t a, uint16_t b)
{
    uint16_t product = 0;
    for (int bit = 15; bit >= 0; bit--) {
        if (a >> bit & 1)
            product ^= b;
        b = (uint16_t)(b >> 1 ^ (b & 1 ? 0xA001 : 0));
    }
    return product;
}

uint16_t mp3_crc_join(uint16_t first, uint16_t second, int64_t len)
{
    uint16_t power = 0x0080; // x^8: one byte
    for (; len; len >>= 1) {
        if (len & 1)
            first = crc_product(first, power);
        power = crc_product(power, power);
    }
    return first ^ second;
}

// --- The frame in front, which says how long the sound is ---
// Layout: Xing header (frames, bytes, contents, quality), then the LAME tag
// (gabriel.mp3-tech.org/mp3infotag.html, revision 1).

typedef struct {
    unsigned char *bytes;
    size_t len;
} Bytes;

static void put_number(Bytes *b, int bytes, uint64_t value)
{
    while (bytes-- > 0)
        b->bytes[b->len++] = (unsigned char)(value >> 8 * bytes);
}

// The first `len` characters of text, NUL where it is shorter.
static void put_text(Bytes *b, size_t len, const char *text)
{
    for (size_t i = 0; i < len; i++)
        b->bytes[b->len++] = (unsigned char)(*text ? *text++ : 0);
}

// Where in the sound each hundredth of the time begins, in 256ths of the bytes.
static void put_contents(Bytes *b, const Mp3Info *info, size_t info_size)
{
    int64_t total = (int64_t)info_size + (int64_t)info->bytes;
    for (int i = 0; i < 100; i++) {
        int64_t at = (int64_t)info_size + layer3_size(&info->format, info->frame_count * i / 100);
        put_number(b, 1, (uint64_t)(at * 256 / total));
    }
}

static void put_lame_tag(Bytes *b, const Mp3Info *info, const Mp3Crc *crc, size_t info_size)
{
    int64_t padding = info->frame_count * FRAME - DELAY - info->sample_count;
    put_text(b, 9, "LAME lect"); // players take the delay only from a tag that begins with LAME
    put_number(b, 1, 1);         // revision 0, constant bit rate
    put_number(b, 1, 0);         // low-pass: none
    put_number(b, 8, 0);         // peak and two replay gains: not stated
    put_number(b, 1, 0);         // encoding flags and type of threshold: not stated
    put_number(b, 1, (uint64_t)info->format.kbps);
    put_number(b, 3, (uint64_t)(DELAY << 12 | padding));
    put_number(
        b, 1, info->format.channel_count == 1 ? 0x40 : 0x4C); // from 44.1 kHz; mono or joint stereo
    put_number(b, 1, 0);                                      // gain not changed afterwards
    put_number(b, 2, 0);                                      // no preset
    put_number(b, 4, info_size + info->bytes);
    put_number(b, 2, info->music_crc);
    put_number(b, 2, mp3_crc(crc, b->bytes, b->len));
}

size_t mp3_info_size(const Layer3Format *format)
{
    return (size_t)layer3_size(format, 1);
}

void put_mp3_info(const Mp3Info *info, const Mp3Crc *crc, unsigned char *out)
{
    size_t size = mp3_info_size(&info->format);
    put_layer3_header(&info->format, 0, out);
    Bytes b = {.bytes = out, .len = 4 + (size_t)layer3_side_size(&info->format)}; // silence
    put_text(&b, 4, "Info"); // "Xing" would mean a varying rate
    put_number(&b, 4, 0x0F); // all four of what follows
    put_number(&b, 4, (uint64_t)info->frame_count);
    put_number(&b, 4, size + info->bytes);
    put_contents(&b, info, size);
    put_number(&b, 4, 0); // quality: not stated
    put_lame_tag(&b, info, crc, size);
}
