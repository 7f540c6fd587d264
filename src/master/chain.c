#include "master/chain.h"

#include <math.h>

#include "master/biquads.h"
#include "master/decibel.h"

static const char *const NAMES[CHAIN_COUNT] = {
    [CHAIN_HIGH_PASS] = "high-pass",   [CHAIN_PHASE] = "phase",
    [CHAIN_COMPRESSOR] = "compressor", [CHAIN_EQUALISER] = "equaliser",
    [CHAIN_LOW_PASS] = "low-pass",     [CHAIN_JITTER] = "jitter",
    [CHAIN_FLOOR] = "floor",           [CHAIN_LIMITER] = "limiter",
};

// Filters printed by scripts/filters.

// Rumble, and what the engine leaves of direct current.
static const Biquad HIGH_PASS = {9.859946058e-01F, -1.971989212e+00F, 9.859946058e-01F,
                                 -1.971793051e+00F, 9.721853723e-01F}; // 70 Hz
// The engine's voices are sharp peaks with silence between. Phases turned apart spread them:
// 2.2 to 3.6 dB less crest at the same spectrum, and less for the limiter to do.
static const Biquad ALL_PASSES[6] = {
    {9.180425343e-01F, -1.916290724e+00F, 1, -1.916290724e+00F, 9.180425343e-01F}, // 150 Hz
    {8.820902028e-01F, -1.878393146e+00F, 1, -1.878393146e+00F, 8.820902028e-01F}, // 220 Hz
    {8.426701773e-01F, -1.835941369e+00F, 1, -1.835941369e+00F, 8.426701773e-01F}, // 300 Hz
    {7.732427501e-01F, -1.758684452e+00F, 1, -1.758684452e+00F, 7.732427501e-01F}, // 450 Hz
    {6.692454517e-01F, -1.636148467e+00F, 1, -1.636148467e+00F, 6.692454517e-01F}, // 700 Hz
    {5.286553285e-01F, -1.454173756e+00F, 1, -1.454173756e+00F, 5.286553285e-01F}, // 1100 Hz
};
static const Biquad LOW_PASS = {8.132439188e-01F, 1.626487838e+00F, 8.132439188e-01F,
                                1.591300466e+00F, 6.616752092e-01F}; // 10 kHz
typedef struct {
    double cosine, alpha;
} Corner;
static const Corner LOW = {0.99725678031482989, 0.052339822869871815};   // shelf, 260 Hz
static const Corner MIDDLE = {0.69823681808607285, 0.39770380514428799}; // peak, 2800 Hz, Q 0.9
static const Corner HIGH = {0.14551921517479305, 0.69957993040212907};   // shelf, 5000 Hz

// --- Compressor: 2:1 above -24 dB, soft over 6 dB, slow. Faster ones were measured to lift
// 5 to 8 kHz by 5 to 7 dB. ---

enum { BLOCK = 16 };                           // frames, 0.7 ms: as often as the gain is reckoned
static const float ATTACK = 4.722348106e-02F;  // of 15 ms, a block
static const float RELEASE = 3.621544246e-03F; // of 200 ms
static const float THRESHOLD = -7.972627F;     // -24 dB of power, to base 2
static const float KNEE = 1.993157F;           // 6 dB of power, to base 2
static const float AT_FIRST = 0.007943F;       // -21 dB: about where speech will bring it

static float gain_for(float power)
{
    float over = log2_of(power) - THRESHOLD;
    if (over <= -KNEE / 2)
        return 1;
    float excess = over >= KNEE / 2 ? over : (over + KNEE / 2) * (over + KNEE / 2) / (2 * KNEE);
    return exp2_of(-excess / 4); // half of it, as amplitude
}

static float mean_square(const float *sound, int64_t count)
{
    float sum = 0;
    for (int64_t i = 0; i < count; i++)
        sum += sound[i] * sound[i];
    return sum / BLOCK;
}

static void compress(float *sound, int64_t count)
{
    float power = AT_FIRST, before = gain_for(power);
    for (int64_t b = 0; b < count; b += BLOCK) {
        int64_t n = count - b < BLOCK ? count - b : BLOCK;
        float now = mean_square(sound + b, n);
        power += (now - power) * (now > power ? ATTACK : RELEASE);
        float gain = gain_for(power), slope = (gain - before) / BLOCK;
        for (int64_t i = 0; i < n; i++)
            sound[b + i] *= before + slope * (float)(i + 1);
        before = gain;
    }
}

// --- Equaliser ---

static Biquad normalise(const double b[3], const double a[3])
{
    return (Biquad){(float)(b[0] / a[0]), (float)(b[1] / a[0]), (float)(b[2] / a[0]),
                    (float)(a[1] / a[0]), (float)(a[2] / a[0])};
}

// R. Bristow-Johnson's cookbook. `side` is 1 for the low shelf, -1 for the high.
static Biquad shelf(const Corner *corner, double side, float gain_db)
{
    double A = sqrt((double)gain_of_db((double)gain_db)), c = side * corner->cosine;
    double up = A + 1, down = A - 1, edge = 2 * sqrt(A) * corner->alpha;
    return normalise(
        (double[]){A * (up - down * c + edge), side * 2 * A * (down - up * c),
                   A * (up - down * c - edge)},
        (double[]){up + down * c + edge, side * -2 * (down + up * c), up + down * c - edge});
}

static Biquad peak(const Corner *corner, float gain_db)
{
    double A = sqrt((double)gain_of_db((double)gain_db));
    return normalise((double[]){1 + corner->alpha * A, -2 * corner->cosine, 1 - corner->alpha * A},
                     (double[]){1 + corner->alpha / A, -2 * corner->cosine, 1 - corner->alpha / A});
}

// --- All of it ---

static int before_compressor(ChainStages left_out, Biquad out[BIQUADS_MAX])
{
    int n = 0;
    if (!leaves_out(left_out, CHAIN_HIGH_PASS))
        out[n++] = HIGH_PASS;
    for (int i = 0; i < 6 && !leaves_out(left_out, CHAIN_PHASE); i++)
        out[n++] = ALL_PASSES[i];
    return n;
}

static int after_compressor(const Equaliser *e, ChainStages left_out, Biquad out[BIQUADS_MAX])
{
    int n = 0;
    if (!leaves_out(left_out, CHAIN_EQUALISER)) {
        out[n++] = shelf(&LOW, 1, e->low_db);
        out[n++] = peak(&MIDDLE, e->middle_db);
        out[n++] = shelf(&HIGH, -1, e->high_db);
    }
    if (!leaves_out(left_out, CHAIN_LOW_PASS))
        out[n++] = LOW_PASS;
    return n;
}

void treat_sound(const Voice *voice, ChainStages left_out, float *sound, int64_t count)
{
    Biquad filters[BIQUADS_MAX];
    float gain = gain_of_db((double)voice->gain_db);
    for (int64_t i = 0; i < count; i++)
        sound[i] *= gain;
    run_biquads(filters, before_compressor(left_out, filters), sound, count);
    if (!leaves_out(left_out, CHAIN_COMPRESSOR))
        compress(sound, count);
    run_biquads(filters, after_compressor(&voice->equaliser, left_out, filters), sound, count);
}

static bool find_stage(Str name, ChainStages *out)
{
    for (int i = 0; i < CHAIN_COUNT; i++)
        if (str_equal(name, str_from(NAMES[i]))) {
            *out |= 1U << i;
            return true;
        }
    return false;
}

bool read_chain_stages(Str names, ChainStages *out, Error *err)
{
    *out = 0;
    if (str_equal(names, STR("all"))) {
        *out = (1U << CHAIN_COUNT) - 1;
        return true;
    }
    for (size_t beg = 0, end; beg < names.len; beg = end + 1) {
        end = beg + str_find(str_slice(names, beg, names.len), STR(","));
        Str name = str_slice(names, beg, end);
        if (!find_stage(name, out))
            return fail(err, ERR_USAGE, (Span){0},
                        "no stage \"%.*s\" (high-pass, phase, compressor, equaliser, low-pass, "
                        "jitter, floor, limiter, all)",
                        name.len > 30 ? 30 : (int)name.len, name.data);
    }
    return true;
}
