// Dates as articles write them.
#ifndef LECTERN_READ_DATES_H
#define LECTERN_READ_DATES_H

#include "base/str.h"

bool word_is_month(Str word);   // English, long or short: "Sept"
bool word_is_weekday(Str word); // English, long or short

// The day a text names: ISO 8601, "Nov. 23, 2026", "23 November 2026",
// "11/23/2026" (month first). Gives "2026-11-23". False: it names none.
bool parse_date(Str s, Arena *arena, Str *date);

// As parse_date, but every word of s must be of the date, its time and zone, or
// "Published", "Updated" and the like.
bool parse_date_only(Str s, Arena *arena, Str *date);

#endif
