// Furniture among blocks: for readers whose format gives the blocks.
#ifndef LECTERN_READ_FURNISH_H
#define LECTERN_READ_FURNISH_H

#include "read/article.h"

// Turns paragraphs at the head that are a byline, a date or a legal line into
// what they are, drops lines of the page wherever they stand and those at the
// foot, and keeps editors' notes. Metadata that is known already stays.
void furnish_blocks(Article *article, Arena *arena);

#endif
