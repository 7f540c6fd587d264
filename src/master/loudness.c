#include "master/loudness.h"

#include <math.h>

typedef struct {
    double b0, b1, b2, a1, a2;
} Biquad;

// Printed by scripts/filters: the standard's two filters at 22,050 Hz.
static const Biquad SHELF = {1.4798253509777464, -2.1707286128568293, 0.86084248472655156,
                             -1.3383053360661337, 0.50824455891360187};
static const Biquad HIGH_PASS = {1, -2, 1, -1.9783976025901193, 0.97851441950325091};

static const double ABSOLUTE_GATE = -70, RELATIVE_GATE = -10; // LUFS, LU; BS.1770-4
static const double BLOCK_S = 0.4, HOP_S = 0.1;

typedef struct {
    double x1, x2;
} State;

static double run(const Biquad *f, State *s, double x)
{
    double w = x - f->a1 * s->x1 - f->a2 * s->x2;
    double y = f->b0 * w + f->b1 * s->x1 + f->b2 * s->x2;
    s->x2 = s->x1;
    s->x1 = w;
    return y;
}

void weigh_steps(const float *sound, uint32_t count, float *energy)
{
    State shelf = {0}, high_pass = {0};
    for (uint32_t step = 0; step < count; step++) {
        double sum = 0;
        for (int i = 0; i < STEP_FRAMES; i++) {
            double y = run(&HIGH_PASS, &high_pass, run(&SHELF, &shelf, (double)sound[i]));
            sum += y * y;
        }
        energy[step] = (float)(sum / STEP_FRAMES);
        sound += STEP_FRAMES;
    }
}

typedef struct {
    const float *energy;
    uint32_t step_count;
    double steps_per_s;
    uint32_t block_count;
} Blocks;

// Mean energy of block b: whole steps, and a share of those at its ends.
static double block_energy(const Blocks *blocks, uint32_t b)
{
    double beg = b * HOP_S * blocks->steps_per_s;
    double end = beg + BLOCK_S * blocks->steps_per_s;
    uint32_t first = (uint32_t)beg, last = (uint32_t)end;
    double sum = -(beg - first) * (double)blocks->energy[first];
    for (uint32_t i = first; i < last; i++)
        sum += (double)blocks->energy[i];
    if (end > last && last < blocks->step_count)
        sum += (end - last) * (double)blocks->energy[last];
    return sum / (end - beg);
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
    if (hops < 0)
        return ABSOLUTE_GATE;
    // Half a millionth: a sum of tenths may fall just short of a whole number.
    Blocks blocks = {energy, count, steps_per_s, (uint32_t)(hops + 5e-7) + 1};
    double loud = gated_mean(&blocks, ABSOLUTE_GATE);
    if (loud <= 0)
        return ABSOLUTE_GATE;
    double mean = gated_mean(&blocks, lufs(loud) + RELATIVE_GATE);
    return mean > 0 ? lufs(mean) : ABSOLUTE_GATE;
}
