// tests/spec/structure.md is specification and test: what of each short article is
// spoken, and what is left out for which reason.
//
// SPEC_OUT=FILE writes the page with what was got, to be read before it is kept.

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/utf8.h"
#include "commands/about.h"
#include "pipeline.h"

// cmocka last: its macro `fail` would hide ours.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static void add_flat(Buf *b, Str s)
{
    bool blank = false;
    for (size_t i = 0; i < s.len; i++) {
        if (is_space(s.data[i])) {
            blank = true;
            continue;
        }
        if (blank)
            buf_char(b, ' ');
        blank = false;
        buf_char(b, s.data[i]);
    }
    buf_char(b, '\n');
}

// "spoken", "+ what the program adds", "- reason: what is left out", in reading order.
static Str print_reading(const Reading *r, Arena *arena)
{
    Str text = reading_article(r)->text;
    Buf b = new_buf(arena);
    uint32_t drop = 0;
    for (uint32_t i = 0; i <= r->lines.count; i++) {
        const Line *line = i < r->lines.count ? &r->lines.items[i] : NULL;
        bool ours = line && line->sentence == NO_SENTENCE;
        uint32_t next = i; // the next line that stands in the article
        while (next < r->lines.count && r->lines.items[next].sentence == NO_SENTENCE)
            next++;
        for (; drop < r->skipped.count; drop++) {
            const Drop *d = &r->skipped.items[drop];
            if (next < r->lines.count && d->span.beg > r->lines.items[next].span.beg)
                break;
            buf_format(&b, "- %s: ", d->reason);
            add_flat(&b, str_span(text, d->span));
        }
        if (ours)
            buf_add(&b, STR("+ "));
        if (line)
            add_flat(&b, ours ? line->shown : line->spoken);
    }
    return buf_str(&b);
}

// `how`: the level of detail, and behind it whether quotations are told by words: all are the
// narrator's ("say-quotes"); voices switch, and those are not ("say-other-quotes") or are too.
static Str read_example(Str format, Str how, Str input, const Voices *voices, Arena *arena)
{
    Str detail = str_slice(how, 0, str_find(how, STR(" ")));
    PipelineOptions options = {.voices = voices,
                               .attribute = {.switch_rule = SWITCH_NEVER},
                               .phrase = {.opening = true},
                               .read = {.format = format}};
    for (int i = 0; i < DETAILS; i++)
        if (str_equal(detail, str_from(DETAIL_NAMES[i])))
            options.read.detail = (Detail)i;
    if (str_ends(how, STR(" say-quotes")))
        options.phrase.say_quotes = SAY_QUOTES_NARRATED;
    if (str_ends(how, STR(" say-other-quotes"))) {
        options.phrase.say_quotes = SAY_QUOTES_NARRATED;
        options.attribute.switch_rule = SWITCH_LONG;
    }
    if (str_ends(how, STR(" say-all-quotes"))) {
        options.phrase.say_quotes = SAY_QUOTES_ALL;
        options.attribute.switch_rule = SWITCH_LONG;
    }
    Products *p = ALLOC(arena, Products, 1);
    Error err = {0};
    p->source = (Source){.name = STR("example"), .bytes = input};
    if (!run_pipeline(&options, STAGE_PHRASE, arena, p, &err))
        return str_format(arena, "error: %s\n", err.message);
    return print_reading(&p->reading, arena);
}

static Str line_at(Str page, size_t *at)
{
    Str rest = str_slice(page, *at, page.len);
    Str line = str_slice(rest, 0, str_find(rest, STR("\n")));
    *at += line.len + 1;
    return line;
}

// The lines from *at on up to `stop`, which is passed.
static Str lines_until(Str page, size_t *at, Str stop)
{
    size_t beg = *at, end = beg;
    while (*at < page.len && !str_equal(line_at(page, at), stop))
        end = *at;
    return str_slice(page, beg, end);
}

static void every_example_is_narrated_as_written(void **state)
{
    (void)state;
    Arena arena = new_arena((size_t)1 << 31), fresh = arena;
    Voices voices;
    Str page;
    Error err = {0};
    assert_true(load_voices(ABOUT_CHECKOUT_VOICES, &arena, &voices, &err));
    assert_true(read_file("tests/spec/structure.md", 1 << 20, &arena, &page, &err));
    const char *path = getenv("SPEC_OUT");
    FILE *out = path ? fopen(path, "w") : NULL;
    unsigned examples = 0, wrong = 0;
    for (size_t at = 0; at < page.len;) {
        Str line = line_at(page, &at);
        if (out)
            fprintf(out, "%.*s\n", STR_ARG(line));
        if (!str_starts(line, STR("```")) || line.len == 3)
            continue;
        size_t blank = str_find(line, STR(" "));
        Str input = lines_until(page, &at, STR("=>"));
        Str want = lines_until(page, &at, STR("```"));
        Str got = read_example(str_slice(line, 3, blank), str_slice(line, blank + 1, line.len),
                               input, &voices, &arena);
        examples++;
        wrong += !str_equal(want, got);
        if (!str_equal(want, got))
            print_error("%.*s\n%.*s=> got\n%.*s\n", STR_ARG(line), STR_ARG(input), STR_ARG(got));
        if (out)
            fprintf(out, "%.*s=>\n%.*s```\n", STR_ARG(input), STR_ARG(got));
    }
    if (out)
        fclose(out);
    assert_true(examples >= 60);
    assert_int_equal(wrong, 0);
    free_arena(fresh);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_example_is_narrated_as_written)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
