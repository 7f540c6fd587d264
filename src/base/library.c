#include "base/library.h"

#include <dlfcn.h>

bool load_library(const char *file, const Symbol *symbols, size_t count)
{
    void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
    for (size_t i = 0; library && i < count; i++) {
        void *symbol = dlsym(library, symbols[i].name);
        if (!symbol)
            return false;
        memcpy(symbols[i].place, &symbol, sizeof symbol); // C has no cast from one to the other
    }
    return library != NULL;
}
