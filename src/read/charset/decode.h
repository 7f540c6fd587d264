// Bytes of any text encoding we know become UTF-8 with LF line ends.
#ifndef LECTERN_READ_CHARSET_DECODE_H
#define LECTERN_READ_CHARSET_DECODE_H

#include "read/article.h"

// `*out` is the bytes themselves where nothing has to change. The encoding is found in this
// order: a byte order mark, UTF-8, what the server says, what the document says, how its
// bytes look, Windows-1252; what is not plain UTF-8 is said in a note. Refuses
// (ERR_ARTICLE) what is binary; a NUL in markup becomes U+FFFD. Linear.
NODISCARD bool decode_text(const Source *in, Arena *arena, Str *out, Notes *notes, Error *err);

// Refuses (ERR_ARTICLE) files of known kinds that hold no plain text, by their
// first bytes, naming the kind.
NODISCARD bool refuse_known_binaries(Str in, Error *err);

#endif
