// Measuring: known signals have their known loudness, other sound that which
// libebur128 finds in one go.
#define _DEFAULT_SOURCE
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#undef fail // ours is in base/error.h

#include <ebur128.h>
#include <sndfile.h>

#include "publish/sound/encode.h"
#include "publish/sound/measure.h"
#include "synthetic.h"

static const char *write_sound(Bench *b, const float *sound, int64_t frames, int channels,
                               int rate_hz)
{
    const char *path = in_folder(b, "sound.wav");
    SF_INFO info = {
        .samplerate = rate_hz, .channels = channels, .format = SF_FORMAT_WAV | SF_FORMAT_FLOAT};
    SNDFILE *file = sf_open(path, SFM_WRITE, &info);
    assert_non_null(file);
    assert_int_equal(sf_writef_float(file, sound, frames), frames);
    sf_close(file);
    return path;
}

static Loudness measure(Bench *b, const char *path, int worker_count)
{
    Error err = {0};
    Loudness loudness = {0};
    bool ok = measure_file(path, worker_count, b->arena, &loudness, &err);
    assert_string_equal(err.message, "");
    assert_true(ok);
    return loudness;
}

static void check_near(double is, double should_be, double tolerance)
{
    if (fabs(is - should_be) > tolerance)
        printf("%.4f is not %.4f within %.4f\n", is, should_be, tolerance);
    assert_true(fabs(is - should_be) <= tolerance);
}

// --- Known signals ---

static float *sine(Bench *b, int64_t frames, double rate_hz, double hz, double dbfs, double phase)
{
    float *sound = ALLOC(&b->arena, float, (size_t)frames);
    for (int64_t i = 0; i < frames; i++)
        sound[i] = (float)(pow(10, dbfs / 20) * sin(2 * PI * hz * (double)i / rate_hz + phase));
    return sound;
}

// EBU Tech 3341, case 1: two channels of a 1 kHz sine at -23 dBFS are -23 LUFS.
static void one_channel_of_a_tone_is_heard_as_two(void **state)
{
    Bench *b = *state;
    float *sound = sine(b, 20 * 48000, 48000, 1000, -23, 0);
    Loudness loudness = measure(b, write_sound(b, sound, 20 * 48000, 1, 48000), 2);
    check_near(loudness.integrated_lufs, -23, 0.05);
    check_near(loudness.range_lu, 0, 0.01);
    check_near(loudness.true_peak_dbtp, -23, 0.05);
}

static void two_channels_of_a_tone_are_as_loud_as_one(void **state)
{
    Bench *b = *state;
    float *one = sine(b, 20 * 44100, 44100, 1000, -16, 0);
    float *two = ALLOC(&b->arena, float, 40 * 44100);
    for (int i = 0; i < 20 * 44100; i++)
        two[2 * i] = two[2 * i + 1] = one[i];
    Loudness loudness = measure(b, write_sound(b, two, 20 * 44100, 2, 44100), 2);
    check_near(loudness.integrated_lufs, -16, 0.05);
}

// EBU Tech 3342, case 1: 20 s at -20 dBFS, then 20 s at -30 dBFS: 10 LU.
static void two_levels_are_as_far_apart_as_they_are(void **state)
{
    Bench *b = *state;
    float *sound = sine(b, 40 * 48000, 48000, 1000, -20, 0);
    for (int i = 20 * 48000; i < 40 * 48000; i++)
        sound[i] *= (float)pow(10, -0.5);
    Loudness loudness = measure(b, write_sound(b, sound, 40 * 48000, 1, 48000), 2);
    check_near(loudness.range_lu, 10, 0.1);
}

// A quarter of the rate, caught at 45 degrees: no sample is above -3 dB.
static void a_peak_between_samples_is_seen(void **state)
{
    Bench *b = *state;
    float *sound = sine(b, 5 * 44100, 44100, 11025, 0, PI / 4);
    // Faded in and out, as a tone that is cut has higher peaks than itself.
    for (int i = 0; i < 22050; i++) {
        sound[i] *= (float)i / 22050;
        sound[5 * 44100 - 1 - i] *= (float)i / 22050;
    }
    Loudness loudness = measure(b, write_sound(b, sound, 5 * 44100, 1, 44100), 1);
    check_near(loudness.true_peak_dbtp, 0, 0.05);
}

static void the_last_sample_counts_for_the_peak(void **state)
{
    Bench *b = *state;
    float *sound = ALLOC(&b->arena, float, 3 * 44100 + 7);
    sound[3 * 44100 + 6] = 0.5F;
    Loudness loudness = measure(b, write_sound(b, sound, 3 * 44100 + 7, 1, 44100), 1);
    check_near(loudness.true_peak_dbtp, -6.02, 0.01);
}

static void silence_has_the_least_that_is_given(void **state)
{
    static const int64_t LENGTHS[] = {0, 1, 4409, 4410, 17640, 10 * 44100};
    Bench *b = *state;
    float *sound = ALLOC(&b->arena, float, 10 * 44100);
    for (size_t i = 0; i < COUNT(LENGTHS); i++) {
        Loudness loudness = measure(b, write_sound(b, sound, LENGTHS[i], 1, 44100), 2);
        check_near(loudness.integrated_lufs, SILENCE_LUFS, 0);
        check_near(loudness.range_lu, 0, 0);
        check_near(loudness.true_peak_dbtp, SILENCE_DBTP, 0);
    }
}

// --- Any sound ---

static Loudness measure_by_library(const float *sound, int64_t frames, int channels)
{
    Loudness loudness;
    ebur128_state *meter = ebur128_init((unsigned)channels, 44100,
                                        EBUR128_MODE_I | EBUR128_MODE_LRA | EBUR128_MODE_TRUE_PEAK);
    if (channels == 1)
        ebur128_set_channel(meter, 0, EBUR128_DUAL_MONO);
    assert_int_equal(ebur128_add_frames_float(meter, sound, (size_t)frames), EBUR128_SUCCESS);
    ebur128_loudness_global(meter, &loudness.integrated_lufs);
    ebur128_loudness_range(meter, &loudness.range_lu);
    double highest = 0;
    for (int c = 0; c < channels; c++) {
        double peak;
        ebur128_true_peak(meter, (unsigned)c, &peak);
        highest = peak > highest ? peak : highest;
    }
    loudness.true_peak_dbtp = 20 * log10(highest);
    ebur128_destroy(&meter);
    return loudness;
}

static void check_against_library(Bench *b, const float *sound, int64_t frames, int channels)
{
    Loudness theirs = measure_by_library(sound, frames, channels);
    Loudness ours = measure(b, write_sound(b, sound, frames, channels, 44100), 3);
    check_near(ours.integrated_lufs, theirs.integrated_lufs, 0.01);
    check_near(ours.range_lu, theirs.range_lu, 0.01);
    check_near(ours.true_peak_dbtp, theirs.true_peak_dbtp, 0.05);
}

static void speech_measures_as_by_libebur128(void **state)
{
    enum { FRAMES = 1801 * PASSAGE_GRID }; // 47 s
    Bench *b = *state;
    Error err = {0};
    Timeline timeline = synthetic_timeline(FRAMES, 1);
    timeline.ceiling_dbtp = 0;
    float *sound = ALLOC(&b->arena, float, FRAMES);
    assert_true(render_timeline(&timeline, 0, FRAMES, b->arena, sound, &err));
    check_against_library(b, sound, FRAMES, 1);
    check_against_library(b, sound, FRAMES / 2, 2);
}

// Speech has little above a quarter of the rate; this has nothing there.
static void noise_measures_as_by_libebur128(void **state)
{
    enum { FRAMES = 25 * 44100 };
    Bench *b = *state;
    float *sound = ALLOC(&b->arena, float, FRAMES);
    uint32_t seed = 1;
    double y1 = 0, y2 = 0, y3 = 0;
    for (int i = 0; i < FRAMES; i++) {
        seed = seed * 1664525 + 1013904223;
        double x = (double)(int32_t)seed / 2147483648.0;
        y1 += 0.35 * (x - y1);
        y2 += 0.35 * (y1 - y2);
        y3 += 0.35 * (y2 - y3);
        sound[i] = (float)(y3 * (0.2 + 0.6 * ((double)i / FRAMES)));
    }
    check_against_library(b, sound, FRAMES, 1);
}

static const char *encode_mp3(Bench *b)
{
    Error err = {0};
    Timeline timeline = synthetic_timeline(33 * MASTER_RATE_HZ, 1);
    AudioJob job = {0};
    Encoding encoding = {.timeline = &timeline, .job = &job, .path = in_folder(b, "a.mp3")};
    assert_true(MP3_ENCODER.write(&encoding, b->arena, &err));
    return encoding.path;
}

static void an_mp3_measures_as_its_decoded_sound_does(void **state)
{
    Bench *b = *state;
    const char *path = encode_mp3(b);
    SF_INFO info = {0};
    SNDFILE *file = sf_open(path, SFM_READ, &info);
    float *sound = ALLOC(&b->arena, float, (size_t)info.frames);
    assert_int_equal(sf_readf_float(file, sound, info.frames), info.frames);
    sf_close(file);
    Loudness theirs = measure_by_library(sound, info.frames, 1), ours = measure(b, path, 2);
    check_near(ours.integrated_lufs, theirs.integrated_lufs, 0.01);
    check_near(ours.range_lu, theirs.range_lu, 0.01);
    check_near(ours.true_peak_dbtp, theirs.true_peak_dbtp, 0.05);
}

static void any_number_of_workers_measures_the_same(void **state)
{
    Bench *b = *state;
    const char *path = encode_mp3(b);
    Loudness one = measure(b, path, 1);
    for (int workers = 2; workers <= 5; workers++) {
        Loudness more = measure(b, path, workers);
        assert_memory_equal(&more, &one, sizeof one);
    }
}

static void what_does_not_decode_is_an_error(void **state)
{
    Bench *b = *state;
    Error err = {0}, cut = {0}, absent = {0};
    Loudness loudness;
    const char *path = in_folder(b, "b.mp3");
    Str whole = contents(b, encode_mp3(b));
    assert_true(write_file(path, str_slice(whole, 0, whole.len / 2), &err));
    assert_false(measure_file(path, 2, b->arena, &loudness, &cut));
    assert_int_equal(cut.kind, ERR_OUTPUT);
    assert_false(measure_file(in_folder(b, "none.mp3"), 2, b->arena, &loudness, &absent));
    assert_int_equal(absent.kind, ERR_OUTPUT);
    assert_true(no_child_is_left());
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(one_channel_of_a_tone_is_heard_as_two),
        TEST(two_channels_of_a_tone_are_as_loud_as_one),
        TEST(two_levels_are_as_far_apart_as_they_are),
        TEST(a_peak_between_samples_is_seen),
        TEST(the_last_sample_counts_for_the_peak),
        TEST(silence_has_the_least_that_is_given),
        TEST(speech_measures_as_by_libebur128),
        TEST(noise_measures_as_by_libebur128),
        TEST(an_mp3_measures_as_its_decoded_sound_does),
        TEST(any_number_of_workers_measures_the_same),
        TEST(what_does_not_decode_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
