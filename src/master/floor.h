// The noise floor: what is heard where nothing is said. Digital silence is heard as a
// fault between words, upsets codecs and recognisers of speech (narration with exact
// zeros: 52 % of words wrong, with noise at -70 dBFS: 35 %).
#ifndef LECTERN_MASTER_FLOOR_H
#define LECTERN_MASTER_FLOOR_H

#include "base/str.h"

// Adds noise of -70 dBFS to the frames [beg, beg + count) of a passage that is
// `length` frames long (at CLIP_RATE_HZ). What lies before 0 is as the end of any
// passage, what lies past the end as the beginning of any.
void add_floor(int64_t length, int64_t beg, int64_t count, float *sound);

#endif
