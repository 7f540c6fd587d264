// HTML out: everything that comes from an article is escaped here.
#ifndef LECTERN_PUBLISH_HTML_H
#define LECTERN_PUBLISH_HTML_H

#include <stdio.h>

#include "base/str.h"

void html_text(FILE *out, Str s);  // between elements
void html_value(FILE *out, Str s); // of an attribute, between quotation marks
void html_attribute(FILE *out, const char *name, Str value); // ' name="value"'

// A span of words in another language than those around it; of XML, where it is so. The
// caller closes it.
void html_open_language(FILE *out, Str language, bool xml);

// " [synthetic voice]" where the words around it are not English: programs look for that, and
// people who do not read the language.
void html_synthetic_sign(FILE *out, Str language);

// "1.234" for 1,234 ms, without zeros at the end.
void html_seconds(FILE *out, int64_t ms);

// "1:05" or "2:01:05", rounded down.
void html_clock(FILE *out, int64_t ms);
Str clock_words(int64_t ms, Arena *arena);

#endif
