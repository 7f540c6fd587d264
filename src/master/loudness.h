// Loudness by ITU-R BS.1770-4 from the energies of short steps, which can be computed in
// any order and place.
#ifndef LECTERN_MASTER_LOUDNESS_H
#define LECTERN_MASTER_LOUDNESS_H

#include "base/str.h"

enum {
    STEP_FRAMES = 576,       // at 22,050 Hz: 26 ms, the grid of passages
    HIGH_STEP_FRAMES = 1152, // at 44,100 Hz
    FAST_STEP_FRAMES = 960,  // at 48,000 Hz: 20 ms, a packet of Opus
};
static const double STEPS_PER_S = 22050.0 / STEP_FRAMES;

// K-weighted energy (mean square) of each of `count` steps of sound at 22,050 Hz that
// begins from silence. Linear.
void weigh_steps(const float *sound, uint32_t count, float *energy);

// The same of sound at 44,100 Hz.
void weigh_high_steps(const float *sound, uint32_t count, float *energy);

// The same of sound at 48,000 Hz.
void weigh_fast_steps(const float *sound, uint32_t count, float *energy);

// Mean energy from step `beg` to step `end`, parts of steps included; steps are even in
// themselves. What lies past `count` is silence.
double mean_energy(const float *energy, uint32_t count, double beg, double end);

// Integrated loudness in LUFS as heard (one channel read as two equal ones) of steps that
// follow one another; -70 where all is below the gate. Blocks of 400 ms every 100 ms
// begin and end where the standard has them.
double integrate_steps(const float *energy, uint32_t count, double steps_per_s);

#endif
