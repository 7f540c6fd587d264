#include "publish/verify/book.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/zip.h"
#include "publish/verify/overlay.h"
#include "read/xml.h"

enum { TEXT_MAX = 1 << 28, HEAD = 1 << 16 };

// Sums of times that are written in milliseconds.
static const double SUM_TOLERANCE_S = 0.01;

// --- EPUB ---

typedef struct {
    Str name, bytes; // of sound: its head
} Entry;

// Something of the manifest.
typedef struct {
    Str id, path, overlay; // the id of its overlay, or empty
    bool seen;             // in the archive
} Item;

typedef struct {
    OverlayBook book;
    Entry *entries;
    uint32_t entry_count;
    Str package, base; // path of the package, and of its folder
    LIST(Item) items;
    double total_s;
} Epub;

static void say(const OverlayBook *book, const char *what, Str which)
{
    add_fault(book->faults, book->arena, "%.*s: %.*s %s", STR_ARG(book->name),
              STR_ARG(which.len ? str_slice(which, 0, 80) : STR("")), what);
}

// A reader tells by the first bytes what it has before it (EPUB 3.3, 4.3).
static bool begins_as_epub(const char *path)
{
    static const char NAME_AND_TYPE[] = "mimetypeapplication/epub+zip";
    enum { METHOD_AT = 8, EXTRA_AT = 28, NAME_AT = 30 };
    char head[NAME_AT + sizeof NAME_AND_TYPE - 1];
    FILE *file = fopen(path, "re");
    size_t len = file ? fread(head, 1, sizeof head, file) : 0;
    if (file)
        fclose(file);
    return len == sizeof head && memcmp(head, "PK\3\4", 4) == 0 &&
           memcmp(head + METHOD_AT, "\0\0", 2) == 0 && memcmp(head + EXTRA_AT, "\0\0", 2) == 0 &&
           memcmp(head + NAME_AT, NAME_AND_TYPE, sizeof NAME_AND_TYPE - 1) == 0;
}

// Reads all, so that each checksum is compared; of sound only the head is kept.
static bool read_entry(Epub *epub, const ZipFile *zip, uint32_t index)
{
    Arena *arena = epub->book.arena;
    Error err = {0};
    Entry *entry = &epub->entries[index];
    entry->name = zip_file_name(zip, index, arena);
    bool sound = str_ends(entry->name, STR(".mp3"));
    if (!read_zip_file(zip, index, sound ? HEAD : TEXT_MAX, arena, &entry->bytes, &err))
        say(&epub->book, err.message, entry->name);
    return err.message[0] == '\0';
}

static bool read_archive(Epub *epub, const char *path)
{
    ZipFile zip;
    Error err = {0};
    if (!open_zip_file(path, &zip, &err)) {
        say(&epub->book, err.message, (Str){0});
        return false;
    }
    epub->entry_count = zip.count;
    epub->entries = ALLOC(epub->book.arena, Entry, zip.count);
    bool ok = true;
    for (uint32_t i = 0; i < zip.count; i++)
        ok = read_entry(epub, &zip, i) && ok;
    close_zip_file(&zip);
    return ok;
}

static const Entry *find_entry(const Epub *epub, Str name)
{
    for (uint32_t i = 0; i < epub->entry_count; i++)
        if (str_equal(epub->entries[i].name, name))
            return &epub->entries[i];
    return NULL;
}

static const Node *parse_entry(const Epub *epub, Str name)
{
    const Entry *entry = find_entry(epub, name);
    Node *tree;
    Error err = {0};
    if (!entry)
        say(&epub->book, "is not in the archive", name);
    else if (parse_xml(entry->bytes, epub->book.arena, &tree, &err))
        return tree;
    else
        say(&epub->book, err.message, name);
    return NULL;
}

static Str beside(const Epub *epub, Str file)
{
    return str_format(epub->book.arena, "%.*s%.*s", STR_ARG(epub->base), STR_ARG(file));
}

static double sound_seconds(void *context, Str sound)
{
    const Epub *epub = context;
    const Entry *entry = find_entry(epub, beside(epub, sound));
    return entry ? mp3_seconds(entry->bytes) : (double)NAN;
}

static Item *find_item(Epub *epub, Str id)
{
    for (uint32_t i = 0; i < epub->items.count; i++)
        if (id.len && str_equal(epub->items.items[i].id, id))
            return &epub->items.items[i];
    return NULL;
}

static const Node *find_package(Epub *epub)
{
    const Node *container = parse_entry(epub, STR("META-INF/container.xml"));
    const Node *root = container ? find_named(container, STR("rootfile")) : NULL;
    if (!root) {
        say(&epub->book, "names no package", STR("META-INF/container.xml"));
        return NULL;
    }
    epub->package = attribute(root, "full-path");
    size_t len = epub->package.len;
    while (len && epub->package.data[len - 1] != '/')
        len--;
    epub->base = str_slice(epub->package, 0, len);
    return parse_entry(epub, epub->package);
}

static bool is_listed(Epub *epub, Str name)
{
    for (uint32_t i = 0; i < epub->items.count; i++)
        if (str_equal(epub->items.items[i].path, name))
            return epub->items.items[i].seen = true;
    return str_equal(name, STR("mimetype")) || str_starts(name, STR("META-INF/")) ||
           str_equal(name, epub->package);
}

static void check_manifest(Epub *epub, const Node *package)
{
    for (const Node *n = next_node(package, package); n; n = next_node(n, package))
        if (str_equal(n->name, STR("item")))
            *PUSH(&epub->items, epub->book.arena) =
                (Item){attribute(n, "id"), beside(epub, attribute(n, "href")),
                       attribute(n, "media-overlay"), false};
    for (uint32_t i = 0; i < epub->entry_count; i++)
        if (!is_listed(epub, epub->entries[i].name))
            say(&epub->book, "is not in the manifest", epub->entries[i].name);
    for (uint32_t i = 0; i < epub->items.count; i++)
        if (!epub->items.items[i].seen)
            say(&epub->book, "is not in the archive", epub->items.items[i].path);
}

// What is stated of an overlay, or of the whole book where `id` is empty.
static double stated_duration(const Node *package, Str id)
{
    for (const Node *n = next_node(package, package); n; n = next_node(n, package)) {
        Str of = attribute(n, "refines");
        if (str_equal(attribute(n, "property"), STR("media:duration")) &&
            str_equal(str_slice(of, of.len ? 1 : 0, of.len), id))
            return n->first ? overlay_seconds(n->first->text) : (double)NAN;
    }
    return (double)NAN;
}

static void check_sum(const OverlayBook *book, Str what, double stated_s, double sum_s)
{
    if (!(fabs(stated_s - sum_s) <= SUM_TOLERANCE_S))
        add_fault(book->faults, book->arena, "%.*s: %.*s lasts %.3f s, its clips last %.3f s",
                  STR_ARG(book->name), STR_ARG(what), stated_s, sum_s);
}

static void check_document(Epub *epub, const Node *package, Str id)
{
    const Item *item = find_item(epub, id);
    const Item *overlay = item ? find_item(epub, item->overlay) : NULL;
    if (!overlay) {
        say(&epub->book, "is read along with nothing", item ? item->path : id);
        return;
    }
    const Node *smil = parse_entry(epub, overlay->path);
    const Node *document = parse_entry(epub, item->path);
    if (!smil)
        return;
    Str text;
    ReadAlongs items = list_read_alongs(smil, &text, epub->book.arena);
    if (!str_equal(beside(epub, text), item->path))
        say(&epub->book, "reads from another document", overlay->path);
    double sum_s = check_read_alongs(&epub->book, overlay->path, &items, document);
    check_sum(&epub->book, overlay->path, stated_duration(package, overlay->id), sum_s);
    epub->total_s += sum_s;
}

static void check_package(Epub *epub, const Node *package)
{
    uint32_t count = 0;
    check_manifest(epub, package);
    for (const Node *n = next_node(package, package); n; n = next_node(n, package))
        if (str_equal(n->name, STR("itemref")) && ++count)
            check_document(epub, package, attribute(n, "idref"));
    if (count == 0)
        say(&epub->book, "has nothing to read", epub->package);
    check_sum(&epub->book, STR("the book"), stated_duration(package, (Str){0}), epub->total_s);
}

void verify_epub(const char *path, Str name, Arena *arena, Faults *out)
{
    Epub epub = {.book = {.name = name, .seconds = sound_seconds, .arena = arena, .faults = out}};
    epub.book.context = &epub;
    if (!begins_as_epub(path))
        say(&epub.book, "does not begin with its type, stored", (Str){0});
    const Node *package = read_archive(&epub, path) ? find_package(&epub) : NULL;
    if (package)
        check_package(&epub, package);
}

// --- DAISY ---

typedef struct {
    OverlayBook book;
    const char *folder;
    double total_s;
} Daisy;

// A book that was tampered with may not lead us out of its folder.
static const char *path_to(const Daisy *daisy, Str file)
{
    for (size_t i = 0; i < file.len; i++)
        if (file.data[i] == '/')
            file = STR("");
    return str_c(str_format(daisy->book.arena, "%s/%.*s", daisy->folder, STR_ARG(file)),
                 daisy->book.arena);
}

static const Node *parse_file(const Daisy *daisy, Str file)
{
    Str bytes;
    Node *tree;
    Error err = {0};
    if (read_found_file(path_to(daisy, file), TEXT_MAX, daisy->book.arena, &bytes, &err) &&
        parse_xml(bytes, daisy->book.arena, &tree, &err))
        return tree;
    say(&daisy->book, err.message, file);
    return NULL;
}

static double file_seconds(void *context, Str sound)
{
    const Daisy *daisy = context;
    int fd = open_found_file(path_to(daisy, sound));
    if (fd < 0)
        return (double)NAN;
    Arena scratch = *daisy->book.arena;
    char *head = ROOM(&scratch, char, HEAD);
    ssize_t len = read(fd, head, HEAD);
    close(fd);
    return mp3_seconds((Str){head, len > 0 ? (size_t)len : 0});
}

static Str meta(const Node *document, const char *name)
{
    for (const Node *n = next_node(document, document); n; n = next_node(n, document))
        if (n->tag == TAG_META && str_equal(attribute(n, "name"), str_from(name)))
            return attribute(n, "content");
    return (Str){0};
}

static void check_metadata(const Daisy *daisy, const Node *ncc)
{
    static const char *const NEEDED[] = {
        "dc:title",        "dc:creator",    "dc:date",      "dc:format",     "dc:identifier",
        "dc:language",     "dc:publisher",  "ncc:charset",  "ncc:pageFront", "ncc:pageNormal",
        "ncc:pageSpecial", "ncc:totalTime", "ncc:tocItems",
    };
    for (size_t i = 0; i < COUNT(NEEDED); i++)
        if (meta(ncc, NEEDED[i]).len == 0)
            say(&daisy->book, "is not in ncc.html", str_from(NEEDED[i]));
}

static void check_smil(Daisy *daisy, Str file, const Node *smil)
{
    Str text;
    ReadAlongs items = list_read_alongs(smil, &text, daisy->book.arena);
    double elapsed_s = overlay_seconds(meta(smil, "ncc:totalElapsedTime"));
    double stated_s = overlay_seconds(meta(smil, "ncc:timeInThisSmil"));
    check_sum(&daisy->book, STR("what is before a part"), elapsed_s, daisy->total_s);
    const Node *document = parse_file(daisy, text);
    double sum_s = check_read_alongs(&daisy->book, file, &items, document);
    check_sum(&daisy->book, file, stated_s, sum_s);
    daisy->total_s += sum_s;
}

static bool has_id(const Node *document, Str id)
{
    for (const Node *n = next_node(document, document); n; n = next_node(n, document))
        if (n->tag != TAG_TEXT && str_equal(attribute(n, "id"), id))
            return true;
    return false;
}

// Players offer levels one by one: an entry below a level that is left out is not found.
static void check_levels(const Daisy *daisy, const Node *ncc)
{
    int before = 0;
    for (const Node *n = next_node(ncc, ncc); n; n = next_node(n, ncc)) {
        if (n->tag == TAG_TEXT || n->name.len != 2 || n->name.data[0] != 'h' ||
            !is_digit(n->name.data[1]))
            continue;
        int level = n->name.data[1] - '0';
        if (level > before + 1)
            say(&daisy->book, "leaves out a level", attribute(n, "id"));
        before = level;
    }
}

// Entries are in the order of the parts, so a part is read when the first leads to it.
static void check_links(Daisy *daisy, const Node *ncc)
{
    Str before = {0};
    const Node *smil = NULL;
    uint32_t count = 0;
    for (const Node *n = next_node(ncc, ncc); n; n = next_node(n, ncc)) {
        if (n->tag != TAG_A)
            continue;
        Str link = attribute(n, "href");
        size_t mark = str_find(link, STR("#"));
        Str file = str_slice(link, 0, mark);
        if (!str_equal(file, before)) {
            smil = parse_file(daisy, file);
            if (smil)
                check_smil(daisy, file, smil);
        }
        if (smil && !has_id(smil, str_slice(link, mark + 1, link.len)))
            say(&daisy->book, "leads nowhere", link);
        before = file;
        count++;
    }
    if (overlay_seconds(meta(ncc, "ncc:tocItems")) != count)
        say(&daisy->book, "is not the number of entries", STR("ncc:tocItems"));
}

void verify_daisy(const char *folder, Arena *arena, Faults *out)
{
    Daisy daisy = {
        .book = {.name = STR("daisy"), .seconds = file_seconds, .arena = arena, .faults = out},
        .folder = folder};
    daisy.book.context = &daisy;
    const Node *ncc = parse_file(&daisy, STR("ncc.html"));
    if (!ncc)
        return;
    check_metadata(&daisy, ncc);
    check_levels(&daisy, ncc);
    check_links(&daisy, ncc);
    check_sum(&daisy.book, STR("the book"), overlay_seconds(meta(ncc, "ncc:totalTime")),
              daisy.total_s);
}
