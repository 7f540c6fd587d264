#include "publish/text/times.h"

#include "base/utf8.h"
#include "phrase/fixed.h"
#include "publish/text/words.h"

int64_t frame_ms(int64_t frame)
{
    return frame * 1000 / MASTER_RATE_HZ;
}

// A byte of Line.spoken and the frame at which it is heard.
typedef struct {
    uint32_t at;
    int64_t frame;
} Anchor;

// When the bytes of one line are heard.
typedef struct {
    LIST(Anchor) anchors; // both rise; the last is the end of the sound
    int64_t start, end;   // frames
} Course;

static void add_anchor(Course *course, uint32_t at, int64_t frame, Arena *arena)
{
    if (course->anchors.count) {
        const Anchor *last = &course->anchors.items[course->anchors.count - 1];
        at = at > last->at ? at : last->at;
        frame = frame > last->frame ? frame : last->frame;
    }
    *PUSH(&course->anchors, arena) = (Anchor){at, frame};
}

// Takes the clips of `line` from *next on.
static bool follow_line(const Timeline *in, uint32_t line, uint32_t *next, Arena *arena,
                        Course *out)
{
    *out = (Course){0};
    uint32_t first = *next;
    for (; *next < in->items.count; (*next)++) {
        const Placed *placed = &in->items.items[*next];
        const Clip *clip = &in->clips->items.items[placed->clip];
        if (clip->line != line)
            break;
        add_anchor(out, clip->spoken.beg, placed->start_frame, arena);
        for (uint32_t w = 0; w < clip->words.count; w++) {
            int64_t frame = placed->start_frame + 2 * clip->words.items[w].frame;
            frame = frame < placed->end_frame ? frame : placed->end_frame;
            add_anchor(out, clip->words.items[w].spoken, frame, arena);
        }
        add_anchor(out, clip->spoken.end, placed->end_frame, arena);
    }
    if (*next == first)
        return false;
    out->start = in->items.items[first].start_frame;
    out->end = in->items.items[*next - 1].end_frame;
    return true;
}

static int64_t between(int64_t a, int64_t b, uint64_t part, uint64_t whole)
{
    return whole ? a + (int64_t)((uint64_t)(b - a) * part / whole) : a;
}

// The frame at which byte `at` begins to sound. *k is the anchor to begin at and
// moves on: ask for rising bytes.
static int64_t frame_at(const Course *course, uint32_t at, uint32_t *k)
{
    const Anchor *a = course->anchors.items;
    uint32_t last = course->anchors.count - 1;
    while (*k < last && a[*k + 1].at <= at)
        (*k)++;
    if (*k == last || at <= a[*k].at)
        return a[*k].frame;
    return between(a[*k].frame, a[*k + 1].frame, at - a[*k].at, a[*k + 1].at - a[*k].at);
}

// When a unit is heard.
typedef struct {
    Span written;
    int64_t start, end; // frames
} Heard;
typedef LIST(Heard) HeardList;

static HeardList hear_units(const Line *line, const Course *course, Arena *arena)
{
    HeardList out = {0};
    uint32_t k = 0;
    for (uint32_t i = 0; i < line->units.count; i++) {
        const Unit *unit = &line->units.items[i];
        int64_t start = frame_at(course, unit->spoken.beg, &k);
        if (out.count)
            out.items[out.count - 1].end = start;
        *PUSH(&out, arena) = (Heard){unit->written, start, course->end};
    }
    return out;
}

// One time for each byte of the text on show, from the units that hold it.
typedef struct {
    const HeardList *heard;
    uint32_t unit; // first that may hold the byte
} Pointer;

static int64_t inside(const Heard *h, uint32_t at)
{
    if (at <= h->written.beg)
        return h->start;
    if (at >= h->written.end)
        return h->end;
    return between(h->start, h->end, at - h->written.beg, h->written.end - h->written.beg);
}

static int64_t start_of(Pointer *p, uint32_t at, int64_t otherwise)
{
    const HeardList *heard = p->heard;
    while (p->unit < heard->count && heard->items[p->unit].written.end <= at)
        p->unit++;
    return p->unit < heard->count ? inside(&heard->items[p->unit], at) : otherwise;
}

static int64_t end_of(const Pointer *p, uint32_t at, int64_t start)
{
    const HeardList *heard = p->heard;
    int64_t end = start;
    for (uint32_t u = p->unit; u < heard->count && heard->items[u].written.beg < at; u++)
        end = inside(&heard->items[u], at);
    return end;
}

static void add_word(Times *out, Str text, Span written, int64_t start, int64_t end, Arena *arena)
{
    int64_t start_ms = frame_ms(start), end_ms = frame_ms(end);
    if (out->words.count) {
        TimedWord *last = &out->words.items[out->words.count - 1];
        start_ms = start_ms > last->start_ms ? start_ms : last->start_ms;
        last->end_ms = last->end_ms < start_ms ? last->end_ms : start_ms;
    }
    end_ms = end_ms > start_ms ? end_ms : start_ms;
    *PUSH(&out->words, arena) = (TimedWord){text, written, start_ms, end_ms};
}

// A text of which only the ends are known in time: by the share of its bytes.
static void add_evenly(Times *out, Str text, uint32_t offset, bool generated, const Course *course,
                       Arena *arena)
{
    Span word;
    for (size_t at = 0; next_word(text, &at, &word);) {
        Str shown = clean_text(str_span(text, word), arena);
        Span written = {offset + word.beg, offset + word.end};
        if (shown.len)
            add_word(out, shown, generated ? (Span){0} : written,
                     between(course->start, course->end, word.beg, text.len),
                     between(course->start, course->end, word.end, text.len), arena);
    }
}

// A skipped mark inside a word, as the note of `river[2],`, does not part it.
static bool goes_on(Str text, Span before, Span piece)
{
    return !code_is_space(utf8_before(text, before.end).code) &&
           !code_is_space(utf8_at(text, before.end).code) &&
           !code_is_space(utf8_before(text, piece.beg).code) &&
           !code_is_space(utf8_at(text, piece.beg).code);
}

typedef struct {
    Buf text;
    Span written;
} Written;
typedef LIST(Written) WrittenList;

static void add_written(WrittenList *out, Str text, Span piece, bool joined, Arena *arena)
{
    Span word;
    Str s = str_span(text, piece);
    for (size_t at = 0; next_word(s, &at, &word); joined = false) {
        Str shown = clean_text(str_span(s, word), arena);
        Span written = {piece.beg + word.beg, piece.beg + word.end};
        if (joined && out->count) {
            Written *last = &out->items[out->count - 1];
            buf_add(&last->text, shown);
            last->written.end = written.end;
        } else if (shown.len) {
            // A capacity of 0 lets the text of the article stand until it is added to.
            *PUSH(out, arena) =
                (Written){{(char *)(uintptr_t)shown.data, shown.len, 0, arena}, written};
        }
    }
}

static WrittenList written_words(Str text, const Span *pieces, uint32_t count, Arena *arena)
{
    WrittenList out = {0};
    for (uint32_t i = 0; i < count; i++)
        add_written(&out, text, pieces[i], i && goes_on(text, pieces[i - 1], pieces[i]), arena);
    return out;
}

static void add_written_words(Times *out, const Line *line, const WrittenList *written,
                              const Course *course, Arena *arena)
{
    HeardList heard = hear_units(line, course, arena);
    Pointer p = {&heard, 0};
    for (uint32_t i = 0; i < written->count; i++) {
        Span at = written->items[i].written;
        int64_t start = start_of(&p, at.beg, course->end);
        add_word(out, buf_str(&written->items[i].text), at, start, end_of(&p, at.end, start),
                 arena);
    }
}

static void time_line(Times *out, uint32_t i, const LinePieces *pieces, const Course *course,
                      Arena *arena)
{
    const Line *line = &out->reading->lines.items[i];
    Str text = reading_article(out->reading)->text;
    if (line->span.beg >= line->span.end) {
        add_evenly(out, line->shown, 0, true, course, arena);
    } else if (line->units.count == 0) {
        add_evenly(out, str_span(text, line->span), line->span.beg, false, course, arena);
    } else {
        uint32_t first = pieces->first[i];
        WrittenList written =
            written_words(text, pieces->items + first, pieces->first[i + 1] - first, arena);
        add_written_words(out, line, &written, course, arena);
    }
}

// Notices are said in the order of the article; a person may have left some out.
static const Notice **find_notices(const Reading *reading, Arena *arena)
{
    enum { AHEAD = 8 };
    const Article *article = reading_article(reading);
    const FixedPhrases *phrases = fixed_phrases(article->language);
    const Notice **out = ALLOC(arena, const Notice *, reading->lines.count);
    const Notice *notices = article->notices.items;
    uint32_t next = 0, count = article->notices.count;
    for (uint32_t i = reading->opening; next < count && i < reading->lines.count; i++) {
        const Line *line = &reading->lines.items[i];
        bool generated = line->sentence == NO_SENTENCE;
        while (!generated && next < count && notices[next].at <= line->span.beg)
            next++;
        for (uint32_t k = next; generated && !out[i] && k < count && k < next + AHEAD; k++) {
            Arena scratch = *arena;
            if (str_equal(notice_text(phrases, &notices[k], &scratch), line->shown))
                out[i] = &notices[k];
        }
        next = out[i] ? (uint32_t)(out[i] - notices) + 1 : next;
    }
    return out;
}

// A list that shares its arena would move at every growth, so room is made first.
static void reserve_words(Times *out, const LinePieces *pieces, Arena *arena)
{
    const Reading *reading = out->reading;
    Str text = reading_article(reading)->text;
    uint32_t count = 0;
    for (uint32_t i = 0; i < reading->lines.count; i++)
        count += word_count(reading->lines.items[i].shown);
    for (uint32_t i = 0; i < pieces->first[reading->lines.count]; i++)
        count += word_count(str_span(text, pieces->items[i]));
    out->words.items = ALLOC(arena, TimedWord, count);
    out->words.capacity = count;
}

Times measure_times(const Timeline *in, Arena *arena)
{
    const Reading *reading = in->clips->reading;
    uint32_t line_count = reading->lines.count;
    Times out = {.reading = reading,
                 .lines = ALLOC(arena, TimedLine, line_count),
                 .length_ms = frame_ms(in->frame_count)};
    out.notices = find_notices(reading, arena);
    LinePieces pieces = find_pieces(reading, arena);
    reserve_words(&out, &pieces, arena);
    uint32_t next = 0;
    int64_t before_ms = 0;
    for (uint32_t i = 0; i < line_count; i++) {
        Course course;
        uint32_t first = out.words.count;
        out.lines[i] = (TimedLine){first, 0, before_ms, before_ms};
        if (!follow_line(in, i, &next, arena, &course))
            continue;
        time_line(&out, i, &pieces, &course, arena);
        before_ms = frame_ms(course.end);
        out.lines[i] =
            (TimedLine){first, out.words.count - first, frame_ms(course.start), before_ms};
    }
    return out;
}

const LineTime *line_times(const Times *times, Arena *arena)
{
    uint32_t count = times->reading->lines.count;
    LineTime *out = ALLOC(arena, LineTime, count);
    for (uint32_t i = 0; i < count; i++)
        out[i] = (LineTime){(double)times->lines[i].start_ms / 1000,
                            (double)times->lines[i].end_ms / 1000};
    return out;
}
