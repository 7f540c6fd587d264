// Strings and spans: text is pointed at, not copied.
#ifndef LECTERN_BASE_STR_H
#define LECTERN_BASE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

#define NODISCARD __attribute__((warn_unused_result))
#define PRINTF_LIKE(string, first) __attribute__((format(printf, string, first)))
#define COUNT(array) (sizeof(array) / sizeof(array)[0])

// UTF-8, not owned, not NUL-terminated. A zeroed Str is the empty string.
typedef struct {
    const char *data;
    size_t len; // bytes
} Str;

// Half-open range of bytes of a text (Article.text unless said otherwise).
// A zeroed Span is empty.
typedef struct {
    uint32_t beg, end;
} Span;

#define STR(literal) ((Str){"" literal, sizeof(literal) - 1})
#define STR_ARG(s) (int)(s).len, (s).data // for "%.*s"

static inline Str str_from(const char *c_string)
{
    return (Str){c_string, c_string ? strlen(c_string) : 0};
}

static inline Str str_span(Str text, Span at)
{
    return (Str){text.data + at.beg, at.end - at.beg};
}

// Bytes beg..end of s; both are clamped to its length.
static inline Str str_slice(Str s, size_t beg, size_t end)
{
    end = end < s.len ? end : s.len;
    beg = beg < end ? beg : end;
    return (Str){beg ? s.data + beg : s.data, end - beg}; // NULL + 0 is undefined
}

static inline bool str_equal(Str a, Str b)
{
    // Most differ in the first byte.
    return a.len == b.len &&
           (a.len == 0 || (a.data[0] == b.data[0] && memcmp(a.data, b.data, a.len) == 0));
}
bool str_equal_nocase(Str a, Str b); // ASCII letters only
int str_compare(Str a, Str b);       // by bytes, for qsort
// Whether s is one of the words, which are sorted by bytes.
bool str_in_sorted(Str s, const char *const *words, size_t count);

// By bytes. Searches compare words many million times an hour of text, and most
// differ in the first letter or two.
static inline int str_compare_c(Str s, const char *word)
{
    for (size_t i = 0; i < s.len; i++) {
        int order = (unsigned char)s.data[i] - (unsigned char)word[i];
        if (order)
            return order; // also where the word ends
    }
    return word[s.len] ? -1 : 0;
}
Str str_or(Str a, Str b); // a, or b where a is empty
// Gives a field that is empty its value; the first that is set stays.
void set_once(Str *field, Str value);
bool str_is_ascii(Str s);
bool str_starts(Str s, Str prefix);
bool str_ends(Str s, Str suffix);
Str str_trim(Str s); // ASCII white space off both ends

// Byte offset of the first `needle` in s, or s.len. An empty needle is at 0.
size_t str_find(Str s, Str needle);

// Where ASCII white space that begins at `at` ends.
size_t str_skip_space(Str s, size_t at);

// The number of `count` decimal digits from `at` on, at most 9; -1 where others stand there.
int str_digits(Str s, size_t at, size_t count);

Str str_copy(Str s, Arena *arena);
char *str_c(Str s, Arena *arena); // NUL-terminated copy
Str str_format(Arena *arena, const char *format, ...) PRINTF_LIKE(2, 3);

// Whether `a` with `b` behind it stands in s; runs through s with wide registers, so it
// is worth asking before a search.
bool str_has_pair(Str s, char a, char b);

// How many bytes from `at` on, eight by eight, are printable ASCII.
size_t str_plain_run(Str s, size_t at);

// 64-bit FNV-1a; for tables, not for trust.
#define STR_HASH_SEED 0xcbf29ce484222325u
static inline uint64_t str_hash_byte(uint64_t hash, char byte)
{
    return (hash ^ (unsigned char)byte) * 0x100000001b3u;
}
uint64_t str_hash(Str s);

// A string under construction. It owns nothing: bytes live in the arena.
typedef struct {
    char *data;
    size_t len, capacity;
    Arena *arena;
} Buf;

static inline Buf new_buf(Arena *arena)
{
    return (Buf){.arena = arena};
}
static inline Str buf_str(const Buf *b)
{
    return (Str){b->data, b->len};
}
void buf_grow(Buf *b, size_t more);
static inline void buf_reserve(Buf *b, size_t more) // room for `more` further bytes
{
    if (!b->data || b->capacity - b->len < more)
        buf_grow(b, more);
}
static inline void buf_add(Buf *b, Str s)
{
    if (s.len == 0)
        return;
    buf_reserve(b, s.len);
    memcpy(b->data + b->len, s.data, s.len);
    b->len += s.len;
}
static inline void buf_char(Buf *b, char c)
{
    buf_reserve(b, 1);
    b->data[b->len++] = c;
}
void buf_format(Buf *b, const char *format, ...) PRINTF_LIKE(2, 3);
void buf_base64(Buf *b, Str bytes);
void buf_number(Buf *b, int bytes, uint64_t value); // little-endian

// ASCII character classes; no locale.
static inline bool is_space(int c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}
static inline bool is_digit(int c)
{
    return c >= '0' && c <= '9';
}
static inline bool is_upper(int c)
{
    return c >= 'A' && c <= 'Z';
}
static inline bool is_lower(int c)
{
    return c >= 'a' && c <= 'z';
}
static inline bool is_alpha(int c)
{
    return (unsigned)((c | 0x20) - 'a') < 26; // both cases differ in one bit
}
static inline bool is_alnum(int c)
{
    return is_alpha(c) || is_digit(c);
}
static inline int to_lower(int c)
{
    return is_upper(c) ? c + 32 : c;
}
static inline int to_upper(int c)
{
    return is_lower(c) ? c - 32 : c;
}
// Of a hexadecimal digit, in either case; -1 of others.
static inline int hex_value(int c)
{
    if (is_digit(c))
        return c - '0';
    int lower = to_lower(c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

#endif
