#include "publish/slug.h"

#include "base/hash.h"
#include "base/utf8.h"

// Cuts at a hyphen where that keeps most of it.
static size_t cut_slug(Str slug)
{
    if (slug.len <= SLUG_MAX)
        return slug.len;
    size_t end = SLUG_MAX;
    while (end > SLUG_MAX / 2 && slug.data[end] != '-')
        end--;
    return end > SLUG_MAX / 2 ? end : SLUG_MAX;
}

Str make_slug(Str title, Arena *arena)
{
    Str plain = utf8_ascii(str_slice(title, 0, 1024), arena);
    Buf b = new_buf(arena);
    bool hyphen = false;
    for (size_t i = 0; i < plain.len; i++) {
        int c = to_lower(plain.data[i]);
        if (is_alnum(c)) {
            if (hyphen && b.len)
                buf_char(&b, '-');
            buf_char(&b, (char)c);
        }
        // An apostrophe is part of its word: "it's" -> "its".
        hyphen = is_alnum(c) ? false : hyphen || c != '\'';
    }
    if (b.len)
        return str_slice(buf_str(&b), 0, cut_slug(buf_str(&b)));
    char hex[HASH_HEX];
    hash_bytes(title, hex);
    return str_format(arena, "episode-%.8s", hex);
}
