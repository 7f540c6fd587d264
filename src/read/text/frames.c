#include "read/text/frames.h"

#include "read/dates.h"
#include "read/furniture.h"
#include "read/mail/lines.h"
#include "read/mail/mime.h"
#include "read/match.h"
#include "read/reader.h"

static Span lines_span(const Lines *lines, uint32_t beg, uint32_t end)
{
    return (Span){lines->items.items[beg].span.beg, lines->items.items[end - 1].span.end};
}

static void take_value(Key key, Str value, Article *article, Arena *arena)
{
    Str date;
    if (key == KEY_AUTHOR)
        set_once(&article->byline, name_of_sender(value));
    if (key == KEY_DATE && parse_date(value, arena, &date))
        set_once(&article->date, date);
    if (key == KEY_LANGUAGE)
        set_once(&article->language, value);
}

// --- mail

// Lines of the head: fields and their indented continuations, up to a blank line.
// 0: it is no mail. From and Subject must be there.
static uint32_t mail_head(const Lines *lines)
{
    uint32_t i = 0, known = 0;
    bool from = false, subject = false;
    for (; i < lines->items.count; i++) {
        const TextLine *line = &lines->items.items[i];
        Str s = line_str(lines, i);
        size_t name = field_name_len(s);
        if (i > 0 && line->after_blank)
            break;
        if (i > 0 && line->indent > 0)
            continue;
        if (name == 0)
            return 0;
        Str field = str_slice(s, 0, name);
        known += is_mail_field(field);
        from |= str_equal_nocase(field, STR("From"));
        subject |= str_equal_nocase(field, STR("Subject"));
    }
    return from && subject && known >= 2 ? i : 0;
}

// The subject is the title and stands in the text; the fields around it are dropped.
static void take_mail_field(const Lines *lines, uint32_t i, Article *article, Arena *arena)
{
    Str line = line_str(lines, i), value;
    Span span = lines->items.items[i].span;
    Key key = parse_key_line(line, &value);
    bool title =
        key == KEY_TITLE && str_starts(line, STR("S")) && value.len && article->title.len == 0;
    if (!title) {
        add_dropped_block(article, arena, BLOCK_CREDIT, span, MAIL_HEADER);
        if (key != KEY_NONE)
            take_value(key, value, article, arena);
        return;
    }
    value = title_of_subject(value);
    uint32_t at = (uint32_t)(value.data - article->text.data);
    article->title = value;
    add_drop(article, arena, (Span){span.beg, at}, MAIL_HEADER);
    add_block(article, arena, BLOCK_TITLE, (Span){at, at + (uint32_t)value.len});
}

// The line "--" above a signature, or the number of lines.
static uint32_t signature_line(const Lines *lines, uint32_t beg)
{
    enum { SIGNATURE_LINES = 30 };
    uint32_t count = lines->items.count;
    uint32_t first =
        count > SIGNATURE_LINES && count - SIGNATURE_LINES > beg ? count - SIGNATURE_LINES : beg;
    for (uint32_t i = count; i > first; i--)
        if (str_equal(line_str(lines, i - 1), STR("--")))
            return i - 1;
    return count;
}

static Frame find_mail(const Lines *lines, uint32_t head, Article *article, Arena *arena)
{
    for (uint32_t i = 0; i < head; i++)
        take_mail_field(lines, i, article, arena);
    Frame frame = {head, signature_line(lines, head), article->title.len > 0, false};
    if (frame.end < lines->items.count)
        add_drop(article, arena, lines_span(lines, frame.end, lines->items.count), "signature");
    return frame;
}

// --- e-books

// "*** START OF THE PROJECT GUTENBERG EBOOK ..." from line i on, or the number of lines.
static uint32_t find_book_mark(const Lines *lines, uint32_t i, Str which)
{
    for (; i < lines->items.count; i++) {
        Str s = line_str(lines, i);
        if (str_starts(s, STR("***")) && contains_nocase(str_slice(s, 0, 80), which) &&
            contains_nocase(str_slice(s, 0, 80), STR("PROJECT GUTENBERG")))
            break;
        // Before 2001 or so the legal lines came first, and ended so.
        if (str_starts(s, STR("*END")) && str_equal(which, STR("START OF")) &&
            contains_nocase(str_slice(s, 0, 80), STR("THE SMALL PRINT!")))
            break;
    }
    return i;
}

static void take_book_head(const Lines *lines, uint32_t mark, Article *article, Arena *arena)
{
    for (uint32_t i = 0; i < mark; i++) {
        Str value;
        Key key = parse_key_line(line_str(lines, i), &value);
        if (key == KEY_TITLE && value.len)
            set_once(&article->title, value);
        else if (key != KEY_NONE && value.len)
            take_value(key, value, article, arena);
    }
    add_drop(article, arena, lines_span(lines, 0, mark + 1), "Project Gutenberg header");
}

static Frame find_book(const Lines *lines, Article *article, Arena *arena)
{
    uint32_t count = lines->items.count, start = find_book_mark(lines, 0, STR("START OF"));
    if (start == count)
        return (Frame){0, count, false, false};
    take_book_head(lines, start, article, arena);
    Frame frame = {start + 1, find_book_mark(lines, start + 1, STR("END OF")), false, true};
    if (frame.end < count)
        add_drop(article, arena, lines_span(lines, frame.end, count), "Project Gutenberg licence");
    return frame;
}

Frame find_frame(const Lines *lines, Article *article, Arena *arena)
{
    uint32_t head = mail_head(lines);
    return head ? find_mail(lines, head, article, arena) : find_book(lines, article, arena);
}
