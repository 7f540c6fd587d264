#include "phrase/spell.h"

void spell_span(Str text, Span around, Span at, Str language, Arena *arena, Line *line)
{
    (void)around;
    (void)language;
    line->spoken = str_span(text, at);
    uint32_t n = at.end - at.beg;
    for (uint32_t i = 0; i < n;) {
        uint32_t beg = i;
        while (i < n && !is_space(line->spoken.data[i]))
            i++;
        if (i > beg)
            *PUSH(&line->units, arena) =
                (Unit){{at.beg + beg, at.beg + i}, {beg, i}};
        while (i < n && is_space(line->spoken.data[i]))
            i++;
    }
}
