#include "base/soundfile.h"

#include <sndfile.h>
#include <stdlib.h>
#include <string.h>

#include "base/m4b.h"
#include "base/vector.h"

static bool open_audiobook(const char *path, SoundFile *out, Error *err)
{
    M4bSound sound;
    *out = (SoundFile){0};
    if (!open_m4b(path, &out->m4b, &sound, err))
        return false;
    out->rate_hz = sound.rate_hz;
    out->channel_count = sound.channel_count;
    out->frame_count = sound.frame_count;
    return true;
}

bool open_sound(const char *path, SoundFile *out, Error *err)
{
    if (str_ends(str_from(path), STR(".m4b")))
        return open_audiobook(path, out, err);
    SF_INFO info = {0};
    SNDFILE *file = sf_open(path, SFM_READ, &info);
    if (!file)
        return fail(err, ERR_OUTPUT, (Span){0}, "cannot read %.80s: %.60s", path,
                    sf_strerror(NULL));
    *out = (SoundFile){file, info.samplerate, info.channels, info.frames, NULL, NULL};
    return true;
}

// --- A file in memory ---

struct OpenBytes {
    Str bytes;
    sf_count_t at;
};

static sf_count_t bytes_len(void *user)
{
    const struct OpenBytes *open = user;
    return (sf_count_t)open->bytes.len;
}

static sf_count_t bytes_seek(sf_count_t offset, int whence, void *user)
{
    struct OpenBytes *open = user;
    sf_count_t len = (sf_count_t)open->bytes.len;
    sf_count_t at = whence == SEEK_SET   ? offset
                    : whence == SEEK_CUR ? open->at + offset
                                         : len + offset;
    open->at = at < 0 ? 0 : at > len ? len : at;
    return open->at;
}

static sf_count_t bytes_read(void *out, sf_count_t count, void *user)
{
    struct OpenBytes *open = user;
    sf_count_t left = (sf_count_t)open->bytes.len - open->at;
    sf_count_t n = count < left ? count : left;
    memcpy(out, open->bytes.data + open->at, (size_t)n);
    open->at += n;
    return n;
}

static sf_count_t bytes_write(const void *from, sf_count_t count, void *user)
{
    (void)from;
    (void)count;
    (void)user;
    return 0;
}

static sf_count_t bytes_tell(void *user)
{
    const struct OpenBytes *open = user;
    return open->at;
}

bool open_sound_bytes(Str bytes, SoundFile *out, Error *err)
{
    SF_VIRTUAL_IO io = {bytes_len, bytes_seek, bytes_read, bytes_write, bytes_tell};
    SF_INFO info = {0};
    struct OpenBytes *open = calloc(1, sizeof *open);
    if (!open)
        return fail(err, ERR_OUTPUT, (Span){0}, "no memory to read sound");
    open->bytes = bytes;
    SNDFILE *file = sf_open_virtual(&io, SFM_READ, &info, open);
    if (!file) {
        free(open);
        return fail(err, ERR_OUTPUT, (Span){0}, "cannot read sound: %.60s", sf_strerror(NULL));
    }
    *out = (SoundFile){file, info.samplerate, info.channels, info.frames, open, NULL};
    return true;
}

// --- Any file ---

bool seek_sound(const SoundFile *file, int64_t frame)
{
    if (file->m4b)
        return seek_m4b(file->m4b, frame);
    return sf_seek(file->handle, frame, SEEK_SET) == frame;
}

int64_t read_sound(const SoundFile *file, float *out, int64_t count)
{
    if (file->m4b)
        return read_m4b(file->m4b, out, count);
    return sf_readf_float(file->handle, out, count);
}

void close_sound(SoundFile *file)
{
    if (file->handle)
        sf_close(file->handle);
    close_m4b(file->m4b);
    free(file->bytes);
    file->handle = NULL;
    file->bytes = NULL;
    file->m4b = NULL;
}

// Added and taken away again, it leaves a float without its fraction, rounded to even.
static const float ROUNDER = 12582912; // 1.5 * 2^23

WIDE_VECTORS void round_samples(const float *sound, int64_t count, int16_t *out)
{
    for (int64_t i = 0; i < count; i++) {
        float level = sound[i] * 32768.0f;
        level = level > 32767 ? 32767 : level < -32768 ? -32768 : level;
        out[i] = (int16_t)(int)((level + ROUNDER) - ROUNDER);
    }
}

static void put_samples(const int16_t *samples, int64_t count, int channel_count,
                        unsigned char *out)
{
    for (int64_t i = 0; i < count; i++)
        for (int c = 0; c < channel_count; c++) {
            uint16_t bits = (uint16_t)samples[i];
            *out++ = (unsigned char)bits;
            *out++ = (unsigned char)(bits >> 8);
        }
}

Str pcm_bytes(const int16_t *samples, int64_t count, int channel_count, Arena *arena)
{
    static const uint16_t ONE = 1;
    bool little_endian = *(const unsigned char *)&ONE == 1;
    size_t len = (size_t)count * (size_t)channel_count * sizeof *samples;
    if (channel_count == 1 && little_endian)
        return (Str){(const char *)samples, len};
    unsigned char *bytes = ALLOC(arena, unsigned char, len);
    put_samples(samples, count, channel_count, bytes);
    return (Str){(const char *)bytes, len};
}
