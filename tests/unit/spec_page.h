// Pages of tests/spec, whose blocks hold a line for each example, most as "given -> wanted".
// After cmocka.
#ifndef LECTERN_TESTS_SPEC_PAGE_H
#define LECTERN_TESTS_SPEC_PAGE_H

#include "base/file.h"

// Whether an example holds; says what it got where it does not. What it takes from the
// arena is free again behind it.
typedef bool ExampleCheck(Str given, Str wanted, Arena arena);

// Gives every line of the page's blocks to `visit`, with the language that its block names.
static inline void walk_page(const char *path,
                             void (*visit)(void *context, Str language, Str line, Arena arena),
                             void *context)
{
    Arena arena = new_arena((size_t)1 << 30), fresh = arena;
    Str page, language = {0};
    Error err = {0};
    assert_true(read_file(path, 1 << 20, &arena, &page, &err));
    bool block = false;
    for (size_t i = 0; i < page.len;) {
        Str rest = str_slice(page, i, page.len);
        Str line = str_slice(rest, 0, str_find(rest, STR("\n")));
        i += line.len + 1;
        if (str_starts(line, STR("```"))) {
            block = !block;
            language = str_slice(line, 3, line.len);
        } else if (block) {
            visit(context, language, line, arena);
        }
    }
    free_arena(fresh);
}

typedef struct {
    ExampleCheck *holds;
    unsigned examples, wrong;
} PageCheck;

static inline void check_line(void *context, Str language, Str line, Arena arena)
{
    PageCheck *check = context;
    (void)language;
    size_t arrow = str_find(line, STR(" -> "));
    if (arrow == line.len)
        return;
    check->examples++;
    check->wrong +=
        !check->holds(str_slice(line, 0, arrow), str_slice(line, arrow + 4, line.len), arena);
}

// Every example of the page holds, and there are `least` of them.
static inline void check_page(const char *path, unsigned least, ExampleCheck *holds)
{
    PageCheck check = {.holds = holds};
    walk_page(path, check_line, &check);
    assert_true(check.examples >= least);
    assert_int_equal(check.wrong, 0);
}

#endif
