// The words of an article that are spoken in another language than the rest.
#ifndef LECTERN_PHRASE_PASSAGES_H
#define LECTERN_PHRASE_PASSAGES_H

#include "attribute/script.h"

typedef struct {
    LIST(ForeignSpan) items; // in order, not overlapping
} Passages;

// What the input marks, and of the rest the quotations, and blocks that are quotations, whose
// words are surely in another language. Linear in the text.
Passages find_passages(const Script *script, Arena *arena);

#endif
