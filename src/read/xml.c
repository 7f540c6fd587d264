#include "read/xml.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "base/library.h"
#include "read/xml_tidy.h"

typedef struct {
    __typeof__(xmlReadMemory) *read;
    __typeof__(xmlDocGetRootElement) *root;
    __typeof__(xmlGetLineNo) *line;
    __typeof__(xmlGetLastError) *last_error;
    __typeof__(xmlResetLastError) *forget_error;
    __typeof__(xmlFreeDoc) *free_document;
} Libxml;

static bool load_libxml(Libxml *l, Error *err)
{
    const Symbol SYMBOLS[] = {
        SYMBOL_ROW(l, read, xmlReadMemory),
        SYMBOL_ROW(l, root, xmlDocGetRootElement),
        SYMBOL_ROW(l, line, xmlGetLineNo),
        SYMBOL_ROW(l, last_error, xmlGetLastError),
        SYMBOL_ROW(l, forget_error, xmlResetLastError),
        SYMBOL_ROW(l, free_document, xmlFreeDoc),
    };
    return load_library("libxml2.so.2", SYMBOLS, COUNT(SYMBOLS)) ||
           fail(err, ERR_ENGINE, (Span){0},
                "libxml2, which reads XML, is not installed (Debian: libxml2)");
}

static Str copy(const xmlChar *s, Arena *arena)
{
    return s ? str_copy(str_from((const char *)s), arena) : (Str){0};
}

// What a name is called here whatever prefix the document gives it. Empty: none.
typedef struct {
    const char *address, *element, *attribute;
} Space;

static const Space SPACES[] = {
    {"http://www.w3.org/1999/xhtml", "", ""},
    {"http://www.w3.org/2005/Atom", "atom", "atom"},
    {"http://purl.org/atom/ns#", "atom", "atom"}, // Atom 0.3
    {"http://purl.org/rss/1.0/", "", ""},
    {"http://my.netscape.com/rdf/simple/0.9/", "", ""}, // RSS 0.90
    {"http://channel.netscape.com/rdf/simple/0.9/", "", ""},
    {"http://purl.org/rss/1.0/modules/content/", "content", "content"},
    {"http://purl.org/dc/elements/1.1/", "dc", "dc"},
    {"http://purl.org/dc/terms/", "dcterms", "dcterms"},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf", "rdf"},
    {"http://search.yahoo.com/mrss/", "media", "media"},
    {"http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes", "itunes"},
    {"http://www.idpf.org/2007/opf", "", "opf"},
    {"http://www.idpf.org/2007/ops", "epub", "epub"},
    {"urn:oasis:names:tc:opendocument:xmlns:container", "", ""},
    {"http://www.daisy.org/z3986/2005/ncx/", "", ""},
    {"http://www.w3.org/1998/Math/MathML", "", ""},
    {"http://www.w3.org/2000/svg", "", ""},
    {"http://www.w3.org/1999/xlink", "xlink", "xlink"},
};

static const char *prefix_of(const xmlNs *ns, bool element)
{
    if (!ns)
        return "";
    for (size_t i = 0; ns->href && i < COUNT(SPACES); i++)
        if (strcmp((const char *)ns->href, SPACES[i].address) == 0)
            return element ? SPACES[i].element : SPACES[i].attribute;
    return ns->prefix ? (const char *)ns->prefix : "";
}

static Str qualified(const xmlNs *ns, const xmlChar *name, bool element, Arena *arena)
{
    const char *prefix = prefix_of(ns, element);
    if (!prefix[0])
        return copy(name, arena);
    return str_format(arena, "%s:%s", prefix, (const char *)name);
}

static void copy_attributes(Node *node, const xmlNode *from, Arena *arena)
{
    uint32_t count = 0;
    for (const xmlAttr *a = from->properties; a; a = a->next)
        count++;
    node->attributes = ALLOC(arena, Attribute, count);
    for (const xmlAttr *a = from->properties; a; a = a->next) {
        Str value = a->children ? copy(a->children->content, arena) : (Str){0};
        node->attributes[node->attribute_count++] =
            (Attribute){qualified(a->ns, a->name, false, arena), value};
    }
}

static uint32_t offset_of_line(Str xml, long line, uint32_t *at, long *known)
{
    for (; *known < line && *at < xml.len; ++*at)
        *known += xml.data[*at] == '\n';
    return *at;
}

static Node *copy_node(const xmlNode *from, Node *parent, uint32_t source, Arena *arena)
{
    bool element = from->type == XML_ELEMENT_NODE;
    bool text = from->type == XML_TEXT_NODE || from->type == XML_CDATA_SECTION_NODE;
    if (!element && !text)
        return NULL;
    Node *node = add_node(parent, TAG_TEXT, arena);
    node->source = source;
    if (text) {
        node->text = copy(from->content, arena);
        return NULL;
    }
    node->name = qualified(from->ns, from->name, true, arena);
    node->tag = tag_of(node->name);
    copy_attributes(node, from, arena);
    return node;
}

static void copy_tree(const Libxml *l, Str xml, const xmlNode *root, Node *document, Arena *arena)
{
    uint32_t at = 0;
    long line = 1;
    Node *parent = document;
    for (const xmlNode *n = root; n;) {
        uint32_t source = offset_of_line(xml, l->line(n), &at, &line);
        Node *made = copy_node(n, parent, source, arena);
        if (made && n->children) {
            parent = made;
            n = n->children;
            continue;
        }
        while (n != root && !n->next) {
            n = n->parent;
            parent = parent->parent;
        }
        n = n == root ? NULL : n->next;
    }
}

static bool fail_xml(const Libxml *l, Str xml, Error *err)
{
    const xmlError *last = l->last_error();
    char message[80] = "it is not well-formed";
    size_t len = 0;
    for (; last && last->message && last->message[len] && last->message[len] != '\n' &&
           len + 1 < sizeof message;
         len++)
        message[len] = last->message[len];
    if (len)
        message[len] = '\0';
    uint32_t at = 0;
    long line = 1;
    at = offset_of_line(xml, last ? last->line : 1, &at, &line);
    l->forget_error();
    return fail(err, ERR_ARTICLE, (Span){at, at}, "the XML cannot be read: %s", message);
}

bool parse_xml(Str xml, Arena *arena, Node **out, Error *err)
{
    enum {
        FLAGS = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA |
                XML_PARSE_COMPACT | XML_PARSE_BIG_LINES
    };
    Str tidy;
    Libxml l;
    if (!tidy_xml(xml, arena, &tidy, err) || !load_libxml(&l, err))
        return false;
    xmlDoc *document = l.read(tidy.data, (int)tidy.len, NULL, "UTF-8", FLAGS);
    const xmlNode *root = document ? l.root(document) : NULL;
    *out = add_node(NULL, TAG_OTHER, arena);
    if (root)
        copy_tree(&l, xml, root, *out, arena);
    mark_languages(*out);
    if (document)
        l.free_document(document);
    return root || fail_xml(&l, xml, err);
}
