#include "master/chain.h"

#include <math.h>

#include "base/vector.h"
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

enum { BLOCK = 32 };                           // frames, 1.5 ms: as often as the gain is reckoned
static const float ATTACK = 9.221690496e-02F;  // of 15 ms, a block
static const float RELEASE = 7.229972910e-03F; // of 200 ms
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

// Four sums side by side: one would wait for itself.
static float mean_square(const float block[BLOCK])
{
    float sums[4] = {0};
    for (int i = 0; i < BLOCK; i += 4)
        for (int k = 0; k < 4; k++)
            sums[k] += block[i + k] * block[i + k];
    return ((sums[0] + sums[1]) + (sums[2] + sums[3])) / BLOCK;
}

// The gain goes in a straight line from one block's to the next.
typedef struct {
    float power, gain, slope;
} Compressor;

static void hear_block(Compressor *c, const float block[BLOCK])
{
    float now = mean_square(block);
    c->gain += c->slope * BLOCK;
    c->power += (now - c->power) * (now > c->power ? ATTACK : RELEASE);
    c->slope = (gain_for(c->power) - c->gain) / BLOCK;
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
// Filters on both sides of the compressor run at once, those behind it a block later.

// The second group takes what the first gave a sample ago.
enum { LATE = 3 * GROUP_DELAY + 1 + BLOCK };

typedef struct {
    FilterGroup before[2], after;
    bool compressed;
    Compressor compressor;
} Chain;

static void add_before(Chain *chain, ChainStages left_out)
{
    Biquad filters[2 * GROUP_MAX] = {{.b0 = 1}, {.b0 = 1}, {.b0 = 1}, {.b0 = 1},
                                     {.b0 = 1}, {.b0 = 1}, {.b0 = 1}, {.b0 = 1}};
    if (!leaves_out(left_out, CHAIN_HIGH_PASS))
        filters[0] = HIGH_PASS;
    if (!leaves_out(left_out, CHAIN_PHASE))
        memcpy(filters + 1, ALL_PASSES, sizeof ALL_PASSES);
    chain->before[0] = make_group(filters, GROUP_MAX);
    chain->before[1] = make_group(filters + GROUP_MAX, GROUP_MAX);
}

static void add_after(Chain *chain, const Equaliser *e, ChainStages left_out)
{
    Biquad filters[GROUP_MAX];
    int n = 0;
    if (!leaves_out(left_out, CHAIN_EQUALISER)) {
        filters[n++] = shelf(&LOW, 1, e->low_db);
        filters[n++] = peak(&MIDDLE, e->middle_db);
        filters[n++] = shelf(&HIGH, -1, e->high_db);
    }
    if (!leaves_out(left_out, CHAIN_LOW_PASS))
        filters[n++] = LOW_PASS;
    chain->after = make_group(filters, n);
}

static Chain make_chain(const Voice *voice, ChainStages left_out)
{
    Chain chain = {.compressed = !leaves_out(left_out, CHAIN_COMPRESSOR)};
    chain.compressor = (Compressor){AT_FIRST, chain.compressed ? gain_for(AT_FIRST) : 1, 0};
    add_before(&chain, left_out);
    add_after(&chain, &voice->equaliser, left_out);
    return chain;
}

// `block` goes in, `held` is what the block before gave in front of the compressor and becomes
// what this one does, and `out` is late by LATE.
WIDE_VECTORS static void run_block(Chain *chain, const float *block, float gain, float held[BLOCK],
                                   float out[BLOCK])
{
    FilterGroup first = chain->before[0], second = chain->before[1], after = chain->after;
    float level = chain->compressor.gain, slope = chain->compressor.slope;
    for (int i = 0; i < BLOCK; i++) {
        filter_on(&after, in_all_lanes(held[i] * (level + slope * (float)(i + 1))));
        out[i] = after.out[GROUP_MAX - 1];
        filter_on(&second, first.out);
        filter_on(&first, in_all_lanes(gain * block[i]));
        held[i] = second.out[GROUP_MAX - 1];
    }
    chain->before[0] = first;
    chain->before[1] = second;
    chain->after = after;
    if (chain->compressed)
        hear_block(&chain->compressor, held);
}

// Frames of `sound` from `at` on, as far as there are any.
static void take_block(const float *sound, int64_t count, int64_t at, float block[BLOCK])
{
    int64_t n = at + BLOCK <= count ? BLOCK : at < count ? count - at : 0;
    memset(block, 0, BLOCK * sizeof *block);
    memcpy(block, sound + at, (size_t)n * sizeof *block);
}

static void put_block(const float block[BLOCK], int64_t count, int64_t at, float *sound)
{
    int64_t skip = at < 0 ? -at : 0;
    int64_t end = at + BLOCK < count ? BLOCK : count - at;
    if (skip < end)
        memcpy(sound + at + skip, block + skip, (size_t)(end - skip) * sizeof *block);
}

void treat_sound(const Voice *voice, ChainStages left_out, float *sound, int64_t count)
{
    Chain chain = make_chain(voice, left_out);
    float gain = gain_of_db((double)voice->gain_db), held[BLOCK] = {0};
    for (int64_t at = 0; at < count + LATE; at += BLOCK) {
        float in[BLOCK], out[BLOCK];
        take_block(sound, count, at, in);
        run_block(&chain, in, gain, held, out);
        put_block(out, count, at - LATE, sound);
    }
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
