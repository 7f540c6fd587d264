// tests/spec/quotations.md is specification and test: each "text -> runs" holds.
#include "attributing.h"

#include "base/file.h"

// "a ¶ b" is written for two paragraphs.
static const char *with_paragraphs(Str text, Arena *arena)
{
    Str pilcrow = STR(" \xC2\xB6 ");
    Buf b = new_buf(arena);
    for (size_t i = 0; i < text.len;) {
        size_t end = i + str_find(str_slice(text, i, text.len), pilcrow);
        buf_add(&b, str_slice(text, i, end));
        i = end + pilcrow.len;
        if (end < text.len)
            buf_add(&b, STR("\n\n"));
    }
    return str_c(buf_str(&b), arena);
}

// The runs as the page writes them. `loosely`: direct and mixed are both speech.
static Str write_runs(const Attributed *a, bool loosely, Arena *arena)
{
    Buf b = new_buf(arena);
    for (uint32_t i = 0; i < a->script.quotes.count; i++) {
        QuoteKind kind = quote_at(a, i)->kind;
        buf_format(&b, "%s%s %.*s", i ? " | " : "",
                   loosely && kind != QUOTE_OTHER ? "speech" : QUOTE_KIND_NAMES[kind],
                   STR_ARG(quote_text(a, i)));
    }
    return a->script.quotes.count ? buf_str(&b) : STR("none");
}

static bool example_holds(Str text, Str want, Arena arena)
{
    Attributed *a = attribute_string(with_paragraphs(text, &arena));
    bool loosely = str_find(want, STR("speech ")) < want.len;
    Str got = write_runs(a, loosely, &arena);
    bool holds = str_equal(got, want);
    if (!holds)
        print_error("%.*s\n    want %.*s\n    got  %.*s\n", STR_ARG(text), STR_ARG(want),
                    STR_ARG(got));
    free_attributed(a);
    return holds;
}

static void every_example_has_the_runs_that_are_written(void **state)
{
    (void)state;
    Arena arena = new_arena((size_t)1 << 26), fresh = arena;
    Str page;
    Error err = {0};
    assert_true(read_file("tests/spec/quotations.md", 1 << 20, &arena, &page, &err));
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
        wrong +=
            !example_holds(str_slice(line, 0, arrow), str_slice(line, arrow + 4, line.len), arena);
    }
    assert_true(examples >= 80);
    assert_int_equal(wrong, 0);
    free_arena(fresh);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_example_has_the_runs_that_are_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
