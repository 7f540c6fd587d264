// A book as one text: the package document, the tables of contents and the documents in
// their order, each below a line "%EPUB 5301 OEBPS/chapter-1.xhtml" with its length. It
// is what an EPUB is decoded to, stands at the end of a script, and can be read again.
#ifndef LECTERN_READ_BOOK_BOOK_H
#define LECTERN_READ_BOOK_BOOK_H

#include "read/article.h"

// Adds a document. References to characters that only HTML knows become characters.
void put_book_part(Buf *book, Str name, Str text);

bool is_book_text(Str text);

// Fills text, blocks, drops, parts and metadata from such a text. ERR_ARTICLE where it is
// none, or what it holds cannot be read; the message names the document.
NODISCARD bool read_book(Str text, Arena *arena, Article *out, Error *err);

// Passes on what went wrong in a document, whose text is given, with its name and line.
bool fail_in_part(Str name, Str text, const Error *why, Error *err);

#endif
