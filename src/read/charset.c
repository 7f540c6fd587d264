#include "read/charset.h"

#include "base/utf8.h"
#include "read/match.h"

bool charset_to_utf8(Str name, Str bytes, Arena *arena, Str *out)
{
    static const char *const UTF8[] = {"utf-8", "utf8", "us-ascii", "ascii"};
    static const char *const LATIN1[] = {"iso-8859-1", "latin1", "windows-1252", "iso-8859-15"};
    bool wide = any_equals(name, UTF8, COUNT(UTF8));
    if (!wide && !any_equals(name, LATIN1, COUNT(LATIN1)))
        return false;
    Buf b = new_buf(arena);
    for (size_t i = 0; i < bytes.len;) {
        Char c = wide ? utf8_at(bytes, i) : (Char){(unsigned char)bytes.data[i], 1};
        buf_code(&b, c.code);
        i += c.len;
    }
    *out = buf_str(&b);
    return true;
}
