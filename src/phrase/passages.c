#include "phrase/passages.h"

#include "read/language.h"

// What is quoted: runs between marks, and blocks; the one may hold the other.
typedef struct {
    const Script *script;
    const Article *article;
    uint32_t quote, block;
} Quoted;

static bool next_quoted(Quoted *q, Span *out)
{
    while (q->block < q->article->blocks.count &&
           q->article->blocks.items[q->block].kind != BLOCK_QUOTE)
        q->block++;
    const Block *block =
        q->block < q->article->blocks.count ? &q->article->blocks.items[q->block] : NULL;
    const Quote *quote =
        q->quote < q->script->quotes.count ? &q->script->quotes.items[q->quote] : NULL;
    if (block && (!quote || block->span.beg <= quote->span.beg)) {
        *out = block->span;
        q->block++;
        return true;
    }
    if (quote) {
        *out = quote->span;
        q->quote++;
    }
    return quote != NULL;
}

// Spans of quotations that are told, parted from those that the input marks.
static Passages tell_quotations(const Script *script, Arena *arena)
{
    const Article *article = script->sentences->article;
    Quoted quoted = {.script = script, .article = article};
    Passages told = {0};
    uint32_t mark = 0, end = 0;
    for (Span span; next_quoted(&quoted, &span);) {
        while (mark < article->foreign.count && article->foreign.items[mark].span.end <= span.beg)
            mark++;
        bool marked =
            mark < article->foreign.count && article->foreign.items[mark].span.beg < span.end;
        if (marked || span.beg < end)
            continue;
        Str language =
            tell_foreign(str_span(article->text, span), article->language, article->text, arena);
        if (language.len == 0)
            continue;
        *PUSH(&told.items, arena) = (ForeignSpan){span, language};
        end = span.end;
    }
    return told;
}

Passages find_passages(const Script *script, Arena *arena)
{
    const Article *article = script->sentences->article;
    Passages told = tell_quotations(script, arena), all = {0};
    uint32_t t = 0;
    for (uint32_t m = 0; m < article->foreign.count; m++) {
        while (t < told.items.count &&
               told.items.items[t].span.beg < article->foreign.items[m].span.beg)
            *PUSH(&all.items, arena) = told.items.items[t++];
        *PUSH(&all.items, arena) = article->foreign.items[m];
    }
    while (t < told.items.count)
        *PUSH(&all.items, arena) = told.items.items[t++];
    return all;
}
