// A store of what is costly to make: files `<root>/<kind>/<64 hex>`, named by a
// digest of all that their content depends on.
//
// A file appears by a rename and is verified by its own checksum when it is found, so
// that runs may share the folder and be killed at any moment.
#ifndef LECTERN_BASE_STORE_H
#define LECTERN_BASE_STORE_H

#include "base/error.h"
#include "base/hash.h"

// The content of a file, mapped. Zero: none. Bytes are aligned to 8.
typedef struct {
    Str bytes;
    void *base;  // of the mapping
    size_t size; // of the mapping
} Blob;

// False: absent or damaged. Linear in its size.
NODISCARD bool find_blob(const char *root, const char *kind, const char key[HASH_HEX], Blob *out);

// As find_blob, for what was found or kept before in this run: only the frame of the
// file is looked at.
NODISCARD bool map_blob(const char *root, const char *kind, const char key[HASH_HEX], Blob *out);

void release_blob(Blob *blob);

// Writes the parts on end; makes folders as needed. ERR_OUTPUT.
NODISCARD bool keep_blob(const char *root, const char *kind, const char key[HASH_HEX],
                         const Str *parts, size_t count, Error *err);

#endif
