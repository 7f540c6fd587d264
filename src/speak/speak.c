// Speaking: lines become clips, found in the cache or recorded by zygotes.
#define _DEFAULT_SOURCE
#include "speak/clips.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/hash.h"
#include "base/interrupt.h"
#include "base/parallel.h"
#include "base/utf8.h"
#include "speak/cache.h"
#include "speak/gate.h"
#include "speak/zygote.h"

enum {
    FRAME_MAX = CLIP_SECONDS_MAX * CLIP_RATE_HZ,
    ANSWER_SECONDS_MAX = CHILD_SECONDS_MAX + ZYGOTE_START_SECONDS_MAX,
    LOST_FRAMES = CLIP_RATE_HZ / 2,   // of silence where a clip is lost
    LEAD_FRAMES = CLIP_RATE_HZ / 200, // 5 ms kept before the first sound
    TAIL_FRAMES = CLIP_RATE_HZ / 50,  // 20 ms kept after the last
    FADE_FRAMES = CLIP_RATE_HZ / 200, // 5 ms, so that joins do not click
    WORKERS_MAX = 64,
    IDLE_MAX = 12, // zygotes that wait with a voice loaded
    SILENT = 12,   // of 32768: samples up to this are silence
};

// A language of the reading as the engine has it.
typedef struct {
    Str tag; // as the article has it
    EngineLanguage engine;
} Tongue;

typedef struct {
    uint32_t clip; // index
    uint32_t len;  // bytes of its text
} Todo;

// A voice in a language: what a zygote has loaded.
typedef struct {
    const Voice *voice;
    const Tongue *tongue;
} Part;

// The clips of a part that are to be spoken, the longest first: all workers then end at about
// the same time.
typedef struct {
    Part part;
    LIST(Todo) clips;
    uint32_t next; // of clips
} Queue;

// A zygote and the clip that it is busy with.
typedef struct {
    Zygote zygote;
    Part part;     // that it has loaded
    uint32_t clip; // index, while busy
    bool busy, second_try;
} Worker;

typedef struct {
    const Reading *reading;
    const SpeakOptions *options;
    const Engine *engine;
    Clips *clips;
    const Tongue **tongues; // by line
    Arena *arena;
    LIST(Queue) queues;  // of clips that are not in the cache
    uint32_t todo_count; // clips in them that were given to nobody yet
    Worker *workers;     // worker_max of them; idle ones keep their voice
    uint32_t worker_count, worker_max, done_count;
    Recording *recordings; // one a worker
} Studio;

static Part part_of(const Studio *s, const Clip *clip)
{
    return (Part){s->reading->cast->voices[s->reading->lines.items[clip->line].speaker],
                  s->tongues[clip->line]};
}

static bool is_same_part(Part a, Part b)
{
    return a.voice == b.voice && a.tongue == b.tongue;
}

// ---- planning: what is to be spoken

// How long a character is heard, in letters of a word. In Chinese it is a syllable; other
// languages say "Chinese letter" to each.
static uint32_t weigh(uint32_t code)
{
    bool word_sign = (code >= 0x2E80 && code < 0xA000) || code >= 0x20000;
    return word_sign ? 6 : 1;
}

// Cuts before a blank near the most that one clip may hold.
static uint32_t clip_end(Str spoken, uint32_t beg)
{
    uint32_t weight = 0, last_blank = 0, i = beg;
    while (i < spoken.len && weight < CLIP_CHARS_MAX * 9 / 10) {
        if (spoken.data[i] == ' ' && weight > CLIP_CHARS_MAX / 2)
            last_blank = i;
        Char c = utf8_at(spoken, i);
        weight += weigh(c.code);
        i += c.len;
    }
    return i < spoken.len && last_blank ? last_blank : i;
}

// The first of what is said that does not stand before byte `at`.
static uint32_t first_said(const Line *line, uint32_t at)
{
    uint32_t low = 0, high = line->said.count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (line->said.items[middle].spoken.beg < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

// What the engine is given for a clip. Made anew when wanted: kept for all clips
// it would weigh twenty times the article.
static Gated gate_clip(const Studio *s, uint32_t index, Arena *arena)
{
    const Clip *clip = &s->clips->items.items[index];
    const Line *line = &s->reading->lines.items[clip->line];
    Str spoken = str_span(line->spoken, clip->spoken);
    if (clip->state != CLIP_REDUCED) {
        uint32_t first =
            s->engine->phonemes ? first_said(line, clip->spoken.beg) : line->said.count;
        return gate_said(spoken, line->said.items + first, line->said.count - first,
                         clip->spoken.beg, arena);
    }
    Gated gated = gate_text(spoken, arena);
    Gated plain = gate_plain(gated.text, arena);
    for (size_t i = 0; i < plain.text.len; i++)
        plain.source[i] = gated.source[plain.source[i]];
    return plain;
}

static int rate_of(const Studio *s, const Voice *voice)
{
    return (int)(voice->rate_wpm * s->clips->pace + 0.5);
}

static void key_clip(const Studio *s, Clip *clip, Str gated)
{
    Part part = part_of(s, clip);
    const EngineLanguage *language = &part.tongue->engine;
    char rate[16];
    snprintf(rate, sizeof rate, "%d", rate_of(s, part.voice));
    Str parts[] = {STR("clip 3"),
                   language->version,
                   language->fingerprint,
                   language->definition,
                   part.voice->definition,
                   str_from(rate),
                   gated};
    hash_parts(parts, COUNT(parts), clip->key);
}

static void plan_line(Studio *s, uint32_t line)
{
    Str spoken = s->reading->lines.items[line].spoken;
    uint32_t beg = 0;
    do {
        uint32_t end = clip_end(spoken, beg);
        *PUSH(&s->clips->items, s->arena) = (Clip){.line = line, .spoken = {beg, end}};
        beg = end;
    } while (beg < spoken.len);
}

static void plan_clips(Studio *s)
{
    for (uint32_t i = 0; i < s->reading->lines.count; i++)
        plan_line(s, i);
    for (uint32_t i = 0; i < s->clips->items.count; i++) {
        Arena scratch = *s->arena;
        key_clip(s, &s->clips->items.items[i], gate_clip(s, i, &scratch).text);
    }
}

// ---- finishing: what a recording becomes

static bool is_word_start(Str s, uint32_t i)
{
    return s.data[i] != ' ' && (i == 0 || s.data[i - 1] == ' ');
}

// Byte of the gated text at which each of the engine's words begins, snapped
// to a word's start. Events come out of order around numbers; those are left out.
static void place_words(const Gated *gated, const Recording *r, int64_t *frame_of)
{
    uint32_t character = 0, byte = 0;
    for (uint32_t w = 0; w < r->word_count; w++) {
        if (r->words[w].character < character)
            continue;
        while (byte < gated->text.len && character < r->words[w].character) {
            byte += utf8_at(gated->text, byte).len;
            character++;
        }
        uint32_t start = byte;
        while (start < gated->text.len && gated->text.data[start] == ' ')
            start++;
        while (start > 0 && start < gated->text.len && !is_word_start(gated->text, start))
            start--;
        if (start < gated->text.len && frame_of[start] < 0)
            frame_of[start] = r->words[w].frame;
    }
}

// Every word gets a time: those that the engine passed over ("I am" is one event
// to it) lie between their neighbours in proportion to their letters.
static void fill_words(Studio *s, uint32_t index, const Recording *r, int64_t cut)
{
    Clip *clip = &s->clips->items.items[index];
    // The gate parts tokens that are too long, so it alone knows the number of words.
    Arena scratch = *s->arena;
    uint32_t word_count = 0;
    Str text = gate_clip(s, index, &scratch).text;
    for (uint32_t i = 0; i < text.len; i++)
        word_count += is_word_start(text, i);
    clip->words.items = ALLOC(s->arena, WordTime, word_count);
    clip->words.count = 0;
    scratch = *s->arena;
    Gated gated = gate_clip(s, index, &scratch);
    int64_t *frame_of = ALLOC(&scratch, int64_t, gated.text.len + 1);
    for (uint32_t i = 0; i <= gated.text.len; i++)
        frame_of[i] = -1;
    place_words(&gated, r, frame_of);
    uint32_t from = 0; // byte and frame of the last known word
    int64_t from_frame = cut;
    int64_t end_frame = cut + clip->frame_count;
    for (uint32_t i = 0; i < gated.text.len; i++) {
        if (!is_word_start(gated.text, i))
            continue;
        int64_t frame = frame_of[i];
        if (frame < from_frame || frame > end_frame) {
            uint32_t to = i;
            while (to < gated.text.len && (frame_of[to] < from_frame || frame_of[to] > end_frame))
                to++;
            int64_t to_frame = to < gated.text.len ? frame_of[to] : end_frame;
            frame = from_frame + (to_frame - from_frame) * (i - from) / (to - from ? to - from : 1);
        }
        from = i;
        from_frame = frame;
        clip->words.items[clip->words.count++] = (WordTime){i, frame - cut};
    }
    clip->words.capacity = clip->words.count;
}

// Silence is cut off both ends and 5 ms of fade put on: pauses are ours to make.
static int64_t trim_sound(Recording *r, int64_t *cut)
{
    int64_t beg = 0, end = r->frame_count;
    while (beg < end && r->frames[beg] <= SILENT && r->frames[beg] >= -SILENT)
        beg++;
    while (end > beg && r->frames[end - 1] <= SILENT && r->frames[end - 1] >= -SILENT)
        end--;
    beg = beg > LEAD_FRAMES ? beg - LEAD_FRAMES : 0;
    end = end + TAIL_FRAMES < r->frame_count ? end + TAIL_FRAMES : r->frame_count;
    for (int64_t i = 0; i < FADE_FRAMES && i < (end - beg) / 2; i++) {
        r->frames[beg + i] = (int16_t)(r->frames[beg + i] * i / FADE_FRAMES);
        r->frames[end - 1 - i] = (int16_t)(r->frames[end - 1 - i] * i / FADE_FRAMES);
    }
    *cut = beg;
    return end - beg;
}

static bool keep_clip(Studio *s, uint32_t index, ClipState state, Recording *r, Error *err)
{
    Clip *clip = &s->clips->items.items[index];
    int64_t cut;
    // What another process wrote is not taken on trust.
    r->frame_max = FRAME_MAX;
    r->frame_count = r->frame_count < 0 || r->frame_count > FRAME_MAX ? 0 : r->frame_count;
    r->word_count = r->word_count > RECORDING_WORDS_MAX ? 0 : r->word_count;
    clip->state = r->frame_count == FRAME_MAX ? CLIP_CUT : state;
    clip->frame_count = trim_sound(r, &cut);
    fill_words(s, index, r, cut);
    s->done_count++;
    if (s->options->progress)
        s->options->progress(s->options->context, s->done_count, s->clips->items.count);
    return store_clip(s->clips->cache, clip, r->frames + cut, err);
}

static bool lose_clip(Studio *s, uint32_t index, Recording *r, Error *err)
{
    memset(r->frames, 0, LOST_FRAMES * sizeof *r->frames);
    r->frame_count = 0;
    r->word_count = 0;
    Clip *clip = &s->clips->items.items[index];
    clip->state = CLIP_LOST;
    clip->frame_count = LOST_FRAMES;
    fill_words(s, index, r, 0);
    s->done_count++;
    return store_clip(s->clips->cache, clip, r->frames, err);
}

// ---- scheduling

static Recording *recording_of(const Studio *s, const Worker *w)
{
    return recording_at(s->recordings, (uint32_t)(w - s->workers), FRAME_MAX);
}

static bool start_worker(Studio *s, Worker *w, Part part, Error *err)
{
    Arena scratch = *s->arena;
    Str text = str_format(&scratch, "%.*s\n%.*s", STR_ARG(part.tongue->engine.definition),
                          STR_ARG(part.voice->definition));
    w->part = part;
    return start_zygote(s->engine, text, rate_of(s, part.voice), s->recordings, FRAME_MAX,
                        &w->zygote, err);
}

static uint32_t clips_left(const Queue *queue)
{
    return queue->clips.count - queue->next;
}

// A worker that is idle with the part loaded; NULL: none is. `any`: or busy.
static Worker *worker_with(const Studio *s, Part part, bool any)
{
    for (uint32_t i = 0; i < s->worker_max; i++) {
        Worker *w = &s->workers[i];
        if (w->zygote.pid && is_same_part(w->part, part) && (any || !w->busy))
            return w;
    }
    return NULL;
}

// To load a voice takes as long as a short line. So what goes next is a clip whose voice is
// idle somewhere, else one whose voice nobody has, else one of the longest queue. NULL: none is
// left.
static Queue *next_queue(const Studio *s)
{
    Queue *unheard = NULL, *longest = NULL;
    for (uint32_t i = 0; i < s->queues.count; i++) {
        Queue *queue = &s->queues.items[i];
        if (clips_left(queue) == 0)
            continue;
        if (worker_with(s, queue->part, false))
            return queue;
        if (!worker_with(s, queue->part, true))
            unheard = queue;
        if (!longest || clips_left(queue) > clips_left(longest))
            longest = queue;
    }
    return unheard ? unheard : longest;
}

// One that is idle with the voice, else a place for one.
static Worker *free_worker(Studio *s, Part part)
{
    Worker *place = worker_with(s, part, false);
    if (place)
        return place;
    for (uint32_t i = 0; i < s->worker_max; i++) {
        Worker *w = &s->workers[i];
        if (!w->busy && (!place || (place->zygote.pid && !w->zygote.pid)))
            place = w;
    }
    if (place)
        stop_zygote(&place->zygote);
    return place;
}

static bool give_clip(Studio *s, Worker *w, uint32_t index, bool second_try, Error *err)
{
    Clip *clip = &s->clips->items.items[index];
    if (!w->zygote.pid && !start_worker(s, w, part_of(s, clip), err))
        return false;
    Arena scratch = *s->arena;
    clip->state = second_try ? CLIP_REDUCED : CLIP_WHOLE;
    Str text = gate_clip(s, index, &scratch).text;
    text.len += GATE_PADDING;
    recording_of(s, w)->frame_max = FRAME_MAX;
    w->clip = index;
    w->second_try = second_try;
    w->busy = true;
    // A zygote that is gone is noticed when its answer is waited for.
    bool asked = ask_zygote(&w->zygote, (uint32_t)(w - s->workers), text);
    (void)asked;
    return true;
}

static bool take_answer(Studio *s, Worker *w, bool late, Error *err)
{
    Answer answer = ANSWER_CRASHED;
    bool alive = !late && hear_zygote(&w->zygote, &answer);
    const Voice *voice = w->part.voice;
    w->busy = false;
    if (!alive)
        stop_zygote(&w->zygote);
    if (answer == ANSWER_NO_VOICE)
        return fail(err, ERR_ENGINE, (Span){0}, "%s cannot load the voice %.*s", s->engine->name,
                    STR_ARG(voice->id));
    if (answer == ANSWER_NO_SANDBOX)
        return fail(err, ERR_ENGINE, (Span){0},
                    "the kernel would not confine the engine's process");
    if (answer == ANSWER_SPOKEN)
        return keep_clip(s, w->clip, w->second_try ? CLIP_REDUCED : CLIP_WHOLE, recording_of(s, w),
                         err);
    if (w->second_try)
        return lose_clip(s, w->clip, recording_of(s, w), err);
    return give_clip(s, w, w->clip, true, err);
}

static bool hear_workers(Studio *s, Error *err)
{
    struct pollfd waits[WORKERS_MAX + IDLE_MAX];
    Worker *who[WORKERS_MAX + IDLE_MAX];
    nfds_t n = 0;
    for (uint32_t i = 0; i < s->worker_max; i++) {
        if (!s->workers[i].busy)
            continue;
        waits[n] = (struct pollfd){.fd = s->workers[i].zygote.socket, .events = POLLIN};
        who[n++] = &s->workers[i];
    }
    int ready = poll(waits, n, ANSWER_SECONDS_MAX * 1000);
    if (ready < 0)
        return errno == EINTR ? go_on(err)
                              : fail(err, ERR_ENGINE, (Span){0}, "poll: %s", strerror(errno));
    if (!go_on(err))
        return false;
    for (nfds_t i = 0; i < n; i++)
        if ((ready == 0 || waits[i].revents) && !take_answer(s, who[i], ready == 0, err))
            return false;
    return true;
}

static uint32_t count_busy(const Studio *s)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < s->worker_max; i++)
        count += s->workers[i].busy;
    return count;
}

// One clip more than there are workers: while this process puts a clip away, none waits
// for the next.
static uint32_t most_busy(const Studio *s)
{
    return s->worker_count > 1 ? s->worker_count + 1 : 1;
}

static bool give_next(Studio *s, Error *err)
{
    Queue *queue = next_queue(s);
    if (!queue)
        return true;
    uint32_t index = queue->clips.items[queue->next++].clip;
    s->todo_count--;
    Worker *w = free_worker(s, queue->part);
    // There are more places than workers may be busy.
    return w ? give_clip(s, w, index, false, err)
             : fail(err, ERR_ENGINE, (Span){0}, "no worker is free");
}

static int by_length(const void *a, const void *b)
{
    const Todo *x = a, *y = b;
    return x->len != y->len ? (x->len < y->len) - (x->len > y->len)
                            : (x->clip > y->clip) - (x->clip < y->clip);
}

static bool speak_todo(Studio *s, Error *err)
{
    for (uint32_t i = 0; i < s->queues.count; i++)
        qsort(s->queues.items[i].clips.items, s->queues.items[i].clips.count, sizeof(Todo),
              by_length);
    while (s->todo_count || count_busy(s)) {
        while (s->todo_count && count_busy(s) < most_busy(s))
            if (!give_next(s, err))
                return false;
        if (!hear_workers(s, err))
            return false;
    }
    return true;
}

// ---- the stage

static int by_key(const void *a, const void *b)
{
    const Clip *const *x = a, *const *y = b;
    int order = strcmp((*x)->key, (*y)->key);
    return order ? order : (*x > *y) - (*x < *y);
}

// For each clip the first one with the same key: a sentence that comes twice is
// spoken once.
static uint32_t *find_firsts(const Studio *s)
{
    uint32_t n = s->clips->items.count;
    uint32_t *first = ALLOC(s->arena, uint32_t, n);
    Arena scratch = *s->arena;
    const Clip **sorted = ALLOC(&scratch, const Clip *, n);
    for (uint32_t i = 0; i < n; i++)
        sorted[i] = &s->clips->items.items[i];
    if (n)
        qsort(sorted, n, sizeof *sorted, by_key);
    uint32_t last = 0;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t index = (uint32_t)(sorted[i] - s->clips->items.items);
        if (i == 0 || strcmp(sorted[i]->key, sorted[i - 1]->key) != 0)
            last = index;
        first[index] = last;
    }
    return first;
}

static void queue_clip(Studio *s, uint32_t index)
{
    const Clip *clip = &s->clips->items.items[index];
    Part part = part_of(s, clip);
    uint32_t q = 0;
    while (q < s->queues.count && !is_same_part(s->queues.items[q].part, part))
        q++;
    Queue *queue = q < s->queues.count ? &s->queues.items[q] : PUSH(&s->queues, s->arena);
    queue->part = part;
    *PUSH(&queue->clips, s->arena) = (Todo){index, clip->spoken.end - clip->spoken.beg};
    s->todo_count++;
}

static void find_cached(Studio *s, const uint32_t *first)
{
    for (uint32_t i = 0; i < s->clips->items.count; i++) {
        Clip *clip = &s->clips->items.items[i];
        if (first[i] != i)
            continue;
        clip->cached = find_clip(s->clips->cache, clip, s->arena);
        if (clip->cached)
            s->done_count++;
        else
            queue_clip(s, i);
    }
}

// The words' offsets in the gated text become those of the line's spoken text.
static void map_words(Studio *s, uint32_t index)
{
    Clip *clip = &s->clips->items.items[index];
    Arena scratch = *s->arena;
    Gated gated = gate_clip(s, index, &scratch);
    for (uint32_t i = 0; i < clip->words.count; i++) {
        uint32_t at = clip->words.items[i].spoken;
        uint32_t source = at < gated.text.len ? gated.source[at] : 0;
        clip->words.items[i].spoken = clip->spoken.beg + source;
    }
}

static void copy_twins(Studio *s, const uint32_t *first)
{
    for (uint32_t i = 0; i < s->clips->items.count; i++) {
        Clip *clip = &s->clips->items.items[i];
        const Clip *twin = &s->clips->items.items[first[i]];
        if (twin == clip)
            continue;
        clip->state = twin->state;
        clip->cached = twin->cached;
        clip->frame_count = twin->frame_count;
        clip->words.items = ALLOC(s->arena, WordTime, twin->words.count);
        clip->words.count = clip->words.capacity = twin->words.count;
        if (twin->words.count)
            memcpy(clip->words.items, twin->words.items, twin->words.count * sizeof(WordTime));
    }
}

// Of what stands in the clips, not of what happened in this run: the cache and the order
// in which workers answer leave no trace.
static void note_failures(const Studio *s)
{
    static const char *const NOTES[] = {
        [CLIP_WHOLE] = NULL,
        [CLIP_REDUCED] = "the engine failed on this text: it is spoken in a plainer form",
        [CLIP_LOST] = "the engine failed on this text twice: a silence stands in its place",
        [CLIP_CUT] = "the engine speaks this text for too long: its end is cut off",
    };
    for (uint32_t i = 0; i < s->clips->items.count; i++) {
        const Clip *clip = &s->clips->items.items[i];
        if (NOTES[clip->state])
            add_note(&s->clips->notes, s->arena, s->reading->lines.items[clip->line].span, "%s",
                     NOTES[clip->state]);
    }
}

static bool run_studio(Studio *s, Error *err)
{
    plan_clips(s);
    uint32_t *first = find_firsts(s);
    find_cached(s, first);
    bool ok = speak_todo(s, err);
    for (uint32_t i = 0; i < s->worker_max; i++)
        end_zygote(&s->workers[i].zygote);
    for (uint32_t i = 0; i < s->worker_max; i++)
        stop_zygote(&s->workers[i].zygote);
    if (!ok)
        return false;
    copy_twins(s, first);
    for (uint32_t i = 0; i < s->clips->items.count; i++)
        map_words(s, i);
    note_failures(s);
    return true;
}

// Nothing is spoken in a way that nobody meant.
static bool check_engine(const Studio *s, Error *err)
{
    const Engine *engine = s->engine;
    if (engine->rate_hz != CLIP_RATE_HZ)
        return fail(err, ERR_ENGINE, (Span){0}, "%s speaks at %d Hz, not %d", engine->name,
                    engine->rate_hz, CLIP_RATE_HZ);
    for (uint32_t i = 0; i < s->reading->cast->script->speakers.count; i++) {
        const Voice *voice = s->reading->cast->voices[i];
        if (!str_equal(voice->engine, str_from(engine->name)))
            return fail(err, ERR_ENGINE, (Span){0}, "the voice %.*s is of %.*s, not of %s",
                        STR_ARG(voice->id), STR_ARG(str_slice(voice->engine, 0, 20)), engine->name);
    }
    return true;
}

// The language, else the nearest, else English: a note tells which.
static bool find_tongue(const Studio *s, Str tag, Tongue *out, Error *err)
{
    out->tag = tag;
    Error why = {0};
    bool found = s->engine->find_language(tag, s->arena, &out->engine, &why);
    bool other = !found && out->engine.absent && !s->options->exact_language;
    if (!found && !other)
        return fail(err, why.kind, why.at, "%s", why.message);
    if (other && !s->engine->find_language(STR("en"), s->arena, &out->engine, err))
        return false;
    out->engine.stands_in |= other;
    if (out->engine.stands_in)
        add_note(&s->clips->notes, s->arena, (Span){0},
                 "%s has no language \"%.*s\": \"%.*s\" is spoken in its place", s->engine->name,
                 STR_ARG(str_slice(tag, 0, 20)), STR_ARG(out->engine.name));
    if (out->engine.cannot)
        add_note(&s->clips->notes, s->arena, (Span){0}, "%s cannot read %s", s->engine->name,
                 out->engine.cannot);
    return true;
}

// The article's own comes first, also where no line is in it. There are few.
static bool find_tongues(Studio *s, Error *err)
{
    enum { TONGUES_MAX = 64 };
    Tongue *all = ALLOC(s->arena, Tongue, TONGUES_MAX);
    uint32_t count = 1, lines = s->reading->lines.count;
    s->tongues = ALLOC(s->arena, const Tongue *, lines + 1);
    if (!find_tongue(s, reading_article(s->reading)->language, &all[0], err))
        return false;
    for (uint32_t i = 0; i < lines; i++) {
        Str tag = line_language(s->reading, &s->reading->lines.items[i]);
        uint32_t t = 0;
        while (t < count && !str_equal(all[t].tag, tag))
            t++;
        if (t == count && count < TONGUES_MAX && !find_tongue(s, tag, &all[count++], err))
            return false;
        s->tongues[i] = &all[t < count ? t : 0];
    }
    for (uint32_t t = 0; t < count; t++)
        *PUSH(&s->clips->languages, s->arena) = (SpokenLanguage){all[t].tag, all[t].engine.name, 0};
    for (uint32_t i = 0; i < lines; i++)
        s->clips->languages.items[s->tongues[i] - all].lines++;
    s->clips->engine = all[0].engine.version;
    return true;
}

uint32_t count_failed_clips(const Clips *clips)
{
    uint32_t failed = 0;
    for (uint32_t i = 0; i < clips->items.count; i++) {
        ClipState state = clips->items.items[i].state;
        failed += state == CLIP_LOST || state == CLIP_CUT;
    }
    return failed;
}

bool speak_reading(const Reading *in, const SpeakOptions *options, Arena *arena, Clips *out,
                   Error *err)
{
    *out =
        (Clips){.reading = in, .cache = options->cache, .temporary = options->temporary, .pace = 1};
    if (options->rate_wpm > 0)
        out->pace = (double)options->rate_wpm / in->cast->voices[0]->rate_wpm;
    Studio s = {.reading = in,
                .options = options,
                .engine = options->engine ? options->engine : ENGINES[0],
                .clips = out,
                .arena = arena};
    if (!check_engine(&s, err) || !find_tongues(&s, err))
        return false;
    s.worker_count = (uint32_t)count_workers(options->worker_count);
    s.worker_max = s.worker_count + IDLE_MAX;
    s.workers = ALLOC(arena, Worker, s.worker_max);
    s.recordings = map_recordings(s.worker_max, FRAME_MAX);
    if (!s.recordings)
        return fail(err, ERR_ENGINE, (Span){0}, "no memory for the engine's sound");
    bool ok = run_studio(&s, err);
    unmap_recordings(s.recordings, s.worker_max, FRAME_MAX);
    return ok;
}
