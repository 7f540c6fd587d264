// Lines of e-books in plain text, as Project Gutenberg and others make them. Every
// function looks at one paragraph; reasons are static.
#ifndef LECTERN_READ_TEXT_BOOK_LINES_H
#define LECTERN_READ_TEXT_BOOK_LINES_H

#include "base/str.h"

// "CHAPTER IV. The storm", "Part Two", "PROLOGUE". `book`: the text is known to be a book,
// where a bare "IV." is one too.
bool is_chapter_line(Str line, bool book);

// "THE HARBOUR": capitals alone, few words.
bool is_capitals(Str line);

// "[Illustration: The pier]"
bool is_illustration(Str paragraph);

// "[Footnote 3: Of oak.]"
bool is_bracketed_note(Str paragraph);

// What makers of the e-book say of their work: "Produced by ...". NULL: it is none.
const char *book_line_reason(Str paragraph);

#endif
