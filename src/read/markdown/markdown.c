// Markdown: md4c tells what is marked up, and a clean text is built from it. What
// is not for the ear (addresses, code) follows its block, dropped. HTML in it is read as
// in a page.
#include <md4c.h>

#include "base/utf8.h"
#include "read/draft.h"
#include "read/entity.h"
#include "read/furnish.h"
#include "read/html/blocks.h"
#include "read/html/parse.h"
#include "read/markdown/front.h"
#include "read/markdown/lines.h"
#include "read/marks.h"
#include "read/match.h"
#include "read/reader.h"
#include "read/sniff.h"

typedef struct {
    bool ordered;
    int next; // number of the next item
} OpenList;

typedef struct {
    Draft draft;
    LIST(OpenList) lists;
    LIST(uint32_t) links;      // where the text of each open link begins
    int quotes;                // open block quotes
    int images;                // open images, whose text is not the block's
    bool item;                 // an item has begun that no text has followed yet
    Buf alt;                   // text of the image at hand
    bool titled;               // the title stands in the text
    uint32_t cells;            // of the row at hand
    bool header;               // the row at hand is the table's header
    PreparedMarkdown prepared; // what md4c reads
    size_t front;              // bytes of the input before it
    uint32_t next_origin, next_note, next_formula;
    Buf html; // the HTML at hand
    bool in_html, in_formula, raised;
    uint32_t html_source; // where it began in the input
    uint32_t deleted;     // where deleted text begins
    uint32_t emphasised;  // where the emphasis ended that began with the block; 0: none
    int emphases;         // open ones
    bool from_start;      // the outermost of them began with the block
} Markdown;

static const char HTML[] = "HTML";
static const char DELETED[] = "deleted text";

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
    add_drop(m->draft.article, m->draft.arena, mark, NOTE_MARK);
}

// "[^a]" in running text, of a note that there is.
static void drop_note_marks(Markdown *m, const Block *block)
{
    Str s = str_span(m->draft.article->text, block->span);
    for (size_t at = 1; m->prepared.names.count && at < s.len;) {
        at += str_find(str_slice(s, at, s.len), STR("[^"));
        Str name = str_slice(s, at + 2, at + 200);
        size_t end = str_find(name, STR("]"));
        bool closed = end > 0 && end < name.len;
        name = str_slice(name, 0, end);
        uint32_t beg = block->span.beg + (uint32_t)at;
        if (closed && is_note_name(&m->prepared, name))
            add_drop(m->draft.article, m->draft.arena, (Span){beg, beg + (uint32_t)name.len + 3},
                     NOTE_MARK);
        at += 2;
    }
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
    if (block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_NOTE)
        find_note_mark(m, block);
    if (block->kind != BLOCK_CODE)
        drop_note_marks(m, block);
}

static void begin_block(Markdown *m, BlockKind kind, int level)
{
    close_block(&m->draft);
    bool grouped = kind == BLOCK_LIST_ITEM || kind == BLOCK_QUOTE || kind == BLOCK_TABLE;
    Block like = {.kind = kind, .level = level, .group = grouped ? m->draft.groups : 0};
    open_block(&m->draft, like);
    m->emphasised = 0;
    m->from_start = m->raised = false;
    m->deleted = UINT32_MAX;
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

static void begin_html(Markdown *m)
{
    m->html = new_buf(m->draft.arena);
    m->html_source = UINT32_MAX;
    m->in_html = true;
}

// What has no words, as a comment or an end tag by itself, is dropped as it stands.
static void close_html(Markdown *m)
{
    Node *page;
    Error why = {0};
    Str html = buf_str(&m->html);
    m->in_html = false;
    bool words = parse_html(html, m->draft.arena, &page, &why);
    if (words) {
        for (Node *n = page; n; n = next_node(n, page))
            n->source += m->html_source == UINT32_MAX ? 0 : m->html_source;
        uint32_t before = (uint32_t)m->draft.text.len;
        add_html_blocks(&m->draft, page);
        words = m->draft.text.len > before;
    }
    if (!words)
        set_aside(&m->draft, html, BLOCK_CODE, HTML);
    close_block(&m->draft);
}

// "```math" holds a formula.
static void open_code(Markdown *m, const MD_BLOCK_CODE_DETAIL *detail)
{
    Str language = {detail->lang.text, detail->lang.size};
    m->in_formula = str_equal(language, STR("math"));
    begin_block(m, m->in_formula ? BLOCK_PARAGRAPH : BLOCK_CODE, 0);
}

static void drop_from(Markdown *m, uint32_t beg, const char *reason)
{
    Draft *d = &m->draft;
    d->article->text = buf_str(&d->text);
    add_drop(d->article, d->arena, (Span){beg, (uint32_t)d->text.len}, reason);
}

static void close_code(Markdown *m)
{
    if (m->in_formula)
        drop_from(m, m->draft.block.span.beg, FORMULA);
    m->in_formula = false;
    close_block(&m->draft);
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
        open_code(m, detail);
        break;
    case MD_BLOCK_HTML:
        close_block(&m->draft);
        begin_html(m);
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
        close_code(m);
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
    if (m->in_html)
        return &m->html;
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
    if (type == MD_SPAN_DEL && !m->images)
        m->deleted = (uint32_t)b->len;
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
    if (type == MD_SPAN_DEL && !m->images)
        drop_from(m, m->deleted, DELETED);
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

// Where the text at hand stands in what md4c reads, which passes some of its own;
// UINT32_MAX: nowhere.
static uint32_t prepared_place(const Markdown *m, const char *data)
{
    Str text = m->prepared.text;
    bool inside = data >= text.data && data < text.data + text.len;
    return inside ? (uint32_t)(data - text.data) : UINT32_MAX;
}

static void add_origin(Markdown *m, uint32_t at)
{
    const Origin *origins = m->prepared.origins.items;
    while (m->next_origin + 1 < m->prepared.origins.count && origins[m->next_origin + 1].at <= at)
        m->next_origin++;
    if (m->prepared.origins.count == 0)
        return;
    Origin origin = origins[m->next_origin];
    uint32_t source = (uint32_t)m->front + origin.source + (at > origin.at ? at - origin.at : 0);
    if (m->in_html && m->html_source == UINT32_MAX)
        m->html_source = source;
    if (!m->in_html)
        at_source(&m->draft, source);
}

// A block of a note, of which the first words tell that it is one.
static void find_note(Markdown *m, uint32_t at)
{
    Block *block = &m->draft.block;
    bool words = block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_LIST_ITEM ||
                 block->kind == BLOCK_QUOTE;
    bool inside = span_holds(m->prepared.notes.items, m->prepared.notes.count, at, &m->next_note);
    if (inside && words && m->draft.open)
        *block = (Block){.kind = BLOCK_NOTE, .role = ROLE_FOOTNOTE, .span = block->span};
}

// A picture that HTML shows in running text.
static void put_html_picture(Markdown *m, const Node *picture)
{
    Str words = picture ? picture_words(picture, m->draft.arena) : (Str){0};
    Aside *alt = set_aside(&m->draft, words, BLOCK_CAPTION, NULL);
    if (alt) {
        alt->block = true;
        alt->role = ROLE_IMAGE;
    }
}

static bool is_tag(Str s, const char *name)
{
    Str rest = str_slice(s, 1, s.len);
    size_t len = strlen(name);
    return starts_nocase(rest, str_from(name)) && rest.len > len && !is_alnum(rest.data[len]);
}

// Of a tag in running text its words stay, as they do in a page.
static void take_tag(Markdown *m, Str s)
{
    uint32_t here = (uint32_t)text_buf(m)->len;
    Node *page;
    Error why = {0};
    if (m->images)
        return;
    if (is_tag(s, "br"))
        buf_char(text_buf(m), '\n');
    else if (is_tag(s, "sup") || is_tag(s, "/sup"))
        m->raised = s.data[1] != '/';
    else if (is_tag(s, "del") || is_tag(s, "s") || is_tag(s, "strike"))
        m->deleted = here;
    else if (is_tag(s, "/del") || is_tag(s, "/s") || is_tag(s, "/strike"))
        drop_from(m, m->deleted <= here ? m->deleted : here, DELETED);
    else if (is_tag(s, "q") || is_tag(s, "/q"))
        buf_add(text_buf(m), s.data[1] == '/' ? STR("\xE2\x80\x9D") : STR("\xE2\x80\x9C"));
    else if (is_tag(s, "img") && parse_html(s, m->draft.arena, &page, &why))
        put_html_picture(m, find_tag(page, TAG_IMG));
    else
        set_aside(&m->draft, s, BLOCK_NOTE, HTML);
}

// "10<sup>3</sup>" is not 103.
static void put_raised(Buf *b, Str s)
{
    static const uint32_t DIGITS[] = {0x2070, 0xB9,   0xB2,   0xB3,   0x2074,
                                      0x2075, 0x2076, 0x2077, 0x2078, 0x2079};
    for (size_t i = 0; i < s.len; i++)
        if (is_digit(s.data[i]))
            buf_code(b, DIGITS[s.data[i] - '0']);
        else
            buf_char(b, s.data[i]);
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *data, MD_SIZE size, void *context)
{
    Markdown *m = context;
    Str s = {data, size};
    uint32_t at = prepared_place(m, data), beg;
    Buf *b = text_buf(m);
    beg = (uint32_t)b->len;
    if (at != UINT32_MAX)
        add_origin(m, at);
    if (at != UINT32_MAX && !m->in_html)
        find_note(m, at);
    if (type == MD_TEXT_SOFTBR)
        buf_char(b, ' ');
    else if (type == MD_TEXT_BR)
        buf_char(b, '\n');
    else if (type == MD_TEXT_ENTITY)
        put_entity(b, s);
    else if (type == MD_TEXT_NULLCHAR)
        buf_code(b, REPLACEMENT);
    else if (type == MD_TEXT_HTML && !m->in_html)
        take_tag(m, s);
    else if (m->raised && type == MD_TEXT_NORMAL)
        put_raised(b, s);
    else
        buf_add(b, s);
    bool formula =
        type == MD_TEXT_CODE && at != UINT32_MAX && !m->images &&
        span_holds(m->prepared.formulas.items, m->prepared.formulas.count, at, &m->next_formula);
    if (formula)
        drop_from(m, beg, FORMULA);
    return 0;
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
    MD_PARSER parser = {.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS |
                                 MD_FLAG_PERMISSIVEAUTOLINKS,
                        .enter_block = on_enter_block,
                        .leave_block = on_leave_block,
                        .enter_span = on_enter_span,
                        .leave_span = on_leave_span,
                        .text = on_text};
    m.prepared = prepare_markdown(str_slice(text, front, text.len), arena);
    Str body = m.prepared.text;
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
