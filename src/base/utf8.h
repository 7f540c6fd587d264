// UTF-8 and what Unicode says of its characters.
#ifndef LECTERN_BASE_UTF8_H
#define LECTERN_BASE_UTF8_H

#include "base/str.h"

enum { REPLACEMENT = 0xFFFD };

typedef struct {
    uint32_t code; // REPLACEMENT where the bytes are not UTF-8
    uint32_t len;  // bytes taken: 1..4, and 0 only at the end of the text
} Char;

// The character at byte `at` of s. Overlong forms, surrogates and values above
// U+10FFFF are refused (RFC 3629); a bad byte counts as one character.
Char utf8_at(Str s, size_t at);
// The character that ends before byte `at` (which begins a character).
Char utf8_before(Str s, size_t at);
// Bytes written to out[4].
size_t utf8_encode(uint32_t code, char out[4]);
void buf_code(Buf *b, uint32_t code);
// Offset of the first byte that is not UTF-8, or s.len.
size_t utf8_check(Str s);

// Classes of any code point (ASCII answered at once, the rest by utf8proc).
bool code_is_letter(uint32_t c);
bool code_is_upper(uint32_t c); // upper or title case
bool code_is_lower(uint32_t c);
bool code_is_digit(uint32_t c); // decimal digit of any script
bool code_is_space(uint32_t c); // any white space, no-break ones included
bool code_is_mark(uint32_t c);  // combining
// A symbol or pictograph (So, Sk, Sm, Sc).
bool code_is_symbol(uint32_t c);
// Controls (Cc), formats (Cf: bidi, zero-width), surrogates, private, unassigned.
bool code_is_invisible(uint32_t c);
uint32_t code_lower(uint32_t c);
uint32_t code_upper(uint32_t c);

// s in lower case.
Str utf8_lower(Str s, Arena *arena);
// s with marks taken off Latin letters and ASCII only: "Erdoğan" -> "Erdogan".
// What has no such form is left out.
Str utf8_ascii(Str s, Arena *arena);
// s in Normalization Form C. s must be valid UTF-8.
Str utf8_nfc(Str s, Arena *arena);

// Double quotation marks and their kin.
bool code_is_quote_mark(uint32_t c); // " “ ” „ ‟ « » and the like, singles excluded

#endif
