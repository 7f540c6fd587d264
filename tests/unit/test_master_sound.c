// Filters, limiter and loudness meter, checked by bounds.

#include <math.h>

#include "master/biquads.h"
#include "master/chain.h"
#include "master/decibel.h"
#include "master/floor.h"
#include "master/halfband.h"
#include "master/limit.h"
#include "master/loudness.h"
#include "master/mix.h"
#include "master/outline.h"
#include "master/render.h"
#include "sample_timeline.h"

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

enum { QUIET_ENDS = 128, LIMITED = 60000 };

// As limit_sound wants it: silence at both ends.
static float *between_silences(float *x, int64_t count)
{
    memset(x, 0, QUIET_ENDS * sizeof *x);
    memset(x + count - QUIET_ENDS, 0, QUIET_ENDS * sizeof *x);
    return x;
}

static void the_limiter_keeps_the_ceiling(void **state)
{
    (void)state;
    float *x = between_silences(bursts(LIMITED), LIMITED);
    limit_sound(x, LIMITED, 0.8F);
    double over = 20 * log10((double)true_peak(x, 32, LIMITED - 32) / 0.8);
    assert_true(over < 0.15);
}

static void what_is_below_the_ceiling_is_not_touched(void **state)
{
    (void)state;
    float *x = between_silences(sine(300, 0.5, LIMITED, 0), LIMITED);
    float *kept = between_silences(sine(300, 0.5, LIMITED, 0), LIMITED);
    limit_sound(x, LIMITED, 0.8F);
    assert_memory_equal(x, kept, LIMITED * sizeof *x);
}

// A single burst: all is as it was until 5 ms before it, and after the release.
static void only_the_surroundings_of_a_peak_are_lowered(void **state)
{
    (void)state;
    enum { PEAK = 30000, REACH = 300, RELEASED = 8000 };
    float *x = between_silences(sine(300, 0.3, LIMITED, 0), LIMITED);
    for (int i = 0; i < 50; i++)
        x[PEAK + i] *= 6;
    float *kept = ALLOC(&arena, float, LIMITED);
    memcpy(kept, x, LIMITED * sizeof *x);
    limit_sound(x, LIMITED, 0.8F);
    assert_memory_equal(x, kept, (PEAK - REACH) * sizeof *x);
    assert_memory_equal(x + PEAK + RELEASED, kept + PEAK + RELEASED,
                        (LIMITED - PEAK - RELEASED) * sizeof *x);
    assert_true(fabsf(x[PEAK + 200]) < fabsf(kept[PEAK + 200]));
}

// ITU-R BS.1770: a 1 kHz sine at full scale in one channel reads -3.01 LUFS, in
// two equal ones 0.0; the mean square of a sine is half its peak.
static void a_full_scale_sine_reads_what_the_standard_says(void **state)
{
    (void)state;
    enum { STEPS = 400 };
    float energy[STEPS];
    float *x = sine(997, 1, STEPS * STEP_FRAMES, 0);
    weigh_steps(x, STEPS, energy);
    double lufs = integrate_steps(energy, STEPS, STEPS_PER_S);
    assert_true(fabs(lufs) < 0.1);
}

static void silence_reads_the_absolute_gate(void **state)
{
    (void)state;
    float energy[40] = {0};
    assert_true(integrate_steps(energy, 40, STEPS_PER_S) == -70);
    assert_true(integrate_steps(energy, 2, STEPS_PER_S) == -70);
}

// The same energies in steps of other lengths: a second of sound, one of silence, and so on.
static void the_length_of_the_steps_does_not_matter(void **state)
{
    (void)state;
    enum { SECONDS = 40 };
    float tenths[SECONDS * 10], thirtieths[SECONDS * 30];
    for (int i = 0; i < SECONDS * 10; i++)
        tenths[i] = i / 10 % 2 ? 0.01F : 0.0001F;
    for (int i = 0; i < SECONDS * 30; i++)
        thirtieths[i] = i / 30 % 2 ? 0.01F : 0.0001F;
    double a = integrate_steps(tenths, SECONDS * 10, 10);
    double b = integrate_steps(thirtieths, SECONDS * 30, 30);
    assert_true(fabs(a - b) < 1e-6);
    assert_true(fabs(a + 17.7) < 2);
}

static double rms_db(const float *x, int64_t count)
{
    double sum = 0;
    for (int64_t i = 0; i < count; i++)
        sum += (double)x[i] * (double)x[i];
    return 10 * log10(sum / (double)count);
}

static void the_floor_lies_at_minus_70(void **state)
{
    (void)state;
    float *x = ALLOC(&arena, float, LIMITED);
    add_floor(LIMITED, 0, LIMITED, x);
    assert_true(fabs(rms_db(x, LIMITED) + 70) < 0.5);
    for (int i = 0; i + 100 < LIMITED; i += 100)
        assert_true(rms_db(x + i, 100) > -80);
}

// What lies beside a passage is what any other has at its ends.
static void the_floor_is_alike_at_the_ends_of_all_passages(void **state)
{
    (void)state;
    enum { A = 20 * PASSAGE_GRID / 2, B = 33 * PASSAGE_GRID / 2, BESIDE = PASSAGE_GRID };
    float *a = ALLOC(&arena, float, A + 2 * BESIDE), *b = ALLOC(&arena, float, B + 2 * BESIDE);
    add_floor(A, -BESIDE, A + 2 * BESIDE, a);
    add_floor(B, -BESIDE, B + 2 * BESIDE, b);
    assert_memory_equal(a, b, BESIDE * sizeof *a);
    assert_memory_equal(a, b + B, BESIDE * sizeof *a);
    assert_memory_equal(a + A, b + B, 2 * BESIDE * sizeof *a);
    assert_memory_equal(a + BESIDE, a + BESIDE + A, BESIDE * sizeof *a);
}

// Level of a sine after the chain, with only one stage in it.
static double level_after(ChainStage stage, const Voice *voice, double hz, double amplitude)
{
    float *x = sine(hz, amplitude, LIMITED, 0);
    treat_sound(voice, ((1U << CHAIN_COUNT) - 1) & ~(1U << stage), x, LIMITED);
    return rms_db(x + LIMITED / 2, LIMITED / 2) - 20 * log10(amplitude / sqrt(2));
}

static void assert_db(double is, double wanted, double tolerance)
{
    if (fabs(is - wanted) > tolerance)
        print_error("%.2f dB, not %.2f\n", is, wanted);
    assert_true(fabs(is - wanted) <= tolerance);
}

static void filters_pass_and_stop_what_they_should(void **state)
{
    (void)state;
    Voice flat = {0};
    assert_db(level_after(CHAIN_HIGH_PASS, &flat, 70, 0.5), -3, 0.1);
    assert_db(level_after(CHAIN_HIGH_PASS, &flat, 20, 0.5), -22, 1);
    assert_db(level_after(CHAIN_HIGH_PASS, &flat, 500, 0.5), 0, 0.05);
    assert_db(level_after(CHAIN_LOW_PASS, &flat, 10000, 0.5), -3, 0.1);
    assert_db(level_after(CHAIN_LOW_PASS, &flat, 5000, 0.5), 0, 0.1);
    for (double hz = 60; hz < 10000; hz *= 1.7)
        assert_db(level_after(CHAIN_PHASE, &flat, hz, 0.5), 0, 0.02);
}

static void the_equaliser_gives_each_band_its_level(void **state)
{
    (void)state;
    Voice voice = {.equaliser = {4, 0, 0}};
    assert_db(level_after(CHAIN_EQUALISER, &voice, 50, 0.1), 4, 0.1);
    assert_db(level_after(CHAIN_EQUALISER, &voice, 5000, 0.1), 0, 0.1);
    voice.equaliser = (Equaliser){0, -3.5F, 0};
    assert_db(level_after(CHAIN_EQUALISER, &voice, 2800, 0.1), -3.5, 0.05);
    assert_db(level_after(CHAIN_EQUALISER, &voice, 100, 0.1), 0, 0.1);
    voice.equaliser = (Equaliser){0, 0, -6};
    assert_db(level_after(CHAIN_EQUALISER, &voice, 10500, 0.1), -6, 0.1);
    assert_db(level_after(CHAIN_EQUALISER, &voice, 300, 0.1), 0, 0.1);
}

// 2:1 above -24 dB of power: a sine of -9 dB of power comes out at -16.5, and a little lower, as
// attack is faster than release.
static void the_compressor_halves_what_is_over_its_threshold(void **state)
{
    (void)state;
    Voice flat = {0};
    assert_db(level_after(CHAIN_COMPRESSOR, &flat, 400, 0.5), -7.5, 0.8);
    assert_db(level_after(CHAIN_COMPRESSOR, &flat, 400, 0.02), 0, 0.05);
}

static void the_phase_stage_lowers_the_crest_of_a_pulse_train(void **state)
{
    (void)state;
    Voice flat = {0};
    float *x = ALLOC(&arena, float, LIMITED);
    for (int i = 0; i < LIMITED; i += 200)
        for (int k = 0; k < 20; k++)
            x[i + k] = 0.5F * (float)exp(-k / 4.0);
    treat_sound(&flat, ((1U << CHAIN_COUNT) - 1) & ~(1U << CHAIN_PHASE), x, LIMITED);
    float most = 0;
    for (int i = LIMITED / 2; i < LIMITED; i++)
        most = fabsf(x[i]) > most ? fabsf(x[i]) : most;
    assert_true(most < 0.5F * 0.9F);
}

// The sound through groups one after the other, what each makes late made good.
static void run_groups(FilterGroup *groups, int count, float *sound, int frames)
{
    int late = GROUP_DELAY * count;
    for (int i = 0; i < frames + late; i++) {
        GroupLanes lanes = in_all_lanes(i < frames ? sound[i] : 0);
        for (int g = 0; g < count; g++) {
            filter_on(&groups[g], lanes);
            lanes = groups[g].out;
        }
        if (i >= late)
            sound[i - late] = lanes[GROUP_MAX - 1];
    }
}

// No filter, one, a whole group, a group and a half: as one after the other, each by itself.
static void filters_side_by_side_are_filters_in_turn(void **state)
{
    (void)state;
    enum { FILTERS = 6, FRAMES = 1000 };
    Biquad filters[FILTERS];
    for (int i = 0; i < FILTERS; i++)
        filters[i] = (Biquad){0.5F + 0.05F * (float)i, 0.1F, -0.2F, -0.3F, 0.02F * (float)i};
    for (int n = 0; n <= FILTERS; n++) {
        float *together = bursts(FRAMES), *in_turn = bursts(FRAMES);
        int over = n > GROUP_MAX ? n - GROUP_MAX : 0;
        FilterGroup groups[2] = {make_group(filters, n - over),
                                 make_group(filters + GROUP_MAX, over)};
        run_groups(groups, 2, together, FRAMES);
        for (int i = 0; i < n; i++) {
            FilterGroup alone = make_group(filters + i, 1);
            run_groups(&alone, 1, in_turn, FRAMES);
        }
        assert_memory_equal(together, in_turn, FRAMES * sizeof *together);
    }
}

static void stages_are_read_by_name(void **state)
{
    (void)state;
    ChainStages stages;
    Error err = {0};
    assert_true(read_chain_stages(STR("phase,floor"), &stages, &err));
    assert_int_equal(stages, 1U << CHAIN_PHASE | 1U << CHAIN_FLOOR);
    assert_true(read_chain_stages(STR("all"), &stages, &err));
    assert_true(leaves_out(stages, CHAIN_LIMITER) && leaves_out(stages, CHAIN_HIGH_PASS));
    assert_false(read_chain_stages(STR("phase,flour"), &stages, &err));
    assert_int_equal(err.kind, ERR_USAGE);
}

static void gains_are_tenths_of_a_decibel(void **state)
{
    (void)state;
    assert_true(gain_of_db(0) == 1);
    for (int tenths = -300; tenths <= 300; tenths++)
        assert_true(fabs(20 * log10((double)gain_of_db(tenths / 10.0)) - tenths / 10.0) < 1e-5);
}

static void silence_in_place_of_a_clip_is_not_kept_as_the_clip(void **state)
{
    (void)state;
    static const SamplePiece WHOLE[] = {{.text = "Fog came."}};
    static const SamplePiece LOST[] = {{.text = "Fog came.", .lost = true}};
    const Timeline *whole = sample_timeline(&(SampleArticle){.pieces = WHOLE, .count = 1}, &arena);
    const Timeline *lost = sample_timeline(&(SampleArticle){.pieces = LOST, .count = 1}, &arena);
    Timeline one = *whole, other = *lost;
    Passage passage = {.end_frame = one.frame_count, .count = 1};
    one.passages.items = other.passages.items = &passage;
    assert_false(str_equal(name_mix(&one, 0, &arena), name_mix(&other, 0, &arena)));
}

// --- The outline ---

static void the_outline_is_an_amplitude_of_equal_parts(void **state)
{
    (void)state;
    Timeline timeline = {.frame_count = 2 * OUTLINE_PARTS * HIGH_STEP_FRAMES};
    float energy[2 * OUTLINE_PARTS] = {0};
    energy[0] = energy[1] = 0.04F;
    energy[2] = 0.02F; // and silence: a quarter of the energy before
    draw_outline(energy, COUNT(energy), &timeline);
    assert_int_equal(timeline.outline[0], 255);
    assert_int_equal(timeline.outline[1], 128);
    assert_int_equal(timeline.outline[2], 0);
}

static void a_short_sound_has_all_parts_of_an_outline(void **state)
{
    (void)state;
    Timeline timeline = {.frame_count = 2 * HIGH_STEP_FRAMES};
    draw_outline((float[]){0.01F, 0.04F}, 2, &timeline);
    assert_int_equal(timeline.outline[0], 128);
    assert_int_equal(timeline.outline[OUTLINE_PARTS - 1], 255);
}

static void jingles_are_in_the_outline_and_silence_is_flat(void **state)
{
    (void)state;
    float energy[OUTLINE_PARTS] = {0};
    Timeline timeline = {.frame_count = OUTLINE_PARTS * HIGH_STEP_FRAMES};
    draw_outline(energy, COUNT(energy), &timeline);
    assert_int_equal(timeline.outline[7], 0);
    float *frames = ALLOC(&arena, float, HIGH_STEP_FRAMES);
    for (int i = 0; i < HIGH_STEP_FRAMES; i++)
        frames[i] = 0.5F;
    timeline.intro = (Jingle){
        .frames = frames, .frame_count = HIGH_STEP_FRAMES, .start_frame = 7 * HIGH_STEP_FRAMES};
    draw_outline(energy, COUNT(energy), &timeline);
    assert_int_equal(timeline.outline[6], 0);
    assert_int_equal(timeline.outline[7], 255);
    assert_int_equal(timeline.outline[8], 0);
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
        cmocka_unit_test(only_the_surroundings_of_a_peak_are_lowered),
        cmocka_unit_test(a_full_scale_sine_reads_what_the_standard_says),
        cmocka_unit_test(silence_reads_the_absolute_gate),
        cmocka_unit_test(the_length_of_the_steps_does_not_matter),
        cmocka_unit_test(the_floor_lies_at_minus_70),
        cmocka_unit_test(the_floor_is_alike_at_the_ends_of_all_passages),
        cmocka_unit_test(filters_pass_and_stop_what_they_should),
        cmocka_unit_test(the_equaliser_gives_each_band_its_level),
        cmocka_unit_test(the_compressor_halves_what_is_over_its_threshold),
        cmocka_unit_test(the_phase_stage_lowers_the_crest_of_a_pulse_train),
        cmocka_unit_test(filters_side_by_side_are_filters_in_turn),
        cmocka_unit_test(stages_are_read_by_name),
        cmocka_unit_test(gains_are_tenths_of_a_decibel),
        cmocka_unit_test(silence_in_place_of_a_clip_is_not_kept_as_the_clip),
        cmocka_unit_test(the_outline_is_an_amplitude_of_equal_parts),
        cmocka_unit_test(a_short_sound_has_all_parts_of_an_outline),
        cmocka_unit_test(jingles_are_in_the_outline_and_silence_is_flat),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
