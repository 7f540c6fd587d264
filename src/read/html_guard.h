// What is refused of HTML before it is parsed.
#ifndef LECTERN_READ_HTML_GUARD_H
#define LECTERN_READ_HTML_GUARD_H

#include "base/error.h"

// Refuses (ERR_ARTICLE) a tag with more than 1,000 attributes: a parser compares each with
// all others. The place is that of the tag. Linear.
NODISCARD bool check_html(Str html, Error *err);

#endif
