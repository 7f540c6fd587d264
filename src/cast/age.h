// How old the article says that its speakers are.
#ifndef LECTERN_CAST_AGE_H
#define LECTERN_CAST_AGE_H

#include "attribute/script.h"

// What a voice may be, and a speaker.
typedef enum { BAND_GROWN, BAND_CHILD, BAND_TEEN, BAND_ELDERLY } AgeBand;

AgeBand age_band(int years);

// For each speaker the age that stands beside the name where one is quoted, as in "said Ilse
// Vos, 8", "Ilse Vos (8)", "8-year-old Ilse Vos"; 0 where none does. Linear in quotations.
int *list_ages(const Script *script, Arena *arena);

#endif
