// RSS 0.9x, 1.0 and 2.0: items in a channel or beside it.
#include "read/feed/feed.h"

#include "read/html/fragment.h"

static Str child_text(const Node *parent, const char *name, Arena *arena)
{
    const Node *child = child_named(parent, str_from(name));
    return child ? str_trim(node_text(child, arena)) : (Str){0};
}

// Several names may stand for one thing; the first that has words wins.
static Str any_child_text(const Node *parent, const char *const *names, size_t count, Arena *arena)
{
    Str text = {0};
    for (size_t i = 0; i < count && text.len == 0; i++)
        text = child_text(parent, names[i], arena);
    return text;
}

static bool set_content(Entry *entry, const Node *from, Arena *arena)
{
    Str text = from ? str_trim(raw_text(from, arena)) : (Str){0};
    if (text.len == 0)
        return false;
    bool markup = has_markup(text) || str_find(text, STR("&")) < text.len;
    entry->content = (Content){markup ? CONTENT_MARKUP : CONTENT_WORDS, text, NULL, from->source};
    return true;
}

static bool set_tree(Entry *entry, const Node *body)
{
    if (!body)
        return false;
    entry->content = (Content){CONTENT_TREE, {0}, body, body->source};
    return true;
}

static void find_content(Entry *entry, const Node *item, Arena *arena)
{
    static const char *const NAMES[] = {"content:encoded", "atom:content",      "description",
                                        "atom:summary",    "media:description", "itunes:summary",
                                        "itunes:subtitle"};
    bool found = set_content(entry, child_named(item, STR("content:encoded")), arena) ||
                 set_tree(entry, child_named(item, STR("body"))); // XHTML
    for (size_t i = 1; i < COUNT(NAMES) && !found; i++)
        found = set_content(entry, child_named(item, str_from(NAMES[i])), arena);
}

static void find_link(Entry *entry, const Node *item, Arena *arena)
{
    const Node *guid = child_named(item, STR("guid"));
    const Node *origin = child_named(item, STR("atom:link"));
    entry->link = child_text(item, "link", arena);
    bool address = guid && !str_equal_nocase(attribute(guid, "isPermaLink"), STR("false")) &&
                   str_starts(entry->id, STR("http"));
    if (entry->link.len == 0 && address)
        entry->link = entry->id;
    if (entry->link.len == 0 && origin)
        entry->link = attribute(origin, "href");
}

static bool has_sound(const Node *item)
{
    return child_named(item, STR("enclosure")) || child_named(item, STR("media:content")) ||
           child_named(item, STR("media:group"));
}

static Entry item_entry(const Node *item, Arena *arena)
{
    static const char *const AUTHORS[] = {"dc:creator", "author", "itunes:author",
                                          "managingEditor"};
    static const char *const DATES[] = {"pubDate", "dc:date", "dcterms:created", "atom:published",
                                        "atom:updated"};
    static const char *const TITLES[] = {"title", "itunes:title", "dc:title", "media:title"};
    static const char *const LANGUAGES[] = {"dc:language", "language"};
    Entry entry = {
        .title = any_child_text(item, TITLES, COUNT(TITLES), arena),
        .author = any_child_text(item, AUTHORS, COUNT(AUTHORS), arena),
        .date = any_child_text(item, DATES, COUNT(DATES), arena),
        .language = str_or(attribute(item, "xml:lang"),
                           any_child_text(item, LANGUAGES, COUNT(LANGUAGES), arena)),
        .id = str_or(child_text(item, "guid", arena), attribute(item, "rdf:about")),
        .marked_title = true,
        .sound = has_sound(item),
    };
    find_link(&entry, item, arena);
    find_content(&entry, item, arena);
    return entry;
}

static void add_items(Feed *feed, const Node *parent, Arena *arena)
{
    for (const Node *n = parent->first; n; n = n->next)
        if (str_equal(n->name, STR("item")))
            *PUSH(&feed->entries, arena) = item_entry(n, arena);
}

bool collect_rss(const Node *root, Arena *arena, Feed *out)
{
    static const char *const LANGUAGES[] = {"language", "dc:language"};
    static const char *const AUTHORS[] = {"itunes:author", "dc:creator"};
    if (!str_equal(root->name, STR("rss")) && !str_equal(root->name, STR("rdf:RDF")))
        return false;
    const Node *channel = child_named(root, STR("channel"));
    if (!channel && !child_named(root, STR("item")))
        return false;
    *out = (Feed){0};
    if (channel) {
        out->title = child_text(channel, "title", arena);
        out->link = child_text(channel, "link", arena);
        out->author = any_child_text(channel, AUTHORS, COUNT(AUTHORS), arena);
        out->language = str_or(any_child_text(channel, LANGUAGES, COUNT(LANGUAGES), arena),
                               attribute(root, "xml:lang"));
        add_items(out, channel, arena);
    }
    add_items(out, root, arena);
    return true;
}
