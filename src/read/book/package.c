#include "read/book/package.h"

#include <stdlib.h>

#include "read/dates.h"
#include "read/match.h"
#include "read/xml.h"

enum { GUIDES_MAX = 100 }; // a book has a handful; each document is looked up in them

Str local_name(const Node *node)
{
    Str name = node->name;
    size_t colon = str_find(name, STR(":"));
    return colon < name.len ? str_slice(name, colon + 1, name.len) : name;
}

static bool is_called(const Node *node, const char *name)
{
    return node->tag != TAG_TEXT && str_equal(local_name(node), str_from(name));
}

static const Node *find_called(const Node *root, const char *name)
{
    for (const Node *n = root; n; n = next_node(n, root))
        if (is_called(n, name))
            return n;
    return NULL;
}

// --- references

static Str percent_decode(Str s, Arena *arena)
{
    Buf b = new_buf(arena);
    for (size_t i = 0; i < s.len; i++) {
        int high = s.data[i] == '%' && i + 2 < s.len ? hex_value(s.data[i + 1]) : -1;
        int low = high >= 0 ? hex_value(s.data[i + 2]) : -1;
        if (low >= 0 && high * 16 + low > 0) {
            buf_char(&b, (char)(high * 16 + low));
            i += 2;
        } else {
            buf_char(&b, s.data[i]);
        }
    }
    return buf_str(&b);
}

static bool has_scheme(Str s)
{
    size_t i = 0;
    while (i < s.len && (is_alnum(s.data[i]) || strchr("+-.", s.data[i])))
        i++;
    return i > 0 && i < s.len && s.data[i] == ':';
}

static void drop_last_step(Buf *b)
{
    while (b->len && b->data[b->len - 1] != '/')
        b->len--;
}

// Takes the steps of a path one by one: "a/./b/../c" is "a/c".
static void add_steps(Buf *b, Str path)
{
    for (size_t at = 0; at < path.len;) {
        size_t len = str_find(str_slice(path, at, path.len), STR("/"));
        Str step = str_slice(path, at, at + len);
        bool last = at + len >= path.len;
        if (str_equal(step, STR(".."))) {
            if (b->len)
                b->len--;
            drop_last_step(b);
        } else if (step.len && !str_equal(step, STR("."))) {
            buf_add(b, step);
            if (!last)
                buf_char(b, '/');
        }
        at += len + 1;
    }
}

Str resolve_path(Str base, Str reference, Arena *arena, Str *fragment)
{
    size_t hash = str_find(reference, STR("#"));
    *fragment = percent_decode(str_slice(reference, hash + 1, reference.len), arena);
    Str path = str_slice(reference, 0, hash);
    path = str_slice(path, 0, str_find(path, STR("?")));
    if (has_scheme(path))
        return (Str){0};
    if (path.len == 0)
        return base;
    Buf b = new_buf(arena);
    if (path.data[0] != '/') {
        buf_add(&b, base);
        drop_last_step(&b);
    }
    add_steps(&b, percent_decode(path, arena));
    return buf_str(&b);
}

// --- metadata

// What a <meta refines="#id" property="..."> says of an element; empty: nothing.
static Str refinement(const Node *metadata, const Node *node, const char *property)
{
    Str id = attribute(node, "id");
    for (const Node *n = id.len ? metadata->first : NULL; n; n = n->next) {
        Str refined = attribute(n, "refines");
        if (refined.len == id.len + 1 && str_ends(refined, id) && n->first &&
            str_equal(attribute(n, "property"), str_from(property)))
            return str_trim(n->first->text);
    }
    return (Str){0};
}

// The main title of several: "title-type" names it, else it is the first.
static Str find_title(const Node *metadata, Arena *arena)
{
    Str first = {0};
    for (const Node *n = metadata->first; n; n = n->next) {
        if (!is_called(n, "title"))
            continue;
        Str title = node_text(n, arena);
        if (str_equal(refinement(metadata, n, "title-type"), STR("main")))
            return title;
        set_once(&first, title);
    }
    return first;
}

static Str role_of(const Node *metadata, const Node *creator)
{
    Str role = attribute(creator, "opf:role");
    return role.len ? role : refinement(metadata, creator, "role");
}

// Authors where a role tells who is one, else all creators.
static Str join_creators(const Node *metadata, bool authors, Arena *arena)
{
    Buf names = new_buf(arena);
    for (const Node *n = metadata->first; n; n = n->next) {
        Str name = is_called(n, "creator") ? node_text(n, arena) : (Str){0};
        if (name.len == 0 || (authors && !str_equal(role_of(metadata, n), STR("aut"))))
            continue;
        if (names.len)
            buf_add(&names, STR(", "));
        buf_add(&names, name);
    }
    return buf_str(&names);
}

static void take_date(Package *out, const Node *node, Str text, Arena *arena)
{
    Str event = attribute(node, "opf:event"), date;
    bool published = event.len == 0 || str_equal_nocase(event, STR("publication"));
    if (published && out->date.len == 0)
        out->date = parse_date(text, arena, &date) ? date : text;
}

static void read_metadata(const Node *metadata, Arena *arena, Package *out)
{
    out->title = find_title(metadata, arena);
    out->byline = join_creators(metadata, true, arena);
    if (out->byline.len == 0)
        out->byline = join_creators(metadata, false, arena);
    for (const Node *n = metadata->first; n; n = n->next) {
        if (n->tag == TAG_TEXT)
            continue;
        Str text = node_text(n, arena);
        if (is_called(n, "publisher"))
            set_once(&out->publisher, text);
        else if (is_called(n, "language"))
            set_once(&out->language, text);
        else if (is_called(n, "date"))
            take_date(out, n, text, arena);
        else if ((is_called(n, "source") || is_called(n, "identifier")) && is_web_address(text))
            set_once(&out->url, text);
    }
}

// --- documents

static void read_manifest(const Node *manifest, Str path, Arena *arena, Package *out)
{
    for (const Node *n = manifest->first; n; n = n->next) {
        if (!is_called(n, "item"))
            continue;
        Str fragment;
        PackageItem item = {.id = attribute(n, "id"),
                            .type = attribute(n, "media-type"),
                            .properties = attribute(n, "properties"),
                            .path = resolve_path(path, attribute(n, "href"), arena, &fragment)};
        if (item.path.len == 0)
            continue;
        if (has_word(item.properties, STR("nav")))
            set_once(&out->nav, item.path);
        if (str_equal(item.type, STR("application/x-dtbncx+xml")))
            set_once(&out->ncx, item.path);
        *PUSH(&out->items, arena) = item;
    }
}

typedef struct {
    Str key;
    uint32_t index;
} Key;

static int compare_keys(const void *a, const void *b)
{
    const Key *x = a, *y = b;
    int order = str_compare(x->key, y->key);
    return order ? order : (x->index > y->index) - (x->index < y->index);
}

// The items by their ids, for manifests of many thousands.
static Key *sort_ids(const Package *package, Arena *arena)
{
    Key *keys = ALLOC(arena, Key, package->items.count);
    for (uint32_t i = 0; i < package->items.count; i++)
        keys[i] = (Key){package->items.items[i].id, i};
    if (package->items.count)
        qsort(keys, package->items.count, sizeof *keys, compare_keys);
    return keys;
}

static PackageItem *item_of(Package *package, const Key *keys, Str id)
{
    uint32_t low = 0, high = package->items.count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (str_compare(keys[middle].key, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < package->items.count && str_equal(keys[low].key, id);
    return found ? &package->items.items[keys[low].index] : NULL;
}

static void read_spine(const Node *spine, Arena *arena, Package *out)
{
    const Key *keys = sort_ids(out, arena);
    for (const Node *n = spine->first; n; n = n->next) {
        PackageItem *item =
            is_called(n, "itemref") ? item_of(out, keys, attribute(n, "idref")) : NULL;
        if (!item || item->spine)
            continue;
        item->spine = true;
        item->beside = str_equal(attribute(n, "linear"), STR("no"));
        *PUSH(&out->spine, arena) = (uint32_t)(item - out->items.items);
    }
    const PackageItem *ncx = item_of(out, keys, attribute(spine, "toc"));
    if (ncx)
        out->ncx = ncx->path;
}

static void add_guide(Package *out, Str base, Str href, Str type, Arena *arena)
{
    Str fragment, path = resolve_path(base, href, arena, &fragment);
    if (path.len && fragment.len == 0 && type.len && out->guides.count < GUIDES_MAX)
        *PUSH(&out->guides, arena) = (PackageGuide){path, type};
}

static void read_guide(const Node *guide, Str path, Arena *arena, Package *out)
{
    for (const Node *n = guide->first; n; n = n->next)
        if (is_called(n, "reference"))
            add_guide(out, path, attribute(n, "href"), attribute(n, "type"), arena);
}

bool parse_package(Str xml, Str path, Arena *arena, Package *out, Error *err)
{
    Node *document;
    *out = (Package){0};
    if (!parse_xml(xml, arena, &document, err))
        return false;
    const Node *metadata = find_called(document, "metadata"),
               *manifest = find_called(document, "manifest"),
               *spine = find_called(document, "spine"), *guide = find_called(document, "guide");
    if (!manifest || !spine)
        return fail(err, ERR_ARTICLE, (Span){0},
                    "the package names no documents and no order of reading (get the book anew)");
    // Dublin Core may stand in an element of its own (EPUB 2).
    const Node *inner = metadata ? find_called(metadata, "dc-metadata") : NULL;
    if (metadata)
        read_metadata(inner ? inner : metadata, arena, out);
    read_manifest(manifest, path, arena, out);
    read_spine(spine, arena, out);
    if (guide)
        read_guide(guide, path, arena, out);
    return true;
}

const PackageItem *item_at(const Package *package, Str path)
{
    for (uint32_t i = 0; i < package->items.count; i++)
        if (str_equal(package->items.items[i].path, path))
            return &package->items.items[i];
    return NULL;
}

// --- tables of contents

static void add_entry(Contents *out, Str base, Str href, Str label, int depth, uint32_t source,
                      Arena *arena)
{
    Str fragment, path = resolve_path(base, href, arena, &fragment);
    if (path.len && label.len)
        *PUSH(out, arena) = (ContentsEntry){path, fragment, label, depth < 1 ? 1 : depth, source};
}

// Lists in lists, of links.
static void read_nav(const Node *nav, Str path, Arena *arena, Contents *out)
{
    int depth = 0;
    const Node *last = nav; // whose end has not been seen
    for (const Node *n = nav->first; n; n = next_node(n, nav)) {
        for (; last != n->parent && last != nav; last = last->parent)
            depth -= last->tag == TAG_OL;
        last = n;
        depth += n->tag == TAG_OL;
        if (n->tag == TAG_A)
            add_entry(out, path, attribute(n, "href"), node_text(n, arena), depth, n->source,
                      arena);
    }
}

static void read_ncx(const Node *map, Str path, Arena *arena, Contents *out)
{
    int depth = 0;
    const Node *last = map;
    Str label = {0};
    for (const Node *n = map->first; n; n = next_node(n, map)) {
        for (; last != n->parent && last != map; last = last->parent)
            depth -= is_called(last, "navPoint");
        last = n;
        depth += is_called(n, "navPoint");
        if (is_called(n, "navLabel"))
            label = node_text(n, arena);
        else if (is_called(n, "content"))
            add_entry(out, path, attribute(n, "src"), label, depth, n->source, arena);
    }
}

static void read_landmarks(const Node *nav, Str path, Arena *arena, Package *package)
{
    for (const Node *n = nav->first; n; n = next_node(n, nav))
        if (n->tag == TAG_A)
            add_guide(package, path, attribute(n, "href"), attribute(n, "epub:type"), arena);
}

Contents read_contents(const Node *document, Str path, Arena *arena, Package *package)
{
    Contents out = {0};
    const Node *map = find_called(document, "navMap");
    if (map)
        read_ncx(map, path, arena, &out);
    for (const Node *n = map ? NULL : document; n;) {
        Str type = n->tag == TAG_NAV ? attribute(n, "epub:type") : (Str){0};
        if (has_word(type, STR("toc")))
            read_nav(n, path, arena, &out);
        else if (package && has_word(type, STR("landmarks")))
            read_landmarks(n, path, arena, package);
        n = type.len ? next_beside(n, document) : next_node(n, document);
    }
    return out;
}
