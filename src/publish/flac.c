// FLAC by libsndfile, from the first sample to the last.
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

static bool write_flac(const Encoding *encoding, Arena scratch, Error *err)
{
    SoundFile file = {.rate_hz = MASTER_RATE_HZ,
                      .channel_count = encoding->timeline->channel_count};
    SoundTexts texts = texts_of(encoding->job->info, &scratch);
    if (!create_flac(encoding->path, &texts, &file, scratch))
        return encoding_failed(encoding, sound_error(&file), err);
    bool ok = encode_blocks(encoding, take_samples, &file, scratch, err) ||
              encoding_failed(encoding, sound_error(&file), err);
    if (!close_sound(&file) && ok)
        ok = encoding_failed(encoding, "it could not be finished", err);
    return ok;
}

const Encoder FLAC_ENCODER = {{"flac", "audio/flac"}, .hears = true, .write = write_flac};
