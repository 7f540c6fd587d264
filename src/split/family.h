// Which habits of writing a text follows at its stops.
#ifndef LECTERN_SPLIT_FAMILY_H
#define LECTERN_SPLIT_FAMILY_H

#include "base/str.h"

// Languages that share their abbreviations and the shape of their numbers.
typedef enum {
    FAMILY_UNKNOWN, // too short to tell, or mixed: all that is known counts
    FAMILY_ENGLISH,
    FAMILY_GERMANIC,    // but for English: ordinal numbers have a stop
    FAMILY_ROMANCE,     // elided articles
    FAMILY_WEST_SLAVIC, // in Latin letters
    FAMILY_CYRILLIC,
    FAMILY_OTHER,
    FAMILIES
} Family;

// `language` is a BCP 47 tag.
Family family_of(Str language);

#endif
