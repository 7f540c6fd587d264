#include "base/soundfile.h"

#include <math.h>
#include <sndfile.h>
#include <stdlib.h>
#include <string.h>

bool open_sound(const char *path, SoundFile *out, Error *err)
{
    SF_INFO info = {0};
    SNDFILE *file = sf_open(path, SFM_READ, &info);
    if (!file)
        return fail(err, ERR_OUTPUT, (Span){0}, "cannot read %.80s: %.60s", path,
                    sf_strerror(NULL));
    *out = (SoundFile){file, info.samplerate, info.channels, info.frames, NULL};
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
    *out = (SoundFile){file, info.samplerate, info.channels, info.frames, open};
    return true;
}

// --- Any file ---

bool seek_sound(const SoundFile *file, int64_t frame)
{
    return sf_seek(file->handle, frame, SEEK_SET) == frame;
}

int64_t read_sound(const SoundFile *file, float *out, int64_t count)
{
    return sf_readf_float(file->handle, out, count);
}

bool close_sound(SoundFile *file)
{
    bool ok = !file->handle || sf_close(file->handle) == 0;
    free(file->bytes);
    file->handle = NULL;
    file->bytes = NULL;
    return ok;
}

const char *sound_error(const SoundFile *file)
{
    return sf_strerror(file->handle);
}

static void set_texts(SNDFILE *file, const SoundTexts *texts, Arena scratch)
{
    const struct {
        int kind;
        Str text;
    } rows[] = {
        {SF_STR_TITLE, texts->title},         {SF_STR_ARTIST, texts->artist},
        {SF_STR_ALBUM, texts->album},         {SF_STR_DATE, texts->date},
        {SF_STR_COPYRIGHT, texts->copyright}, {SF_STR_GENRE, texts->genre},
        {SF_STR_COMMENT, texts->comment},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        if (rows[i].text.len > 0)
            sf_set_string(file, rows[i].kind, str_c(rows[i].text, &scratch));
    }
}

bool create_flac(const char *path, const SoundTexts *texts, SoundFile *out, Arena scratch)
{
    SF_INFO info = {.samplerate = out->rate_hz,
                    .channels = out->channel_count,
                    .format = SF_FORMAT_FLAC | SF_FORMAT_PCM_16};
    out->handle = sf_open(path, SFM_WRITE, &info);
    if (!out->handle)
        return false;
    set_texts(out->handle, texts, scratch);
    return true;
}

void round_samples(const float *sound, int64_t count, int16_t *out)
{
    for (int64_t i = 0; i < count; i++) {
        float level = sound[i] * 32768.0f;
        level = level > 32767 ? 32767 : level < -32768 ? -32768 : level;
        out[i] = (int16_t)lrintf(level);
    }
}

Str pcm_bytes(const int16_t *samples, int64_t count, int channel_count, Arena *arena)
{
    size_t len = (size_t)count * (size_t)channel_count * sizeof *samples;
    unsigned char *bytes = ALLOC(arena, unsigned char, len), *out = bytes;
    for (int64_t i = 0; i < count; i++)
        for (int c = 0; c < channel_count; c++) {
            uint16_t bits = (uint16_t)samples[i];
            *out++ = (unsigned char)bits;
            *out++ = (unsigned char)(bits >> 8);
        }
    return (Str){(const char *)bytes, len};
}

bool write_sound(const SoundFile *file, const float *sound, int64_t frame_count)
{
    enum { ROOM = 4096 };
    int16_t samples[ROOM];
    int64_t count = frame_count * file->channel_count;
    for (int64_t at = 0; at < count; at += ROOM) {
        int64_t n = count - at < ROOM ? count - at : ROOM;
        round_samples(sound + at, n, samples);
        if (sf_write_short(file->handle, samples, n) != n)
            return false;
    }
    return true;
}
