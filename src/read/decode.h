// Bytes of any text encoding we know become UTF-8 with LF line ends.
#ifndef LECTERN_READ_DECODE_H
#define LECTERN_READ_DECODE_H

#include "read/article.h"

// `*out` is `in` itself where nothing has to change. The encoding is found in
// this order: UTF-16 by its byte order mark, UTF-8, Windows-1252; what is not
// plain UTF-8 is said in a note. Refuses (ERR_ARTICLE) what is binary. Linear.
NODISCARD bool decode_text(Str in, Arena *arena, Str *out, Notes *notes, Error *err);

// Refuses (ERR_ARTICLE) files of known kinds that hold no plain text, by their
// first bytes, naming the kind.
NODISCARD bool refuse_known_binaries(Str in, Error *err);

#endif
