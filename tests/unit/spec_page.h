// Pages of tests/spec whose blocks hold a line "given -> wanted" for each example.
// After cmocka.
#ifndef LECTERN_TESTS_SPEC_PAGE_H
#define LECTERN_TESTS_SPEC_PAGE_H

#include "base/file.h"

// Whether an example holds; says what it got where it does not. What it takes from the
// arena is free again behind it.
typedef bool ExampleCheck(Str given, Str wanted, Arena arena);

// Every example of the page holds, and there are `least` of them.
static inline void check_page(const char *path, unsigned least, ExampleCheck *holds)
{
    Arena arena = new_arena((size_t)1 << 28), fresh = arena;
    Str page;
    Error err = {0};
    assert_true(read_file(path, 1 << 20, &arena, &page, &err));
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
        examples++;
        wrong += !holds(str_slice(line, 0, arrow), str_slice(line, arrow + 4, line.len), arena);
    }
    assert_true(examples >= least);
    assert_int_equal(wrong, 0);
    free_arena(fresh);
}

#endif
