// How loud a bed is from frame to frame, and what of it is left room for.
#include <math.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#undef fail // ours is in base/error.h

#include "master/bed.h"
#include "master/decibel.h"

enum {
    SECOND = MASTER_RATE_HZ,
    LENGTH = 12 * SECOND,
    DOWN = SECOND * 3 / 10,
    SHORT_PAUSE = SECOND * 3 / 10,
    LONG_PAUSE = 2 * SECOND,
};

static const Stretch WORDS[] = {
    {5 * SECOND / 2, 4 * SECOND},
    {4 * SECOND + SHORT_PAUSE, 6 * SECOND},
    {6 * SECOND + LONG_PAUSE, 10 * SECOND},
};

static float *gains_of(const Stretch *words, uint32_t word_count, int64_t count)
{
    float *gains = calloc((size_t)count, sizeof *gains);
    find_bed_gains(words, word_count, count, gains);
    return gains;
}

static int set_up(void **state)
{
    *state = gains_of(WORDS, COUNT(WORDS), LENGTH);
    return 0;
}

static int tear_down(void **state)
{
    free(*state);
    return 0;
}

static bool near(float a, float b)
{
    return fabsf(a - b) < 0.001F;
}

static void it_is_never_above_its_lower_level_under_words(void **state)
{
    const float *gains = *state;
    float under = gain_of_db(BED_UNDER_DB);
    for (size_t w = 0; w < COUNT(WORDS); w++)
        for (int64_t i = WORDS[w].beg; i < WORDS[w].end; i++)
            assert_true(gains[i] <= under);
    assert_true(near(gains[3 * SECOND], under));
    assert_true(near(gains[WORDS[2].beg], under));
}

static void alone_it_is_whole_and_goes_down_just_before_the_word(void **state)
{
    const float *gains = *state;
    int64_t word = WORDS[0].beg;
    assert_true(near(gains[SECOND], 1));
    assert_true(near(gains[word - DOWN], 1));
    float half = gains[word - DOWN / 2];
    assert_true(near(half, (1 + gain_of_db(BED_UNDER_DB)) / 2));
}

static void it_comes_up_in_long_pauses_alone_and_not_as_far(void **state)
{
    const float *gains = *state;
    float under = gain_of_db(BED_UNDER_DB);
    for (int64_t i = WORDS[0].end; i < WORDS[1].beg; i++)
        assert_true(near(gains[i], under));
    float middle = gains[WORDS[1].end + LONG_PAUSE / 2];
    assert_true(middle > 1.5F * under && middle < 0.8F);
}

static void it_has_no_steps_and_begins_and_ends_in_nothing(void **state)
{
    const float *gains = *state;
    assert_true(gains[0] == 0 && gains[LENGTH - 1] == 0);
    for (int64_t i = 1; i < LENGTH; i++)
        assert_true(fabsf(gains[i] - gains[i - 1]) < 1.0F / DOWN);
    for (int64_t i = LENGTH - SECOND; i < LENGTH; i++)
        assert_true(gains[i] <= 0.5F * (float)(LENGTH - i) / SECOND);
}

static void words_may_go_on_where_it_ends_however_short_it_is(void **state)
{
    (void)state;
    const Stretch words[] = {{500, SECOND}, {2 * SECOND, 3 * SECOND}};
    for (int64_t count = 4; count < 2000; count += 37) {
        float *gains = gains_of(words, COUNT(words), count);
        assert_true(gains[0] == 0 && gains[count - 1] == 0);
        for (int64_t i = 0; i < count; i++)
            assert_true(gains[i] >= 0 && gains[i] <= (i < 500 ? 1 : gain_of_db(BED_UNDER_DB)));
        free(gains);
    }
}

// A tone, and one clip from its second second on.
static Timeline bedded(Arena *arena, int64_t earcon_lead)
{
    float *tone = ALLOC(arena, float, LENGTH);
    for (int64_t i = 0; i < LENGTH; i++)
        tone[i] = (float)(0.25 * sin(0.07 * (double)i));
    Timeline t = {.bed.music = {.frames = tone, .frame_count = LENGTH, .start_frame = 1152}};
    *PUSH(&t.items, arena) = (Placed){0, 1152 + 2 * SECOND, 1152 + 9 * SECOND, earcon_lead};
    shape_bed(&t, arena);
    return t;
}

static void the_speech_is_left_room_for_its_peak_under_words(void **state)
{
    (void)state;
    Arena arena = new_arena((size_t)1 << 26);
    Timeline t = bedded(&arena, 0);
    assert_true(fabsf(t.bed.under_peak - 0.25F * gain_of_db(BED_UNDER_DB)) < 0.002F);
    float alone = 0;
    for (int64_t i = SECOND; i < SECOND * 3 / 2; i++)
        alone = fmaxf(alone, fabsf(t.bed.music.frames[i]));
    assert_true(fabsf(alone - 0.25F) < 0.002F);
    free_arena(arena);
}

static void it_goes_down_for_an_earcon_too(void **state)
{
    (void)state;
    Arena arena = new_arena((size_t)1 << 26);
    Timeline plain = bedded(&arena, 0), with = bedded(&arena, SECOND / 2);
    assert_string_not_equal(plain.bed.music.key, with.bed.music.key);
    float most = 0;
    for (int64_t i = SECOND * 3 / 2; i < 2 * SECOND; i++)
        most = fmaxf(most, fabsf(with.bed.music.frames[i]));
    assert_true(most <= with.bed.under_peak);
    free_arena(arena);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(it_is_never_above_its_lower_level_under_words),
        TEST(alone_it_is_whole_and_goes_down_just_before_the_word),
        TEST(it_comes_up_in_long_pauses_alone_and_not_as_far),
        TEST(it_has_no_steps_and_begins_and_ends_in_nothing),
        cmocka_unit_test(words_may_go_on_where_it_ends_however_short_it_is),
        cmocka_unit_test(the_speech_is_left_room_for_its_peak_under_words),
        cmocka_unit_test(it_goes_down_for_an_earcon_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
