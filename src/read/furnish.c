#include "read/furnish.h"

#include "read/dates.h"
#include "read/furniture.h"
#include "read/reader.h"

static Str block_str(const Article *article, uint32_t i)
{
    return str_span(article->text, article->blocks.items[i].span);
}

static void set_once(Str *field, Str value)
{
    if (field->len == 0)
        *field = value;
}

static void drop_block(Article *article, Arena *arena, uint32_t i, const char *reason)
{
    article->blocks.items[i].kind = BLOCK_CREDIT;
    add_drop(article, arena, article->blocks.items[i].span, reason);
}

// False: the block is the article's own, and the head is over.
static bool furnish_head_block(Article *article, Arena *arena, uint32_t i)
{
    Str s = block_str(article, i), value;
    if (parse_byline(s, &value)) {
        set_once(&article->byline, value);
        article->blocks.items[i].kind = BLOCK_BYLINE;
        return true;
    }
    if (parse_copyright(s, &value)) {
        set_once(&article->publisher, value);
        drop_block(article, arena, i, "copyright line");
        return true;
    }
    if (parse_date_only(s, arena, &value)) {
        set_once(&article->date, value);
        drop_block(article, arena, i, "date line");
        return true;
    }
    return false;
}

static uint32_t furnish_head(Article *article, Arena *arena)
{
    uint32_t i = 0;
    for (; i < article->blocks.count; i++) {
        BlockKind kind = article->blocks.items[i].kind;
        bool head = kind == BLOCK_TITLE || kind == BLOCK_CAPTION ||
                    (kind == BLOCK_PARAGRAPH && furnish_head_block(article, arena, i));
        if (!head)
            break;
    }
    return i;
}

static void furnish_body(Article *article, Arena *arena, uint32_t beg)
{
    for (uint32_t i = beg; i < article->blocks.count; i++) {
        if (article->blocks.items[i].kind != BLOCK_PARAGRAPH)
            continue;
        const char *reason = page_line_reason(block_str(article, i));
        if (reason)
            drop_block(article, arena, i, reason);
        else if (is_editors_note(block_str(article, i)))
            article->blocks.items[i].kind = BLOCK_NOTE;
    }
}

static void furnish_foot(Article *article, Arena *arena, uint32_t beg)
{
    for (uint32_t i = article->blocks.count; i > beg; i--) {
        BlockKind kind = article->blocks.items[i - 1].kind;
        if (kind == BLOCK_NOTE || kind == BLOCK_CREDIT)
            continue;
        Str s = block_str(article, i - 1), publisher;
        const char *reason = kind == BLOCK_PARAGRAPH ? foot_line_reason(s) : NULL;
        if (!reason)
            return;
        if (parse_copyright(s, &publisher))
            set_once(&article->publisher, publisher);
        drop_block(article, arena, i - 1, reason);
    }
}

void furnish_blocks(Article *article, Arena *arena)
{
    uint32_t body = furnish_head(article, arena);
    furnish_body(article, arena, body);
    furnish_foot(article, arena, body);
    if (body >= article->blocks.count || article->blocks.items[body].kind != BLOCK_PARAGRAPH)
        return;
    Span span = article->blocks.items[body].span;
    size_t len = dateline_len(block_str(article, body));
    if (len)
        add_drop(article, arena, (Span){span.beg, span.beg + (uint32_t)len}, "dateline");
}
