// Zip archives: books are made of them, and opened again to be checked.
#ifndef LECTERN_PUBLISH_ZIP_FILE_H
#define LECTERN_PUBLISH_ZIP_FILE_H

#include "base/error.h"

typedef struct {
    Str name;         // in the archive: "EPUB/nav.xhtml"
    Str bytes;        // unless there is a path
    const char *path; // of a file that holds the content; NULL: bytes do
    bool stored;      // not compressed
} ZipEntry;

// Writes a new archive of the entries in their order; the same entries give the same bytes:
// all are dated 1980-01-01. ERR_OUTPUT.
NODISCARD bool write_zip(const char *path, const ZipEntry *entries, uint32_t count, Arena scratch,
                         Error *err);

// An archive that is open for reading.
typedef struct {
    void *handle;
    uint32_t count;
} ZipFile;

// ERR_OUTPUT where it cannot be read or its directory contradicts itself. Close with close_zip.
NODISCARD bool open_zip(const char *path, ZipFile *out, Error *err);
void close_zip(ZipFile *zip);

// Empty where it has none that can be shown.
Str zip_name(const ZipFile *zip, uint32_t index, Arena *arena);

// Reads all of an entry, so that its checksum is compared, and gives the first bytes of it: at
// most `keep`. ERR_OUTPUT where it is damaged.
NODISCARD bool read_zip(const ZipFile *zip, uint32_t index, size_t keep, Arena *arena, Str *out,
                        Error *err);

#endif
