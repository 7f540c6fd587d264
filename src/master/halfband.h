// Exactly twice the sample rate, by a half-band filter.
#ifndef LECTERN_MASTER_HALFBAND_H
#define LECTERN_MASTER_HALFBAND_H

#include "base/str.h"

enum { HALF_BAND_REACH = 32 }; // input samples needed each side

// out[0 .. 2*count) from in[0 .. count); in[-HALF_BAND_REACH] to
// in[count + HALF_BAND_REACH] must be readable. No delay.
void double_rate(const float *in, int64_t count, float *out);

#endif
