#include "read/html/blocks.h"

#include "base/utf8.h"
#include "read/furniture.h"
#include "read/html/formulas.h"
#include "read/html/quotes.h"
#include "read/html/tables.h"
#include "read/marks.h"
#include "read/match.h"
#include "read/reader.h"

typedef struct {
    bool data; // not there to put things side by side
    uint32_t group, rows;
    Columns columns;
    LIST(const Node *) pictures; // that follow it, for they stand between no rows
} Table;

// What is around the text at hand.
typedef enum {
    INSIDE_LIST,
    INSIDE_QUOTE,
    INSIDE_NOTE,
    INSIDE_CAPTION,
    INSIDE_CREDIT, // within a caption
    INSIDE_CODE,
    INSIDE_TABLE,
    INSIDE_ROW,
    INSIDE_MARKS,    // <q>
    INSIDE_LANGUAGE, // an element that says its language
} Inside;
enum { INSIDES = INSIDE_LANGUAGE + 1 };

typedef struct {
    const Node *node;
    Inside inside;
    uint32_t outer; // list or quotation around it
    Table *outer_table;
    Str outer_language;
    uint32_t group; // of a list or quotation
    int level;
    bool ordered, pending; // a list; an item has begun that no text has followed yet
    int next, step;        // number of the next item
} Context;

typedef struct {
    Draft *draft;
    const NoteTargets *targets;
    LIST(Context) contexts;
    uint32_t open[INSIDES];
    uint32_t structure;     // innermost list or quotation: its place in contexts, from 1
    Table *table;           // innermost
    const Node *row;        // of a table with data; what is in it stands on one line
    unsigned parts;         // cells of it that are parted
    Str language;           // of the text at hand, where an element says it
    const Node *post;       // a block quote that is a post
    const Node *post_words; // what was written in it
    bool in_post_words;
    bool note_next;   // the next block is a note
    bool after_label; // a note's number was read last
    bool gap;         // white space was read and not written yet
    unsigned breaks;  // line breaks that were read and not written yet
} Walk;

// --- words

static bool is_soft(uint32_t c)
{
    return c == 0xAD || c == 0x200B || c == 0xFEFF || c == 0x2060; // marks where lines may end
}

static void put_gap(Walk *w, uint32_t beg)
{
    Buf *b = &w->draft->text;
    if (w->gap && b->len > beg && !strchr("\n ", b->data[b->len - 1]))
        buf_char(b, ' ');
    w->gap = false;
}

// White space runs together and is left out at both ends of what began at `beg`.
static void add_words(Walk *w, Str s, uint32_t beg)
{
    Buf *b = &w->draft->text;
    for (size_t i = 0; i < s.len;) {
        Char c = utf8_at(s, i);
        char bytes[4];
        if (code_is_space(c.code)) {
            w->gap = true;
        } else if (!is_soft(c.code)) {
            put_gap(w, beg);
            buf_add(b, (Str){bytes, utf8_encode(c.code, bytes)});
        }
        i += c.len;
    }
}

// As they stand; a CR can come of a reference alone ("&#13;").
static void add_lines(Walk *w, Str s)
{
    for (size_t i = 0; i < s.len; i++)
        buf_char(&w->draft->text, s.data[i] == '\r' ? '\n' : s.data[i]);
}

// All words of the page come by here: what is written next stood in this node.
static void come_from(Walk *w, const Node *node)
{
    at_source(w->draft, node->source);
    in_language(w->draft, node->language);
}

// --- blocks

static void begin_block(Walk *w, Block like)
{
    open_block(w->draft, like);
    w->gap = false;
    w->breaks = 0;
    w->note_next = false;
}

static Block item_of(Context *list)
{
    Block like = {.kind = BLOCK_LIST_ITEM,
                  .level = list->level,
                  .group = list->group,
                  .number = list->pending && list->ordered ? list->next - list->step : 0,
                  .goes_on = !list->pending};
    list->pending = false;
    return like;
}

// A block of running text is what stands around it.
static void begin_text(Walk *w)
{
    Context *in = w->structure ? &w->contexts.items[w->structure - 1] : NULL;
    Block like = {.kind = BLOCK_PARAGRAPH};
    if (w->open[INSIDE_CODE])
        like.kind = BLOCK_CODE;
    else if (w->open[INSIDE_NOTE] || w->note_next)
        like = (Block){.kind = BLOCK_NOTE, .role = ROLE_FOOTNOTE};
    else if (w->open[INSIDE_CAPTION])
        like = (Block){.kind = BLOCK_CAPTION,
                       .role = w->open[INSIDE_CREDIT] ? ROLE_PHOTO_CREDIT : ROLE_NONE};
    else if (in && in->inside == INSIDE_LIST)
        like = item_of(in);
    else if (in)
        like = (Block){.kind = BLOCK_QUOTE, .level = in->level, .group = in->group};
    begin_block(w, like);
}

static bool is_open(const Walk *w, BlockKind kind)
{
    return w->draft->open && w->draft->block.kind == kind;
}

static Str open_text(const Walk *w)
{
    return str_slice(buf_str(&w->draft->text), w->draft->block.span.beg, w->draft->text.len);
}

// A paragraph of signs alone parts scenes.
static void end_block(Walk *w)
{
    Draft *d = w->draft;
    bool rule = is_open(w, BLOCK_PARAGRAPH) && open_text(w).len < 64 && is_rule_line(open_text(w));
    if (rule)
        set_aside(d, withdraw_block(d), BLOCK_NOTE, "scene break");
    close_block(d);
    w->gap = w->after_label = false;
    w->breaks = 0;
}

// An element that parts paragraphs begins or ends.
static void part_blocks(Walk *w, const Node *node)
{
    if (w->row)
        w->gap = true;
    else if (w->open[INSIDE_CODE] && w->draft->open)
        buf_char(&w->draft->text, '\n');
    else if (is_open(w, BLOCK_HEADING) && (node->tag != TAG_P || open_text(w).len == 0))
        w->gap = true;
    else
        end_block(w);
}

static void put_breaks(Walk *w)
{
    if (w->breaks && w->draft->open) {
        if (w->breaks > 1 && !is_open(w, BLOCK_HEADING))
            end_block(w);
        else
            buf_char(&w->draft->text, '\n');
        w->gap = false;
    }
    w->breaks = 0;
}

// What comes now is words of a block, which is opened where none is.
static void need_block(Walk *w)
{
    put_breaks(w);
    if (!w->draft->open)
        begin_text(w);
}

// "1" is a mark of the note, and so is the stop behind it.
static Str without_label_stop(Walk *w, Str s)
{
    size_t i = 0;
    while (w->after_label && i < s.len && (is_space(s.data[i]) || strchr(".):", s.data[i])))
        i++;
    w->after_label &= i == s.len;
    return str_slice(s, i, s.len);
}

static void add_running(Walk *w, Str s, const Node *node)
{
    if (is_blank(s) && !w->open[INSIDE_CODE]) {
        w->gap |= s.len > 0;
        return;
    }
    need_block(w);
    come_from(w, node);
    if (w->open[INSIDE_CODE] && !w->row)
        add_lines(w, s);
    else
        add_words(w, without_label_stop(w, s), w->draft->block.span.beg);
}

// --- what is not spoken

// Whether all that is in a node stands in a line.
static bool is_inline(const Node *node)
{
    for (const Node *n = node; n; n = next_node(n, node)) {
        Shape shape = shape_of(n->tag);
        if (shape != SHAPE_INLINE && shape != SHAPE_TEXT && shape != SHAPE_BREAK &&
            shape != SHAPE_PICTURE && shape != SHAPE_HIDDEN)
            return false;
    }
    return true;
}

static void add_all_words(Walk *w, const Node *root, uint32_t beg, bool lines)
{
    for (const Node *n = root; n;) {
        Shape shape = shape_of(n->tag);
        if (shape == SHAPE_TEXT) {
            come_from(w, n);
            add_words(w, n->text, beg);
        } else if (shape != SHAPE_INLINE && lines && w->draft->text.len > beg) {
            buf_char(&w->draft->text, '\n');
        } else if (shape != SHAPE_INLINE) {
            w->gap = true;
        }
        n = shape == SHAPE_HIDDEN ? next_beside(n, root) : next_node(n, root);
    }
}

static void drop_from(Walk *w, uint32_t beg, const char *reason)
{
    Draft *d = w->draft;
    d->article->text = buf_str(&d->text);
    add_drop(d->article, d->arena, (Span){beg, (uint32_t)d->text.len}, reason);
}

static void add_dropped_within(Walk *w, const Node *root, const char *reason)
{
    put_breaks(w);
    put_gap(w, w->draft->block.span.beg);
    uint32_t beg = (uint32_t)w->draft->text.len;
    add_all_words(w, root, beg, false);
    drop_from(w, beg, reason);
}

static void add_dropped(Walk *w, const Node *root, const char *reason)
{
    if (w->draft->open && (w->row || is_inline(root))) {
        add_dropped_within(w, root, reason);
        return;
    }
    end_block(w);
    uint32_t beg = (uint32_t)w->draft->text.len;
    come_from(w, root);
    add_all_words(w, root, beg, true);
    drop_from(w, beg, reason);
    end_block(w); // a blank line
}

// --- notes

static bool at_note_start(const Walk *w)
{
    bool note = w->open[INSIDE_NOTE] || w->note_next;
    return w->draft->open ? is_open(w, BLOCK_NOTE) && open_text(w).len == 0 : note;
}

// A mark touches the word before it.
static void add_mark(Walk *w, Str name, const Node *node)
{
    bool label = at_note_start(w);
    need_block(w);
    come_from(w, node);
    uint32_t beg = (uint32_t)w->draft->text.len;
    buf_format(&w->draft->text, "[%.*s]", STR_ARG(name));
    drop_from(w, beg, NOTE_MARK);
    w->after_label = label;
    w->gap |= label;
}

// "10<sup>3</sup>" is not 103. What is raised behind a word may be the mark of a note,
// which is found as in any text.
static bool add_raised(Walk *w, const Node *node)
{
    static const uint32_t DIGITS[] = {0x2070, 0xB9,   0xB2,   0xB3,   0x2074,
                                      0x2075, 0x2076, 0x2077, 0x2078, 0x2079};
    Str s = str_trim(short_text(node, 8, w->draft->arena));
    for (size_t i = 0; i < s.len; i++)
        if (!is_digit(s.data[i]))
            return false;
    if (s.len == 0)
        return false;
    w->gap &= !w->draft->open;
    need_block(w);
    come_from(w, node);
    for (size_t i = 0; i < s.len; i++)
        buf_code(&w->draft->text, DIGITS[s.data[i] - '0']);
    return true;
}

// True: the node is a mark, and was taken.
static bool take_mark(Walk *w, const Node *node)
{
    bool may_be = node->tag == TAG_A || node->tag == TAG_SUP || node->tag == TAG_SPAN;
    if (!may_be || w->open[INSIDE_CODE])
        return false;
    Str name = at_note_start(w) ? note_label(node, w->draft->arena) : (Str){0};
    if (name.len == 0)
        name = note_mark(node, w->draft->arena);
    if (name.len)
        add_mark(w, name, node);
    return name.len || (node->tag == TAG_SUP && add_raised(w, node));
}

// --- pictures and formulas

static void add_formula(Walk *w, const Node *node)
{
    Str rest, words = formula_words(node, w->draft->arena, &rest);
    if (words.len) {
        add_running(w, words, node);
    } else if (!is_blank(rest)) {
        need_block(w);
        put_gap(w, w->draft->block.span.beg);
        uint32_t beg = (uint32_t)w->draft->text.len;
        come_from(w, node);
        add_words(w, rest, beg);
        drop_from(w, beg, FORMULA);
    }
}

static bool is_sign_picture(const Node *node)
{
    Str given = attribute(node, "class");
    return has_word(given, STR("emoji")) || has_word(given, STR("wp-smiley"));
}

static void put_picture(Walk *w, const Node *node)
{
    Aside *alt = set_aside(w->draft, picture_words(node, w->draft->arena), BLOCK_CAPTION, NULL);
    if (!alt)
        return;
    alt->block = true;
    alt->role = ROLE_IMAGE;
    alt->source = node->source;
    if (!w->draft->open)
        close_block(w->draft);
}

static void add_picture(Walk *w, const Node *node)
{
    if (is_sign_picture(node))
        add_running(w, attribute(node, "alt"), node);
    else if (w->row)
        *PUSH(&w->table->pictures, w->draft->arena) = node;
    else
        put_picture(w, node);
}

// --- posts

// "— Ann Cole (@anncole)" behind the words, or "A post shared by Ann Cole (@anncole)".
static Str post_author(const Node *post, Arena *arena)
{
    static const Str LEADS[] = {{"\xE2\x80\x94 ", 4}, {"shared by ", 10}};
    Str text = node_text(post, arena), name = {0};
    for (size_t i = 0; i < COUNT(LEADS) && !name.len; i++)
        for (size_t at; (at = str_find(text, LEADS[i])) < text.len;) {
            text = str_slice(text, at + LEADS[i].len, text.len);
            name = str_trim(str_slice(text, 0, str_find(text, STR("("))));
        }
    return name.len < 80 ? name : (Str){0};
}

static void begin_post(Walk *w, const Node *node, const char *platform)
{
    Draft *d = w->draft;
    w->post = node;
    w->post_words = find_tag(node, TAG_P);
    Str name = w->post_words ? post_author(node, d->arena) : (Str){0};
    if (name.len)
        *PUSH(&d->article->notices, d->arena) = (Notice){.at = (uint32_t)d->text.len,
                                                         .kind = NOTICE_POST,
                                                         .text = name,
                                                         .where = str_from(platform)};
}

// Handles, days and counts of a post, and the addresses that stand in it for pictures.
static const char *post_reason(const Walk *w, const Node *node)
{
    if (!w->post)
        return NULL;
    if (node->tag == TAG_TEXT && !w->in_post_words)
        return is_blank(node->text) ? NULL : "about a post";
    Str href = node->tag == TAG_A ? attribute(node, "href") : (Str){0};
    bool bare = str_find(href, STR("//t.co/")) < href.len && node->first &&
                (starts_nocase(node->first->text, STR("http")) ||
                 starts_nocase(node->first->text, STR("pic.twitter")));
    return bare ? "link of a post" : NULL;
}

// --- contexts

static Context *push_context(Walk *w, const Node *node, Inside inside)
{
    Context *context = PUSH(&w->contexts, w->draft->arena);
    *context = (Context){.node = node,
                         .inside = inside,
                         .outer = w->structure,
                         .outer_table = w->table,
                         .outer_language = w->language};
    w->open[inside]++;
    if (inside == INSIDE_LIST || inside == INSIDE_QUOTE) {
        w->structure = w->contexts.count;
        context->level = (int)w->open[inside];
    }
    return context;
}

// Lists in a list are of its group, and so are quotations in one.
static uint32_t group_within(Walk *w, Inside inside)
{
    const Context *around = w->structure ? &w->contexts.items[w->structure - 1] : NULL;
    return around && around->inside == inside ? around->group : ++w->draft->groups;
}

static int count_items(const Node *list)
{
    int count = 0;
    for (const Node *n = list->first; n; n = n->next)
        count += n->tag == TAG_LI;
    return count;
}

static bool number_of(Str s, int *out)
{
    bool negative = s.len && s.data[0] == '-';
    int value = 0;
    for (size_t i = negative; i < s.len; i++) {
        if (!is_digit(s.data[i]) || i > 7)
            return false;
        value = value * 10 + (s.data[i] - '0');
    }
    if (s.len == (size_t)negative)
        return false;
    *out = negative ? -value : value;
    return true;
}

static void open_list(Walk *w, const Node *node)
{
    end_block(w);
    uint32_t group = group_within(w, INSIDE_LIST);
    Context *list = push_context(w, node, INSIDE_LIST);
    bool reversed = has_attribute(node, "reversed");
    list->group = group;
    list->ordered = node->tag == TAG_OL;
    list->step = reversed ? -1 : 1;
    if (!list->ordered || !number_of(attribute(node, "start"), &list->next))
        list->next = reversed && list->ordered ? count_items(node) : 1;
}

static void begin_item(Walk *w, const Node *node)
{
    end_block(w);
    Context *list = w->structure ? &w->contexts.items[w->structure - 1] : NULL;
    if (!list || list->inside != INSIDE_LIST)
        return;
    list->pending = true;
    (void)number_of(attribute(node, "value"), &list->next);
    list->next += list->step;
}

static void open_quote(Walk *w, const Node *node)
{
    end_block(w);
    uint32_t group = group_within(w, INSIDE_QUOTE);
    const char *platform = w->post ? NULL : post_platform(node);
    push_context(w, node, INSIDE_QUOTE)->group = group;
    if (platform)
        begin_post(w, node, platform);
}

static void open_table(Walk *w, const Node *node)
{
    end_block(w);
    push_context(w, node, INSIDE_TABLE);
    w->table = ALLOC(w->draft->arena, Table, 1);
    w->table->data = is_data_table(node);
    if (w->table->data)
        w->table->group = ++w->draft->groups;
}

static void close_table(Walk *w)
{
    end_block(w);
    for (uint32_t i = 0; i < w->table->pictures.count; i++)
        put_picture(w, w->table->pictures.items[i]);
}

static void open_row(Walk *w, const Node *node)
{
    end_block(w);
    Table *table = w->table;
    if (!table || !table->data)
        return;
    push_context(w, node, INSIDE_ROW);
    bool header = table->rows++ == 0 && is_header_row(node);
    begin_block(w, (Block){.kind = BLOCK_TABLE,
                           .group = table->group,
                           .role = header ? ROLE_TABLE_HEADER : ROLE_NONE});
    begin_row(&table->columns);
    w->row = node;
    w->parts = 0;
}

static void open_cell(Walk *w, const Node *node)
{
    if (!w->row || node->parent != w->row) {
        part_blocks(w, node);
        return;
    }
    for (unsigned column = place_cell(&w->table->columns, node); w->parts < column; w->parts++)
        part_cells(w->draft);
    w->gap = false;
}

static void open_code(Walk *w, const Node *node)
{
    end_block(w);
    push_context(w, node, INSIDE_CODE);
}

static bool stands_beside(const Node *node, Tag tag)
{
    enum { LOOK = 8 };
    const Node *n = node->parent ? node->parent->first : NULL;
    for (int i = 0; n && i < LOOK; i++, n = n->next)
        if (n->tag == tag)
            return true;
    return false;
}

// Of a table it names the table, of a quotation it is whom it is by.
static void open_caption(Walk *w, const Node *node)
{
    end_block(w);
    if (stands_beside(node, TAG_TABLE))
        begin_block(w, (Block){.kind = BLOCK_PARAGRAPH, .role = ROLE_TABLE_CAPTION});
    else if (!stands_beside(node, TAG_BLOCKQUOTE))
        push_context(w, node, INSIDE_CAPTION);
}

static void open_marks(Walk *w, const Node *node)
{
    push_context(w, node, INSIDE_MARKS);
    Str mark = opening_mark(w->language, w->open[INSIDE_MARKS] % 2 == 0);
    add_running(w, mark, node);
    w->gap = str_ends(mark, STR(" "));
}

static void close_marks(Walk *w, const Node *node)
{
    bool gap = w->gap;
    w->gap = false;
    if (w->draft->open)
        add_running(w, closing_mark(w->language, w->open[INSIDE_MARKS] % 2 == 0), node);
    w->gap = gap;
}

// The end of what an element began.
static void pop_context(Walk *w)
{
    const Context *context = &w->contexts.items[w->contexts.count - 1];
    switch (context->inside) {
    case INSIDE_TABLE:
        close_table(w);
        break;
    case INSIDE_ROW:
        w->row = NULL;
        end_block(w);
        break;
    case INSIDE_MARKS:
        close_marks(w, context->node);
        break;
    case INSIDE_LANGUAGE:
        break;
    case INSIDE_QUOTE:
        if (context->node == w->post)
            w->post = w->post_words = NULL;
        end_block(w);
        break;
    case INSIDE_LIST:
    case INSIDE_NOTE:
    case INSIDE_CAPTION:
    case INSIDE_CREDIT:
    case INSIDE_CODE:
        end_block(w);
        break;
    }
    w->open[context->inside]--;
    w->structure = context->outer;
    w->table = context->outer_table;
    w->language = context->outer_language;
    w->contexts.count--;
}

// --- elements

static Str language_of(const Node *node)
{
    Str language = attribute(node, "lang");
    return language.len ? language : attribute(node, "xml:lang");
}

static void open_around(Walk *w, const Node *node)
{
    Str language = language_of(node);
    if (language.len) {
        push_context(w, node, INSIDE_LANGUAGE);
        w->language = language;
    }
    bool line = shape_of(node->tag) == SHAPE_INLINE || w->row;
    if (!line && is_note(node, w->targets)) {
        end_block(w);
        push_context(w, node, INSIDE_NOTE);
    }
    if (w->open[INSIDE_CAPTION] ? is_photo_credit(node) : is_caption(node)) {
        end_block(w);
        push_context(w, node, w->open[INSIDE_CAPTION] ? INSIDE_CREDIT : INSIDE_CAPTION);
    }
}

static void open_heading(Walk *w, int level)
{
    end_block(w);
    if (w->open[INSIDE_NOTE] + w->open[INSIDE_CAPTION] == 0)
        begin_block(w, (Block){.kind = BLOCK_HEADING, .level = level});
}

static void open_rule(Walk *w)
{
    end_block(w);
    set_aside(w->draft, STR("* * *"), BLOCK_NOTE, "scene break");
    close_block(w->draft);
}

static void open_plain(Walk *w, const Node *node)
{
    part_blocks(w, node);
    if (node->tag == TAG_DT)
        begin_item(w, node);
    if (node->tag == TAG_CAPTION && w->table && w->table->data && !w->row)
        begin_block(w, (Block){.kind = BLOCK_PARAGRAPH, .role = ROLE_TABLE_CAPTION});
    int level = node->attribute_count && !w->row ? heading_role(node) : 0;
    if (level)
        open_heading(w, level);
    w->in_post_words |= node == w->post_words;
}

static void enter(Walk *w, const Node *node)
{
    Shape shape = shape_of(node->tag);
    if (node->attribute_count)
        open_around(w, node);
    if (node->tag == TAG_DL)
        shape = SHAPE_LIST;
    if (w->row && shape != SHAPE_TEXT && shape != SHAPE_PICTURE && shape != SHAPE_CELL &&
        shape != SHAPE_INLINE) {
        w->gap = true;
        return;
    }
    switch (shape) {
    case SHAPE_TEXT:
        add_running(w, node->text, node);
        break;
    case SHAPE_BREAK:
        w->breaks++;
        break;
    case SHAPE_HEADING:
        open_heading(w, (int)(node->tag - TAG_H1) + 1);
        break;
    case SHAPE_LIST:
        open_list(w, node);
        break;
    case SHAPE_ITEM:
        begin_item(w, node);
        break;
    case SHAPE_QUOTE:
        open_quote(w, node);
        break;
    case SHAPE_CODE:
        open_code(w, node);
        break;
    case SHAPE_CAPTION:
        open_caption(w, node);
        break;
    case SHAPE_TABLE:
        open_table(w, node);
        break;
    case SHAPE_ROW:
        open_row(w, node);
        break;
    case SHAPE_CELL:
        open_cell(w, node);
        break;
    case SHAPE_PICTURE:
        add_picture(w, node);
        break;
    case SHAPE_RULE:
        open_rule(w);
        break;
    case SHAPE_BLOCK:
        open_plain(w, node);
        break;
    case SHAPE_INLINE:
        if (node->tag == TAG_Q)
            open_marks(w, node);
        break;
    case SHAPE_HIDDEN:
        break;
    }
}

static void leave(Walk *w, const Node *node)
{
    Shape shape = shape_of(node->tag);
    if (node->tag == TAG_P && node == w->post_words)
        w->in_post_words = false;
    bool parts = shape == SHAPE_BLOCK || shape == SHAPE_HEADING || shape == SHAPE_ITEM ||
                 shape == SHAPE_CAPTION || (shape == SHAPE_CELL && node->parent != w->row);
    if (parts && shape == SHAPE_HEADING && !w->row)
        end_block(w);
    else if (parts)
        part_blocks(w, node);
    while (w->contexts.count && w->contexts.items[w->contexts.count - 1].node == node)
        pop_context(w);
}

static const char *reason_of(const Walk *w, const Node *node)
{
    if (node->drop)
        return node->drop;
    const char *reason = post_reason(w, node);
    if (!reason && node->tag != TAG_TEXT)
        reason = unspoken_reason(node);
    return !reason && is_back_link(node) ? "link back from a note" : reason;
}

// Takes a node with all that is in it; false: its children come next.
static bool take_whole(Walk *w, const Node *node)
{
    const char *reason = reason_of(w, node);
    if (reason) {
        add_dropped(w, node, reason);
        return true;
    }
    // An anchor that a mark links to makes what follows it a note.
    if (shape_of(node->tag) == SHAPE_INLINE && !w->draft->open && is_note(node, w->targets))
        w->note_next = true;
    if (shape_of(node->tag) == SHAPE_HIDDEN || take_mark(w, node))
        return true;
    bool formula = is_formula(node);
    if (formula)
        add_formula(w, node);
    return formula;
}

void add_noted_blocks(Draft *d, const Node *root, const NoteTargets *targets)
{
    Walk w = {.draft = d, .targets = targets};
    const Node *n = root;
    for (;;) {
        bool whole = take_whole(&w, n);
        if (!whole)
            enter(&w, n);
        if (!whole && n->first) {
            n = n->first;
            continue;
        }
        if (!whole)
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
    end_block(&w);
}

void add_html_blocks(Draft *d, const Node *root)
{
    NoteTargets targets = {0};
    add_note_targets(&targets, root, d->arena);
    add_noted_blocks(d, root, &targets);
}
