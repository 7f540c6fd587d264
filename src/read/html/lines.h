// Lines within the bounds of an article that are not it, line by line, and those just
// outside that are.
#ifndef LECTERN_READ_HTML_LINES_H
#define LECTERN_READ_HTML_LINES_H

#include "read/html/pieces.h"

// The piece that is the article's title, pieces.count where there is none. `title` is what
// the page is called elsewhere, and may be empty or have the name of the site behind it.
uint32_t find_title(const HtmlPage *page, const bool *taken, Str title);

// What stands above the title is not of the article; a standfirst below it is. Gives the
// piece that is the standfirst, pieces.count where there is none.
uint32_t take_head(const HtmlPage *page, bool *taken, uint32_t title, Arena scratch);

// Gives pieces that are taken their reasons: links, prompts, credits, what comes twice.
void filter_pieces(HtmlPage *page, const bool *taken, uint32_t title, Arena scratch);

#endif
