// Tables of words of languages other than English; words.h is what asks them.
#ifndef LECTERN_SPLIT_FOREIGN_H
#define LECTERN_SPLIT_FOREIGN_H

#include "split/words.h"

typedef struct {
    const char *const *words; // sorted by bytes
    size_t count;
} WordTable;

typedef struct {
    Family family;
    WordTable abbreviations[ABBREVIATIONS]; // one for each kind; empty where it
                                            // has none
    WordTable starters;
} ForeignWords;

extern const ForeignWords FOREIGN[];
extern const size_t FOREIGN_COUNT;

#endif
