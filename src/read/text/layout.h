// How the lines of a plain text make up its paragraphs.
#ifndef LECTERN_READ_TEXT_LAYOUT_H
#define LECTERN_READ_TEXT_LAYOUT_H

#include "read/text/lines.h"

typedef enum {
    LAYOUT_LINES,       // a line is a paragraph; blank lines may stand between
    LAYOUT_VERSE,       // lines are kept, as they break on purpose
    LAYOUT_WRAP_BLANK,  // wrapped lines, blank lines between paragraphs
    LAYOUT_WRAP_INDENT, // wrapped lines, a paragraph begins with an indent
    LAYOUT_WRAP_TIGHT,  // wrapped lines, nothing but a short line ends a paragraph
} Layout;
enum { LAYOUTS = LAYOUT_WRAP_TIGHT + 1 };
extern const char *const LAYOUT_NAMES[LAYOUTS]; // for people

typedef struct {
    Layout kind;
    uint32_t measure; // characters of the longest line that has a line below
    uint16_t margin;  // columns before a line that is not indented
} Shape;

// The layout of lines beg..end (not counted).
Shape find_shape(const Lines *lines, uint32_t beg, uint32_t end);

// Tells lines of verse between wrapped lines: a few that are all indented, and broken
// where the next word would have had room.
void mark_verse(Lines *lines, const Shape *shape, uint32_t beg, uint32_t end);

// Whether line i begins a paragraph, given that line i - 1 belongs to the text.
bool begins_paragraph(const Lines *lines, const Shape *shape, uint32_t i);

#endif
