#include "read/html_parse.h"

#include <gumbo.h>

static void *take(void *arena, size_t size)
{
    return room_bytes(arena, size, 1);
}

static void give(void *arena, void *memory)
{
    (void)arena;
    (void)memory;
}

static Str piece(GumboStringPiece s)
{
    return (Str){s.data, s.length};
}

// "one&#13;two": the text has LF line ends alone.
static Str with_lf(Str s, Arena *arena)
{
    if (s.len == 0 || !memchr(s.data, '\r', s.len))
        return s;
    Buf b = new_buf(arena);
    for (size_t i = 0; i < s.len; i++)
        buf_char(&b, s.data[i] == '\r' ? '\n' : s.data[i]);
    return buf_str(&b);
}

static Str element_name(const GumboElement *element, Arena *arena)
{
    if (element->tag != GUMBO_TAG_UNKNOWN)
        return str_from(gumbo_normalized_tagname(element->tag));
    GumboStringPiece name = element->original_tag;
    gumbo_tag_from_original_text(&name);
    Buf b = new_buf(arena);
    for (size_t i = 0; i < name.length; i++)
        buf_char(&b, (char)to_lower(name.data[i]));
    return buf_str(&b);
}

static void copy_attributes(Node *node, const GumboVector *from, Arena *arena)
{
    node->attributes = ALLOC(arena, Attribute, from->length);
    node->attribute_count = from->length;
    for (unsigned i = 0; i < from->length; i++) {
        const GumboAttribute *a = from->data[i];
        node->attributes[i] = (Attribute){str_from(a->name), with_lf(str_from(a->value), arena)};
    }
}

static Node *copy_element(const GumboElement *element, Node *parent, Arena *arena)
{
    Str name = element_name(element, arena);
    Node *node = add_node(parent, tag_of(name), arena);
    node->name = name;
    // What the parser added begins where its parent does.
    node->source = piece(element->original_tag).len ? element->start_pos.offset : parent->source;
    copy_attributes(node, &element->attributes, arena);
    return node;
}

static void copy_text(const GumboText *text, Node *parent, Arena *arena)
{
    Node *node = add_node(parent, TAG_TEXT, arena);
    node->text = with_lf(str_from(text->text), arena);
    node->source = text->start_pos.offset;
}

static const GumboVector *children_of(const GumboNode *node)
{
    return node->type == GUMBO_NODE_DOCUMENT ? &node->v.document.children
                                             : &node->v.element.children;
}

// Gives the copy of an element, NULL for what has no children.
static Node *copy_node(const GumboNode *from, Node *parent, Arena *arena)
{
    switch (from->type) {
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
        return copy_element(&from->v.element, parent, arena);
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE:
        copy_text(&from->v.text, parent, arena);
        return NULL;
    case GUMBO_NODE_COMMENT:
    case GUMBO_NODE_DOCUMENT:
        return NULL;
    }
    return NULL;
}

// Down and up without recursion: pages nest thousands of elements.
static void copy_tree(const GumboNode *root, Node *copy, Arena *arena)
{
    const GumboNode *at = root;
    size_t child = 0;
    for (;;) {
        const GumboVector *children = children_of(at);
        if (child < children->length) {
            const GumboNode *next = children->data[child];
            Node *made = copy_node(next, copy, arena);
            child++;
            if (made) {
                at = next;
                copy = made;
                child = 0;
            }
        } else if (at == root) {
            return;
        } else {
            child = at->index_within_parent + 1;
            at = at->parent;
            copy = copy->parent;
        }
    }
}

bool parse_html(Str html, Arena *arena, Node **out, Error *err)
{
    (void)err;
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = take;
    options.deallocator = give;
    options.userdata = arena;
    options.max_errors = 0;
    const GumboOutput *page = gumbo_parse_with_options(&options, html.data, html.len);
    *out = add_node(NULL, TAG_OTHER, arena);
    copy_tree(page->document, *out, arena);
    return true;
}
