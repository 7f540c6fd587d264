// SHA-256, for what must be trusted: cache keys, files of an episode.
#ifndef LECTERN_BASE_HASH_H
#define LECTERN_BASE_HASH_H

#include "base/str.h"

enum { HASH_HEX = 65 }; // characters of a digest in hex, the final NUL included

// The parts are hashed with their lengths, so ("ab","c") and ("a","bc") differ.
void hash_parts(const Str *parts, size_t count, char hex[HASH_HEX]);

// Plain SHA-256 of the bytes.
void hash_bytes(Str bytes, char hex[HASH_HEX]);

// Of the parts on end, as bytes.
void hash_joined(const Str *parts, size_t count, unsigned char digest[32]);

// Of a whole file. False: see errno.
NODISCARD bool hash_file(const char *path, char hex[HASH_HEX], uint64_t *size);

#endif
