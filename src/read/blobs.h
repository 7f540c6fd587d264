// Runs of characters that are no words: encoded data, minified scripts.
#ifndef LECTERN_READ_BLOBS_H
#define LECTERN_READ_BLOBS_H

#include "read/article.h"

// Adds a drop for each run between blanks that nobody could say: data URIs,
// base64 and numbers in hexadecimal from a length on, and whatever is longer than any
// word and no address. Scripts without blanks (Chinese, Thai) are left alone.
// Linear.
void drop_blobs(Article *article, Arena *arena);

#endif
