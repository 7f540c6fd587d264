// The highest point that sound reaches between its samples as well as at them.
#ifndef LECTERN_PUBLISH_TRUE_PEAK_H
#define LECTERN_PUBLISH_TRUE_PEAK_H

#include <stdint.h>

enum { PEAK_REACH = 6 }; // samples to either side that a point between two depends on

// Rows for a quarter, a half and three quarters of the way between two samples.
typedef struct {
    float taps[3][2 * PEAK_REACH];
    float gain; // no point is higher than this times the highest sample it depends on
} PeakFilter;

PeakFilter new_peak_filter(void);

// The higher of `peak` and the highest point of x, full scale 1.0: of all samples,
// and of the points between those that have PEAK_REACH samples to either side.
// Blocks that overlap by 2 * PEAK_REACH - 1 samples thus see every point. Fast
// where little of the sound comes near `peak`.
float raise_peak(const PeakFilter *filter, const float *x, int64_t count, float peak);

#endif
