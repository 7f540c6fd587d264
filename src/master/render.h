// Sound at the clips' own rate, before it is resampled.
#ifndef LECTERN_MASTER_RENDER_H
#define LECTERN_MASTER_RENDER_H

#include "master/timeline.h"

// Writes `count` frames at CLIP_RATE_HZ from frame `beg` on: clips in their
// places with their voices' gains and the timeline's, not limited where
// `limited` is false. Silence lies outside the timeline.
NODISCARD bool render_low(const Timeline *timeline, int64_t beg, int64_t count, bool limited,
                          Arena scratch, float *out, Error *err);

// Exactly rounded steps of a tenth of a decibel: the same on every machine.
float gain_of_db(double db);

#endif
