// What servers compress.
#ifndef LECTERN_FETCH_UNPACK_H
#define LECTERN_FETCH_UNPACK_H

#include "base/str.h"

typedef enum {
    UNPACKED_WHOLE,
    UNPACKED_DAMAGED, // cut short, or no gzip
    UNPACKED_TOO_LARGE,
} Unpacked;

// Undoes gzip, and looks at its checksum. `*out` has at most `max` bytes, also where it is
// not whole. Takes no more memory than that.
NODISCARD Unpacked unpack_gzip(Str packed, size_t max, Arena *arena, Str *out);

#endif
