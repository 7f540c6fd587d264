// Where on a page its article is: three guesses, each by other signs, and the one that
// agrees most with the others.
#ifndef LECTERN_READ_HTML_CANDIDATES_H
#define LECTERN_READ_HTML_CANDIDATES_H

#include "read/html_pieces.h"

// Whether each piece is of the article; in order of the pieces. Linear in the page, but for
// the depth of an element, of which five are looked at.
const bool *choose_article(const HtmlPage *page, Arena *arena);

#endif
