// What stands around a plain text that was made to be sent: the head of a mail, the
// legal pages of an e-book, a signature.
#ifndef LECTERN_READ_TEXT_FRAMES_H
#define LECTERN_READ_TEXT_FRAMES_H

#include "read/text/lines.h"

typedef struct {
    uint32_t beg, end; // lines of the text inside the frame
    bool titled;       // the frame told the title
    bool book;         // of an e-book: wrapped lines, parted by blank ones
} Frame;

// Finds the frame of a text and drops it; what it tells of title, author, date and
// language goes to the article.
Frame find_frame(const Lines *lines, Article *article, Arena *arena);

#endif
