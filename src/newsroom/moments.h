// Moments of UTC as feeds write them: seconds since 1970.
#ifndef LECTERN_NEWSROOM_MOMENTS_H
#define LECTERN_NEWSROOM_MOMENTS_H

#include "base/str.h"

// Midnight of "2026-01-31" (what follows is not read); false where it is no such day.
bool parse_day(Str s, int64_t *moment);

// "Sat, 31 Jan 2026 00:00:00 +0000", as format_feed_date writes it; false for others.
bool parse_feed_date(Str s, int64_t *moment);

Str format_feed_date(int64_t moment, Arena *arena); // RFC 5322
Str format_iso_date(int64_t moment, Arena *arena);  // "2026-01-31T00:00:00Z"

#endif
