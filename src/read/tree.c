#include "read/tree.h"

#include <stdlib.h>

#include "base/utf8.h"

static const char *const TAG_NAMES[TAGS] = {[TAG_OTHER] = "",
                                            [TAG_TEXT] = "",
#define X(tag, name) [TAG_##tag] = #name,
                                            HTML_TAGS(X)
#undef X
};

static int compare_tag(const void *key, const void *name)
{
    return str_compare_c(*(const Str *)key, *(const char *const *)name);
}

Tag tag_of(Str name)
{
    // The list is in the order of the names.
    const char *const *first = TAG_NAMES + TAG_TEXT + 1;
    const char *const *found =
        bsearch(&name, first, TAGS - TAG_TEXT - 1, sizeof *first, compare_tag);
    return found ? (Tag)(found - TAG_NAMES) : TAG_OTHER;
}

Node *add_node(Node *parent, Tag tag, Arena *arena)
{
    Node *node = ALLOC(arena, Node, 1);
    node->tag = tag;
    node->parent = parent;
    if (!parent)
        return node;
    node->previous = parent->last;
    if (parent->last)
        parent->last->next = node;
    else
        parent->first = node;
    parent->last = node;
    return node;
}

Node *next_beside(const Node *node, const Node *root)
{
    for (; node && node != root; node = node->parent)
        if (node->next)
            return node->next;
    return NULL;
}

Node *next_node(const Node *node, const Node *root)
{
    return node->first ? node->first : next_beside(node, root);
}

Node *find_tag(const Node *root, Tag tag)
{
    for (Node *n = root->first; n; n = next_node(n, root))
        if (n->tag == tag)
            return n;
    return NULL;
}

Node *find_named(const Node *root, Str name)
{
    for (Node *n = root->first; n; n = next_node(n, root))
        if (str_equal(n->name, name))
            return n;
    return NULL;
}

Node *child_named(const Node *parent, Str name)
{
    for (Node *n = parent->first; n; n = n->next)
        if (str_equal(n->name, name))
            return n;
    return NULL;
}

static const Attribute *find_attribute(const Node *node, const char *name)
{
    for (uint32_t i = 0; i < node->attribute_count; i++)
        if (str_compare_c(node->attributes[i].name, name) == 0)
            return &node->attributes[i];
    return NULL;
}

Str attribute(const Node *node, const char *name)
{
    const Attribute *found = find_attribute(node, name);
    return found ? found->value : (Str){0};
}

bool has_attribute(const Node *node, const char *name)
{
    return find_attribute(node, name) != NULL;
}

static Str language_of(const Node *node)
{
    Str own = attribute(node, "xml:lang");
    if (own.len == 0)
        own = attribute(node, "lang");
    if (own.len)
        return own;
    return node->parent ? node->parent->language : (Str){0};
}

void mark_languages(Node *root)
{
    for (Node *n = root; n;) {
        n->language = language_of(n);
        if (n->first) {
            n = n->first;
            continue;
        }
        while (n != root && !n->next)
            n = n->parent;
        n = n == root ? NULL : n->next;
    }
}

bool has_word(Str value, Str word)
{
    for (size_t i = 0; i < value.len;) {
        while (i < value.len && is_space(value.data[i]))
            i++;
        size_t beg = i;
        while (i < value.len && !is_space(value.data[i]))
            i++;
        if (i > beg && str_equal_nocase(str_slice(value, beg, i), word))
            return true;
    }
    return false;
}

static const Shape SHAPES[TAGS] = {
    [TAG_TEXT] = SHAPE_TEXT,        [TAG_ADDRESS] = SHAPE_BLOCK, [TAG_ARTICLE] = SHAPE_BLOCK,
    [TAG_ASIDE] = SHAPE_BLOCK,      [TAG_BODY] = SHAPE_BLOCK,    [TAG_BUTTON] = SHAPE_BLOCK,
    [TAG_CAPTION] = SHAPE_BLOCK,    [TAG_CENTER] = SHAPE_BLOCK,  [TAG_DD] = SHAPE_BLOCK,
    [TAG_DETAILS] = SHAPE_BLOCK,    [TAG_DIALOG] = SHAPE_BLOCK,  [TAG_DIV] = SHAPE_BLOCK,
    [TAG_DL] = SHAPE_BLOCK,         [TAG_DT] = SHAPE_BLOCK,      [TAG_FIELDSET] = SHAPE_BLOCK,
    [TAG_FIGURE] = SHAPE_BLOCK,     [TAG_FOOTER] = SHAPE_BLOCK,  [TAG_FORM] = SHAPE_BLOCK,
    [TAG_HEADER] = SHAPE_BLOCK,     [TAG_HGROUP] = SHAPE_BLOCK,  [TAG_HTML] = SHAPE_BLOCK,
    [TAG_LEGEND] = SHAPE_BLOCK,     [TAG_MAIN] = SHAPE_BLOCK,    [TAG_NAV] = SHAPE_BLOCK,
    [TAG_OPTION] = SHAPE_BLOCK,     [TAG_P] = SHAPE_BLOCK,       [TAG_SECTION] = SHAPE_BLOCK,
    [TAG_SELECT] = SHAPE_BLOCK,     [TAG_SUMMARY] = SHAPE_BLOCK, [TAG_H1] = SHAPE_HEADING,
    [TAG_H2] = SHAPE_HEADING,       [TAG_H3] = SHAPE_HEADING,    [TAG_H4] = SHAPE_HEADING,
    [TAG_H5] = SHAPE_HEADING,       [TAG_H6] = SHAPE_HEADING,    [TAG_UL] = SHAPE_LIST,
    [TAG_OL] = SHAPE_LIST,          [TAG_MENU] = SHAPE_LIST,     [TAG_LI] = SHAPE_ITEM,
    [TAG_BLOCKQUOTE] = SHAPE_QUOTE, [TAG_PRE] = SHAPE_CODE,      [TAG_FIGCAPTION] = SHAPE_CAPTION,
    [TAG_TABLE] = SHAPE_TABLE,      [TAG_TR] = SHAPE_ROW,        [TAG_TD] = SHAPE_CELL,
    [TAG_TH] = SHAPE_CELL,          [TAG_IMG] = SHAPE_PICTURE,   [TAG_HR] = SHAPE_RULE,
    [TAG_BR] = SHAPE_BREAK,         [TAG_SCRIPT] = SHAPE_HIDDEN, [TAG_STYLE] = SHAPE_HIDDEN,
    [TAG_TEMPLATE] = SHAPE_HIDDEN,  [TAG_HEAD] = SHAPE_HIDDEN,   [TAG_NOSCRIPT] = SHAPE_HIDDEN,
    [TAG_SVG] = SHAPE_HIDDEN,       [TAG_IFRAME] = SHAPE_HIDDEN, [TAG_TEXTAREA] = SHAPE_HIDDEN,
};

Shape shape_of(Tag tag)
{
    return SHAPES[tag];
}

static bool parts_words(const Node *node)
{
    Shape shape = shape_of(node->tag);
    return shape != SHAPE_INLINE && shape != SHAPE_TEXT;
}

static void add_collapsed(Buf *b, Str s, bool *gap)
{
    for (size_t i = 0; i < s.len;) {
        Char c = utf8_at(s, i);
        bool space = code_is_space(c.code);
        if (!space && *gap && b->len)
            buf_char(b, ' ');
        *gap = space;
        if (!space)
            buf_add(b, str_slice(s, i, i + c.len));
        i += c.len;
    }
}

Str node_text(const Node *node, Arena *arena)
{
    Buf b = new_buf(arena);
    bool gap = false;
    const Node *last = node; // whose end has not been seen
    if (node->tag == TAG_TEXT)
        add_collapsed(&b, node->text, &gap);
    for (const Node *n = node->first; n;) {
        for (; last != n->parent && last != node; last = last->parent)
            gap |= parts_words(last);
        gap |= parts_words(n);
        last = n;
        bool hidden = shape_of(n->tag) == SHAPE_HIDDEN;
        if (n->tag == TAG_TEXT)
            add_collapsed(&b, n->text, &gap);
        n = hidden ? next_beside(n, node) : next_node(n, node);
    }
    return buf_str(&b);
}

Str raw_text(const Node *node, Arena *arena)
{
    if (node->first && !node->first->next && node->first->tag == TAG_TEXT)
        return node->first->text;
    Buf b = new_buf(arena);
    for (const Node *n = node->first; n; n = next_node(n, node))
        if (n->tag == TAG_TEXT)
            buf_add(&b, n->text);
    return buf_str(&b);
}
