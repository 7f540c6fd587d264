// When words are heard: the one source of times for everything that is written.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#undef fail // ours is in base/error.h

#include "base/utf8.h"
#include "sample_draft.h"

static const TimedWord *word_at(const Desk *desk, uint32_t i)
{
    assert_in_range(i, 0, desk->times.words.count - 1);
    return &desk->times.words.items[i];
}

static void assert_word(const Desk *desk, uint32_t i, const char *text, int64_t start_ms)
{
    const TimedWord *word = word_at(desk, i);
    assert_int_equal(word->text.len, strlen(text));
    assert_memory_equal(word->text.data, text, word->text.len);
    assert_int_equal(word->start_ms, start_ms);
}

static void words_begin_when_they_are_heard(void **state)
{
    static const SamplePiece PIECES[] = {{.text = "Low water comes late."},
                                         {.text = "Boats wait."}};
    Desk *desk = *state;
    lay_out_pieces(desk, PIECES, COUNT(PIECES));
    assert_word(desk, 0, "Low", 500);
    assert_word(desk, 3, "late.", 1400);
    assert_int_equal(word_at(desk, 3)->end_ms, 1700);
    assert_word(desk, 4, "Boats", 1900);
    assert_int_equal(desk->times.lines[1].start_ms, 1900);
    assert_int_equal(desk->times.lines[1].end_ms, 2500);
    assert_int_equal(desk->times.length_ms, 3500);
}

static void words_of_one_unit_share_its_time_by_their_length(void **state)
{
    static const SamplePiece PIECES[] = {{.text = "$10 million", .spoken = "ten million dollars"}};
    Desk *desk = *state;
    lay_out_pieces(desk, PIECES, COUNT(PIECES));
    assert_int_equal(desk->times.words.count, 2);
    assert_word(desk, 0, "$10", 500);
    assert_word(desk, 1, "million", 500 + 900 * 4 / 11);
    assert_int_equal(word_at(desk, 1)->end_ms, 1400);
}

static void quotation_marks_beside_a_line_are_shown_with_it(void **state)
{
    static const SamplePiece PIECES[] = {
        {.text = "She said: "},
        {.text = "“", .same_block = true, .outside = true},
        {.text = "Row on", .same_block = true, .speaker = 1},
        {.text = ",” ", .same_block = true, .outside = true},
        {.text = "and left.", .same_block = true},
    };
    Desk *desk = *state;
    lay_out_pieces(desk, PIECES, COUNT(PIECES));
    assert_word(desk, 1, "said:", 800);
    assert_word(desk, 2, "“Row", 1300);
    assert_word(desk, 3, "on,”", 1600);
    assert_word(desk, 4, "and", 2100);
}

static void straight_marks_between_two_lines_go_to_the_quote(void **state)
{
    static const SamplePiece PIECES[] = {
        {.text = "He cried—"},
        {.text = "\"", .same_block = true, .outside = true},
        {.text = "Stop", .same_block = true, .speaker = 1},
        {.text = "\"", .same_block = true, .outside = true},
        {.text = "—and fell.", .same_block = true},
    };
    Desk *desk = *state;
    lay_out_pieces(desk, PIECES, COUNT(PIECES));
    assert_word(desk, 2, "\"Stop\"", 1300);
    assert_word(desk, 3, "—and", 1800);
}

static void what_is_skipped_is_not_shown(void **state)
{
    static const SamplePiece PIECES[] = {
        {.text = "The river"},
        {.text = "[2]", .same_block = true, .skipped = "note mark"},
        {.text = " rose.", .same_block = true},
        {.text = "Photo: A. Quill", .skipped = "credit"},
    };
    Desk *desk = *state;
    lay_out_pieces(desk, PIECES, COUNT(PIECES));
    assert_int_equal(desk->times.words.count, 3);
    assert_word(desk, 1, "river", 800);
    assert_word(desk, 2, "rose.", 1300);
}

static void generated_lines_show_their_own_words(void **state)
{
    static const SamplePiece PIECES[] = {{.text = "Read by a machine.", .generated = true},
                                         {.text = "Fog."}};
    Desk *desk = *state;
    lay_out_pieces(desk, PIECES, COUNT(PIECES));
    assert_int_equal(desk->times.words.count, 5);
    assert_word(desk, 0, "Read", 500);
    assert_int_equal(word_at(desk, 3)->end_ms, 1700);
    assert_int_equal(word_at(desk, 3)->written.end, 0);
    assert_word(desk, 4, "Fog.", 1900);
}

static void characters_that_control_are_left_out(void **state)
{
    static const SamplePiece PIECES[] = {{.text = "a\x01"
                                                  "b \x1b\x7f \xE2\x80\xAE"
                                                  "c\xEF\xBB\xBF \xF0\x9F\x98\x80"}};
    Desk *desk = *state;
    lay_out_pieces(desk, PIECES, COUNT(PIECES));
    assert_int_equal(desk->times.words.count, 3);
    assert_memory_equal(word_at(desk, 0)->text.data, "ab", 2);
    assert_memory_equal(word_at(desk, 1)->text.data, "c", 1);
    assert_memory_equal(word_at(desk, 2)->text.data, "\xF0\x9F\x98\x80", 4);
}

static void starts_never_fall_and_nothing_is_after_the_end(void **state)
{
    Desk *desk = *state;
    SamplePiece pieces[40] = {{0}};
    for (size_t i = 0; i < COUNT(pieces); i++) {
        pieces[i] = (SamplePiece){.text = i % 3 ? "one two, three" : "7%",
                                  .spoken = i % 3 ? NULL : "seven percent",
                                  .speaker = (uint32_t)(i % 2),
                                  .same_block = i % 5 != 0};
    }
    lay_out_pieces(desk, pieces, COUNT(pieces));
    int64_t before = 0;
    for (uint32_t i = 0; i < desk->times.words.count; i++) {
        const TimedWord *word = word_at(desk, i);
        assert_true(word->start_ms >= before && word->end_ms >= word->start_ms);
        before = word->end_ms;
    }
    assert_true(before <= desk->times.length_ms);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up_desk, tear_down_desk)
    const struct CMUnitTest tests[] = {
        TEST(words_begin_when_they_are_heard),
        TEST(words_of_one_unit_share_its_time_by_their_length),
        TEST(quotation_marks_beside_a_line_are_shown_with_it),
        TEST(straight_marks_between_two_lines_go_to_the_quote),
        TEST(what_is_skipped_is_not_shown),
        TEST(generated_lines_show_their_own_words),
        TEST(characters_that_control_are_left_out),
        TEST(starts_never_fall_and_nothing_is_after_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
