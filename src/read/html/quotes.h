// Quotation marks that a browser puts around <q>.
#ifndef LECTERN_READ_HTML_QUOTES_H
#define LECTERN_READ_HTML_QUOTES_H

#include "base/str.h"

// Those of a language (BCP 47; empty: English), double, or single within another <q>.
// With the blanks that stand inside.
Str opening_mark(Str language, bool inner);
Str closing_mark(Str language, bool inner);

#endif
