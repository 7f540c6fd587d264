// Names and their numbers, in a hash table that grows.
#ifndef LECTERN_PHRASE_NAME_INDEX_H
#define LECTERN_PHRASE_NAME_INDEX_H

#include "base/str.h"

typedef struct {
    LIST(Str) names; // by number
    uint32_t *slots; // number + 1, or 0
    uint32_t size;   // of slots: a power of two, or 0
    size_t longest;  // bytes of the longest name
} NameIndex;

enum { NO_NAME = -1 };

// Gives the name the next number. Of equal names the first is found.
void add_name(NameIndex *index, Str name, Arena *arena);

// The number of a name, or NO_NAME.
int64_t find_name(const NameIndex *index, Str name);

#endif
