// Words with two readings, told apart by the words around them.
#ifndef LECTERN_PHRASE_HOMOGRAPHS_H
#define LECTERN_PHRASE_HOMOGRAPHS_H

#include "base/str.h"

// How the readings of a word in homographs.tsv are told apart.
typedef enum {
    SAY_FIRST, // it is no homograph
    SAY_NOUN_VERB,
    SAY_NOUN_VERB_S,
    SAY_SELDOM_NOUN, // "produces" is a verb unless something says otherwise
    SAY_SELDOM_NOUN_S,
    SAY_READ,
    SAY_LEAD,
    SAY_LIVE,
    SAY_LIVES,
    SAY_WIND,
    SAY_WINDS,
    SAY_WOUND,
    SAY_TEAR,
    SAY_TEARS,
    SAY_CLOSE,
    SAY_MINUTE,
    SAY_RESUME,
    SAY_CONTENT,
    SAY_INVALID,
    SAY_UPSET,
    SAY_BOW,
    SAY_ROW,
    SAY_SOW,
    SAY_BASS,
    SAY_DOVE,
    SAY_POLISH,
    SAY_AUGUST,
    SAY_PLACE,
} HomographRule;

// Whether the word at `at` of what a line speaks has its second reading. Looks at
// a few words on each side.
bool has_second_reading(Str spoken, Span at, HomographRule rule);

#endif
