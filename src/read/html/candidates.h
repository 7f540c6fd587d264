// Where on a page its article is: three guesses, each by other signs, which vote.
#ifndef LECTERN_READ_HTML_CANDIDATES_H
#define LECTERN_READ_HTML_CANDIDATES_H

#include "read/html/pieces.h"

// Whether each piece is of the article, as two of the guesses have it; in order of the pieces.
// Linear in the page, but for the depth of an element, of which five are looked at.
bool *choose_article(const HtmlPage *page, Arena *arena);

#endif
