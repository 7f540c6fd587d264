// tests/spec/split.md is specification and test: cut where its bars stand.
#include "base/file.h"
#include "cutting.h"

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

static void every_example_is_cut_as_marked(void **state)
{
    (void)state;
    Arena arena = new_arena((size_t)1 << 30), fresh = arena;
    Str page, language = {0};
    Error err = {0};
    assert_true(read_file("tests/spec/split.md", 1 << 20, &arena, &page, &err));
    bool block = false;
    unsigned examples = 0, wrong = 0;
    for (size_t i = 0; i < page.len;) {
        Str rest = str_slice(page, i, page.len);
        Str line = str_slice(rest, 0, str_find(rest, STR("\n")));
        i += line.len + 1;
        if (str_starts(line, STR("```"))) {
            block = !block;
            language = str_slice(line, 3, line.len);
        } else if (block) {
            examples++;
            wrong += count_wrong(line, language);
        }
    }
    assert_true(examples > 400);
    assert_int_equal(wrong, 0);
    free_arena(fresh);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_example_is_cut_as_marked)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
