// A plain text as lines: what the layout and the furniture are read from.
#ifndef LECTERN_READ_TEXT_LINES_H
#define LECTERN_READ_TEXT_LINES_H

#include "read/article.h"

// A line that is not blank.
typedef struct {
    Span span;        // bytes of the text, white space at both ends excluded
    uint32_t width;   // characters of span
    uint16_t indent;  // columns of white space before it; a tab goes to the next 8
    uint16_t quote;   // how many ">" it begins with, as mail quotes
    bool after_blank; // a blank line stands before it; true for the first
    bool verse;       // one of several that break on purpose; told by mark_verse
} TextLine;

typedef struct {
    Str text;
    LIST(TextLine) items;
} Lines;

Lines split_lines(Str text, Arena *arena);

// The characters of line i.
Str line_str(const Lines *lines, uint32_t i);

// Whether a sentence ends with the line: a stop; closing marks, notes and
// pictographs may follow.
bool line_ends_sentence(const Lines *lines, uint32_t i);

#endif
