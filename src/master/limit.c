#include "master/limit.h"

#include <math.h>

#include "base/vector.h"

// Interpolators a quarter and a half between samples 11 and 12 of 24: Kaiser-
// windowed sinc (beta 6), printed by scripts/filters. Three quarters is the
// quarter backwards.
static const float QUARTER[24] = {
    -1.070526706e-03F, 2.281312550e-03F,  -4.220251450e-03F, 7.144488001e-03F,  -1.138441468e-02F,
    1.740082013e-02F,  -2.592062216e-02F, 3.828000102e-02F,  -5.741754158e-02F, 9.152966476e-02F,
    -1.752744965e-01F, 8.997606431e-01F,  2.973024472e-01F,  -1.219277527e-01F, 7.162053626e-02F,
    -4.669529878e-02F, 3.149453205e-02F,  -2.128510555e-02F, 1.413384908e-02F,  -9.075279870e-03F,
    5.540715200e-03F,  -3.145025451e-03F, 1.598895510e-03F,  -6.715894082e-04F,
};
static const float MIDDLE[24] = {
    -1.211240314e-03F, 2.714663795e-03F,  -5.168728594e-03F, 8.917674662e-03F,  -1.439785082e-02F,
    2.220298929e-02F,  -3.323834431e-02F, 4.910195441e-02F,  -7.314293932e-02F, 1.140809880e-01F,
    -2.041135809e-01F, 6.342544142e-01F,  6.342544142e-01F,  -2.041135809e-01F, 1.140809880e-01F,
    -7.314293932e-02F, 4.910195441e-02F,  -3.323834431e-02F, 2.220298929e-02F,  -1.439785082e-02F,
    8.917674662e-03F,  -5.168728594e-03F, 2.714663795e-03F,  -1.211240314e-03F,
};

enum {
    TAPS = 24,
    BEFORE = 11,  // taps before the interval that is looked into
    ATTACK = 110, // frames, 5 ms
    BLOCK = 32,
    LANES = 8,
};
static const float RELEASE = 1.00052226F; // gain a frame: 100 dB a second
static const float DROP_MAX = 0.999F;     // to -60 dB
static const uint32_t ONE = 1U << 30;     // sums of gains are exact in integers

static float greater(float a, float b)
{
    return a > b ? a : b;
}

// Side by side, as the greatest of all is the same in any order.
float sample_peak(const float *x, int64_t count)
{
    float most[LANES] = {0};
    for (; count % LANES; count--)
        most[0] = greater(fabsf(x[count - 1]), most[0]);
    for (int64_t i = 0; i < count; i += LANES)
        for (int lane = 0; lane < LANES; lane++)
            most[lane] = greater(fabsf(x[i + lane]), most[lane]);
    for (int lane = 1; lane < LANES; lane++)
        most[0] = greater(most[lane], most[0]);
    return most[0];
}

// Highest magnitude of each sample and between it and the next. Tap by tap over a block:
// no sum runs along the samples, so that compilers use vectors without changing a bit.
WIDE_VECTORS static void find_peaks(const float *x, float peaks[BLOCK])
{
    float quarter[BLOCK] = {0}, middle[BLOCK] = {0}, three[BLOCK] = {0};
    for (int k = 0; k < TAPS; k++) {
        const float *tap = x + k - BEFORE;
        for (int i = 0; i < BLOCK; i++) {
            quarter[i] += QUARTER[k] * tap[i];
            middle[i] += MIDDLE[k] * tap[i];
            three[i] += QUARTER[TAPS - 1 - k] * tap[i];
        }
    }
    for (int i = 0; i < BLOCK; i++)
        peaks[i] = greater(greater(fabsf(x[i]), fabsf(middle[i])),
                           greater(fabsf(quarter[i]), fabsf(three[i])));
}

float true_peak(const float *sound, int64_t beg, int64_t end)
{
    float most = sample_peak(sound + beg, end - beg);
    for (int64_t b = beg; b < end; b += BLOCK) {
        int64_t n = end - b < BLOCK ? end - b : BLOCK;
        if (sample_peak(sound + b, n) < most * LIMIT_NOTHING_BELOW)
            continue;
        float block[BLOCK + TAPS] = {0}, peaks[BLOCK];
        memcpy(block, sound + b - BEFORE, (size_t)(n + TAPS) * sizeof *block);
        find_peaks(block + BEFORE, peaks);
        for (int64_t i = 0; i < n; i++)
            most = greater(peaks[i], most);
    }
    return most;
}

// --- The limiter goes along the sound with a window of what is to come. ---

enum {
    STRETCH = 4096,            // frames that are lowered at a time
    AHEAD = ATTACK + 2 + BLOCK // by how much peaks are sought before
};

typedef struct {
    float drop[STRETCH + AHEAD]; // by how much the gain of the next frames is to fall short of 1
    uint32_t window[ATTACK + 1]; // the gain without the mean, in ONEs, of the last frames
    uint64_t sum;                // of the window
    float level;
} Limiter;

static const uint64_t FULL = (uint64_t)(1U << 30) * (ATTACK + 1); // all ONEs

// The drop for a peak before frame i is taken ATTACK frames early. Where those before
// have dropped as much for an earlier peak, they have so for the rest of the way back.
static void drop_before(float *drop, int64_t i, float by)
{
    int64_t from = i > ATTACK + 1 ? i - ATTACK - 1 : 0;
    for (int64_t k = i; k >= from && drop[k] < by; k--)
        drop[k] = by;
}

// Looks for peaks in x[from .. to), the first frame of which `drop` begins with. What reaches
// beyond the sound, or behind the first block, is silence.
static void find_drops(const float *x, int64_t from, int64_t to, int64_t size, float ceiling,
                       float *drop, int64_t first)
{
    for (int64_t b = from > BLOCK ? from : BLOCK; b < to && b + BLOCK + TAPS <= size; b += BLOCK) {
        if (sample_peak(x + b, BLOCK + 1) < ceiling * LIMIT_NOTHING_BELOW)
            continue;
        float peaks[BLOCK];
        find_peaks(x + b, peaks);
        for (int i = 0; i < BLOCK; i++) {
            if (peaks[i] <= ceiling)
                continue;
            float by = 1 - ceiling / peaks[i];
            drop_before(drop, b + i + 1 - first, by < DROP_MAX ? by : DROP_MAX);
        }
    }
}

// Slow release, then the mean over the attack, so that the gain reaches what a peak needs
// just as it comes, and never exceeds it.
static void lower_frame(Limiter *l, float *frame, int64_t at, float drop)
{
    l->level = l->level * RELEASE < 1 ? l->level * RELEASE : 1;
    l->level = 1 - drop < l->level ? 1 - drop : l->level;
    uint32_t *oldest = &l->window[at % (ATTACK + 1)];
    l->sum -= *oldest;
    *oldest = (uint32_t)((double)l->level * ONE);
    l->sum += *oldest;
    *frame *= (float)((double)l->sum / (double)FULL);
}

static void lower_sound(Limiter *l, float *sound, int64_t beg, int64_t end)
{
    for (int64_t i = beg; i < end; i++)
        if (l->drop[i - beg] > 0 || l->sum != FULL)
            lower_frame(l, sound + i, i, l->drop[i - beg]);
}

void limit_sound(float *sound, int64_t count, float ceiling)
{
    Limiter l = {.sum = FULL, .level = 1};
    for (int k = 0; k <= ATTACK; k++)
        l.window[k] = ONE;
    enum { SOUGHT = AHEAD / BLOCK * BLOCK }; // whole blocks
    find_drops(sound, 0, SOUGHT, count, ceiling, l.drop, 0);
    for (int64_t beg = 0; beg < count; beg += STRETCH) {
        int64_t end = beg + STRETCH < count ? beg + STRETCH : count;
        find_drops(sound, beg + SOUGHT, beg + STRETCH + SOUGHT, count, ceiling, l.drop, beg);
        lower_sound(&l, sound, beg, end);
        memmove(l.drop, l.drop + STRETCH, AHEAD * sizeof *l.drop);
        memset(l.drop + AHEAD, 0, STRETCH * sizeof *l.drop);
    }
}
