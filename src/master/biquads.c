// A filter waits for its own last value, which leaves a processor idle. So four run side by
// side as the lanes of a vector, each on what the one before gave a step ago: the last
// is three samples behind the first.
#include "master/biquads.h"

#include <string.h>

enum { LANES = 4 };

typedef float Lanes __attribute__((vector_size(LANES * sizeof(float))));

typedef struct {
    Lanes b0, b1, b2, a1, a2, s1, s2, out;
} Group;

// Lanes without a filter let the sound pass.
static Group make_group(const Biquad *biquads, int count)
{
    Group g = {0};
    for (int i = 0; i < LANES; i++) {
        Biquad f = i < count ? biquads[i] : (Biquad){.b0 = 1};
        g.b0[i] = f.b0;
        g.b1[i] = f.b1;
        g.b2[i] = f.b2;
        g.a1[i] = f.a1;
        g.a2[i] = f.a2;
    }
    return g;
}

// Transposed direct form II.
static inline float step(Group *g, float sample)
{
    Lanes in = __builtin_shufflevector(g->out, (Lanes){sample}, 4, 0, 1, 2);
    g->out = g->b0 * in + g->s1;
    g->s1 = g->b1 * in - g->a1 * g->out + g->s2;
    g->s2 = g->b2 * in - g->a2 * g->out;
    return g->out[LANES - 1];
}

static void run_group(Group g, float *sound, int64_t count)
{
    for (int64_t i = 0; i < count + LANES - 1; i++) {
        float out = step(&g, i < count ? sound[i] : 0);
        if (i >= LANES - 1)
            sound[i - (LANES - 1)] = out;
    }
}

// Two groups keep the processor busier than one after the other.
static void run_two_groups(Group g, Group h, float *sound, int64_t count)
{
    enum { LATE = 2 * (LANES - 1) };
    for (int64_t i = 0; i < count + LATE; i++) {
        float out = step(&h, step(&g, i < count ? sound[i] : 0));
        if (i >= LATE)
            sound[i - LATE] = out;
    }
}

void run_biquads(const Biquad *biquads, int biquad_count, float *sound, int64_t count)
{
    if (biquad_count == 0)
        return;
    Group first = make_group(biquads, biquad_count);
    if (biquad_count <= LANES)
        run_group(first, sound, count);
    else
        run_two_groups(first, make_group(biquads + LANES, biquad_count - LANES), sound, count);
}
