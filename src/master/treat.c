#include "master/treat.h"

#include <stdio.h>

static const char KIND[] = "treated";

enum { FADE_FRAMES = CLIP_RATE_HZ / 200 }; // 5 ms, so that filters that ring are not cut off

static const Clip *clip_of(const Timeline *timeline, const Placed *placed)
{
    return &timeline->clips->items.items[placed->clip];
}

static const Voice *voice_of(const Timeline *timeline, const Clip *clip)
{
    const Reading *reading = timeline->clips->reading;
    return reading->cast->voices[reading->lines.items[clip->line].speaker];
}

void key_treated(const Timeline *timeline, const Placed *placed, char key[HASH_HEX])
{
    const Clip *clip = clip_of(timeline, placed);
    const Voice *voice = voice_of(timeline, clip);
    const Equaliser *e = &voice->equaliser;
    char settings[160];
    // The state too: where a clip was lost once, silence of its length stands under its key.
    snprintf(settings, sizeof settings, "treated 1 %x %.2f %.2f %.2f %.2f %d", timeline->left_out,
             (double)voice->gain_db, (double)e->low_db, (double)e->middle_db, (double)e->high_db,
             (int)clip->state);
    Str parts[] = {str_from(clip->key), str_from(settings)};
    hash_parts(parts, COUNT(parts), key);
}

static int16_t sample_of(float x)
{
    float scaled = x / TREATED_SCALE;
    scaled = scaled > 32767 ? 32767 : scaled < -32767 ? -32767 : scaled;
    return (int16_t)(scaled < 0 ? scaled - 0.5F : scaled + 0.5F);
}

static void fade_end(float *sound, int64_t count)
{
    for (int64_t i = 0; i < FADE_FRAMES && i < count; i++)
        sound[count - 1 - i] *= (float)i / FADE_FRAMES;
}

static bool treat_clip(const Timeline *timeline, const Clip *clip, const char *key, Arena scratch,
                       Error *err)
{
    Sound raw;
    if (!map_clip(timeline->clips, clip, &raw, err))
        return false;
    float *sound = ALLOC(&scratch, float, (size_t)raw.frame_count);
    for (int64_t i = 0; i < raw.frame_count; i++)
        sound[i] = (float)raw.frames[i] / 32768;
    treat_sound(voice_of(timeline, clip), timeline->left_out, sound, raw.frame_count);
    fade_end(sound, raw.frame_count);
    int16_t *samples = ALLOC(&scratch, int16_t, (size_t)raw.frame_count);
    for (int64_t i = 0; i < raw.frame_count; i++)
        samples[i] = sample_of(sound[i]);
    Str bytes = {(const char *)samples, (size_t)raw.frame_count * sizeof *samples};
    unmap_sound(&raw);
    return keep_blob(timeline->clips->cache, KIND, key, &bytes, 1, err);
}

// False: not there, or not of this clip.
static bool take_treated(const Timeline *timeline, const Clip *clip, const char *key, Sound *out)
{
    *out = (Sound){0};
    if (!find_blob(timeline->clips->cache, KIND, key, &out->blob))
        return false;
    out->frames = (const void *)out->blob.bytes.data;
    out->frame_count = (int64_t)(out->blob.bytes.len / sizeof *out->frames);
    if (out->frame_count == clip->frame_count)
        return true;
    unmap_sound(out);
    return false;
}

bool map_treated(const Timeline *timeline, const Placed *placed, Arena scratch, Sound *out,
                 Error *err)
{
    const Clip *clip = clip_of(timeline, placed);
    char key[HASH_HEX];
    key_treated(timeline, placed, key);
    if (take_treated(timeline, clip, key, out))
        return true;
    if (!treat_clip(timeline, clip, key, scratch, err))
        return false;
    return take_treated(timeline, clip, key, out) ||
           fail(err, ERR_OUTPUT, (Span){0}, "a treated clip has gone from the cache %.60s",
                timeline->clips->cache);
}
