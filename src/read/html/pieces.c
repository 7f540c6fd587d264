#include "read/html/pieces.h"

#include "base/utf8.h"

typedef struct {
    HtmlPage *page;
    Arena *arena;
    Str site;                        // name of the page's site
    uint32_t element;                // that is being read
    uint32_t open[SHAPE_HIDDEN + 1]; // elements of each shape around what is read
    uint32_t links, away, local;     // links around it: to other pages, other sites, this page
    uint32_t breaks;                 // in a row
    uint32_t edges;                  // since the last piece
    bool in_piece, gap;
    Buf text; // of the open piece
} Cut;

static Piece *last_piece(const Cut *c)
{
    return &c->page->pieces.items[c->page->pieces.count - 1];
}

static bool is_stop(uint32_t code)
{
    return code == '.' || code == '!' || code == '?' || code == 0x2026 || code == 0x3002 ||
           code == 0x0964 || code == 0x06D4 || code == 0x061F || code == 0xFF01 || code == 0xFF1F;
}

// The last sign that is no closing mark: "she said.\")"
static bool ends_sentence(Str s)
{
    size_t at = s.len;
    for (int i = 0; i < 4 && at > 0; i++) {
        Char c = utf8_before(s, at);
        if (is_stop(c.code))
            return true;
        if (!code_is_quote_mark(c.code) && c.code != ')' && c.code != '\'' && c.code != 0x2019 &&
            c.code != ' ' && c.code != ']')
            return false;
        at -= c.len;
    }
    return false;
}

static void end_piece(Cut *c)
{
    if (!c->in_piece)
        return;
    Piece *p = last_piece(c);
    p->text = buf_str(&c->text);
    p->words_end = c->page->words.count;
    p->stop = ends_sentence(p->text);
    c->in_piece = c->gap = false;
    c->text = new_buf(c->arena);
}

static PieceKind kind_here(const Cut *c)
{
    static const struct {
        Shape shape;
        PieceKind kind;
    } ORDER[] = {{SHAPE_CODE, PIECE_CODE},       {SHAPE_CAPTION, PIECE_CAPTION},
                 {SHAPE_HEADING, PIECE_HEADING}, {SHAPE_CELL, PIECE_CELL},
                 {SHAPE_ITEM, PIECE_ITEM},       {SHAPE_QUOTE, PIECE_QUOTE}};
    for (size_t i = 0; i < COUNT(ORDER); i++)
        if (c->open[ORDER[i].shape])
            return ORDER[i].kind;
    return PIECE_TEXT;
}

static void begin_piece(Cut *c)
{
    *PUSH(&c->page->pieces, c->arena) = (Piece){.box = c->page->elements.items[c->element].box,
                                                .words = c->page->words.count,
                                                .edges = c->edges,
                                                .kind = kind_here(c)};
    c->in_piece = true;
    c->edges = 0;
}

static void add_words(Cut *c, Str s)
{
    Piece *p = last_piece(c);
    for (size_t i = 0; i < s.len;) {
        Char ch = utf8_at(s, i);
        bool space = code_is_space(ch.code);
        if (!space) {
            if (c->gap && c->text.len)
                buf_char(&c->text, ' ');
            buf_add(&c->text, str_slice(s, i, i + ch.len));
            p->chars++;
            p->linked += c->links > 0;
            p->away += c->away > 0;
            p->local += c->local > 0;
            p->commas +=
                ch.code == ',' || ch.code == 0x3001 || ch.code == 0xFF0C || ch.code == 0x060C;
        }
        c->gap = space;
        i += ch.len;
    }
}

static void cut_text(Cut *c, Node *node)
{
    if (is_blank(node->text)) {
        c->gap = true;
        if (c->in_piece)
            *PUSH(&c->page->words, c->arena) = (Word){node};
        return;
    }
    c->breaks = 0;
    if (!c->in_piece)
        begin_piece(c);
    *PUSH(&c->page->words, c->arena) = (Word){node};
    add_words(c, node->text);
}

static void cut_picture(Cut *c, const Node *node)
{
    Str text = attribute(node, "alt");
    if (is_blank(text) || c->in_piece)
        return;
    *PUSH(&c->page->pieces, c->arena) = (Piece){.box = c->element,
                                                .text = text,
                                                .words = c->page->words.count,
                                                .words_end = c->page->words.count,
                                                .kind = PIECE_PICTURE};
}

static bool parts_pieces(Shape shape)
{
    return shape != SHAPE_INLINE && shape != SHAPE_TEXT && shape != SHAPE_PICTURE &&
           shape != SHAPE_BREAK;
}

// "www.news.example.org" gives "example.org"; what has no name stays empty.
static Str site_of(Str address)
{
    size_t at = str_find(address, STR("//"));
    if (at > sizeof "https:" - 1)
        return (Str){0};
    Str host = str_slice(address, at + 2, address.len);
    size_t end = 0, dots = 0, beg;
    while (end < host.len && !strchr("/?#:", host.data[end]))
        end++;
    for (beg = end; beg > 0; beg--)
        // The name of a country may have another in front of it: "example.co.uk".
        if (host.data[beg - 1] == '.' && ++dots == 2 && end - beg > 6)
            break;
    return str_slice(host, beg, end);
}

static void count_link(Cut *c, const Node *node, bool opens)
{
    if (node->tag != TAG_A || !has_attribute(node, "href"))
        return;
    Str address = attribute(node, "href"), site = site_of(address);
    uint32_t step = opens ? 1 : UINT32_MAX;
    if (str_starts(address, STR("#")))
        c->local += step;
    else
        c->links += step;
    if (site.len && c->site.len && !str_equal_nocase(site, c->site))
        c->away += step;
}

static void open_element(Cut *c, Node *node)
{
    Shape shape = shape_of(node->tag);
    if (parts_pieces(shape)) {
        end_piece(c);
        c->breaks = 0;
        c->edges++;
    }
    HtmlPage *page = c->page;
    uint32_t parent = c->element;
    c->element = page->elements.count;
    Element *e = PUSH(&page->elements, c->arena);
    bool block = c->element == 0 || parts_pieces(shape);
    *e = (Element){.node = node,
                   .parent = parent,
                   .box = block ? c->element : page->elements.items[parent].box,
                   .piece = page->pieces.count - c->in_piece,
                   .word = page->words.count};
    c->open[shape]++;
    count_link(c, node, true);
    if (shape == SHAPE_PICTURE)
        cut_picture(c, node);
    if (shape == SHAPE_BREAK) {
        c->gap = true;
        if (++c->breaks == 2)
            end_piece(c);
    }
}

static void close_element(Cut *c)
{
    Element *e = &c->page->elements.items[c->element];
    Shape shape = shape_of(e->node->tag);
    if (parts_pieces(shape)) {
        end_piece(c);
        c->edges++;
    }
    c->open[shape]--;
    count_link(c, e->node, false);
    e->end = c->page->elements.count;
    e->piece_end = c->page->pieces.count;
    e->word_end = c->page->words.count;
    c->element = e->parent;
}

static Node *shown_from(Node *node)
{
    while (node && (node->drop || shape_of(node->tag) == SHAPE_HIDDEN))
        node = node->next;
    return node;
}

static void cut_tree(Cut *c, Node *root)
{
    open_element(c, root);
    for (Node *at = root;;) {
        Node *next = shown_from(at->first);
        while (!next) {
            if (at->tag != TAG_TEXT)
                close_element(c);
            if (at == root)
                return;
            next = shown_from(at->next);
            at = at->parent;
        }
        at = next;
        if (at->tag == TAG_TEXT)
            cut_text(c, at);
        else
            open_element(c, at);
    }
}

bool is_prose_piece(const Piece *p)
{
    bool long_enough = p->chars >= 80 || (p->chars >= 30 && p->stop);
    return long_enough && p->linked * 3 < p->chars && p->kind != PIECE_CAPTION;
}

void sum_pieces(HtmlPage *page)
{
    for (uint32_t i = 0; i < page->pieces.count; i++) {
        const Piece *p = &page->pieces.items[i];
        bool counts = !p->reason;
        page->chars[i + 1] = page->chars[i] + (counts ? p->chars : 0);
        page->linked[i + 1] = page->linked[i] + (counts ? p->linked : 0);
        page->prose[i + 1] = page->prose[i] + (counts && is_prose_piece(p) ? p->chars : 0);
    }
}

HtmlPage cut_page(Node *root, Str address, Arena *arena)
{
    HtmlPage page = {0};
    Cut c = {.page = &page, .arena = arena, .site = site_of(address), .text = new_buf(arena)};
    cut_tree(&c, root);
    size_t sums = (size_t)page.pieces.count + 1;
    page.chars = ALLOC(arena, uint32_t, sums);
    page.linked = ALLOC(arena, uint32_t, sums);
    page.prose = ALLOC(arena, uint32_t, sums);
    sum_pieces(&page);
    return page;
}

// --- back to the tree

// For each piece one past the last that has the same reason with all between them.
static uint32_t *find_runs(const HtmlPage *page, Arena *arena)
{
    uint32_t count = page->pieces.count;
    uint32_t *ends = ALLOC(arena, uint32_t, count + 1);
    for (uint32_t i = count; i > 0; i--) {
        const char *reason = page->pieces.items[i - 1].reason;
        bool alike = i < count && page->pieces.items[i].reason == reason;
        ends[i - 1] = alike ? ends[i] : i;
    }
    return ends;
}

// Whether nothing in an element is of the article, for one reason.
static bool is_alike(const HtmlPage *page, const Element *e, const uint32_t *runs)
{
    return e->piece < e->piece_end && page->pieces.items[e->piece].reason &&
           runs[e->piece] >= e->piece_end;
}

// Words that stand beside what belongs to other pieces.
static void drop_words(const HtmlPage *page, const Piece *piece, const bool *done)
{
    for (uint32_t i = piece->words; i < piece->words_end; i++)
        if (!done[i])
            page->words.items[i].node->drop = piece->reason;
}

void drop_pieces(const HtmlPage *page, Arena scratch)
{
    const uint32_t *runs = find_runs(page, &scratch);
    bool *done = ALLOC(&scratch, bool, page->words.count + 1);
    for (uint32_t i = 0; i < page->elements.count;) {
        const Element *e = &page->elements.items[i];
        bool alike = is_alike(page, e, runs);
        i = alike ? e->end : i + 1;
        if (!alike)
            continue;
        e->node->drop = page->pieces.items[e->piece].reason;
        for (uint32_t k = e->word; k < e->word_end; k++)
            done[k] = true;
    }
    for (uint32_t i = 0; i < page->pieces.count; i++)
        if (page->pieces.items[i].reason)
            drop_words(page, &page->pieces.items[i], done);
}
