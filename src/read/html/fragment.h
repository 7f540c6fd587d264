// Pieces of HTML inside another format: the body of a feed's entry or of a mail.
#ifndef LECTERN_READ_HTML_FRAGMENT_H
#define LECTERN_READ_HTML_FRAGMENT_H

#include "base/error.h"
#include "read/tree.h"

// The tree of a piece of HTML. `source`: the byte of Article.decoded where it begins.
NODISCARD bool parse_fragment(Str html, uint32_t source, Arena *arena, Node **out, Error *err);

// Words as a piece of HTML: blank lines part paragraphs. Empty stays empty.
Str markup_of_text(Str text, Arena *arena);

// Whether there is an element in it: "a < b" has none.
bool has_markup(Str s);

// The words of a piece of HTML on one line: a title, a name.
Str words_of_markup(Str html, Arena *arena);

#endif
