// One full stop: an end, or part of an abbreviation, an initial or a number.
#ifndef LECTERN_SPLIT_PERIOD_H
#define LECTERN_SPLIT_PERIOD_H

#include "split/around.h"
#include "split/words.h"

// What the tables know of the word before a stop, elisions and compounds looked
// through: "l'Ing", "R-Calif".
Abbreviation kind_of(Str word, Family family);

// Whether the sentence goes on behind a full stop. Looks at a bounded number of
// bytes.
bool period_goes_on(const Place *p, const Stop *stop, const Follower *f);

#endif
