// ISO/IEC 11172-3, C.1.3 (analysis filter) and C.1.5.3.3 (transform). Sums run in a
// fixed order over vectors of eight, so that every compiler gives the same lines.
#include "publish/sound/layer3_bank.h"

#include "base/vector.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

static const double PI = 3.14159265358979323846;
enum { LANES = 8, HALF = BANDS / 2 };
typedef float Vector __attribute__((vector_size(LANES * sizeof(float)), aligned(sizeof(float))));

// The prototype filter of table C.1, times 2^21: the first half and the middle of 512
// taps. The table turns the sign of every second 64 taps.
static const int32_t PROTOTYPE[BANK_TAPS / 2 + 1] = {
    0,     -1,    -1,    -1,    -1,    -1,    -1,    -2,    -2,    -2,    -2,    -3,    -3,
    -4,    -4,    -5,    -5,    -6,    -7,    -7,    -8,    -9,    -10,   -11,   -13,   -14,
    -16,   -17,   -19,   -21,   -24,   -26,   -29,   -31,   -35,   -38,   -41,   -45,   -49,
    -53,   -58,   -63,   -68,   -73,   -79,   -85,   -91,   -97,   -104,  -111,  -117,  -125,
    -132,  -139,  -147,  -154,  -161,  -169,  -176,  -183,  -190,  -196,  -202,  -208,  -213,
    -218,  -222,  -225,  -227,  -228,  -228,  -227,  -224,  -221,  -215,  -208,  -200,  -189,
    -177,  -163,  -146,  -127,  -106,  -83,   -57,   -29,   2,     36,    72,    111,   153,
    197,   244,   294,   347,   401,   459,   519,   581,   645,   711,   779,   848,   919,
    991,   1064,  1137,  1210,  1283,  1356,  1428,  1498,  1567,  1634,  1698,  1759,  1817,
    1870,  1919,  1962,  2001,  2032,  2057,  2075,  2085,  2087,  2080,  2063,  2037,  2000,
    1952,  1893,  1822,  1739,  1644,  1535,  1414,  1280,  1131,  970,   794,   605,   402,
    185,   -45,   -288,  -545,  -814,  -1095, -1388, -1692, -2006, -2330, -2663, -3004, -3351,
    -3705, -4063, -4425, -4788, -5153, -5517, -5879, -6237, -6589, -6935, -7271, -7597, -7910,
    -8209, -8491, -8755, -8998, -9219, -9416, -9585, -9727, -9838, -9916, -9959, -9966, -9935,
    -9863, -9750, -9592, -9389, -9139, -8840, -8492, -8092, -7640, -7134, -6574, -5959, -5288,
    -4561, -3776, -2935, -2037, -1082, -70,   998,   2122,  3300,  4533,  5818,  7154,  8540,
    9975,  11455, 12980, 14548, 16155, 17799, 19478, 21189, 22929, 24694, 26482, 28289, 30112,
    31947, 33791, 35640, 37489, 39336, 41176, 43006, 44821, 46617, 48390, 50137, 51853, 53534,
    55178, 56778, 58333, 59838, 61289, 62684, 64019, 65290, 66494, 67629, 68692, 69679, 70590,
    71420, 72169, 72835, 73415, 73908, 74313, 74630, 74856, 74992, 75038,
};

static const double ALIAS[8] = {-0.6, -0.535, -0.33, -0.185, -0.095, -0.041, -0.0142, -0.0037};

struct Bank {
    float window[BANK_TAPS];         // oldest sample first
    float even[HALF][HALF];          // [term][band]: the cosines of even terms
    float odd[HALF][HALF];           // and of odd ones, for bands 0 to 15
    float long_window[4][2 * SLOTS]; // by BlockType
    float short_window[12];
    float long_cosine[SLOTS][SLOTS]; // [line][term], over the folded input
    float short_cosine[6][6];
    float alias_same[8], alias_other[8];
};

static void make_filter(Bank *bank)
{
    for (int i = 0; i < BANK_TAPS; i++) {
        int32_t tap = PROTOTYPE[i <= BANK_TAPS / 2 ? i : BANK_TAPS - i];
        float value = (float)tap / (float)(1 << 21);
        bank->window[BANK_TAPS - 1 - i] = i / 64 % 2 ? -value : value;
    }
    for (int term = 0; term < BANDS; term++) {
        float *row = term % 2 ? bank->odd[term / 2] : bank->even[term / 2];
        for (int band = 0; band < HALF; band++)
            row[band] = (float)cos((2 * band + 1) * term * PI / 64);
    }
}

static void make_windows(Bank *bank)
{
    for (int i = 0; i < 2 * SLOTS; i++) {
        float wide = (float)sin(PI / 36 * (i + 0.5));
        float rise = (float)sin(PI / 12 * (i - 6 + 0.5));
        float fall = (float)sin(PI / 12 * (i - 18 + 0.5));
        bank->long_window[BLOCK_LONG][i] = wide;
        bank->long_window[BLOCK_START][i] = i < 18 ? wide : i < 24 ? 1 : i < 30 ? fall : 0;
        bank->long_window[BLOCK_STOP][i] = i < 6 ? 0 : i < 12 ? rise : i < 18 ? 1 : wide;
    }
    for (int i = 0; i < 12; i++)
        bank->short_window[i] = (float)sin(PI / 12 * (i + 0.5));
}

// A transform of n lines is a cosine transform of type IV over its input folded to n.
static void make_cosines(Bank *bank)
{
    for (int line = 0; line < SLOTS; line++)
        for (int term = 0; term < SLOTS; term++)
            bank->long_cosine[line][term] =
                (float)(cos(PI / 72 * (2 * line + 1) * (2 * term + 1)) / 9);
    for (int line = 0; line < 6; line++)
        for (int term = 0; term < 6; term++)
            bank->short_cosine[line][term] =
                (float)(cos(PI / 24 * (2 * line + 1) * (2 * term + 1)) / 3);
    for (int i = 0; i < 8; i++) {
        bank->alias_same[i] = (float)(1 / sqrt(1 + ALIAS[i] * ALIAS[i]));
        bank->alias_other[i] = (float)(ALIAS[i] / sqrt(1 + ALIAS[i] * ALIAS[i]));
    }
}

const Bank *make_bank(Arena *arena)
{
    Bank *bank = ALLOC(arena, Bank, 1);
    make_filter(bank);
    make_windows(bank);
    make_cosines(bank);
    return bank;
}

// --- The bands ---

// Anywhere in an array of floats.
static inline const Vector *vector_at(const float *from)
{
    return (const Vector *)from;
}

// The 64 windowed sums of the last 512 samples, oldest first.
IN_VECTORS void sum_taps(const Bank *bank, const float *sound, float sums[64])
{
    for (int i = 0; i < 64; i += LANES) {
        Vector sum = *vector_at(&bank->window[i]) * *vector_at(&sound[i]);
        for (int j = 64; j < BANK_TAPS; j += 64)
            sum += *vector_at(&bank->window[i + j]) * *vector_at(&sound[i + j]);
        *(Vector *)&sums[i] = sum;
    }
}

// Bands are cosine sums over 64; the cosines repeat, so 32 terms are left of them,
// and bands i and 31 - i differ in the sign of the odd terms only.
IN_VECTORS void fold_sums(const float sums[64], float terms[BANDS])
{
    const float *y = sums + 63; // y[-k] is the standard's Y_k
    terms[0] = y[-16];
    for (int m = 1; m <= 16; m++)
        terms[m] = y[-16 - m] + y[m - 16];
    for (int m = 17; m < BANDS; m++)
        terms[m] = y[-16 - m] - y[m - 80];
}

IN_VECTORS void matrix_terms(const Bank *bank, const float terms[BANDS], float bands[BANDS])
{
    for (int i = 0; i < HALF; i += LANES) {
        Vector even = {0}, odd = {0};
        for (int m = 0; m < HALF; m++) {
            even += *vector_at(&bank->even[m][i]) * terms[2 * m];
            odd += *vector_at(&bank->odd[m][i]) * terms[2 * m + 1];
        }
        Vector upper = even - odd;
        *(Vector *)&bands[i] = even + odd;
        *(Vector *)&bands[BANDS - LANES - i] =
            __builtin_shufflevector(upper, upper, 7, 6, 5, 4, 3, 2, 1, 0);
    }
}

WIDE_VECTORS void split_bands(const Bank *bank, const float *sound, BandSamples *out)
{
    for (int slot = 0; slot < SLOTS; slot++) {
        float sums[64], terms[BANDS];
        sum_taps(bank, sound + slot * BANDS, sums);
        fold_sums(sums, terms);
        matrix_terms(bank, terms, out->at[slot]);
        // Odd bands run backwards in frequency; this turns them round.
        for (int band = 1; slot % 2 && band < BANDS; band += 2)
            out->at[slot][band] = -out->at[slot][band];
    }
}

// --- The lines ---

// LANES bands at a time.
typedef struct {
    Vector slot[2 * SLOTS];
} Column;

IN_VECTORS void load_column(const BandSamples *before, const BandSamples *now, int band,
                            Column *out)
{
    for (int i = 0; i < SLOTS; i++) {
        out->slot[i] = *vector_at(&before->at[i][band]);
        out->slot[SLOTS + i] = *vector_at(&now->at[i][band]);
    }
}

// Nothing here that could be heard: all below -94 dB of full scale.
IN_VECTORS bool is_silent(const Column *column)
{
    const float least = 2e-5F;
    for (int i = 0; i < 2 * SLOTS; i++)
        for (int lane = 0; lane < LANES; lane++)
            if (fabsf(column->slot[i][lane]) > least)
                return false;
    return true;
}

// Folds 4q windowed samples to 2q: quarters a, b, c, d become -c' - d and a - b',
// where ' is back to front.
IN_VECTORS void fold_quarters(const Vector *in, const float *window, int q, Vector *out)
{
    for (int i = 0; i < q; i++) {
        out[i] = -(in[3 * q - 1 - i] * window[3 * q - 1 - i]) - in[3 * q + i] * window[3 * q + i];
        out[q + i] = in[i] * window[i] - in[2 * q - 1 - i] * window[2 * q - 1 - i];
    }
}

IN_VECTORS void transform_long(const Bank *bank, const Column *column, BlockType type, int band,
                               float *lines)
{
    Vector folded[SLOTS];
    fold_quarters(column->slot, bank->long_window[type], SLOTS / 2, folded);
    for (int line = 0; line < SLOTS; line++) {
        Vector sum = {0};
        for (int term = 0; term < SLOTS; term++)
            sum += folded[term] * bank->long_cosine[line][term];
        for (int lane = 0; lane < LANES; lane++)
            lines[(band + lane) * SLOTS + line] = sum[lane];
    }
}

IN_VECTORS void transform_short(const Bank *bank, const Column *column, int band, float *lines)
{
    for (int w = 0; w < 3; w++) {
        Vector folded[6];
        fold_quarters(column->slot + 6 + 6 * w, bank->short_window, 3, folded);
        for (int line = 0; line < 6; line++) {
            Vector sum = {0};
            for (int term = 0; term < 6; term++)
                sum += folded[term] * bank->short_cosine[line][term];
            for (int lane = 0; lane < LANES; lane++)
                lines[(band + lane) * SLOTS + 3 * line + w] = sum[lane];
        }
    }
}

// What one band leaks into the next is taken out (C.1.5.3.3, butterflies).
static void reduce_alias(const Bank *bank, float *lines)
{
    for (int at = SLOTS; at < GRANULE; at += SLOTS)
        for (int i = 0; i < 8; i++) {
            float below = lines[at - 1 - i], above = lines[at + i];
            lines[at - 1 - i] = below * bank->alias_same[i] + above * bank->alias_other[i];
            lines[at + i] = above * bank->alias_same[i] - below * bank->alias_other[i];
        }
}

WIDE_VECTORS void transform_bands(const Bank *bank, const BandSamples *before,
                                  const BandSamples *now, BlockType type, float lines[GRANULE])
{
    memset(lines, 0, GRANULE * sizeof *lines);
    for (int band = 0; band < BANDS; band += LANES) {
        Column column;
        load_column(before, now, band, &column);
        if (is_silent(&column))
            continue;
        if (type == BLOCK_SHORT)
            transform_short(bank, &column, band, lines);
        else
            transform_long(bank, &column, type, band, lines);
    }
    if (type != BLOCK_SHORT)
        reduce_alias(bank, lines);
}
