// A true-peak limiter with finite memory: the gain at a sample hangs on about a
// second before it and 6 ms after, so that any stretch of sound can be limited
// by itself and comes out the same to the bit.
#ifndef LECTERN_MASTER_LIMIT_H
#define LECTERN_MASTER_LIMIT_H

#include "base/str.h"

enum {
    LIMIT_LEAD = 22050, // frames needed before the stretch
    LIMIT_AHEAD = 128,  // and after it
};

// sound[0 .. LIMIT_LEAD + count + LIMIT_AHEAD) at 22,050 Hz; the middle `count`
// frames are limited in place so that their true peak (measured between samples
// by 4x interpolation) stays at or below `ceiling` (linear). The rest is spoilt.
void limit_sound(float *sound, int64_t count, float ceiling, Arena scratch);

// Largest magnitude at and between the samples sound[beg .. end); 12 samples
// each side must be readable.
float true_peak(const float *sound, int64_t beg, int64_t end);

#endif
