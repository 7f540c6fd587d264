// The wall around libsndfile: what reads sound files, and the FLAC and WAV encoders.
#include "publish/sndfile.h"

#include <math.h>
#include <sndfile.h>

#include "base/utf8.h"
#include "publish/encode.h"
#include "publish/info.h"

// --- Reading ---

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

void close_sound(SoundFile *file)
{
    if (file->handle)
        sf_close(file->handle);
    file->handle = NULL;
}

bool seek_sound(const SoundFile *file, int64_t frame)
{
    return sf_seek(file->handle, frame, SEEK_SET) == frame;
}

int64_t read_sound(const SoundFile *file, float *out, int64_t count)
{
    return sf_readf_float(file->handle, out, count);
}

// --- Writing ---

// Where a RIFF file's 32-bit sizes end, less room for its headers and texts.
static const int64_t RIFF_BYTES_MAX = 0xFFFFFFFF - (1 << 20);

static void set_text(SNDFILE *file, int kind, Str text, bool ascii, Arena scratch)
{
    if (ascii)
        text = utf8_ascii(text, &scratch);
    if (text.len > 0)
        sf_set_string(file, kind, str_c(text, &scratch));
}

static void set_texts(SNDFILE *file, const EpisodeInfo *info, bool ascii, Arena scratch)
{
    set_text(file, SF_STR_TITLE, info->title, ascii, scratch);
    set_text(file, SF_STR_ARTIST, info->artist, ascii, scratch);
    set_text(file, SF_STR_ALBUM, info->album, ascii, scratch);
    set_text(file, SF_STR_DATE, info->date, ascii, scratch);
    set_text(file, SF_STR_COPYRIGHT, info->copyright, ascii, scratch);
    set_text(file, SF_STR_GENRE, STR("Podcast"), ascii, scratch);
    set_text(file, SF_STR_COMMENT, full_comment(info, &scratch), ascii, scratch);
}

// A block is turned to 16 bits here, plainly rounded, so that the samples do not
// depend on the library's way of scaling.
static bool take_samples(void *taker, const float *sound, int64_t frame_count)
{
    enum { ROOM = 4096 };
    short samples[ROOM];
    const SoundFile *file = taker;
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

static bool write_samples(const Encoding *encoding, int format, bool ascii, Arena scratch,
                          Error *err)
{
    SF_INFO info = {
        .samplerate = MASTER_RATE_HZ,
        .channels = encoding->timeline->channel_count,
        .format = format | SF_FORMAT_PCM_16,
    };
    SoundFile file = {.channel_count = info.channels};
    file.handle = sf_open(encoding->path, SFM_WRITE, &info);
    if (!file.handle)
        return encoding_failed(encoding, sf_strerror(NULL), err);
    sf_command(file.handle, SFC_SET_ADD_PEAK_CHUNK, NULL, SF_FALSE); // it holds the time of day
    if (encoding->job->info)
        set_texts(file.handle, encoding->job->info, ascii, scratch);
    bool ok = encode_blocks(encoding, take_samples, &file, scratch, err) ||
              encoding_failed(encoding, sf_strerror(file.handle), err);
    if (sf_close(file.handle) != 0 && ok)
        ok = encoding_failed(encoding, "it could not be finished", err);
    return ok;
}

static bool write_flac(const Encoding *encoding, Arena scratch, Error *err)
{
    return write_samples(encoding, SF_FORMAT_FLAC, false, scratch, err);
}

// Readers disagree on the character set of RIFF texts, hence ASCII. RF64 only
// where it must be: broadcast software reads plain RIFF.
static bool write_wav(const Encoding *encoding, Arena scratch, Error *err)
{
    const Timeline *timeline = encoding->timeline;
    bool large = timeline->frame_count > RIFF_BYTES_MAX / 2 / timeline->channel_count;
    return write_samples(encoding, large ? SF_FORMAT_RF64 : SF_FORMAT_WAV, true, scratch, err);
}

const Encoder FLAC_ENCODER = {{"flac", "audio/flac"}, false, write_flac};
const Encoder WAV_ENCODER = {{"wav", "audio/wav"}, false, write_wav};
