// The tables of words are searched by halves, so they must be in order.
#include "reading.h"

// The tables are private to their file.
#include "../../src/split/words.c"

static void assert_sorted(const char *const *words, size_t count)
{
    if (count == 0)
        return;
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
    ASSERT_SORTED(STATE_WORDS);
    ASSERT_SORTED(TAIL_WORDS);
    ASSERT_SORTED(LAST_WORDS);
    ASSERT_SORTED(TIME_WORDS);
    ASSERT_SORTED(STARTERS);
    ASSERT_SORTED(STARTERS_ADVERBS);
    ASSERT_SORTED(STARTERS_SHORTENED);
    ASSERT_SORTED(SPEECH_VERBS);
    ASSERT_SORTED(TIME_FOLLOWERS);
    ASSERT_SORTED(ORDINAL_FOLLOWERS);
    ASSERT_SORTED(CAPTION_WORDS);
    ASSERT_SORTED(SHORT_WORDS);
    ASSERT_SORTED(LETTERED_WORDS);
    ASSERT_SORTED(OFFICE_WORDS);
    ASSERT_SORTED(ORDINAL_DETERMINERS);
    for (size_t i = 0; i < FOREIGN_COUNT; i++) {
        assert_sorted(FOREIGN[i].starters.words, FOREIGN[i].starters.count);
        for (int k = 0; k < ABBREVIATIONS; k++)
            assert_sorted(FOREIGN[i].abbreviations[k].words, FOREIGN[i].abbreviations[k].count);
    }
}

static void no_english_word_is_in_two_tables(void **state)
{
    (void)state;
    static const char *const *const TABLES[] = {TITLE_WORDS, INNER_WORDS,  NUMBER_WORDS,
                                                MONTH_WORDS, EITHER_WORDS, STATE_WORDS,
                                                TAIL_WORDS,  LAST_WORDS,   TIME_WORDS};
    static const size_t COUNTS[] = {COUNT(TITLE_WORDS), COUNT(INNER_WORDS),  COUNT(NUMBER_WORDS),
                                    COUNT(MONTH_WORDS), COUNT(EITHER_WORDS), COUNT(STATE_WORDS),
                                    COUNT(TAIL_WORDS),  COUNT(LAST_WORDS),   COUNT(TIME_WORDS)};
    for (size_t a = 0; a < COUNT(TABLES); a++)
        for (size_t i = 0; i < COUNTS[a]; i++)
            for (size_t b = a + 1; b < COUNT(TABLES); b++)
                if (str_in_sorted(str_from(TABLES[a][i]), TABLES[b], COUNTS[b]))
                    fail_msg("%s is in two tables", TABLES[a][i]);
}

static void no_abbreviation_is_longer_than_the_search_allows(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(TITLE_WORDS); i++)
        assert_int_equal(abbreviation_of(str_from(TITLE_WORDS[i]), FAMILY_ENGLISH),
                         ABBREVIATION_TITLE);
    for (size_t i = 0; i < COUNT(INNER_WORDS); i++)
        assert_int_not_equal(abbreviation_of(str_from(INNER_WORDS[i]), FAMILY_ENGLISH),
                             ABBREVIATION_NONE);
    for (size_t i = 0; i < COUNT(NUMBER_WORDS); i++)
        assert_int_not_equal(abbreviation_of(str_from(NUMBER_WORDS[i]), FAMILY_ENGLISH),
                             ABBREVIATION_NONE);
}

static void capitals_fold_for_titles_and_months_only(void **state)
{
    (void)state;
    assert_int_equal(abbreviation_of(STR("SEN"), FAMILY_ENGLISH), ABBREVIATION_TITLE);
    assert_int_equal(abbreviation_of(STR("NOV"), FAMILY_ENGLISH), ABBREVIATION_MONTH);
    assert_int_equal(abbreviation_of(STR("ILL"), FAMILY_ENGLISH), ABBREVIATION_NONE);
    assert_int_equal(abbreviation_of(STR("RT"), FAMILY_ENGLISH), ABBREVIATION_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_table_is_in_order_without_doubles),
        cmocka_unit_test(no_english_word_is_in_two_tables),
        cmocka_unit_test(no_abbreviation_is_longer_than_the_search_allows),
        cmocka_unit_test(capitals_fold_for_titles_and_months_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
