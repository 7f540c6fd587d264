// Bytes inside blocks that are not for the ear: note marks, pictographs, and
// characters that nobody sees.
#ifndef LECTERN_READ_MARKS_H
#define LECTERN_READ_MARKS_H

#include "read/article.h"

extern const char NOTE_MARK[], PICTOGRAPH[]; // reasons

// Adds drops for such bytes, and for any byte that is neither white space nor in
// a block or a drop yet; brings the drops into order. Linear, but for sorting
// the drops.
void drop_marks(Article *article, Arena *arena);

// Brings the drops into order; of those that overlap the first is kept whole.
void sort_drops(Article *article);

#endif
