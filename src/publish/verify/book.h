// Books that are read along are checked: whatever a reader or player would follow leads
// somewhere.
#ifndef LECTERN_PUBLISH_VERIFY_BOOK_H
#define LECTERN_PUBLISH_VERIFY_BOOK_H

#include "publish/verify/verify.h"

// Adds what is wrong with an EPUB that is called `name` in the faults: the archive is damaged or
// not in the order that readers want; files are missing or not in the manifest; texts that are
// read are not there, or in another order; what is seen is not read; clips run back or past the
// sound; durations are not those of the clips. All of it is read once.
void verify_epub(const char *path, Str name, Arena *arena, Faults *out);

// The same of a DAISY 2.02 book in a folder. The sound is not read but for how long it says it is.
void verify_daisy(const char *folder, Arena *arena, Faults *out);

#endif
