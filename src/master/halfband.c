#include "master/halfband.h"

// Odd samples: 32 taps each side at distances of half a sample, a Kaiser-windowed
// sinc (beta 9.2) printed by scripts/filters. Flat to 10 kHz within 0.01 dB,
// images below -90 dB. Even samples are the input itself.
static const float HALF_BAND[32] = {
    6.359977483e-01F, -2.103144079e-01F, 1.241883025e-01F, -8.660055659e-02F,
    6.522654953e-02F, -5.125844294e-02F, 4.131440467e-02F, -3.382031112e-02F,
    2.794544907e-02F, -2.321035475e-02F, 1.931872867e-02F, -1.607705998e-02F,
    1.335286687e-02F, -1.105155021e-02F, 9.102890947e-03F, -7.452848094e-03F,
    6.058416672e-03F, -4.884325999e-03F, 3.900882924e-03F, -3.082547019e-03F,
    2.406983327e-03F, -1.854430851e-03F, 1.407280806e-03F, -1.049793621e-03F,
    7.679061685e-04F, -5.490956941e-04F, 3.822772470e-04F, -2.577186637e-04F,
    1.669624525e-04F, -1.027478133e-04F, 5.892892731e-05F, -3.038781607e-05F,
};

enum { BLOCK = 1024 };

// Tap by tap over a block: no sum runs along the samples, so that compilers
// use vectors without changing a bit.
static void interpolate(const float *in, int64_t count, float *odd)
{
    memset(odd, 0, (size_t)count * sizeof *odd);
    for (int k = 0; k < HALF_BAND_REACH; k++) {
        float tap = HALF_BAND[k];
        const float *before = in - k, *after = in + 1 + k;
        for (int64_t i = 0; i < count; i++)
            odd[i] += tap * (before[i] + after[i]);
    }
}

void double_rate(const float *in, int64_t count, float *out)
{
    float odd[BLOCK];
    for (int64_t beg = 0; beg < count; beg += BLOCK) {
        int64_t n = count - beg < BLOCK ? count - beg : BLOCK;
        interpolate(in + beg, n, odd);
        for (int64_t i = 0; i < n; i++) {
            out[2 * (beg + i)] = in[beg + i];
            out[2 * (beg + i) + 1] = odd[i];
        }
    }
}
