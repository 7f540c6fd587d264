// tests/spec/phrase.md is specification and test: each "written -> spoken" holds.

#include "phrase/spell.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#undef fail // ours is in base/error.h

#include "spec_page.h"

static bool is_spoken_so(Str written, Str want, Arena arena)
{
    Line line = {0};
    Span whole = {0, (uint32_t)written.len};
    spell_span(written, whole, whole, &(SpellOptions){0}, &arena, &line);
    bool same = str_equal(want, line.spoken);
    if (!same)
        print_error("%.*s -> %.*s\n    got %.*s\n", STR_ARG(written), STR_ARG(want),
                    STR_ARG(line.spoken));
    return same;
}

static void every_example_is_spoken_as_written(void **state)
{
    (void)state;
    check_page("tests/spec/phrase.md", 401, is_spoken_so);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_example_is_spoken_as_written)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
