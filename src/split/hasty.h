// Ends of sentences that hasty writers leave without a capital or a blank.
#ifndef LECTERN_SPLIT_HASTY_H
#define LECTERN_SPLIT_HASTY_H

#include "split/around.h"

// Whether a sentence ends before a small letter: "they left. never again!! go".
bool ends_before_lower(const Place *p, const Stop *stop, const Follower *f);

// Whether one ends with no blank behind the stop: "It broke.They left".
bool ends_without_blank(const Place *p, const Stop *stop);

#endif
