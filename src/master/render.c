#include "master/render.h"

#include "base/vector.h"

#include "master/decibel.h"
#include "master/floor.h"
#include "master/halfband.h"
#include "master/limit.h"
#include "master/mix.h"

WIDE_VECTORS static void scale_frames(const int16_t *frames, int64_t count, float gain, float *out)
{
    for (int64_t i = 0; i < count; i++)
        out[i] = gain * (float)frames[i];
}

static bool has_bed(const Timeline *timeline, const Passage *passage)
{
    const Jingle *music = &timeline->bed.music;
    return music->frames && music->start_frame >= passage->start_frame &&
           music->start_frame < passage->end_frame;
}

// A bed is added behind the limiter, which leaves it room.
float speech_ceiling(const Timeline *timeline, uint32_t index)
{
    float ceiling = gain_of_db(timeline->ceiling_dbtp);
    bool bedded = has_bed(timeline, &timeline->passages.items[index]);
    return bedded ? ceiling - timeline->bed.under_peak : ceiling;
}

bool level_passage(const Timeline *timeline, uint32_t index, Arena scratch, float *out, Error *err)
{
    Mix mix;
    if (!have_mix(timeline, index, &scratch, &mix, err))
        return false;
    float gain = gain_of_db(timeline->gain_db) * MIX_SCALE;
    scale_frames(mix.frames, mix.frame_count, gain, out);
    if (!leaves_out(timeline->left_out, CHAIN_LIMITER))
        limit_sound(out, mix.frame_count, speech_ceiling(timeline, index));
    release_mix(&mix);
    return true;
}

static void add_jingle(const Jingle *jingle, int64_t beg, int64_t count, float *out)
{
    int64_t from = jingle->start_frame > beg ? jingle->start_frame : beg;
    int64_t end = jingle->start_frame + jingle->frame_count;
    int64_t to = end < beg + count ? end : beg + count;
    for (int64_t i = from; i < to; i++)
        out[i - beg] += jingle->frames[i - jingle->start_frame];
}

// The earcon where it stands before a clip; no frames where it does not.
static Jingle earcon_before(const Timeline *timeline, const Placed *placed)
{
    Jingle out = placed->earcon_lead ? timeline->earcon : (Jingle){0};
    out.start_frame = placed->start_frame - placed->earcon_lead;
    return out;
}

static void add_earcons(const Timeline *timeline, const Passage *passage, int64_t beg,
                        int64_t count, float *out)
{
    for (uint32_t i = 0; i < passage->count; i++) {
        Jingle earcon = earcon_before(timeline, &timeline->items.items[passage->first + i]);
        add_jingle(&earcon, beg, count, out);
    }
}

static int64_t half_up(int64_t frames)
{
    return (frames + 1) / 2;
}

// Twice the frames; an odd `before` or `after` leaves one out at that end.
static void double_sound(const float *low, int64_t before, int64_t count, int64_t after, float *out)
{
    int64_t beg = -half_up(before), end = count + half_up(after);
    float edge[2];
    if (before % 2) {
        double_rate(low + beg++, 1, edge);
        *out++ = edge[1];
    }
    end -= after % 2;
    double_rate(low + beg, end - beg, out);
    if (after % 2) {
        double_rate(low + end, 1, edge);
        out[2 * (end - beg)] = edge[0];
    }
}

bool render_passage(const Timeline *timeline, uint32_t index, int64_t before, int64_t after,
                    Arena scratch, float *out, Error *err)
{
    const Passage *passage = &timeline->passages.items[index];
    int64_t count = low_count(passage);
    int64_t lead = half_up(before) + HALF_BAND_REACH, tail = half_up(after) + HALF_BAND_REACH;
    float *low = ROOM(&scratch, float, (size_t)(lead + count + tail)), *sound = low + lead;
    memset(low, 0, (size_t)lead * sizeof *low);
    memset(sound + count, 0, (size_t)tail * sizeof *low);
    if (!level_passage(timeline, index, scratch, sound, err))
        return false;
    if (!leaves_out(timeline->left_out, CHAIN_FLOOR))
        add_floor(count, -lead, lead + count + tail, low);
    double_sound(sound, before, count, after, out);
    int64_t beg = passage->start_frame - before, length = before + 2 * count + after;
    add_jingle(&timeline->intro, beg, length, out);
    add_jingle(&timeline->outro, beg, length, out);
    add_jingle(&timeline->bed.music, beg, length, out);
    add_earcons(timeline, passage, beg, length, out);
    return true;
}

// Index of the passage that holds a frame of the timeline.
static uint32_t passage_at(const Timeline *timeline, int64_t frame)
{
    uint32_t low = 0, high = timeline->passages.count;
    while (low + 1 < high) {
        uint32_t middle = low + (high - low) / 2;
        if (timeline->passages.items[middle].start_frame <= frame)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static int64_t later(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

bool render_timeline(const Timeline *timeline, int64_t beg, int64_t count, Arena scratch,
                     float *out, Error *err)
{
    memset(out, 0, (size_t)count * sizeof *out);
    int64_t end = beg + count < timeline->frame_count ? beg + count : timeline->frame_count;
    if (end <= 0 || beg >= end)
        return true;
    for (uint32_t p = passage_at(timeline, later(beg, 0)); p < timeline->passages.count; p++) {
        const Passage *passage = &timeline->passages.items[p];
        if (passage->start_frame >= end)
            break;
        Arena inner = scratch;
        float *sound = ALLOC(&inner, float, (size_t)(2 * low_count(passage)));
        if (!render_passage(timeline, p, 0, 0, inner, sound, err))
            return false;
        int64_t from = later(beg, passage->start_frame);
        int64_t to = end < passage->end_frame ? end : passage->end_frame;
        memcpy(out + (from - beg), sound + (from - passage->start_frame),
               (size_t)(to - from) * sizeof *out);
    }
    return true;
}

static void add_jingle_place(Buf *text, const Jingle *jingle, const Passage *passage)
{
    if (jingle->frames && jingle->start_frame < passage->end_frame &&
        jingle->start_frame + jingle->frame_count > passage->start_frame)
        buf_format(text, "jingle %s at %lld\n", jingle->key,
                   (long long)(jingle->start_frame - passage->start_frame));
}

void key_passage(const Timeline *timeline, uint32_t index, Arena scratch, char key[HASH_HEX])
{
    const Passage *passage = &timeline->passages.items[index];
    Str mix = name_mix(timeline, index, &scratch);
    Buf text = new_buf(&scratch);
    buf_format(&text, "passage 2, gain %.1f, ceiling %.2f\n", timeline->gain_db,
               timeline->ceiling_dbtp);
    add_jingle_place(&text, &timeline->intro, passage);
    add_jingle_place(&text, &timeline->outro, passage);
    add_jingle_place(&text, &timeline->bed.music, passage);
    for (uint32_t i = 0; i < passage->count; i++) {
        Jingle earcon = earcon_before(timeline, &timeline->items.items[passage->first + i]);
        add_jingle_place(&text, &earcon, passage);
    }
    hash_parts((Str[]){mix, buf_str(&text)}, 2, key);
}
