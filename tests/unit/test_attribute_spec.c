// Pages that are specification and test: tests/spec/quotations.md, where each "text -> runs"
// holds, and tests/spec/speakers.md, where each "passage -> speaker" does.
#include "attributing.h"

#include "spec_page.h"

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

// --- Runs ---

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

static bool runs_are(Str text, Str want, Arena arena)
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
    check_page("tests/spec/quotations.md", 80, runs_are);
}

// --- Speakers ---

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

static bool speakers_are(Str passage, Str names, Arena arena)
{
    Attributed *a = attribute_string(with_paragraphs(passage, &arena));
    bool right = a->script.quotes.count > 0;
    for (uint32_t i = 0; i < a->script.quotes.count; i++) {
        Str want = next_name(&names), got = speaker_name(a, i);
        if (!str_equal(want, got))
            print_error("%.*s\n    quotation %u: want %.*s, got %.*s\n", STR_ARG(passage), i + 1,
                        STR_ARG(want), STR_ARG(got));
        right = right && str_equal(want, got);
    }
    free_attributed(a);
    return right;
}

static void every_example_has_its_speaker(void **state)
{
    (void)state;
    check_page("tests/spec/speakers.md", 100, speakers_are);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_example_has_the_runs_that_are_written),
        cmocka_unit_test(every_example_has_its_speaker),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
