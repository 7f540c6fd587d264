#define _GNU_SOURCE // memmem
#include "base/str.h"

#include <stdio.h>

bool str_equal_nocase(Str a, Str b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (to_lower(a.data[i]) != to_lower(b.data[i]))
            return false;
    return true;
}

int str_compare(Str a, Str b)
{
    size_t n = a.len < b.len ? a.len : b.len;
    int order = n ? memcmp(a.data, b.data, n) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

bool str_in_sorted(Str s, const char *const *words, size_t count)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = str_compare_c(s, words[middle]);
        if (order == 0)
            return true;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

Str str_or(Str a, Str b)
{
    return a.len ? a : b;
}

void set_once(Str *field, Str value)
{
    if (field->len == 0)
        *field = value;
}

bool str_is_ascii(Str s)
{
    size_t i = 0;
    for (uint64_t eight; i + sizeof eight <= s.len; i += sizeof eight) {
        memcpy(&eight, s.data + i, sizeof eight);
        if (eight & 0x8080808080808080u)
            return false;
    }
    for (; i < s.len; i++)
        if ((unsigned char)s.data[i] >= 0x80)
            return false;
    return true;
}

bool str_starts(Str s, Str prefix)
{
    return s.len >= prefix.len && str_equal(str_slice(s, 0, prefix.len), prefix);
}

bool str_ends(Str s, Str suffix)
{
    return s.len >= suffix.len && str_equal(str_slice(s, s.len - suffix.len, s.len), suffix);
}

Str str_trim(Str s)
{
    while (s.len && is_space(s.data[0])) {
        s.data++;
        s.len--;
    }
    while (s.len && is_space(s.data[s.len - 1]))
        s.len--;
    return s;
}

size_t str_find(Str s, Str needle)
{
    if (needle.len == 0)
        return 0;
    if (s.len == 0)
        return s.len;
    const char *p = memmem(s.data, s.len, needle.data, needle.len);
    return p ? (size_t)(p - s.data) : s.len;
}

Str str_copy(Str s, Arena *arena)
{
    char *p = ALLOC(arena, char, s.len);
    if (s.len)
        memcpy(p, s.data, s.len);
    return (Str){p, s.len};
}

char *str_c(Str s, Arena *arena)
{
    char *p = ALLOC(arena, char, s.len + 1);
    if (s.len)
        memcpy(p, s.data, s.len);
    return p;
}

PRINTF_LIKE(2, 0) static void format_into(Buf *b, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    if (n > 0) {
        buf_reserve(b, (size_t)n + 1);
        vsnprintf(b->data + b->len, (size_t)n + 1, format, again);
        b->len += (size_t)n;
    }
    va_end(again);
}

Str str_format(Arena *arena, const char *format, ...)
{
    Buf b = new_buf(arena);
    va_list args;
    va_start(args, format);
    format_into(&b, format, args);
    va_end(args);
    return buf_str(&b);
}

bool str_has_pair(Str s, char a, char b)
{
    unsigned char missing = 1; // as a byte it is reckoned with in registers of many bytes
    for (size_t i = 1; i < s.len; i++)
        missing &= (unsigned char)((s.data[i - 1] != a) | (s.data[i] != b));
    return !missing;
}

size_t str_plain_run(Str s, size_t at)
{
    const uint64_t ones = 0x0101010101010101u;
    size_t i = at;
    for (uint64_t x; i + sizeof x <= s.len; i += sizeof x) {
        memcpy(&x, s.data + i, sizeof x);
        // The top bit of a byte is set in one of these where it is above 0x7E or below 0x20.
        if ((x | (x + ones) | (x - ones * 0x20)) & (ones * 0x80))
            break;
    }
    return i - at;
}

uint64_t str_hash(Str s)
{
    uint64_t hash = STR_HASH_SEED;
    for (size_t i = 0; i < s.len; i++)
        hash = str_hash_byte(hash, s.data[i]);
    return hash;
}

void buf_grow(Buf *b, size_t more)
{
    size_t wider = b->capacity * 2 > b->len + more ? b->capacity * 2 : b->len + more + 32;
    // The newest thing in the arena grows in place.
    if (b->data && b->data + b->capacity == b->arena->beg &&
        (size_t)(b->arena->end - b->arena->beg) >= wider - b->capacity) {
        b->arena->beg += wider - b->capacity;
    } else {
        char *moved = ALLOC(b->arena, char, wider);
        if (b->len)
            memcpy(moved, b->data, b->len);
        b->data = moved;
    }
    b->capacity = wider;
}

void buf_format(Buf *b, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    format_into(b, format, args);
    va_end(args);
}

void buf_base64(Buf *b, Str bytes)
{
    static const char DIGITS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const unsigned char *p = (const unsigned char *)bytes.data;
    for (size_t i = 0; i < bytes.len; i += 3) {
        size_t left = bytes.len - i;
        uint32_t three = (uint32_t)p[i] << 16;
        three |= left > 1 ? (uint32_t)p[i + 1] << 8 : 0;
        three |= left > 2 ? p[i + 2] : 0;
        buf_char(b, DIGITS[three >> 18]);
        buf_char(b, DIGITS[three >> 12 & 63]);
        buf_char(b, left > 1 ? DIGITS[three >> 6 & 63] : '=');
        buf_char(b, left > 2 ? DIGITS[three & 63] : '=');
    }
}

size_t str_skip_space(Str s, size_t at)
{
    while (at < s.len && is_space(s.data[at]))
        at++;
    return at;
}

int str_digits(Str s, size_t at, size_t count)
{
    int value = 0;
    for (size_t i = at; i < at + count; i++) {
        if (i >= s.len || !is_digit(s.data[i]))
            return -1;
        value = value * 10 + (s.data[i] - '0');
    }
    return value;
}

void buf_number(Buf *b, int bytes, uint64_t value)
{
    for (int i = 0; i < bytes; i++)
        buf_char(b, (char)(value >> 8 * i));
}
