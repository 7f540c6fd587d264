#include "attributing.h"

// The runs of a text, in order; ends with NULL.
static void assert_runs(const char *text, const char *const *runs)
{
    Attributed *a = attribute_string(text);
    uint32_t i = 0;
    for (; runs[i]; i++)
        assert_str(quote_text(a, i), runs[i]);
    assert_int_equal(a->script.quotes.count, i);
    free_attributed(a);
}
#define RUNS(text, ...) assert_runs(text, (const char *const[]){__VA_ARGS__, NULL})

static void marks_of_every_kind_pair(void **state)
{
    (void)state;
    RUNS("\"We sold out,\" Ann Pike said. \"Twice.\"", "We sold out,", "Twice.");
    RUNS("“We sold out,” Ann Pike said.", "We sold out,");
    RUNS("“We sold out,\" Ann Pike said. \"Twice.”", "We sold out,", "Twice.");
    RUNS("``We sold out,'' Ann Pike said.", "We sold out,");
    RUNS("''We sold out,'' Ann Pike said.", "We sold out,");
    RUNS("« We sold out », Ann Pike said.", "We sold out");
    RUNS("»We sold out«, Ann Pike said.", "We sold out");
    RUNS("„We sold out,“ Ann Pike said.", "We sold out,");
    RUNS("“We sold out,“ Ann Pike said.", "We sold out,");
}

static void british_singles_are_told_from_apostrophes(void **state)
{
    (void)state;
    RUNS("‘The bakers’ choice isn’t ours,’ Ann Pike said. ‘It’s theirs.’",
         "The bakers’ choice isn’t ours,", "It’s theirs.");
    RUNS("'The oven isn't ours,' Ann Pike said. 'It's the bakers'.'", "The oven isn't ours,",
         "It's the bakers'.");
    RUNS("‘He said “never” twice,’ Ann Pike recalled.", "He said “never” twice,");
    RUNS("'Get 'em out in the '90s way,' Ann Pike said.", "Get 'em out in the '90s way,");
}

static void singles_inside_doubles_are_not_runs(void **state)
{
    (void)state;
    RUNS("“My father called it ‘the old mill,’” Ann Pike said.",
         "My father called it ‘the old mill,’");
    RUNS("\"My father called it 'the mill.'\" It burned.", "My father called it 'the mill.'");
}

static void doubles_inside_doubles_are_nested_where_they_balance(void **state)
{
    (void)state;
    RUNS("“I told him “stop” and left,” Ann Pike said.", "I told him “stop” and left,");
}

static void a_quotation_runs_on_over_paragraphs(void **state)
{
    (void)state;
    const char *text = "“We began small,” said Ann Pike. “It was a shed.\n\n"
                       "“Then came the mill.\n\n“Then it burned.”\n\nNobody was hurt.";
    RUNS(text, "We began small,", "It was a shed.", "Then came the mill.", "Then it burned.");
    assert_all_by(text, "Ann Pike");
}

static void an_inch_mark_opens_nothing(void **state)
{
    (void)state;
    RUNS("The 6'2\" baker bought a 12\" pan. \"It fits,\" he said.", "It fits,");
}

static void an_unbalanced_mark_costs_its_paragraph_only(void **state)
{
    (void)state;
    Attributed *a = attribute_string("The “mill burned down on Monday, the town says.\n\n"
                                     "“We sold out,” Ann Pike said.\n\n“Twice,” Ann Pike said.");
    uint32_t count = a->script.quotes.count;
    assert_true(count >= 2);
    assert_str(quote_text(a, count - 2), "We sold out,");
    assert_str(quote_text(a, count - 1), "Twice,");
    free_attributed(a);
    a = attribute_string("The mill\" burned down on Monday.\n\n\"We sold out,\" Ann Pike said.");
    assert_str(quote_text(a, a->script.quotes.count - 1), "We sold out,");
    free_attributed(a);
}

// ---- One mark more or less ----

enum { PARAGRAPHS = 6 };

// The runs of each paragraph of a changed text, found in it by its first words.
static void write_paragraph_runs(const char *text, char runs[PARAGRAPHS][512])
{
    Attributed *a = attribute_string(text);
    for (uint32_t p = 0; p < PARAGRAPHS; p++)
        runs[p][0] = '\0';
    for (uint32_t i = 0; i < a->script.quotes.count; i++) {
        const Quote *quote = quote_at(a, i);
        uint32_t p = 0;
        for (uint32_t at = 0; at + 1 < quote->span.beg; at++)
            p += text[at] == '\n' && text[at + 1] == '\n';
        assert_true(p < PARAGRAPHS);
        size_t len = strlen(runs[p]);
        snprintf(runs[p] + len, sizeof runs[p] - len, "%s %.*s|", QUOTE_KIND_NAMES[quote->kind],
                 STR_ARG(quote_text(a, i)));
    }
    free_attributed(a);
}

// How many paragraphs but the one at `at` have other runs than before.
static uint32_t count_spoiled(const char *before, const char *after, uint32_t at)
{
    static char was[PARAGRAPHS][512], is[PARAGRAPHS][512];
    uint32_t here = 0, spoiled = 0;
    for (uint32_t i = 0; i + 1 < at; i++)
        here += before[i] == '\n' && before[i + 1] == '\n';
    write_paragraph_runs(before, was);
    write_paragraph_runs(after, is);
    for (uint32_t p = 0; p < PARAGRAPHS; p++) {
        bool same = strcmp(was[p], is[p]) == 0;
        if (!same && p != here)
            print_error("paragraph %u was [%s], is [%s] in:\n%s\n", p, was[p], is[p], after);
        spoiled += !same && p != here;
    }
    return spoiled;
}

static uint32_t spoil(const char *text, const char *open, const char *close)
{
    uint32_t len = (uint32_t)strlen(text), spoiled = 0;
    char *changed = malloc(len + 8);
    assert_non_null(changed);
    for (uint32_t i = 0; i < len; i++) {
        size_t mark = !strncmp(text + i, open, strlen(open))     ? strlen(open)
                      : !strncmp(text + i, close, strlen(close)) ? strlen(close)
                                                                 : 0;
        if (mark) { // taken out
            memcpy(changed, text, i);
            strcpy(changed + i, text + i + mark);
            spoiled += count_spoiled(text, changed, i);
        } else if (text[i] == ' ' || (i > 0 && text[i - 1] == ' ')) { // put in
            const char *more = text[i] == ' ' ? close : open;
            memcpy(changed, text, i);
            strcpy(changed + i, more);
            strcpy(changed + i + strlen(more), text + i);
            spoiled += count_spoiled(text, changed, i);
        }
    }
    free(changed);
    return spoiled;
}

static void a_mark_more_or_less_spoils_no_other_paragraph(void **state)
{
    (void)state;
    static const char CURLY[] =
        "The mill at Orford has burned down, and the town is hungry.\n\n"
        "“We sold out,” Ann Pike said. “It was a good year.”\n\n"
        "“Nobody was hurt,” said Tom Reed, who lit the oven. “That is luck.”\n\n"
        "She called the fire “a cruel end” and thanked the men who fought it.\n\n"
        "The council meets on Friday. It has no plan.\n\n"
        "“We need bread,” Ann Pike said.";
    static const char STRAIGHT[] =
        "The mill at Orford has burned down, and the town is hungry.\n\n"
        "\"We sold out,\" Ann Pike said. \"It was a good year.\"\n\n"
        "\"Nobody was hurt,\" said Tom Reed, who lit the oven. \"That is luck.\"\n\n"
        "She called the fire \"a cruel end\" and thanked the men who fought it.\n\n"
        "The council meets on Friday. It has no plan.\n\n"
        "\"We need bread,\" Ann Pike said.";
    static const char BRITISH[] =
        "The mill at Orford has burned down, and the bakers' town is hungry.\n\n"
        "‘We sold out,’ Ann Pike said. ‘It was a good year.’\n\n"
        "‘Nobody was hurt,’ said Tom Reed, who lit the oven. ‘That’s luck.’\n\n"
        "She called the fire ‘a cruel end’ and thanked the men who fought it.\n\n"
        "The council meets on Friday. It doesn’t have a plan.\n\n"
        "‘We need bread,’ Ann Pike said.";
    assert_int_equal(spoil(CURLY, "“", "”"), 0);
    assert_int_equal(spoil(BRITISH, "‘", "’"), 0);
    assert_int_equal(spoil(STRAIGHT, "\"", "\""), 0);
}

static void titles_and_scare_quotes_are_not_speech(void **state)
{
    (void)state;
    assert_kind("Ann Pike spoke on WKLM's “Morning Bread.” She laughed.", 0, QUOTE_OTHER);
    assert_kind("They sell the so-called “cold loaf” in town.", 0, QUOTE_OTHER);
    assert_kind("It made the mill “old” again.", 0, QUOTE_OTHER);
    assert_kind("See <a href=\"http://example.org/a-b\">there</a>.", 0, QUOTE_OTHER);
    assert_kind("The town loves its ‘cold loaf’ dearly. “We do,” Ann Pike said.", 0, QUOTE_OTHER);
}

static void whole_quotations_are_direct_and_parts_are_mixed(void **state)
{
    (void)state;
    assert_kind("“We sold out,” Ann Pike said.", 0, QUOTE_DIRECT);
    assert_kind("Ann Pike said: “We sold out.”", 0, QUOTE_DIRECT);
    assert_kind("Ann Pike said the mill would “never grind again.”", 0, QUOTE_MIXED);
    assert_kind("The crowd broke into chants of “More bread!”", 0, QUOTE_DIRECT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_of_every_kind_pair),
        cmocka_unit_test(british_singles_are_told_from_apostrophes),
        cmocka_unit_test(singles_inside_doubles_are_not_runs),
        cmocka_unit_test(doubles_inside_doubles_are_nested_where_they_balance),
        cmocka_unit_test(a_quotation_runs_on_over_paragraphs),
        cmocka_unit_test(an_inch_mark_opens_nothing),
        cmocka_unit_test(an_unbalanced_mark_costs_its_paragraph_only),
        cmocka_unit_test(a_mark_more_or_less_spoils_no_other_paragraph),
        cmocka_unit_test(titles_and_scare_quotes_are_not_speech),
        cmocka_unit_test(whole_quotations_are_direct_and_parts_are_mixed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
