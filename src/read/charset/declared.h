// What a document, or who sent it, says of its encoding.
#ifndef LECTERN_READ_CHARSET_DECLARED_H
#define LECTERN_READ_CHARSET_DECLARED_H

#include "read/article.h"

typedef struct {
    Str charset;         // as it is called there; empty: nothing is said
    const char *by_whom; // "the server", "the page", static
} Declared;

// The name in the type that the server told, else in <meta>, an XML declaration or
// `@charset` (WHATWG HTML, 13.2.3.2). Looks at the first 64 KiB.
Declared declared_charset(const Source *source);

// "koi8-r" of "text/html; charset=KOI8-R; x"; empty: it names none.
Str charset_in_type(Str content_type);

// Whether the input begins like HTML or XML, or is said to be.
bool is_markup(const Source *source);

#endif
