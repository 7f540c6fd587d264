#include "master/mix.h"

#include "base/vector.h"
#include "master/limit.h"
#include "master/loudness.h"

static const char KIND[] = "mix";

enum { FADE_FRAMES = CLIP_RATE_HZ / 200 }; // 5 ms, so that filters that ring are not cut off

int64_t low_count(const Passage *passage)
{
    return (passage->end_frame - passage->start_frame) / 2;
}

uint32_t count_steps(const Passage *passage)
{
    return (uint32_t)(low_count(passage) / STEP_FRAMES);
}

static const Clip *clip_of(const Timeline *timeline, const Placed *placed)
{
    return &timeline->clips->items.items[placed->clip];
}

static const Voice *voice_of(const Timeline *timeline, const Clip *clip)
{
    const Reading *reading = timeline->clips->reading;
    return reading->cast->voices[reading->lines.items[clip->line].speaker];
}

// --- What it depends on ---

static void name_clip(const Timeline *timeline, const Passage *passage, const Placed *placed,
                      Buf *text)
{
    const Clip *clip = clip_of(timeline, placed);
    const Voice *voice = voice_of(timeline, clip);
    const Equaliser *e = &voice->equaliser;
    // The state too: where a clip was lost once, silence of its length stands under its key.
    buf_format(text, "%s %d at %lld, %.2f %.2f %.2f %.2f\n", clip->key, (int)clip->state,
               (long long)(placed->start_frame - passage->start_frame), (double)voice->gain_db,
               (double)e->low_db, (double)e->middle_db, (double)e->high_db);
}

Str name_mix(const Timeline *timeline, uint32_t index, Arena *arena)
{
    const Passage *passage = &timeline->passages.items[index];
    Buf text = new_buf(arena);
    buf_format(&text, "mix 2 of %lld, without %x\n",
               (long long)(passage->end_frame - passage->start_frame), timeline->left_out);
    for (uint32_t i = 0; i < passage->count; i++)
        name_clip(timeline, passage, &timeline->items.items[passage->first + i], &text);
    return buf_str(&text);
}

// --- Making one ---

static void fade_end(float *sound, int64_t count)
{
    for (int64_t i = 0; i < FADE_FRAMES && i < count; i++)
        sound[count - 1 - i] *= (float)i / FADE_FRAMES;
}

static bool add_clip(const Timeline *timeline, const Placed *placed, float *out, Error *err)
{
    const Clip *clip = clip_of(timeline, placed);
    Sound raw;
    if (!map_clip(timeline->clips, clip, &raw, err))
        return false;
    for (int64_t i = 0; i < raw.frame_count; i++)
        out[i] = (float)raw.frames[i] / 32768;
    treat_sound(voice_of(timeline, clip), timeline->left_out, out, raw.frame_count);
    fade_end(out, raw.frame_count);
    unmap_sound(&raw);
    return true;
}

static bool add_clips(const Timeline *timeline, const Passage *passage, float *sound, Error *err)
{
    for (uint32_t i = 0; i < passage->count; i++) {
        const Placed *placed = &timeline->items.items[passage->first + i];
        int64_t at = (placed->start_frame - passage->start_frame) / 2;
        if (!add_clip(timeline, placed, sound + at, err))
            return false;
    }
    return true;
}

// Halves go up: no fraction of a sample is heard.
WIDE_VECTORS static void round_mix(const float *sound, int64_t count, int16_t *out)
{
    for (int64_t i = 0; i < count; i++) {
        float scaled = sound[i] * (1 / MIX_SCALE) + 32768.5F;
        scaled = scaled > 65535 ? 65535 : scaled < 1 ? 1 : scaled;
        out[i] = (int16_t)((int)scaled - 32768);
    }
}

// The levels, then the frames, as they are kept.
static void open_mix(const char *bytes, Mix *mix)
{
    mix->energy = (const void *)bytes;
    mix->peak = mix->energy + mix->step_count;
    mix->frames = (const void *)(mix->peak + mix->step_count);
}

static size_t mix_size(const Mix *mix)
{
    return 2 * mix->step_count * sizeof(float) + (size_t)mix->frame_count * sizeof(int16_t);
}

static bool make_mix(const Timeline *timeline, uint32_t index, const char *key, Arena *arena,
                     Mix *out, Error *err)
{
    Str bytes = {.len = mix_size(out)};
    float *levels = (void *)ROOM(arena, char, bytes.len);
    bytes.data = (const char *)levels;
    int16_t *samples = (void *)(levels + 2 * out->step_count);
    Arena scratch = *arena;
    float *sound = ALLOC(&scratch, float, (size_t)out->frame_count);
    if (!add_clips(timeline, &timeline->passages.items[index], sound, err))
        return false;
    weigh_steps(sound, out->step_count, levels);
    for (uint32_t i = 0; i < out->step_count; i++)
        levels[out->step_count + i] = sample_peak(sound + i * STEP_FRAMES, STEP_FRAMES);
    round_mix(sound, out->frame_count, samples);
    open_mix(bytes.data, out);
    return keep_blob(timeline->clips->cache, KIND, key, &bytes, 1, err);
}

// --- Finding it ---

static bool find_mix(const Timeline *timeline, const char *key, Mix *out)
{
    if (!find_blob(timeline->clips->cache, KIND, key, &out->blob))
        return false;
    open_mix(out->blob.bytes.data, out);
    if (out->blob.bytes.len == mix_size(out))
        return true;
    release_blob(&out->blob);
    return false;
}

bool have_mix(const Timeline *timeline, uint32_t index, Arena *arena, Mix *out, Error *err)
{
    const Passage *passage = &timeline->passages.items[index];
    Arena scratch = *arena;
    Str name = name_mix(timeline, index, &scratch);
    char key[HASH_HEX];
    hash_parts(&name, 1, key);
    *out = (Mix){.step_count = count_steps(passage), .frame_count = low_count(passage)};
    return find_mix(timeline, key, out) || make_mix(timeline, index, key, arena, out, err);
}

void release_mix(Mix *mix)
{
    release_blob(&mix->blob);
    *mix = (Mix){0};
}
