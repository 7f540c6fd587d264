#include "base/utf8.h"

#include <stdlib.h>
#include <utf8proc.h>

Char utf8_wide_at(Str s, size_t at)
{
    const unsigned char *p = (const unsigned char *)s.data + at;
    size_t left = s.len - at;
    uint32_t len = p[0] >= 0xF0 ? 4 : p[0] >= 0xE0 ? 3 : 2;
    static const uint32_t LEAST[] = {0, 0, 0x80, 0x800, 0x10000};
    if (p[0] < 0xC2 || p[0] > 0xF4 || left < len)
        return (Char){REPLACEMENT, 1};
    uint32_t code = p[0] & (0x7Fu >> len);
    for (uint32_t i = 1; i < len; i++) {
        if ((p[i] & 0xC0) != 0x80)
            return (Char){REPLACEMENT, 1};
        code = code << 6 | (p[i] & 0x3F);
    }
    if (code < LEAST[len] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
        return (Char){REPLACEMENT, 1};
    return (Char){code, len};
}

Char utf8_wide_before(Str s, size_t at)
{
    for (size_t back = 1; back <= 4 && back <= at; back++) {
        if (((unsigned char)s.data[at - back] & 0xC0) == 0x80)
            continue;
        Char c = utf8_at(str_slice(s, 0, at), at - back);
        if (c.len == back)
            return c;
        break;
    }
    return (Char){REPLACEMENT, 1};
}

Span trim_span(Str text, Span span)
{
    while (span.beg < span.end) {
        Char c = utf8_at(text, span.beg);
        if (!code_is_space(c.code))
            break;
        span.beg += c.len;
    }
    while (span.beg < span.end) {
        Char c = utf8_before(text, span.end);
        if (!code_is_space(c.code))
            break;
        span.end -= c.len;
    }
    return span;
}

bool is_blank(Str s)
{
    Span words = trim_span(s, (Span){0, (uint32_t)s.len});
    return words.beg >= words.end;
}

size_t letters_end(Str text, size_t at)
{
    while (at < text.len && code_is_letter(utf8_at(text, at).code))
        at += utf8_at(text, at).len;
    return at;
}

size_t utf8_encode(uint32_t c, char out[4])
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

void buf_code(Buf *b, uint32_t code)
{
    char bytes[4];
    size_t n = utf8_encode(code, bytes);
    buf_add(b, (Str){bytes, n});
}

size_t utf8_check(Str s)
{
    size_t i = 0;
    while (i < s.len) {
        i += str_plain_run(s, i);
        if (i >= s.len)
            break;
        if ((unsigned char)s.data[i] < 0x80) {
            i++;
            continue;
        }
        Char c = utf8_at(s, i);
        if (c.len == 1)
            return i;
        i += c.len;
    }
    return s.len;
}

static utf8proc_category_t category(uint32_t c)
{
    return utf8proc_category((utf8proc_int32_t)c);
}

bool wide_is_letter(uint32_t c)
{
    utf8proc_category_t k = category(c);
    return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_LO;
}

bool wide_is_upper(uint32_t c)
{
    utf8proc_category_t k = category(c);
    return k == UTF8PROC_CATEGORY_LU || k == UTF8PROC_CATEGORY_LT;
}

bool wide_is_lower(uint32_t c)
{
    return category(c) == UTF8PROC_CATEGORY_LL;
}

bool wide_is_digit(uint32_t c)
{
    return category(c) == UTF8PROC_CATEGORY_ND;
}

bool wide_is_space(uint32_t c)
{
    utf8proc_category_t k = category(c);
    return c == 0x85 || (k >= UTF8PROC_CATEGORY_ZS && k <= UTF8PROC_CATEGORY_ZP);
}

bool wide_is_mark(uint32_t c)
{
    utf8proc_category_t k = category(c);
    return k >= UTF8PROC_CATEGORY_MN && k <= UTF8PROC_CATEGORY_ME;
}

bool wide_is_invisible(uint32_t c)
{
    utf8proc_category_t k = category(c);
    return k == UTF8PROC_CATEGORY_CN || k >= UTF8PROC_CATEGORY_CC;
}

bool code_is_symbol(uint32_t c)
{
    utf8proc_category_t k = category(c);
    return k >= UTF8PROC_CATEGORY_SM && k <= UTF8PROC_CATEGORY_SO;
}

uint32_t wide_lower(uint32_t c)
{
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

uint32_t wide_upper(uint32_t c)
{
    return (uint32_t)utf8proc_toupper((utf8proc_int32_t)c);
}

Str utf8_lower(Str s, Arena *arena)
{
    Buf b = new_buf(arena);
    buf_reserve(&b, s.len);
    for (size_t i = 0; i < s.len;) {
        Char c = utf8_at(s, i);
        buf_code(&b, code_lower(c.code));
        i += c.len;
    }
    return buf_str(&b);
}

// utf8proc allocates with malloc; its result moves to the arena.
static Str map_into(Str s, utf8proc_option_t options, Arena *arena)
{
    utf8proc_uint8_t *out = NULL;
    utf8proc_ssize_t n =
        utf8proc_map((const utf8proc_uint8_t *)s.data, (utf8proc_ssize_t)s.len, &out, options);
    if (n < 0)
        return str_copy(s, arena);
    Str copy = str_copy((Str){(const char *)out, (size_t)n}, arena);
    free(out);
    return copy;
}

Str utf8_ascii(Str s, Arena *arena)
{
    static const struct {
        uint32_t code;
        const char *ascii;
    } FOLD[] = {{0xDF, "ss"},  {0xC6, "AE"},  {0xE6, "ae"},  {0xD8, "O"},    {0xF8, "o"},
                {0x141, "L"},  {0x142, "l"},  {0x131, "i"},  {0x152, "OE"},  {0x153, "oe"},
                {0xD0, "D"},   {0xF0, "d"},   {0xDE, "Th"},  {0xFE, "th"},   {0x110, "D"},
                {0x111, "d"},  {0x2018, "'"}, {0x2019, "'"}, {0x201C, "\""}, {0x201D, "\""},
                {0x2013, "-"}, {0x2014, "-"}, {0xA0, " "},   {0x2026, "..."}};
    Str wide = map_into(s, UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_STABLE, arena);
    Buf b = new_buf(arena);
    for (size_t i = 0; i < wide.len;) {
        Char c = utf8_at(wide, i);
        if (c.code < 0x80)
            buf_char(&b, (char)c.code);
        for (size_t k = 0; c.code >= 0x80 && k < COUNT(FOLD); k++)
            if (FOLD[k].code == c.code)
                buf_add(&b, str_from(FOLD[k].ascii));
        i += c.len;
    }
    return buf_str(&b);
}

Str utf8_nfd(Str s, Arena *arena)
{
    return map_into(s, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE, arena);
}

Str utf8_nfc(Str s, Arena *arena)
{
    return map_into(s, UTF8PROC_STABLE | UTF8PROC_COMPOSE, arena);
}
