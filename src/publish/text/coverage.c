#include "publish/text/coverage.h"

#include <stdlib.h>

#include "base/utf8.h"

// What is known of a byte. A later mark of the same walk wins.
typedef enum { UNSEEN, SPOKEN, SKIPPED, UNSAID } Mark;

static void mark_span(unsigned char *marks, Span at, Mark mark)
{
    if (at.end > at.beg)
        memset(marks + at.beg, (int)mark, at.end - at.beg);
}

// A run of letters and digits that no unit says is not spoken, though it lies in a line.
// Accents by themselves ("´" typed behind a blank) are nothing to say.
static void mark_unsaid(Str text, const Line *line, unsigned char *marks)
{
    uint32_t unit = 0;
    for (uint32_t i = line->span.beg; i < line->span.end;) {
        Char c = utf8_at(text, i);
        Span run = {i, i + c.len};
        i = run.end;
        if (!code_in_word(c.code))
            continue;
        bool says = !code_is_mark(c.code);
        for (; i < line->span.end && code_in_word((c = utf8_at(text, i)).code); i += c.len)
            says |= !code_is_mark(c.code);
        run.end = i;
        if (!says)
            continue;
        while (unit < line->units.count &&
               (line->units.items[unit].written.end <= run.beg ||
                line->units.items[unit].spoken.end <= line->units.items[unit].spoken.beg))
            unit++;
        if (unit == line->units.count || line->units.items[unit].written.beg >= run.end)
            mark_span(marks, run, UNSAID);
    }
}

static Span lost_span(const Line *line, const Clip *clip)
{
    Span lost = {UINT32_MAX, 0};
    for (uint32_t i = 0; i < line->units.count; i++) {
        const Unit *unit = &line->units.items[i];
        if (unit->spoken.end <= clip->spoken.beg || unit->spoken.beg >= clip->spoken.end)
            continue;
        lost.beg = unit->written.beg < lost.beg ? unit->written.beg : lost.beg;
        lost.end = unit->written.end > lost.end ? unit->written.end : lost.end;
    }
    return lost.end > lost.beg ? lost : line->span;
}

static int compare_drops(const void *a, const void *b)
{
    const Drop *x = a, *y = b;
    return (x->span.beg > y->span.beg) - (x->span.beg < y->span.beg);
}

// What is heard as silence is not spoken.
static void gather_skips(const Clips *clips, Arena *arena, Coverage *out)
{
    const Reading *reading = clips->reading;
    for (uint32_t i = 0; i < reading->skipped.count; i++)
        *PUSH(&out->skips, arena) = reading->skipped.items[i];
    for (uint32_t i = 0; i < clips->items.count; i++) {
        const Clip *clip = &clips->items.items[i];
        const Line *line = &reading->lines.items[clip->line];
        if (clip->state == CLIP_LOST && line->span.end > line->span.beg)
            *PUSH(&out->skips, arena) =
                (Drop){lost_span(line, clip), "the speech engine failed on it"};
    }
    if (out->skips.count)
        qsort(out->skips.items, out->skips.count, sizeof *out->skips.items, compare_drops);
}

static bool is_unsaid_code(uint32_t c)
{
    bool single_mark = c == '\'' || (c >= 0x2018 && c <= 0x201B) || c == 0x2039 || c == 0x203A;
    return code_is_space(c) || code_is_quote_mark(c) || single_mark || code_is_invisible(c);
}

static void count_marks(Str text, const unsigned char *marks, Coverage *out)
{
    for (uint32_t i = 0; i < text.len;) {
        Char c = utf8_at(text, i);
        Mark mark = (Mark)marks[i];
        bool lost = mark == UNSAID || (mark == UNSEEN && !is_unsaid_code(c.code));
        *(lost              ? &out->unaccounted
          : mark == SPOKEN  ? &out->spoken
          : mark == SKIPPED ? &out->skipped
                            : &out->blank) += c.len;
        if (lost && out->first_lost.end == 0)
            out->first_lost = (Span){i, i + c.len};
        i += c.len;
    }
}

Coverage cover_article(const Clips *clips, Arena *arena)
{
    const Reading *reading = clips->reading;
    Str text = reading_article(reading)->text;
    Coverage out = {.bytes = text.len};
    gather_skips(clips, arena, &out);
    Arena scratch = *arena;
    unsigned char *marks = ALLOC(&scratch, unsigned char, text.len);
    for (uint32_t i = 0; i < reading->lines.count; i++)
        mark_span(marks, reading->lines.items[i].span, SPOKEN);
    for (uint32_t i = 0; i < reading->lines.count; i++)
        mark_unsaid(text, &reading->lines.items[i], marks);
    for (uint32_t i = 0; i < out.skips.count; i++)
        mark_span(marks, out.skips.items[i].span, SKIPPED);
    count_marks(text, marks, &out);
    return out;
}
