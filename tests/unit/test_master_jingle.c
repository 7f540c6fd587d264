// Jingles are mixed down, resampled and levelled.
#include <math.h>
#include <sndfile.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "master/jingle.h"
#include "master/limit.h"
#include "master/timeline.h"

// cmocka last: its macro `fail` would hide ours.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static const double TAU = 6.283185307179586;
static Arena arena;

// Two seconds of a 500 Hz tone in the left channel of two, at 48 kHz.
static void write_tone(const char *path, double amplitude, int seconds)
{
    SF_INFO info = {
        .samplerate = 48000, .channels = 2, .format = SF_FORMAT_FLAC | SF_FORMAT_PCM_16};
    SNDFILE *file = sf_open(path, SFM_WRITE, &info);
    assert_non_null(file);
    float *x = calloc(2 * 48000, sizeof *x);
    for (int i = 0; i < 48000; i++)
        x[2 * i] = (float)(amplitude * sin(TAU * 500 * i / 48000.0));
    for (int s = 0; s < seconds; s++)
        assert_int_equal(sf_writef_float(file, x, 48000), 48000);
    assert_int_equal(sf_close(file), 0);
    free(x);
}

static bool load(double amplitude, int seconds, Jingle *jingle, Error *err)
{
    char path[] = "/tmp/lectern-jingle-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    close(fd);
    write_tone(path, amplitude, seconds);
    bool ok = load_jingle(path, -16, -2, &arena, jingle, err);
    unlink(path);
    return ok;
}

static double mean_square(const Jingle *j)
{
    double sum = 0;
    int64_t beg = j->frame_count / 4, end = j->frame_count / 2;
    for (int64_t i = beg; i < end; i++)
        sum += (double)j->frames[i] * (double)j->frames[i];
    return sum / (double)(end - beg);
}

// A 500 Hz tone is weighed by about +0.1 dB: -16 LUFS as heard is a mean square
// of -16 + 0.691 - 3.01 dB, less that.
static void a_quiet_tone_comes_up_to_the_target(void **state)
{
    (void)state;
    Jingle jingle;
    Error err = {0};
    assert_true(load(0.02, 2, &jingle, &err));
    assert_in_range(jingle.frame_count, 2 * MASTER_RATE_HZ - 40, 2 * MASTER_RATE_HZ + 40);
    assert_true(fabs(10 * log10(mean_square(&jingle)) - (-16 + 0.691 - 3.01)) < 0.4);
}

static void its_ends_are_faded(void **state)
{
    (void)state;
    Jingle jingle;
    Error err = {0};
    assert_true(load(0.5, 2, &jingle, &err));
    assert_true(jingle.frames[0] == 0);
    assert_true(jingle.frames[jingle.frame_count - 1] == 0);
}

static void silence_and_length_are_refused(void **state)
{
    (void)state;
    Jingle jingle;
    Error silent = {0}, lengthy = {0}, absent = {0};
    assert_false(load(0, 2, &jingle, &silent));
    assert_int_equal(silent.kind, ERR_USAGE);
    assert_false(load(0.1, JINGLE_SECONDS_MAX + 1, &jingle, &lengthy));
    assert_int_equal(lengthy.kind, ERR_USAGE);
    assert_false(load_jingle("/nowhere/jingle.flac", -16, -2, &arena, &jingle, &absent));
    assert_int_equal(absent.kind, ERR_USAGE);
}

// It is measured as 400 ms at least, so its own mean square says nothing here.
static void the_built_in_tone_is_short_soft_and_always_the_same(void **state)
{
    (void)state;
    Jingle jingle, again, loud;
    Error err = {0};
    assert_true(load_earcon("tone", -16, -2, &arena, &jingle, &err));
    assert_true(load_earcon("tone", -16, -2, &arena, &again, &err));
    assert_true(load_earcon("tone", -10, -2, &arena, &loud, &err));
    assert_int_equal(jingle.frame_count, MASTER_RATE_HZ / 3);
    assert_string_equal(jingle.key, again.key);
    assert_string_not_equal(jingle.key, loud.key);
    float peak = true_peak(jingle.frames, 0, jingle.frame_count);
    assert_true(peak > 0.05F && peak < 0.5F);
    assert_true(fabsf(true_peak(loud.frames, 0, loud.frame_count) / peak - 2) < 0.05F);
}

static void an_earcon_is_short(void **state)
{
    (void)state;
    char path[] = "/tmp/lectern-earcon-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    close(fd);
    Jingle jingle;
    Error err = {0};
    write_tone(path, 0.1, EARCON_SECONDS_MAX);
    assert_true(load_earcon(path, -16, -2, &arena, &jingle, &err));
    write_tone(path, 0.1, EARCON_SECONDS_MAX + 1);
    assert_false(load_earcon(path, -16, -2, &arena, &jingle, &err));
    assert_int_equal(err.kind, ERR_USAGE);
    unlink(path);
}

static void a_bed_is_as_loud_as_its_beginning_tells(void **state)
{
    (void)state;
    char path[] = "/tmp/lectern-bed-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    close(fd);
    Jingle bed;
    Error err = {0};
    write_tone(path, 0.02, 30);
    assert_true(load_bed(path, -16, -2, &arena, &bed, &err));
    assert_in_range(bed.frame_count, 30 * MASTER_RATE_HZ - 40, 30 * MASTER_RATE_HZ + 40);
    assert_true(fabs(10 * log10(mean_square(&bed)) - (-24 + 0.691 - 3.01)) < 0.4);
    write_tone(path, 0.1, JINGLE_SECONDS_MAX + 1);
    assert_false(load_bed(path, -16, -2, &arena, &bed, &err));
    assert_int_equal(err.kind, ERR_USAGE);
    unlink(path);
}

int main(void)
{
    arena = new_arena((size_t)1 << 30);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_quiet_tone_comes_up_to_the_target),
        cmocka_unit_test(its_ends_are_faded),
        cmocka_unit_test(silence_and_length_are_refused),
        cmocka_unit_test(the_built_in_tone_is_short_soft_and_always_the_same),
        cmocka_unit_test(an_earcon_is_short),
        cmocka_unit_test(a_bed_is_as_loud_as_its_beginning_tells),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
