// Four times oversampled as in ITU-R BS.1770-4, annex 2, but only where a point
// between samples could exceed the peak that is known already: what an
// interpolator gives is at most its gain times the highest sample that it sees.
#include "publish/true_peak.h"

#include <math.h>

enum { GROUP = 16 }; // points between samples that are taken or left together

PeakFilter new_peak_filter(void)
{
    const double pi = 3.14159265358979323846;
    PeakFilter filter = {0};
    for (int row = 0; row < 3; row++) {
        double gain = 0;
        for (int k = 0; k < 2 * PEAK_REACH; k++) {
            double t = k - (PEAK_REACH - 1) - (row + 1) / 4.0; // in samples, from the point
            double window = 0.5 + 0.5 * cos(pi * t / PEAK_REACH);
            double tap = sin(pi * t) / (pi * t) * window;
            filter.taps[row][k] = (float)tap;
            gain += fabs(tap);
        }
        if (gain > (double)filter.gain)
            filter.gain = (float)gain;
    }
    filter.gain *= 1.0001f; // for what rounding adds
    return filter;
}

static float highest_sample(const float *x, int64_t count, float peak)
{
    for (int64_t i = 0; i < count; i++) {
        float level = fabsf(x[i]);
        peak = level > peak ? level : peak;
    }
    return peak;
}

// x: the first sample that the point depends on.
static float raise_at(const PeakFilter *filter, const float *x, float peak)
{
    for (int row = 0; row < 3; row++) {
        float sum = 0;
        for (int k = 0; k < 2 * PEAK_REACH; k++)
            sum += filter->taps[row][k] * x[k];
        float level = fabsf(sum);
        peak = level > peak ? level : peak;
    }
    return peak;
}

float raise_peak(const PeakFilter *filter, const float *x, int64_t count, float peak)
{
    peak = highest_sample(x, count, peak);
    int64_t points = count - (2 * PEAK_REACH - 1);
    for (int64_t beg = 0; beg < points; beg += GROUP) {
        int64_t end = beg + GROUP < points ? beg + GROUP : points;
        float near = highest_sample(x + beg, end - beg + 2 * PEAK_REACH - 1, 0);
        if (near * filter->gain <= peak)
            continue;
        for (int64_t i = beg; i < end; i++)
            peak = raise_at(filter, x + i, peak);
    }
    return peak;
}
