// Dates as articles, pages and addresses write them.
#ifndef LECTERN_READ_DATES_H
#define LECTERN_READ_DATES_H

#include "base/str.h"

bool word_is_month(Str word);   // English, long or short: "Sept"
bool word_is_weekday(Str word); // English, long or short

// The first day that a text names: ISO 8601, RFC 822, "Nov. 23, 2026", "23 November 2026",
// "le 1er mars 2026", "23.11.2026", "2026年11月23日", "20261123", "11/23/2026" (month first,
// unless that is no month). Gives "2026-11-23": the day as it stands there, whatever its time
// zone. False: it names none. Looks at the first 96 words and numbers.
bool parse_date(Str s, Arena *arena, Str *date);

// The same in a text of a language (BCP 47, or empty): "3/11/2026" is in November but for
// English that is not of Britain, Ireland, Australia, New Zealand, India or South Africa.
bool parse_date_in(Str s, Str language, Arena *arena, Str *date);

// As parse_date, but every word of s must be of the date, its time and zone, or
// "Published", "Updated" and the like.
bool parse_date_only(Str s, Arena *arena, Str *date);

// The day in the path of an address: "/2026/11/23/", "/2026/nov/23/", "-20261123.html".
bool parse_address_date(Str address, Arena *arena, Str *date);

#endif
