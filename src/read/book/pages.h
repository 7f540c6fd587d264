// The documents of a book, made ready: what of them is not read, and headings where only
// the table of contents has them.
#ifndef LECTERN_READ_BOOK_PAGES_H
#define LECTERN_READ_BOOK_PAGES_H

#include "read/book/package.h"

typedef struct {
    const char *reason; // why all of it is not spoken; NULL: it may be
    Contents entries;   // that lead to it
    bool titled;        // the book has a title, which is told without a title page
} PageInfo;

// Why a part of this type is not spoken: "cover" of a guide, "copyright-page" of a
// landmark. NULL: it may be.
const char *page_reason(Str type);

// False: it holds pictures at most.
bool has_page_words(const Node *body);

// Sets Node.drop, and makes or adds headings. Linear, but for sorting the entries.
void prepare_page(Node *body, const PageInfo *info, Arena *arena);

#endif
