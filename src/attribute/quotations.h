// Runs between quotation marks.
#ifndef LECTERN_ATTRIBUTE_QUOTATIONS_H
#define LECTERN_ATTRIBUTE_QUOTATIONS_H

#include "attribute/script.h"

typedef struct {
    Span span;  // marks excluded, no white space at either end, never empty
    Span outer; // marks included
    uint32_t block;
    bool single;    // between single marks
    bool lesser;    // between single marks where speech stands between double ones
    bool continues; // goes on from the block before
} Run;
typedef LIST(Run) Runs;

// Outermost runs of every block, in order. Linear.
void find_runs(const Article *article, Arena *arena, Arena scratch, Runs *out);

#endif
