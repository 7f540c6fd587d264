#include "read/html/formulas.h"

#include "read/match.h"

bool is_formula(const Node *node)
{
    if (node->tag == TAG_MATH)
        return true;
    Str given = node->tag == TAG_IMG ? str_slice(attribute(node, "class"), 0, 200) : (Str){0};
    return contains_nocase(given, STR("math")) || contains_nocase(given, STR("latex")) ||
           contains_nocase(given, STR("tex-"));
}

// TeX is for machines: "{\displaystyle a^{2}}".
static bool is_sayable(Str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (strchr("\\{}^_$&", s.data[i]))
            return false;
    return str_trim(s).len > 0;
}

// Signs in a row, with nothing raised, lowered, or above another.
static bool is_flat(const Node *math)
{
    static const char *const FLAT[] = {"math",  "mrow",   "mi",     "mn",        "mo",
                                       "mtext", "mstyle", "mspace", "semantics", "mpadded"};
    for (const Node *n = math; n;) {
        bool hidden = starts_nocase(n->name, STR("annotation"));
        if (!hidden && n->tag != TAG_TEXT && !any_equals(n->name, FLAT, COUNT(FLAT)))
            return false;
        n = hidden ? next_beside(n, math) : next_node(n, math);
    }
    return true;
}

// "x=2" is read with its signs apart: "x = 2".
static Str flat_words(const Node *math, Arena *arena)
{
    Buf b = new_buf(arena);
    for (const Node *n = math; n;) {
        bool hidden = starts_nocase(n->name, STR("annotation"));
        Str word = n->tag == TAG_TEXT ? str_trim(n->text) : (Str){0};
        if (word.len && b.len)
            buf_char(&b, ' ');
        buf_add(&b, word);
        n = hidden ? next_beside(n, math) : next_node(n, math);
    }
    return buf_str(&b);
}

Str formula_words(const Node *node, Arena *arena, Str *rest)
{
    static const char *const NAMES[] = {"aria-label", "alttext", "alt", "title"};
    *rest = (Str){0};
    for (size_t i = 0; i < COUNT(NAMES); i++) {
        Str s = attribute(node, NAMES[i]);
        if (is_sayable(s))
            return str_trim(s);
        *rest = rest->len ? *rest : s;
    }
    if (node->tag == TAG_MATH && is_flat(node))
        return flat_words(node, arena);
    if (rest->len == 0)
        *rest = node_text(node, arena);
    return (Str){0};
}
