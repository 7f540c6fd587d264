// FLAC and WAV: the same samples in two wrappings.
#include "base/soundfile.h"
#include "publish/encode.h"
#include "publish/info.h"

static SoundTexts texts_of(const EpisodeInfo *info, Arena *arena)
{
    if (!info)
        return (SoundTexts){0};
    return (SoundTexts){.title = info->title,
                        .artist = info->artist,
                        .album = info->album,
                        .date = info->date,
                        .copyright = info->copyright,
                        .genre = STR("Podcast"),
                        .comment = full_comment(info, arena)};
}

static bool take_samples(void *taker, const float *sound, int64_t frame_count)
{
    return write_sound(taker, sound, frame_count);
}

static bool write_samples(const Encoding *encoding, SoundKind kind, Arena scratch, Error *err)
{
    const Timeline *timeline = encoding->timeline;
    SoundFile file = {.rate_hz = MASTER_RATE_HZ,
                      .channel_count = timeline->channel_count,
                      .frame_count = timeline->frame_count};
    SoundTexts texts = texts_of(encoding->job->info, &scratch);
    if (!create_sound(encoding->path, kind, &texts, &file, scratch))
        return encoding_failed(encoding, sound_error(&file), err);
    bool ok = encode_blocks(encoding, take_samples, &file, scratch, err) ||
              encoding_failed(encoding, sound_error(&file), err);
    if (!close_sound(&file) && ok)
        ok = encoding_failed(encoding, "it could not be finished", err);
    return ok;
}

static bool write_flac(const Encoding *encoding, Arena scratch, Error *err)
{
    return write_samples(encoding, SOUND_FLAC, scratch, err);
}

static bool write_wav(const Encoding *encoding, Arena scratch, Error *err)
{
    return write_samples(encoding, SOUND_WAV, scratch, err);
}

const Encoder FLAC_ENCODER = {{"flac", "audio/flac"}, false, write_flac};
const Encoder WAV_ENCODER = {{"wav", "audio/wav"}, false, write_wav};
