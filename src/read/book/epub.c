// EPUB 2 and 3: a ZIP archive of XHTML documents, whose order a package document tells.
#include "base/zip.h"
#include "read/book/book.h"
#include "read/book/package.h"
#include "read/charset/decode.h"
#include "read/match.h"
#include "read/reader.h"
#include "read/xml.h"

enum { BOOK_MAX = 2 * SOURCE_MAX }; // bytes of all documents that are read

typedef struct {
    Zip *zip;
    Arena *arena;
    Article *article;
    Buf text;
} Epub;

static bool read_document(Epub *e, Str name, Str *out, Error *err)
{
    Str bytes;
    Error why = {0};
    if (!read_member(e->zip, name, e->arena, &bytes, err))
        return false;
    if (!decode_text(&(Source){.bytes = bytes}, e->arena, out, &e->article->notes, &why))
        return fail_in_part(name, bytes, &why, err);
    return true;
}

static bool put_document(Epub *e, Str name, Error *err)
{
    Str text;
    if (e->text.len + member_size(e->zip, name) > BOOK_MAX)
        return fail(err, ERR_ARTICLE, (Span){0},
                    "the documents of the book hold more than %d MiB (narrate its parts one by "
                    "one)",
                    BOOK_MAX >> 20);
    if (!read_document(e, name, &text, err))
        return false;
    put_book_part(&e->text, name, text);
    return true;
}

// --- protection

static bool fail_protected(Error *err)
{
    return fail(err, ERR_ARTICLE, (Span){0},
                "the book is protected against copying (DRM) and cannot be read (get it without "
                "protection)");
}

// Fonts may be scrambled in a book that anyone may read.
static bool is_font_scrambling(Str algorithm)
{
    return str_equal(algorithm, STR("http://www.idpf.org/2008/embedding")) ||
           str_equal(algorithm, STR("http://ns.adobe.com/pdf/enc#RC"));
}

static bool check_protection(Epub *e, Error *err)
{
    static const Str RIGHTS[] = {
        {"META-INF/rights.xml", 19}, {"META-INF/sinf.xml", 17}, {"META-INF/license.lcpl", 21}};
    static const Str LIST_NAME = {"META-INF/encryption.xml", 23};
    for (size_t i = 0; i < COUNT(RIGHTS); i++)
        if (has_member(e->zip, RIGHTS[i]))
            return fail_protected(err);
    if (!has_member(e->zip, LIST_NAME))
        return true;
    Str text;
    Node *list;
    Error why = {0};
    if (!read_document(e, LIST_NAME, &text, err))
        return false;
    if (!parse_xml(text, e->arena, &list, &why))
        return fail_protected(err);
    for (const Node *n = list->first; n; n = next_node(n, list))
        if (str_equal(local_name(n), STR("EncryptionMethod")) && n->parent &&
            str_equal(local_name(n->parent), STR("EncryptedData")) &&
            !is_font_scrambling(attribute(n, "Algorithm")))
            return fail_protected(err);
    return true;
}

// --- where things are

static bool find_package(Epub *e, Str *path, Error *err)
{
    static const Str NAME = {"META-INF/container.xml", 22};
    Str text, fragment;
    Node *container;
    Error why = {0};
    if (!has_member(e->zip, NAME))
        return fail(err, ERR_ARTICLE, (Span){0},
                    "the archive is no EPUB: META-INF/container.xml is missing (give a book or an "
                    "article)");
    if (!read_document(e, NAME, &text, err))
        return false;
    if (!parse_xml(text, e->arena, &container, &why))
        return fail_in_part(NAME, text, &why, err);
    for (const Node *n = container->first; n; n = next_node(n, container)) {
        if (!str_equal(local_name(n), STR("rootfile")))
            continue;
        *path = resolve_path((Str){0}, attribute(n, "full-path"), e->arena, &fragment);
        if (path->len)
            return true;
    }
    return fail(err, ERR_ARTICLE, (Span){0},
                "META-INF/container.xml names no package document (get the book anew)");
}

static bool is_page(const PackageItem *item)
{
    Str type = str_slice(item->type, 0, 80);
    return contains_nocase(type, STR("html")) || contains_nocase(type, STR("/xml"));
}

static bool put_pages(Epub *e, const Package *package, Error *err)
{
    Str tables[] = {package->nav, package->ncx};
    for (size_t i = 0; i < COUNT(tables); i++) {
        const PackageItem *item = tables[i].len ? item_at(package, tables[i]) : NULL;
        bool apart = item && !item->spine && has_member(e->zip, tables[i]);
        if (apart && !put_document(e, tables[i], err))
            return false;
    }
    for (uint32_t i = 0; i < package->spine.count; i++) {
        const PackageItem *item = &package->items.items[package->spine.items[i]];
        if (is_page(item) && !put_document(e, item->path, err))
            return false;
    }
    return true;
}

static bool put_book(Epub *e, Error *err)
{
    Str path, text;
    Package package;
    Error why = {0};
    if (!check_protection(e, err) || !find_package(e, &path, err) ||
        !read_document(e, path, &text, err))
        return false;
    put_book_part(&e->text, path, text);
    if (!parse_package(text, path, e->arena, &package, &why))
        return fail_in_part(path, text, &why, err);
    return put_pages(e, &package, err);
}

static bool read_epub(Str text, const ReadOptions *options, Arena *arena, Article *out, Error *err)
{
    (void)text;
    (void)options;
    Str bytes = out->source->bytes;
    if (is_book_text(bytes)) // from the end of a script
        return decode_text(&(Source){.bytes = bytes}, arena, &out->decoded, &out->notes, err) &&
               read_book(out->decoded, arena, out, err);
    if (!str_starts(bytes, STR("PK")))
        return fail(err, ERR_ARTICLE, (Span){0},
                    "the input is no EPUB: it is no ZIP archive (leave --format out)");
    Epub e = {.arena = arena, .article = out, .text = new_buf(arena)};
    if (!open_zip(bytes, arena, &e.zip, err))
        return false;
    bool whole = put_book(&e, err);
    close_zip(e.zip);
    if (!whole)
        return false;
    out->decoded = buf_str(&e.text);
    return read_book(out->decoded, arena, out, err);
}

static int sniff_epub(const Source *source, Str head)
{
    if (!str_starts(head, STR("PK\x03\x04")) && !str_starts(head, STR("PK\x05\x06")))
        return 0;
    Str first = str_slice(head, 0, 120); // the member that an EPUB begins with
    if (str_find(first, STR("mimetypeapplication/epub")) < first.len)
        return 100;
    bool named = str_ends(source->name, STR(".epub")) ||
                 contains_nocase(str_slice(source->content_type, 0, 100), STR("epub"));
    return named || str_find(head, STR("META-INF/container.xml")) < head.len ? 90 : 0;
}

const Reader epub_reader = {.name = "epub", .sniff = sniff_epub, .read = read_epub, .binary = true};
