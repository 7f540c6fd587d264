#include "read/html/fragment.h"

#include "read/html/parse.h"

bool parse_fragment(Str html, uint32_t source, Arena *arena, Node **out, Error *err)
{
    if (!parse_html(html, arena, out, err))
        return false;
    for (Node *n = *out; n; n = next_node(n, *out))
        n->source += source;
    return true;
}

Str markup_of_text(Str text, Arena *arena)
{
    text = str_trim(text);
    if (text.len == 0)
        return text;
    Buf b = new_buf(arena);
    buf_reserve(&b, text.len + text.len / 8 + 16);
    buf_add(&b, STR("<p>"));
    for (size_t i = 0; i < text.len; i++) {
        bool blank = text.data[i] == '\n' && i + 1 < text.len && text.data[i + 1] == '\n';
        if (blank)
            buf_add(&b, STR("<p>"));
        else if (text.data[i] == '<')
            buf_add(&b, STR("&lt;"));
        else if (text.data[i] == '&')
            buf_add(&b, STR("&amp;"));
        else
            buf_char(&b, text.data[i]);
    }
    return buf_str(&b);
}

bool has_markup(Str s)
{
    for (size_t i = 0; i + 1 < s.len; i++)
        if (s.data[i] == '<' && (is_alpha(s.data[i + 1]) || s.data[i + 1] == '/'))
            return true;
    return false;
}

Str words_of_markup(Str html, Arena *arena)
{
    Node *root;
    Error err = {0};
    if (!parse_html(html, arena, &root, &err))
        return (Str){0};
    const Node *body = find_tag(root, TAG_BODY);
    return body ? node_text(body, arena) : (Str){0};
}
