// Second-order filters one after the other.
//
// A filter waits for its own last value, which leaves a processor idle. So four of them run
// side by side as the lanes of a vector, each on what the one before gave a step ago: the
// last is three samples behind the first.
#ifndef LECTERN_MASTER_BIQUADS_H
#define LECTERN_MASTER_BIQUADS_H

typedef struct {
    float b0, b1, b2, a1, a2; // a0 is 1
} Biquad;

enum {
    GROUP_MAX = 4,   // filters in a group
    GROUP_DELAY = 3, // samples by which its sound is late
};

typedef float GroupLanes __attribute__((vector_size(GROUP_MAX * sizeof(float))));

typedef struct {
    GroupLanes b0, b1, b2, a1, a2;
    GroupLanes s1, s2, out;
} FilterGroup;

// Filters at rest. Lanes without one let the sound pass; `count` may be 0.
FilterGroup make_group(const Biquad *filters, int count);

// One sample further. What goes in is the last lane of `before`: of the group in front, or a
// sample in all lanes. Transposed direct form II; sums are taken in the order that has a
// filter wait least for itself.
static inline void filter_on(FilterGroup *g, GroupLanes before)
{
    GroupLanes in = __builtin_shufflevector(before, g->out, 3, 4, 5, 6);
    g->out = g->b0 * in + g->s1;
    g->s1 = (g->b1 * in + g->s2) - g->a1 * g->out;
    g->s2 = g->b2 * in - g->a2 * g->out;
}

static inline GroupLanes in_all_lanes(float sample)
{
    return (GroupLanes){sample, sample, sample, sample};
}

#endif
