#include "read/html/tidy.h"

#include "read/match.h"

enum {
    ATTRIBUTES_MAX = 1000,
    VALUE_MAX = 64, // bytes of a value that is not worth taking out
};

typedef struct {
    Str html;
    TidyHtml *out;
    Buf text;
    size_t kept; // bytes of html that were copied or cut
    Arena *arena;
} Tidying;

static void cut(Tidying *t, size_t beg, size_t end)
{
    if (beg >= end)
        return;
    buf_add(&t->text, str_slice(t->html, t->kept, beg));
    t->kept = end;
    *PUSH(&t->out->cuts, t->arena) = (Cut){(uint32_t)t->text.len, (uint32_t)(end - t->text.len)};
}

static size_t skip_until(Str s, size_t at, Str end)
{
    return at + str_find(str_slice(s, at, s.len), end);
}

// --- tags

// Values that pages are full of and no reader looks at.
static bool is_for_scripts(Str name)
{
    static const char *const NAMES[] = {"srcset", "imagesrcset", "sizes",
                                        "d",      "points",      "integrity"};
    return starts_nocase(name, STR("data-")) || any_equals(name, NAMES, COUNT(NAMES));
}

typedef struct {
    size_t end;          // behind its ">"
    uint32_t attributes; // what stands in it as such
    bool closed;         // by "/>"
} TagScan;

// Reads the tag that begins at `at`.
static TagScan scan_tag(Tidying *t, size_t at)
{
    Str s = t->html, name = {0};
    TagScan tag = {s.len, 0, false};
    char quote = 0;
    bool parted = false, value = false, named = false;
    size_t value_beg = 0, name_beg = 0;
    for (at++; at < s.len; at++) {
        char c = s.data[at];
        if (quote) {
            if (c != quote)
                continue;
            quote = 0;
            if (at - value_beg > VALUE_MAX && is_for_scripts(name))
                cut(t, value_beg, at);
            continue;
        }
        bool ends = c == '>' || is_space(c) || c == '/' || c == '=';
        if (named && ends) {
            name = str_slice(s, name_beg, at);
            named = false;
        }
        if (c == '>') {
            tag.closed = s.data[at - 1] == '/';
            tag.end = at + 1;
            return tag;
        }
        if (is_space(c) || c == '/') {
            parted = true;
        } else if (c == '=') {
            value = true;
        } else if (value) {
            quote = c == '"' || c == '\'' ? c : 0;
            value_beg = at + 1;
            value = false;
            parted = quote != 0;
        } else if (parted) {
            tag.attributes++;
            parted = false;
            named = true;
            name_beg = at;
        }
    }
    return tag;
}

// --- elements whose text is no markup

// Whether s begins with a tag of this name, "<script" or "</script".
static bool is_tag(Str s, Str begin)
{
    return starts_nocase(s, begin) &&
           (s.len == begin.len || is_space(s.data[begin.len]) || strchr("/>", s.data[begin.len]));
}

// The end tag of an element that is raw, as "</script"; empty where it is none.
static Str raw_end(Str tag)
{
    static const struct {
        const char *begin, *end;
    } RAW[] = {{"<script", "</script"}, {"<style", "</style"}, {"<textarea", "</textarea"},
               {"<title", "</title"},   {"<xmp", "</xmp"},     {"<iframe", "</iframe"}};
    for (size_t i = 0; i < COUNT(RAW); i++)
        if (is_tag(tag, str_from(RAW[i].begin)))
            return str_from(RAW[i].end);
    return (Str){0};
}

static size_t find_end_tag(Str s, size_t at, Str end)
{
    for (; at < s.len; at++) {
        at = skip_until(s, at, STR("</"));
        if (is_tag(str_slice(s, at, s.len), end))
            return at;
    }
    return s.len;
}

// Scripts that write comments are read by rules of their own (WHATWG, 13.2.5.17 on).
static bool is_certain(Str content)
{
    return str_find(content, STR("<!--")) == content.len;
}

// Passes the content of a raw element and takes it out where it is for browsers.
static size_t pass_raw(Tidying *t, Str tag, size_t beg, Str end)
{
    size_t at = find_end_tag(t->html, beg, end);
    Str content = str_slice(t->html, beg, at);
    bool script = str_equal(end, STR("</script")) && !contains_nocase(tag, STR("json"));
    bool style = str_equal(end, STR("</style"));
    bool whole = at < t->html.len;
    if ((script || style) && whole && is_certain(content))
        cut(t, beg, at);
    return at;
}

typedef struct {
    size_t end; // behind it
    bool plain; // ended as all browsers have it since ever
} CommentEnd;

// Of the comment whose text begins at `at`; the end of the page where it has none.
static CommentEnd find_comment_end(Str s, size_t at)
{
    Str rest = str_slice(s, at, s.len);
    if (str_starts(rest, STR(">")) || str_starts(rest, STR("->")))
        return (CommentEnd){at, false};
    for (at = skip_until(s, at, STR("--")); at < s.len; at = skip_until(s, at + 1, STR("--"))) {
        Str end = str_slice(s, at + 2, at + 4);
        if (str_starts(end, STR(">")))
            return (CommentEnd){at + 3, true};
        if (str_equal(end, STR("!>")))
            return (CommentEnd){at + 4, false};
    }
    return (CommentEnd){s.len, false};
}

// "<!-->" is a whole comment, and "--!>" ends one too; such are left to the parser.
static size_t pass_comment(Tidying *t, size_t beg)
{
    CommentEnd comment = find_comment_end(t->html, beg + 4);
    if (comment.plain)
        cut(t, beg, comment.end);
    return comment.end;
}

// Gives the byte to read on at. `tag` is filled where one begins here.
static size_t pass_markup(Tidying *t, size_t at, TagScan *tag)
{
    Str rest = str_slice(t->html, at, t->html.len);
    if (str_starts(rest, STR("<!--")))
        return pass_comment(t, at);
    if (rest.len < 2 || !is_alpha(rest.data[1]))
        return at + 1;
    *tag = scan_tag(t, at);
    Str end = raw_end(rest);
    // In a drawing, "<style/>" has an end; on a page, it has none.
    if (end.len == 0 || tag->closed)
        return tag->end;
    return pass_raw(t, str_slice(t->html, at, tag->end), tag->end, end);
}

bool tidy_html(Str html, Arena *arena, TidyHtml *out, Error *err)
{
    *out = (TidyHtml){.text = html};
    Tidying t = {.html = html, .out = out, .text = new_buf(arena), .arena = arena};
    buf_reserve(&t.text, html.len);
    for (size_t at = skip_until(html, 0, STR("<")); at < html.len;
         at = skip_until(html, at, STR("<"))) {
        TagScan tag = {0};
        size_t beg = at;
        at = pass_markup(&t, at, &tag);
        if (tag.attributes > ATTRIBUTES_MAX)
            return fail(err, ERR_ARTICLE, (Span){(uint32_t)beg, (uint32_t)beg + 1},
                        "a tag has more than %d attributes (give the page's text)", ATTRIBUTES_MAX);
    }
    if (out->cuts.count == 0)
        return true;
    buf_add(&t.text, str_slice(html, t.kept, html.len));
    out->text = buf_str(&t.text);
    return true;
}

uint32_t untidy_source(const TidyHtml *tidy, uint32_t at)
{
    uint32_t low = 0, high = tidy->cuts.count; // the last cut at or before `at` is below high
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (tidy->cuts.items[middle].at <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? at + tidy->cuts.items[low - 1].removed : at;
}
