#include "master/place.h"

#include <stdlib.h>

enum {
    HEAD_MS = 500,          // silence before the first word
    TAIL_MS = 1500,         // and after the last
    JINGLE_MS = 700,        // between a jingle and the reading
    EARCON_BEFORE_MS = 200, // silence that an earcon leaves of the pause in front of it
    EARCON_BEHIND_MS = 120, // between it and the quotation
    LOOK_BACK = 8,          // lines
    BED_ALONE_MS = 2500,    // of a bed before the first word
    BED_BEHIND_MS = 1500,   // and behind the last that it lies under
    BED_MS = 10000,         // under the first words, where there is no opening
    // A passage ends with any pause of a paragraph; a long one with a sentence's.
    PARAGRAPH_MS = 650,
    SENTENCE_MS = 300,
    LONG_PASSAGE = 10 * MASTER_RATE_HZ,
    JITTER_PERCENT = 8, // either way: equal pauses tick like a clock
    // What the silence at the end gives or takes where pauses cannot: a quarter of a second.
    TAIL_PLAY = 9 * PASSAGE_GRID,
    SCALE_ROUNDS = 40, // of halving, to where pauses differ by less than a frame
};

// How much shorter or longer pauses may be to fill a given time.
static const double SHORTEST = 0.7, LONGEST = 1.4;

typedef struct {
    const Clips *clips;
    Arena *arena;
    Timeline *out;
    double scale;  // of pauses
    int64_t at;    // end of what is placed, frames
    int64_t start; // of the passage that is being filled
    uint32_t first;
    int64_t bed_end; // 0: there is no bed
} Placing;

// Frames at MASTER_RATE_HZ; even, as two make one frame of a clip.
static int64_t frames_of_ms(double ms)
{
    return (int64_t)(ms * CLIP_RATE_HZ / 1000 + 0.5) * 2;
}

static int64_t round_to_grid(int64_t frames)
{
    return (frames + PASSAGE_GRID / 2) / PASSAGE_GRID * PASSAGE_GRID;
}

// -1 to 1, by the clip before the pause alone.
static double jitter_of(const Clip *clip)
{
    unsigned value = 0;
    for (int i = 0; i < 4; i++) {
        char digit = clip->key[i];
        value = value * 16 + (unsigned)(digit >= 'a' ? digit - 'a' + 10 : digit - '0');
    }
    return value / 32767.5 - 1;
}

// The line whose pause stands between a clip and the next; NULL: none, as the line goes on.
static const Line *line_before_pause(const Clips *in, uint32_t i)
{
    const Clip *clip = &in->items.items[i];
    bool last = in->items.items[i + 1].line != clip->line;
    return last ? &in->reading->lines.items[clip->line] : NULL;
}

// Milliseconds between a clip and the next at the normal pace.
static int pause_after(const Clips *in, uint32_t i)
{
    const Line *line = line_before_pause(in, i);
    return line ? line->pause_ms : 0;
}

// What a person asked for stays as it is.
static double scale_of(const Placing *p, uint32_t i)
{
    const Line *line = line_before_pause(p->clips, i);
    return line && line->pause_given ? 1 : p->scale;
}

static int64_t pause_frames(const Placing *p, uint32_t i)
{
    double ms = pause_after(p->clips, i) / p->clips->pace * scale_of(p, i);
    if (!leaves_out(p->out->left_out, CHAIN_JITTER))
        ms += ms * JITTER_PERCENT / 100 * jitter_of(&p->clips->items.items[i]);
    return frames_of_ms(ms);
}

static void end_passage(Placing *p, int64_t end)
{
    *PUSH(&p->out->passages, p->arena) =
        (Passage){p->start, end, p->first, p->out->items.count - p->first};
    p->start = p->at = end;
    p->first = p->out->items.count;
}

static int64_t earlier(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static int64_t later(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

// Where the passage may have its tail.
static int64_t heard_end(const Placing *p)
{
    return later(p->at, p->bed_end);
}

// Whether the passage ends in the pause after clip i.
static bool ends_passage(const Placing *p, uint32_t i, int64_t pause)
{
    int pause_ms = pause_after(p->clips, i);
    bool wanted =
        pause_ms >= PARAGRAPH_MS || (pause_ms >= SENTENCE_MS && p->at - p->start > LONG_PASSAGE);
    return wanted && p->at + pause >= heard_end(p) + PASSAGE_TAIL + PASSAGE_LEAD;
}

// Whether the line goes on with what its speaker said in the line before it or
// in the same sentence: `“We tried,” she said, “and failed.”`
static bool goes_on(const Line *lines, uint32_t index)
{
    const Line *line = &lines[index];
    for (uint32_t k = index; k > 0 && index - k < LOOK_BACK; k--) {
        const Line *before = &lines[k - 1];
        if (k < index && before->sentence != line->sentence)
            return false;
        if (before->kind == UTTERANCE_QUOTE && before->speaker == line->speaker)
            return true;
    }
    return false;
}

// Whether a quotation in another voice than the narrator's begins with the
// clip.
static bool begins_quote(const Clips *in, uint32_t i)
{
    uint32_t index = in->items.items[i].line;
    const Line *line = &in->reading->lines.items[index];
    const Cast *cast = in->reading->cast;
    return (i == 0 || in->items.items[i - 1].line != index) && line->kind == UTTERANCE_QUOTE &&
           cast->voices[line->speaker] != cast->voices[0] &&
           !goes_on(in->reading->lines.items, index);
}

// Frames from the earcon's start to the clip's.
static int64_t earcon_lead(const Placing *p, uint32_t i)
{
    const Jingle *earcon = &p->out->earcon;
    if (!earcon->frames || !begins_quote(p->clips, i))
        return 0;
    return (earcon->frame_count + 1) / 2 * 2 + frames_of_ms(EARCON_BEHIND_MS);
}

// What is left of a pause in front of an earcon, which takes the end of it
// where there is room.
static int64_t pause_before_earcon(int64_t pause, int64_t lead)
{
    int64_t least = frames_of_ms(EARCON_BEFORE_MS);
    least = pause < least ? pause : least;
    return pause - lead > least ? pause - lead : least;
}

static bool begins_heading(const Reading *reading, uint32_t line)
{
    uint32_t sentence = reading->lines.items[line].sentence;
    if (sentence == NO_SENTENCE)
        return false;
    uint32_t block = reading->cast->script->sentences->items.items[sentence].block;
    return reading_article(reading)->blocks.items[block].kind == BLOCK_HEADING;
}

// Whether clip i is the last that the bed may lie under.
static bool ends_bed(const Clips *in, uint32_t i)
{
    if (i + 1 == in->items.count)
        return true;
    uint32_t line = in->items.items[i].line, next = in->items.items[i + 1].line;
    uint32_t opening = in->reading->opening;
    return opening ? line < opening && next >= opening : begins_heading(in->reading, next);
}

// Ends the bed behind the clip, and gives the pause that it takes.
static int64_t pause_of_bed(Placing *p)
{
    p->bed_end = earlier(p->bed_end, p->at + frames_of_ms(BED_BEHIND_MS));
    return p->bed_end + PASSAGE_TAIL + PASSAGE_LEAD - p->at;
}

static void place_clip(Placing *p, uint32_t i)
{
    int64_t end = p->at + 2 * p->clips->items.items[i].frame_count;
    *PUSH(&p->out->items, p->arena) = (Placed){i, p->at, end, earcon_lead(p, i)};
    p->at = end;
    bool bedded = p->bed_end > end && ends_bed(p->clips, i);
    int64_t least_pause = bedded ? pause_of_bed(p) : 0;
    if (i + 1 == p->clips->items.count)
        return;
    int64_t lead = earcon_lead(p, i + 1);
    int64_t pause = later(pause_before_earcon(pause_frames(p, i), lead), least_pause);
    if (!ends_passage(p, i, pause)) {
        p->at += pause + lead;
        return;
    }
    int64_t length = round_to_grid(end + pause - PASSAGE_LEAD - p->start);
    int64_t least = heard_end(p) + PASSAGE_TAIL - p->start;
    if (length < least)
        length += PASSAGE_GRID;
    end_passage(p, p->start + length);
    p->at += PASSAGE_LEAD + lead;
}

static int64_t place_jingle(Jingle *jingle, int64_t at)
{
    jingle->start_frame = at;
    return at + (jingle->frame_count + 1) / 2 * 2;
}

static int64_t up_to_grid(int64_t frames)
{
    return (frames + PASSAGE_GRID - 1) / PASSAGE_GRID * PASSAGE_GRID;
}

// Jingles have passages of their own.
static void place_intro(Placing *p)
{
    p->at = frames_of_ms(HEAD_MS);
    if (!p->out->intro.frames)
        return;
    int64_t end = place_jingle(&p->out->intro, p->at) + frames_of_ms(JINGLE_MS) - PASSAGE_LEAD;
    end_passage(p, up_to_grid(end));
    p->at += PASSAGE_LEAD;
}

static void place_bed(Placing *p)
{
    Bed *bed = &p->out->bed;
    if (!bed->music.frames)
        return;
    int64_t length = bed->music.frame_count / 2 * 2;
    bed->music.start_frame = p->at;
    p->bed_end = p->at + length;
    p->at += earlier(frames_of_ms(BED_ALONE_MS), length / 4 * 2);
    if (p->clips->reading->opening == 0)
        p->bed_end = earlier(p->bed_end, p->at + frames_of_ms(BED_MS));
}

static void end_bed(Placing *p)
{
    if (p->bed_end)
        p->out->bed.music.frame_count = p->bed_end - p->out->bed.music.start_frame;
    p->at = heard_end(p);
}

// Gives where the sound ends but for the silence behind it.
static int64_t place_outro(Placing *p)
{
    if (p->out->outro.frames) {
        end_passage(p, up_to_grid(p->at + PASSAGE_TAIL));
        p->at = place_jingle(&p->out->outro, p->at + frames_of_ms(JINGLE_MS));
    }
    return p->at;
}

typedef struct {
    int64_t length;
    uint32_t index;
} Length;

static int by_length(const void *a, const void *b)
{
    const Length *x = a, *y = b;
    return x->length != y->length ? (x->length < y->length ? 1 : -1)
                                  : (x->index > y->index) - (x->index < y->index);
}

static const uint32_t *sort_passages(const Timeline *timeline, Arena *arena)
{
    uint32_t count = timeline->passages.count;
    uint32_t *order = ALLOC(arena, uint32_t, count);
    Arena scratch = *arena;
    Length *lengths = ALLOC(&scratch, Length, count);
    for (uint32_t i = 0; i < count; i++) {
        const Passage *passage = &timeline->passages.items[i];
        lengths[i] = (Length){passage->end_frame - passage->start_frame, i};
    }
    qsort(lengths, count, sizeof *lengths, by_length);
    for (uint32_t i = 0; i < count; i++)
        order[i] = lengths[i].index;
    return order;
}

// --- As many frames as are wanted ---

static int64_t tail_end(int64_t end)
{
    return up_to_grid(end + frames_of_ms(TAIL_MS));
}

// Places all but the silence at the end.
static Placing place_scaled(const Clips *in, double scale, Arena *arena, Timeline *out)
{
    Placing p = {.clips = in, .arena = arena, .out = out, .scale = scale};
    place_intro(&p);
    place_bed(&p);
    if (in->items.count)
        p.at += earcon_lead(&p, 0);
    for (uint32_t i = 0; i < in->items.count; i++)
        place_clip(&p, i);
    end_bed(&p);
    p.at = place_outro(&p);
    return p;
}

static int64_t length_at(const Timeline *timeline, double scale, Arena scratch)
{
    Timeline trial = *timeline;
    return tail_end(place_scaled(timeline->clips, scale, &scratch, &trial).at);
}

// Passages are rounded to their grid, so the length goes in steps; the nearest is looked for.
static double find_scale(const Timeline *timeline, Arena scratch)
{
    double low = SHORTEST, high = LONGEST;
    for (int i = 0; i < SCALE_ROUNDS; i++) {
        double middle = (low + high) / 2;
        if (length_at(timeline, middle, scratch) <= timeline->wanted_count)
            low = middle;
        else
            high = middle;
    }
    int64_t below = timeline->wanted_count - length_at(timeline, low, scratch);
    int64_t above = length_at(timeline, high, scratch) - timeline->wanted_count;
    return llabs(below) <= llabs(above) ? low : high;
}

static int64_t within_play(int64_t end, int64_t wanted)
{
    int64_t least = end - TAIL_PLAY, most = end + TAIL_PLAY;
    return wanted < least ? least : wanted > most ? most : wanted;
}

Lengths find_lengths(const Timeline *timeline, Arena scratch)
{
    Timeline trial = *timeline;
    Arena room = scratch;
    Placing p = place_scaled(timeline->clips, 1, &room, &trial);
    Lengths out = {.natural = tail_end(p.at)};
    uint32_t count = trial.items.count;
    int64_t spoken =
        count ? trial.items.items[count - 1].end_frame - trial.items.items[0].start_frame : 0;
    out.fixed = out.natural - spoken;
    for (uint32_t i = 1; i < count; i++)
        out.fixed += trial.items.items[i].earcon_lead;
    out.least = length_at(timeline, SHORTEST, scratch) - TAIL_PLAY;
    out.most = length_at(timeline, LONGEST, scratch) + TAIL_PLAY;
    return out;
}

void place_clips(const Clips *in, Arena *arena, Timeline *out)
{
    out->pause_scale = out->wanted_count ? find_scale(out, *arena) : 1;
    Placing p = place_scaled(in, out->pause_scale, arena, out);
    int64_t end = tail_end(p.at);
    end_passage(&p, out->wanted_count ? within_play(end, out->wanted_count) : end);
    out->frame_count = p.at;
    out->longest_first = sort_passages(out, arena);
}
