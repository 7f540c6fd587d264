// EPUB 3.3 with Media Overlays, to the rules of EPUB Accessibility 1.1.
#ifndef LECTERN_PUBLISH_BOOK_EPUB_H
#define LECTERN_PUBLISH_BOOK_EPUB_H

#include "publish/book/book.h"

// Writes the book to a new file. ERR_OUTPUT.
NODISCARD bool write_epub(const Making *m, const Book *book, const char *path, Error *err);

#endif
