// tests/spec/speakers.md is specification and test: each "passage -> speaker" holds.

#include "attributing.h"

#include "base/file.h"

enum { LINE_MAX = 2000 };

// The passage with its paragraphs parted by an empty line.
static void unfold(Str passage, char *out)
{
    size_t len = 0;
    for (size_t i = 0; i < passage.len && len + 8 < LINE_MAX;) {
        Str rest = str_slice(passage, i, passage.len);
        if (str_starts(rest, STR(" ¶ "))) {
            memcpy(out + len, "\n\n", 2);
            len += 2;
            i += STR(" ¶ ").len;
            continue;
        }
        out[len++] = passage.data[i++];
    }
    out[len] = '\0';
}

static Str speaker_name(const Attributed *a, uint32_t i)
{
    int32_t speaker = quote_at(a, i)->speaker;
    return speaker == NOBODY ? STR("nobody") : a->script.speakers.items[speaker].name;
}

// The next of "A / B / B"; the last is said of all that follow.
static Str next_name(Str *names)
{
    size_t end = str_find(*names, STR(" / "));
    Str name = str_slice(*names, 0, end);
    if (end < names->len)
        *names = str_slice(*names, end + 3, names->len);
    return name;
}

static bool example_holds(Str line, Str passage, Str names)
{
    char text[LINE_MAX];
    unfold(passage, text);
    Attributed *a = attribute_string(text);
    bool right = a->script.quotes.count > 0;
    for (uint32_t i = 0; i < a->script.quotes.count; i++) {
        Str want = next_name(&names), got = speaker_name(a, i);
        if (!str_equal(want, got))
            print_error("%.*s\n    quotation %u: got %.*s\n", STR_ARG(line), i + 1, STR_ARG(got));
        right = right && str_equal(want, got);
    }
    free_attributed(a);
    return right;
}

static void every_example_has_its_speaker(void **state)
{
    (void)state;
    Arena arena = new_arena((size_t)1 << 24), fresh = arena;
    Str page;
    Error err = {0};
    assert_true(read_file("tests/spec/speakers.md", 1 << 18, &arena, &page, &err));
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
            !example_holds(line, str_slice(line, 0, arrow), str_slice(line, arrow + 4, line.len));
    }
    assert_true(examples >= 100);
    assert_int_equal(wrong, 0);
    free_arena(fresh);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_example_has_its_speaker)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
