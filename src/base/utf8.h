// UTF-8 and what Unicode says of its characters.
#ifndef LECTERN_BASE_UTF8_H
#define LECTERN_BASE_UTF8_H

#include "base/str.h"

enum { REPLACEMENT = 0xFFFD };

typedef struct {
    uint32_t code; // REPLACEMENT where the bytes are not UTF-8
    uint32_t len;  // bytes taken: 1..4, and 0 only at the end of the text
} Char;

// The character at byte `at` of s, which is there and no ASCII.
Char utf8_wide_at(Str s, size_t at);
Char utf8_wide_before(Str s, size_t at);

// The character at byte `at` of s. Overlong forms, surrogates and values above
// U+10FFFF are refused (RFC 3629); a bad byte counts as one character.
static inline Char utf8_at(Str s, size_t at)
{
    if (at >= s.len)
        return (Char){0, 0};
    unsigned char byte = (unsigned char)s.data[at];
    return byte < 0x80 ? (Char){byte, 1} : utf8_wide_at(s, at);
}
// The character that ends before byte `at` (which begins a character).
static inline Char utf8_before(Str s, size_t at)
{
    if (at == 0)
        return (Char){0, 0};
    unsigned char byte = (unsigned char)s.data[at - 1];
    return byte < 0x80 ? (Char){byte, 1} : utf8_wide_before(s, at);
}
// Bytes written to out[4].
size_t utf8_encode(uint32_t code, char out[4]);
void buf_code(Buf *b, uint32_t code);
// Offset of the first byte that is not UTF-8, or s.len.
size_t utf8_check(Str s);

// Classes of any code point: ASCII, most of any article, is answered in place, the
// rest by utf8proc.
bool wide_is_letter(uint32_t c);
bool wide_is_upper(uint32_t c);
bool wide_is_lower(uint32_t c);
bool wide_is_digit(uint32_t c);
bool wide_is_space(uint32_t c);
bool wide_is_mark(uint32_t c);
bool wide_is_invisible(uint32_t c);
uint32_t wide_lower(uint32_t c);
uint32_t wide_upper(uint32_t c);

static inline bool code_is_letter(uint32_t c)
{
    return c < 0x80 ? is_alpha((int)c) : wide_is_letter(c);
}
static inline bool code_is_upper(uint32_t c) // upper or title case
{
    return c < 0x80 ? is_upper((int)c) : wide_is_upper(c);
}
static inline bool code_is_lower(uint32_t c)
{
    return c < 0x80 ? is_lower((int)c) : wide_is_lower(c);
}
static inline bool code_is_digit(uint32_t c) // decimal digit of any script
{
    return c < 0x80 ? is_digit((int)c) : wide_is_digit(c);
}
static inline bool code_is_space(uint32_t c) // any white space, no-break ones included
{
    return c < 0x80 ? is_space((int)c) : wide_is_space(c);
}
static inline bool code_is_mark(uint32_t c) // combining
{
    return c >= 0x300 && wide_is_mark(c);
}
// What words are made of, whatever joins them.
static inline bool code_in_word(uint32_t c)
{
    return code_is_letter(c) || code_is_digit(c) || code_is_mark(c);
}
// A symbol or pictograph (So, Sk, Sm, Sc).
bool code_is_symbol(uint32_t c);
// Controls (Cc), formats (Cf: bidi, zero-width), surrogates, private, unassigned.
static inline bool code_is_invisible(uint32_t c)
{
    return c < 0x80 ? c < 0x20 || c == 0x7F : wide_is_invisible(c);
}
static inline uint32_t code_lower(uint32_t c)
{
    return c < 0x80 ? (uint32_t)to_lower((int)c) : wide_lower(c);
}
static inline uint32_t code_upper(uint32_t c)
{
    return c < 0x80 ? (uint32_t)to_upper((int)c) : wide_upper(c);
}

// Without white space at both ends.
Span trim_span(Str text, Span span);
bool is_blank(Str s);                    // nothing but white space
size_t letters_end(Str text, size_t at); // of the letters from `at` on

// s in lower case.
Str utf8_lower(Str s, Arena *arena);
// s with marks taken off Latin letters and ASCII only: "Erdoğan" -> "Erdogan".
// What has no such form is left out.
Str utf8_ascii(Str s, Arena *arena);
// s in Normalization Form C. s must be valid UTF-8.
Str utf8_nfc(Str s, Arena *arena);
// The same of Form D: letters, each with its marks behind it.
Str utf8_nfd(Str s, Arena *arena);

// Double quotation marks and their kin: " “ ” „ ‟ « » 「 」 and the like, singles excluded.
static inline bool code_is_quote_mark(uint32_t c)
{
    return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F) ||
           (c >= 0x300C && c <= 0x300F) || (c >= 0x301D && c <= 0x301F) || c == 0xFF02;
}

#endif
