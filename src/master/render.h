// Passages at the clips' own rate, before it is doubled.
#ifndef LECTERN_MASTER_RENDER_H
#define LECTERN_MASTER_RENDER_H

#include "master/timeline.h"

// What the speech of a passage is limited to, linear.
float speech_ceiling(const Timeline *timeline, uint32_t index);

// Writes a passage at CLIP_RATE_HZ with the timeline's gain, limited. There is no noise
// floor yet. Linear.
NODISCARD bool level_passage(const Timeline *timeline, uint32_t index, Arena scratch, float *out,
                             Error *err);

#endif
