// MP3 by LAME, encoded in parts by several processes at once.
//
// Without the bit reservoir no frame refers to another, so frames that were
// encoded apart can stand side by side. An encoder that is given the 49 frames
// before a part has settled into the state of a serial encoder when the part
// begins. And 49 frames of 96 kbit/s at 44.1 kHz are 15,360 bytes, the smallest
// whole number: parts that begin at multiples of 49 have the bytes of a serial
// encoding, at places that are known before it starts.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <lame/lame.h>
#include <unistd.h>

#include "base/parallel.h"
#include "publish/encode.h"

enum {
    KBPS = 96,
    // LAME's quality. On three minutes of speech, signal to noise and time: 2: 30.5 dB,
    // 1613 ms; 3: 30.7, 1074; 5: 31.1, 1051; 7: 38.1, 627. Noise under what the ear lets
    // through (spread energy of its bands less 12 dB): 15.1 dB for 5, 18.5 for 7.
    QUALITY = 7,
    FRAME = 1152,    // samples
    CYCLE = 49,      // frames after which the padding repeats
    WARM_UP = CYCLE, // frames encoded and thrown away
    // Frames that the encoder holds back: it looks 1,376 samples ahead.
    LOOKAHEAD = 2,
    PARTS = 8, // at least, where there is sound enough
    PART_CYCLES_MIN = 4,
    PART_CYCLES_MAX = 40, // 51 s: bounds the memory of a worker
    DELAY = 576,          // samples of silence that LAME puts before the sound
    FRAME_BYTES_MAX = 1441,
};

// LAME turns the sound down to this where a rate is said to be constant and 96.
static const float LAME_SCALE = 0.95F;

typedef struct {
    int64_t beg, end; // frames
    uint16_t crc;     // of its bytes
} Part;

typedef struct {
    const Encoding *encoding;
    int64_t frame_count;
    uint32_t part_count;
    Part *parts; // shared with the workers
    size_t base; // bytes of the file before the first frame of sound
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

// Bytes of the first n frames. LAME pads a frame when the fraction of a byte that
// it owes runs over, and begins as if one fraction had been paid.
static int64_t frames_size(int64_t n)
{
    const int64_t per_frame = FRAME / 8 * KBPS * 1000; // bytes times the rate
    const int64_t fraction = per_frame % MASTER_RATE_HZ;
    int64_t owed = n > 0 ? (n - 1) * fraction : 0;
    return n * (per_frame / MASTER_RATE_HZ) + (owed + MASTER_RATE_HZ - 1) / MASTER_RATE_HZ;
}

// Cuts the frames into parts of about one length. It depends on the length of
// the sound alone, never on the number of workers.
static uint32_t count_parts(int64_t frame_count)
{
    int64_t cycles = (frame_count + CYCLE - 1) / CYCLE;
    int64_t most = cycles / PART_CYCLES_MIN;
    int64_t least = (cycles + PART_CYCLES_MAX - 1) / PART_CYCLES_MAX;
    int64_t n = most < PARTS ? most : PARTS;
    return (uint32_t)(n < least ? least : n < 1 ? 1 : n);
}

static void cut_parts(Mp3 *mp3)
{
    int64_t cycles = (mp3->frame_count + CYCLE - 1) / CYCLE;
    for (uint32_t i = 0; i < mp3->part_count; i++) {
        Part *part = &mp3->parts[i];
        part->beg = cycles * i / mp3->part_count * CYCLE;
        part->end = cycles * (i + 1) / mp3->part_count * CYCLE;
        if (part->end > mp3->frame_count)
            part->end = mp3->frame_count;
    }
}

// --- CRC-16 (polynomial 0x8005, bits reflected, from 0), as the LAME tag has it ---

// Of the sixteen values of half a byte.
static const uint16_t CRC_OF_HALF[16] = {
    0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
    0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400,
};

static uint16_t crc_bytes(uint16_t crc, const unsigned char *bytes, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        crc ^= bytes[i];
        crc = (uint16_t)(crc >> 4 ^ CRC_OF_HALF[crc & 15]);
        crc = (uint16_t)(crc >> 4 ^ CRC_OF_HALF[crc & 15]);
    }
    return crc;
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

static bool write_at(const Mp3 *mp3, const void *bytes, size_t len, int64_t at, Error *err)
{
    const char *p = bytes;
    while (len) {
        ssize_t n = pwrite(mp3->fd, p, len, at);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return encoding_failed(mp3->encoding, strerror(errno), err);
        p += n;
        at += n;
        len -= (size_t)n;
    }
    return true;
}

static void say_nothing(const char *format, va_list args)
{
    (void)format;
    (void)args;
}

static lame_t open_lame(int channel_count)
{
    lame_t lame = lame_init();
    if (!lame)
        return NULL;
    lame_set_errorf(lame, say_nothing);
    lame_set_in_samplerate(lame, MASTER_RATE_HZ);
    lame_set_out_samplerate(lame, MASTER_RATE_HZ); // or it takes 32 kHz for two channels
    lame_set_num_channels(lame, channel_count);
    lame_set_mode(lame, channel_count == 1 ? MONO : JOINT_STEREO);
    lame_set_brate(lame, KBPS);
    lame_set_scale(lame, 1 / LAME_SCALE);
    lame_set_quality(lame, QUALITY);
    lame_set_disable_reservoir(lame, 1);
    lame_set_bWriteVbrTag(lame, 0);
    lame_set_write_id3tag_automatic(lame, 0);
    if (lame_init_params(lame) == 0)
        return lame;
    lame_close(lame);
    return NULL;
}

// Feeds all of the sound, a cycle at a time, for LAME keeps a copy of what it is
// given at once. Gives the number of bytes that came out, or less than 0.
static int encode_sound(lame_t lame, const float *sound, int64_t count, unsigned char *out,
                        int capacity)
{
    int len = 0;
    for (int64_t at = 0; at < count; at += CYCLE * FRAME) {
        int n = (int)(count - at < CYCLE * FRAME ? count - at : CYCLE * FRAME);
        int more = lame_encode_buffer_ieee_float(lame, sound + at, sound + at, n, out + len,
                                                 capacity - len);
        if (more < 0)
            return more;
        len += more;
    }
    return len;
}

// Encodes from `beg` less warm-up on. The bytes of the part begin at *skip of out.
static bool encode_part(const Mp3 *mp3, const Part *part, unsigned char *out, int capacity,
                        int64_t *skip, Arena scratch, Error *err)
{
    int64_t from = part->beg > WARM_UP ? part->beg - WARM_UP : 0;
    int64_t count = (part->end - from + LOOKAHEAD) * FRAME;
    float *sound = ALLOC(&scratch, float, (size_t)count);
    if (!render_timeline(mp3->encoding->timeline, from * FRAME, count, scratch, sound, err))
        return false;
    lame_t lame = open_lame(mp3->encoding->timeline->channel_count);
    if (!lame)
        return encoding_failed(mp3->encoding, "LAME refuses the format", err);
    int len = encode_sound(lame, sound, count, out, capacity);
    lame_close(lame);
    // From a multiple of the cycle on, frames have the sizes that they have from 0 on.
    *skip = frames_size(part->beg - from);
    if (len < frames_size(part->end - from))
        return encoding_failed(mp3->encoding, "LAME gave too few frames", err);
    return true;
}

static bool do_part(void *context, uint32_t index, Error *err)
{
    const Mp3 *mp3 = context;
    Arena scratch = mp3->scratch;
    Part *part = &mp3->parts[index];
    int capacity = (int)(part->end - part->beg + WARM_UP + LOOKAHEAD) * FRAME_BYTES_MAX;
    unsigned char *out = ALLOC(&scratch, unsigned char, (size_t)capacity);
    int64_t skip = 0;
    if (!encode_part(mp3, part, out, capacity, &skip, scratch, err))
        return false;
    int64_t beg = frames_size(part->beg);
    size_t len = (size_t)(frames_size(part->end) - beg);
    part->crc = crc_bytes(0, out + skip, len);
    return write_at(mp3, out + skip, len, (int64_t)mp3->base + beg, err);
}

static void tell_parts(void *context, uint32_t done, uint32_t total)
{
    const Mp3 *mp3 = context;
    const Encoding *encoding = mp3->encoding;
    if (encoding->progress)
        encoding->progress(encoding->context, encoding->timeline->frame_count * done / total);
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
    int64_t total = (int64_t)info_size + frames_size(mp3->frame_count);
    for (int i = 0; i < 100; i++) {
        int64_t at = (int64_t)info_size + frames_size(mp3->frame_count * i / 100);
        put_number(b, 1, (uint64_t)(at * 256 / total));
    }
}

static void put_lame_tag(Bytes *b, const Mp3 *mp3, size_t info_size, int lowpass_hz)
{
    const Timeline *timeline = mp3->encoding->timeline;
    bool mono = timeline->channel_count == 1;
    int64_t padding = mp3->frame_count * FRAME - DELAY - timeline->frame_count;
    uint16_t music_crc = 0;
    for (uint32_t i = 0; i < mp3->part_count; i++) {
        const Part *part = &mp3->parts[i];
        int64_t len = frames_size(part->end) - frames_size(part->beg);
        music_crc = crc_join(music_crc, part->crc, len);
    }
    put_text(b, 4, "LAME");
    put_text(b, 5, get_lame_short_version());
    put_number(b, 1, 1); // revision 0, constant bit rate
    put_number(b, 1, (uint64_t)(lowpass_hz + 50) / 100);
    put_number(b, 8, 0); // peak and two replay gains: not stated
    put_number(b, 1, 0); // encoding flags and type of threshold: not stated
    put_number(b, 1, KBPS);
    put_number(b, 3, (uint64_t)(DELAY << 12 | padding));
    put_number(b, 1, mono ? 0x40 : 0x4C); // from 44.1 kHz; mono or joint stereo
    put_number(b, 1, 0);                  // gain not changed afterwards
    put_number(b, 2, 0);                  // no preset
    put_number(b, 4, info_size + (uint64_t)frames_size(mp3->frame_count));
    put_number(b, 2, music_crc);
    put_number(b, 2, crc_bytes(0, b->bytes, b->len));
}

static size_t info_frame_size(void)
{
    return (size_t)frames_size(1);
}

static void make_info_frame(const Mp3 *mp3, int lowpass_hz, unsigned char *out)
{
    bool mono = mp3->encoding->timeline->channel_count == 1;
    size_t size = info_frame_size();
    Bytes b = {.bytes = out};
    put_number(&b, 2, 0xFFFB);             // MPEG 1, layer III, no CRC
    put_number(&b, 1, 0x70);               // 96 kbit/s, 44.1 kHz, not padded
    put_number(&b, 1, mono ? 0xC4 : 0x44); // mono or joint stereo; an original
    b.len += mono ? 17 : 32;               // side information: silence
    put_text(&b, 4, "Info");               // "Xing" would mean a varying rate
    put_number(&b, 4, 0x0F);               // all four of what follows
    put_number(&b, 4, (uint64_t)mp3->frame_count);
    put_number(&b, 4, size + (uint64_t)frames_size(mp3->frame_count));
    put_contents(&b, mp3, size);
    put_number(&b, 4, 100 - 10 * 4 - QUALITY); // as LAME counts it at a constant rate
    put_lame_tag(&b, mp3, size, lowpass_hz);
}

static bool write_front(const Mp3 *mp3, Error *err)
{
    lame_t lame = open_lame(mp3->encoding->timeline->channel_count);
    if (!lame)
        return encoding_failed(mp3->encoding, "LAME refuses the format", err);
    unsigned char frame[FRAME_BYTES_MAX] = {0};
    make_info_frame(mp3, lame_get_lowpassfreq(lame), frame);
    lame_close(lame);
    Str tag = mp3->encoding->job->id3_tag;
    return write_at(mp3, tag.data, tag.len, 0, err) &&
           write_at(mp3, frame, info_frame_size(), (int64_t)tag.len, err);
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
        .frame_count = count_frames(encoding->timeline->frame_count),
        .scratch = scratch,
    };
    mp3.part_count = count_parts(mp3.frame_count);
    mp3.base = encoding->job->id3_tag.len + info_frame_size();
    size_t size = sizeof(Part) * mp3.part_count;
    mp3.parts = map_shared(size);
    if (!mp3.parts)
        return encoding_failed(encoding, "no shared memory", err);
    cut_parts(&mp3);
    bool ok = fill_file(&mp3, err);
    unmap_shared(mp3.parts, size);
    return ok;
}

const Encoder MP3_ENCODER = {{"mp3", "audio/mpeg"}, true, write_mp3};
