// From 44,100 Hz to 48,000 Hz, where Opus and stations are at home.
#ifndef LECTERN_PUBLISH_SOUND_RATE48_H
#define LECTERN_PUBLISH_SOUND_RATE48_H

#include "base/arena.h"

#include <stdint.h>

enum {
    RATE48_REACH = 32, // input samples needed each side
    RATE48_FROM = 147,
    RATE48_TO = 160, // input samples for so many of output
};

typedef struct Rate48 Rate48; // constant once made

const Rate48 *make_rate48(Arena *arena);

// out[i] is the input at in[i * 147 / 160], for i from 0 to count. The input must be readable
// RATE48_REACH samples to either side of the first and the last of these places. No delay.
void raise_rate(const Rate48 *rate, const float *in, int64_t count, float *out);

#endif
