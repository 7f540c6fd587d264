// Finished episodes are checked against their report.
#ifndef LECTERN_PUBLISH_VERIFY_H
#define LECTERN_PUBLISH_VERIFY_H

#include "base/str.h"

typedef LIST(Str) Faults; // one line each

// Adds what is wrong with the episode in `folder`: files that are missing, changed or
// not listed; loudness other than stated; transcripts and chapters that do not parse
// or lie outside the sound; bytes of the article that are not accounted for. Decodes
// the sound once.
void verify_episode(const char *folder, Arena *arena, Faults *out);

#endif
