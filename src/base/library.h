// Libraries that few runs need are loaded when one needs them: linked, each would cost
// every start of the program a millisecond or more.
#ifndef LECTERN_BASE_LIBRARY_H
#define LECTERN_BASE_LIBRARY_H

#include "base/str.h"

typedef struct {
    const char *name;
    void *place; // of the pointer to the function
} Symbol;

// The library stays loaded; to load it again costs little. False: it is not installed, or
// lacks a symbol.
NODISCARD bool load_library(const char *file, const Symbol *symbols, size_t count);

// A row for a struct of pointers whose fields are called like the functions.
#define SYMBOL_NAME(name) #name
#define SYMBOL_ROW(table, field, function)                                                         \
    {                                                                                              \
        SYMBOL_NAME(function), &(table)->field                                                     \
    }

#endif
