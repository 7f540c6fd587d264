// First names and whose they are.
#ifndef LECTERN_ATTRIBUTE_FIRST_NAMES_H
#define LECTERN_ATTRIBUTE_FIRST_NAMES_H

#include "base/str.h"

typedef enum {
    NOT_A_FIRST_NAME,
    FIRST_NAME_MALE,
    FIRST_NAME_FEMALE,
    FIRST_NAME_MOSTLY_MALE,
    FIRST_NAME_MOSTLY_FEMALE,
    FIRST_NAME_SHARED,
} FirstName;

// `lower` is a name in lower case. Male and female are said of names that 95 in
// 100 bearers of one sex have, mostly so of 75 in 100.
FirstName find_first_name(Str lower);

#endif
