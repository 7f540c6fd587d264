// Files: read whole, written safely.
#ifndef LECTERN_BASE_FILE_H
#define LECTERN_BASE_FILE_H

#include "base/error.h"

// Reads all of `path` ("-": standard input) into the arena. ERR_ARTICLE where it
// cannot be read or is larger than `max` bytes, ERR_INTERRUPTED.
NODISCARD bool read_file(const char *path, size_t max, Arena *arena, Str *out, Error *err);

// The same of what lies in a folder that others may have filled: links are not followed, and of
// what is no file nothing is waited for.
NODISCARD bool read_found_file(const char *path, size_t max, Arena *arena, Str *out, Error *err);

// A descriptor to read such a file by; -1 where it is none (see errno).
NODISCARD int open_found_file(const char *path);

// "folder/name".
const char *join_path(const char *folder, Str name, Arena *arena);

// Makes the folder and those above it. ERR_OUTPUT.
NODISCARD bool make_folders(const char *path, Error *err);

// Writes all bytes; takes up after short writes and interruptions. False: see errno.
NODISCARD bool write_all(int fd, const void *bytes, size_t len);

// Writes a new file through a name of its own and a rename, so that no reader
// sees half of it. Not flushed to disk. ERR_OUTPUT.
NODISCARD bool write_file(const char *path, Str bytes, Error *err);

// Removes a folder and what is in it. Links are removed, not followed.
void remove_tree(const char *path);

#endif
