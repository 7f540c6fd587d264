// Plain text: a head of title, byline and legal lines, paragraphs in any of the
// usual layouts, and a foot.
#include "base/utf8.h"
#include "read/dates.h"
#include "read/furniture.h"
#include "read/reader.h"
#include "read/repeats.h"
#include "read/text/book_lines.h"
#include "read/text/frames.h"
#include "read/text/layout.h"
#include "read/text/wire_lines.h"

typedef struct {
    Span span;
    uint32_t first, last; // lines
    const char *foot;     // why it is dropped as part of the foot; NULL: it is not
} Paragraph;

typedef struct {
    Lines lines;
    Shape shape;
    LIST(Paragraph) paragraphs;
    uint32_t beg;  // first line that is not of a frame
    uint32_t top;  // first line behind the slug of a wire
    uint32_t body; // the body's first line
    uint32_t end;  // one past its last
    bool release;  // a press release, by its label
    bool book;     // an e-book, by its marks
    bool titled;   // the title stands in the text
    bool keyed;    // lines of the head have keys: a title may stand below them
    uint32_t groups;
    Article *article;
    Arena *arena;
} TextReading;

// --- the head

typedef enum {
    HEAD_BODY,  // a sentence: the head is over
    HEAD_SHORT, // may be a title
    HEAD_BYLINE,
    HEAD_COPYRIGHT,
    HEAD_AGENCY,
    HEAD_DATE,
    HEAD_KEY,
    HEAD_LABEL,
    HEAD_RULE,
    HEAD_AUTHOR_TITLE,
    HEAD_SLUG,
    HEAD_PAGE, // a line of the page
    HEAD_CONTACT,
} HeadKind;

enum { SHORT_WIDTH = 150, SHORT_LINES = 3, HEAD_LINES = 60, CENTRED = 8 };

static bool has_letters(Str s)
{
    for (size_t i = 0; i < s.len;) {
        Char c = utf8_at(s, i);
        if (code_is_letter(c.code))
            return true;
        i += c.len;
    }
    return false;
}

// "River rises again", "Who pays?", but not "He left." or "“Stop!”"
static bool is_title_like(const TextReading *r, uint32_t i)
{
    Str s = line_str(&r->lines, i);
    const TextLine *line = &r->lines.items.items[i];
    if (line->width > SHORT_WIDTH || line->quote || !has_letters(s))
        return false;
    char last = s.data[s.len - 1];
    if (last == ',' || last == ';' || last == ':' || last == '-' ||
        str_ends(s, STR("\xE2\x80\x94")))
        return false;
    return !line_ends_sentence(&r->lines, i) || last == '?' || last == '!';
}

static bool parse_byline_at(const TextReading *r, uint32_t i, Str *names)
{
    Str line = line_str(&r->lines, i);
    if (parse_byline(line, names))
        return true;
    // A typist centres "by ann cole" without a capital.
    return r->lines.items.items[i].indent >= CENTRED && parse_small_byline(line, names);
}

static bool follows_byline(const TextReading *r, uint32_t i)
{
    Str names;
    return parse_byline_at(r, i - 1, &names) && !r->lines.items.items[i].after_blank;
}

static const char *head_line_reason(const TextReading *r, Str line)
{
    const char *reason = r->book ? book_line_reason(line) : NULL;
    if (!reason)
        reason = wire_line_reason(line);
    if (!reason && picture_line(line) == PICTURE_CREDIT)
        reason = "photo credit";
    return reason ? reason : page_line_reason(line);
}

// A name or a company below "CONTACT:".
static bool is_below_contact(const TextReading *r, uint32_t i)
{
    enum { LINES = 6 };
    for (uint32_t k = i; k > r->beg && i - k < LINES && !r->lines.items.items[k].after_blank; k--)
        if (is_contact_label(line_str(&r->lines, k - 1)))
            return true;
    return false;
}

static HeadKind classify_head(const TextReading *r, uint32_t i)
{
    Str line = line_str(&r->lines, i), value;
    if (parse_byline_at(r, i, &value))
        return HEAD_BYLINE;
    if (parse_copyright(line, &value))
        return HEAD_COPYRIGHT;
    if (is_agency_line(line))
        return HEAD_AGENCY;
    if (is_release_label(line))
        return HEAD_LABEL;
    if (i <= 1 && (is_slug(line) || is_wire_slug(line)))
        return HEAD_SLUG;
    if (is_author_title(line) && i > 0 && follows_byline(r, i))
        return HEAD_AUTHOR_TITLE;
    if ((r->release && is_contact_line(line)) || is_contact_label(line) || is_below_contact(r, i))
        return HEAD_CONTACT;
    if (head_line_reason(r, line))
        return HEAD_PAGE;
    if (parse_date_only(line, r->arena, &value))
        return HEAD_DATE;
    if (parse_key_line(line, &value) != KEY_NONE)
        return HEAD_KEY;
    if (is_rule_line(line))
        return HEAD_RULE;
    return is_title_like(r, i) ? HEAD_SHORT : HEAD_BODY;
}

// Where a first line stands alone: before a blank line or a long paragraph.
static bool is_lone_title(const TextReading *r)
{
    if (r->end - r->top < 2 || !is_title_like(r, r->top) ||
        is_editors_note(line_str(&r->lines, r->top)) ||
        head_line_reason(r, line_str(&r->lines, r->top)))
        return false;
    const TextLine *next = &r->lines.items.items[r->top + 1];
    return next->after_blank || next->width > SHORT_WIDTH;
}

// "River rises. Nobody sleeps." above "By Ann Cole" is a title too.
static bool is_above_byline(const TextReading *r, uint32_t i)
{
    Str names;
    return r->lines.items.items[i].width <= SHORT_WIDTH && i + 1 < r->end &&
           parse_byline_at(r, i + 1, &names);
}

// A publication's name on a line of its own between the byline and the date or the
// first blank line: "The Harbour Post".
static bool is_publisher_line(const TextReading *r, uint32_t i)
{
    enum { WORDS = 6 };
    if (i == r->beg || i + 1 >= r->end || r->lines.items.items[i].after_blank)
        return false;
    Str s = line_str(&r->lines, i), names;
    bool byline = parse_byline_at(r, i - 1, &names);
    if (!byline || is_author_title(s) || !names_only(s, WORDS))
        return false;
    return r->lines.items.items[i + 1].after_blank || classify_head(r, i + 1) == HEAD_DATE ||
           classify_head(r, i + 1) == HEAD_COPYRIGHT;
}

// A short line with blank lines around it, below lines with keys. One more line may stand
// right below it, which tells more.
static bool is_title_below(const TextReading *r, uint32_t i)
{
    const TextLine *lines = r->lines.items.items;
    if (!r->keyed || i + 1 >= r->end || !lines[i].after_blank || r->article->title.len)
        return false;
    bool pair = i + 2 < r->end && lines[i + 2].after_blank && is_title_like(r, i + 1);
    return lines[i + 1].after_blank || pair;
}

// The lines of the head: up to the last legal or technical one before the first
// sentence. A short line behind one of those is the article's.
static uint32_t find_head(TextReading *r, uint32_t *titles)
{
    uint32_t shorts = 0, end = r->top = r->beg;
    uint32_t limit = r->end - r->beg < HEAD_LINES ? r->end : r->beg + HEAD_LINES;
    for (uint32_t i = r->beg; i < limit; i++) {
        HeadKind kind = classify_head(r, i);
        if (kind == HEAD_SLUG) {
            end = r->top = i + 1;
            continue;
        }
        r->release |= kind == HEAD_LABEL;
        r->keyed |= kind == HEAD_LABEL || kind == HEAD_KEY;
        bool title = shorts == 0 && (kind == HEAD_SHORT || kind == HEAD_BODY);
        if (title && end == r->top && is_above_byline(r, i)) {
            shorts++;
            continue;
        }
        if (title && kind == HEAD_SHORT && end > r->top && is_title_below(r, i)) {
            shorts++;
            end = i + 1;
            continue;
        }
        bool publisher = kind == HEAD_SHORT && is_publisher_line(r, i);
        bool over = kind == HEAD_BODY ||
                    (kind == HEAD_SHORT && !publisher && (end > r->top || ++shorts > SHORT_LINES));
        if (over)
            break;
        if ((kind != HEAD_SHORT && kind != HEAD_RULE && kind != HEAD_PAGE) || publisher)
            end = i + 1;
        Str value;
        if (kind == HEAD_KEY && parse_key_line(line_str(&r->lines, i), &value) == KEY_BODY)
            break;
    }
    *titles = end > r->top ? shorts : 0;
    if (end == r->top && is_lone_title(r)) {
        *titles = 1;
        end = r->top + 1;
    }
    return end;
}

static Span span_of(const TextReading *r, Str part)
{
    uint32_t beg = (uint32_t)(part.data - r->article->text.data);
    return (Span){beg, beg + (uint32_t)part.len};
}

// Mail gives "Ana Ruiz <ana@example.org>"; archives may say "By Ana Ruiz".
static Str author_of_key(Str value)
{
    Str names;
    if (parse_byline(value, &names))
        value = names;
    return str_trim(str_slice(value, 0, str_find(value, STR("<"))));
}

static void take_date(TextReading *r, Str value)
{
    Str date;
    set_once(&r->article->date, parse_date(value, r->arena, &date) ? date : value);
}

// "HEADLINE: River rises": the value may be spoken, the key never is.
static void take_key(TextReading *r, uint32_t i)
{
    Str line = line_str(&r->lines, i), value;
    Span span = r->lines.items.items[i].span;
    Key key = parse_key_line(line, &value);
    static const char REASON[] = "archive header";
    Span name = {span.beg, span_of(r, value).beg};
    if (key == KEY_TITLE && value.len && r->article->title.len == 0) {
        r->article->title = value;
        r->titled = true;
        add_drop(r->article, r->arena, name, REASON);
        add_block(r->article, r->arena, BLOCK_TITLE, span_of(r, value));
        return;
    }
    if (key == KEY_AUTHOR && author_of_key(value).len && r->article->byline.len == 0) {
        r->article->byline = author_of_key(value);
        add_drop(r->article, r->arena, name, REASON);
        add_block(r->article, r->arena, BLOCK_BYLINE, span_of(r, value));
        return;
    }
    if (key == KEY_BODY) {
        add_drop(r->article, r->arena, name, REASON);
        // "BODY: The river rose." The article begins on this line.
        r->lines.items.items[i].span.beg = name.end;
        r->body = value.len ? i : i + 1;
        return;
    }
    add_dropped_block(r->article, r->arena, BLOCK_CREDIT, span, REASON);
    if (key == KEY_DATE)
        take_date(r, value);
    if (key == KEY_PUBLISHER)
        set_once(&r->article->publisher, value);
    if (key == KEY_URL)
        set_once(&r->article->url, value);
    if (key == KEY_LANGUAGE)
        set_once(&r->article->language, value);
}

static void take_title(TextReading *r, uint32_t i)
{
    Span span = r->lines.items.items[i].span;
    Str line = line_str(&r->lines, i);
    if (r->article->title.len && (r->titled || !same_words(line, r->article->title))) {
        Block *block = add_block(r->article, r->arena, BLOCK_PARAGRAPH, span);
        if (block)
            block->role = ROLE_STANDFIRST;
        return;
    }
    r->titled = true;
    Str words = wire_headline(line);
    if (words.len) {
        line = words;
        add_drop(r->article, r->arena, (Span){span.beg, span_of(r, words).beg}, "wire mark");
        add_drop(r->article, r->arena, (Span){span_of(r, words).end, span.end}, "wire mark");
    }
    r->article->title = line;
    add_block(r->article, r->arena, BLOCK_TITLE, span_of(r, line));
}

static void add_role_block(TextReading *r, Span span, Role role)
{
    Block *block = add_block(r->article, r->arena, BLOCK_CREDIT, span);
    if (block)
        block->role = role;
}

static void take_head_line(TextReading *r, uint32_t i, bool title)
{
    Article *article = r->article;
    Str line = line_str(&r->lines, i), value;
    Span span = r->lines.items.items[i].span;
    if (!title && is_publisher_line(r, i)) {
        set_once(&article->publisher, line);
        add_dropped_block(article, r->arena, BLOCK_CREDIT, span, "publisher, said with the byline");
        return;
    }
    switch (title ? HEAD_SHORT : classify_head(r, i)) {
    case HEAD_BYLINE:
        if (parse_byline_at(r, i, &value))
            set_once(&article->byline, value);
        add_block(article, r->arena, BLOCK_BYLINE, span);
        return;
    case HEAD_COPYRIGHT:
        if (parse_copyright(line, &value))
            set_once(&article->publisher, value);
        add_role_block(r, span, ROLE_COPYRIGHT);
        return;
    case HEAD_AUTHOR_TITLE:
        add_role_block(r, span, ROLE_AUTHOR_TITLE);
        return;
    case HEAD_SLUG:
        add_dropped_block(article, r->arena, BLOCK_CREDIT, span, "slug");
        return;
    case HEAD_PAGE:
        add_dropped_block(article, r->arena, BLOCK_CREDIT, span, head_line_reason(r, line));
        return;
    case HEAD_CONTACT:
        add_dropped_block(article, r->arena, BLOCK_CREDIT, span, "contact");
        return;
    case HEAD_AGENCY:
        set_once(&article->publisher, line);
        add_dropped_block(article, r->arena, BLOCK_CREDIT, span, "agency line");
        return;
    case HEAD_DATE:
        take_date(r, line);
        add_role_block(r, span, ROLE_DATE);
        return;
    case HEAD_LABEL:
        r->release = true;
        add_dropped_block(article, r->arena, BLOCK_CREDIT, span, "release label");
        return;
    case HEAD_RULE:
        add_drop(article, r->arena, span, "rule");
        return;
    case HEAD_KEY:
        take_key(r, i);
        return;
    case HEAD_SHORT:
    case HEAD_BODY:
        take_title(r, i);
    }
}

static bool takes_title(const TextReading *r, uint32_t i, uint32_t titles, uint32_t end)
{
    if (titles == 0)
        return false;
    HeadKind kind = classify_head(r, i);
    return (end == r->top + 1 && i == r->top) || kind == HEAD_SHORT ||
           (kind == HEAD_BODY && is_above_byline(r, i));
}

// Gives the first line of the body.
static uint32_t read_head(TextReading *r)
{
    uint32_t titles, end = find_head(r, &titles);
    r->body = end;
    for (uint32_t i = r->beg; i < end; i++) {
        bool publisher = is_publisher_line(r, i);
        take_head_line(r, i, !publisher && takes_title(r, i, titles, end));
    }
    return r->body;
}

// --- the body

typedef enum { MARKER_NONE, MARKER_DASH, MARKER_BULLET } Marker;

// The mark that makes a line an item; `*len` with the blanks behind it.
static Marker marker_of(Str line, uint32_t *len)
{
    Char c = utf8_at(line, 0);
    bool bullet = c.code == '*' || c.code == 0x2022 || c.code == 0x2023 || c.code == 0x25E6 ||
                  c.code == 0x25AA || c.code == 0x25CF || c.code == 0x2043 || c.code == 0xB7;
    if (!bullet && c.code != '-')
        return MARKER_NONE;
    uint32_t end = c.len;
    while (end < line.len && (line.data[end] == ' ' || line.data[end] == '\t'))
        end++;
    if (end == c.len || end >= line.len)
        return MARKER_NONE;
    *len = end;
    return bullet ? MARKER_BULLET : MARKER_DASH;
}

// A dash at the head of a line may be punctuation that the wrapping brought there.
static bool begins_item(const TextReading *r, uint32_t i)
{
    uint32_t len;
    Marker marker = marker_of(line_str(&r->lines, i), &len);
    if (marker != MARKER_DASH)
        return marker == MARKER_BULLET;
    Str above = line_str(&r->lines, i - 1);
    return line_ends_sentence(&r->lines, i - 1) || str_ends(above, STR(":")) ||
           marker_of(above, &len) == MARKER_DASH;
}

static bool is_sign_line(Str line)
{
    return is_rule_line(line) || is_end_mark(line);
}

// Between wrapped lines "Advertisement" is a line for itself.
static bool is_lone_page_line(const TextReading *r, uint32_t i)
{
    const TextLine *line = &r->lines.items.items[i];
    bool above = line->after_blank || i == 0 || line_ends_sentence(&r->lines, i - 1);
    return above && line->width < 40 && page_line_reason(line_str(&r->lines, i)) != NULL;
}

static void find_paragraphs(TextReading *r, uint32_t beg)
{
    uint32_t count = r->end;
    r->shape = find_shape(&r->lines, beg, count);
    // Title pages, lists and verse hide that the lines of a short book are wrapped.
    if (r->book && r->shape.kind == LAYOUT_LINES)
        r->shape.kind = LAYOUT_WRAP_BLANK;
    mark_verse(&r->lines, &r->shape, beg, count);
    r->article->layout = LAYOUT_NAMES[r->shape.kind];
    for (uint32_t i = beg; i < count; i++) {
        Span span = r->lines.items.items[i].span;
        bool begins = i == beg || begins_paragraph(&r->lines, &r->shape, i) ||
                      is_sign_line(line_str(&r->lines, i)) ||
                      is_sign_line(line_str(&r->lines, i - 1)) || begins_item(r, i) ||
                      is_lone_page_line(r, i) || (i > beg && is_lone_page_line(r, i - 1));
        if (begins) {
            *PUSH(&r->paragraphs, r->arena) = (Paragraph){span, i, i, NULL};
        } else {
            Paragraph *last = &r->paragraphs.items[r->paragraphs.count - 1];
            last->span.end = span.end;
            last->last = i;
        }
    }
}

static Str paragraph_str(const TextReading *r, uint32_t i)
{
    return str_span(r->article->text, r->paragraphs.items[i].span);
}

// "3. " or "3) " of an item; `*len` with the blanks behind it. 0: there is none.
static int number_of(Str s, uint32_t *len)
{
    uint32_t digits = 0;
    int number = 0;
    while (digits < s.len && digits < 3 && is_digit(s.data[digits]))
        number = number * 10 + (s.data[digits++] - '0');
    bool mark = digits && digits + 1 < s.len && (s.data[digits] == '.' || s.data[digits] == ')') &&
                is_space(s.data[digits + 1]);
    *len = digits + 1;
    while (mark && *len < s.len && is_space(s.data[*len]))
        ++*len;
    return mark ? number : 0;
}

// The number of paragraph i among others that count up: "2. Ice." below "1. Rest."
static int item_number(const TextReading *r, uint32_t i, uint32_t *len)
{
    uint32_t other;
    int number = number_of(paragraph_str(r, i), len);
    if (number == 0)
        return 0;
    bool above = number > 1 && i > 0 && number_of(paragraph_str(r, i - 1), &other) == number - 1;
    bool below =
        i + 1 < r->paragraphs.count && number_of(paragraph_str(r, i + 1), &other) == number + 1;
    return above || below ? number : 0;
}

static bool is_item(const TextReading *r, uint32_t i, uint32_t *len)
{
    if (item_number(r, i, len))
        return true;
    Marker marker = marker_of(paragraph_str(r, i), len);
    if (marker != MARKER_DASH)
        return marker == MARKER_BULLET;
    uint32_t other;
    bool above = i > 0 && marker_of(paragraph_str(r, i - 1), &other) == MARKER_DASH;
    bool below =
        i + 1 < r->paragraphs.count && marker_of(paragraph_str(r, i + 1), &other) == MARKER_DASH;
    return above || below;
}

enum { HEADING_WIDTH = 80 };

// "CHAPTER I.", and below it "THE HARBOUR"; in a book all lines of capitals.
static bool is_chapter(const TextReading *r, uint32_t i)
{
    Str s = paragraph_str(r, i);
    const Paragraph *p = &r->paragraphs.items[i];
    if (p->first != p->last || r->shape.kind == LAYOUT_VERSE || i + 1 >= r->paragraphs.count)
        return false;
    if (is_chapter_line(s, r->book) || (r->book && is_capitals(s)))
        return true;
    return i > 0 && is_chapter_line(paragraph_str(r, i - 1), r->book) &&
           r->lines.items.items[p->first].width <= HEADING_WIDTH && is_title_like(r, p->first);
}

// A short line without a stop above a paragraph that ends with one.
static bool is_heading(const TextReading *r, uint32_t i)
{
    const Paragraph *p = &r->paragraphs.items[i];
    if (r->shape.kind == LAYOUT_VERSE || p->first != p->last || i + 1 >= r->paragraphs.count)
        return false;
    const Paragraph *next = &r->paragraphs.items[i + 1];
    uint32_t width = r->lines.items.items[p->first].width;
    Str s = paragraph_str(r, i);
    Char first = utf8_at(s, 0);
    bool named = code_is_upper(first.code) || code_is_digit(first.code);
    if (!named || width > HEADING_WIDTH || !is_title_like(r, p->first) || s.data[s.len - 1] == '!')
        return false;
    if (code_is_quote_mark(utf8_before(s, s.len).code))
        return false;
    return next->span.end - next->span.beg > 2 * (p->span.end - p->span.beg) &&
           line_ends_sentence(&r->lines, next->last) &&
           (i == 0 || line_ends_sentence(&r->lines, r->paragraphs.items[i - 1].last));
}

static bool follows_item(const TextReading *r, uint32_t i)
{
    uint32_t len;
    return i > 0 && !r->paragraphs.items[i - 1].foot && is_item(r, i - 1, &len);
}

static void take_item(TextReading *r, uint32_t i, uint32_t marker)
{
    uint32_t len;
    Span span = r->paragraphs.items[i].span;
    r->groups += !follows_item(r, i);
    add_drop(r->article, r->arena, (Span){span.beg, span.beg + marker}, "list mark");
    Block *block =
        add_block(r->article, r->arena, BLOCK_LIST_ITEM, (Span){span.beg + marker, span.end});
    if (!block)
        return;
    block->level = 1;
    block->number = item_number(r, i, &len);
    block->group = r->groups;
}

// "> " at the head of a quoted paragraph; the marks of its other lines are silent.
static uint32_t quote_marks(Str s)
{
    uint32_t len = 0;
    while (len < s.len && (s.data[len] == '>' || s.data[len] == ' '))
        len++;
    return s.len && s.data[0] == '>' ? len : 0;
}

static void take_quote(TextReading *r, uint32_t i)
{
    Span span = r->paragraphs.items[i].span;
    uint32_t marks = quote_marks(paragraph_str(r, i));
    r->groups += i == 0 || quote_marks(paragraph_str(r, i - 1)) == 0;
    add_drop(r->article, r->arena, (Span){span.beg, span.beg + marks}, "quote mark");
    Block *block = add_block(r->article, r->arena, BLOCK_QUOTE, (Span){span.beg + marks, span.end});
    if (!block)
        return;
    block->level = 1;
    block->group = r->groups;
}

// "[3] The council's own figures." below the article.
static uint32_t footnote_mark(Str s)
{
    uint32_t len = 1;
    while (len < s.len && len < 4 && is_digit(s.data[len]))
        len++;
    bool mark = len > 1 && s.data[0] == '[' && len + 1 < s.len && s.data[len] == ']' &&
                s.data[len + 1] == ' ';
    return mark ? len + 1 : 0;
}

static bool take_role_paragraph(TextReading *r, uint32_t i)
{
    Str s = paragraph_str(r, i);
    Span span = r->paragraphs.items[i].span;
    uint32_t mark = footnote_mark(s);
    PictureLine picture = picture_line(s);
    bool shown = picture != PICTURE_NONE || is_illustration(s), note = mark || is_bracketed_note(s);
    if (!is_editors_note(s) && !note && !shown)
        return false;
    Block *block = add_block(r->article, r->arena, shown ? BLOCK_CAPTION : BLOCK_NOTE, span);
    if (block)
        block->role = is_editors_note(s)          ? ROLE_EDITOR
                      : picture == PICTURE_CREDIT ? ROLE_PHOTO_CREDIT
                      : note                      ? ROLE_FOOTNOTE
                                                  : ROLE_NONE;
    if (mark)
        add_drop(r->article, r->arena, (Span){span.beg, span.beg + mark}, "note mark");
    return true;
}

// What stands on the title page of a book and is known: its author.
static const char *front_reason(const TextReading *r, uint32_t i)
{
    enum { FRONT = 12 }; // paragraphs
    Str s = paragraph_str(r, i), names;
    if (book_line_reason(s))
        return book_line_reason(s);
    if (i >= FRONT)
        return NULL;
    if (parse_small_byline(s, &names) || parse_byline(s, &names))
        return "byline again";
    bool author = str_equal_nocase(s, r->article->byline);
    return author || str_starts(s, STR("Author of ")) ? "about the author" : NULL;
}

static void take_paragraph(TextReading *r, uint32_t i)
{
    Str s = paragraph_str(r, i);
    Span span = r->paragraphs.items[i].span;
    uint32_t marker = 0;
    const char *reason = r->paragraphs.items[i].foot;
    if (is_sign_line(s)) {
        bool scene = is_rule_line(s) && !reason;
        add_drop(r->article, r->arena, span, scene ? "scene break" : "end mark");
        return;
    }
    if (reason && strcmp(reason, "copyright line") == 0) {
        add_role_block(r, span, ROLE_COPYRIGHT);
        return;
    }
    if (!reason && take_role_paragraph(r, i))
        return;
    reason = reason ? reason : head_line_reason(r, s);
    if (!reason && r->book)
        reason = front_reason(r, i);
    if (reason) {
        add_dropped_block(r->article, r->arena, BLOCK_CREDIT, span, reason);
    } else if (quote_marks(s)) {
        take_quote(r, i);
    } else if (is_item(r, i, &marker)) {
        take_item(r, i, marker);
    } else if (is_chapter(r, i) || is_heading(r, i)) {
        Block *block = add_block(r->article, r->arena, BLOCK_HEADING, span);
        if (block)
            block->level = 2;
    } else {
        add_block(r->article, r->arena, BLOCK_PARAGRAPH, span);
    }
}

static void take_dateline(TextReading *r, uint32_t i)
{
    Span span = r->paragraphs.items[i].span;
    size_t len = dateline_len(paragraph_str(r, i));
    if (len)
        add_drop(r->article, r->arena, (Span){span.beg, span.beg + (uint32_t)len}, DATELINE);
}

// --- the foot

enum { ABOUT_PARAGRAPHS = 6, ABOUT_WIDTH = 80 };

// "About Harbour Foods" above what a company says of itself in every release.
static bool is_about_line(const TextReading *r, uint32_t i)
{
    Str s = paragraph_str(r, i);
    return s.len < ABOUT_WIDTH && str_starts(s, STR("About ")) &&
           code_is_upper(utf8_at(s, 6).code) && is_title_like(r, r->paragraphs.items[i].first);
}

static void mark_about(TextReading *r)
{
    uint32_t count = r->paragraphs.count;
    bool release = r->release;
    uint32_t beg = count > ABOUT_PARAGRAPHS ? count - ABOUT_PARAGRAPHS : 1;
    for (uint32_t i = beg; i < count; i++)
        release |= is_end_mark(paragraph_str(r, i));
    for (uint32_t i = beg; release && i < count; i++) {
        if (!is_about_line(r, i))
            continue;
        for (uint32_t k = i; k < count; k++)
            if (!is_editors_note(paragraph_str(r, k)))
                r->paragraphs.items[k].foot = "about the organisation";
        return;
    }
}

static const char *foot_reason(const TextReading *r, uint32_t i)
{
    Str s = paragraph_str(r, i);
    if (is_sign_line(s))
        return "end mark";
    const char *reason = foot_line_reason(s);
    return reason ? reason : head_line_reason(r, s);
}

// From the end up to the first paragraph that is the article's. Corrections
// stay, and the foot may go on above them.
static void mark_foot(TextReading *r)
{
    mark_about(r);
    for (uint32_t i = r->paragraphs.count; i > 1; i--) {
        Paragraph *p = &r->paragraphs.items[i - 1];
        if (p->foot || is_editors_note(paragraph_str(r, i - 1)))
            continue;
        p->foot = foot_reason(r, i - 1);
        if (!p->foot)
            return;
        Str publisher;
        if (parse_copyright(paragraph_str(r, i - 1), &publisher))
            set_once(&r->article->publisher, publisher);
    }
}

static void read_running_text(TextReading *r)
{
    r->end = r->lines.items.count;
    find_paragraphs(r, 0);
    for (uint32_t i = 0; i < r->paragraphs.count; i++)
        add_block(r->article, r->arena, BLOCK_PARAGRAPH, r->paragraphs.items[i].span);
}

static bool read_text(Str text, const ReadOptions *options, Arena *arena, Article *out, Error *err)
{
    (void)err;
    TextReading r = {.lines = split_lines(text, arena), .article = out, .arena = arena};
    if (options->paragraph) {
        read_running_text(&r);
        return true;
    }
    Frame frame = find_frame(&r.lines, out, arena);
    r.beg = r.body = frame.beg;
    r.end = frame.end;
    r.keyed = r.titled = frame.titled;
    r.book = frame.book;
    find_paragraphs(&r, read_head(&r));
    mark_foot(&r);
    bool begun = false;
    for (uint32_t i = 0; i < r.paragraphs.count; i++) {
        uint32_t blocks = out->blocks.count;
        take_paragraph(&r, i);
        bool first = !begun && out->blocks.count > blocks &&
                     out->blocks.items[blocks].kind == BLOCK_PARAGRAPH;
        if (first)
            take_dateline(&r, i);
        begun |= first;
    }
    return true;
}

// Any text is plain text, if it is nothing else.
static int sniff_text(const Source *source, Str head)
{
    (void)source;
    (void)head;
    return 1;
}

const Reader text_reader = {.name = "text", .sniff = sniff_text, .read = read_text};
