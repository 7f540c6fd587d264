// Markdown: md4c tells what is marked up, and a clean text is built from it. What
// is not for the ear (addresses, code, HTML) follows its block, dropped.
#include <md4c.h>

#include "base/utf8.h"
#include "read/draft.h"
#include "read/entity.h"
#include "read/front.h"
#include "read/furnish.h"
#include "read/reader.h"
#include "read/sniff.h"

typedef struct {
    bool ordered;
    int next; // number of the next item
} OpenList;

typedef LIST(uint32_t) Guards; // bytes that guard_notes put into the text

typedef struct {
    Draft draft;
    LIST(OpenList) lists;
    LIST(uint32_t) links; // where the text of each open link begins
    int quotes;           // open block quotes
    int images;           // open images, whose text is not the block's
    bool item;            // an item has begun that no text has followed yet
    Buf alt;              // text of the image at hand
    bool titled;          // the title stands in the text
    uint32_t cells;       // of the row at hand
    bool header;          // the row at hand is the table's header
    size_t source_len;
    const char *source; // what md4c reads; its guards are at `guards`
    size_t front;       // bytes of the input before it
    Guards guards;
    uint32_t next_guard;
    uint32_t emphasised; // where the emphasis ended that began with the block; 0: none
    int emphases;        // open ones
    bool from_start;     // the outermost of them began with the block
} Markdown;

static const char HTML[] = "HTML";

// "[^a]: The note." is a note, and its mark is not spoken.
static void find_note_mark(Markdown *m, Block *block)
{
    Str s = str_span(m->draft.article->text, block->span);
    if (!str_starts(s, STR("[^")))
        return;
    size_t end = str_find(s, STR("]:"));
    if (end >= s.len)
        return;
    block->kind = BLOCK_NOTE;
    block->role = ROLE_FOOTNOTE;
    Span mark = {block->span.beg, block->span.beg + (uint32_t)end + 2};
    add_drop(m->draft.article, m->draft.arena, mark, "note mark");
}

// The first heading of the first level is the title.
static void find_title(Markdown *m, Block *block)
{
    bool first = block->kind == BLOCK_HEADING && block->level == 1 && !m->titled;
    if (!first)
        return;
    Str known = m->draft.article->title;
    Str s = str_span(m->draft.article->text, block->span);
    if (known.len && !str_equal_nocase(known, s))
        return;
    m->titled = true;
    m->draft.article->title = str_copy(s, m->draft.arena);
    block->kind = BLOCK_TITLE;
    block->level = 0;
}

// A paragraph in italics tells more of the title above it or of the picture.
static void find_role(Markdown *m, Block *block)
{
    enum { STANDFIRST_MAX = 400 };
    const Block *above = block > m->draft.article->blocks.items ? block - 1 : NULL;
    if (m->emphasised < block->span.end || !above)
        return;
    if (above->role == ROLE_IMAGE)
        block->kind = BLOCK_CAPTION;
    bool head = above->kind == BLOCK_TITLE || above->kind == BLOCK_BYLINE;
    if (head && block->span.end - block->span.beg < STANDFIRST_MAX)
        block->role = ROLE_STANDFIRST;
}

static void on_block(void *context, Block *block)
{
    Markdown *m = context;
    find_title(m, block);
    if (block->kind == BLOCK_PARAGRAPH)
        find_role(m, block);
    if (block->kind == BLOCK_PARAGRAPH)
        find_note_mark(m, block);
}

static void begin_block(Markdown *m, BlockKind kind, int level)
{
    close_block(&m->draft);
    bool grouped = kind == BLOCK_LIST_ITEM || kind == BLOCK_QUOTE || kind == BLOCK_TABLE;
    Block like = {.kind = kind, .level = level, .group = grouped ? m->draft.groups : 0};
    open_block(&m->draft, like);
    m->emphasised = 0;
    m->from_start = false;
}

// A block of running text is what stands around it.
static void open_text(Markdown *m)
{
    if (m->lists.count) {
        begin_block(m, BLOCK_LIST_ITEM, (int)m->lists.count);
        const OpenList *list = &m->lists.items[m->lists.count - 1];
        m->draft.block.number = m->item && list->ordered ? list->next - 1 : 0;
        m->draft.block.goes_on = !m->item;
        m->item = false;
    } else if (m->quotes) {
        begin_block(m, BLOCK_QUOTE, m->quotes);
    } else {
        begin_block(m, BLOCK_PARAGRAPH, 0);
    }
}

static void open_item(Markdown *m)
{
    close_block(&m->draft);
    m->lists.items[m->lists.count - 1].next++;
    m->item = true;
}

static void open_list(Markdown *m, bool ordered, unsigned start)
{
    close_block(&m->draft);
    m->draft.groups += m->lists.count == 0;
    *PUSH(&m->lists, m->draft.arena) = (OpenList){ordered, start < 1000000 ? (int)start : 1};
}

static void put_rule(Markdown *m)
{
    close_block(&m->draft);
    set_aside(&m->draft, STR("* * *"), BLOCK_NOTE, "scene break");
    close_block(&m->draft);
}

static void begin_cell(Markdown *m)
{
    if (m->cells++)
        part_cells(&m->draft);
}

static int on_enter_block(MD_BLOCKTYPE type, void *detail, void *context)
{
    Markdown *m = context;
    switch (type) {
    case MD_BLOCK_QUOTE:
        close_block(&m->draft);
        m->draft.groups += m->quotes++ == 0;
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
        begin_block(m, BLOCK_HEADING, (int)((MD_BLOCK_H_DETAIL *)detail)->level);
        break;
    case MD_BLOCK_CODE:
        begin_block(m, BLOCK_CODE, 0);
        break;
    case MD_BLOCK_HTML:
        begin_block(m, BLOCK_NOTE, 0);
        break;
    case MD_BLOCK_P:
        open_text(m);
        break;
    case MD_BLOCK_TABLE:
        close_block(&m->draft);
        m->draft.groups++;
        break;
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
        m->header = type == MD_BLOCK_THEAD;
        break;
    case MD_BLOCK_TR:
        begin_block(m, BLOCK_TABLE, 0);
        m->draft.block.role = m->header ? ROLE_TABLE_HEADER : ROLE_NONE;
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
    set_aside(&m->draft, withdraw_block(&m->draft), BLOCK_CODE, HTML);
    close_block(&m->draft);
}

static int on_leave_block(MD_BLOCKTYPE type, void *detail, void *context)
{
    (void)detail;
    Markdown *m = context;
    switch (type) {
    case MD_BLOCK_QUOTE:
        close_block(&m->draft);
        m->quotes--;
        break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        close_block(&m->draft);
        m->lists.count--;
        break;
    case MD_BLOCK_CODE:
        close_block(&m->draft);
        break;
    case MD_BLOCK_HTML:
        close_html(m);
        break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_TR:
    case MD_BLOCK_LI:
    case MD_BLOCK_H:
    case MD_BLOCK_P:
        close_block(&m->draft);
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
    if (!m->draft.open)
        open_text(m);
    return &m->draft.text;
}

static int on_enter_span(MD_SPANTYPE type, void *detail, void *context)
{
    (void)detail;
    Markdown *m = context;
    const Buf *b = text_buf(m);
    if ((type == MD_SPAN_EM || type == MD_SPAN_STRONG) && m->emphases++ == 0)
        m->from_start = b->len == m->draft.block.span.beg;
    if (type == MD_SPAN_A)
        *PUSH(&m->links, m->draft.arena) = (uint32_t)b->len;
    if (type == MD_SPAN_IMG && m->images++ == 0)
        m->alt = new_buf(m->draft.arena);
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
        set_aside(&m->draft, address, BLOCK_NOTE, "link address");
}

static int on_leave_span(MD_SPANTYPE type, void *detail, void *context)
{
    Markdown *m = context;
    if ((type == MD_SPAN_EM || type == MD_SPAN_STRONG) && --m->emphases == 0 && m->from_start)
        m->emphasised = (uint32_t)m->draft.text.len;
    if (type == MD_SPAN_A) {
        leave_link(m, &((MD_SPAN_A_DETAIL *)detail)->href);
    } else if (type == MD_SPAN_IMG && --m->images == 0) {
        const MD_ATTRIBUTE *src = &((MD_SPAN_IMG_DETAIL *)detail)->src;
        Aside *alt = set_aside(&m->draft, buf_str(&m->alt), BLOCK_CAPTION, NULL);
        if (alt) {
            alt->block = true;
            alt->role = ROLE_IMAGE;
        }
        set_aside(&m->draft, (Str){src->text, src->size}, BLOCK_NOTE, "image address");
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
    at_source(&m->draft, (uint32_t)m->front + at - m->next_guard);
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
    else if (type == MD_TEXT_HTML && m->draft.block.kind != BLOCK_NOTE)
        set_aside(&m->draft, s, BLOCK_NOTE, HTML);
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
    Markdown m = {.draft = new_draft(out, arena, text.len)};
    m.draft.on_block = on_block;
    m.draft.context = &m;
    size_t front = front_matter_len(text);
    if (front) {
        read_front_matter(str_slice(text, 0, front), arena, out);
        set_aside(&m.draft, str_slice(text, 0, front), BLOCK_NOTE, "front matter");
        close_block(&m.draft);
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
    end_draft(&m.draft);
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

// "# River rises" alone may be Markdown or not: there, and only there, a suffix tells.
static int sniff_markdown(const Source *source, Str head)
{
    static const char *const TYPES[] = {"text/markdown", "text/x-markdown"};
    if (front_matter_len(head))
        return SURE_CONTENT - 20;
    if (count_kinds(head) >= 3)
        return SURE_SHAPE;
    if (type_is_any(source, TYPES, COUNT(TYPES)))
        return SURE_TYPE;
    return str_ends(source->name, STR(".md")) || str_ends(source->name, STR(".markdown"))
               ? SURE_NAME
               : 0;
}

const Reader markdown_reader = {.name = "markdown", .sniff = sniff_markdown, .read = read_markdown};
