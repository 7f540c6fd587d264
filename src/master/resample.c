#include "master/resample.h"

#include <samplerate.h>

bool resample(const float *in, int64_t count, int from_hz, int to_hz, Arena *arena, float **out,
              int64_t *out_count, Error *err)
{
    double ratio = (double)to_hz / from_hz;
    int64_t room = (int64_t)((double)count * ratio) + 64;
    *out = ALLOC(arena, float, (size_t)room);
    SRC_DATA data = {.data_in = in,
                     .input_frames = (long)count,
                     .data_out = *out,
                     .output_frames = (long)room,
                     .src_ratio = ratio};
    int failed = src_simple(&data, SRC_SINC_MEDIUM_QUALITY, 1);
    *out_count = data.output_frames_gen;
    return !failed || fail(err, ERR_USAGE, (Span){0}, "cannot resample from %d to %d Hz: %.60s",
                           from_hz, to_hz, src_strerror(failed));
}
