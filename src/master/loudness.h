// Loudness by ITU-R BS.1770-4 at 22,050 Hz, in steps of 100 ms that can be
// computed in any order and place.
#ifndef LECTERN_MASTER_LOUDNESS_H
#define LECTERN_MASTER_LOUDNESS_H

#include "base/str.h"

enum {
    STEP_FRAMES = 2205,    // 100 ms
    WEIGHTING_LEAD = 22050 // frames of run-in until the filters have settled
};

// K-weighted energy (mean square) of each of `count` steps. `sound` begins
// WEIGHTING_LEAD frames before the first step.
void weigh_steps(const float *sound, uint32_t count, double *energy);

// Integrated loudness in LUFS as heard (one channel read as two equal ones) of
// steps that follow one another; -70 where all is below the gate.
double integrate_steps(const double *energy, uint32_t count);

#endif
