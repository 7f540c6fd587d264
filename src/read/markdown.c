// Markdown: md4c tells what is marked up, and a clean text is built from it. What
// is not for the ear (addresses, code, HTML) follows its block, dropped.
#include <md4c.h>

#include "base/utf8.h"
#include "read/entity.h"
#include "read/front.h"
#include "read/furnish.h"
#include "read/reader.h"

typedef struct {
    bool ordered;
    int next; // number of the next item
} OpenList;

// Text that is put behind the block at hand.
typedef struct {
    Str text;
    BlockKind kind;
    const char *reason; // NULL: it is not dropped here
    Role role;
    uint32_t source; // where it stood in the input, nearly
    bool block;      // it is a block, and not just bytes
} Aside;

typedef LIST(uint32_t) Guards; // bytes that guard_notes put into the text

typedef struct {
    Article *article;
    Arena *arena;
    Buf text;
    LIST(OpenList) lists;
    LIST(Aside) asides;
    LIST(uint32_t) links; // where the text of each open link begins
    int quotes;           // open block quotes
    int images;           // open images, whose text is not the block's
    bool item;            // an item has begun that no text has followed yet
    bool open;            // a block is being filled
    Block block;          // that block; its span begins at span.beg
    Buf alt;              // text of the image at hand
    bool titled;          // the title stands in the text
    uint32_t groups;      // lists, quotations and tables so far
    uint32_t cells;       // of the row at hand
    bool header;          // the row at hand is the table's header
    size_t source_len;
    const char *source; // what md4c reads; its guards are at `guards`
    size_t front;       // bytes of the input before it
    Guards guards;
    uint32_t next_guard;
    uint32_t last_source; // byte of the input that was read last
    uint32_t emphasised;  // where the emphasis ended that began with the block; 0: none
    int emphases;         // open ones
    bool from_start;      // the outermost of them began with the block
} Markdown;

static const char HTML[] = "HTML";

static void end_line(Markdown *m)
{
    if (m->text.len && m->text.data[m->text.len - 1] != '\n')
        buf_char(&m->text, '\n');
}

static void put_aside(Markdown *m, const Aside *aside)
{
    uint32_t beg = (uint32_t)m->text.len;
    *PUSH(&m->article->origins, m->arena) = (Origin){beg, aside->source};
    buf_add(&m->text, aside->text);
    Span span = {beg, (uint32_t)m->text.len};
    m->article->text = buf_str(&m->text);
    if (aside->block) {
        Block *block = add_block(m->article, m->arena, aside->kind, span);
        if (block)
            block->role = aside->role;
        if (block && aside->reason)
            add_drop(m->article, m->arena, span, aside->reason);
    } else
        add_drop(m->article, m->arena, span, aside->reason);
    end_line(m);
}

static void put_asides(Markdown *m)
{
    for (uint32_t i = 0; i < m->asides.count; i++)
        put_aside(m, &m->asides.items[i]);
    m->asides.count = 0;
}

static void add_aside(Markdown *m, Str text, BlockKind kind, bool block, const char *reason)
{
    if (str_trim(text).len)
        *PUSH(&m->asides, m->arena) = (Aside){.text = str_copy(text, m->arena),
                                              .kind = kind,
                                              .reason = reason,
                                              .source = m->last_source,
                                              .block = block};
}

// "[^a]: The note." is a note, and its mark is not spoken.
static void find_note_mark(Markdown *m, Block *block)
{
    Str s = str_span(m->article->text, block->span);
    if (!str_starts(s, STR("[^")))
        return;
    size_t end = str_find(s, STR("]:"));
    if (end >= s.len)
        return;
    block->kind = BLOCK_NOTE;
    block->role = ROLE_FOOTNOTE;
    Span mark = {block->span.beg, block->span.beg + (uint32_t)end + 2};
    add_drop(m->article, m->arena, mark, "note mark");
}

// The first heading of the first level is the title.
static void find_title(Markdown *m, Block *block)
{
    bool first = block->kind == BLOCK_HEADING && block->level == 1 && !m->titled;
    if (!first)
        return;
    Str known = m->article->title;
    Str s = str_span(m->article->text, block->span);
    if (known.len && !str_equal_nocase(known, s))
        return;
    m->titled = true;
    m->article->title = str_copy(s, m->arena);
    block->kind = BLOCK_TITLE;
    block->level = 0;
}

// A paragraph in italics tells more of the title above it or of the picture.
static void find_role(Markdown *m, Block *block)
{
    enum { STANDFIRST_MAX = 400 };
    uint32_t count = m->article->blocks.count;
    const Block *above = count > 1 ? block - 1 : NULL;
    if (m->emphasised < block->span.end || !above)
        return;
    if (above->role == ROLE_IMAGE)
        block->kind = BLOCK_CAPTION;
    bool head = above->kind == BLOCK_TITLE || above->kind == BLOCK_BYLINE;
    if (head && block->span.end - block->span.beg < STANDFIRST_MAX)
        block->role = ROLE_STANDFIRST;
}

static void close_block(Markdown *m)
{
    if (m->open) {
        m->open = false;
        m->block.span.end = (uint32_t)m->text.len;
        m->article->text = buf_str(&m->text);
        Block *block = add_block(m->article, m->arena, m->block.kind, m->block.span);
        if (block) {
            block->level = m->block.level;
            block->number = m->block.number;
            find_title(m, block);
            block->role = m->block.role;
            block->group = m->block.group;
            block->goes_on = m->block.goes_on;
            if (block->kind == BLOCK_PARAGRAPH)
                find_role(m, block);
            if (block->kind == BLOCK_PARAGRAPH)
                find_note_mark(m, block);
        }
        end_line(m);
    }
    put_asides(m);
    if (m->text.len && !str_ends(buf_str(&m->text), STR("\n\n")))
        buf_char(&m->text, '\n');
}

static void open_block(Markdown *m, BlockKind kind, int level)
{
    close_block(m);
    m->open = true;
    m->block = (Block){.kind = kind, .level = level, .span = {(uint32_t)m->text.len, 0}};
    bool grouped = kind == BLOCK_LIST_ITEM || kind == BLOCK_QUOTE || kind == BLOCK_TABLE;
    m->block.group = grouped ? m->groups : 0;
    m->emphasised = 0;
    m->from_start = false;
}

// A block of running text is what stands around it.
static void open_text(Markdown *m)
{
    if (m->lists.count) {
        open_block(m, BLOCK_LIST_ITEM, (int)m->lists.count);
        const OpenList *list = &m->lists.items[m->lists.count - 1];
        m->block.number = m->item && list->ordered ? list->next - 1 : 0;
        m->block.goes_on = !m->item;
        m->item = false;
    } else if (m->quotes) {
        open_block(m, BLOCK_QUOTE, m->quotes);
    } else {
        open_block(m, BLOCK_PARAGRAPH, 0);
    }
}

static void open_item(Markdown *m)
{
    close_block(m);
    m->lists.items[m->lists.count - 1].next++;
    m->item = true;
}

static void open_list(Markdown *m, bool ordered, unsigned start)
{
    close_block(m);
    m->groups += m->lists.count == 0;
    *PUSH(&m->lists, m->arena) = (OpenList){ordered, start < 1000000 ? (int)start : 1};
}

static void put_rule(Markdown *m)
{
    close_block(m);
    add_aside(m, STR("* * *"), BLOCK_NOTE, false, "scene break");
    close_block(m);
}

// Cells are parted by marks that are dropped: "Ann | 3".
static void begin_cell(Markdown *m)
{
    if (m->cells++ == 0)
        return;
    uint32_t beg = (uint32_t)m->text.len + 1;
    buf_add(&m->text, STR(" | "));
    m->article->text = buf_str(&m->text);
    add_drop(m->article, m->arena, (Span){beg, beg + 1}, CELL_MARK);
}

static int on_enter_block(MD_BLOCKTYPE type, void *detail, void *context)
{
    Markdown *m = context;
    switch (type) {
    case MD_BLOCK_QUOTE:
        close_block(m);
        m->groups += m->quotes++ == 0;
        break;
    case MD_BLOCK_UL:
        open_list(m, false, 1);
        break;
    case MD_BLOCK_OL:
        open_list(m, true, ((MD_BLOCK_OL_DETAIL *)detail)->start);
        break;
    case MD_BLOCK_LI:
        open_item(m);
        break;
    case MD_BLOCK_HR:
        put_rule(m);
        break;
    case MD_BLOCK_H:
        open_block(m, BLOCK_HEADING, (int)((MD_BLOCK_H_DETAIL *)detail)->level);
        break;
    case MD_BLOCK_CODE:
        open_block(m, BLOCK_CODE, 0);
        break;
    case MD_BLOCK_HTML:
        open_block(m, BLOCK_NOTE, 0);
        break;
    case MD_BLOCK_P:
        open_text(m);
        break;
    case MD_BLOCK_TABLE:
        close_block(m);
        m->groups++;
        break;
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
        m->header = type == MD_BLOCK_THEAD;
        break;
    case MD_BLOCK_TR:
        open_block(m, BLOCK_TABLE, 0);
        m->block.role = m->header ? ROLE_TABLE_HEADER : ROLE_NONE;
        m->cells = 0;
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        begin_cell(m);
        break;
    case MD_BLOCK_DOC:
        break;
    }
    return 0;
}

// HTML is dropped whole, as it stands.
static void close_html(Markdown *m)
{
    Str text = str_copy(str_slice(buf_str(&m->text), m->block.span.beg, m->text.len), m->arena);
    m->text.len = m->block.span.beg;
    m->open = false;
    add_aside(m, text, BLOCK_CODE, false, HTML);
    close_block(m);
}

static int on_leave_block(MD_BLOCKTYPE type, void *detail, void *context)
{
    (void)detail;
    Markdown *m = context;
    switch (type) {
    case MD_BLOCK_QUOTE:
        close_block(m);
        m->quotes--;
        break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        close_block(m);
        m->lists.count--;
        break;
    case MD_BLOCK_CODE:
        close_block(m);
        break;
    case MD_BLOCK_HTML:
        close_html(m);
        break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_TR:
    case MD_BLOCK_LI:
    case MD_BLOCK_H:
    case MD_BLOCK_P:
        close_block(m);
        break;
    case MD_BLOCK_HR:
    case MD_BLOCK_TABLE:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        break;
    }
    return 0;
}

// A tight list gives its text without paragraphs.
static Buf *text_buf(Markdown *m)
{
    if (m->images)
        return &m->alt;
    if (!m->open)
        open_text(m);
    return &m->text;
}

static int on_enter_span(MD_SPANTYPE type, void *detail, void *context)
{
    (void)detail;
    Markdown *m = context;
    const Buf *b = text_buf(m);
    if ((type == MD_SPAN_EM || type == MD_SPAN_STRONG) && m->emphases++ == 0)
        m->from_start = b->len == m->block.span.beg;
    if (type == MD_SPAN_A)
        *PUSH(&m->links, m->arena) = (uint32_t)b->len;
    if (type == MD_SPAN_IMG && m->images++ == 0)
        m->alt = new_buf(m->arena);
    return 0;
}

// An address that stands in the text, as <https://example.org> does, is not
// put aside again.
static void leave_link(Markdown *m, const MD_ATTRIBUTE *href)
{
    const Buf *b = text_buf(m);
    uint32_t beg = m->links.items[--m->links.count];
    Str shown = str_slice(buf_str(b), beg, b->len);
    Str address = {href->text, href->size};
    if (!str_ends(address, shown) || shown.len == 0)
        add_aside(m, address, BLOCK_NOTE, false, "link address");
}

static int on_leave_span(MD_SPANTYPE type, void *detail, void *context)
{
    Markdown *m = context;
    if ((type == MD_SPAN_EM || type == MD_SPAN_STRONG) && --m->emphases == 0 && m->from_start)
        m->emphasised = (uint32_t)m->text.len;
    if (type == MD_SPAN_A) {
        leave_link(m, &((MD_SPAN_A_DETAIL *)detail)->href);
    } else if (type == MD_SPAN_IMG && --m->images == 0) {
        const MD_ATTRIBUTE *src = &((MD_SPAN_IMG_DETAIL *)detail)->src;
        add_aside(m, buf_str(&m->alt), BLOCK_CAPTION, true, NULL);
        if (m->asides.count && m->asides.items[m->asides.count - 1].kind == BLOCK_CAPTION)
            m->asides.items[m->asides.count - 1].role = ROLE_IMAGE;
        add_aside(m, (Str){src->text, src->size}, BLOCK_NOTE, false, "image address");
    }
    return 0;
}

static void put_entity(Buf *b, Str reference)
{
    uint32_t code = entity_code(reference);
    if (code)
        buf_code(b, code);
    else
        buf_add(b, reference);
}

// Where the text at hand stands in the input; md4c passes some of its own.
static void add_origin(Markdown *m, const char *data)
{
    if (data < m->source || data >= m->source + m->source_len)
        return;
    uint32_t at = (uint32_t)(data - m->source);
    while (m->next_guard < m->guards.count && m->guards.items[m->next_guard] < at)
        m->next_guard++;
    uint32_t source = (uint32_t)m->front + at - m->next_guard;
    *PUSH(&m->article->origins, m->arena) = (Origin){(uint32_t)m->text.len, source};
    m->last_source = source;
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *data, MD_SIZE size, void *context)
{
    Markdown *m = context;
    Str s = {data, size};
    Buf *b = text_buf(m);
    add_origin(m, data);
    if (type == MD_TEXT_SOFTBR)
        buf_char(b, ' ');
    else if (type == MD_TEXT_BR)
        buf_char(b, '\n');
    else if (type == MD_TEXT_ENTITY)
        put_entity(b, s);
    else if (type == MD_TEXT_NULLCHAR)
        buf_code(b, REPLACEMENT);
    else if (type == MD_TEXT_HTML && m->block.kind != BLOCK_NOTE)
        add_aside(m, s, BLOCK_NOTE, false, HTML);
    else
        buf_add(b, s);
    return 0;
}

static void put_guard(Buf *b, Guards *guards, char c, Arena *arena)
{
    *PUSH(guards, arena) = (uint32_t)b->len;
    buf_char(b, c);
}

// "[^1]: word" would be taken for the address of a link, and vanish.
static Str guard_notes(Str text, Guards *guards, Arena *arena)
{
    if (str_find(text, STR("[^")) == text.len)
        return text;
    Buf b = new_buf(arena);
    buf_reserve(&b, text.len + text.len / 4);
    for (size_t i = 0; i < text.len; i++) {
        bool note = text.data[i] == '[' && i + 1 < text.len && text.data[i + 1] == '^' &&
                    (i == 0 || text.data[i - 1] != '\\');
        // Notes may follow each other line by line; each is a paragraph.
        if (note && i > 0 && text.data[i - 1] == '\n')
            put_guard(&b, guards, '\n', arena);
        if (note)
            put_guard(&b, guards, '\\', arena);
        buf_char(&b, text.data[i]);
    }
    return buf_str(&b);
}

static bool read_markdown(Str text, const ReadOptions *options, Arena *arena, Article *out,
                          Error *err)
{
    (void)options;
    Markdown m = {.article = out, .arena = arena, .text = new_buf(arena)};
    buf_reserve(&m.text, text.len + 64);
    size_t front = front_matter_len(text);
    if (front) {
        read_front_matter(str_slice(text, 0, front), arena, out);
        add_aside(&m, str_slice(text, 0, front), BLOCK_NOTE, false, "front matter");
        close_block(&m);
    }
    MD_PARSER parser = {.flags =
                            MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEURLAUTOLINKS,
                        .enter_block = on_enter_block,
                        .leave_block = on_leave_block,
                        .enter_span = on_enter_span,
                        .leave_span = on_leave_span,
                        .text = on_text};
    Str body = guard_notes(str_slice(text, front, text.len), &m.guards, arena);
    m.source = body.data;
    m.source_len = body.len;
    m.front = front;
    if (md_parse(body.data, (MD_SIZE)body.len, &parser, &m) != 0)
        return fail(err, ERR_ARTICLE, (Span){0}, "the Markdown could not be read (try text)");
    close_block(&m);
    out->text = buf_str(&m.text);
    furnish_blocks(out, arena);
    return true;
}

static bool is_list_line(Str line)
{
    size_t digits = 0;
    while (digits < line.len && is_digit(line.data[digits]))
        digits++;
    return str_starts(line, STR("- ")) || str_starts(line, STR("* ")) ||
           str_starts(line, STR("+ ")) ||
           (digits > 0 && digits < 4 && str_starts(str_slice(line, digits, line.len), STR(". ")));
}

static size_t heading_marks(Str line)
{
    size_t marks = 0;
    while (marks < line.len && line.data[marks] == '#')
        marks++;
    return marks > 0 && marks <= 6 && marks < line.len && line.data[marks] == ' ' ? marks : 0;
}

static bool is_table_rule(Str line)
{
    if (line.len == 0 || !strchr("|-: ", line.data[0]) || !memchr(line.data, '|', line.len) ||
        str_find(line, STR("---")) == line.len)
        return false;
    for (size_t i = 0; i < line.len; i++)
        if (!strchr("|-: ", line.data[i]))
            return false;
    return true;
}

// Kinds of marks of Markdown that stand in the text.
static int count_kinds(Str head)
{
    enum { HEADING, LIST_MARK, QUOTE, FENCE, TABLE, LINK, IMAGE, STRONG, KINDS };
    bool seen[KINDS] = {false};
    for (size_t at = 0; at < head.len;) {
        size_t len = str_find(str_slice(head, at, head.len), STR("\n"));
        Str line = str_slice(head, at, at + len);
        seen[HEADING] |= heading_marks(line) > 0;
        seen[LIST_MARK] |= is_list_line(line);
        seen[QUOTE] |= str_starts(line, STR("> "));
        seen[FENCE] |= str_starts(line, STR("```")) || str_starts(line, STR("~~~"));
        seen[TABLE] |= is_table_rule(line);
        at += len + 1;
    }
    seen[LINK] = str_has_pair(head, ']', '(');
    seen[IMAGE] = str_has_pair(head, '!', '[');
    seen[STRONG] = str_has_pair(head, '*', '*');
    int count = 0;
    for (int i = 0; i < KINDS; i++)
        count += seen[i];
    return count;
}

static int sniff_markdown(Str name, Str head)
{
    if (str_ends(name, STR(".md")) || str_ends(name, STR(".markdown")))
        return 80;
    if (front_matter_len(head))
        return 70;
    return count_kinds(head) >= 3 ? 60 : 0;
}

const Reader markdown_reader = {"markdown", sniff_markdown, read_markdown};
