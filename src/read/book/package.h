// What a book says of itself: its metadata, its documents and their order (EPUB 2 and 3,
// Open Packaging Format), and what its table of contents calls them.
#ifndef LECTERN_READ_BOOK_PACKAGE_H
#define LECTERN_READ_BOOK_PACKAGE_H

#include "read/article.h"
#include "read/tree.h"

typedef struct {
    Str id, type, properties;
    Str path;    // within the archive
    bool spine;  // stands in the order of reading
    bool beside; // there, but not to be met with on the way
} PackageItem;

typedef struct {
    Str path;
    Str type; // "cover", "toc", "title-page"
} PackageGuide;

typedef struct {
    LIST(PackageItem) items;
    LIST(uint32_t) spine; // indices of items
    LIST(PackageGuide) guides;
    Str nav, ncx; // paths of tables of contents; empty: there is none
    Str title, byline, publisher, date, language, url; // empty: unknown
} Package;

// `path` is where the package document stands in the archive. Strings are the arena's.
NODISCARD bool parse_package(Str xml, Str path, Arena *arena, Package *out, Error *err);

const PackageItem *item_at(const Package *package, Str path); // NULL: there is none

// An entry of a table of contents.
typedef struct {
    Str path, fragment; // what it leads to; fragment may be empty
    Str label;
    int depth;       // from 1
    uint32_t source; // byte of the table's document
} ContentsEntry;
typedef LIST(ContentsEntry) Contents;

// Of a navigation document (EPUB 3) or an NCX (EPUB 2). `guides` gets its landmarks, NULL
// where nobody asks for them. What cannot be read has no entries.
Contents read_contents(const Node *document, Str path, Arena *arena, Package *package);

// The place in the archive that a reference in the document at `base` leads to, its
// fragment apart; empty where it leads out of the book. "../" does not lead above the top.
Str resolve_path(Str base, Str reference, Arena *arena, Str *fragment);

// The name behind the prefix: "title" of "dc:title".
Str local_name(const Node *node);

#endif
