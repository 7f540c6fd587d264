#include "read/book/pages.h"

#include <stdlib.h>

#include "read/html/roles.h"
#include "read/match.h"
#include "read/repeats.h"

enum { MATTER_MAX = 3000 }; // bytes: what is longer is no title page, whatever it says

const char *page_reason(Str type)
{
    static const struct {
        const char *type, *reason;
    } PAGES[] = {
        {"cover", "cover"},
        {"titlepage", "title page"},
        {"title-page", "title page"},
        {"halftitlepage", "title page"},
        {"copyright-page", "copyright page"},
        {"toc", "table of contents"},
        {"landmarks", "table of contents"},
        {"loi", "table of contents"},
        {"lot", "table of contents"},
        {"index", "index"},
    };
    for (size_t i = 0; type.len && i < COUNT(PAGES); i++)
        if (has_word(type, str_from(PAGES[i].type)))
            return PAGES[i].reason;
    return NULL;
}

// --- what is not read

// Whether a node holds fewer bytes of text than `most`, counted no further.
static bool is_short(const Node *node, size_t most)
{
    size_t len = 0;
    for (const Node *n = node; n && len < most; n = next_node(n, node))
        len += n->text.len + 1;
    return len < most;
}

// Links and hardly anything else: a table of contents that does not say it is one.
static bool is_link_page(const Node *body)
{
    size_t links = 0, linked = 0, all = 0;
    const Node *behind = NULL; // of the link at hand
    bool within = false;
    for (const Node *n = body; n; n = next_node(n, body)) {
        if (n == behind)
            within = false;
        if (n->tag == TAG_A && has_attribute(n, "href") && !within) {
            within = true;
            behind = next_beside(n, body);
            links++;
        }
        size_t len = str_trim(n->text).len;
        all += len;
        linked += within ? len : 0;
    }
    return links >= 4 && linked * 10 > all * 7;
}

static const char *reason_of(const Node *node, bool titled)
{
    if (node->tag == TAG_NAV)
        return "table of contents";
    if (node->attribute_count == 0)
        return NULL;
    if (has_word(attribute(node, "class"), STR("pg-boilerplate")))
        return "frame of the e-book";
    const char *reason = page_reason(attribute(node, "epub:type"));
    bool title = reason && strcmp(reason, "title page") == 0;
    return reason && (!title || titled) && is_short(node, MATTER_MAX) ? reason : NULL;
}

static void drop_parts(Node *body, bool titled)
{
    for (Node *n = body; n;) {
        n->drop = n->drop || n->tag == TAG_TEXT ? n->drop : reason_of(n, titled);
        n = n->drop ? next_beside(n, body) : next_node(n, body);
    }
}

// --- headings

bool has_page_words(const Node *body)
{
    for (const Node *n = body; n;) {
        if (str_trim(n->text).len)
            return true;
        n = shape_of(n->tag) == SHAPE_HIDDEN ? next_beside(n, body) : next_node(n, body);
    }
    return false;
}

static bool is_heading(const Node *node)
{
    return shape_of(node->tag) == SHAPE_HEADING || (node->attribute_count && heading_role(node));
}

static bool has_heading(const Node *body)
{
    for (const Node *n = body; n; n = n->drop ? next_beside(n, body) : next_node(n, body))
        if (!n->drop && is_heading(n))
            return true;
    return false;
}

static Tag heading_tag(int depth)
{
    return (Tag)(TAG_H1 + (depth < 6 ? depth : 6) - 1);
}

static void insert_before(Node *node, Node *at)
{
    node->parent = at->parent;
    node->next = at;
    node->previous = at->previous;
    if (at->previous)
        at->previous->next = node;
    else
        at->parent->first = node;
    at->previous = node;
}

// The paragraph around the first words in a node.
static Node *first_paragraph(Node *node)
{
    Node *n = node;
    while (n && (n->drop || n->tag != TAG_TEXT || str_trim(n->text).len == 0))
        n = n->drop ? next_beside(n, node) : next_node(n, node);
    while (n && n != node && shape_of(n->tag) != SHAPE_BLOCK)
        n = n->parent;
    return n;
}

// A paragraph that says what the entry says becomes the heading; else one is added.
static void add_heading(Node *at, const ContentsEntry *entry, bool before, Arena *arena)
{
    enum { HEADING_MAX = 300 };
    Node *paragraph = first_paragraph(at);
    bool same = paragraph && paragraph->tag != TAG_BODY &&
                same_words(short_text(paragraph, HEADING_MAX, arena), entry->label);
    if (same) {
        paragraph->tag = heading_tag(entry->depth);
        return;
    }
    Node *heading = add_node(NULL, heading_tag(entry->depth), arena);
    Node *text = add_node(heading, TAG_TEXT, arena);
    text->text = entry->label;
    text->source = heading->source = entry->source;
    if (before && at->parent)
        insert_before(heading, at);
    else if (at->first)
        insert_before(heading, at->first);
}

typedef struct {
    Str id;
    Node *node;
} Named;
typedef LIST(Named) Names;

static int compare_named(const void *a, const void *b)
{
    return str_compare(((const Named *)a)->id, ((const Named *)b)->id);
}

static Names list_names(Node *body, Arena *arena)
{
    Names names = {0};
    for (Node *n = body; n; n = next_node(n, body)) {
        Str id = attribute(n, "id");
        if (id.len)
            *PUSH(&names, arena) = (Named){id, n};
    }
    if (names.count)
        qsort(names.items, names.count, sizeof *names.items, compare_named);
    return names;
}

static Node *node_named(const Names *names, Str id, const Node *body)
{
    Named key = {id, NULL};
    const Named *found = names->count ? bsearch(&key, names->items, names->count,
                                                sizeof *names->items, compare_named)
                                      : NULL;
    Node *node = found ? found->node : NULL;
    while (node && node != body && shape_of(node->tag) == SHAPE_INLINE)
        node = node->parent;
    return node;
}

// What tables of contents call the picture on the first page.
static bool is_cover_label(Str label)
{
    static const char *const LABELS[] = {
        "cover",      "cover page", "cover image",  "front cover", "title page",
        "titlepage",  "couverture", "portada",      "cubierta",    "umschlag",
        "titelseite", "copertina",  "frontispiece", "omslag",      "capa",
    };
    return any_equals(label, LABELS, COUNT(LABELS));
}

static void add_headings(Node *body, const Contents *entries, Arena *arena)
{
    Names names = list_names(body, arena);
    const Node *last = NULL; // that got one
    for (uint32_t i = 0; i < entries->count; i++) {
        const ContentsEntry *entry = &entries->items[i];
        Node *at = entry->fragment.len ? node_named(&names, entry->fragment, body) : body;
        bool picture = is_cover_label(entry->label) && !has_page_words(body);
        if (at && at != last && (i == 0 || at != body) && !picture)
            add_heading(at, entry, at != body, arena);
        last = at ? at : last;
    }
}

void prepare_page(Node *body, const PageInfo *info, Arena *arena)
{
    bool title = info->reason && strcmp(info->reason, "title page") == 0;
    bool matter = title || (info->reason && strcmp(info->reason, "cover") == 0);
    if (info->reason && (!title || info->titled) && (!matter || is_short(body, MATTER_MAX)))
        body->drop = info->reason;
    else if (is_link_page(body))
        body->drop = "table of contents";
    if (body->drop)
        return;
    drop_parts(body, info->titled);
    if (info->entries.count && !has_heading(body))
        add_headings(body, &info->entries, arena);
}
