// A passage before any gain: its clips after the chain, in their places. Kept in the store as
// kind `mix`, for levels are found, tried and rendered from it.
#ifndef LECTERN_MASTER_MIX_H
#define LECTERN_MASTER_MIX_H

#include "master/timeline.h"

// Kept with 6 dB of room above full scale.
static const float MIX_SCALE = 2.0F / 32768;

typedef struct {
    const float *energy;   // K-weighted, of each step (master/loudness.h)
    const float *peak;     // highest sample of each step, full scale 1.0
    const int16_t *frames; // at CLIP_RATE_HZ, in MIX_SCALE
    uint32_t step_count;
    int64_t frame_count;
    Blob blob;
} Mix;

// Frames of a passage at CLIP_RATE_HZ, and steps.
int64_t low_count(const Passage *passage);
uint32_t count_steps(const Passage *passage);

// The mix of a passage, made and kept where it has not been before; in the arena or mapped.
// Release when done. ERR_OUTPUT.
NODISCARD bool have_mix(const Timeline *timeline, uint32_t index, Arena *arena, Mix *out,
                        Error *err);
void release_mix(Mix *mix);

// Names all that a passage depends on beside its level.
Str name_mix(const Timeline *timeline, uint32_t index, Arena *arena);

#endif
