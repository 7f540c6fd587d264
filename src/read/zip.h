// Members of a ZIP archive that is in memory. Nothing is ever written to a disk, so names
// are names and nothing more, whatever "../" they hold.
#ifndef LECTERN_READ_ZIP_H
#define LECTERN_READ_ZIP_H

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

// The first name that ends so, empty where none does.
Str find_member(const Zip *zip, Str suffix);

// Unpacks a member to the arena. Fails where it is not there, is damaged, or unpacks to
// more than it said.
NODISCARD bool read_member(Zip *zip, Str name, Arena *arena, Str *out, Error *err);

#endif
