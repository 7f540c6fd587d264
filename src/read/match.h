// Words and beginnings of a line, compared in any case of ASCII letters.
#ifndef LECTERN_READ_MATCH_H
#define LECTERN_READ_MATCH_H

#include "base/str.h"

static inline bool starts_nocase(Str s, Str prefix)
{
    return s.len >= prefix.len && str_equal_nocase(str_slice(s, 0, prefix.len), prefix);
}
// Whether s begins with the first letter of `word`, in any case: most comparisons end
// here. True of other characters too.
static inline bool same_letter(Str s, const char *word)
{
    return s.len && ((s.data[0] ^ word[0]) & 0x1F) == 0;
}
static inline bool is_web_address(Str s)
{
    return starts_nocase(s, STR("https://")) || starts_nocase(s, STR("http://"));
}
bool any_equals(Str s, const char *const *list, size_t count);
bool any_starts(Str s, const char *const *list, size_t count);
bool contains_nocase(Str s, Str needle); // costs the product of the lengths: for lines

// s on one line, white space run together, without characters that nobody sees and a
// terminal would obey.
Str on_one_line(Str s, Arena *arena);

// The next word of s from *at on, up to a blank; empty at the end.
Str take_word(Str s, size_t *at);
uint32_t words_in(Str s);

#endif
