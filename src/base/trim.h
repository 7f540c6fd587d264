// A store is kept to a size: what was not used for longest goes.
#ifndef LECTERN_BASE_TRIM_H
#define LECTERN_BASE_TRIM_H

#include "base/error.h"

// Tells other runs that the store is in use, until the descriptor is closed or the process
// is gone. -1: it cannot be told, and the store is not trimmed.
int hold_store(const char *root);

// Removes the files of the store that were used longest ago until those that stay have
// at most `most` bytes, and what killed runs left half written. While others hold the store
// nothing goes that was used within the hour. A store of the same `most` is looked through
// once in ten minutes. Only names that the store gives are touched. O(n log n) in files.
void trim_store(const char *root, int hold, uint64_t most, Arena scratch);

#endif
