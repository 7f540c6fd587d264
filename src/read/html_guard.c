#include "read/html_guard.h"

#include "read/match.h"

enum { ATTRIBUTES_MAX = 1000 };

static size_t skip_until(Str s, size_t at, Str end)
{
    return at + str_find(str_slice(s, at, s.len), end);
}

// Behind the tag that begins at `at`; counts what stands in it as attributes.
static size_t scan_tag(Str s, size_t at, uint32_t *attributes)
{
    char quote = 0;
    bool parted = false, value = false;
    *attributes = 0;
    for (at++; at < s.len; at++) {
        char c = s.data[at];
        if (quote) {
            quote = c == quote ? 0 : quote;
            continue;
        }
        if (c == '>')
            return at + 1;
        if (is_space(c) || c == '/') {
            parted = true;
        } else if (c == '=') {
            value = true;
        } else if (value) {
            quote = c == '"' || c == '\'' ? c : 0;
            value = false;
            parted = quote != 0;
        } else if (parted) {
            ++*attributes;
            parted = false;
        }
    }
    return s.len;
}

// Elements whose text is no markup, up to their end tag.
static Str raw_end(Str tag)
{
    static const struct {
        const char *begin, *end;
    } RAW[] = {{"<script", "</script"}, {"<style", "</style"}, {"<textarea", "</textarea"},
               {"<title", "</title"},   {"<xmp", "</xmp"},     {"<iframe", "</iframe"}};
    for (size_t i = 0; i < COUNT(RAW); i++)
        if (starts_nocase(tag, str_from(RAW[i].begin)))
            return str_from(RAW[i].end);
    return (Str){0};
}

static size_t skip_raw(Str s, size_t at, Str end)
{
    for (; at < s.len; at++) {
        at = skip_until(s, at, STR("</"));
        if (starts_nocase(str_slice(s, at, s.len), end))
            return at;
    }
    return s.len;
}

bool check_html(Str html, Error *err)
{
    for (size_t at = skip_until(html, 0, STR("<")); at < html.len;
         at = skip_until(html, at, STR("<"))) {
        Str rest = str_slice(html, at, html.len);
        uint32_t attributes = 0;
        size_t beg = at;
        if (str_starts(rest, STR("<!--"))) {
            at = skip_until(html, at + 4, STR("-->"));
        } else if (rest.len > 1 && is_alpha(rest.data[1])) {
            at = scan_tag(html, at, &attributes);
            Str end = raw_end(rest);
            if (end.len)
                at = skip_raw(html, at, end);
        } else {
            at++;
        }
        if (attributes > ATTRIBUTES_MAX)
            return fail(err, ERR_ARTICLE, (Span){(uint32_t)beg, (uint32_t)beg + 1},
                        "a tag has more than %d attributes (give the page's text)", ATTRIBUTES_MAX);
    }
    return true;
}
