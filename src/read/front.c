#include "read/front.h"

#include "read/dates.h"

// The line at `at`, without its end; `*next` is where the one after it begins.
static Str line_at(Str text, size_t at, size_t *next)
{
    size_t len = str_find(str_slice(text, at, text.len), STR("\n"));
    *next = at + len < text.len ? at + len + 1 : text.len;
    return str_slice(text, at, at + len);
}

static bool is_fence(Str line)
{
    line = str_trim(line);
    return str_equal(line, STR("---")) || str_equal(line, STR("..."));
}

static size_t key_len(Str line)
{
    size_t i = 0;
    while (i < line.len && (is_alnum(line.data[i]) || line.data[i] == '_' || line.data[i] == '-'))
        i++;
    bool key = i > 0 && i < line.len && line.data[i] == ':' &&
               (i + 1 == line.len || is_space(line.data[i + 1]));
    return key ? i : 0;
}

enum { FRONT_MAX = 1 << 16 };

// A head holds at least one "key: value"; else the fence is a rule.
size_t front_matter_len(Str text)
{
    size_t bom = str_starts(text, STR("\xEF\xBB\xBF")) ? 3 : 0;
    text = str_slice(text, 0, FRONT_MAX);
    size_t at, keys = 0;
    if (!str_equal(str_trim(line_at(text, bom, &at)), STR("---")) || at >= text.len)
        return 0;
    while (at < text.len) {
        size_t next;
        Str line = line_at(text, at, &next);
        if (is_fence(line))
            return keys ? next : 0;
        keys += key_len(line) > 0;
        at = next;
    }
    return 0;
}

static Str unquote(Str s)
{
    s = str_trim(s);
    bool quoted =
        s.len >= 2 && (s.data[0] == '"' || s.data[0] == '\'') && s.data[s.len - 1] == s.data[0];
    return quoted ? str_slice(s, 1, s.len - 1) : s;
}

static void add_name(Buf *names, Str name)
{
    name = unquote(name);
    if (name.len == 0)
        return;
    if (names->len)
        buf_add(names, STR(", "));
    buf_add(names, name);
}

// "[Ana Ruiz, Max Ito]", or items on lines of their own from `at` on.
static Str list_value(Str value, Str front, size_t at, Arena *arena)
{
    Buf names = new_buf(arena);
    if (value.len >= 2 && value.data[0] == '[') {
        Str rest = str_slice(value, 1, value.len - 1);
        while (rest.len) {
            size_t comma = str_find(rest, STR(","));
            add_name(&names, str_slice(rest, 0, comma));
            rest = str_slice(rest, comma + 1, rest.len);
        }
        return buf_str(&names);
    }
    while (at < front.len) {
        Str item = str_trim(line_at(front, at, &at));
        if (!str_starts(item, STR("- ")))
            break;
        add_name(&names, str_slice(item, 2, item.len));
    }
    return buf_str(&names);
}

static void take_value(Str key, Str value, Arena *arena, Article *out)
{
    const struct {
        const char *key;
        Str *field;
    } FIELDS[] = {
        {"title", &out->title},    {"headline", &out->title},   {"author", &out->byline},
        {"authors", &out->byline}, {"byline", &out->byline},    {"date", &out->date},
        {"published", &out->date}, {"lang", &out->language},    {"language", &out->language},
        {"url", &out->url},        {"canonical", &out->url},    {"canonical_url", &out->url},
        {"link", &out->url},       {"source", &out->publisher}, {"publisher", &out->publisher},
    };
    for (size_t i = 0; i < COUNT(FIELDS); i++)
        if (str_equal_nocase(key, str_from(FIELDS[i].key)) && FIELDS[i].field->len == 0)
            *FIELDS[i].field = str_copy(value, arena);
}

static void normalise_date(Arena *arena, Article *out)
{
    Str date;
    if (out->date.len && parse_date(out->date, arena, &date))
        out->date = date;
}

void read_front_matter(Str front, Arena *arena, Article *out)
{
    for (size_t at = 0; at < front.len;) {
        size_t next;
        Str line = line_at(front, at, &next);
        size_t len = key_len(line);
        if (len) {
            Str value = unquote(str_slice(line, len + 1, line.len));
            if (value.len == 0 || value.data[0] == '[')
                value = list_value(value, front, next, arena);
            take_value(str_slice(line, 0, len), value, arena, out);
        }
        at = next;
    }
    normalise_date(arena, out);
}
