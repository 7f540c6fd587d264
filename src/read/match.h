// Words and beginnings of a line, compared in any case of ASCII letters.
#ifndef LECTERN_READ_MATCH_H
#define LECTERN_READ_MATCH_H

#include "base/str.h"

bool starts_nocase(Str s, Str prefix);
bool any_equals(Str s, const char *const *list, size_t count);
bool any_starts(Str s, const char *const *list, size_t count);
bool contains_nocase(Str s, Str needle); // costs the product of the lengths: for lines

// The next word of s from *at on, up to a blank; empty at the end.
Str take_word(Str s, size_t *at);

#endif
