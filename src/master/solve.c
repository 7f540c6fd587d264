// Without the limiter loudness follows the gain exactly. What the limiter takes is small and
// is found by levelling once or twice more, and only the passages that it touches.
#include "master/solve.h"

#include <math.h>

#include "base/parallel.h"
#include "master/decibel.h"
#include "master/limit.h"
#include "master/loudness.h"
#include "master/mix.h"
#include "master/outline.h"
#include "master/render.h"

static const char KIND[] = "levels";
static const double GAIN_MAX_DB = 40;
static const double CLOSE_LU = 0.5; // what is missing is then known well enough
enum { ROUNDS_MAX = 4 };

// What is known of each step, for the whole timeline; shared with the workers.
typedef struct {
    float *energy;  // K-weighted, at no gain and without the limiter
    float *peak;    // highest sample, likewise
    float *limited; // energy at the gain that is tried
} Levels;

// Energy of what lies beside the speech, which no gain changes.
typedef struct {
    const float *energy; // of each step of its passage
    uint32_t first, count;
} Beside;

typedef struct {
    Timeline timeline; // with the gain that is tried
    Levels levels;
    Beside bed;
    uint32_t step_count;
    Arena scratch;
} Solving;

static uint32_t first_step(const Passage *passage)
{
    return (uint32_t)(passage->start_frame / 2 / STEP_FRAMES);
}

static bool level_unlimited(void *context, uint32_t job, Error *err)
{
    const Solving *s = context;
    uint32_t index = s->timeline.longest_first[job];
    uint32_t at = first_step(&s->timeline.passages.items[index]);
    Arena scratch = s->scratch;
    Mix mix;
    if (!have_mix(&s->timeline, index, &scratch, &mix, err))
        return false;
    memcpy(s->levels.energy + at, mix.energy, mix.step_count * sizeof *mix.energy);
    memcpy(s->levels.peak + at, mix.peak, mix.step_count * sizeof *mix.peak);
    release_mix(&mix);
    return true;
}

static bool is_touched(const Solving *s, uint32_t index, float gain)
{
    const Passage *passage = &s->timeline.passages.items[index];
    float least = speech_ceiling(&s->timeline, index) * LIMIT_NOTHING_BELOW;
    uint32_t at = first_step(passage), steps = count_steps(passage);
    for (uint32_t i = 0; i < steps; i++)
        if (s->levels.peak[at + i] * gain >= least)
            return true;
    return false;
}

// What was found is kept: nine in ten passages of an edited article are those of before.
static bool find_limited(const Solving *s, const char *key, float *energy, uint32_t steps)
{
    Blob blob;
    if (!find_blob(s->timeline.clips->cache, KIND, key, &blob))
        return false;
    bool fits = blob.bytes.len == steps * sizeof *energy;
    if (fits)
        memcpy(energy, blob.bytes.data, blob.bytes.len);
    release_blob(&blob);
    return fits;
}

static bool weigh_limited(const Solving *s, uint32_t index, float *energy, Error *err)
{
    const Passage *passage = &s->timeline.passages.items[index];
    uint32_t steps = count_steps(passage);
    Arena scratch = s->scratch;
    char key[HASH_HEX];
    key_passage(&s->timeline, index, scratch, key);
    if (find_limited(s, key, energy, steps))
        return true;
    float *sound = ROOM(&scratch, float, (size_t)low_count(passage));
    if (!level_passage(&s->timeline, index, scratch, sound, err))
        return false;
    weigh_steps(sound, steps, energy);
    if (s->timeline.clips->temporary)
        return true;
    Str bytes = {(const char *)energy, steps * sizeof *energy};
    return keep_blob(s->timeline.clips->cache, KIND, key, &bytes, 1, err);
}

static bool level_limited(void *context, uint32_t job, Error *err)
{
    const Solving *s = context;
    uint32_t index = s->timeline.longest_first[job];
    const Passage *passage = &s->timeline.passages.items[index];
    uint32_t at = first_step(passage), steps = count_steps(passage);
    float gain = gain_of_db(s->timeline.gain_db);
    if (is_touched(s, index, gain))
        return weigh_limited(s, index, s->levels.limited + at, err);
    for (uint32_t i = at; i < at + steps; i++)
        s->levels.limited[i] = s->levels.energy[i] * gain * gain;
    return true;
}

// Music and words have nothing to do with each other, so their energies add up.
static void add_beside(const Beside *beside, float *energy)
{
    for (uint32_t i = 0; i < beside->count; i++)
        energy[beside->first + i] += beside->energy[i];
}

static double tenths(double db)
{
    return floor(db * 10 + 0.5) / 10;
}

static bool try_gain(Solving *s, double gain_db, int worker_count, double *lufs, Error *err)
{
    s->timeline.gain_db = gain_db;
    if (!run_parallel(s->timeline.passages.count, worker_count, level_limited, s, NULL, NULL, err))
        return false;
    add_beside(&s->bed, s->levels.limited);
    *lufs = integrate_steps(s->levels.limited, s->step_count, STEPS_PER_S);
    return true;
}

// Each round adds what is missing; as that is eaten in part by the limiter, a fifth more.
static bool approach(Solving *s, double gain_db, int worker_count, double *found_db, Error *err)
{
    *found_db = tenths(gain_db < GAIN_MAX_DB ? gain_db : GAIN_MAX_DB);
    if (leaves_out(s->timeline.left_out, CHAIN_LIMITER))
        return true;
    double target = s->timeline.target_lufs, tried = HUGE_VAL, lufs = 0;
    for (int round = 0; round < ROUNDS_MAX && *found_db != tried; round++) {
        tried = *found_db;
        if (!try_gain(s, tried, worker_count, &lufs, err))
            return false;
        double miss = target - lufs, next = tenths(tried + miss * 1.2);
        *found_db = next < GAIN_MAX_DB ? next : GAIN_MAX_DB;
        if (fabs(miss) < CLOSE_LU)
            break;
    }
    return true;
}

static bool solve(Solving *s, int worker_count, double *gain_db, Error *err)
{
    *gain_db = 0;
    if (!run_parallel(s->timeline.passages.count, worker_count, level_unlimited, s, NULL, NULL,
                      err))
        return false;
    if (s->timeline.raw)
        return true;
    double lufs = integrate_steps(s->levels.energy, s->step_count, STEPS_PER_S);
    if (lufs <= -69) // silence has no loudness to bring up
        return true;
    return approach(s, s->timeline.target_lufs - lufs, worker_count, gain_db, err);
}

static Beside weigh_bed(const Timeline *timeline, Arena *arena)
{
    const Jingle *music = &timeline->bed.music;
    if (!music->frames)
        return (Beside){0};
    int64_t beg = music->start_frame / PASSAGE_GRID * PASSAGE_GRID;
    int64_t lead = music->start_frame - beg;
    uint32_t count = (uint32_t)((lead + music->frame_count) / HIGH_STEP_FRAMES) + 1;
    float *energy = ALLOC(arena, float, count);
    Arena scratch = *arena;
    float *sound = ALLOC(&scratch, float, (size_t)count *HIGH_STEP_FRAMES);
    memcpy(sound + lead, music->frames, (size_t)music->frame_count * sizeof *sound);
    weigh_high_steps(sound, count, energy);
    return (Beside){energy, (uint32_t)(beg / HIGH_STEP_FRAMES), count};
}

bool solve_gain(Timeline *timeline, int worker_count, Arena scratch, Error *err)
{
    Solving s = {.timeline = *timeline,
                 .step_count = (uint32_t)(timeline->frame_count / 2 / STEP_FRAMES),
                 .bed = weigh_bed(timeline, &scratch)};
    s.scratch = scratch;
    s.timeline.gain_db = 0;
    size_t size = 3 * sizeof(float) * (size_t)s.step_count;
    s.levels.energy = map_shared(size);
    if (!s.levels.energy)
        return fail(err, ERR_OUTPUT, (Span){0}, "no memory for measuring loudness");
    s.levels.peak = s.levels.energy + s.step_count;
    s.levels.limited = s.levels.peak + s.step_count;
    bool ok = solve(&s, worker_count, &timeline->gain_db, err);
    if (ok)
        draw_outline(s.levels.energy, s.step_count, timeline);
    unmap_shared(s.levels.energy, size);
    return ok;
}
