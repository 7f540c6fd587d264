// Mastering: clips get their places, and one gain brings the whole to its
// loudness. The gain is solved through the limiter, which eats some of it.
#include "master/timeline.h"

#include <math.h>

#include "base/parallel.h"
#include "master/loudness.h"
#include "master/render.h"

enum {
    HEAD_MS = 500,     // silence before the first word
    TAIL_MS = 1500,    // and after the last
    JINGLE_MS = 700,   // between a jingle and the reading
    CHUNK_STEPS = 300, // of 100 ms, weighed by one worker at a time
    ROUNDS_MAX = 6,
};
static const double CLOSE_LU = 0.03;
static const double GAIN_MAX_DB = 40;

// Frames at MASTER_RATE_HZ; even, as two make one frame of a clip.
static int64_t frames_of_ms(double ms)
{
    return (int64_t)(ms * CLIP_RATE_HZ / 1000 + 0.5) * 2;
}

static int64_t place_jingle(Jingle *jingle, int64_t at)
{
    jingle->start_frame = at;
    return at + (jingle->frame_count + 1) / 2 * 2;
}

static void place_clips(Timeline *out, const Clips *in, Arena *arena)
{
    int64_t at = frames_of_ms(HEAD_MS);
    if (out->intro.frames)
        at = place_jingle(&out->intro, at) + frames_of_ms(JINGLE_MS);
    for (uint32_t i = 0; i < in->items.count; i++) {
        const Clip *clip = &in->items.items[i];
        int64_t end = at + 2 * clip->frame_count;
        *PUSH(&out->items, arena) = (Placed){i, at, end};
        // A line that was cut into several clips has its pause after the last.
        bool last = i + 1 == in->items.count || in->items.items[i + 1].line != clip->line;
        int pause_ms = last ? in->reading->lines.items[clip->line].pause_ms : 0;
        at = end + (i + 1 < in->items.count ? frames_of_ms(pause_ms / in->pace) : 0);
    }
    if (out->outro.frames)
        at = place_jingle(&out->outro, at + frames_of_ms(JINGLE_MS));
    out->frame_count = at + frames_of_ms(TAIL_MS);
}

typedef struct {
    const Timeline *timeline;
    bool limited;
    uint32_t step_count;
    double *energy; // shared
    Arena scratch;
} Weighing;

static bool weigh_chunk(void *context, uint32_t index, Error *err)
{
    const Weighing *w = context;
    Arena scratch = w->scratch;
    uint32_t beg = index * CHUNK_STEPS;
    uint32_t count = w->step_count - beg < CHUNK_STEPS ? w->step_count - beg : CHUNK_STEPS;
    int64_t frames = WEIGHTING_LEAD + (int64_t)count * STEP_FRAMES;
    float *sound = ALLOC(&scratch, float, (size_t)frames);
    if (!render_low(w->timeline, (int64_t)beg * STEP_FRAMES - WEIGHTING_LEAD, frames, w->limited,
                    scratch, sound, err))
        return false;
    weigh_steps(sound, count, w->energy + beg);
    return true;
}

static bool measure(const Weighing *w, int worker_count, double *lufs, Error *err)
{
    Weighing copy = *w;
    uint32_t chunks = (w->step_count + CHUNK_STEPS - 1) / CHUNK_STEPS;
    if (!run_parallel(chunks, worker_count, weigh_chunk, &copy, NULL, NULL, err))
        return false;
    *lufs = integrate_steps(w->energy, w->step_count);
    return true;
}

static double tenths(double db)
{
    return floor(db * 10 + 0.5) / 10;
}

// Unlimited, loudness follows the gain exactly; limited, it falls short by what
// the limiter takes, which a few rounds find.
static bool solve_gain(Timeline *t, Weighing *w, int worker_count, Error *err)
{
    double lufs;
    t->gain_db = 0;
    w->limited = false;
    if (!measure(w, worker_count, &lufs, err))
        return false;
    if (lufs <= -69) // silence has no loudness to bring up
        return true;
    double gain = t->target_lufs - lufs;
    w->limited = true;
    for (int round = 0; round < ROUNDS_MAX; round++) {
        t->gain_db = tenths(gain < GAIN_MAX_DB ? gain : GAIN_MAX_DB);
        if (!measure(w, worker_count, &lufs, err))
            return false;
        double miss = t->target_lufs - lufs;
        if (fabs(miss) < CLOSE_LU || tenths(gain + miss * 1.2) == t->gain_db)
            break;
        gain = t->gain_db + miss * 1.2; // what is added is eaten in part
    }
    return true;
}

static bool load_jingles(const MasterOptions *o, Arena *arena, Timeline *out, Error *err)
{
    return (!o->intro ||
            load_jingle(o->intro, o->target_lufs, o->ceiling_dbtp, arena, &out->intro, err)) &&
           (!o->outro ||
            load_jingle(o->outro, o->target_lufs, o->ceiling_dbtp, arena, &out->outro, err));
}

bool master_clips(const Clips *in, const MasterOptions *options, Arena *arena, Timeline *out,
                  Error *err)
{
    *out = (Timeline){.clips = in,
                      .channel_count = options->channel_count,
                      .ceiling_dbtp = options->ceiling_dbtp,
                      .target_lufs = options->target_lufs};
    if (!load_jingles(options, arena, out, err))
        return false;
    place_clips(out, in, arena);
    Weighing w = {.timeline = out, .step_count = (uint32_t)(out->frame_count / 2 / STEP_FRAMES)};
    size_t size = (w.step_count + 1) * sizeof *w.energy;
    w.energy = map_shared(size);
    if (!w.energy)
        return fail(err, ERR_OUTPUT, (Span){0}, "no memory for measuring loudness");
    w.scratch = *arena;
    bool ok = solve_gain(out, &w, options->worker_count, err);
    unmap_shared(w.energy, size);
    return ok;
}
