// tests/spec/phrase.md is specification and test: each "written -> spoken" holds.

#include "base/file.h"
#include "phrase/spell.h"

// cmocka last: its macro `fail` would hide ours.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static Str speak(Str written, Arena *arena)
{
    Line line = {0};
    Span whole = {0, (uint32_t)written.len};
    spell_span(written, whole, whole, &(SpellOptions){0}, arena, &line);
    return line.spoken;
}

static void every_example_is_spoken_as_written(void **state)
{
    (void)state;
    Arena arena = new_arena((size_t)1 << 30), fresh = arena;
    Str page;
    Error err = {0};
    assert_true(read_file("tests/spec/phrase.md", 1 << 20, &arena, &page, &err));
    bool block = false;
    unsigned examples = 0, wrong = 0;
    for (size_t i = 0; i < page.len;) {
        Str rest = str_slice(page, i, page.len);
        Str line = str_slice(rest, 0, str_find(rest, STR("\n")));
        i += line.len + 1;
        block ^= str_equal(line, STR("```"));
        size_t arrow = str_find(line, STR(" -> "));
        if (!block || arrow == line.len)
            continue;
        Str want = str_slice(line, arrow + 4, line.len);
        Str got = speak(str_slice(line, 0, arrow), &arena);
        examples++;
        wrong += !str_equal(want, got);
        if (!str_equal(want, got))
            print_error("%.*s\n    got %.*s\n", STR_ARG(line), STR_ARG(got));
    }
    assert_true(examples > 400);
    assert_int_equal(wrong, 0);
    free_arena(fresh);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_example_is_spoken_as_written)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
