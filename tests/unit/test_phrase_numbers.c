#include "phrase/number_words.h"

// cmocka last: its macro `fail` would hide ours.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

typedef void AddDigits(Buf *b, Str digits);

static void assert_words(AddDigits *add, const char *digits, const char *want)
{
    Arena arena = new_arena((size_t)1 << 26), fresh = arena;
    Buf b = new_buf(&arena);
    add(&b, str_from(digits));
    assert_string_equal(str_c(buf_str(&b), &arena), want);
    free_arena(fresh);
}

static void cardinals_have_no_and(void **state)
{
    (void)state;
    assert_words(add_cardinal, "0", "zero");
    assert_words(add_cardinal, "000", "zero");
    assert_words(add_cardinal, "13", "thirteen");
    assert_words(add_cardinal, "105", "one hundred five");
    assert_words(add_cardinal, "1000001", "one million one");
    assert_words(add_cardinal, "7000000000000000", "seven quadrillion");
    assert_words(add_cardinal, "999999999999999999",
                 "nine hundred ninety nine quadrillion nine hundred ninety nine trillion nine "
                 "hundred ninety nine billion nine hundred ninety nine million nine hundred ninety "
                 "nine thousand nine hundred ninety nine");
}

static void numbers_too_long_to_name_are_said_by_digits(void **state)
{
    (void)state;
    assert_words(add_cardinal, "1000000000000000000",
                 "one zero zero zero zero zero zero zero zero zero zero zero zero zero zero zero "
                 "zero zero zero");
}

static void ordinals_change_the_last_word(void **state)
{
    (void)state;
    assert_words(add_ordinal, "1", "first");
    assert_words(add_ordinal, "12", "twelfth");
    assert_words(add_ordinal, "20", "twentieth");
    assert_words(add_ordinal, "23", "twenty third");
    assert_words(add_ordinal, "1000", "one thousandth");
}

static void assert_year(int year, const char *want)
{
    Arena arena = new_arena((size_t)1 << 26), fresh = arena;
    Buf b = new_buf(&arena);
    add_year(&b, year);
    assert_string_equal(str_c(buf_str(&b), &arena), want);
    free_arena(fresh);
}

static void years_are_said_in_pairs(void **state)
{
    (void)state;
    assert_year(1066, "ten sixty six");
    assert_year(1812, "eighteen twelve");
    assert_year(1900, "nineteen hundred");
    assert_year(1905, "nineteen oh five");
    assert_year(2000, "two thousand");
    assert_year(2009, "two thousand nine");
    assert_year(2016, "twenty sixteen");
    assert_year(476, "four hundred seventy six");
}

static void numbers_of_names_are_said_in_pairs(void **state)
{
    (void)state;
    assert_words(add_pairs, "8200", "eighty two hundred");
    assert_words(add_pairs, "370", "three seventy");
    assert_words(add_pairs, "305", "three oh five");
    assert_words(add_pairs, "5000", "five thousand");
    assert_words(add_pairs, "52", "fifty two");
    assert_words(add_pairs, "12345", "one two three four five");
}

static void decades_are_plural(void **state)
{
    (void)state;
    assert_words(add_decade, "1980", "nineteen eighties");
    assert_words(add_decade, "1800", "eighteen hundreds");
    assert_words(add_decade, "2000", "two thousands");
    assert_words(add_decade, "2010", "twenty tens");
    assert_words(add_decade, "60", "sixties");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cardinals_have_no_and),
        cmocka_unit_test(numbers_too_long_to_name_are_said_by_digits),
        cmocka_unit_test(ordinals_change_the_last_word),
        cmocka_unit_test(years_are_said_in_pairs),
        cmocka_unit_test(numbers_of_names_are_said_in_pairs),
        cmocka_unit_test(decades_are_plural),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
