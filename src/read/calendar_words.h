// Months, days of the week and what stands around them, in thirty languages.
#ifndef LECTERN_READ_CALENDAR_WORDS_H
#define LECTERN_READ_CALENDAR_WORDS_H

#include "base/str.h"

// All take a word in small letters, without the full stop of "Nov.".
int month_of_word(Str word); // 1..12; 0: none
bool is_weekday_word(Str word);
bool is_date_filler(Str word);

#endif
