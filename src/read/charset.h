// Character sets by the names that documents call them.
#ifndef LECTERN_READ_CHARSET_H
#define LECTERN_READ_CHARSET_H

#include "base/str.h"

// `bytes` in UTF-8; what stands for nothing becomes U+FFFD. False: the name is unknown.
// A byte order mark is a character like others. Linear.
NODISCARD bool charset_to_utf8(Str name, Str bytes, Arena *arena, Str *out);

#endif
