// ZIP archives: taken apart in memory, written, and opened again to be checked. Members are
// never unpacked to a disk, so names are names and nothing more, whatever "../" they hold.
// All fail with ERR_ENGINE where libzip is not installed.
#ifndef LECTERN_BASE_ZIP_H
#define LECTERN_BASE_ZIP_H

#include "base/error.h"

enum {
    ZIP_MEMBERS_MAX = 20000,
    ZIP_MEMBER_MAX = 64 << 20, // bytes unpacked
    ZIP_WHOLE_MAX = 512 << 20, // all of them
    ZIP_RATIO_MAX = 100,       // to one packed byte, of members above ZIP_RATIO_FROM
    ZIP_RATIO_FROM = 1 << 20,
};

typedef struct Zip Zip;

// `bytes` must outlive it. Refuses (ERR_ARTICLE), before anything is unpacked, what is no
// whole archive and what would unpack to more than the bounds.
NODISCARD bool open_zip(Str bytes, Arena *arena, Zip **out, Error *err);
void close_zip(Zip *zip);

bool has_member(const Zip *zip, Str name);
uint64_t member_size(const Zip *zip, Str name); // bytes unpacked; 0 where it is not there

// Unpacks a member to the arena. Fails where it is not there, is damaged, or unpacks to
// more than it said.
NODISCARD bool read_member(Zip *zip, Str name, Arena *arena, Str *out, Error *err);

// --- files

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

// ERR_OUTPUT where it cannot be read or its directory contradicts itself. Close with
// close_zip_file.
NODISCARD bool open_zip_file(const char *path, ZipFile *out, Error *err);
void close_zip_file(ZipFile *zip);

// Empty where it has none that can be shown.
Str zip_file_name(const ZipFile *zip, uint32_t index, Arena *arena);

// Reads all of an entry, so that its checksum is compared, and gives the first bytes of it: at
// most `keep`. ERR_OUTPUT where it is damaged.
NODISCARD bool read_zip_file(const ZipFile *zip, uint32_t index, size_t keep, Arena *arena,
                             Str *out, Error *err);

#endif
