// The tables of words are searched by halves, so they must be in order.
#include "reading.h"

// The tables are private to their file.
#include "../../src/split/words.c"

static void assert_sorted(const char *const *words, size_t count)
{
    for (size_t i = 1; i < count; i++)
        assert_true(strcmp(words[i - 1], words[i]) < 0);
}
#define ASSERT_SORTED(words) assert_sorted(words, COUNT(words))

static void every_table_is_in_order_without_doubles(void **state)
{
    (void)state;
    ASSERT_SORTED(TITLE_WORDS);
    ASSERT_SORTED(INNER_WORDS);
    ASSERT_SORTED(NUMBER_WORDS);
    ASSERT_SORTED(MONTH_WORDS);
    ASSERT_SORTED(EITHER_WORDS);
    ASSERT_SORTED(LAST_WORDS);
    ASSERT_SORTED(TIME_WORDS);
    ASSERT_SORTED(STARTERS);
    ASSERT_SORTED(SPEECH_VERBS);
    ASSERT_SORTED(TIME_FOLLOWERS);
    ASSERT_SORTED(ORDINAL_FOLLOWERS);
    ASSERT_SORTED(CAPTION_WORDS);
    ASSERT_SORTED(SHORT_WORDS);
}

static void no_abbreviation_is_longer_than_the_search_allows(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(TITLE_WORDS); i++)
        assert_int_equal(abbreviation_of(str_from(TITLE_WORDS[i])), ABBREVIATION_TITLE);
    for (size_t i = 0; i < COUNT(INNER_WORDS); i++)
        assert_int_not_equal(abbreviation_of(str_from(INNER_WORDS[i])), ABBREVIATION_NONE);
    for (size_t i = 0; i < COUNT(NUMBER_WORDS); i++)
        assert_int_not_equal(abbreviation_of(str_from(NUMBER_WORDS[i])), ABBREVIATION_NONE);
}

static void capitals_fold_for_titles_and_months_only(void **state)
{
    (void)state;
    assert_int_equal(abbreviation_of(STR("SEN")), ABBREVIATION_TITLE);
    assert_int_equal(abbreviation_of(STR("NOV")), ABBREVIATION_MONTH);
    assert_int_equal(abbreviation_of(STR("ILL")), ABBREVIATION_NONE);
    assert_int_equal(abbreviation_of(STR("RT")), ABBREVIATION_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_table_is_in_order_without_doubles),
        cmocka_unit_test(no_abbreviation_is_longer_than_the_search_allows),
        cmocka_unit_test(capitals_fold_for_titles_and_months_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
