#include "master/limit.h"

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
};
static const float RELEASE = 1.00052226F; // gain a frame: 100 dB a second
static const float LEAST_GAIN = 0.001F;   // -60 dB: the lead then always suffices
// A band-limited sound can exceed its samples; below half the ceiling none of
// speech was seen to reach it.
static const float QUIET = 0.5F;
static const double ONE = 1073741824.0; // 2^30: sums of gains are exact in integers

static float magnitude(float x)
{
    return x < 0 ? -x : x;
}

static float interval_peak(const float *x)
{
    float quarter = 0, middle = 0, three = 0;
    for (int k = 0; k < TAPS; k++) {
        quarter += QUARTER[k] * x[k - BEFORE];
        middle += MIDDLE[k] * x[k - BEFORE];
        three += QUARTER[TAPS - 1 - k] * x[k - BEFORE];
    }
    float most = magnitude(quarter) > magnitude(middle) ? magnitude(quarter) : magnitude(middle);
    return most > magnitude(three) ? most : magnitude(three);
}

static float sample_peak(const float *x, int64_t count)
{
    float most = 0;
    for (int64_t i = 0; i < count; i++)
        most = magnitude(x[i]) > most ? magnitude(x[i]) : most;
    return most;
}

float true_peak(const float *sound, int64_t beg, int64_t end)
{
    float most = 0;
    for (int64_t b = beg; b < end; b += BLOCK) {
        int64_t n = end - b < BLOCK ? end - b : BLOCK;
        float sample = sample_peak(sound + b, n);
        most = sample > most ? sample : most;
        if (sample < most * QUIET)
            continue;
        for (int64_t i = b; i < b + n; i++) {
            float between = interval_peak(sound + i);
            most = between > most ? between : most;
        }
    }
    return most;
}

static void lower(float *gain, int64_t i, float to)
{
    int64_t from = i > ATTACK ? i - ATTACK : 0;
    for (int64_t k = from; k <= i; k++)
        gain[k] = gain[k] < to ? gain[k] : to;
}

// The gain that each frame needs, taken ATTACK frames early.
static void find_gains(const float *x, int64_t size, float ceiling, float *gain)
{
    for (int64_t i = 0; i < size; i++)
        gain[i] = 1;
    for (int64_t b = BEFORE; b + TAPS < size; b += BLOCK) {
        int64_t n = size - TAPS - b < BLOCK ? size - TAPS - b : BLOCK;
        if (sample_peak(x + b, n + 1) < ceiling * QUIET)
            continue;
        for (int64_t i = b; i < b + n; i++) {
            float between = interval_peak(x + i);
            float most = magnitude(x[i]) > between ? magnitude(x[i]) : between;
            if (most <= ceiling)
                continue;
            float to = ceiling / most > LEAST_GAIN ? ceiling / most : LEAST_GAIN;
            lower(gain, i, to);
            gain[i + 1] = gain[i + 1] < to ? gain[i + 1] : to;
        }
    }
}

// Slow release, then the mean over the attack: the gain reaches what a peak
// needs just as it comes, and never exceeds it.
static void smooth_gains(float *gain, int64_t size, Arena scratch)
{
    uint32_t *exact = ALLOC(&scratch, uint32_t, (size_t)size);
    float level = 1;
    for (int64_t i = 0; i < size; i++) {
        level = level * RELEASE < 1 ? level * RELEASE : 1;
        level = gain[i] < level ? gain[i] : level;
        exact[i] = (uint32_t)((double)level * ONE);
    }
    uint64_t sum = 0;
    for (int64_t i = 0; i < size; i++) {
        sum += exact[i];
        if (i > ATTACK)
            sum -= exact[i - ATTACK - 1];
        gain[i] = (float)((double)sum / (ONE * (ATTACK + 1)));
    }
}

void limit_sound(float *sound, int64_t count, float ceiling, Arena scratch)
{
    int64_t size = LIMIT_LEAD + count + LIMIT_AHEAD;
    float *gain = ALLOC(&scratch, float, (size_t)size);
    find_gains(sound, size, ceiling, gain);
    smooth_gains(gain, size, scratch);
    for (int64_t i = LIMIT_LEAD; i < LIMIT_LEAD + count; i++)
        sound[i] *= gain[i];
}
