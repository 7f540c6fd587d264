#include "read/draft.h"

#include "read/reader.h"

Draft new_draft(Article *article, Arena *arena, size_t expected_len)
{
    Draft d = {.article = article, .arena = arena, .text = new_buf(arena)};
    buf_reserve(&d.text, expected_len + 64);
    return d;
}

void at_source(Draft *d, uint32_t source)
{
    *PUSH(&d->article->origins, d->arena) = (Origin){(uint32_t)d->text.len, source};
    d->last_source = source;
}

void in_language(Draft *d, Str language)
{
    if (str_equal(language, d->language))
        return;
    uint32_t here = (uint32_t)d->text.len;
    if (d->language.len && here > d->language_beg)
        *PUSH(&d->article->foreign, d->arena) = (ForeignSpan){{d->language_beg, here}, d->language};
    d->language = language;
    d->language_beg = here;
}

static void end_line(Draft *d)
{
    if (d->text.len && d->text.data[d->text.len - 1] != '\n')
        buf_char(&d->text, '\n');
}

static void put_aside(Draft *d, const Aside *aside)
{
    uint32_t beg = (uint32_t)d->text.len;
    *PUSH(&d->article->origins, d->arena) = (Origin){beg, aside->source};
    buf_add(&d->text, aside->text);
    Span span = {beg, (uint32_t)d->text.len};
    d->article->text = buf_str(&d->text);
    Block *block = aside->block ? add_block(d->article, d->arena, aside->kind, span) : NULL;
    if (block)
        block->role = aside->role;
    if (aside->reason)
        add_drop(d->article, d->arena, span, aside->reason);
    end_line(d);
}

static void put_asides(Draft *d)
{
    for (uint32_t i = 0; i < d->asides.count; i++)
        put_aside(d, &d->asides.items[i]);
    d->asides.count = 0;
}

Aside *set_aside(Draft *d, Str text, BlockKind kind, const char *reason)
{
    if (str_trim(text).len == 0)
        return NULL;
    Aside *aside = PUSH(&d->asides, d->arena);
    *aside = (Aside){
        .text = str_copy(text, d->arena), .kind = kind, .reason = reason, .source = d->last_source};
    return aside;
}

static void end_block(Draft *d)
{
    d->open = false;
    Block like = d->block;
    like.span.end = (uint32_t)d->text.len;
    d->article->text = buf_str(&d->text);
    Block *block = add_block(d->article, d->arena, like.kind, like.span);
    if (block) {
        like.span = block->span;
        *block = like;
    }
    if (block && d->on_block)
        d->on_block(d->context, block);
    end_line(d);
}

void close_block(Draft *d)
{
    if (d->open)
        end_block(d);
    put_asides(d);
    if (d->text.len && !str_ends(buf_str(&d->text), STR("\n\n")))
        buf_char(&d->text, '\n');
}

void open_block(Draft *d, Block like)
{
    close_block(d);
    d->open = true;
    d->block = like;
    d->block.span = (Span){(uint32_t)d->text.len, 0};
}

// Of text that is there no more.
static void forget_languages(Draft *d)
{
    uint32_t end = (uint32_t)d->text.len, *count = &d->article->foreign.count;
    while (*count && d->article->foreign.items[*count - 1].span.beg >= end)
        --*count;
    if (*count && d->article->foreign.items[*count - 1].span.end > end)
        d->article->foreign.items[*count - 1].span.end = end;
    if (d->language_beg > end)
        d->language_beg = end;
}

Str withdraw_block(Draft *d)
{
    Str text = str_copy(str_slice(buf_str(&d->text), d->block.span.beg, d->text.len), d->arena);
    d->text.len = d->block.span.beg;
    d->open = false;
    forget_languages(d);
    return text;
}

void add_dropped_text(Draft *d, Str text, const char *reason)
{
    uint32_t beg = (uint32_t)d->text.len;
    buf_add(&d->text, text);
    d->article->text = buf_str(&d->text);
    add_drop(d->article, d->arena, (Span){beg, (uint32_t)d->text.len}, reason);
}

void part_cells(Draft *d)
{
    add_dropped_text(d, STR(" | "), CELL_MARK);
}

void end_draft(Draft *d)
{
    in_language(d, (Str){0});
    close_block(d);
    d->article->text = buf_str(&d->text);
}
