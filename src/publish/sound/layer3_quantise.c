// ISO/IEC 11172-3, 2.4.3.4: a line is |q|^(4/3) * 2^((gain - 210) / 4).
// Bits are many for speech at 96 kbit/s: noise lies 40 dB below it. So there is no model
// of hearing here, and no scale factor: the power itself gives strong lines more noise and
// weak ones less, and finer steps for weak bands were measured to hide no more of it.
#include "publish/sound/layer3_quantise.h"

#include "base/vector.h"
#include "master/decibel.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

enum {
    LONG_BANDS = 22,
    SHORT_BANDS = 13,
    UNIT_GAIN = 210, // of step 1
    GAIN_MAX = 255,
    TRIALS = 8, // of a gain; more than four are rare
};

// Table B.8, 44.1 kHz.
static const short LONG_EDGES[LONG_BANDS + 1] = {
    0,  4,  8,   12,  16,  20,  24,  30,  36,  44,  52,  62,
    74, 90, 110, 134, 162, 196, 238, 288, 342, 418, 576,
};
static const short SHORT_EDGES[SHORT_BANDS + 1] = {
    0, 4, 8, 12, 16, 22, 30, 40, 52, 66, 84, 106, 136, 192,
};

// Regions of tables by the number of bands with pairs: bands of the first and second, less 1.
static const uint8_t REGIONS[LONG_BANDS + 1][2] = {
    {0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 1}, {1, 1}, {1, 1}, {1, 2}, {2, 2}, {2, 3}, {2, 3},
    {3, 4}, {3, 4}, {3, 4}, {4, 5}, {4, 5}, {4, 6}, {5, 6}, {5, 6}, {5, 7}, {6, 7}, {6, 7},
};
// Blocks with windows of their own: the first region has this many lines, the rest the second.
enum { WINDOWED_REGION = 36 };

static const float QUIETEST = 1e-5F;   // amplitude of a line: less is not worth a finer step
static const float ROUNDING = 0.4054F; // of the power 3/4; table C.1.5.4.4.1

// 2^(-3/16 * sixteenths...): the factor of the powers for a gain.
static float power_step(int gain)
{
    static const double SIXTEENTH[16] = {
        1.0,
        1.0442737824274138403,
        1.0905077326652576592,
        1.1387886347566916537,
        1.1892071150027210667,
        1.2418578120734840486,
        1.2968395546510096659,
        1.3542555469368927283,
        1.4142135623730950488,
        1.4768261459394993114,
        1.5422108254079408236,
        1.6104903319492543082,
        1.6817928305074290861,
        1.7562521603732994831,
        1.8340080864093424635,
        1.9152065613971472939,
    };
    int exponent = 3 * (UNIT_GAIN - gain);
    int whole = exponent >= 0 ? exponent / 16 : -((-exponent + 15) / 16);
    union {
        uint64_t bits;
        double value;
    } power = {(uint64_t)(whole + 1023) << 52}; // of two (IEEE 754)
    return (float)(SIXTEENTH[exponent - 16 * whole] * power.value);
}

// --- Order, bands and their levels ---

// Lines of short blocks are coded by band, then window, then frequency.
static void order_lines(const Spectrum *spectrum, float *out)
{
    if (spectrum->type != BLOCK_SHORT) {
        memcpy(out, spectrum->lines, sizeof spectrum->lines);
        return;
    }
    for (int band = 0; band < SHORT_BANDS; band++)
        for (int w = 0; w < 3; w++)
            for (int f = SHORT_EDGES[band]; f < SHORT_EDGES[band + 1]; f++)
                *out++ = spectrum->lines[3 * f + w];
}

// Logarithm of the mean amplitude.
static float level_of(double energy, int count)
{
    float power = (float)(energy / count);
    return log2_of(power > QUIETEST * QUIETEST ? power : QUIETEST * QUIETEST) / 2;
}

static double energy_of(const float *lines, int beg, int end, int stride)
{
    double energy = 0;
    for (int i = beg; i < end; i += stride)
        energy += (double)lines[i] * (double)lines[i];
    return energy;
}

WIDE_VECTORS static void measure_bands(const float *lines, float levels[LONG_BANDS])
{
    for (int band = 0; band < LONG_BANDS; band++) {
        int beg = LONG_EDGES[band], end = LONG_EDGES[band + 1];
        levels[band] = level_of(energy_of(lines, beg, end, 1), end - beg);
    }
}

void weigh_spectrum(Spectrum *spectrum)
{
    float levels[LONG_BANDS];
    measure_bands(spectrum->lines, levels);
    spectrum->demand = 0;
    for (int band = 0; band < LONG_BANDS; band++)
        spectrum->demand +=
            (levels[band] - log2_of(QUIETEST)) * (float)(LONG_EDGES[band + 1] - LONG_EDGES[band]);
}

static float greatest(const float *values, int count)
{
    float most = values[0];
    for (int i = 1; i < count; i++)
        most = values[i] > most ? values[i] : most;
    return most;
}

// --- Whole numbers and their cost ---

WIDE_VECTORS static void make_powers(const Coded *coded, float powers[GRANULE])
{
    for (int i = 0; i < GRANULE; i++) {
        float x = fabsf(coded->lines[i]);
        powers[i] = sqrtf(x * sqrtf(x));
    }
}

enum { ENDS = 16 }; // divides GRANULE

static bool are_zero(const int32_t magnitudes[ENDS])
{
    int32_t all = 0;
    for (int i = 0; i < ENDS; i++)
        all |= magnitudes[i];
    return all == 0;
}

static void find_ends(Coded *coded)
{
    const int32_t *m = coded->magnitudes;
    int end = GRANULE;
    while (end > 0 && are_zero(m + end - ENDS)) // the upper half is silence
        end -= ENDS;
    while (end > 0 && m[end - 1] == 0)
        end--;
    int pairs = end;
    while (pairs > 0 && m[pairs - 1] <= 1)
        pairs--;
    pairs += pairs & 1;
    coded->pair_end = pairs;
    coded->quad_end = pairs + (end > pairs ? (end - pairs + 3) / 4 * 4 : 0);
    if (coded->quad_end > GRANULE) { // 576 lines less an odd number of pairs
        coded->pair_end += 2;
        coded->quad_end = GRANULE;
    }
}

static void find_regions(const Coded *coded, int ends[3], int counts[2])
{
    if (coded->type != BLOCK_LONG) {
        counts[0] = coded->type == BLOCK_SHORT ? 8 : 7;
        counts[1] = 36; // as far as it goes
        ends[0] = coded->pair_end < WINDOWED_REGION ? coded->pair_end : WINDOWED_REGION;
        ends[1] = ends[2] = coded->pair_end;
        return;
    }
    int bands = 0;
    while (LONG_EDGES[bands] < coded->pair_end)
        bands++;
    counts[0] = REGIONS[bands][0];
    counts[1] = REGIONS[bands][1];
    int first = LONG_EDGES[counts[0] + 1], second = LONG_EDGES[counts[0] + counts[1] + 2];
    ends[0] = first < coded->pair_end ? first : coded->pair_end;
    ends[1] = second < coded->pair_end ? second : coded->pair_end;
    ends[2] = coded->pair_end;
}

static void choose_tables(Coded *coded)
{
    int ends[3], beg = 0;
    find_regions(coded, ends, coded->region_count);
    for (int i = 0; i < 3; i++) {
        coded->table_select[i] =
            choose_pair_table(coded->magnitudes + beg, ends[i] - beg, &coded->bits);
        beg = ends[i];
    }
    coded->count1table = choose_quad_table(coded->magnitudes + coded->pair_end,
                                           coded->quad_end - coded->pair_end, &coded->bits);
}

WIDE_VECTORS static int try_gain(Coded *coded, const float powers[GRANULE], int gain)
{
    float step = power_step(gain);
    for (int i = 0; i < GRANULE; i++)
        coded->magnitudes[i] = (int32_t)(powers[i] * step + ROUNDING);
    coded->global_gain = gain;
    coded->bits = 0;
    find_ends(coded);
    choose_tables(coded);
    return coded->bits;
}

// The least gain that no line is too great for.
static int least_gain(const float powers[GRANULE])
{
    float most = greatest(powers, GRANULE);
    int low = 0, high = GAIN_MAX;
    while (low < high) {
        int middle = (low + high) / 2;
        if (most * power_step(middle) >= HUFFMAN_MAX)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

// About the bits that a gain will take.
static float guess_bits(const float levels[LONG_BANDS], int gain)
{
    float bits = 0, step = log2_of(power_step(gain));
    for (int band = 0; band < LONG_BANDS; band++) {
        float over = levels[band] + step + 2.6F;
        bits += over > 0 ? over * (float)(LONG_EDGES[band + 1] - LONG_EDGES[band]) : 0;
    }
    return bits;
}

static int guess_gain(const float powers[GRANULE], int least, int budget)
{
    float levels[LONG_BANDS];
    measure_bands(powers, levels);
    int low = least, high = GAIN_MAX;
    while (low < high) {
        int middle = (low + high) / 2;
        if (guess_bits(levels, middle) > (float)budget)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

// A gain that fits and leaves less than the next finer one is likely to want: a step is
// 3/16 of a bit for each line. From a guess, by as many steps as bits are missing or left.
static void find_gain(Coded *coded, const float powers[GRANULE], int budget)
{
    int least = least_gain(powers), fits = GAIN_MAX + 1, fails = least - 1;
    int gain = guess_gain(powers, least, budget);
    for (int trial = 0; trial < TRIALS && fits - fails > 1; trial++) {
        int left = budget - try_gain(coded, powers, gain);
        int a_step = coded->quad_end * 3 / 16 + 1;
        if (left >= 0 && left < a_step)
            return;
        if (left < 0)
            fails = gain;
        else
            fits = gain;
        gain += left < 0 ? (a_step - 1 - left) / a_step : -(left / a_step);
        gain = gain <= fails ? fails + 1 : gain >= fits ? fits - 1 : gain;
    }
    if (coded->global_gain != fits)
        try_gain(coded, powers, fits <= GAIN_MAX ? fits : GAIN_MAX);
}

void quantise_spectrum(const Spectrum *spectrum, int budget, Coded *out)
{
    memset(out, 0, sizeof *out);
    out->type = spectrum->type;
    order_lines(spectrum, out->lines);
    float powers[GRANULE];
    make_powers(out, powers);
    if (greatest(powers, GRANULE) > 0)
        find_gain(out, powers, budget < CODED_BITS_MAX ? budget : CODED_BITS_MAX);
}

void put_coded(BitWriter *out, const Coded *coded)
{
    int ends[3], counts[2], beg = 0;
    find_regions(coded, ends, counts);
    for (int i = 0; i < 3; i++) {
        put_pairs(out, coded->table_select[i], coded->magnitudes + beg, coded->lines + beg,
                  ends[i] - beg);
        beg = ends[i];
    }
    put_quads(out, coded->count1table, coded->magnitudes + beg, coded->lines + beg,
              coded->quad_end - beg);
}
