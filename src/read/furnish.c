#include "read/furnish.h"

#include "read/dates.h"
#include "read/furniture.h"
#include "read/reader.h"
#include "read/repeats.h"

static void set_role(Article *article, uint32_t i, Role role)
{
    article->blocks.items[i].kind = BLOCK_CREDIT;
    article->blocks.items[i].role = role;
}

static void drop_block(Article *article, Arena *arena, uint32_t i, const char *reason)
{
    article->blocks.items[i].kind = BLOCK_CREDIT;
    add_drop(article, arena, article->blocks.items[i].span, reason);
}

// False: the block is the article's own, and the head is over.
static bool furnish_head_block(Article *article, Arena *arena, uint32_t i)
{
    Str s = block_text(article, i), value;
    if (parse_byline(s, &value)) {
        set_once(&article->byline, value);
        article->blocks.items[i].kind = BLOCK_BYLINE;
        return true;
    }
    if (parse_copyright(s, &value)) {
        set_once(&article->publisher, value);
        set_role(article, i, ROLE_COPYRIGHT);
        return true;
    }
    if (parse_date_only(s, arena, &value)) {
        set_once(&article->date, value);
        set_role(article, i, ROLE_DATE);
        return true;
    }
    if (is_agency_line(s) || is_author_title(s)) {
        if (is_agency_line(s))
            set_once(&article->publisher, s);
        set_role(article, i, ROLE_AUTHOR_TITLE);
        return true;
    }
    if (page_line_reason(s)) {
        drop_block(article, arena, i, page_line_reason(s));
        return true;
    }
    return false;
}

// A heading that says the title, which is known from elsewhere, is the title.
static bool take_title(Article *article, uint32_t i)
{
    Block *block = &article->blocks.items[i];
    for (uint32_t k = 0; k < i; k++)
        if (article->blocks.items[k].kind == BLOCK_TITLE)
            return false;
    if (block->kind != BLOCK_HEADING || !same_words(block_text(article, i), article->title))
        return false;
    *block = (Block){.kind = BLOCK_TITLE, .span = block->span};
    return true;
}

static uint32_t furnish_head(Article *article, Arena *arena)
{
    uint32_t i = 0;
    for (; i < article->blocks.count; i++) {
        BlockKind kind = article->blocks.items[i].kind;
        bool head = kind == BLOCK_TITLE || take_title(article, i) || kind == BLOCK_CAPTION ||
                    article->blocks.items[i].role == ROLE_STANDFIRST ||
                    (kind == BLOCK_PARAGRAPH && furnish_head_block(article, arena, i));
        if (!head)
            break;
    }
    return i;
}

// Captions of pictures and of tables that stand as paragraphs.
static void furnish_line(Article *article, uint32_t i)
{
    Block *block = &article->blocks.items[i];
    Str s = block_text(article, i);
    PictureLine picture = picture_line(s);
    if (picture != PICTURE_NONE) {
        block->kind = BLOCK_CAPTION;
        block->role = picture == PICTURE_CREDIT ? ROLE_PHOTO_CREDIT : ROLE_NONE;
    }
    bool below = i > 0 && block[-1].kind == BLOCK_TABLE;
    bool above = i + 1 < article->blocks.count && block[1].kind == BLOCK_TABLE;
    if ((above || below) && is_table_caption(s))
        block->role = ROLE_TABLE_CAPTION;
}

static void furnish_body(Article *article, Arena *arena, uint32_t beg)
{
    for (uint32_t i = beg; i < article->blocks.count; i++) {
        if (article->blocks.items[i].kind != BLOCK_PARAGRAPH)
            continue;
        const char *reason = page_line_reason(block_text(article, i));
        if (is_editors_note(block_text(article, i))) {
            article->blocks.items[i].kind = BLOCK_NOTE;
            article->blocks.items[i].role = ROLE_EDITOR;
        } else if (reason) {
            drop_block(article, arena, i, reason);
        } else {
            furnish_line(article, i);
        }
    }
}

static void furnish_foot(Article *article, Arena *arena, uint32_t beg)
{
    for (uint32_t i = article->blocks.count; i > beg; i--) {
        BlockKind kind = article->blocks.items[i - 1].kind;
        if (kind == BLOCK_NOTE || kind == BLOCK_CREDIT || kind == BLOCK_CAPTION)
            continue;
        Str s = block_text(article, i - 1), publisher;
        const char *reason = kind == BLOCK_PARAGRAPH ? foot_line_reason(s) : NULL;
        if (!reason)
            return;
        if (parse_copyright(s, &publisher)) {
            set_once(&article->publisher, publisher);
            set_role(article, i - 1, ROLE_COPYRIGHT);
            continue;
        }
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
    size_t len = dateline_len(block_text(article, body));
    if (len)
        add_drop(article, arena, (Span){span.beg, span.beg + (uint32_t)len}, DATELINE);
}
