// Which line of one text is which of another.
#ifndef LECTERN_PHRASE_ALIGN_H
#define LECTERN_PHRASE_ALIGN_H

#include "base/str.h"

enum { UNALIGNED = -1 };

// For each of `a` the index in `b` of the same text, or UNALIGNED. Indices rise. Texts
// that stand once in each are anchors (as many as rise together); equal ones beside an
// aligned pair follow it. O(n log n).
int32_t *align_texts(const Str *a, uint32_t a_count, const Str *b, uint32_t b_count, Arena *arena);

#endif
