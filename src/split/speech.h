// Said-clauses behind a quotation that asks or exclaims.
#ifndef LECTERN_SPLIT_SPEECH_H
#define LECTERN_SPLIT_SPEECH_H

#include "split/around.h"

// “Why?” Clinton asked: whether a speaker and a verb of speech begin with the
// follower. Looks at a bounded number of words.
bool speaker_follows(const Place *p, const Follower *f);

#endif
