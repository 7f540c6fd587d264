// A true-peak limiter for sound that begins and ends in silence.
#ifndef LECTERN_MASTER_LIMIT_H
#define LECTERN_MASTER_LIMIT_H

#include "base/str.h"

// A band-limited sound can exceed its samples; below this share of the ceiling none
// of speech was seen to reach it.
static const float LIMIT_NOTHING_BELOW = 0.5F;

// Lowers sound[0 .. count) at 22,050 Hz where its true peak (measured between samples by 4x
// interpolation) exceeds `ceiling` (linear): within 5 ms before, and 100 dB a second after.
// The first and last 128 frames must be silence.
void limit_sound(float *sound, int64_t count, float ceiling);

// Largest magnitude of the samples.
float sample_peak(const float *sound, int64_t count);

// Largest magnitude at and between the samples sound[beg .. end); 12 samples
// each side must be readable.
float true_peak(const float *sound, int64_t beg, int64_t end);

#endif
