#include "base/soundfile.h"

#include <math.h>
#include <sndfile.h>

#include "base/utf8.h"

bool open_sound(const char *path, SoundFile *out, Error *err)
{
    SF_INFO info = {0};
    SNDFILE *file = sf_open(path, SFM_READ, &info);
    if (!file)
        return fail(err, ERR_OUTPUT, (Span){0}, "cannot read %.80s: %.60s", path,
                    sf_strerror(NULL));
    *out = (SoundFile){file, info.samplerate, info.channels, info.frames};
    return true;
}

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
    file->handle = NULL;
    return ok;
}

const char *sound_error(const SoundFile *file)
{
    return sf_strerror(file->handle);
}

// Where a RIFF file's 32-bit sizes end, less room for its headers and texts.
static const int64_t RIFF_BYTES_MAX = 0xFFFFFFFF - (1 << 20);

// Broadcast software reads plain RIFF: RF64 only where it must be.
static int format_of(SoundKind kind, const SoundFile *file)
{
    if (kind == SOUND_FLAC)
        return SF_FORMAT_FLAC | SF_FORMAT_PCM_16;
    bool large = file->frame_count > RIFF_BYTES_MAX / 2 / file->channel_count;
    return (large ? SF_FORMAT_RF64 : SF_FORMAT_WAV) | SF_FORMAT_PCM_16;
}

static void set_texts(SNDFILE *file, const SoundTexts *texts, bool ascii, Arena scratch)
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
        Str text = ascii ? utf8_ascii(rows[i].text, &scratch) : rows[i].text;
        if (text.len > 0)
            sf_set_string(file, rows[i].kind, str_c(text, &scratch));
    }
}

bool create_sound(const char *path, SoundKind kind, const SoundTexts *texts, SoundFile *out,
                  Arena scratch)
{
    SF_INFO info = {
        .samplerate = out->rate_hz, .channels = out->channel_count, .format = format_of(kind, out)};
    out->handle = sf_open(path, SFM_WRITE, &info);
    if (!out->handle)
        return false;
    sf_command(out->handle, SFC_SET_ADD_PEAK_CHUNK, NULL, SF_FALSE); // it holds the time of day
    set_texts(out->handle, texts, kind == SOUND_WAV, scratch);
    return true;
}

// Rounded here, so that the samples do not depend on the library's way of scaling.
bool write_sound(const SoundFile *file, const float *sound, int64_t frame_count)
{
    enum { ROOM = 4096 };
    short samples[ROOM];
    int64_t count = frame_count * file->channel_count;
    for (int64_t at = 0; at < count; at += ROOM) {
        int64_t n = count - at < ROOM ? count - at : ROOM;
        for (int64_t i = 0; i < n; i++) {
            long level = lrintf(sound[at + i] * 32768.0f);
            samples[i] = (short)(level > 32767 ? 32767 : level < -32768 ? -32768 : level);
        }
        if (sf_write_short(file->handle, samples, n) != n)
            return false;
    }
    return true;
}
