#include "publish/radio/element.h"

#include <inttypes.h>

static void put_escaped(Buf *b, Str text)
{
    for (size_t i = 0; i < text.len; i++)
        switch (text.data[i]) {
        case '&':
            buf_add(b, STR("&amp;"));
            break;
        case '<':
            buf_add(b, STR("&lt;"));
            break;
        case '>':
            buf_add(b, STR("&gt;"));
            break;
        default:
            buf_char(b, text.data[i]);
        }
}

void put_element(Buf *b, const char *name, Str text)
{
    buf_format(b, "<%s>", name);
    put_escaped(b, text);
    buf_format(b, "</%s>\n", name);
}

void put_count(Buf *b, const char *name, int64_t value)
{
    buf_format(b, "<%s>%" PRId64 "</%s>\n", name, value, name);
}

void put_bracket(Buf *b, const char *name)
{
    buf_format(b, "<%s>\n", name);
}
