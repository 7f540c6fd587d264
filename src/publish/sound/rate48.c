// Each of the 160 places that an output sample may have between two of input has a windowed sinc
// of its own. Their tables are computed here with nothing but sums, products and
// quotients, which are the same on every machine; a library's sine is not.
#include "publish/sound/rate48.h"

#include <math.h>
#include <string.h>

enum { TAPS = 2 * RATE48_REACH, LANES = 4 };

typedef float Vector __attribute__((vector_size(LANES * sizeof(float))));

struct Rate48 {
    float taps[RATE48_TO][TAPS]; // [place]; earliest sample first
};

static const double PI = 3.14159265358979323846;
// Of a Kaiser window: flat to 19 kHz within 0.001 dB, all else beside a tone below -100 dB.
static const double BETA = 10.2;
// Where the filter is half way down, of half the input's rate.
static const double CUT_OFF = 0.98;

// By its series; x from 0 to 1/2.
static double sine_of_pi(double x)
{
    double square = PI * PI * x * x, term = PI * x, sum = term;
    for (int k = 2; k < 24; k += 2) {
        term *= -square / (k * (k + 1));
        sum += term;
    }
    return sum;
}

static double sine_of_any_pi(double x)
{
    double sign = x < 0 ? -1 : 1;
    double whole = floor(x * sign), part = x * sign - whole;
    if (fmod(whole, 2) > 0)
        sign = -sign;
    return sign * sine_of_pi(part > 0.5 ? 1 - part : part);
}

// The modified Bessel function of order zero of 2 * sqrt(quarter_square).
static double bessel(double quarter_square)
{
    double term = 1, sum = 1;
    for (int k = 1; k < 32; k++) {
        term *= quarter_square / (k * k);
        sum += term;
    }
    return sum;
}

// At `x` input samples from the middle.
static double tap_at(double x)
{
    double t = x / RATE48_REACH;
    if (t * t >= 1)
        return 0;
    double window = bessel(BETA * BETA / 4 * (1 - t * t));
    return window * (x == 0 ? CUT_OFF : sine_of_any_pi(CUT_OFF * x) / (PI * x));
}

const Rate48 *make_rate48(Arena *arena)
{
    Rate48 *rate = ALLOC(arena, Rate48, 1);
    for (int place = 0; place < RATE48_TO; place++) {
        double taps[TAPS], sum = 0;
        for (int k = 0; k < TAPS; k++) {
            taps[k] = tap_at(k + 1 - RATE48_REACH - (double)place / RATE48_TO);
            sum += taps[k];
        }
        for (int k = 0; k < TAPS; k++)
            rate->taps[place][k] = (float)(taps[k] / sum);
    }
    return rate;
}

static Vector load(const float *from)
{
    Vector v;
    memcpy(&v, from, sizeof v);
    return v;
}

// Two sums, so that a product need not wait for the one before.
static float filter(const float *taps, const float *in)
{
    Vector even = load(taps) * load(in), odd = load(taps + LANES) * load(in + LANES);
    for (int k = 2 * LANES; k < TAPS; k += 2 * LANES) {
        even += load(taps + k) * load(in + k);
        odd += load(taps + k + LANES) * load(in + k + LANES);
    }
    Vector sum = even + odd;
    return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

void raise_rate(const Rate48 *rate, const float *in, int64_t count, float *out)
{
    int place = 0;
    in -= RATE48_REACH - 1;
    for (int64_t i = 0; i < count; i++) {
        out[i] = filter(rate->taps[place], in);
        place += RATE48_FROM;
        if (place >= RATE48_TO) {
            place -= RATE48_TO;
            in++;
        }
    }
}
