// Any sample rate to any other, for sound that is not the engine's.
#ifndef LECTERN_MASTER_RESAMPLE_H
#define LECTERN_MASTER_RESAMPLE_H

#include "base/error.h"

// `count` frames of one channel at `from_hz`; gives the frames at `to_hz` in the
// arena and their number in `out_count`. ERR_USAGE where the ratio is beyond 256.
NODISCARD bool resample(const float *in, int64_t count, int from_hz, int to_hz, Arena *arena,
                        float **out, int64_t *out_count, Error *err);

#endif
