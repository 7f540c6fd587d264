#include "publish/radio/file_name.h"

#include "base/utf8.h"

enum {
    FIELDS_BYTES = 200, // of all fields together
    PLAIN_MAX = 40,     // characters between them
};

static const char FIELDS[] = "tagnds";
// What one file system or another refuses, or a shell takes for something else.
static const char REFUSED[] = "/\\:*?\"<>|`$;";

static bool is_refused(char c)
{
    return c < 0x20 || c == 0x7F || strchr(REFUSED, c);
}

bool check_file_name(Str template, Error *err)
{
    size_t plain = 0;
    for (size_t i = 0; i < template.len; i++) {
        char c = template.data[i];
        if (c == '%') {
            char field = ++i < template.len ? template.data[i] : '\0';
            if (field == '\0' || (field != '%' && !strchr(FIELDS, field)))
                return fail(err, ERR_USAGE, (Span){0},
                            "%%%c is no field (there are %%t title, %%a author, %%g "
                            "group, %%n number, %%d date, %%s slug, %%%%)",
                            field ? field : ' ');
            plain += field == '%';
        } else if (is_refused(c)) {
            return fail(err, ERR_USAGE, (Span){0}, "a file name cannot hold this: %c",
                        c < 0x20 ? '?' : c);
        } else {
            plain++;
        }
    }
    return (template.len > 0 && plain <= PLAIN_MAX) ||
           fail(err, ERR_USAGE, (Span){0}, "wanted: fields and at most %d other characters",
                PLAIN_MAX);
}

static Str field_text(const Broadcast *b, char field)
{
    switch (field) {
    case 't':
        return b->title;
    case 'a':
        return b->artist;
    case 'g':
        return b->category;
    case 'n':
        return b->cut_id;
    case 'd':
        return b->date_of_article;
    default:
        return b->slug;
    }
}

static size_t count_fields(Str template)
{
    size_t count = 0;
    for (size_t i = 0; i + 1 < template.len; i++)
        if (template.data[i] == '%')
            count += template.data[++i] != '%';
    return count;
}

// Whether the character stands between fields, where it would be read as an end. Letters and
// digits there part nothing.
static bool is_boundary(Str template, char c)
{
    if (is_alnum(c))
        return false;
    for (size_t i = 0; i < template.len; i++) {
        if (template.data[i] == '%' && ++i < template.len && template.data[i] != '%')
            continue;
        if (i < template.len && template.data[i] == c)
            return true;
    }
    return false;
}

static char harmless(Str template, char c)
{
    if (!is_refused(c) && (c == ' ' || !is_boundary(template, c)))
        return c;
    return is_boundary(template, '-') ? ' ' : '-';
}

static void put_field(Buf *out, Str template, Str text, size_t max)
{
    size_t beg = out->len;
    for (size_t i = 0; i < text.len && out->len - beg < max; i++) {
        char c = harmless(template, text.data[i]);
        bool blank = out->len == beg || out->data[out->len - 1] == ' ';
        if (c != ' ' || !blank)
            buf_char(out, c);
    }
    while (out->len > beg && out->data[out->len - 1] == ' ')
        out->len--;
    if (out->len == beg)
        buf_add(out, STR("none"));
}

// No hidden file, and no end that Windows would drop.
static Str trim_name(Str name)
{
    while (name.len && strchr(". -", name.data[0]))
        name = str_slice(name, 1, name.len);
    while (name.len && strchr(". ", name.data[name.len - 1]))
        name.len--;
    return name;
}

Str fill_file_name(Str template, const Broadcast *broadcast, Arena *arena)
{
    if (template.len == 0)
        return broadcast->slug;
    Str plain = utf8_ascii(template, arena);
    size_t fields = count_fields(plain);
    size_t max = fields ? FIELDS_BYTES / fields : 0;
    Buf out = new_buf(arena);
    for (size_t i = 0; i < plain.len; i++) {
        char c = plain.data[i];
        char field = c == '%' && i + 1 < plain.len ? plain.data[++i] : '%';
        if (c == '%' && field != '%')
            put_field(&out, plain, field_text(broadcast, field), max);
        else
            buf_char(&out, c);
    }
    Str name = trim_name(buf_str(&out));
    return name.len ? name : broadcast->slug;
}
