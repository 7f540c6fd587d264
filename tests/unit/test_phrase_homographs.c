// tests/spec/homographs.md is specification and test: each "sentence -> reading" holds.

#include "base/file.h"
#include "phrase/pronounce.h"
#include "phrase/spell.h"

// cmocka last: its macro `fail` would hide ours.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

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

static void check_page(const char *path, unsigned least, unsigned most_wrong)
{
    Arena arena = new_arena((size_t)1 << 26), fresh = arena;
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
        char got = reading_of(str_slice(line, 0, arrow), &arena);
        if (got == line.data[arrow + 4])
            continue;
        wrong++;
        print_error("%.*s, got %c\n", STR_ARG(line), got);
    }
    print_message("%u of %u\n", examples - wrong, examples);
    assert_true(examples >= least);
    assert_true(wrong <= most_wrong);
    free_arena(fresh);
}

static void words_have_the_reading_that_their_neighbours_tell(void **state)
{
    (void)state;
    check_page("tests/spec/homographs.md", 250, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_have_the_reading_that_their_neighbours_tell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
