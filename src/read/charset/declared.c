#include "read/charset/declared.h"

#include "read/charset/charset.h"
#include "read/match.h"

enum {
    DECLARED_WITHIN = 64 << 10, // bytes; pages put scripts before <meta>
    TAG_MAX = 1024,
};

// Offset of `needle`, in small letters, from `at` on, in any case; s.len: none.
static size_t find_nocase(Str s, Str needle, size_t at)
{
    for (; at + needle.len <= s.len; at++)
        if (starts_nocase(str_slice(s, at, s.len), needle))
            return at;
    return s.len;
}

// What stands at *at: in quotation marks, or up to a blank or one of `ends`.
static Str take_value(Str s, size_t *at, const char *ends)
{
    char quote = *at < s.len ? s.data[*at] : '\0';
    size_t beg = *at, end;
    if (quote == '"' || quote == '\'') {
        for (end = ++beg; end < s.len && s.data[end] != quote; end++) {
        }
        *at = end + (end < s.len);
    } else {
        for (end = beg; end < s.len && !is_space(s.data[end]) && !strchr(ends, s.data[end]);
             end++) {
        }
        *at = end;
    }
    return str_slice(s, beg, end);
}

// The value behind a name and "=".
static Str value_of(Str s, Str name)
{
    for (size_t at = find_nocase(s, name, 0); at < s.len; at = find_nocase(s, name, at)) {
        at = str_skip_space(s, at + name.len);
        if (at < s.len && s.data[at] == '=') {
            at = str_skip_space(s, at + 1);
            return take_value(s, &at, ";,");
        }
    }
    return (Str){0};
}

Str charset_in_type(Str content_type)
{
    return value_of(content_type, STR("charset"));
}

bool is_markup(const Source *source)
{
    Str s = source->bytes;
    s = str_trim(str_starts(s, STR("\xEF\xBB\xBF")) ? str_slice(s, 3, s.len) : s);
    return str_starts(s, STR("<")) || contains_nocase(source->content_type, STR("html")) ||
           contains_nocase(source->content_type, STR("xml"));
}

// ---- <meta>

typedef struct {
    Str name, value;
} MetaAttribute;

// False at the end of the tag.
static bool next_attribute(Str s, size_t *at, MetaAttribute *out)
{
    while (*at < s.len && (is_space(s.data[*at]) || s.data[*at] == '/'))
        ++*at;
    if (*at >= s.len || s.data[*at] == '>')
        return false;
    size_t beg = *at;
    while (*at < s.len && !is_space(s.data[*at]) && !strchr("=/>", s.data[*at]))
        ++*at;
    out->name = str_slice(s, beg, *at);
    out->value = (Str){0};
    size_t equals = str_skip_space(s, *at);
    if (equals < s.len && s.data[equals] == '=') {
        *at = str_skip_space(s, equals + 1);
        out->value = take_value(s, at, ">");
    }
    return *at > beg;
}

// `at` is behind "<meta".
static Str charset_of_meta(Str s, size_t at)
{
    MetaAttribute a;
    Str charset = {0}, content = {0};
    s = str_slice(s, 0, TAG_MAX);
    bool is_type = false;
    while (next_attribute(s, &at, &a)) {
        if (str_equal_nocase(a.name, STR("charset")))
            charset = a.value;
        else if (str_equal_nocase(a.name, STR("content")))
            content = a.value;
        else if (str_equal_nocase(a.name, STR("http-equiv")))
            is_type = str_equal_nocase(a.value, STR("content-type"));
    }
    return charset.len ? charset : is_type ? charset_in_type(content) : (Str){0};
}

static Str charset_of_metas(Str head)
{
    for (size_t at = 0; at < head.len;) {
        const char *tag = memchr(head.data + at, '<', head.len - at);
        if (!tag)
            break;
        at = (size_t)(tag - head.data);
        Str rest = str_slice(head, at, head.len);
        if (str_starts(rest, STR("<!--"))) {
            at += 4 + str_find(str_slice(rest, 4, rest.len), STR("-->"));
            continue;
        }
        at++;
        bool meta = starts_nocase(rest, STR("<meta")) && rest.len > 5 &&
                    (is_space(rest.data[5]) || rest.data[5] == '/');
        Str charset = meta ? charset_of_meta(rest, 5) : (Str){0};
        if (charset_called(charset))
            return charset;
    }
    return (Str){0};
}

static Str charset_of_xml(Str head)
{
    if (!str_starts(head, STR("<?xml")))
        return (Str){0};
    return value_of(str_slice(head, 0, str_find(head, STR("?>"))), STR("encoding"));
}

static Str charset_of_css(Str head)
{
    Str opening = STR("@charset \"");
    if (!str_starts(head, opening))
        return (Str){0};
    Str rest = str_slice(head, opening.len, head.len);
    return str_slice(rest, 0, str_find(rest, STR("\"")));
}

// Who reads these words has read them byte by byte, so they are not in UTF-16.
static Str or_utf8(Str charset)
{
    const char *called = charset_called(charset);
    return called && strncmp(called, "UTF-", 4) == 0 ? STR("UTF-8") : charset;
}

Declared declared_charset(const Source *source)
{
    Str charset = charset_in_type(source->content_type);
    if (charset_called(charset))
        return (Declared){charset, "the server"};
    Str head = str_slice(source->bytes, 0, DECLARED_WITHIN);
    charset = charset_of_css(head);
    if (charset.len == 0)
        charset = charset_of_xml(head);
    if (charset.len == 0 && is_markup(source))
        charset = charset_of_metas(head);
    if (!charset_called(charset))
        return (Declared){0};
    return (Declared){or_utf8(charset), "the document"};
}
