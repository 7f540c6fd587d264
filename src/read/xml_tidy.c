#include "read/xml_tidy.h"

#include "base/utf8.h"
#include "read/entity.h"

// What the parser does with these is quadratic in their number, or recursive.
enum {
    DEPTH_MAX = 256,        // elements in each other
    ATTRIBUTES_MAX = 1000,  // of an element
    SPACES_MAX = 256,       // declarations of namespaces that hold at one place
    ELEMENTS_MAX = 300000,  // of a document: 150 MB of tree
    TEXT_MAX = 9000000,     // bytes without an element between; the parser takes 10,000,000
    REFERENCE_LEN_MAX = 32, // bytes of "&name;"
};

typedef struct {
    Str in;
    Buf out;
    size_t at;
    size_t text; // of `out`: where the text at hand begins
    uint32_t depth, elements, spaces;
    uint16_t declared[DEPTH_MAX]; // namespaces, by each open element
    Error *err;
} Tidy;

static bool refuse(const Tidy *t, const char *what)
{
    uint32_t at = (uint32_t)t->at;
    return fail(t->err, ERR_ARTICLE, (Span){at, at}, "the XML %s (save the article's text)", what);
}

// Behind the next `mark` from byte `from` on; the end where there is none.
static size_t behind(const Tidy *t, size_t from, Str mark)
{
    Str rest = str_slice(t->in, from, t->in.len);
    size_t found = str_find(rest, mark);
    return found < rest.len ? from + found + mark.len : t->in.len;
}

static bool is_forbidden(char c)
{
    return (unsigned char)c < 0x20 && !is_space(c);
}

// As it is, but for control characters, which XML has none of.
static void copy_to(Tidy *t, size_t end)
{
    for (; t->at < end; t->at++) {
        char c = t->in.data[t->at];
        if (!is_forbidden(c) && c != '\v' && c != '\f')
            buf_char(&t->out, c);
    }
}

static void blank_to(Tidy *t, size_t end)
{
    for (; t->at < end; t->at++)
        buf_char(&t->out, t->in.data[t->at] == '\n' ? '\n' : ' ');
}

// --- references

static Str reference_at(const Tidy *t)
{
    size_t end = t->at + 1;
    while (end < t->in.len && end - t->at < REFERENCE_LEN_MAX &&
           (is_alnum(t->in.data[end]) || t->in.data[end] == '#'))
        end++;
    bool closed = end < t->in.len && t->in.data[end] == ';' && end > t->at + 1;
    return closed ? str_slice(t->in, t->at, end + 1) : (Str){0};
}

static bool is_markup_sign(uint32_t code)
{
    return code == '<' || code == '>' || code == '&' || code == '"' || code == '\'';
}

static void copy_reference(Tidy *t)
{
    Str name = reference_at(t);
    uint32_t code = name.len ? entity_code(name) : 0;
    bool of_xml = is_markup_sign(code) || str_equal(name, STR("&apos;"));
    if (of_xml) {
        buf_add(&t->out, name);
    } else if (code && (!code_is_invisible(code) || code_is_space(code) || code >= 0xA0)) {
        buf_code(&t->out, (code & 0xFFFE) == 0xFFFE ? REPLACEMENT : code);
    } else if (name.len && name.data[1] == '#') {
        buf_code(&t->out, REPLACEMENT);
    } else {
        buf_add(&t->out, STR("&amp;"));
        name.len = 1;
    }
    t->at += name.len;
}

static bool has_room(const Tidy *t)
{
    return t->out.len - t->text <= TEXT_MAX;
}

static void copy_text_to(Tidy *t, size_t end)
{
    while (t->at < end && has_room(t)) {
        const char *sign = memchr(t->in.data + t->at, '&', end - t->at);
        copy_to(t, sign ? (size_t)(sign - t->in.data) : end);
        if (sign)
            copy_reference(t);
    }
}

// --- markup

// Behind "<!DOCTYPE ... [ ... ]>". Brackets and ends in quotes and comments do not count.
static size_t declaration_end(const Tidy *t)
{
    bool inside = false;
    for (size_t i = t->at + 2; i < t->in.len;) {
        char c = t->in.data[i];
        Str rest = str_slice(t->in, i, t->in.len);
        if (c == '"' || c == '\'') {
            i = behind(t, i + 1, (Str){&t->in.data[i], 1});
        } else if (str_starts(rest, STR("<!--"))) {
            i = behind(t, i + 4, STR("-->"));
        } else {
            inside = c == '[' || (inside && c != ']');
            i++;
            if (c == '>' && !inside)
                return i;
        }
    }
    return t->in.len;
}

typedef struct {
    size_t end; // behind ">"
    uint32_t attributes, spaces;
    bool closed; // "<br/>"
} TagEnds;

static TagEnds scan_tag(const Tidy *t)
{
    TagEnds tag = {.end = t->in.len};
    size_t name = 0;
    for (size_t i = t->at + 1; i < t->in.len; i++) {
        char c = t->in.data[i];
        if (c == '"' || c == '\'') {
            i = behind(t, i + 1, (Str){&t->in.data[i], 1}) - 1;
        } else if (is_space(c)) {
            name = i + 1;
        } else if (c == '=') {
            tag.attributes++;
            tag.spaces += str_starts(str_slice(t->in, name, i), STR("xmlns"));
        } else if (c == '>') {
            tag.end = i + 1;
            tag.closed = t->in.data[i - 1] == '/';
            break;
        }
    }
    return tag;
}

static bool open_element(Tidy *t)
{
    TagEnds tag = scan_tag(t);
    if (tag.attributes > ATTRIBUTES_MAX)
        return refuse(t, "has an element of more than 1,000 attributes");
    if (++t->elements > ELEMENTS_MAX)
        return refuse(t, "has more than 300,000 elements");
    if (t->spaces + tag.spaces > SPACES_MAX)
        return refuse(t, "declares more than 256 namespaces in each other");
    if (!tag.closed) {
        if (t->depth == DEPTH_MAX)
            return refuse(t, "nests more than 256 elements in each other");
        t->declared[t->depth++] = (uint16_t)tag.spaces;
        t->spaces += tag.spaces;
    }
    t->text = t->out.len;
    copy_text_to(t, tag.end);
    bool whole = t->at == tag.end && has_room(t);
    t->text = t->out.len;
    return whole || refuse(t, "has a tag of more than 9 MB");
}

static void close_element(Tidy *t)
{
    if (t->depth)
        t->spaces -= t->declared[--t->depth];
    copy_to(t, behind(t, t->at, STR(">")));
    t->text = t->out.len;
}

static bool copy_markup(Tidy *t)
{
    Str rest = str_slice(t->in, t->at, t->in.len);
    if (str_starts(rest, STR("<!--"))) {
        blank_to(t, behind(t, t->at + 4, STR("-->")));
    } else if (str_starts(rest, STR("<![CDATA["))) {
        copy_to(t, behind(t, t->at, STR("]]>")));
    } else if (str_starts(rest, STR("<!"))) {
        blank_to(t, declaration_end(t));
    } else if (str_starts(rest, STR("<?"))) {
        // What the first of them says of the encoding is no longer true.
        blank_to(t, behind(t, t->at, STR("?>")));
    } else if (str_starts(rest, STR("</"))) {
        close_element(t);
    } else {
        return open_element(t);
    }
    return true;
}

bool tidy_xml(Str xml, Arena *arena, Str *out, Error *err)
{
    Tidy t = {.in = xml, .out = new_buf(arena), .err = err};
    buf_reserve(&t.out, xml.len + xml.len / 16 + 64);
    if (str_starts(xml, STR("\xEF\xBB\xBF")))
        t.at = 3;
    while (t.at < xml.len) {
        const char *sign = memchr(xml.data + t.at, '<', xml.len - t.at);
        copy_text_to(&t, sign ? (size_t)(sign - xml.data) : xml.len);
        if (sign && has_room(&t) && !copy_markup(&t))
            return false;
        if (!has_room(&t))
            return refuse(&t, "has more than 9 MB of text in one piece");
    }
    *out = buf_str(&t.out);
    return true;
}
