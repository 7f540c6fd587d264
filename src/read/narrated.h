// What of an article is narrated: the one place that knows `--detail`.
#ifndef LECTERN_READ_NARRATED_H
#define LECTERN_READ_NARRATED_H

#include "read/article.h"

// Adds a drop for every block that is not narrated at article->detail, and the
// notices that stand for some. The readers have told what each block is; only what
// the article's other blocks make of it is found here: a title that comes twice,
// a pull quote. Linear, but for sorting.
void select_narrated(Article *article, Arena *arena);

// Once all drops are there: a notice for each note mark where all is told, and the
// notices in order.
void finish_notices(Article *article, Arena *arena);

#endif
