// A filter waits for its own last value; so four stretches of the sound are weighed side by
// side, as the lanes of a vector, each with a run-in until its filters have settled.
#include "master/loudness.h"

#include <math.h>

#include "master/biquads.h"

enum {
    LANES = 4,
    RUN_IN_STEPS = 10, // 0.26 s: the slower filter, at 38 Hz, forgets 2 dB a millisecond
};

typedef float Lanes __attribute__((vector_size(LANES * sizeof(float))));

// The standard's shelf and high-pass.
typedef struct {
    Biquad shelf, high_pass;
    int step_frames;
} Weighting;

// Printed by scripts/filters.
static const Weighting LOW_RATE = {
    {1.479825351e+00F, -2.170728613e+00F, 8.608424847e-01F, -1.338305336e+00F, 5.082445589e-01F},
    {1, -2, 1, -1.978397603e+00F, 9.785144196e-01F},
    STEP_FRAMES,
};
static const Weighting HIGH_RATE = {
    {1.530841230e+00F, -2.650979995e+00F, 1.169079079e+00F, -1.663655113e+00F, 7.125954281e-01F},
    {1, -2, 1, -1.989169674e+00F, 9.891990357e-01F},
    HIGH_STEP_FRAMES,
};
static const Weighting FAST_RATE = {
    {1.535124860e+00F, -2.691696189e+00F, 1.198392811e+00F, -1.690659293e+00F, 7.324807742e-01F},
    {1, -2, 1, -1.990047455e+00F, 9.900722504e-01F},
    FAST_STEP_FRAMES,
};

static const double ABSOLUTE_GATE = -70, RELATIVE_GATE = -10; // LUFS, LU; BS.1770-4
static const double BLOCK_S = 0.4, HOP_S = 0.1;

typedef struct {
    Lanes s1, s2;
} State;

// Transposed direct form II.
static inline Lanes filter(const Biquad *f, State *s, Lanes in)
{
    Lanes out = f->b0 * in + s->s1;
    s->s1 = f->b1 * in - f->a1 * out + s->s2;
    s->s2 = f->b2 * in - f->a2 * out;
    return out;
}

static const float SILENCE[HIGH_STEP_FRAMES];

static Lanes weigh_step(const Weighting *w, const float *const from[LANES], State states[2])
{
    Lanes sum = {0};
    State shelf = states[0], high_pass = states[1];
    for (int i = 0; i < w->step_frames; i++) {
        Lanes in = {from[0][i], from[1][i], from[2][i], from[3][i]};
        Lanes out = filter(&w->high_pass, &high_pass, filter(&w->shelf, &shelf, in));
        sum += out * out;
    }
    states[0] = shelf;
    states[1] = high_pass;
    return sum / (float)w->step_frames;
}

static void weigh(const Weighting *w, const float *sound, uint32_t count, float *energy)
{
    int64_t each = (count + LANES - 1) / LANES;
    State states[2] = {0};
    for (int64_t step = -RUN_IN_STEPS; step < each; step++) {
        const float *from[LANES];
        for (int64_t lane = 0; lane < LANES; lane++) {
            int64_t at = lane * each + step;
            from[lane] = at >= 0 && at < count ? sound + at * w->step_frames : SILENCE;
        }
        Lanes energies = weigh_step(w, from, states);
        for (int64_t lane = 0; step >= 0 && lane < LANES && lane * each + step < count; lane++)
            energy[lane * each + step] = energies[lane];
    }
}

void weigh_steps(const float *sound, uint32_t count, float *energy)
{
    weigh(&LOW_RATE, sound, count, energy);
}

void weigh_high_steps(const float *sound, uint32_t count, float *energy)
{
    weigh(&HIGH_RATE, sound, count, energy);
}

void weigh_fast_steps(const float *sound, uint32_t count, float *energy)
{
    weigh(&FAST_RATE, sound, count, energy);
}

double mean_energy(const float *energy, uint32_t count, double beg, double end)
{
    uint32_t first = (uint32_t)beg, last = (uint32_t)end;
    if (first >= count)
        return 0;
    double sum = -(beg - first) * (double)energy[first];
    for (uint32_t i = first; i < last && i < count; i++)
        sum += (double)energy[i];
    if (last < count)
        sum += (end - last) * (double)energy[last];
    return sum / (end - beg);
}

typedef struct {
    const float *energy;
    uint32_t step_count;
    double steps_per_s;
    uint32_t block_count;
} Blocks;

static double block_energy(const Blocks *blocks, uint32_t b)
{
    double beg = b * HOP_S * blocks->steps_per_s;
    return mean_energy(blocks->energy, blocks->step_count, beg,
                       beg + BLOCK_S * blocks->steps_per_s);
}

// Two equal channels: twice the energy of one.
static double lufs(double energy)
{
    return energy > 0 ? -0.691 + 10 * log10(2 * energy) : -HUGE_VAL;
}

// Mean energy of the blocks at or above a gate; 0 where there are none.
static double gated_mean(const Blocks *blocks, double gate_lufs)
{
    double sum = 0;
    uint32_t taken = 0;
    double gate = pow(10, (gate_lufs + 0.691) / 10) / 2;
    for (uint32_t b = 0; b < blocks->block_count; b++) {
        double e = block_energy(blocks, b);
        if (e >= gate) {
            sum += e;
            taken++;
        }
    }
    return taken ? sum / taken : 0;
}

double integrate_steps(const float *energy, uint32_t count, double steps_per_s)
{
    double hops = (count / steps_per_s - BLOCK_S) / HOP_S;
    if (hops < -5e-7)
        return ABSOLUTE_GATE;
    // Half a millionth: a sum of tenths may fall just short of a whole number.
    Blocks blocks = {energy, count, steps_per_s, (uint32_t)(hops + 5e-7) + 1};
    double loud = gated_mean(&blocks, ABSOLUTE_GATE);
    if (loud <= 0)
        return ABSOLUTE_GATE;
    double mean = gated_mean(&blocks, lufs(loud) + RELATIVE_GATE);
    return mean > 0 ? lufs(mean) : ABSOLUTE_GATE;
}
