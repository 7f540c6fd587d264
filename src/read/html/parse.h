// The tree of an HTML page or fragment, as browsers would build it.
#ifndef LECTERN_READ_HTML_PARSE_H
#define LECTERN_READ_HTML_PARSE_H

#include "base/error.h"
#include "read/tree.h"

// The document, whose child is `html`. `source` of each node is a byte of `html`.
// Refuses (ERR_ARTICLE) what would take a parser out of all proportion. Linear in what
// is not refused.
NODISCARD bool parse_html(Str html, Arena *arena, Node **out, Error *err);

#endif
