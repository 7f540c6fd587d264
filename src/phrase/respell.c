#include "phrase/respell.h"

#include "base/utf8.h"
#include "phrase/align.h"
#include "phrase/pronounce.h"

// --- What is said ---

// Whether the engine can be given it as it stands: words and , . ? ! ; : ' - only.
static bool is_words(Str spoken)
{
    bool letters = false;
    for (size_t i = 0; i < spoken.len;) {
        Char c = utf8_at(spoken, i);
        bool letter = code_is_letter(c.code) || code_is_mark(c.code);
        if (!letter && !(c.code < 0x80 && strchr(" ,.?!;:'-", (int)c.code)))
            return false;
        letters |= letter;
        i += c.len;
    }
    return letters;
}

// "’", which editors put for "'", and a letter with its mark as one character.
static Str plain_marks(Str spoken, Arena *arena)
{
    Buf b = new_buf(arena);
    for (size_t i = 0; i < spoken.len;) {
        Char c = utf8_at(spoken, i);
        buf_code(&b, c.code == 0x2019 ? '\'' : c.code);
        i += c.len;
    }
    return utf8_nfc(buf_str(&b), arena);
}

// The voice falls at the end where no mark says otherwise.
static Line spell_spoken(Str spoken, const SpellOptions *spell, Arena *arena)
{
    Line said = {.spoken = plain_marks(spoken, arena)};
    if (!is_words(said.spoken)) {
        Span whole = {0, (uint32_t)spoken.len};
        spell_span(spoken, whole, whole, spell, arena, &said);
    }
    if (said.spoken.len && !strchr(",.?!;:", said.spoken.data[said.spoken.len - 1]))
        said.spoken = str_format(arena, "%.*s.", STR_ARG(said.spoken));
    return said;
}

// --- What stays of the line before ---

typedef struct {
    Span *spans; // without the marks behind them
    Str *texts;
    uint32_t count;
} SpokenWords;

static SpokenWords cut_words(Str spoken, Arena *arena)
{
    size_t most = spoken.len / 2 + 1;
    SpokenWords out = {ALLOC(arena, Span, most), ALLOC(arena, Str, most), 0};
    for (uint32_t at = 0; at < spoken.len;) {
        uint32_t beg = at;
        while (at < spoken.len && spoken.data[at] != ' ')
            at++;
        uint32_t end = at++;
        while (end > beg && strchr(",.?!;:", spoken.data[end - 1]))
            end--;
        if (end == beg)
            continue;
        out.spans[out.count] = (Span){beg, end};
        out.texts[out.count++] = str_span(spoken, (Span){beg, end});
    }
    return out;
}

typedef struct {
    SpokenWords was, now;
    int32_t *now_of; // by word of `was`: the same in `now`, or UNALIGNED
} Change;

static Change compare_words(Str was, Str now, Arena *arena)
{
    Change c = {.was = cut_words(was, arena), .now = cut_words(now, arena)};
    c.now_of = align_texts(c.was.texts, c.was.count, c.now.texts, c.now.count, arena);
    return c;
}

// The words of `was` that lie in `at`, from *first on, which moves up to them; gives how many.
static uint32_t words_in(const SpokenWords *was, Span at, uint32_t *first)
{
    while (*first < was->count && was->spans[*first].end <= at.beg)
        ++*first;
    uint32_t count = 0;
    while (*first + count < was->count && was->spans[*first + count].beg < at.end)
        count++;
    return count;
}

// Whether these words stand in `now` in a row.
static bool stayed(const Change *c, uint32_t first, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (c->now_of[first + i] == UNALIGNED ||
            c->now_of[first + i] != c->now_of[first] + (int32_t)i)
            return false;
    return count > 0;
}

typedef LIST(Unit) Units;

// The words from `first` to `last` stand for what was written there; where there are none, the
// unit before them does, so that every byte of the article stays some unit's.
static void add_changed(const Change *c, uint32_t first, uint32_t last, Span written, Units *out,
                        Arena *arena)
{
    if (first < last)
        *PUSH(out, arena) = (Unit){written, {c->now.spans[first].beg, c->now.spans[last - 1].end}};
    else if (out->count)
        out->items[out->count - 1].written.end = written.end;
}

static void keep_units(const Change *c, const Line *line, Units *out, Arena *arena)
{
    uint32_t word = 0, next = 0; // of `was`; of `now`
    Span written = {line->span.beg, line->units.count ? line->span.beg : line->span.end};
    for (uint32_t i = 0; i < line->units.count; i++) {
        const Unit *unit = &line->units.items[i];
        uint32_t count = words_in(&c->was, unit->spoken, &word);
        if (!stayed(c, word, count) || (uint32_t)c->now_of[word] < next) {
            written.end = unit->written.end > written.end ? unit->written.end : written.end;
            continue;
        }
        uint32_t now = (uint32_t)c->now_of[word];
        add_changed(c, next, now, written, out, arena);
        Span spoken = {c->now.spans[now].beg, c->now.spans[now + count - 1].end};
        uint32_t beg = out->count ? unit->written.beg : written.beg;
        *PUSH(out, arena) = (Unit){{beg, unit->written.end}, spoken};
        next = now + count;
        written = (Span){unit->written.end, unit->written.end};
    }
    add_changed(c, next, c->now.count, written, out, arena);
}

typedef LIST(Said) SaidList;

static void keep_said(const Change *c, const Line *line, SaidList *out, Arena *arena)
{
    uint32_t word = 0;
    for (uint32_t i = 0; i < line->said.count; i++) {
        const Said *said = &line->said.items[i];
        uint32_t count = words_in(&c->was, said->spoken, &word);
        if (!stayed(c, word, count))
            continue;
        uint32_t now = (uint32_t)c->now_of[word], last = now + count - 1;
        uint32_t beg = c->now.spans[now].beg + said->spoken.beg - c->was.spans[word].beg;
        uint32_t end =
            c->now.spans[last].beg + said->spoken.end - c->was.spans[word + count - 1].beg;
        *PUSH(out, arena) = (Said){{beg, end}, said->phonemes};
    }
}

// Both lists rise; where both speak of a word, the first does.
static void merge_said(const SaidList *a, const SaidList *b, SaidList *out, Arena *arena)
{
    uint32_t i = 0, k = 0;
    while (i < a->count || k < b->count) {
        bool first =
            k == b->count || (i < a->count && a->items[i].spoken.beg <= b->items[k].spoken.beg);
        Said next = first ? a->items[i++] : b->items[k++];
        if (!out->count || out->items[out->count - 1].spoken.end <= next.spoken.beg)
            *PUSH(out, arena) = next;
    }
}

void respell_line(Line *line, Str spoken, const SpellOptions *spell, Arena *arena)
{
    Line said = spell_spoken(spoken, spell, arena);
    Change change = compare_words(line->spoken, said.spoken, arena);
    Units units = {0};
    SaidList fresh = {0}, kept = {0}, all = {0};
    keep_units(&change, line, &units, arena);
    keep_said(&change, line, &kept, arena);
    memcpy(&fresh, &said.said, sizeof fresh);
    merge_said(&fresh, &kept, &all, arena);
    line->spoken = said.spoken;
    memcpy(&line->units, &units, sizeof line->units);
    memcpy(&line->said, &all, sizeof line->said);
    if (is_english(spell->language))
        pronounce_line(line, arena);
}
