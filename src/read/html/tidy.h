// HTML before it is parsed: what no article has is taken out, and what would cost a parser
// its square is refused.
#ifndef LECTERN_READ_HTML_TIDY_H
#define LECTERN_READ_HTML_TIDY_H

#include "base/error.h"

// From byte `at` of the tidy text on, `removed` bytes of the input are missing before it.
typedef struct {
    uint32_t at, removed;
} Cut;

typedef struct {
    Str text; // the input itself where nothing was taken out
    LIST(Cut) cuts;
} TidyHtml;

// Takes out what scripts and style sheets hold (but for JSON, which tells of the article),
// comments, and long values of attributes that nobody here reads: a third of most pages.
// Where it is not certain how a browser would read on, it is left in. Refuses (ERR_ARTICLE)
// a tag with more than 1,000 attributes: a parser compares each with all others. Linear.
NODISCARD bool tidy_html(Str html, Arena *arena, TidyHtml *out, Error *err);

// The byte of the input that byte `at` of the tidy text was.
uint32_t untidy_source(const TidyHtml *tidy, uint32_t at);

#endif
