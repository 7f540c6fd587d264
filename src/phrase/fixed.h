// What the program says of itself in an episode, by language.
#ifndef LECTERN_PHRASE_FIXED_H
#define LECTERN_PHRASE_FIXED_H

#include "base/str.h"

typedef struct {
    const char *language;   // BCP 47 primary language
    const char *by;         // before the author
    const char *for_whom;   // before the publisher
    const char *disclosure; // in English it has the word "computer-generated"
} FixedPhrases;

// English where a language has none. `language` may have subtags ("en-GB").
const FixedPhrases *fixed_phrases(Str language);

#endif
