// Finished episodes are checked against their report.
#ifndef LECTERN_PUBLISH_VERIFY_VERIFY_H
#define LECTERN_PUBLISH_VERIFY_VERIFY_H

#include "base/str.h"

typedef LIST(Str) Faults; // one line each

void add_fault(Faults *faults, Arena *arena, const char *format, ...) PRINTF_LIKE(3, 4);

// Adds what is wrong with the episode in `folder`: files that are missing, changed or
// not listed, or not whole (verify_form.h); loudness and length other than stated; speakers that
// script.json has not; transcripts and chapters that do not parse
// or lie outside the sound; books that do not hold together (verify_book.h); bytes of the
// article that are not accounted for. Decodes once what has a stated loudness. No name leads out of
// the folder, and no link is followed.
void verify_episode(const char *folder, Arena *arena, Faults *out);

#endif
