#include "read/text/lines.h"

#include "base/utf8.h"

enum { TAB = 8, INDENT_MAX = 1000 };

static uint16_t indent_of(Str text, uint32_t beg, uint32_t end)
{
    uint32_t column = 0;
    for (uint32_t i = beg; i < end && column < INDENT_MAX;) {
        Char c = utf8_at(text, i);
        column = c.code == '\t' ? (column / TAB + 1) * TAB : column + 1;
        i += c.len;
    }
    return (uint16_t)column;
}

static TextLine measure_line(Str text, uint32_t beg, uint32_t end)
{
    TextLine line = {0};
    Span span = trim_span(text, (Span){beg, end});
    uint32_t first = span.beg, last = span.end;
    if (first == last)
        return line;
    line.span = (Span){first, last};
    line.indent = indent_of(text, beg, first);
    for (uint32_t i = first; i < last && line.quote < 100; i++) {
        if (text.data[i] == '>')
            line.quote++;
        else if (text.data[i] != ' ')
            break;
    }
    for (uint32_t i = first; i < last; i++)
        line.width += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    return line;
}

// ">" alone stands for a blank line of what is quoted.
static bool is_bare_quote(Str text, const TextLine *line)
{
    for (uint32_t i = line->span.beg; i < line->span.end; i++)
        if (text.data[i] != '>' && text.data[i] != ' ')
            return false;
    return line->quote > 0;
}

Lines split_lines(Str text, Arena *arena)
{
    Lines lines = {.text = text};
    bool blank = true;
    for (uint32_t beg = 0; beg < text.len;) {
        const char *lf = memchr(text.data + beg, '\n', text.len - beg);
        uint32_t end = lf ? (uint32_t)(lf - text.data) : (uint32_t)text.len;
        TextLine line = measure_line(text, beg, end);
        bool shown = line.span.end > line.span.beg && !is_bare_quote(text, &line);
        if (shown) {
            line.after_blank = blank;
            *PUSH(&lines.items, arena) = line;
        }
        blank = !shown;
        beg = end + 1;
    }
    return lines;
}

Str line_str(const Lines *lines, uint32_t i)
{
    return str_span(lines->text, lines->items.items[i].span);
}

static bool code_ends_sentence(uint32_t c)
{
    return c == '.' || c == '?' || c == '!' || c == 0x2026 || c == 0x3002 || c == 0xFF01 ||
           c == 0xFF1F || c == 0x964 || c == 0x61F || c == 0x6D4 || c == 0x589;
}

// The length of s without note marks at its end: "as was shown.[3][4]"
static size_t without_notes(Str s)
{
    size_t len = s.len;
    while (len > 2 && s.data[len - 1] == ']') {
        size_t i = len - 1;
        while (i > 0 && is_digit(s.data[i - 1]))
            i--;
        if (i == len - 1 || i == 0 || s.data[i - 1] != '[')
            break;
        len = i - 1;
    }
    return len;
}

bool line_ends_sentence(const Lines *lines, uint32_t i)
{
    Str s = line_str(lines, i);
    for (size_t end = without_notes(s); end > 0;) {
        Char c = utf8_before(s, end);
        if (code_ends_sentence(c.code))
            return true;
        bool word = code_is_letter(c.code) || code_is_digit(c.code) || c.code == '$' ||
                    c.code == '%' || c.code == ',' || c.code == ';' || c.code == ':' ||
                    c.code == '-' || c.code == 0x2014 || c.code == 0x2013;
        if (word)
            return false;
        end -= c.len;
    }
    return false;
}
