// tests/spec/homographs.md is specification and test: each "sentence -> reading" holds.

#include "phrase/pronounce.h"
#include "phrase/spell.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#undef fail // ours is in base/error.h

#include "spec_page.h"

static const Pronunciation *row_of(Str word)
{
    for (const Pronunciation *row = PRONUNCIATIONS; row->written; row++)
        if (row->rule && str_equal_nocase(word, str_from(row->written)))
            return row;
    return NULL;
}

// 'a' or 'b'; '?' where the word is no homograph.
static char reading_of(Str marked, Arena *arena)
{
    size_t beg = str_find(marked, STR("*"));
    Str rest = str_slice(marked, beg + 1, marked.len);
    Str word = str_slice(rest, 0, str_find(rest, STR("*")));
    Line line = {0};
    line.spoken = str_format(arena, "%.*s%.*s%.*s", (int)beg, marked.data, STR_ARG(word),
                             STR_ARG(str_slice(rest, word.len + 1, rest.len)));
    pronounce_line(&line, arena);
    const Pronunciation *row = row_of(word);
    for (uint32_t i = 0; row && i < line.said.count; i++)
        if (line.said.items[i].spoken.beg == beg)
            return str_equal(line.said.items[i].phonemes, str_from(row->other)) ? 'b' : 'a';
    return row && !row->said ? 'a' : '?';
}

static bool has_reading(Str marked, Str want, Arena arena)
{
    char got = reading_of(marked, &arena);
    if (got != want.data[0])
        print_error("%.*s -> %.*s, got %c\n", STR_ARG(marked), STR_ARG(want), got);
    return got == want.data[0];
}

static void words_have_the_reading_that_their_neighbours_tell(void **state)
{
    (void)state;
    check_page("tests/spec/homographs.md", 250, has_reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_have_the_reading_that_their_neighbours_tell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
