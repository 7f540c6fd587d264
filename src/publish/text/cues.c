#include "publish/text/cues.h"

#include "base/utf8.h"
#include "publish/labels/labels.h"
#include "publish/text/words.h"

enum {
    LEAST_MS = 250, // that a cue is shown, where there is time
    MOST_MS = 7000, // about which a cue is shown at most, where its line can be cut
};

// A name that the program gave is in the language; the narrator may have one that a person gave.
Str shown_name(const Cast *cast, uint32_t speaker, Str language)
{
    static const Label OURS[] = {LABEL_NARRATOR, LABEL_UNKNOWN};
    Str name = cast->script->speakers.items[speaker].name;
    for (size_t i = 0; i < COUNT(OURS); i++)
        if (str_equal(name, label_in(STR("en"), OURS[i])))
            return label_in(language, OURS[i]);
    return name.len ? name : label_in(language, LABEL_UNKNOWN);
}

Str speaker_name(const Reading *reading, uint32_t line)
{
    return shown_name(reading->cast, reading->lines.items[line].speaker,
                      reading_article(reading)->language);
}

Str clock_time(int64_t ms, char point, Arena *arena)
{
    return str_format(arena, "%02d:%02d:%02d%c%03d", (int)(ms / 3600000), (int)(ms / 60000 % 60),
                      (int)(ms / 1000 % 60), point, (int)(ms % 1000));
}

// Players count UTF-16 units: two for what lies beyond the first 65,536 characters.
static uint32_t width_of(Str s)
{
    uint32_t width = 0;
    for (size_t i = 0; i < s.len;) {
        Char c = utf8_at(s, i);
        width += c.code > 0xFFFF ? 2 : 1;
        i += c.len;
    }
    return width;
}

// The cutter at work on one line.
typedef struct {
    const CueShape *shape;
    Cues *out;
    Arena *arena;
    uint32_t first_word; // in out->words, of the line
} Cutter;

// Bytes of the longest part of s that is at most `max` wide and ends where a
// character begins that is no mark on another; at least one character.
static size_t part_len(Str s, uint32_t max)
{
    size_t end = 0, i = 0;
    uint32_t width = 0;
    while (i < s.len) {
        Char c = utf8_at(s, i);
        if (i && !code_is_mark(c.code))
            end = i;
        width += c.code > 0xFFFF ? 2 : 1;
        if (width > max && i)
            return end ? end : i;
        i += c.len;
    }
    return s.len;
}

// --- Words that no blanks part ---

static bool is_one_of(uint32_t c, const uint32_t *codes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (codes[i] == c)
            return true;
    return false;
}

static bool ends_clause(uint32_t c)
{
    static const uint32_t MARKS[] = {',',    ';',    ':',    '.',    '?',    '!',
                                     0x2014, 0x060C, 0x061B, 0x061F, 0x3001, 0x3002,
                                     0xFF0C, 0xFF1B, 0xFF1A, 0xFF01, 0xFF1F};
    return is_one_of(c, MARKS, COUNT(MARKS));
}

// Marks and vowels that are written behind the letter before them.
static bool closes(uint32_t c)
{
    static const uint32_t MARKS[] = {0x201D, 0x2019, 0x2026, 0x3009, 0x300B, 0x300D,
                                     0x300F, 0x3011, 0xFF09, 0x0E30, 0x0E32, 0x0E33,
                                     0x0E45, 0x0E46, 0x0EB0, 0x0EB2, 0x0EB3, 0x0EC6};
    return is_one_of(c, MARKS, COUNT(MARKS)) || ends_clause(c);
}

// Marks and vowels that are written before a letter.
static bool opens(uint32_t c)
{
    static const uint32_t MARKS[] = {0x201C, 0x2018, 0x3008, 0x300A,
                                     0x300C, 0x300E, 0x3010, 0xFF08};
    return is_one_of(c, MARKS, COUNT(MARKS)) || (c >= 0x0E40 && c <= 0x0E44) ||
           (c >= 0x0EC0 && c <= 0x0EC4);
}

// Of Chinese, Japanese, Thai, Lao, Burmese and Khmer, their marks included.
static bool is_unspaced(uint32_t c)
{
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFF01 && c <= 0xFF60) || (c >= 0x20000 && c <= 0x3FFFF) ||
           (c >= 0x0E01 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) ||
           (c >= 0x1780 && c <= 0x17FF);
}

// Where the walk over a sentence without blanks is.
typedef struct {
    size_t at;
    uint32_t count;  // characters before it
    uint32_t before; // the last of them
    bool ended;      // a clause, by them
} Walk;

static void step(Walk *w, Char c)
{
    w->ended = is_unspaced(c.code) ? ends_clause(c.code) : w->ended && closes(c.code);
    w->before = c.code;
    w->at += c.len;
    w->count++;
}

static bool may_begin(uint32_t c)
{
    return !closes(c) && !code_is_mark(c);
}

static Walk first_clause(Str s)
{
    enum { CHARACTERS_MAX = 256 }; // longer ones are cut by the glance alone
    Walk w = {0};
    while (w.at < s.len && w.count < CHARACTERS_MAX) {
        Char c = utf8_at(s, w.at);
        if (w.at && w.ended && may_begin(c.code))
            break;
        step(&w, c);
    }
    return w;
}

// Bytes of the first clause of a sentence without blanks, or of an even part of a long one that
// is read at a glance; numbers and words of other scripts stay whole.
static size_t clause_len(Str s)
{
    enum { GLANCE = 16 };
    Walk clause = first_clause(s), w = {0};
    uint32_t parts = (clause.count + GLANCE - 1) / GLANCE;
    uint32_t least = parts > 1 ? (clause.count + parts - 1) / parts : clause.count;
    while (w.at < clause.at) {
        Char c = utf8_at(s, w.at);
        if (w.count >= least && is_unspaced(c.code) && may_begin(c.code) && !opens(w.before))
            break;
        step(&w, c);
    }
    return w.at;
}

static size_t piece_len(const CueShape *shape, Str word)
{
    size_t clause = clause_len(word);
    return shape->cut_words ? part_len(str_slice(word, 0, clause), shape->width) : clause;
}

static void add_cue_word(Cutter *c, Str text, int64_t start_ms, int64_t end_ms)
{
    bool joined = false;
    size_t total = text.len, done = 0;
    while (text.len) {
        size_t n = piece_len(c->shape, text);
        int64_t at = start_ms + (end_ms - start_ms) * (int64_t)done / (int64_t)total;
        *PUSH(&c->out->words, c->arena) =
            (CueWord){.text = str_slice(text, 0, n), .start_ms = at, .joined = joined};
        text = str_slice(text, n, text.len);
        done += n;
        joined = true;
    }
}

static void add_name(Cutter *c, Str name, int64_t start_ms)
{
    Str label = str_format(c->arena, "%.*s:", STR_ARG(clean_text(name, c->arena)));
    Span word;
    for (size_t at = 0; next_word(label, &at, &word);)
        add_cue_word(c, str_span(label, word), start_ms, start_ms);
}

// Rows that the words from `first` on would take, and their total width.
static uint32_t count_rows(const Cutter *c, uint32_t first, uint64_t *total)
{
    uint32_t rows = 1, row = 0;
    *total = 0;
    for (uint32_t i = first; i < c->out->words.count; i++) {
        uint32_t width = width_of(c->out->words.items[i].text);
        *total += width + 1;
        if (row && row + 1 + width > c->shape->width) {
            rows++;
            row = 0;
        }
        row += (row ? 1 : 0) + width;
    }
    return rows;
}

// Where a reader would breathe: a cue may end before it is as long as the others.
static bool ends_phrase(Str word)
{
    return ends_clause(utf8_before(word, word.len).code);
}

// Cues of one line are about as long as each other: a sentence of 140 characters
// makes two of 70, not one of 130 and one of 10.
typedef struct {
    uint64_t target;    // width at which a cue ends
    uint64_t width;     // of the cue so far
    uint32_t row, rows; // width of the row so far; rows begun
    int64_t start_ms;   // of the cue
    bool full;          // the next word begins a cue
} Filling;

// Says whether the word begins a new cue, and lays it into its row.
static bool place_word(const Cutter *c, Filling *f, CueWord *word, int64_t end_ms)
{
    bool late = end_ms - f->start_ms > MOST_MS + MOST_MS / 4;
    uint32_t width = width_of(word->text);
    bool new_row = f->row && f->row + 1 + width > c->shape->width;
    bool new_cue = f->rows == 0 || f->full || late || (new_row && f->rows == c->shape->rows);
    if (new_cue)
        *f = (Filling){.target = f->target, .rows = 1, .start_ms = word->start_ms};
    word->breaks = new_row && !new_cue;
    if (word->breaks) {
        f->rows++;
        f->row = 0;
    }
    f->row += (f->row ? 1 : 0) + width;
    f->width += width + 1;
    f->full = f->width >= f->target || (f->width * 4 >= f->target * 3 && ends_phrase(word->text));
    return new_cue;
}

static void fill_cues(Cutter *c, uint32_t line, int64_t start_ms, int64_t end_ms)
{
    uint64_t total;
    uint32_t rows = count_rows(c, c->first_word, &total);
    uint32_t wanted = (rows + c->shape->rows - 1) / c->shape->rows;
    uint32_t timed = (uint32_t)((end_ms - start_ms + MOST_MS - 1) / MOST_MS);
    wanted = timed > wanted ? timed : wanted;
    Filling f = {.target = (total + wanted - 1) / wanted};
    for (uint32_t i = c->first_word; i < c->out->words.count; i++) {
        CueWord *word = &c->out->words.items[i];
        bool last = i + 1 == c->out->words.count;
        if (place_word(c, &f, word, last ? end_ms : word[1].start_ms))
            *PUSH(&c->out->items, c->arena) =
                (Cue){.line = line, .first = i, .start_ms = word->start_ms};
        c->out->items.items[c->out->items.count - 1].count++;
    }
}

// Gives every cue of the line its end and a moment of its own: starts are moved apart
// as far as the line's sound allows. What then has no time is joined to the cue
// before it.
static void spread_cues(const Cutter *c, uint32_t first_cue, int64_t end_ms)
{
    Cue *cues = c->out->items.items;
    uint32_t kept = first_cue, count = c->out->items.count;
    int64_t share_ms = (end_ms - cues[first_cue].start_ms) / (count - first_cue);
    share_ms = share_ms > LEAST_MS ? LEAST_MS : share_ms > 0 ? share_ms : 1;
    for (uint32_t i = first_cue + 1; i < count; i++) {
        int64_t latest = end_ms - share_ms * (count - i);
        int64_t start = cues[i].start_ms < latest ? cues[i].start_ms : latest;
        int64_t least = cues[kept].start_ms + share_ms;
        start = start > least ? start : least;
        if (start >= end_ms) {
            cues[kept].count += cues[i].count;
            continue;
        }
        cues[kept++].end_ms = start;
        cues[kept] = cues[i];
        cues[kept].start_ms = start;
    }
    cues[kept].end_ms = end_ms;
    c->out->items.count = kept + 1;
}

// When the next line that is heard begins: until then a line can be shown.
static int64_t room_end(const Times *times, uint32_t line)
{
    for (uint32_t i = line + 1; i < times->reading->lines.count; i++)
        if (times->lines[i].count)
            return times->lines[i].start_ms;
    return times->length_ms;
}

Cues cut_cues(const Times *times, const CueShape *shape, Arena *arena)
{
    Cues out = {0};
    uint32_t before = UINT32_MAX;
    for (uint32_t i = 0; i < times->reading->lines.count; i++) {
        const TimedLine *line = &times->lines[i];
        if (line->count == 0 || room_end(times, i) <= line->start_ms)
            continue;
        Cutter c = {shape, &out, arena, out.words.count};
        uint32_t speaker = times->reading->lines.items[i].speaker;
        if (shape->names && speaker != before)
            add_name(&c, speaker_name(times->reading, i), line->start_ms);
        before = speaker;
        for (uint32_t w = line->first; w < line->first + line->count; w++) {
            const TimedWord *word = &times->words.items[w];
            add_cue_word(&c, word->text, word->start_ms, word->end_ms);
        }
        uint32_t first_cue = out.items.count;
        fill_cues(&c, i, line->start_ms, line->end_ms);
        out.items.items[first_cue].start_ms = line->start_ms;
        int64_t wished_ms = line->start_ms + LEAST_MS * (int64_t)(out.items.count - first_cue);
        int64_t end_ms = wished_ms < room_end(times, i) ? wished_ms : room_end(times, i);
        spread_cues(&c, first_cue, end_ms > line->end_ms ? end_ms : line->end_ms);
    }
    return out;
}
