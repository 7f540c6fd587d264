// For tests of the reading stages: articles from strings, and what must hold of any.
#ifndef LECTERN_TESTS_READING_H
#define LECTERN_TESTS_READING_H

#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "split/sentence.h"

// cmocka last: its macro `fail` would hide ours.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

typedef struct {
    Arena fresh, arena;
    Source source;
    Article article;
    Error err;
    bool ok;
} Reading;

static inline Reading *read_bytes(const char *name, Str bytes, ReadOptions options)
{
    Reading *r = calloc(1, sizeof *r);
    assert_non_null(r);
    r->fresh = r->arena = new_arena((size_t)1 << 30);
    r->source = (Source){.name = str_from(name), .bytes = bytes};
    r->ok = read_source(&r->source, &options, &r->arena, &r->article, &r->err);
    return r;
}

static inline void free_reading(Reading *r)
{
    free_arena(r->fresh);
    free(r);
}

static inline Reading *read_string(const char *text)
{
    Reading *r = read_bytes("a.txt", str_from(text), (ReadOptions){0});
    assert_true(r->ok);
    return r;
}

static inline Str text_of_block(const Reading *r, uint32_t i)
{
    assert_true(i < r->article.blocks.count);
    return str_span(r->article.text, r->article.blocks.items[i].span);
}

static inline void assert_str(Str got, const char *want)
{
    char *text = malloc(got.len + 1);
    assert_non_null(text);
    if (got.len)
        memcpy(text, got.data, got.len);
    text[got.len] = 0;
    assert_string_equal(text, want);
    free(text);
}

static inline void assert_block(const Reading *r, uint32_t i, BlockKind kind, const char *text)
{
    assert_str(text_of_block(r, i), text);
    assert_string_equal(BLOCK_NAMES[r->article.blocks.items[i].kind], BLOCK_NAMES[kind]);
}

// The reason for which `text` is dropped; "" where it is not a drop of its own.
static inline const char *drop_reason(const Reading *r, const char *text)
{
    for (uint32_t i = 0; i < r->article.drops.count; i++)
        if (str_equal(str_span(r->article.text, r->article.drops.items[i].span), str_from(text)))
            return r->article.drops.items[i].reason;
    return "";
}

// Marks in `seen` the bytes of a span; none may be marked yet.
static inline void mark_bytes(unsigned char *seen, Span span, unsigned char mark)
{
    for (uint32_t i = span.beg; i < span.end; i++) {
        assert_int_equal(seen[i] & mark, 0);
        seen[i] |= mark;
    }
}

enum { SEEN_BLOCK = 1, SEEN_DROP = 2, SEEN_SENTENCE = 4 };

static inline void assert_trimmed(Str text, Span span)
{
    assert_true(span.beg < span.end && span.end <= text.len);
    assert_false(code_is_space(utf8_at(text, span.beg).code));
    assert_false(code_is_space(utf8_before(text, span.end).code));
}

// Blocks, drops and sentences rise, do not overlap, and cover every byte that is
// not white space.
static inline void assert_covered(Reading *r)
{
    const Article *article = &r->article;
    Str text = article->text;
    assert_int_equal(utf8_check(text), text.len);
    Sentences sentences;
    assert_true(split_article(article, &r->arena, &sentences, &r->err));
    unsigned char *seen = calloc(text.len + 1, 1);
    assert_non_null(seen);
    uint32_t at = 0;
    for (uint32_t i = 0; i < article->blocks.count; i++) {
        Span span = article->blocks.items[i].span;
        assert_trimmed(text, span);
        assert_true(span.beg >= at);
        at = span.end;
        mark_bytes(seen, span, SEEN_BLOCK);
    }
    at = 0;
    for (uint32_t i = 0; i < article->drops.count; i++) {
        Span span = article->drops.items[i].span;
        assert_true(span.beg < span.end && span.beg >= at);
        assert_non_null(article->drops.items[i].reason);
        at = span.end;
        mark_bytes(seen, span, SEEN_DROP);
    }
    at = 0;
    for (uint32_t i = 0; i < sentences.items.count; i++) {
        Sentence sentence = sentences.items.items[i];
        assert_trimmed(text, sentence.span);
        assert_true(sentence.span.beg >= at && sentence.block < article->blocks.count);
        Span block = article->blocks.items[sentence.block].span;
        assert_true(sentence.span.beg >= block.beg && sentence.span.end <= block.end);
        at = sentence.span.end;
        mark_bytes(seen, sentence.span, SEEN_SENTENCE);
    }
    for (size_t i = 0; i < text.len;) {
        Char c = utf8_at(text, i);
        bool blank = code_is_space(c.code);
        if (!blank && !(seen[i] & SEEN_DROP))
            assert_int_equal(seen[i] & (SEEN_BLOCK | SEEN_SENTENCE), SEEN_BLOCK | SEEN_SENTENCE);
        i += c.len;
    }
    free(seen);
}

#endif
