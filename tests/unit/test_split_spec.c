// tests/spec/split.md is specification and test: cut where its bars stand.
#include "cutting.h"
#include "spec_page.h"

static bool is_cut_so(Str marked, Str language)
{
    char got[CUT_MAX];
    cut_marked(marked, language, got);
    bool same = str_equal(marked, str_from(got));
    if (!same)
        print_error("%.*s: %.*s\n    got %s\n", STR_ARG(language), STR_ARG(marked), got);
    return same;
}

// An example of a declared language must hold for a text that does not say, too.
static unsigned count_wrong(Str marked, Str language)
{
    unsigned wrong = !is_cut_so(marked, language);
    return language.len ? wrong + !is_cut_so(marked, (Str){0}) : wrong;
}

typedef struct {
    unsigned examples, wrong;
} Count;

static void count_example(void *context, Str language, Str line, Arena arena)
{
    Count *count = context;
    (void)arena;
    count->examples++;
    count->wrong += count_wrong(line, language);
}

static void every_example_is_cut_as_marked(void **state)
{
    (void)state;
    Count count = {0};
    walk_page("tests/spec/split.md", count_example, &count);
    assert_true(count.examples > 400);
    assert_int_equal(count.wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_example_is_cut_as_marked)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
