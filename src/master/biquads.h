// Second-order filters one after the other.
#ifndef LECTERN_MASTER_BIQUADS_H
#define LECTERN_MASTER_BIQUADS_H

#include <stdint.h>

typedef struct {
    float b0, b1, b2, a1, a2; // a0 is 1
} Biquad;

enum { BIQUADS_MAX = 8 };

// Runs `sound` through `biquad_count` filters in place, from silence. Linear.
void run_biquads(const Biquad *biquads, int biquad_count, float *sound, int64_t count);

#endif
