#include "read/book/book.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "read/book/package.h"
#include "read/book/pages.h"
#include "read/draft.h"
#include "read/entity.h"
#include "read/furnish.h"
#include "read/html/blocks.h"
#include "read/html/parse.h"
#include "read/match.h"
#include "read/reader.h"
#include "read/xml.h"

static const char MARK[] = "%EPUB ";

typedef struct {
    Str name, text;
    uint32_t beg; // of its text, in the book's
} Part;
typedef LIST(Part) Parts;

typedef struct {
    Arena *arena;
    Parts parts; // sorted by name
    Part first;  // the package document
    Package package;
    Contents contents; // sorted by path
    Article *article;
    size_t text_len;
    bool words; // a page has some
} Book;

// --- the text of a book

// XML knows five names; "&nbsp;" and "&eacute;" are HTML's.
static void put_entity(Buf *out, Str reference)
{
    static const char *const XML[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"};
    uint32_t code = reference.data[1] == '#' ? 0 : entity_code(reference);
    bool known = reference.data[1] == '#' || any_equals(reference, XML, COUNT(XML));
    if (!known && code)
        buf_code(out, code);
    else
        buf_add(out, reference);
}

static size_t reference_len(Str s, size_t at)
{
    enum { REFERENCE_MAX = 34 };
    size_t i = at + 1;
    while (i < s.len && i < at + REFERENCE_MAX && (is_alnum(s.data[i]) || s.data[i] == '#'))
        i++;
    return i < s.len && i > at + 1 && s.data[i] == ';' ? i + 1 - at : 0;
}

static Str without_entities(Str s, Arena *arena)
{
    Buf out = new_buf(arena);
    buf_reserve(&out, s.len);
    for (size_t at = 0; at < s.len;) {
        const char *found = memchr(s.data + at, '&', s.len - at);
        size_t next = found ? (size_t)(found - s.data) : s.len;
        buf_add(&out, str_slice(s, at, next));
        size_t len = found ? reference_len(s, next) : 0;
        if (len)
            put_entity(&out, str_slice(s, next, next + len));
        else if (found)
            buf_char(&out, '&');
        at = next + (len ? len : 1);
    }
    return buf_str(&out);
}

static void put_name(Buf *book, Str name)
{
    for (size_t i = 0; i < name.len;) {
        Char c = utf8_at(name, i);
        if (c.code >= 0x20)
            buf_code(book, c.code);
        i += c.len;
    }
}

void put_book_part(Buf *book, Str name, Str text)
{
    text = without_entities(text, book->arena);
    buf_format(book, "%s%zu ", MARK, text.len);
    put_name(book, name);
    buf_char(book, '\n');
    buf_add(book, text);
    buf_char(book, '\n');
}

bool is_book_text(Str text)
{
    return str_starts(text, str_from(MARK));
}

// The document whose head is at `at`, behind which it puts `*at`.
static bool take_part(Str book, size_t *at, Part *out)
{
    Str rest = str_slice(book, *at, book.len);
    if (!str_starts(rest, str_from(MARK)))
        return false;
    Str head = str_slice(rest, 0, str_find(rest, STR("\n")));
    size_t i = sizeof MARK - 1, len = 0;
    for (; i < head.len && is_digit(head.data[i]) && len <= book.len; i++)
        len = len * 10 + (size_t)(head.data[i] - '0');
    size_t beg = *at + head.len + 1;
    if (i + 1 >= head.len || head.data[i] != ' ' || beg > book.len || len > book.len - beg)
        return false;
    *out = (Part){str_slice(head, i + 1, head.len), str_slice(book, beg, beg + len), (uint32_t)beg};
    *at = beg + len + 1;
    return true;
}

static int compare_parts(const void *a, const void *b)
{
    const Part *x = a, *y = b;
    int order = str_compare(x->name, y->name);
    return order ? order : (x->beg > y->beg) - (x->beg < y->beg);
}

static bool split_book(Str text, Book *book, Error *err)
{
    Part part;
    for (size_t at = 0; at < text.len;) {
        uint32_t here = (uint32_t)at;
        if (!take_part(text, &at, &part))
            return fail(err, ERR_ARTICLE, (Span){here, here + 1},
                        "the text of the book was cut or changed (make its script anew)");
        *PUSH(&book->parts, book->arena) = part;
        *PUSH(&book->article->parts, book->arena) = (ArticlePart){part.beg, part.name};
    }
    if (book->parts.count == 0)
        return fail(err, ERR_ARTICLE, (Span){0}, "the book is empty");
    book->first = book->parts.items[0];
    qsort(book->parts.items, book->parts.count, sizeof part, compare_parts);
    return true;
}

static const Part *part_named(const Book *book, Str name)
{
    uint32_t low = 0, high = book->parts.count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (str_compare(book->parts.items[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < book->parts.count && str_equal(book->parts.items[low].name, name);
    return found ? &book->parts.items[low] : NULL;
}

bool fail_in_part(Str name, Str text, const Error *why, Error *err)
{
    unsigned line = 1;
    for (uint32_t i = 0; i < why->at.beg && i < text.len; i++)
        line += text.data[i] == '\n';
    return fail(err, why->kind, (Span){0}, "%.*s, line %u: %s", STR_ARG(str_slice(name, 0, 80)),
                line, why->message);
}

// --- documents

// What is not well-formed is read as a browser would read it.
static bool parse_part(const Part *part, Arena *arena, Node **out, Error *err)
{
    Error no_xml = {0}, why = {0};
    if (!parse_xml(part->text, arena, out, &no_xml) && !parse_html(part->text, arena, out, &why))
        return fail_in_part(part->name, part->text, &why, err);
    for (Node *n = *out; n; n = next_node(n, *out))
        n->source += part->beg;
    return true;
}

static int compare_entries(const void *a, const void *b)
{
    const ContentsEntry *x = a, *y = b;
    int order = str_compare(x->path, y->path);
    return order ? order : (x->source > y->source) - (x->source < y->source);
}

// Of the navigation document, else of the older table.
static bool find_contents(Book *book, Error *err)
{
    Str names[] = {book->package.nav, book->package.ncx};
    for (size_t i = 0; i < COUNT(names); i++) {
        const Part *part = names[i].len ? part_named(book, names[i]) : NULL;
        Node *document;
        if (!part)
            continue;
        if (!parse_part(part, book->arena, &document, err))
            return false;
        Contents contents = read_contents(document, part->name, book->arena, &book->package);
        if (book->contents.count == 0)
            book->contents = contents;
    }
    if (book->contents.count)
        qsort(book->contents.items, book->contents.count, sizeof *book->contents.items,
              compare_entries);
    return true;
}

static Contents entries_of(const Book *book, Str path)
{
    const ContentsEntry *all = book->contents.items;
    uint32_t low = 0, high = book->contents.count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (str_compare(all[middle].path, path) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    Contents out = {.items = book->contents.items ? book->contents.items + low : NULL};
    while (low + out.count < book->contents.count && str_equal(all[low + out.count].path, path))
        out.count++;
    return out;
}

static bool is_document(Str type)
{
    return type.len == 0 || contains_nocase(str_slice(type, 0, 80), STR("html")) ||
           contains_nocase(str_slice(type, 0, 80), STR("/xml"));
}

// Why a whole document is not part of the reading; NULL: it is.
static const char *reason_of_item(const Book *book, const PackageItem *item)
{
    if (item->beside)
        return "beside the order of reading";
    if (str_equal(item->path, book->package.nav))
        return "table of contents";
    for (uint32_t i = 0; i < book->package.guides.count; i++) {
        const PackageGuide *guide = &book->package.guides.items[i];
        const char *reason = str_equal(guide->path, item->path) ? page_reason(guide->type) : NULL;
        if (reason)
            return reason;
    }
    return NULL;
}

// NULL in `*out`: the item is no document, and a note says so.
static bool open_page(Book *book, const PackageItem *item, Node **out, Error *err)
{
    const Part *part = part_named(book, item->path);
    *out = NULL;
    if (!part || !is_document(item->type)) {
        add_note(&book->article->notes, book->arena, (Span){0}, "%.*s of the book is not text",
                 STR_ARG(str_slice(item->path, 0, 120)));
        return true;
    }
    Node *document;
    if (!parse_part(part, book->arena, &document, err))
        return false;
    Node *body = find_tag(document, TAG_BODY);
    *out = body ? body : document;
    book->words |= has_page_words(*out);
    PageInfo info = {
        .reason = reason_of_item(book, item),
        .entries = entries_of(book, item->path),
        .titled = book->package.title.len > 0,
    };
    prepare_page(*out, &info, book->arena);
    return true;
}

static bool add_pages(Book *book, Error *err)
{
    uint32_t count = book->package.spine.count;
    Node **pages = ALLOC(book->arena, Node *, count);
    NoteTargets targets = {0};
    for (uint32_t i = 0; i < count; i++) {
        const PackageItem *item = &book->package.items.items[book->package.spine.items[i]];
        if (!open_page(book, item, &pages[i], err))
            return false;
        if (pages[i])
            add_note_targets(&targets, pages[i], book->arena);
    }
    Draft draft = new_draft(book->article, book->arena, book->text_len / 4);
    for (uint32_t i = 0; i < count; i++)
        if (pages[i])
            add_noted_blocks(&draft, pages[i], &targets);
    end_draft(&draft);
    return true;
}

static void take_metadata(const Package *package, Article *out)
{
    out->title = package->title;
    out->byline = package->byline;
    out->publisher = package->publisher;
    out->date = package->date;
    out->language = package->language;
    out->url = package->url;
}

bool read_book(Str text, Arena *arena, Article *out, Error *err)
{
    Book book = {.arena = arena, .article = out, .text_len = text.len};
    Error why = {0};
    if (!split_book(text, &book, err))
        return false;
    if (!parse_package(book.first.text, book.first.name, arena, &book.package, &why))
        return fail_in_part(book.first.name, book.first.text, &why, err);
    if (!find_contents(&book, err) || !add_pages(&book, err))
        return false;
    if (!book.words)
        return fail(err, ERR_ARTICLE, (Span){0},
                    "the book holds no text (its pages may be pictures)");
    take_metadata(&book.package, out);
    furnish_blocks(out, arena);
    return true;
}

static bool read_book_text(Str text, const ReadOptions *options, Arena *arena, Article *out,
                           Error *err)
{
    (void)options;
    return read_book(text, arena, out, err);
}

static int sniff_book(const Source *source, Str head)
{
    (void)source;
    return is_book_text(head) && contains_nocase(str_slice(head, 0, 400), STR("<")) ? 95 : 0;
}

const Reader book_reader = {
    .name = "epub-text", .sniff = sniff_book, .read = read_book_text, .unnamed = true};
