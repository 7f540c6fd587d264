// Pages as they were sent, with what tells whether they have changed since.
#ifndef LECTERN_FETCH_KEPT_H
#define LECTERN_FETCH_KEPT_H

#include "base/str.h"

typedef struct {
    Str etag, last_modified, content_type; // lines of printable ASCII; empty: there is none
    Str bytes;
} KeptPage;

// `root` may be NULL, where nothing is kept. What is found is copied to the arena.
NODISCARD bool find_page(const char *root, Str address, Arena *arena, KeptPage *out);

// Does what it can: a cache that cannot be written is none.
void keep_page(const char *root, Str address, const KeptPage *page, Arena scratch);

#endif
