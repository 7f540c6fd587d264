// Atom 1.0 (RFC 4287), and 0.3, which calls some things otherwise.
#include "read/feed/feed.h"

#include "read/match.h"

static const Node *child(const Node *parent, const char *name)
{
    return child_named(parent, str_from(name));
}

static Str child_text(const Node *parent, const char *name, Arena *arena)
{
    const Node *found = parent ? child(parent, name) : NULL;
    return found ? str_trim(node_text(found, arena)) : (Str){0};
}

static bool holds_elements(const Node *node)
{
    for (const Node *n = node->first; n; n = n->next)
        if (n->tag != TAG_TEXT)
            return true;
    return false;
}

// RFC 4287, 4.1.3.3: text, html, xhtml, or a media type. Encoded bytes hold no words.
static bool set_content(Entry *entry, const Node *from, Arena *arena)
{
    if (!from)
        return false;
    Str type = attribute(from, "type");
    bool marked = str_equal_nocase(type, STR("html")) || starts_nocase(type, STR("text/html")) ||
                  str_equal_nocase(attribute(from, "mode"), STR("escaped"));
    Content content = {CONTENT_NONE, {0}, NULL, from->source};
    if (holds_elements(from)) {
        content.kind = CONTENT_TREE;
        content.tree = from;
    } else if (marked || type.len == 0 || str_equal_nocase(type, STR("text")) ||
               starts_nocase(type, STR("text/"))) {
        content.kind = marked ? CONTENT_MARKUP : CONTENT_WORDS;
        content.text = str_trim(raw_text(from, arena));
    }
    if (content.kind == CONTENT_NONE || (!content.tree && content.text.len == 0))
        return false;
    entry->content = content;
    return true;
}

static bool is_link(const Node *node, Str relation)
{
    return str_equal(node->name, STR("atom:link")) && str_equal(attribute(node, "rel"), relation);
}

// The page that the entry or the feed stands for.
static Str find_link(const Node *parent)
{
    Str link = {0};
    for (const Node *n = parent->first; n && link.len == 0; n = n->next)
        if (is_link(n, STR("alternate")) || is_link(n, (Str){0}))
            link = attribute(n, "href");
    return link;
}

static bool has_sound(const Node *entry)
{
    for (const Node *n = entry->first; n; n = n->next)
        if (is_link(n, STR("enclosure")))
            return true;
    return false;
}

static Str names_of(const Node *parent, Arena *arena)
{
    Buf b = new_buf(arena);
    for (const Node *n = parent ? parent->first : NULL; n; n = n->next) {
        Str name =
            str_equal(n->name, STR("atom:author")) ? child_text(n, "atom:name", arena) : (Str){0};
        if (name.len && b.len)
            buf_add(&b, STR(", "));
        buf_add(&b, name);
    }
    return buf_str(&b);
}

static bool is_marked(const Node *title)
{
    Str type = title ? attribute(title, "type") : (Str){0};
    return str_equal_nocase(type, STR("html")) || starts_nocase(type, STR("text/html"));
}

static Entry atom_entry(const Node *from, Arena *arena)
{
    static const char *const DATES[] = {"atom:published", "atom:issued", "atom:created",
                                        "atom:updated", "atom:modified"};
    Entry entry = {
        .id = child_text(from, "atom:id", arena),
        .title = child_text(from, "atom:title", arena),
        .marked_title = is_marked(child(from, "atom:title")),
        .author = str_or(names_of(from, arena), names_of(child(from, "atom:source"), arena)),
        .link = find_link(from),
        .language = attribute(from, "xml:lang"),
        .sound = has_sound(from),
    };
    for (size_t i = 0; i < COUNT(DATES) && entry.date.len == 0; i++)
        entry.date = child_text(from, DATES[i], arena);
    const Node *content = child(from, "atom:content");
    if (!set_content(&entry, content, arena))
        (void)set_content(&entry, child(from, "atom:summary"), arena);
    if (content && entry.link.len == 0)
        entry.link = attribute(content, "src");
    return entry;
}

bool collect_atom(const Node *root, Arena *arena, Feed *out)
{
    bool alone = str_equal(root->name, STR("atom:entry"));
    if (!alone && !str_equal(root->name, STR("atom:feed")))
        return false;
    *out = (Feed){0};
    if (alone) {
        *PUSH(&out->entries, arena) = atom_entry(root, arena);
        return true;
    }
    out->title = child_text(root, "atom:title", arena);
    out->link = find_link(root);
    out->language = attribute(root, "xml:lang");
    out->author = names_of(root, arena);
    for (const Node *n = root->first; n; n = n->next)
        if (str_equal(n->name, STR("atom:entry")))
            *PUSH(&out->entries, arena) = atom_entry(n, arena);
    return true;
}
