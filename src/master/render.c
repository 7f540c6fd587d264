#include "master/render.h"

#include "master/halfband.h"
#include "master/limit.h"

float gain_of_db(double db)
{
    static const double TENTH = 1.0115794542598986; // 10^(0.1/20)
    int tenths = (int)(db * 10 + (db < 0 ? -0.5 : 0.5));
    double gain = 1;
    for (int i = 0; i < tenths; i++)
        gain *= TENTH;
    for (int i = 0; i > tenths; i--)
        gain /= TENTH;
    return (float)gain;
}

// Index of the first placed clip that ends after `frame` (at CLIP_RATE_HZ).
static uint32_t first_after(const Timeline *timeline, int64_t frame)
{
    uint32_t low = 0, high = timeline->items.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (timeline->items.items[middle].end_frame / 2 > frame)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

static float clip_gain(const Timeline *timeline, const Clip *clip)
{
    const Reading *reading = timeline->clips->reading;
    const Voice *voice = reading->cast->voices[reading->lines.items[clip->line].speaker];
    return gain_of_db((double)voice->gain_db + timeline->gain_db) / 32768.0F;
}

static bool add_clip(const Timeline *timeline, const Placed *placed, int64_t beg, int64_t count,
                     float *out, Error *err)
{
    const Clip *clip = &timeline->clips->items.items[placed->clip];
    Sound sound;
    if (!map_clip(timeline->clips, clip, &sound, err))
        return false;
    int64_t start = placed->start_frame / 2;
    int64_t from = start > beg ? start : beg;
    int64_t to = start + sound.frame_count < beg + count ? start + sound.frame_count : beg + count;
    float gain = clip_gain(timeline, clip);
    for (int64_t i = from; i < to; i++)
        out[i - beg] = gain * (float)sound.frames[i - start];
    unmap_sound(&sound);
    return true;
}

static bool mix(const Timeline *timeline, int64_t beg, int64_t count, float *out, Error *err)
{
    memset(out, 0, (size_t)count * sizeof *out);
    for (uint32_t i = first_after(timeline, beg); i < timeline->items.count; i++) {
        const Placed *placed = &timeline->items.items[i];
        if (placed->start_frame / 2 >= beg + count)
            break;
        if (!add_clip(timeline, placed, beg, count, out, err))
            return false;
    }
    return true;
}

bool render_low(const Timeline *timeline, int64_t beg, int64_t count, bool limited, Arena scratch,
                float *out, Error *err)
{
    if (!limited)
        return mix(timeline, beg, count, out, err);
    int64_t size = LIMIT_LEAD + count + LIMIT_AHEAD;
    float *wide = ALLOC(&scratch, float, (size_t)size);
    if (!mix(timeline, beg - LIMIT_LEAD, size, wide, err))
        return false;
    limit_sound(wide, count, gain_of_db(timeline->ceiling_dbtp), scratch);
    memcpy(out, wide + LIMIT_LEAD, (size_t)count * sizeof *out);
    return true;
}

static int64_t halve(int64_t frame)
{
    return frame >= 0 ? frame / 2 : -((1 - frame) / 2);
}

static void add_jingle(const Jingle *jingle, int64_t beg, int64_t count, float *out)
{
    int64_t from = jingle->start_frame > beg ? jingle->start_frame : beg;
    int64_t end = jingle->start_frame + jingle->frame_count;
    int64_t to = end < beg + count ? end : beg + count;
    for (int64_t i = from; i < to; i++)
        out[i - beg] += jingle->frames[i - jingle->start_frame];
}

bool render_timeline(const Timeline *timeline, int64_t beg, int64_t count, Arena scratch,
                     float *out, Error *err)
{
    int64_t low_beg = halve(beg), low_count = halve(beg + count + 1) - low_beg;
    int64_t wide = low_count + 2 * HALF_BAND_REACH + 1;
    float *low = ALLOC(&scratch, float, (size_t)wide);
    float *high = ALLOC(&scratch, float, (size_t)(2 * low_count));
    if (!render_low(timeline, low_beg - HALF_BAND_REACH, wide, true, scratch, low, err))
        return false;
    double_rate(low + HALF_BAND_REACH, low_count, high);
    memcpy(out, high + (beg - 2 * low_beg), (size_t)count * sizeof *out);
    add_jingle(&timeline->intro, beg, count, out);
    add_jingle(&timeline->outro, beg, count, out);
    return true;
}
