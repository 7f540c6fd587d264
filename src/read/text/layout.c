#include "read/text/layout.h"

#include "base/utf8.h"

const char *const LAYOUT_NAMES[LAYOUTS] = {
    [LAYOUT_LINES] = "a line is a paragraph",
    [LAYOUT_VERSE] = "verse",
    [LAYOUT_WRAP_BLANK] = "wrapped lines, blank lines between paragraphs",
    [LAYOUT_WRAP_INDENT] = "wrapped lines, paragraphs indented",
    [LAYOUT_WRAP_TIGHT] = "wrapped lines, nothing between paragraphs",
};

// A line this wide was never wrapped by hand.
enum { LONG_LINE = 160, WIDTHS = LONG_LINE + 2, INDENTS = 64 };

// Nobody wraps prose at less.
enum { LEAST_MEASURE = 30 };

typedef struct {
    uint32_t pairs;     // lines with a line directly below
    uint32_t unfitting; // of those, where the next line's first word had no room
    uint32_t ended;     // of those, where a sentence ends with the line
    uint32_t indented;  // lines that stand right of the margin
    uint32_t blanks;    // lines with a blank line above
    uint32_t count;
} Tally;

// East Asian text may break before any character.
static uint32_t first_word_width(const Lines *lines, uint32_t i)
{
    enum { EAST_ASIAN = 0x2E80 };
    Str s = line_str(lines, i);
    uint32_t width = 0;
    for (size_t k = 0; k < s.len && s.data[k] != ' ' && s.data[k] != '\t';) {
        Char c = utf8_at(s, k);
        k += c.len;
        width++;
        if (c.code >= EAST_ASIAN)
            break;
    }
    return width;
}

static bool has_blank(Str s)
{
    return s.len && memchr(s.data, ' ', s.len) != NULL;
}

static bool is_pair(const Lines *lines, uint32_t i, uint32_t end)
{
    return i + 1 < end && !lines->items.items[i + 1].after_blank;
}

static uint32_t line_right(const TextLine *line)
{
    return line->indent + line->width;
}

// The right edge. A lone address that no wrapping could break does not count.
static uint32_t find_measure(const Lines *lines, uint32_t beg, uint32_t end)
{
    uint32_t measure = 0;
    for (uint32_t i = beg; i < end; i++) {
        const TextLine *line = &lines->items.items[i];
        if (is_pair(lines, i, end) && line_right(line) > measure && has_blank(line_str(lines, i)))
            measure = line_right(line);
    }
    return measure;
}

// The least indent that one line in ten has. Where paragraphs are of a line or
// two, most lines may be indented ones.
static uint16_t find_margin(const Lines *lines, uint32_t beg, uint32_t end)
{
    uint32_t counts[INDENTS] = {0};
    for (uint32_t i = beg; i < end; i++) {
        uint16_t indent = lines->items.items[i].indent;
        counts[indent < INDENTS ? indent : INDENTS - 1]++;
    }
    uint16_t margin = 0;
    while (margin < INDENTS - 1 && counts[margin] * 10 < end - beg)
        margin++;
    return margin;
}

// The width that one line in twenty exceeds, at most WIDTHS - 1.
static uint32_t wide_width(const Lines *lines, uint32_t beg, uint32_t end)
{
    uint32_t counts[WIDTHS] = {0};
    for (uint32_t i = beg; i < end; i++) {
        uint32_t width = lines->items.items[i].width;
        counts[width < WIDTHS ? width : WIDTHS - 1]++;
    }
    uint32_t above = 0, width = WIDTHS - 1;
    for (; width > 0; width--) {
        above += counts[width];
        if (above * 20 > end - beg)
            break;
    }
    return width;
}

static Tally tally_lines(const Lines *lines, const Shape *shape, uint32_t beg, uint32_t end)
{
    Tally tally = {.count = end - beg};
    for (uint32_t i = beg; i < end; i++) {
        const TextLine *line = &lines->items.items[i];
        tally.indented += line->indent >= shape->margin + 2;
        tally.blanks += i > beg && line->after_blank;
        // Verse between paragraphs says nothing of how those are wrapped.
        bool inset = i + 1 < end && line->indent >= shape->margin + 2 &&
                     lines->items.items[i + 1].indent >= shape->margin + 2 &&
                     !line_ends_sentence(lines, i);
        if (!is_pair(lines, i, end) || inset)
            continue;
        tally.pairs++;
        if (line_ends_sentence(lines, i))
            tally.ended++;
        else
            tally.unfitting +=
                line_right(line) + 1 + first_word_width(lines, i + 1) > shape->measure;
    }
    return tally;
}

// Wrapped lines break where they must: one in five or more inside a sentence, and
// three in four of those for want of room.
static bool is_wrapped(const Shape *shape, const Tally *tally)
{
    uint32_t open = tally->pairs - tally->ended;
    return shape->measure >= LEAST_MEASURE && open * 5 >= tally->pairs &&
           tally->unfitting * 4 >= open * 3;
}

Shape find_shape(const Lines *lines, uint32_t beg, uint32_t end)
{
    Shape shape = {LAYOUT_LINES, find_measure(lines, beg, end), find_margin(lines, beg, end)};
    Tally tally = tally_lines(lines, &shape, beg, end);
    if (tally.pairs == 0 || wide_width(lines, beg, end) > LONG_LINE)
        return shape;
    if (is_wrapped(&shape, &tally)) {
        bool by_indent = tally.indented > 0 && tally.indented >= tally.blanks;
        shape.kind = by_indent          ? LAYOUT_WRAP_INDENT
                     : tally.blanks > 0 ? LAYOUT_WRAP_BLANK
                                        : LAYOUT_WRAP_TIGHT;
    } else if (tally.ended * 5 < tally.pairs * 3 && tally.pairs * 2 >= tally.count) {
        shape.kind = LAYOUT_VERSE;
    }
    return shape;
}

// Whether the first word of line i would have stood at the end of the line above.
static bool had_room(const Lines *lines, const Shape *shape, uint32_t i)
{
    return line_right(&lines->items.items[i - 1]) + 1 + first_word_width(lines, i) <=
           shape->measure;
}

static bool is_verse(const Lines *lines, const Shape *shape, uint32_t beg, uint32_t end)
{
    uint32_t widest = 0, open = 0;
    for (uint32_t i = beg; i < end; i++) {
        const TextLine *line = &lines->items.items[i];
        if (line->indent < shape->margin + 2 || line->quote)
            return false;
        widest = line_right(line) > widest ? line_right(line) : widest;
    }
    for (uint32_t i = beg; i + 1 < end; i++)
        open += line_right(&lines->items.items[i]) + 1 + first_word_width(lines, i + 1) <= widest;
    return end - beg > 1 && widest < shape->measure && (open * 2 >= end - beg - 1);
}

void mark_verse(Lines *lines, const Shape *shape, uint32_t beg, uint32_t end)
{
    if (shape->kind != LAYOUT_WRAP_BLANK)
        return;
    for (uint32_t i = beg; i < end;) {
        uint32_t last = i + 1;
        while (last < end && !lines->items.items[last].after_blank)
            last++;
        bool verse = is_verse(lines, shape, i, last);
        for (; i < last; i++)
            lines->items.items[i].verse = verse;
    }
}

bool begins_paragraph(const Lines *lines, const Shape *shape, uint32_t i)
{
    const TextLine *line = &lines->items.items[i];
    if (line->quote != lines->items.items[i - 1].quote)
        return true;
    if (line->after_blank || line->verse || shape->kind == LAYOUT_LINES ||
        shape->kind == LAYOUT_VERSE)
        return true;
    bool ended = line_ends_sentence(lines, i - 1);
    // A block that is indented as a whole is told from paragraphs of one line.
    if (shape->kind == LAYOUT_WRAP_INDENT)
        return line->indent >= shape->margin + 2 &&
               (lines->items.items[i - 1].indent < line->indent || ended ||
                had_room(lines, shape, i));
    // "... had gone home." and the next word would have had room: a paragraph ends.
    return shape->kind == LAYOUT_WRAP_TIGHT && ended && had_room(lines, shape, i);
}
