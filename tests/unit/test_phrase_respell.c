// Other words for a line: what stays of those before.

#include "phrase/respell.h"

// cmocka last: its macro `fail` would hide ours.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static Arena arena;

// "In 1911 Skerrow rose": "nineteen eleven" is one unit, Skerrow has phonemes.
static Line old_line(void)
{
    static const Unit UNITS[] = {
        {{0, 2}, {0, 2}}, {{3, 7}, {3, 18}}, {{8, 15}, {19, 26}}, {{16, 20}, {27, 31}}};
    Line line = {.span = {0, 20}, .spoken = STR("In nineteen eleven Skerrow rose.")};
    for (size_t i = 0; i < COUNT(UNITS); i++)
        *PUSH(&line.units, &arena) = UNITS[i];
    *PUSH(&line.said, &arena) = (Said){{19, 26}, STR("sk'E@roU")};
    return line;
}

static Line respelled(const char *spoken)
{
    Line line = old_line();
    SpellOptions spell = {.language = STR("en")};
    respell_line(&line, str_from(spoken), &spell, &arena);
    return line;
}

static void assert_unit(const Line *line, uint32_t i, Span written, const char *spoken)
{
    assert_true(i < line->units.count);
    assert_int_equal(line->units.items[i].written.beg, written.beg);
    assert_int_equal(line->units.items[i].written.end, written.end);
    Str said = str_span(line->spoken, line->units.items[i].spoken);
    assert_true(str_equal(said, str_from(spoken)));
}

static void assert_said(const Line *line, const char *word)
{
    for (uint32_t i = 0; i < line->said.count; i++)
        if (str_equal(line->said.items[i].phonemes, STR("sk'E@roU"))) {
            Str said = str_span(line->spoken, line->said.items[i].spoken);
            assert_true(str_equal(said, str_from(word)));
            return;
        }
    fail_msg("the phonemes of %s are lost", word);
}

static void a_changed_word_leaves_the_others_alone(void **state)
{
    (void)state;
    Line line = respelled("By nineteen eleven Skerrow rose");
    assert_true(str_equal(line.spoken, STR("By nineteen eleven Skerrow rose.")));
    assert_int_equal(line.units.count, 4);
    assert_unit(&line, 0, (Span){0, 2}, "By");
    assert_unit(&line, 1, (Span){3, 7}, "nineteen eleven");
    assert_unit(&line, 2, (Span){8, 15}, "Skerrow");
    assert_unit(&line, 3, (Span){16, 20}, "rose");
    assert_said(&line, "Skerrow");
}

static void a_unit_of_which_a_word_changed_is_one_with_its_neighbours(void **state)
{
    (void)state;
    Line line = respelled("In nineteen hundred eleven, Skerrow rose");
    assert_unit(&line, 0, (Span){0, 2}, "In");
    assert_unit(&line, 1, (Span){2, 7}, "nineteen hundred eleven");
    assert_unit(&line, 2, (Span){8, 15}, "Skerrow");
    assert_said(&line, "Skerrow");
}

static void words_that_went_are_their_neighbours(void **state)
{
    (void)state;
    Line line = respelled("Skerrow rose");
    assert_int_equal(line.units.count, 2);
    assert_unit(&line, 0, (Span){0, 15}, "Skerrow");
    assert_unit(&line, 1, (Span){16, 20}, "rose");
    assert_said(&line, "Skerrow");
    line = respelled("In nineteen eleven Skerrow");
    assert_unit(&line, 2, (Span){8, 20}, "Skerrow");
}

static void nothing_that_stayed_is_one_unit(void **state)
{
    (void)state;
    Line line = respelled("It sank");
    assert_int_equal(line.units.count, 1);
    assert_unit(&line, 0, (Span){0, 20}, "It sank");
    assert_int_equal(respelled("...").spoken.len, 0);
}

int main(void)
{
    arena = new_arena((size_t)1 << 26);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_changed_word_leaves_the_others_alone),
        cmocka_unit_test(a_unit_of_which_a_word_changed_is_one_with_its_neighbours),
        cmocka_unit_test(words_that_went_are_their_neighbours),
        cmocka_unit_test(nothing_that_stayed_is_one_unit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
