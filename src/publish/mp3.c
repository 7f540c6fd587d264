// MP3 by several processes at once, a passage at a time: frames do not refer to each other
// (layer3.h), so those that were encoded apart stand side by side, and their places
// are known before it starts.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/parallel.h"
#include "publish/encode.h"
#include "publish/layer3.h"
#include "publish/parts.h"

enum {
    KBPS = 96, // unless asked otherwise
    FRAME = LAYER3_FRAME,
    DELAY = LAYER3_DELAY,
};

// The frames of a passage; the last has those behind the end too.
typedef struct {
    int64_t beg, end;
    uint16_t crc; // of their bytes
} Stretch;

typedef struct CrcTable CrcTable;

typedef struct {
    const Encoding *encoding;
    Layer3Format format;
    const Bank *bank;
    const CrcTable *crc_table;
    int64_t frame_count;
    uint32_t part_count;
    Stretch *stretches; // of the parts, shared with the workers
    size_t base;        // bytes of the file before the first frame of sound
    int fd;
    Arena scratch;
} Mp3;

// --- Sizes ---

static int64_t count_frames(int64_t samples)
{
    int64_t used = samples + DELAY;
    int64_t padding = FRAME - used % FRAME;
    if (padding < DELAY) // so that a decoder's own delay does not cut the end
        padding += FRAME;
    return (used + padding) / FRAME;
}

static int64_t frames_size(const Mp3 *mp3, int64_t count)
{
    return layer3_size(&mp3->format, count);
}

static void cut_parts(Mp3 *mp3)
{
    const Timeline *timeline = mp3->encoding->timeline;
    for (uint32_t i = 0; i < mp3->part_count; i++) {
        const Passage *passage = &timeline->passages.items[i];
        mp3->stretches[i].beg = passage->start_frame / FRAME;
        mp3->stretches[i].end = passage->end_frame / FRAME;
    }
    mp3->stretches[mp3->part_count - 1].end = mp3->frame_count;
}

// --- CRC-16 (polynomial 0x8005, bits reflected, from 0), as the LAME tag has it ---

// Of a byte with 0 to 7 bytes of 0 behind it: eight bytes are taken at once.
struct CrcTable {
    uint16_t of[8][256];
};

static void make_crc_table(CrcTable *table)
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

static uint16_t crc_bytes(const CrcTable *table, const unsigned char *p, size_t len)
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

// The CRC of bytes with the CRC `first` followed by `len` bytes with the CRC `second`.
static uint16_t crc_join(uint16_t first, uint16_t second, int64_t len)
{
    uint16_t power = 0x0080; // x^8: one byte
    for (; len; len >>= 1) {
        if (len & 1)
            first = crc_product(first, power);
        power = crc_product(power, power);
    }
    return first ^ second;
}

// --- Parts ---

static uint32_t count_part(const Stretch *part)
{
    return (uint32_t)(part->end - part->beg);
}

static bool encode_part(const Mp3 *mp3, uint32_t index, Arena *arena, Str *frames, Error *err)
{
    const Stretch *part = &mp3->stretches[index];
    const Passage *passage = &mp3->encoding->timeline->passages.items[index];
    int64_t count = part->end - part->beg;
    int64_t after = (part->end + 1) * FRAME - passage->end_frame;
    size_t len = (size_t)(count * layer3_size(&mp3->format, 1));
    unsigned char *out = ALLOC(arena, unsigned char, len);
    Arena scratch = *arena;
    size_t length = (size_t)(LAYER3_BEFORE + (count + 1) * FRAME);
    float *sound = ROOM(&scratch, float, LAYER3_LATE + length) + LAYER3_LATE;
    memset(sound - LAYER3_LATE, 0, LAYER3_LATE * sizeof *sound);
    if (!render_passage(mp3->encoding->timeline, index, LAYER3_BEFORE, after, scratch, sound, err))
        return false;
    encode_layer3(&mp3->format, mp3->bank, count, sound, scratch, out);
    *frames = (Str){(char *)out, len};
    return true;
}

static bool make_part(const void *context, uint32_t index, Arena *arena, const HeardPart *heard,
                      Str *bytes, Error *err)
{
    return encode_part(context, index, arena, bytes, err) &&
           hear_mp3(*bytes, heard->step_count, *arena, heard->energy, heard->peak, err);
}

static bool write_part(const Mp3 *mp3, uint32_t index, const unsigned char *frames, Arena scratch,
                       Error *err)
{
    Stretch *part = &mp3->stretches[index];
    int64_t beg = frames_size(mp3, part->beg);
    size_t len = (size_t)(frames_size(mp3, part->end) - beg);
    unsigned char *out = ALLOC(&scratch, unsigned char, len);
    place_layer3(&mp3->format, frames, part->beg, part->end - part->beg, out);
    part->crc = crc_bytes(mp3->crc_table, out, len);
    return write_at(mp3->encoding, mp3->fd, out, len, (int64_t)mp3->base + beg, err);
}

static bool do_part(void *context, uint32_t job, Error *err)
{
    const Mp3 *mp3 = context;
    uint32_t index = mp3->encoding->timeline->longest_first[job];
    Arena scratch = mp3->scratch;
    Parts parts = {.encoding = mp3->encoding, .kind = "mp3", .make = make_part, .context = mp3};
    parts.format =
        str_format(&scratch, "mp3 2: %d channels, %d kbit/s, %u frames", mp3->format.channel_count,
                   mp3->format.kbps, count_part(&mp3->stretches[index]));
    parts.once = true;
    Part part;
    if (!have_part(&parts, index, &scratch, &part, err))
        return false;
    bool ok = write_part(mp3, index, (const unsigned char *)part.bytes.data, scratch, err);
    release_blob(&part.blob);
    return ok;
}

static void tell_parts(void *context, uint32_t done, uint32_t total)
{
    const Mp3 *mp3 = context;
    tell_share(mp3->encoding, done, total);
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
static void put_contents(Bytes *b, const Mp3 *mp3, size_t info_size)
{
    int64_t total = (int64_t)info_size + frames_size(mp3, mp3->frame_count);
    for (int i = 0; i < 100; i++) {
        int64_t at = (int64_t)info_size + frames_size(mp3, mp3->frame_count * i / 100);
        put_number(b, 1, (uint64_t)(at * 256 / total));
    }
}

static void put_lame_tag(Bytes *b, const Mp3 *mp3, size_t info_size)
{
    const Timeline *timeline = mp3->encoding->timeline;
    bool mono = timeline->channel_count == 1;
    int64_t padding = mp3->frame_count * FRAME - DELAY - timeline->frame_count;
    uint16_t music_crc = 0;
    for (uint32_t i = 0; i < mp3->part_count; i++) {
        const Stretch *part = &mp3->stretches[i];
        int64_t len = frames_size(mp3, part->end) - frames_size(mp3, part->beg);
        music_crc = crc_join(music_crc, part->crc, len);
    }
    put_text(b, 9, "LAME lect"); // players take the delay only from a tag that begins with LAME
    put_number(b, 1, 1);         // revision 0, constant bit rate
    put_number(b, 1, 0);         // low-pass: none
    put_number(b, 8, 0);         // peak and two replay gains: not stated
    put_number(b, 1, 0);         // encoding flags and type of threshold: not stated
    put_number(b, 1, (uint64_t)mp3->format.kbps);
    put_number(b, 3, (uint64_t)(DELAY << 12 | padding));
    put_number(b, 1, mono ? 0x40 : 0x4C); // from 44.1 kHz; mono or joint stereo
    put_number(b, 1, 0);                  // gain not changed afterwards
    put_number(b, 2, 0);                  // no preset
    put_number(b, 4, info_size + (uint64_t)frames_size(mp3, mp3->frame_count));
    put_number(b, 2, music_crc);
    put_number(b, 2, crc_bytes(mp3->crc_table, b->bytes, b->len));
}

static size_t info_frame_size(const Mp3 *mp3)
{
    return (size_t)frames_size(mp3, 1);
}

static void make_info_frame(const Mp3 *mp3, unsigned char *out)
{
    size_t size = info_frame_size(mp3);
    put_layer3_header(&mp3->format, 0, out);
    Bytes b = {.bytes = out, .len = 4 + (size_t)layer3_side_size(&mp3->format)}; // silence
    put_text(&b, 4, "Info"); // "Xing" would mean a varying rate
    put_number(&b, 4, 0x0F); // all four of what follows
    put_number(&b, 4, (uint64_t)mp3->frame_count);
    put_number(&b, 4, size + (uint64_t)frames_size(mp3, mp3->frame_count));
    put_contents(&b, mp3, size);
    put_number(&b, 4, 0); // quality: not stated
    put_lame_tag(&b, mp3, size);
}

static bool write_front(const Mp3 *mp3, Error *err)
{
    unsigned char frame[LAYER3_FRAME_BYTES_MAX] = {0};
    make_info_frame(mp3, frame);
    Str tag = mp3->encoding->job->id3_tag;
    return write_at(mp3->encoding, mp3->fd, tag.data, tag.len, 0, err) &&
           write_at(mp3->encoding, mp3->fd, frame, info_frame_size(mp3), (int64_t)tag.len, err);
}

// --- The file ---

static bool fill_file(Mp3 *mp3, Error *err)
{
    const char *path = mp3->encoding->path;
    mp3->fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (mp3->fd < 0)
        return encoding_failed(mp3->encoding, strerror(errno), err);
    bool ok = run_parallel(mp3->part_count, mp3->encoding->worker_count, do_part, mp3, tell_parts,
                           mp3, err) &&
              write_front(mp3, err);
    if (close(mp3->fd) != 0 && ok)
        ok = encoding_failed(mp3->encoding, strerror(errno), err);
    return ok;
}

static bool write_mp3(const Encoding *encoding, Arena scratch, Error *err)
{
    Mp3 mp3 = {
        .encoding = encoding,
        .format = {encoding->timeline->channel_count,
                   encoding->job->mp3_kbps ? encoding->job->mp3_kbps : KBPS},
        .frame_count = count_frames(encoding->timeline->frame_count),
    };
    mp3.bank = make_bank(&scratch);
    CrcTable crc_table;
    make_crc_table(&crc_table);
    mp3.crc_table = &crc_table;
    mp3.scratch = scratch;
    mp3.part_count = encoding->timeline->passages.count;
    mp3.base = encoding->job->id3_tag.len + info_frame_size(&mp3);
    size_t size = sizeof(Stretch) * mp3.part_count;
    mp3.stretches = map_shared(size);
    if (!mp3.stretches)
        return encoding_failed(encoding, "no shared memory", err);
    cut_parts(&mp3);
    bool ok = fill_file(&mp3, err);
    unmap_shared(mp3.stretches, size);
    return ok;
}

const Encoder MP3_ENCODER = {{"mp3", "audio/mpeg"}, .write = write_mp3};
