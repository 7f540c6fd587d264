#include "publish/text/words.h"

#include <stdlib.h>

#include "base/utf8.h"

// Direction overrides reach beyond the text they stand in; a stray one turns the
// rest of a page around.
static bool is_shown(uint32_t c)
{
    bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    bool override = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    bool no_character = (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
    return !control && !override && !no_character && c != 0xFEFF;
}

static bool is_clean(Str s)
{
    bool blank = true;
    for (size_t i = 0; i < s.len;) {
        Char c = utf8_at(s, i);
        bool space = code_is_space(c.code);
        if (!is_shown(c.code) || (c.code == REPLACEMENT && c.len == 1) ||
            (space && (blank || c.code != ' ')))
            return false;
        blank = space;
        i += c.len;
    }
    return s.len == 0 || !blank;
}

Str clean_text(Str s, Arena *arena)
{
    if (is_clean(s))
        return s;
    Buf b = new_buf(arena);
    bool blank = false;
    for (size_t i = 0; i < s.len;) {
        Char c = utf8_at(s, i);
        i += c.len;
        if (code_is_space(c.code)) {
            blank = b.len > 0;
        } else if (is_shown(c.code)) {
            if (blank)
                buf_char(&b, ' ');
            blank = false;
            buf_code(&b, c.code);
        }
    }
    return buf_str(&b);
}

static size_t cut_characters(Str s, uint32_t max)
{
    size_t i = 0;
    for (uint32_t n = 0; n < max && i < s.len; n++)
        i += utf8_at(s, i).len;
    return i;
}

Str first_words(Str s, uint32_t max, Arena *arena)
{
    Str clean = clean_text(str_slice(s, 0, (size_t)max * 16), arena);
    size_t end = cut_characters(clean, max);
    if (end == clean.len)
        return clean;
    size_t blank = end;
    while (blank && clean.data[blank] != ' ')
        blank--;
    return str_format(arena, "%.*s...", STR_ARG(str_slice(clean, 0, blank ? blank : end)));
}

bool next_word(Str s, size_t *at, Span *word)
{
    size_t i = *at;
    Char c = {0};
    while (i < s.len && code_is_space((c = utf8_at(s, i)).code))
        i += c.len;
    word->beg = (uint32_t)i;
    while (i < s.len && !code_is_space((c = utf8_at(s, i)).code))
        i += c.len;
    word->end = (uint32_t)i;
    *at = i;
    return word->end > word->beg;
}

uint32_t word_count(Str s)
{
    uint32_t count = 0;
    Span word;
    for (size_t at = 0; next_word(s, &at, &word);)
        count++;
    return count;
}

// A line with its place in the article.
typedef struct {
    Span span;
    uint32_t line;
} Stand;

static int compare_stands(const void *a, const void *b)
{
    const Stand *x = a, *y = b;
    if (x->span.beg != y->span.beg)
        return x->span.beg < y->span.beg ? -1 : 1;
    return (x->line > y->line) - (x->line < y->line);
}

static int compare_spans(const void *a, const void *b)
{
    const Span *x = a, *y = b;
    return (x->beg > y->beg) - (x->beg < y->beg);
}

static Span *sorted_skips(const Reading *reading, Arena *arena)
{
    Span *spans = ALLOC(arena, Span, reading->skipped.count);
    for (uint32_t i = 0; i < reading->skipped.count; i++)
        spans[i] = reading->skipped.items[i].span;
    if (reading->skipped.count)
        qsort(spans, reading->skipped.count, sizeof *spans, compare_spans);
    return spans;
}

// Marks that stand at a line, as the quotation marks of a voiced quote do. Words
// that no line holds are not heard, so they are not shown.
static bool is_attached(uint32_t c)
{
    return !code_is_space(c) && !code_is_letter(c) && !code_is_digit(c);
}

static uint32_t run_forward(Str text, Span gap)
{
    uint32_t i = gap.beg;
    while (i < gap.end) {
        Char c = utf8_at(text, i);
        if (!is_attached(c.code))
            break;
        i += c.len;
    }
    return i;
}

static uint32_t run_backward(Str text, Span gap)
{
    uint32_t i = gap.end;
    while (i > gap.beg) {
        Char c = utf8_before(text, i);
        if (!is_attached(c.code) || c.len > i - gap.beg)
            break;
        i -= c.len;
    }
    return i;
}

// Where marks stand: `sagte: „Ja“, und` has a quote before the second mark, behind the first.
typedef struct {
    bool after_quote, before_quote;
} Between;

// „Ja“ ends with the mark that “Yes” begins with, »Ja« and ”Ja” use theirs the other way round.
static bool opens_quote(uint32_t c, Between between, bool first)
{
    if (c == '"' || c == '\'') // the same mark on both sides
        return !between.after_quote;
    if (c == 0x201D || c == 0xBB)
        return between.before_quote && !between.after_quote;
    if (c == 0x201C || c == 0xAB || c == 0x2018)
        return !(between.after_quote && first);
    return c == 0x201E || c == 0x201A || c == 0x300C || c == 0x300E || c == '(' || c == '[';
}

// Where the marks between two lines part: `said—“Go”—and` gives the dash to the
// line before it and the opening mark to the quote.
static uint32_t part_marks(Str text, Span gap, Between between)
{
    uint32_t i = gap.beg;
    while (i < gap.end) {
        Char c = utf8_at(text, i);
        if (opens_quote(c.code, between, i == gap.beg))
            break;
        i += c.len;
    }
    return i;
}

// Stops at the beginning of what follows a quote are the quote's: `“Ja“, sagte` shows no line
// that begins with a comma.
static uint32_t run_stops(Str text, Span line)
{
    uint32_t i = line.beg;
    while (i < line.end && text.data[i] && strchr(",.;:!?", text.data[i]))
        i++;
    return i < line.end && code_is_space(utf8_at(text, i).code) ? i : line.beg;
}

// Widens the lines over the marks beside them. A gap is cut at what is skipped in it.
static void widen(const Reading *reading, Stand *stands, uint32_t count, const Span *skips)
{
    Str text = reading_article(reading)->text;
    uint32_t skip_count = reading->skipped.count, s = 0;
    for (uint32_t i = 0; i <= count; i++) {
        Span gap = {i ? stands[i - 1].span.end : 0,
                    i < count ? stands[i].span.beg : (uint32_t)text.len};
        if (gap.beg >= gap.end)
            continue;
        while (s < skip_count && skips[s].end <= gap.beg)
            s++;
        uint32_t last = s;
        while (last < skip_count && skips[last].end <= gap.end)
            last++;
        Span left = gap, right = gap;
        if (s < skip_count && skips[s].beg < gap.end)
            left.end = skips[s].beg > gap.beg ? skips[s].beg : gap.beg;
        if (last > s)
            right.beg = skips[last - 1].end;
        left.end = run_forward(text, left);
        right.beg = run_backward(text, right);
        if (i && i < count && left.end == gap.end && right.beg == gap.beg) {
            const Line *lines = reading->lines.items;
            Between between = {lines[stands[i - 1].line].kind == UTTERANCE_QUOTE,
                               lines[stands[i].line].kind == UTTERANCE_QUOTE};
            left.end = right.beg = part_marks(text, gap, between);
            if (between.after_quote && !between.before_quote && right.beg == stands[i].span.beg)
                left.end = right.beg = run_stops(text, stands[i].span);
        }
        if (i)
            stands[i - 1].span.end = left.end;
        if (i < count)
            stands[i].span.beg = right.beg;
        s = last;
    }
}

typedef LIST(Span) SpanList;

// `at` without the skipped stretches; *s is the first skip that may touch it.
static void add_unskipped(SpanList *out, Span at, const Span *skips, uint32_t skip_count,
                          uint32_t *s, Arena *arena)
{
    while (*s < skip_count && skips[*s].end <= at.beg)
        (*s)++;
    uint32_t beg = at.beg;
    for (uint32_t k = *s; k < skip_count && skips[k].beg < at.end; k++) {
        if (skips[k].beg > beg)
            *PUSH(out, arena) = (Span){beg, skips[k].beg};
        beg = skips[k].end > beg ? skips[k].end : beg;
    }
    if (beg < at.end)
        *PUSH(out, arena) = (Span){beg, at.end};
}

// Lines mostly stand in the article's order already; an opening may have moved some.
static uint32_t order_lines(const Reading *reading, Stand *stands)
{
    uint32_t count = 0;
    bool rising = true;
    for (uint32_t i = 0; i < reading->lines.count; i++) {
        const Line *line = &reading->lines.items[i];
        if (line->span.beg >= line->span.end)
            continue;
        stands[count] = (Stand){line->span, i};
        rising = rising && (count == 0 || stands[count - 1].span.beg <= line->span.beg);
        count++;
    }
    if (!rising)
        qsort(stands, count, sizeof *stands, compare_stands);
    return count;
}

LinePieces find_pieces(const Reading *reading, Arena *arena)
{
    uint32_t line_count = reading->lines.count;
    Stand *stands = ALLOC(arena, Stand, line_count);
    Span *skips = sorted_skips(reading, arena);
    uint32_t count = order_lines(reading, stands);
    widen(reading, stands, count, skips);
    Span *wide = ALLOC(arena, Span, line_count);
    for (uint32_t i = 0; i < count; i++)
        wide[stands[i].line] = stands[i].span;
    LinePieces out = {.first = ALLOC(arena, uint32_t, line_count + 1)};
    SpanList pieces = {0};
    uint32_t s = 0, before = 0;
    for (uint32_t i = 0; i < line_count; i++) {
        if (wide[i].beg < before)
            s = 0;
        before = wide[i].beg;
        out.first[i] = pieces.count;
        add_unskipped(&pieces, wide[i], skips, reading->skipped.count, &s, arena);
    }
    out.first[line_count] = pieces.count;
    out.items = pieces.items;
    return out;
}
