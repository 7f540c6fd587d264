#include "publish/page/parts.h"

#include "base/hash.h"

Str join_lines(const char *const *lines, size_t count, Arena *arena)
{
    Buf b = new_buf(arena);
    for (size_t i = 0; i < count; i++) {
        buf_add(&b, str_from(lines[i]));
        buf_char(&b, '\n');
    }
    return buf_str(&b);
}

Str policy_source(Str part, Arena *arena)
{
    unsigned char digest[32];
    hash_joined(&part, 1, digest);
    Buf b = new_buf(arena);
    buf_add(&b, STR("sha256-"));
    buf_base64(&b, (Str){(const char *)digest, sizeof digest});
    return buf_str(&b);
}
