#include "read/match.h"

#include "base/utf8.h"

bool any_equals(Str s, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (same_letter(s, list[i]) && str_equal_nocase(s, str_from(list[i])))
            return true;
    return false;
}

bool any_starts(Str s, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (same_letter(s, list[i]) && starts_nocase(s, str_from(list[i])))
            return true;
    return false;
}

bool contains_nocase(Str s, Str needle)
{
    for (size_t i = 0; i + needle.len <= s.len; i++)
        if (starts_nocase(str_slice(s, i, s.len), needle))
            return true;
    return false;
}

Str on_one_line(Str s, Arena *arena)
{
    Buf b = new_buf(arena);
    for (size_t i = 0; i < s.len;) {
        Char c = utf8_at(s, i);
        bool blank = code_is_space(c.code) || code_is_invisible(c.code);
        if (!blank)
            buf_code(&b, c.code);
        else if (b.len && b.data[b.len - 1] != ' ')
            buf_char(&b, ' ');
        i += c.len;
    }
    return str_trim(buf_str(&b));
}

// The next word of s from *at on, up to a blank; empty at the end.
Str take_word(Str s, size_t *at)
{
    while (*at < s.len && is_space(s.data[*at]))
        ++*at;
    size_t beg = *at;
    while (*at < s.len && !is_space(s.data[*at]))
        ++*at;
    return str_slice(s, beg, *at);
}

uint32_t words_in(Str s)
{
    uint32_t words = 0;
    for (size_t at = 0; take_word(s, &at).len;)
        words++;
    return words;
}
