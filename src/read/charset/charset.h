// Character sets by the names that documents call them, and by their bytes.
#ifndef LECTERN_READ_CHARSET_CHARSET_H
#define LECTERN_READ_CHARSET_CHARSET_H

#include "base/str.h"

// What a name means to browsers (WHATWG Encoding Standard, 4.2), in any case, with or
// without "-" and "_": "latin1" is windows-1252, "gb2312" gb18030, "ks_c_5601-1987"
// windows-949. Also some names that only mail uses. Static; NULL: unknown.
const char *charset_called(Str name);

// `bytes` in UTF-8; what stands for nothing becomes U+FFFD. False: the name is unknown.
// A byte order mark is a character like others. Linear.
NODISCARD bool charset_to_utf8(Str name, Str bytes, Arena *arena, Str *out);

// What bytes that are no UTF-8 are most likely written in, by their frequencies: a name for
// charset_to_utf8, static. NULL: nothing fits. Looks at some thousand bytes.
const char *detect_charset(Str bytes, Arena scratch);

#endif
