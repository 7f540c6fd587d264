// A filter waits for its own last value; so stretches of the sound are weighed side by
// side, as the lanes of a vector, each with a run-in until its filters have settled.
#include "master/loudness.h"

#include <math.h>

#include "base/vector.h"
#include "master/biquads.h"

enum {
    LANES = 8,
    RUN_IN_STEPS = 10, // 0.26 s: the slower filter, at 38 Hz, forgets 2 dB a millisecond
};

typedef float Lanes __attribute__((vector_size(LANES * sizeof(float))));

// The standard's shelf and high-pass.
typedef struct {
    Biquad shelf, high_pass;
    int step_frames;
} Weighting;

// Printed by scripts/filters.
static const Weighting LOW_RATE = {
    {1.471844153e+00F, -2.159021140e+00F, 8.561996702e-01F, -1.338305336e+00F, 5.082445589e-01F},
    {1, -2, 1, -1.978397603e+00F, 9.785144196e-01F},
    STEP_FRAMES,
};
static const Weighting HIGH_RATE = {
    {1.530841230e+00F, -2.650979995e+00F, 1.169079079e+00F, -1.663655113e+00F, 7.125954281e-01F},
    {1, -2, 1, -1.989169674e+00F, 9.891990357e-01F},
    HIGH_STEP_FRAMES,
};
static const Weighting FAST_RATE = {
    {1.535124860e+00F, -2.691696189e+00F, 1.198392811e+00F, -1.690659293e+00F, 7.324807742e-01F},
    {1, -2, 1, -1.990047455e+00F, 9.900722504e-01F},
    FAST_STEP_FRAMES,
};

static const double ABSOLUTE_GATE = -70, RELATIVE_GATE = -10; // LUFS, LU; BS.1770-4
static const double BLOCK_S = 0.4, HOP_S = 0.1;

// What the shelf and the high-pass remember.
typedef struct {
    Lanes a1, a2, b1, b2;
} State;

static const float SILENCE[HIGH_STEP_FRAMES];

// Added to all sound, -300 dB: in digital silence a filter would run down into numbers so
// small that a processor takes a hundred times as long for them.
static const float TRACE = 1e-15F;

enum { BLOCK = 32 }; // frames; divides every step

typedef float Four __attribute__((vector_size(4 * sizeof(float)), aligned(4)));

// Four frames of four stretches, turned from one behind the other to side by side.
static inline void turn(const float *const from[4], int at, float (*out)[LANES])
{
    Four a = *(const Four *)(from[0] + at), b = *(const Four *)(from[1] + at);
    Four c = *(const Four *)(from[2] + at), d = *(const Four *)(from[3] + at);
    Four ab = __builtin_shufflevector(a, b, 0, 4, 1, 5),
         cd = __builtin_shufflevector(c, d, 0, 4, 1, 5);
    *(Four *)out[0] = __builtin_shufflevector(ab, cd, 0, 1, 4, 5) + TRACE;
    *(Four *)out[1] = __builtin_shufflevector(ab, cd, 2, 3, 6, 7) + TRACE;
    ab = __builtin_shufflevector(a, b, 2, 6, 3, 7), cd = __builtin_shufflevector(c, d, 2, 6, 3, 7);
    *(Four *)out[2] = __builtin_shufflevector(ab, cd, 0, 1, 4, 5) + TRACE;
    *(Four *)out[3] = __builtin_shufflevector(ab, cd, 2, 3, 6, 7) + TRACE;
}

// The next BLOCK frames of all stretches, side by side.
static inline void gather(const float *const from[LANES], int beg, float block[BLOCK][LANES])
{
    for (int i = 0; i < BLOCK; i += 4)
        for (int lane = 0; lane < LANES; lane += 4)
            turn(from + lane, beg + i, (float(*)[LANES])(block[i] + lane));
}

// Both filters in transposed direct form II; of the high-pass, b is 1, -2, 1. Sums are
// taken in the order that has a filter wait least for itself.
static inline void weigh_block(const Weighting *w, float block[BLOCK][LANES], State *state,
                               Lanes *sum)
{
    const Biquad f = w->shelf, h = w->high_pass;
    Lanes a1 = state->a1, a2 = state->a2, b1 = state->b1, b2 = state->b2;
    for (int i = 0; i < BLOCK; i++) {
        Lanes in = *(const Lanes *)block[i];
        Lanes mid = f.b0 * in + a1;
        a1 = (f.b1 * in + a2) - f.a1 * mid;
        a2 = f.b2 * in - f.a2 * mid;
        Lanes out = mid + b1;
        b1 = (b2 - 2 * mid) - h.a1 * out;
        b2 = mid - h.a2 * out;
        *sum += out * out;
    }
    *state = (State){a1, a2, b1, b2};
}

WIDE_VECTORS static void weigh_step(const Weighting *w, const float *const from[LANES],
                                    State *state, Lanes *energies)
{
    Lanes sum = {0};
    for (int beg = 0; beg < w->step_frames; beg += BLOCK) {
        _Alignas(sizeof(Lanes)) float block[BLOCK][LANES];
        gather(from, beg, block);
        weigh_block(w, block, state, &sum);
    }
    *energies = sum / (float)w->step_frames;
}

static void weigh(const Weighting *w, const float *sound, uint32_t count, float *energy)
{
    int64_t each = (count + LANES - 1) / LANES;
    State state = {0};
    for (int64_t step = -RUN_IN_STEPS; step < each; step++) {
        const float *from[LANES];
        for (int64_t lane = 0; lane < LANES; lane++) {
            int64_t at = lane * each + step;
            from[lane] = at >= 0 && at < count ? sound + at * w->step_frames : SILENCE;
        }
        Lanes energies;
        weigh_step(w, from, &state, &energies);
        for (int64_t lane = 0; step >= 0 && lane < LANES && lane * each + step < count; lane++)
            energy[lane * each + step] = energies[lane];
    }
}

void weigh_steps(const float *sound, uint32_t count, float *energy)
{
    weigh(&LOW_RATE, sound, count, energy);
}

void weigh_high_steps(const float *sound, uint32_t count, float *energy)
{
    weigh(&HIGH_RATE, sound, count, energy);
}

void weigh_fast_steps(const float *sound, uint32_t count, float *energy)
{
    weigh(&FAST_RATE, sound, count, energy);
}

double mean_energy(const float *energy, uint32_t count, double beg, double end)
{
    uint32_t first = (uint32_t)beg, last = (uint32_t)end;
    if (first >= count)
        return 0;
    double sum = -(beg - first) * (double)energy[first];
    for (uint32_t i = first; i < last && i < count; i++)
        sum += (double)energy[i];
    if (last < count)
        sum += (end - last) * (double)energy[last];
    return sum / (end - beg);
}

typedef struct {
    const float *energy;
    uint32_t step_count;
    double steps_per_s;
    uint32_t block_count;
} Blocks;

static double block_energy(const Blocks *blocks, uint32_t b)
{
    double beg = b * HOP_S * blocks->steps_per_s;
    return mean_energy(blocks->energy, blocks->step_count, beg,
                       beg + BLOCK_S * blocks->steps_per_s);
}

// Two equal channels: twice the energy of one.
static double lufs(double energy)
{
    return energy > 0 ? -0.691 + 10 * log10(2 * energy) : -HUGE_VAL;
}

// Mean energy of the blocks at or above a gate; 0 where there are none.
static double gated_mean(const Blocks *blocks, double gate_lufs)
{
    double sum = 0;
    uint32_t taken = 0;
    double gate = pow(10, (gate_lufs + 0.691) / 10) / 2;
    for (uint32_t b = 0; b < blocks->block_count; b++) {
        double e = block_energy(blocks, b);
        if (e >= gate) {
            sum += e;
            taken++;
        }
    }
    return taken ? sum / taken : 0;
}

double integrate_steps(const float *energy, uint32_t count, double steps_per_s)
{
    double hops = (count / steps_per_s - BLOCK_S) / HOP_S;
    if (hops < -5e-7)
        return ABSOLUTE_GATE;
    // Half a millionth: a sum of tenths may fall just short of a whole number.
    Blocks blocks = {energy, count, steps_per_s, (uint32_t)(hops + 5e-7) + 1};
    double loud = gated_mean(&blocks, ABSOLUTE_GATE);
    if (loud <= 0)
        return ABSOLUTE_GATE;
    double mean = gated_mean(&blocks, lufs(loud) + RELATIVE_GATE);
    return mean > 0 ? lufs(mean) : ABSOLUTE_GATE;
}
