// Passages at the clips' own rate, before it is doubled.
#ifndef LECTERN_MASTER_RENDER_H
#define LECTERN_MASTER_RENDER_H

#include "master/timeline.h"

// Frames of a passage at CLIP_RATE_HZ.
int64_t low_count(const Passage *passage);

// Writes a passage at CLIP_RATE_HZ: treated clips in their places with the timeline's
// gain, limited or not. There is no noise floor yet.
NODISCARD bool mix_passage(const Timeline *timeline, const Passage *passage, bool limited,
                           Arena scratch, float *out, Error *err);

// Names what a passage as mix_passage gives it depends on.
void key_levels(const Timeline *timeline, uint32_t index, bool limited, Arena scratch,
                char key[HASH_HEX]);

#endif
