#include "read/html/parse.h"

#include <gumbo.h>
#include <setjmp.h>

#include "base/utf8.h"
#include "read/html/tidy.h"

#define NORETURN __attribute__((noreturn))

// Browsers' rules let a page cost its square: each element that is left open is looked at by
// every tag behind it, and each "<font color=1>" that is left open is opened anew in every
// paragraph. A parser asks for memory at each tag, so what it spends is counted there, the
// same on all machines, and a page that is beyond all bounds is left.
enum {
    MEMORY_MAX = 96 << 20, // a page's tree is about 8 times the page, a book's twice
    DEPTH_MAX = 10000,     // elements within each other
    TAG_MAX = 4000,        // attributes of a tag; 1,000 where the guard sees it
    ATTRIBUTE_WORK = 8,    // to compare a name costs more than to look at an element
};
static const uint64_t WORK_MAX = 400000000; // depths of all allocations; some 0.3 s

// In front of each node. What else has a node's size has one too, and is nobody's parent.
typedef struct {
    const void *node; // itself
    uint32_t depth;   // 0: not known yet
} Head;
enum { HEAD_SIZE = 16 };

typedef struct {
    Arena arena; // all that the parser takes; given back at once
    const char *beg;
    jmp_buf out;
    const char *why;           // it was left; NULL: it was not
    const GumboNode *document; // the first node
    const GumboNode *last;     // the newest, which may stand nowhere yet
    uint32_t depth;            // of the newest whose place is known
    uint32_t attributes;       // since the newest node
    uint64_t work;
} Parsing;

static NORETURN void leave(Parsing *p, const char *why)
{
    p->why = why;
    longjmp(p->out, 1);
}

// NULL: it is no node of ours.
static Head *head_of(const Parsing *p, const GumboNode *node)
{
    const char *at = (const char *)node;
    if (at < p->beg + HEAD_SIZE || at > p->arena.beg || (uintptr_t)at % HEAD_SIZE)
        return NULL;
    Head *head = (Head *)((uintptr_t)at - HEAD_SIZE);
    return head->node == node ? head : NULL;
}

// Nodes get their parent after they were made, the newest of all last. All above it that
// were not known yet are known then.
static void settle(Parsing *p)
{
    uint32_t above = 0;
    Head *head = p->last ? head_of(p, p->last) : NULL;
    const GumboNode *node = p->last;
    for (; head && head->depth == 0 && node != p->document && above <= DEPTH_MAX; above++) {
        node = node->parent;
        head = head_of(p, node);
    }
    if (!head)
        return;
    p->depth = head->depth + above;
    uint32_t depth = p->depth;
    for (node = p->last; depth > p->depth - above; node = node->parent) {
        Head *known = head_of(p, node);
        if (!known)
            return;
        known->depth = depth--;
    }
}

// Attributes of later "<html>" and "<body>" tags become the first ones'.
static uint32_t root_attributes(const Parsing *p)
{
    if (!p->document)
        return 0;
    const GumboVector *roots = &p->document->v.document.children;
    uint32_t count = 0;
    for (unsigned i = 0; i < roots->length && i < 4; i++) {
        const GumboNode *root = roots->data[i];
        if (root->type != GUMBO_NODE_ELEMENT)
            continue;
        const GumboVector *parts = &root->v.element.children;
        count += root->v.element.attributes.length;
        for (unsigned k = 0; k < parts->length && k < 8; k++) {
            const GumboNode *part = parts->data[k];
            if (part->type == GUMBO_NODE_ELEMENT)
                count += part->v.element.attributes.length;
        }
    }
    return count;
}

static void *take_node(Parsing *p)
{
    settle(p);
    if (p->depth > DEPTH_MAX)
        leave(p, "its elements nest more than 10,000 deep");
    char *memory = alloc_bytes(&p->arena, HEAD_SIZE + sizeof(GumboNode), 1);
    Head *head = (Head *)(void *)memory;
    head->node = memory + HEAD_SIZE;
    p->last = head->node;
    p->document = p->document ? p->document : p->last;
    p->attributes = 0;
    return memory + HEAD_SIZE;
}

static void *take(void *user, size_t size)
{
    Parsing *p = user;
    size_t left = (size_t)(p->arena.end - p->arena.beg);
    p->work += p->depth + 1;
    if (size >= left || left - size < 2 * HEAD_SIZE)
        leave(p, "its tree would take more than 96 MiB");
    if (size == sizeof(GumboAttribute)) {
        p->work += ATTRIBUTE_WORK * (uint64_t)root_attributes(p);
        if (++p->attributes > TAG_MAX)
            leave(p, "a tag has thousands of attributes");
    }
    if (p->work > WORK_MAX)
        leave(p, "too many of its elements are left open");
    return size == sizeof(GumboNode) ? take_node(p) : alloc_bytes(&p->arena, size, 1);
}

static void give(void *user, void *memory)
{
    (void)user;
    (void)memory;
}

static Str piece(GumboStringPiece s)
{
    return (Str){s.data, s.length};
}

// "one&#13;two": the text has LF line ends alone. A reference to a number beyond all that an
// int holds comes as bytes that are no UTF-8.
static Str settled(Str s, Arena *arena)
{
    if (s.len == 0 || (!memchr(s.data, '\r', s.len) && utf8_check(s) == s.len))
        return s;
    Buf b = new_buf(arena);
    for (size_t i = 0; i < s.len;) {
        Char c = utf8_at(s, i);
        buf_code(&b, c.code == '\r' ? '\n' : c.code);
        i += c.len;
    }
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
        node->attributes[i] = (Attribute){str_copy(str_from(a->name), arena),
                                          str_copy(settled(str_from(a->value), arena), arena)};
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
    node->text = str_copy(settled(str_from(text->text), arena), arena);
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

static bool parse(Str html, Parsing *p, const GumboOutput **out, Error *err)
{
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = take;
    options.deallocator = give;
    options.userdata = p;
    options.max_errors = 0;
    if (setjmp(p->out) == 0)
        *out = gumbo_parse_with_options(&options, html.data, html.len);
    return !p->why ||
           fail(err, ERR_ARTICLE, (Span){0}, "the page is not read: %s (give its text)", p->why);
}

bool parse_html(Str html, Arena *arena, Node **out, Error *err)
{
    const GumboOutput *page = NULL;
    TidyHtml tidy;
    if (!tidy_html(html, arena, &tidy, err))
        return false;
    Arena fresh = new_arena(MEMORY_MAX);
    Parsing parsing = {.arena = fresh, .beg = fresh.beg};
    bool done = parse(tidy.text, &parsing, &page, err);
    if (done) {
        *out = add_node(NULL, TAG_OTHER, arena);
        copy_tree(page->document, *out, arena);
        mark_languages(*out);
        for (Node *n = *out; n; n = next_node(n, *out))
            n->source = untidy_source(&tidy, n->source);
    }
    free_arena(fresh);
    return done;
}
