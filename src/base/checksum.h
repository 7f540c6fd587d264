// A quick checksum (XXH3), for what may have been damaged but is not forged.
#ifndef LECTERN_BASE_CHECKSUM_H
#define LECTERN_BASE_CHECKSUM_H

#include "base/str.h"

typedef struct {
    uint64_t low, high;
} Checksum;

// Of the parts on end, as bytes.
Checksum checksum_joined(const Str *parts, size_t count);

#endif
