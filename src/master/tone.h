// The sound before quotations where no file is given.
#ifndef LECTERN_MASTER_TONE_H
#define LECTERN_MASTER_TONE_H

#include "base/error.h"

// A soft tone of a third of a second, one channel at MASTER_RATE_HZ, full
// scale 1.0.
float *make_tone(Arena *arena, int64_t *frame_count);

#endif
