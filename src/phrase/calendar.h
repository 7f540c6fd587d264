// Months and days of the week, whole or shortened.
#ifndef LECTERN_PHRASE_CALENDAR_H
#define LECTERN_PHRASE_CALENDAR_H

#include "phrase/spelling.h"

// A month or weekday at token i with its full stop; `value` 1..12, or 1..7 for
// weekdays. Gives its tokens, 0 where there is none. A shortened form that is
// also a word ("Mar", "Sun", "may") wants a full stop or a capital.
typedef struct {
    const char *name;
    int value;
    uint32_t tokens;
    bool weekday;
    bool shortened;
} CalendarName;
CalendarName read_calendar_name(const Spelling *s, uint32_t i);

// Whether token i is a year written with four digits, 1000..2199.
bool is_year(const Spelling *s, uint32_t i);
void add_year_token(Spelling *s, const Token *t);

#endif
