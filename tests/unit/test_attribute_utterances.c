#include "attributing.h"

static void assert_utterances(const Attributed *a, const char *const *want)
{
    uint32_t i = 0;
    for (; want[i]; i++) {
        assert_true(i < a->script.utterances.count);
        const Utterance *u = &a->script.utterances.items[i];
        char line[256];
        Str text = str_span(a->reading->article.text, u->span);
        snprintf(line, sizeof line, "%.*s: %.*s",
                 STR_ARG(a->script.speakers.items[u->speaker].name), STR_ARG(text));
        assert_string_equal(line, want[i]);
    }
    assert_int_equal(a->script.utterances.count, i);
}
#define UTTERANCES(text, rule, ...)                                                                \
    do {                                                                                           \
        Attributed *a_ = attribute_with(text, (AttributeOptions){.switch_rule = rule});            \
        assert_utterances(a_, (const char *const[]){__VA_ARGS__, NULL});                           \
        free_attributed(a_);                                                                       \
    } while (0)

static void the_words_of_attribution_are_the_narrators(void **state)
{
    (void)state;
    UTTERANCES("“We sold out,” Ann Pike said. “Twice.”", SWITCH_LONG, "Ann Pike: We sold out,",
               "Narrator: Ann Pike said.", "Ann Pike: Twice.");
}

static void the_rule_says_which_quotations_switch(void **state)
{
    (void)state;
    const char *text = "Ann Pike said it was “early” and “a good deal better than last year.”";
    UTTERANCES(text, SWITCH_LONG, "Narrator: Ann Pike said it was “early” and",
               "Ann Pike: a good deal better than last year.");
    UTTERANCES(text, SWITCH_DIRECT,
               "Narrator: Ann Pike said it was “early” and “a good deal better than last year.”");
    UTTERANCES(text, SWITCH_NEVER,
               "Narrator: Ann Pike said it was “early” and “a good deal better than last year.”");
    UTTERANCES(text, SWITCH_ALL, "Narrator: Ann Pike said it was", "Ann Pike: early",
               "Narrator: and", "Ann Pike: a good deal better than last year.");
    UTTERANCES("“We sold out,” Ann Pike said.", SWITCH_NEVER,
               "Narrator: “We sold out,” Ann Pike said.");
}

static void who_is_not_known_is_the_unknown_speaker(void **state)
{
    (void)state;
    UTTERANCES("“We sold out,” one baker said. “Twice.”", SWITCH_LONG,
               "Unknown speaker: We sold out,", "Narrator: one baker said.",
               "Unknown speaker: Twice.");
    Attributed *a = attribute_string("“We sold out,” Ann Pike said.");
    assert_int_equal(a->script.speakers.count, 2);
    free_attributed(a);
}

static void what_goes_on_has_the_voice_of_its_beginning(void **state)
{
    (void)state;
    UTTERANCES(
        "The Skerrow Ferry Board met. “We sold out,” the board said. “All of it. It is gone.”",
        SWITCH_LONG, "Narrator: The Skerrow Ferry Board met.", "Skerrow Ferry Board: We sold out,",
        "Narrator: the board said.", "Skerrow Ferry Board: All of it.",
        "Skerrow Ferry Board: It is gone.");
}

static void doubt_below_the_threshold_gets_no_name(void **state)
{
    (void)state;
    Attributed *a = attribute_with("Ann Pike came. “We sold out,” she said.",
                                   (AttributeOptions){.threshold = 0.97F});
    assert_speaker(a, 0, "Ann Pike");
    const Utterance *quote = &a->script.utterances.items[1];
    assert_int_equal(quote->kind, UTTERANCE_QUOTE);
    assert_int_equal(a->script.speakers.items[quote->speaker].kind, SPEAKER_UNKNOWN);
    assert_int_equal(a->script.notes.count, 1);
    free_attributed(a);
}

static void lone_punctuation_joins_its_neighbour(void **state)
{
    (void)state;
    UTTERANCES("“We sold out”, Ann Pike said.", SWITCH_LONG, "Ann Pike: We sold out",
               "Narrator: , Ann Pike said.");
    UTTERANCES("Ann Pike said: “We sold out”.", SWITCH_LONG,
               "Narrator: Ann Pike said:", "Ann Pike: We sold out”.");
}

// Every byte that is neither blank, mark nor dropped lies in one utterance.
static void assert_covers(const char *text, SwitchRule rule)
{
    Attributed *a = attribute_with(text, (AttributeOptions){.switch_rule = rule});
    Str all = a->reading->article.text;
    unsigned char *times = calloc(all.len + 1, 1);
    assert_non_null(times);
    uint32_t last = 0;
    for (uint32_t i = 0; i < a->script.utterances.count; i++) {
        const Utterance *u = &a->script.utterances.items[i];
        Span sentence = a->sentences.items.items[u->sentence].span;
        assert_true(u->span.beg >= last && u->span.beg < u->span.end);
        assert_true(u->span.beg >= sentence.beg && u->span.end <= sentence.end);
        assert_false(code_is_space(utf8_at(all, u->span.beg).code));
        assert_false(code_is_space(utf8_before(all, u->span.end).code));
        for (uint32_t k = u->span.beg; k < u->span.end; k++)
            times[k]++;
        last = u->span.end;
    }
    for (uint32_t i = 0; i < a->reading->article.drops.count; i++) {
        Span drop = a->reading->article.drops.items[i].span;
        for (uint32_t k = drop.beg; k < drop.end; k++)
            times[k]++;
    }
    for (uint32_t i = 0; i < all.len; i += utf8_at(all, i).len) {
        uint32_t c = utf8_at(all, i).code;
        bool mark = code_is_quote_mark(c) || c == '\'' || c == '`' || c == 0x2018 || c == 0x2019;
        assert_true(times[i] <= 1);
        assert_true(times[i] == 1 || code_is_space(c) || mark);
    }
    free(times);
    free_attributed(a);
}

static void every_byte_is_covered_once(void **state)
{
    (void)state;
    static const char *const PIECES[] = {"“",     "”",  "\"",   "'",  "‘",   "’",    "« ",
                                         " »",    "''", "\n\n", ", ", ". ",  "? ",   "Ann ",
                                         "said ", "—",  "(",    ")",  "we ", "Pike "};
    uint32_t seed = 1;
    for (int round = 0; round < 300; round++) {
        char text[1024] = "Ann Pike said ";
        for (int i = 0; i < 60; i++) {
            seed = seed * 1664525U + 1013904223U;
            strcat(text, PIECES[(seed >> 16) % COUNT(PIECES)]);
        }
        for (int rule = SWITCH_LONG; rule <= SWITCH_NEVER; rule++)
            assert_covers(text, (SwitchRule)rule);
    }
}

static char *repeat(const char *piece, size_t times)
{
    size_t len = strlen(piece);
    char *text = malloc(len * times + 1);
    assert_non_null(text);
    for (size_t i = 0; i < times; i++)
        memcpy(text + i * len, piece, len);
    text[len * times] = '\0';
    return text;
}

static void hostile_inputs_end_soon(void **state)
{
    (void)state;
    static const char *const PIECES[] = {
        "“ ",   "\"a ",  "Ann Pike, said, ", "saying ", "Ann (of the man of the man, who, ", "' ",
        "Ann-", "said, "};
    for (size_t i = 0; i < COUNT(PIECES); i++) {
        char *text = repeat(PIECES[i], 20000);
        assert_covers(text, SWITCH_ALL);
        free(text);
    }
}

static void an_article_without_quotations_is_the_narrators(void **state)
{
    (void)state;
    UTTERANCES("The mill burned. It was old.", SWITCH_LONG, "Narrator: The mill burned.",
               "Narrator: It was old.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_words_of_attribution_are_the_narrators),
        cmocka_unit_test(the_rule_says_which_quotations_switch),
        cmocka_unit_test(who_is_not_known_is_the_unknown_speaker),
        cmocka_unit_test(what_goes_on_has_the_voice_of_its_beginning),
        cmocka_unit_test(doubt_below_the_threshold_gets_no_name),
        cmocka_unit_test(lone_punctuation_joins_its_neighbour),
        cmocka_unit_test(every_byte_is_covered_once),
        cmocka_unit_test(hostile_inputs_end_soon),
        cmocka_unit_test(an_article_without_quotations_is_the_narrators),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
