#include "read/html/lines.h"

#include "base/utf8.h"
#include "read/dates.h"
#include "read/furniture.h"
#include "read/match.h"
#include "read/reader.h"
#include "read/repeats.h"
#include "read/text/wire_lines.h"

// --- the head

static bool is_title_of(const Piece *p, Str title)
{
    return title.len && (begins_with_words(title, p->text) || begins_with_words(p->text, title));
}

static uint32_t first_prose(const HtmlPage *page, const bool *taken, uint32_t from)
{
    uint32_t i = from;
    while (i < page->pieces.count && !(taken[i] && is_prose_piece(&page->pieces.items[i])))
        i++;
    return i;
}

static uint32_t prose_behind(const HtmlPage *page, const bool *taken, uint32_t from)
{
    uint32_t sum = 0;
    for (uint32_t i = from; i < page->pieces.count; i++)
        sum += taken[i] && is_prose_piece(&page->pieces.items[i]) ? page->pieces.items[i].chars : 0;
    return sum;
}

// A page without an H1: the heading next to the prose, few lines above it.
static uint32_t nearest_heading(const HtmlPage *page, uint32_t prose)
{
    enum { NEAR = 8 };
    uint32_t lines = 0;
    for (uint32_t i = prose; i > 0 && lines < NEAR; i--) {
        const Piece *p = &page->pieces.items[i - 1];
        lines += !p->reason;
        if (!p->reason && p->kind == PIECE_HEADING && p->linked * 2 < p->chars && p->chars >= 20)
            return i - 1;
    }
    return page->pieces.count;
}

// The one above the prose and next to it, else the first.
static bool is_better(uint32_t found, uint32_t none, uint32_t i, uint32_t prose)
{
    return found == none || i <= prose;
}

uint32_t find_title(const HtmlPage *page, const bool *taken, Str title)
{
    uint32_t none = page->pieces.count, named = none, plain = none, elsewhere = none;
    uint32_t prose = first_prose(page, taken, 0);
    for (uint32_t i = 0; i < none; i++) {
        const Piece *p = &page->pieces.items[i];
        if (p->kind != PIECE_HEADING || p->chars < 3)
            continue;
        bool first = box_node(page, p)->tag == TAG_H1, is_named = is_title_of(p, title);
        if (is_named && p->reason)
            elsewhere = elsewhere == none ? i : elsewhere;
        else if (is_named && (first ? is_better(named, none, i, prose) : named == none))
            named = i;
        else if (first && !p->reason && is_better(plain, none, i, prose))
            plain = i;
    }
    uint32_t all = prose_behind(page, taken, 0);
    if (named < none && prose_behind(page, taken, named) * 4 >= all)
        return named;
    if (plain < none && prose_behind(page, taken, plain) * 3 >= all * 2)
        return plain;
    uint32_t nearest = nearest_heading(page, prose);
    return nearest < none ? nearest : elsewhere < prose ? elsewhere : none;
}

// "Von Ana Ruiz", "Posted by Ana Ruiz on Tuesday"
static bool is_by_line(Str line)
{
    static const char *const BYS[] = {"By",
                                      "Posted by",
                                      "Written by",
                                      "Published by",
                                      "Edited by",
                                      "Reviewed by",
                                      "Reported by",
                                      "Words by",
                                      "Story by",
                                      "Von",
                                      "Par",
                                      "Por",
                                      "Di",
                                      "Door",
                                      "Av",
                                      "Af",
                                      "Przez",
                                      "Autor:",
                                      "Autorin:",
                                      "Author:",
                                      "Authors:",
                                      "Edited by:",
                                      "Medically reviewed by",
                                      "Fact checked by"};
    for (size_t i = 0; i < COUNT(BYS); i++) {
        Str by = str_from(BYS[i]), rest = str_slice(line, by.len + 1, line.len);
        if (line.len > by.len && same_letter(line, BYS[i]) && starts_nocase(line, by) &&
            line.data[by.len] == ' ' && code_is_upper(utf8_at(rest, 0).code))
            return true;
    }
    return str_equal_nocase(line, STR("Edited by")) || str_equal_nocase(line, STR("Written by"));
}

// Lines of the head that tell when, by whom and where, and not what.
static const char *head_line_reason(const Piece *p, Arena *arena)
{
    Str names;
    if (p->chars < 60 && !p->stop && is_by_line(p->text) && !parse_byline(p->text, &names))
        return "byline";
    Str value;
    if (is_slug(p->text) || is_wire_slug(p->text))
        return "slug";
    if (is_dateline(p->text, *arena))
        return DATELINE;
    uint32_t digits = 0;
    for (size_t i = 0; i < p->text.len; i++)
        digits += is_digit(p->text.data[i]);
    if (p->chars < 60 && (parse_date_only(p->text, arena, &value) || digits * 5 > p->chars))
        return "date";
    return NULL;
}

static bool is_standfirst(const Piece *p, Arena *arena)
{
    return p->chars >= 40 && p->linked * 4 < p->chars && !page_line_reason(p->text) &&
           p->kind != PIECE_CAPTION && p->kind != PIECE_PICTURE && p->kind != PIECE_CELL &&
           !head_line_reason(p, arena) && picture_line(p->text) == PICTURE_NONE;
}

static bool is_named_standfirst(const HtmlPage *page, const Piece *p)
{
    const Element *box = &page->elements.items[p->box];
    return box->named == NAMED_STANDFIRST ||
           (page->elements.items[box->parent].named == NAMED_STANDFIRST &&
            prose_in(page, &page->elements.items[box->parent]) < 600);
}

uint32_t take_head(const HtmlPage *page, bool *taken, uint32_t title, Arena scratch)
{
    enum { HEAD_LINES = 14 };
    uint32_t none = page->pieces.count, standfirst = none, lines = 0;
    if (title == none)
        return none;
    for (uint32_t i = 0; i < title; i++)
        taken[i] = false;
    taken[title] = true;
    uint32_t body = first_prose(page, taken, title + 1);
    for (uint32_t i = title + 1; i <= body && i < none && lines < HEAD_LINES; i++) {
        const Piece *p = &page->pieces.items[i];
        lines += !p->reason && p->kind != PIECE_PICTURE;
        Str names;
        taken[i] |= !p->reason && p->chars < 80 && parse_byline(p->text, &names);
        if (p->reason || !is_standfirst(p, &scratch) ||
            (i == body && !is_named_standfirst(page, p)))
            continue;
        if (standfirst == none && p->chars < 500 && (!taken[i] || is_named_standfirst(page, p)))
            standfirst = i;
        taken[i] = true;
    }
    return standfirst;
}

// --- line by line

typedef struct {
    HtmlPage *page;
    const bool *taken;
    uint32_t title;    // of pieces
    uint32_t body;     // the first of prose
    uint32_t head_end; // bylines and dates stand in front of it
    Arena arena;
} Filter;

static bool is_live(const Filter *f, uint32_t i)
{
    return f->taken[i] && !f->page->pieces.items[i].reason;
}

static void drop_piece(Filter *f, uint32_t i, const char *reason)
{
    if (is_live(f, i) && i != f->title)
        f->page->pieces.items[i].reason = reason;
}

// What a page calls its own: links, prompts, buttons.
static const char *line_reason(const Piece *p)
{
    if (p->kind == PIECE_PICTURE || p->kind == PIECE_CAPTION || p->kind == PIECE_CODE)
        return NULL;
    if (is_editors_note(p->text))
        return NULL;
    if (p->linked * 5 >= p->chars * 4 && p->kind != PIECE_HEADING)
        return p->away * 2 > p->linked ? "links to elsewhere" : "related links";
    // "MORE: River rises"
    if (p->kind == PIECE_TEXT && p->linked * 2 >= p->chars && !p->stop && p->chars < 150)
        return "related links";
    if (p->kind == PIECE_ITEM && p->local * 5 >= p->chars * 4)
        return "table of contents";
    return page_line_reason(p->text);
}

// Text may stand beside boxes in a box that is much wider.
static bool has_own_box(const HtmlPage *page, uint32_t i)
{
    const Element *e = &page->elements.items[page->pieces.items[i].box];
    return e->piece_end - e->piece == 1;
}

// A card that leads to another article of the site: its heading is a link, and little else
// is in it.
static bool heads_card(const Filter *f, uint32_t i)
{
    const Piece *p = &f->page->pieces.items[i];
    return is_live(f, i) && p->kind == PIECE_HEADING && i > f->body && i != f->title &&
           has_own_box(f->page, i) && p->linked * 5 >= p->chars * 4 && p->away * 2 <= p->linked;
}

// The widest element that begins with this heading, but for pictures and labels.
static const Element *card_of(const Filter *f, uint32_t at)
{
    enum { CARD_PROSE = 400, LABEL = 30 };
    const HtmlPage *page = f->page;
    uint32_t widest = page->pieces.items[at].box;
    for (uint32_t up = page->elements.items[widest].parent; up;
         up = page->elements.items[up].parent) {
        const Element *e = &page->elements.items[up];
        for (uint32_t i = e->piece; i < at; i++)
            if (!page->pieces.items[i].reason && page->pieces.items[i].chars > LABEL)
                return &page->elements.items[widest];
        if (prose_in(page, e) > CARD_PROSE)
            break;
        widest = up;
    }
    return &page->elements.items[widest];
}

// Not where the article itself is made of such: a list of apps.
static void drop_cards(Filter *f)
{
    uint32_t prose = 0, all = prose_behind(f->page, f->taken, 0);
    for (uint32_t i = 0; i < f->page->pieces.count; i++)
        if (heads_card(f, i))
            prose += prose_in(f->page, card_of(f, i));
    if (prose * 2 > all)
        return;
    for (uint32_t i = 0; i < f->page->pieces.count; i++) {
        const Element *e = heads_card(f, i) ? card_of(f, i) : NULL;
        if (!e || e->piece_end - e->piece < 2)
            continue;
        for (uint32_t k = e->piece; k < e->piece_end; k++)
            drop_piece(f, k, "related links");
    }
}

// Lines that name who took a picture, or say what it shows, become captions.
static void find_credits(Filter *f)
{
    HtmlPage *page = f->page;
    for (uint32_t i = 0; i < page->pieces.count; i++) {
        Piece *p = &page->pieces.items[i];
        if (!is_live(f, i) || i == f->title || (p->kind != PIECE_TEXT && p->kind != PIECE_ITEM))
            continue;
        bool picture = i > 0 && p[-1].kind == PIECE_PICTURE && same_words(p[-1].text, p->text);
        if (picture || picture_line(p->text) != PICTURE_NONE)
            p->kind = PIECE_CAPTION;
    }
}

static void drop_lines(Filter *f)
{
    for (uint32_t i = 0; i < f->page->pieces.count; i++) {
        const Piece *p = &f->page->pieces.items[i];
        const char *reason = is_live(f, i) ? line_reason(p) : NULL;
        if (!reason && is_live(f, i) && i < f->head_end)
            reason = head_line_reason(p, &f->arena);
        if (reason)
            drop_piece(f, i, reason);
    }
}

// The widest element that begins with a heading of links and holds little prose and many
// links.
static const Element *links_below(const Filter *f, uint32_t heading)
{
    const HtmlPage *page = f->page;
    uint32_t widest = page->pieces.items[heading].box, all = page->prose[page->pieces.count];
    for (uint32_t up = page->elements.items[widest].parent; up;
         up = page->elements.items[up].parent) {
        const Element *e = &page->elements.items[up];
        if (e->piece < heading || prose_in(page, e) * 5 > all)
            break;
        if (linked_in(page, e) * 5 > chars_in(page, e))
            widest = up;
    }
    return &page->elements.items[widest];
}

// Below "Related stories" stand links, and nothing else in that box.
static void drop_sections(Filter *f)
{
    HtmlPage *page = f->page;
    for (uint32_t i = 0; i < page->pieces.count; i++) {
        const Piece *p = &page->pieces.items[i];
        bool may = is_live(f, i) && (p->kind == PIECE_HEADING || p->kind == PIECE_TEXT);
        const char *reason = may ? page_heading_reason(p->text) : NULL;
        if (!reason)
            continue;
        drop_piece(f, i, reason);
        const Element *e = has_own_box(page, i) ? links_below(f, i) : NULL;
        for (uint32_t k = e ? e->piece : 0; e && k < e->piece_end; k++)
            drop_piece(f, k, reason);
    }
}

// Below the last prose of a whole page stand headings of nothing, and labels.
static void drop_tail(Filter *f)
{
    enum { LABEL = 50, WHOLE_PAGE = 1000 }; // characters
    bool whole = prose_behind(f->page, f->taken, 0) >= WHOLE_PAGE;
    for (uint32_t i = f->page->pieces.count; i > f->body + 1; i--) {
        const Piece *p = &f->page->pieces.items[i - 1];
        if (!is_live(f, i - 1) || p->kind == PIECE_PICTURE || p->kind == PIECE_CAPTION)
            continue;
        bool label = whole && p->kind == PIECE_TEXT && !p->stop && p->chars < LABEL;
        if (p->kind != PIECE_HEADING && !label)
            return;
        drop_piece(f, i - 1, label ? "label below the article" : "heading of nothing");
    }
}

static uint64_t hash_words(Str s)
{
    uint64_t hash = STR_HASH_SEED;
    for (size_t i = 0; i < s.len;) {
        Char c = utf8_at(s, i);
        i += c.len;
        if (!code_is_letter(c.code) && !code_is_digit(c.code))
            continue;
        uint32_t low = code_lower(c.code);
        for (int k = 0; k < 4; k++)
            hash = str_hash_byte(hash, (char)(low >> 8 * k));
    }
    return hash;
}

// A long line that was said before.
static void drop_repeats(Filter *f)
{
    enum { LONG = 35 }; // characters without blanks
    uint32_t size = 64;
    while (size < f->page->pieces.count * 2)
        size *= 2;
    uint64_t *seen = ALLOC(&f->arena, uint64_t, size);
    for (uint32_t i = 0; i < f->page->pieces.count; i++) {
        const Piece *p = &f->page->pieces.items[i];
        if (!is_live(f, i) || p->chars < LONG || p->kind == PIECE_PICTURE ||
            p->kind == PIECE_CAPTION)
            continue;
        uint64_t hash = hash_words(p->text) | 1;
        uint32_t at = (uint32_t)hash & (size - 1);
        while (seen[at] && seen[at] != hash)
            at = (at + 1) & (size - 1);
        if (seen[at])
            drop_piece(f, i, "said before");
        seen[at] = hash;
    }
}

void filter_pieces(HtmlPage *page, const bool *taken, uint32_t title, Arena scratch)
{
    Filter f = {.page = page, .taken = taken, .title = title, .arena = scratch};
    sum_pieces(page);
    f.body = first_prose(page, taken, title < page->pieces.count ? title + 1 : 0);
    f.head_end = first_prose(page, taken, f.body + 1);
    find_credits(&f);
    drop_sections(&f);
    drop_cards(&f);
    drop_lines(&f);
    drop_repeats(&f);
    drop_tail(&f);
}
