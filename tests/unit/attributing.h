// For tests of attribution: a script from a string, and what it says.
#ifndef LECTERN_TESTS_ATTRIBUTING_H
#define LECTERN_TESTS_ATTRIBUTING_H

#include "reading.h"

#include "attribute/script.h"

typedef struct {
    Reading *reading;
    Sentences sentences;
    AttributeOptions options;
    Script script;
} Attributed;

static inline Attributed *attribute_with(const char *text, AttributeOptions options)
{
    Attributed *a = calloc(1, sizeof *a);
    assert_non_null(a);
    a->reading = read_bytes("a.txt", str_from(text), (ReadOptions){.paragraph = true});
    assert_true(a->reading->ok);
    a->options = options;
    Reading *r = a->reading;
    assert_true(split_article(&r->article, &r->arena, &a->sentences, &r->err));
    assert_true(attribute_sentences(&a->sentences, &a->options, &r->arena, &a->script, &r->err));
    return a;
}

static inline Attributed *attribute_string(const char *text)
{
    return attribute_with(text, (AttributeOptions){0});
}

static inline void free_attributed(Attributed *a)
{
    free_reading(a->reading);
    free(a);
}

static inline const Quote *quote_at(const Attributed *a, uint32_t i)
{
    assert_true(i < a->script.quotes.count);
    return &a->script.quotes.items[i];
}

static inline Str quote_text(const Attributed *a, uint32_t i)
{
    return str_span(a->reading->article.text, quote_at(a, i)->span);
}

// `who`: the name, or NULL for nobody.
static inline void assert_speaker(const Attributed *a, uint32_t i, const char *who)
{
    int32_t speaker = quote_at(a, i)->speaker;
    if (!who) {
        assert_int_equal(speaker, NOBODY);
        return;
    }
    if (speaker == NOBODY)
        fail_msg("quote %u is nobody's, not %s's", i, who);
    assert_str(a->script.speakers.items[speaker].name, who);
}

// A text with one quotation or several, all of one speaker.
static inline void assert_all_by(const char *text, const char *who)
{
    Attributed *a = attribute_string(text);
    assert_true(a->script.quotes.count > 0);
    for (uint32_t i = 0; i < a->script.quotes.count; i++)
        assert_speaker(a, i, who);
    free_attributed(a);
}

static inline void assert_kind(const char *text, uint32_t i, QuoteKind kind)
{
    Attributed *a = attribute_string(text);
    assert_string_equal(QUOTE_KIND_NAMES[quote_at(a, i)->kind], QUOTE_KIND_NAMES[kind]);
    free_attributed(a);
}

#endif
