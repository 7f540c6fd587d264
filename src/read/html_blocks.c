#include "read/html_blocks.h"

#include "base/utf8.h"
#include "read/reader.h"

typedef struct {
    bool ordered;
    int next; // number of the next item
} OpenList;

typedef struct {
    Draft *draft;
    LIST(OpenList) lists;
    int quotes;        // open block quotes
    int code;          // open preformatted elements
    bool item;         // an item has begun that no text has followed yet
    bool gap;          // white space was read and not written yet
    uint32_t cells;    // of the row at hand
    const char *drop;  // why the text at hand is not spoken; NULL: it is
    uint32_t drop_beg; // where dropped text outside blocks began
} Walk;

static Str code_piece(uint32_t code, char bytes[4])
{
    return (Str){bytes, utf8_encode(code, bytes)};
}

// White space runs together and is left out at both ends of a block.
static void add_words(Walk *w, Str s)
{
    Buf *b = &w->draft->text;
    uint32_t beg = w->drop ? w->drop_beg : w->draft->block.span.beg;
    for (size_t i = 0; i < s.len;) {
        Char c = utf8_at(s, i);
        bool space = code_is_space(c.code);
        char bytes[4];
        if (!space && w->gap && b->len > beg && b->data[b->len - 1] != '\n')
            buf_char(b, ' ');
        if (!space)
            buf_add(b, code_piece(c.code, bytes));
        w->gap = space;
        i += c.len;
    }
}

// --- what is not spoken

static void end_dropped(Walk *w)
{
    if (!w->drop)
        return;
    Draft *d = w->draft;
    d->article->text = buf_str(&d->text);
    add_drop(d->article, d->arena, (Span){w->drop_beg, (uint32_t)d->text.len}, w->drop);
    w->drop = NULL;
    close_block(d); // a blank line
    w->gap = false;
}

static void begin_dropped(Walk *w, const char *reason)
{
    end_dropped(w);
    close_block(w->draft);
    w->drop = reason;
    w->drop_beg = (uint32_t)w->draft->text.len;
    w->gap = false;
}

// --- blocks

static void begin_block(Walk *w, Block like)
{
    open_block(w->draft, like);
    w->gap = false;
}

static void begin_text(Walk *w)
{
    if (w->lists.count) {
        const OpenList *list = &w->lists.items[w->lists.count - 1];
        begin_block(w, (Block){.kind = BLOCK_LIST_ITEM,
                               .level = (int)w->lists.count,
                               .group = w->draft->groups,
                               .number = w->item && list->ordered ? list->next - 1 : 0,
                               .goes_on = !w->item});
        w->item = false;
    } else if (w->quotes) {
        begin_block(w, (Block){.kind = BLOCK_QUOTE, .level = w->quotes, .group = w->draft->groups});
    } else {
        begin_block(w, (Block){.kind = BLOCK_PARAGRAPH});
    }
}

static bool is_blank(Str s)
{
    return trim_span(s, (Span){0, (uint32_t)s.len}).end == 0;
}

static void add_text(Walk *w, const Node *node)
{
    if (!w->drop && !w->draft->open) {
        if (is_blank(node->text))
            return;
        begin_text(w);
    }
    at_source(w->draft, node->source);
    in_language(w->draft, w->drop ? (Str){0} : node->language);
    if (w->code)
        buf_add(&w->draft->text, node->text);
    else
        add_words(w, node->text);
}

static void part_lines(Walk *w)
{
    Draft *d = w->draft;
    if (w->drop || d->open)
        buf_char(&d->text, '\n');
    w->gap = false;
}

static void open_list(Walk *w, bool ordered)
{
    close_block(w->draft);
    w->draft->groups += w->lists.count == 0;
    *PUSH(&w->lists, w->draft->arena) = (OpenList){ordered, 1};
}

static void add_picture(Walk *w, const Node *node)
{
    Aside *alt = set_aside(w->draft, attribute(node, "alt"), BLOCK_CAPTION, NULL);
    if (!alt)
        return;
    alt->block = true;
    alt->role = ROLE_IMAGE;
    alt->source = node->source;
    if (!w->draft->open)
        close_block(w->draft);
}

static void add_cell(Walk *w)
{
    if (w->draft->open && w->draft->block.kind == BLOCK_TABLE && w->cells++)
        part_cells(w->draft);
    w->gap = false;
}

static void begin_item(Walk *w)
{
    close_block(w->draft);
    w->item = w->lists.count > 0;
    if (w->item)
        w->lists.items[w->lists.count - 1].next++;
}

static void add_rule(Walk *w)
{
    close_block(w->draft);
    set_aside(w->draft, STR("* * *"), BLOCK_NOTE, "scene break");
    close_block(w->draft);
}

static bool in_row(const Walk *w)
{
    return w->draft->open && w->draft->block.kind == BLOCK_TABLE;
}

static void enter(Walk *w, const Node *node)
{
    Draft *d = w->draft;
    switch (shape_of(node->tag)) {
    case SHAPE_TEXT:
        add_text(w, node);
        break;
    case SHAPE_BREAK:
        part_lines(w);
        break;
    case SHAPE_HEADING:
        begin_block(w, (Block){.kind = BLOCK_HEADING, .level = (int)(node->tag - TAG_H1) + 1});
        break;
    case SHAPE_LIST:
        open_list(w, node->tag == TAG_OL);
        break;
    case SHAPE_ITEM:
        begin_item(w);
        break;
    case SHAPE_QUOTE:
        close_block(d);
        d->groups += w->quotes++ == 0;
        break;
    case SHAPE_CODE:
        begin_block(w, (Block){.kind = BLOCK_CODE});
        w->code++;
        break;
    case SHAPE_CAPTION:
        begin_block(w, (Block){.kind = BLOCK_CAPTION});
        break;
    case SHAPE_TABLE:
        close_block(d);
        d->groups++;
        break;
    case SHAPE_ROW:
        begin_block(w, (Block){.kind = BLOCK_TABLE, .group = d->groups});
        w->cells = 0;
        break;
    case SHAPE_CELL:
        add_cell(w);
        break;
    case SHAPE_PICTURE:
        add_picture(w, node);
        break;
    case SHAPE_RULE:
        add_rule(w);
        break;
    case SHAPE_BLOCK:
        if (in_row(w))
            w->gap = true;
        else
            close_block(d);
        break;
    case SHAPE_INLINE:
    case SHAPE_HIDDEN:
        break;
    }
}

static void leave(Walk *w, const Node *node)
{
    Draft *d = w->draft;
    Shape shape = shape_of(node->tag);
    switch (shape) {
    case SHAPE_HEADING:
    case SHAPE_ITEM:
    case SHAPE_CAPTION:
    case SHAPE_TABLE:
    case SHAPE_ROW:
        close_block(d);
        break;
    case SHAPE_BLOCK:
        if (in_row(w))
            w->gap = true;
        else
            close_block(d);
        break;
    case SHAPE_LIST:
        close_block(d);
        w->lists.count--;
        break;
    case SHAPE_QUOTE:
        close_block(d);
        w->quotes--;
        break;
    case SHAPE_CODE:
        close_block(d);
        w->code--;
        break;
    case SHAPE_INLINE:
    case SHAPE_CELL:
    case SHAPE_PICTURE:
    case SHAPE_RULE:
    case SHAPE_BREAK:
    case SHAPE_TEXT:
    case SHAPE_HIDDEN:
        break;
    }
}

static void add_dropped(Walk *w, const Node *root)
{
    begin_dropped(w, root->drop);
    at_source(w->draft, root->source);
    for (const Node *n = root; n;) {
        if (n->tag == TAG_TEXT)
            add_text(w, n);
        else if (shape_of(n->tag) != SHAPE_INLINE)
            part_lines(w);
        n = shape_of(n->tag) == SHAPE_HIDDEN ? next_beside(n, root) : next_node(n, root);
    }
    end_dropped(w);
}

void add_html_blocks(Draft *d, Node *root)
{
    Walk w = {.draft = d};
    mark_languages(root);
    const Node *n = root;
    for (;;) {
        bool into = !n->drop && shape_of(n->tag) != SHAPE_HIDDEN;
        if (n->drop)
            add_dropped(&w, n);
        else if (into)
            enter(&w, n);
        if (into && n->first) {
            n = n->first;
            continue;
        }
        if (into)
            leave(&w, n);
        while (n != root && !n->next) {
            n = n->parent;
            leave(&w, n);
        }
        if (n == root)
            break;
        n = n->next;
    }
    in_language(d, (Str){0});
    close_block(d);
}
