#include "phrase/spell.h"

// cmocka last: its macro `fail` would hide ours.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static Arena arena;

static Lexicon parse(const char *bytes)
{
    Lexicon lexicon;
    Error err = {0};
    if (!parse_lexicon(str_from(bytes), "house.tsv", &arena, &lexicon, &err))
        fail_msg("%s", err.message);
    return lexicon;
}

static void assert_refused(const char *bytes, const char *message)
{
    Lexicon lexicon;
    Error err = {0};
    assert_false(parse_lexicon(str_from(bytes), "house.tsv", &arena, &lexicon, &err));
    assert_int_equal(err.kind, ERR_USAGE);
    assert_non_null(strstr(err.message, message));
}

static void assert_spoken(const Lexicon *lexicon, const char *text, const char *want)
{
    Line line = {0};
    Str s = str_from(text);
    Span whole = {0, (uint32_t)s.len};
    spell_span(s, whole, whole, &(SpellOptions){.lexicons = lexicon, .lexicon_count = 1}, &arena,
               &line);
    assert_string_equal(str_c(line.spoken, &arena), want);
}

static void words_are_respelled_wherever_they_stand(void **state)
{
    (void)state;
    Lexicon lexicon =
        parse("# house words\n\nTao\tdow\nIMOD\teye mod\r\n+972\tplus nine seven two\n");
    assert_spoken(&lexicon, "Tao’s (IMOD) and +972", "dow's, eye mod, and plus nine seven two");
}

static void capitals_in_an_entry_want_the_same_capitals(void **state)
{
    (void)state;
    Lexicon lexicon = parse("Polish\tpoe lish\nlive\tlyve\n");
    assert_spoken(&lexicon, "Polish polish, LIVE live", "poe lish polish, lyve lyve");
}

static void the_longest_phrase_wins(void **state)
{
    (void)state;
    Lexicon lexicon = parse("New Haven\tnoo hayven\nNew\tnew\nHaven\thaven\n");
    assert_spoken(&lexicon, "New Haven is a New place", "noo hayven is a new place");
}

static void a_part_of_a_word_is_not_the_word(void **state)
{
    (void)state;
    Lexicon lexicon = parse("cat\tkitty\n");
    assert_spoken(&lexicon, "concatenate a cat", "concatenate a kitty");
}

static void a_later_entry_wins(void **state)
{
    (void)state;
    Lexicon lexicon = parse("Rho\trow\nRho\troe\n");
    assert_spoken(&lexicon, "Rho", "roe");
}

static void wrong_lines_are_named(void **state)
{
    (void)state;
    assert_refused("ok\tfine\nno tab here\n", "house.tsv:2: no tab");
    assert_refused("word\t\n", "house.tsv:1: no respelling");
    assert_refused("Kyiv\t[[kj'Iv]]\n", "house.tsv:1: phonemes are not taken");
    assert_refused("Kyiv\t/ki:v/\n", "phonemes are not taken");
    assert_refused("R2\tr 2\n", "letters, apostrophes and hyphens");
    assert_refused("x\t--\n", "needs letters");
    assert_refused("\tx\n", "no word before the tab");
    assert_refused("caf\xE9\tcaffay\n", "not UTF-8");
}

static void a_missing_file_is_wrong_usage(void **state)
{
    (void)state;
    Lexicon lexicon;
    Error err = {0};
    assert_false(load_lexicon("no/such/lexicon.tsv", &arena, &lexicon, &err));
    assert_int_equal(err.kind, ERR_USAGE);
}

static int open_arena(void **state)
{
    (void)state;
    arena = new_arena((size_t)1 << 28);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_respelled_wherever_they_stand),
        cmocka_unit_test(capitals_in_an_entry_want_the_same_capitals),
        cmocka_unit_test(the_longest_phrase_wins),
        cmocka_unit_test(a_part_of_a_word_is_not_the_word),
        cmocka_unit_test(a_later_entry_wins),
        cmocka_unit_test(wrong_lines_are_named),
        cmocka_unit_test(a_missing_file_is_wrong_usage),
    };
    return cmocka_run_group_tests(tests, open_arena, NULL);
}
