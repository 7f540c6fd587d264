// SHA-256, for what must be trusted: cache keys, files of an episode. MD5, where a format
// wants it.
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

enum { UUID_SIZE = 37 }; // characters, the final NUL included

// The UUID of a name in a name space of 16 bytes: RFC 9562, version 5.
void uuid_of_name(const unsigned char space[16], Str name, char out[UUID_SIZE]);

// Of a whole file. False: see errno.
NODISCARD bool hash_file(const char *path, char hex[HASH_HEX], uint64_t *size);

// An MD5 under way; plain bytes, which processes may hand on to each other.
typedef struct {
    uint64_t state[16];
} Md5;

enum { MD5_BYTES = 16 };

void start_md5(Md5 *md5);
void add_md5(Md5 *md5, const void *bytes, size_t len);
void finish_md5(Md5 *md5, unsigned char digest[MD5_BYTES]);

#endif
