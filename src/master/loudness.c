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
enum { BLOCK_STEPS = 4 };                                     // 400 ms, overlapping by 75 %

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

void weigh_steps(const float *sound, uint32_t count, double *energy)
{
    State shelf = {0}, high_pass = {0};
    for (int64_t i = 0; i < WEIGHTING_LEAD; i++)
        run(&HIGH_PASS, &high_pass, run(&SHELF, &shelf, (double)sound[i]));
    sound += WEIGHTING_LEAD;
    for (uint32_t step = 0; step < count; step++) {
        double sum = 0;
        for (int i = 0; i < STEP_FRAMES; i++) {
            double y = run(&HIGH_PASS, &high_pass, run(&SHELF, &shelf, (double)sound[i]));
            sum += y * y;
        }
        energy[step] = sum / STEP_FRAMES;
        sound += STEP_FRAMES;
    }
}

static double block_energy(const double *energy)
{
    return (energy[0] + energy[1] + energy[2] + energy[3]) / BLOCK_STEPS;
}

// Two equal channels: twice the energy of one.
static double lufs(double energy)
{
    return energy > 0 ? -0.691 + 10 * log10(2 * energy) : -HUGE_VAL;
}

// Mean energy of the blocks at or above a gate; 0 where there are none.
static double gated_mean(const double *energy, uint32_t count, double gate_lufs)
{
    double sum = 0;
    uint32_t blocks = 0;
    double gate = pow(10, (gate_lufs + 0.691) / 10) / 2;
    for (uint32_t i = 0; i + BLOCK_STEPS <= count; i++) {
        double e = block_energy(energy + i);
        if (e >= gate) {
            sum += e;
            blocks++;
        }
    }
    return blocks ? sum / blocks : 0;
}

double integrate_steps(const double *energy, uint32_t count)
{
    double loud = gated_mean(energy, count, ABSOLUTE_GATE);
    if (loud <= 0)
        return ABSOLUTE_GATE;
    double mean = gated_mean(energy, count, lufs(loud) + RELATIVE_GATE);
    return mean > 0 ? lufs(mean) : ABSOLUTE_GATE;
}
