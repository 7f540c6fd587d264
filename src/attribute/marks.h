// Characters that may be quotation marks, each with what it can be by those
// beside it.
#ifndef LECTERN_ATTRIBUTE_MARKS_H
#define LECTERN_ATTRIBUTE_MARKS_H

#include "read/article.h"

typedef enum { FAMILY_DOUBLE, FAMILY_GUILLEMET, FAMILY_CORNER, FAMILY_SINGLE } Family;

typedef struct {
    uint32_t at, len, block;
    Family family;
    bool can_open, can_close;
    bool curly;   // its form tells its direction
    bool pointed; // punctuation stands before it
    bool plural;  // an s stands before it: "the voters’ choice"
    bool figure;  // a straight one behind a figure: a 5" pan
} Mark;
typedef LIST(Mark) Marks;

// In order; what is dropped and code has none. Linear.
void gather_marks(const Article *article, Arena *arena, Marks *out);

// Punctuation that ends a phrase: , . ; : ? ! and closing brackets.
bool code_is_closer(uint32_t c);

#endif
