#include "read/markdown/front.h"

#include "base/utf8.h"
#include "read/dates.h"
#include "read/match.h"

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

// --- values

// "\u00e9" at `i` of s; 0: it is none.
static uint32_t escaped_code(Str s, size_t i)
{
    uint32_t code = 0;
    if (i + 6 > s.len || s.data[i + 1] != 'u')
        return 0;
    for (size_t k = i + 2; k < i + 6; k++) {
        int c = to_lower(s.data[k]);
        if (!is_digit(c) && (c < 'a' || c > 'f'))
            return 0;
        code = code * 16 + (uint32_t)(is_digit(c) ? c - '0' : c - 'a' + 10);
    }
    return code >= 0xD800 && code < 0xE000 ? REPLACEMENT : code;
}

static Str unescape(Str s, Arena *arena)
{
    Buf b = new_buf(arena);
    for (size_t i = 0; i < s.len; i++) {
        uint32_t code = s.data[i] == '\\' ? escaped_code(s, i) : 0;
        bool escape = s.data[i] == '\\' && i + 1 < s.len;
        if (code) {
            buf_code(&b, code);
            i += 5;
        } else if (escape) {
            char c = s.data[++i];
            buf_char(&b, c == 'n' || c == 't' ? ' ' : c);
        } else {
            buf_char(&b, s.data[i]);
        }
    }
    return buf_str(&b);
}

// The end of what is between quotes that begin s, 0: nothing ends it.
static size_t quoted_end(Str s)
{
    char quote = s.data[0];
    for (size_t i = 1; i < s.len; i++) {
        if (quote == '"' && s.data[i] == '\\')
            i++;
        else if (s.data[i] == quote && quote == '\'' && i + 1 < s.len && s.data[i + 1] == quote)
            i++;
        else if (s.data[i] == quote)
            return i;
    }
    return 0;
}

// A single quote stands for itself where it stands twice.
static Str undouble(Str s, Arena *arena)
{
    Buf b = new_buf(arena);
    for (size_t i = 0; i < s.len; i++) {
        buf_char(&b, s.data[i]);
        i += s.data[i] == '\'' && i + 1 < s.len && s.data[i + 1] == '\'';
    }
    return buf_str(&b);
}

// A value on one line: quoted, or with a comment behind it.
static Str scalar(Str s, Arena *arena)
{
    s = str_trim(s);
    bool quoted = s.len >= 2 && (s.data[0] == '"' || s.data[0] == '\'');
    size_t end = quoted ? quoted_end(s) : 0;
    if (end && s.data[0] == '"')
        return unescape(str_slice(s, 1, end), arena);
    if (end)
        return undouble(str_slice(s, 1, end), arena);
    if (s.len && s.data[0] == '#')
        return (Str){0};
    return str_trim(str_slice(s, 0, str_find(s, STR(" #"))));
}

static void add_name(Buf *names, Str name)
{
    name = scalar(name, names->arena);
    if (name.len == 0)
        return;
    if (names->len)
        buf_add(names, STR(", "));
    buf_add(names, name);
}

static size_t indent_of(Str line)
{
    size_t i = 0;
    while (i < line.len && (line.data[i] == ' ' || line.data[i] == '\t'))
        i++;
    return i;
}

static bool is_name_key(Str key)
{
    static const char *const KEYS[] = {"name", "title", "text", "display_name", "full_name"};
    return any_equals(key, KEYS, COUNT(KEYS));
}

// "Ana Ruiz", "name: Ana Ruiz", "{name: Ana Ruiz, email: ...}" of a list or a map.
// What other keys hold is no name.
static void add_item(Buf *names, Str item)
{
    item = str_trim(item);
    if (item.len >= 2 && item.data[0] == '{') {
        size_t at = str_find(item, STR("name:"));
        Str rest = str_slice(item, at + 5, item.len - 1);
        add_name(names, str_slice(rest, 0, str_find(rest, STR(","))));
        return;
    }
    size_t key = key_len(item);
    if (key == 0)
        add_name(names, item);
    else if (is_name_key(str_slice(item, 0, key)))
        add_name(names, str_slice(item, key + 1, item.len));
}

// "[Ana Ruiz, Max Ito]"
static Str flow_list(Str value, Arena *arena)
{
    Buf names = new_buf(arena);
    Str rest = str_slice(value, 1, str_find(value, STR("]")));
    while (rest.len) {
        size_t comma = rest.data[0] == '{' ? str_find(rest, STR("}")) : str_find(rest, STR(","));
        bool map = rest.data[0] == '{';
        add_item(&names, str_slice(rest, 0, comma + map));
        rest = str_trim(str_slice(rest, comma + 1, rest.len));
        if (map && rest.len && rest.data[0] == ',')
            rest = str_trim(str_slice(rest, 1, rest.len));
    }
    return buf_str(&names);
}

// Items or keys on lines of their own from `at` on.
static Str block_list(Str front, size_t at, Arena *arena)
{
    Buf names = new_buf(arena);
    while (at < front.len) {
        Str line = line_at(front, at, &at), item = str_trim(line);
        bool dash = str_starts(item, STR("- "));
        if (item.len && indent_of(line) == 0 && !dash)
            break;
        if (dash || key_len(item))
            add_item(&names, dash ? str_slice(item, 2, item.len) : item);
    }
    return buf_str(&names);
}

// The indented lines from `at` on, joined by blanks.
static void add_folded(Buf *b, Str front, size_t at)
{
    while (at < front.len) {
        Str line = line_at(front, at, &at);
        if (str_trim(line).len && indent_of(line) == 0)
            break;
        if (b->len && str_trim(line).len)
            buf_char(b, ' ');
        buf_add(b, str_trim(line));
    }
}

static bool is_folded(Str value)
{
    return value.len && value.len < 4 && (value.data[0] == '>' || value.data[0] == '|');
}

// What stands behind "key:" and on the lines that belong to it, from `next` on.
static Str value_at(Str value, Str front, size_t next, Arena *arena)
{
    Buf b = new_buf(arena);
    value = str_trim(value);
    if (is_folded(value)) {
        add_folded(&b, front, next);
        return buf_str(&b);
    }
    if (value.len == 0)
        return block_list(front, next, arena);
    if (value.data[0] == '[')
        return flow_list(value, arena);
    if (value.data[0] == '{') {
        add_item(&b, value);
        return buf_str(&b);
    }
    size_t end = next;
    bool goes_on = next < front.len && indent_of(line_at(front, next, &end)) > 0;
    if (!goes_on)
        return scalar(value, arena);
    buf_add(&b, value);
    add_folded(&b, front, next);
    return scalar(buf_str(&b), arena);
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
            Str value = value_at(str_slice(line, len + 1, line.len), front, next, arena);
            take_value(str_slice(line, 0, len), value, arena, out);
        }
        at = next;
    }
    normalise_date(arena, out);
}
