// Filters, limiter and loudness meter, checked by bounds.

#include <math.h>

#include "master/halfband.h"
#include "master/limit.h"
#include "master/loudness.h"
#include "master/render.h"

// cmocka last: its macro `fail` would hide ours.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

enum { N = 8192, RATE = CLIP_RATE_HZ };
static const double TAU = 6.283185307179586;
static Arena arena;

static float *sine(double hz, double amplitude, int64_t count, int64_t beg)
{
    float *x = ALLOC(&arena, float, (size_t)count);
    for (int64_t i = 0; i < count; i++)
        x[i] = (float)(amplitude * sin(TAU * hz * (double)(i + beg) / RATE));
    return x;
}

// Largest difference, in dB, between the doubled sine and the true one.
static double doubling_error_db(double hz)
{
    float *in = sine(hz, 1, N + 2 * HALF_BAND_REACH + 1, -HALF_BAND_REACH);
    float *out = ALLOC(&arena, float, 2 * N);
    double most = 1e-9;
    double_rate(in + HALF_BAND_REACH, N, out);
    for (int i = 0; i < 2 * N; i++) {
        double error = fabs((double)out[i] - sin(TAU * hz * i / (2.0 * RATE)));
        most = error > most ? error : most;
    }
    return 20 * log10(most);
}

static void doubling_the_rate_is_true_up_to_10_khz(void **state)
{
    (void)state;
    for (double hz = 50; hz <= 9950; hz += 450)
        assert_true(doubling_error_db(hz) < -84);
}

static void doubling_keeps_every_sample(void **state)
{
    (void)state;
    float *in = sine(440, 0.5, N + 2 * HALF_BAND_REACH + 1, 0);
    float *out = ALLOC(&arena, float, 2 * N);
    double_rate(in + HALF_BAND_REACH, N, out);
    for (int i = 0; i < N; i++)
        assert_true(out[2 * i] == in[HALF_BAND_REACH + i]);
}

// 11025/2 Hz sampled between its peaks reads 3 dB low by samples alone.
static void true_peak_sees_between_samples(void **state)
{
    (void)state;
    float *x = ALLOC(&arena, float, N);
    for (int i = 0; i < N; i++)
        x[i] = (float)sin(TAU * (i / 4.0 + 0.125));
    float peak = true_peak(x, 64, N - 64);
    assert_true(fabs(20 * log10((double)peak)) < 0.1);
}

// Bursts of noise well above the ceiling, from a fixed seed.
static float *bursts(int64_t count)
{
    float *x = ALLOC(&arena, float, (size_t)count);
    uint32_t seed = 7;
    for (int64_t i = 0; i < count; i++) {
        seed = seed * 1664525u + 1013904223u;
        double noise = (double)(seed >> 8) / (1 << 23) - 1;
        x[i] = (float)(noise * (i / 3000 % 3 == 0 ? 3.0 : 0.2));
    }
    return x;
}

static void the_limiter_keeps_the_ceiling(void **state)
{
    (void)state;
    enum { COUNT_FRAMES = 60000 };
    float *x = bursts(LIMIT_LEAD + COUNT_FRAMES + LIMIT_AHEAD);
    limit_sound(x, COUNT_FRAMES, 0.8F, arena);
    double over =
        20 * log10((double)true_peak(x, LIMIT_LEAD + 32, LIMIT_LEAD + COUNT_FRAMES - 32) / 0.8);
    assert_true(over < 0.15);
}

static void what_is_below_the_ceiling_is_not_touched(void **state)
{
    (void)state;
    enum { COUNT_FRAMES = 10000 };
    float *x = sine(300, 0.5, LIMIT_LEAD + COUNT_FRAMES + LIMIT_AHEAD, 0);
    float *kept = sine(300, 0.5, LIMIT_LEAD + COUNT_FRAMES + LIMIT_AHEAD, 0);
    limit_sound(x, COUNT_FRAMES, 0.8F, arena);
    for (int i = LIMIT_LEAD; i < LIMIT_LEAD + COUNT_FRAMES; i++)
        assert_true(x[i] == kept[i]);
}

static void any_stretch_is_limited_to_the_same_bits(void **state)
{
    (void)state;
    enum { WHOLE = 80000, BEG = 31234, PART = 20000 };
    float *all = bursts(LIMIT_LEAD + WHOLE + LIMIT_AHEAD);
    float *part = ALLOC(&arena, float, LIMIT_LEAD + PART + LIMIT_AHEAD);
    memcpy(part, all + BEG, (LIMIT_LEAD + PART + LIMIT_AHEAD) * sizeof *part);
    limit_sound(all, WHOLE, 0.8F, arena);
    limit_sound(part, PART, 0.8F, arena);
    for (int i = LIMIT_LEAD; i < LIMIT_LEAD + PART; i++)
        assert_true(part[i] == all[BEG + i]);
}

// ITU-R BS.1770: a 1 kHz sine at full scale in one channel reads -3.01 LUFS, in
// two equal ones 0.0; the mean square of a sine is half its peak.
static void a_full_scale_sine_reads_what_the_standard_says(void **state)
{
    (void)state;
    enum { STEPS = 100 };
    double energy[STEPS];
    float *x = sine(997, 1, WEIGHTING_LEAD + STEPS * STEP_FRAMES, 0);
    weigh_steps(x, STEPS, energy);
    double lufs = integrate_steps(energy, STEPS);
    assert_true(fabs(lufs) < 0.1);
}

static void silence_reads_the_absolute_gate(void **state)
{
    (void)state;
    double energy[20] = {0};
    assert_true(integrate_steps(energy, 20) == -70);
}

static void gains_are_tenths_of_a_decibel(void **state)
{
    (void)state;
    assert_true(gain_of_db(0) == 1);
    for (int tenths = -300; tenths <= 300; tenths++)
        assert_true(fabs(20 * log10((double)gain_of_db(tenths / 10.0)) - tenths / 10.0) < 1e-5);
}

int main(void)
{
    arena = new_arena((size_t)1 << 29);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(doubling_the_rate_is_true_up_to_10_khz),
        cmocka_unit_test(doubling_keeps_every_sample),
        cmocka_unit_test(true_peak_sees_between_samples),
        cmocka_unit_test(the_limiter_keeps_the_ceiling),
        cmocka_unit_test(what_is_below_the_ceiling_is_not_touched),
        cmocka_unit_test(any_stretch_is_limited_to_the_same_bits),
        cmocka_unit_test(a_full_scale_sine_reads_what_the_standard_says),
        cmocka_unit_test(silence_reads_the_absolute_gate),
        cmocka_unit_test(gains_are_tenths_of_a_decibel),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
