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
        cmocka_unit_test(titles_and_scare_quotes_are_not_speech),
        cmocka_unit_test(whole_quotations_are_direct_and_parts_are_mixed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
