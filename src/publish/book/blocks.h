// What is heard, as the blocks of a marked-up text: of the page, of books, of a print.
#ifndef LECTERN_PUBLISH_BOOK_BLOCKS_H
#define LECTERN_PUBLISH_BOOK_BLOCKS_H

#include <stdio.h>

#include "publish/text/times.h"

typedef struct {
    const Times *times;
    uint32_t first, end; // of Reading.lines
    // Level of the heading that the line stands in; 0: it is none.
    int (*level)(void *context, uint32_t line);
    // Writes what stands for a line within its block. `speaker` is clean; empty where it is the
    // narrator, nobody known, whoever spoke before in the block, or was named just before, and
    // in headings.
    void (*put_line)(void *context, FILE *out, uint32_t line, Str speaker, Arena scratch);
    void *context;
    const char *footnote; // its opening tag, of a paragraph; NULL: as other notes
} Blocks;

// Paragraphs, headings, quotations and lists, well-formed as XML too. Lines that are not heard
// are passed over.
void put_blocks(FILE *out, const Blocks *form, Arena scratch);

// The block of the article that a line stands in; NULL where it is generated.
const Block *block_of_line(const Reading *reading, uint32_t line);

// The line of the article in whose block a line stands that the program says: "Note 1.", said
// within a sentence; "Year:", before a cell. `line` where it stands by itself, or is the article's.
uint32_t stands_with(const Times *times, uint32_t line);

#endif
