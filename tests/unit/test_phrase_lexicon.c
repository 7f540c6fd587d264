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

static Line read_with(const Lexicon *lexicons, uint32_t count, const char *text,
                      const char *language)
{
    Line line = {0};
    Str s = str_from(text);
    Span whole = {0, (uint32_t)s.len};
    SpellOptions options = {
        .language = str_from(language), .lexicons = lexicons, .lexicon_count = count};
    spell_span(s, whole, whole, &options, &arena, &line);
    return line;
}

// "spoken | word phonemes | word phonemes"
static void assert_said(const char *lexicon, const char *text, const char *want)
{
    Lexicon parsed = parse(lexicon);
    Line line = read_with(&parsed, 1, text, "en");
    Buf b = new_buf(&arena);
    buf_add(&b, line.spoken);
    for (uint32_t i = 0; i < line.said.count; i++)
        buf_format(&b, " | %.*s %.*s", STR_ARG(str_span(line.spoken, line.said.items[i].spoken)),
                   STR_ARG(line.said.items[i].phonemes));
    assert_string_equal(str_c(buf_str(&b), &arena), want);
}

static void phonemes_leave_the_words_as_they_are(void **state)
{
    (void)state;
    assert_said("Orrin\t/ˈɔːrɪn/\n", "Orrin’s (Orrin) pro-Orrin",
                "Orrin's, Orrin, pro Orrin | Orrin's 'O:rInz | Orrin 'O:rIn | Orrin 'O:rIn");
    assert_said("Orrin\t[[O:r'In]]\n", "At Orrin.", "At Orrin. | Orrin O:r'In");
    assert_said("SQL\t/ˈsiːkwəl/\n", "in SQL", "in SQL | SQL s'i:kw@l");
    assert_said("Tell Ambo\t/tɛl ˈæmboʊ/\n", "Tell Ambo’s",
                "Tell Ambo's | Tell t'El | Ambo's 'amboUz");
    assert_said("Tell Ambo\t[[tEl||'amboU]]\n", "Tell Ambo", "Tell Ambo | Tell Ambo tEl||'amboU");
    assert_said("R2-D2\t/ɑːr tuː diː tuː/\n", "R2-D2 beeps",
                "R two D two beeps | R 'A@ | two t'u: | D d'i: | two t'u:");
}

static void a_pattern_stands_for_whole_words(void **state)
{
    (void)state;
    assert_said("[A-Z][a-z]+ová\t/ˈnoʊvə/\tpattern\n", "Malová and nová; Malováx",
                "Malová and nová; Malováx | Malová n'oUv@");
    assert_said("colou?rs?\tcullers\tpattern\n", "Color, COLOURS, colourful",
                "cullers, cullers, colourful");
    assert_said("colou?r\tculler\tpattern exact\n", "color COLOR", "culler Color");
    assert_said("color\tA\ncolou?r\tB\tpattern\n", "color colour", "A B");
}

static void case_and_language_can_be_said(void **state)
{
    (void)state;
    assert_said("ember\tomber\texact\n", "ember Ember EMBER", "omber Ember Ember");
    assert_said("Ember\tomber\tany\n", "ember Ember EMBER", "omber omber omber");
    Lexicon lexicon = parse("Bath\tbahth\tlang=en-GB\nBath\tbad\tlang=de\nTau\ttow\n");
    assert_string_equal(str_c(read_with(&lexicon, 1, "Bath", "en-GB").spoken, &arena), "bahth");
    assert_string_equal(str_c(read_with(&lexicon, 1, "Bath", "en-US").spoken, &arena), "Bath");
    assert_string_equal(str_c(read_with(&lexicon, 1, "Bath Tau", "de").spoken, &arena), "bad Tau");
}

static void a_later_file_wins(void **state)
{
    (void)state;
    Lexicon lexicons[] = {parse("Rho\trow\nTau\ttow\n"), parse("Rho\troe\n")};
    assert_string_equal(str_c(read_with(lexicons, 2, "Rho Tau", "en").spoken, &arena), "roe tow");
}

static void wrong_lines_are_named(void **state)
{
    (void)state;
    assert_refused("ok\tfine\nno tab here\n", "house.tsv:2:1: no tab");
    assert_refused("word\t\n", "house.tsv:1:6: no respelling");
    assert_refused("R2\tr 2\n", "house.tsv:1:6: a respelling has letters");
    assert_refused("x\t--\n", "house.tsv:1:3: a respelling needs letters");
    assert_refused("\tx\n", "house.tsv:1:1: no word before the tab");
    assert_refused("caf\xE9\tcaffay\n", "house.tsv:1:4: not UTF-8");
    assert_refused("Ké\t/kiː7/\n", "house.tsv:1:8: no IPA symbol");
    assert_refused("Kay\t/ki\n", "house.tsv:1:5: IPA without");
    assert_refused("Kay\t//\n", "house.tsv:1:6: no phonemes");
    assert_refused("Kay\t[[k'eI\n", "house.tsv:1:5: phonemes without");
    assert_refused("Kay\t[[k'e]] [[x]]\n", "house.tsv:1:9: no phoneme of the engine");
    assert_refused("Kay\t[['k']]\tsoft\n", "house.tsv:1:13: a field is");
    assert_refused("Kay\tkay\texact any\n", "house.tsv:1:15: both exact and any");
    assert_refused("Kay\t/keɪ/\tlang=de\n", "phonemes are for English only");
    assert_refused("New Kay\t/njuː keɪ keɪ/\n", "another number of words");
    assert_refused("@\t/æt/\n", "no words in this");
    assert_refused("a(b\tx\tpattern\n", "house.tsv:1:4: a ( without its )");
    assert_refused("(a|b*)\tx\tpattern\n", "no word at all");
    assert_refused("a{2}\tx\tpattern\n", "house.tsv:1:2: counts");
    assert_refused("^a\tx\tpattern\n", "house.tsv:1:1: a pattern is for the whole word");
}

static void assert_pattern(const char *source, const char *word, bool matches)
{
    Pattern pattern;
    size_t wrong;
    const char *why;
    if (!compile_pattern(str_from(source), false, &pattern, &wrong, &why))
        fail_msg("%s: %s", source, why);
    if (pattern_matches(&pattern, str_from(word)) != matches)
        fail_msg("%s on %s", source, word);
}

static void patterns_are_regular_expressions(void **state)
{
    (void)state;
    assert_pattern("a(b|cd)*e", "acdbe", true);
    assert_pattern("a(b|cd)*e", "ae", true);
    assert_pattern("a(b|cd)*e", "acbe", false);
    assert_pattern("[^a-y]+", "zzz", true);
    assert_pattern("[^a-y]+", "zaz", false);
    assert_pattern("[]x]", "]", true);
    assert_pattern("č.\\.", "čé.", true);
    assert_pattern("ab?", "abb", false);
    assert_pattern("ab", "a", false);
    assert_pattern("(a?b?)+c", "ababc", true);
}

// Backtracking takes 2^30 steps for this.
static void no_pattern_takes_long(void **state)
{
    (void)state;
    char word[5000];
    memset(word, 'a', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    assert_pattern("(a|a)*(a|aa)*(a*)*b", word, false);
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
        cmocka_unit_test(phonemes_leave_the_words_as_they_are),
        cmocka_unit_test(a_pattern_stands_for_whole_words),
        cmocka_unit_test(case_and_language_can_be_said),
        cmocka_unit_test(a_later_file_wins),
        cmocka_unit_test(wrong_lines_are_named),
        cmocka_unit_test(patterns_are_regular_expressions),
        cmocka_unit_test(no_pattern_takes_long),
        cmocka_unit_test(a_missing_file_is_wrong_usage),
    };
    return cmocka_run_group_tests(tests, open_arena, NULL);
}
