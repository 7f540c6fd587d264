#include "master/bed.h"

#include "master/decibel.h"
#include "master/limit.h"

enum {
    FADE_IN = MASTER_RATE_HZ,
    FADE_OUT = 2 * MASTER_RATE_HZ,
    DOWN = MASTER_RATE_HZ * 3 / 10, // it is down when the word begins
    UP = MASTER_RATE_HZ * 6 / 10,
    // A pause in which it rises: in shorter ones it would be heard to pump.
    PAUSE_LEAST = MASTER_RATE_HZ / 2,
    MARGIN = 64, // frames that the peak meter may look past the ends
};

static const double PAUSE_DB = -4; // in a pause, beside alone

static float lesser(float a, float b)
{
    return a < b ? a : b;
}

static int64_t earlier(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

// --- Gains ---

// From `under` at frame 0 to `top` within `frames`, and no further.
static float slope(float under, float top, int64_t at, int64_t frames)
{
    return at < frames ? under + (top - under) * (float)at / (float)frames : top;
}

typedef struct {
    Stretch at;
    bool first, last; // nothing is said before it, or behind
} Pause;

static void fill_pause(const Pause *pause, float under, float *gains)
{
    int64_t beg = pause->at.beg, end = pause->at.end;
    bool rises = pause->first || pause->last || end - beg >= PAUSE_LEAST;
    float top = pause->first ? 1 : rises ? gain_of_db(PAUSE_DB) : under;
    for (int64_t i = beg; i < end; i++) {
        float up = pause->first ? top : slope(under, top, i - beg, UP);
        float down = pause->last ? top : slope(under, top, end - i, DOWN);
        gains[i] = lesser(up, down);
    }
}

static void fade_gains(int64_t count, float *gains)
{
    int64_t in = earlier(FADE_IN, count / 4), out = earlier(FADE_OUT, count / 2);
    for (int64_t i = 0; i < in; i++)
        gains[i] *= (float)i / (float)in;
    for (int64_t i = 0; i < out; i++)
        gains[count - 1 - i] *= (float)i / (float)out;
}

void find_bed_gains(const Stretch *words, uint32_t word_count, int64_t count, float *gains)
{
    float under = gain_of_db(BED_UNDER_DB);
    int64_t at = 0;
    for (uint32_t i = 0; i <= word_count && at < count; i++) {
        bool last = i == word_count;
        Stretch word = last ? (Stretch){count, count} : words[i];
        int64_t beg = earlier(word.beg, count), end = earlier(word.end, count);
        fill_pause(&(Pause){{at, beg}, i == 0, last}, under, gains);
        for (int64_t k = beg; k < end; k++)
            gains[k] = under;
        at = end;
    }
    fade_gains(count, gains);
}

// --- The bed of a timeline ---

// Whatever is heard of each item while the bed is: the earcon before it, too.
static uint32_t find_words(const Timeline *timeline, Arena *arena, Stretch **out)
{
    const Jingle *music = &timeline->bed.music;
    uint32_t count = 0;
    *out = ALLOC(arena, Stretch, timeline->items.count + 1);
    for (uint32_t i = 0; i < timeline->items.count; i++) {
        const Placed *placed = &timeline->items.items[i];
        int64_t beg = placed->start_frame - placed->earcon_lead - music->start_frame;
        if (beg >= music->frame_count)
            break;
        (*out)[count++] = (Stretch){beg, placed->end_frame - music->start_frame};
    }
    return count;
}

static float peak_under(const float *sound, int64_t length, const Stretch *words, uint32_t count)
{
    float most = 0;
    for (uint32_t i = 0; i < count; i++) {
        float peak = true_peak(sound, words[i].beg, earlier(words[i].end, length));
        most = peak > most ? peak : most;
    }
    return most;
}

void shape_bed(Timeline *timeline, Arena *arena)
{
    Jingle *music = &timeline->bed.music;
    if (!music->frames)
        return;
    int64_t count = music->frame_count;
    float *sound = ALLOC(arena, float, (size_t)count + 2 * MARGIN) + MARGIN;
    Arena scratch = *arena;
    Stretch *words;
    uint32_t word_count = find_words(timeline, &scratch, &words);
    find_bed_gains(words, word_count, count, sound);
    for (int64_t i = 0; i < count; i++)
        sound[i] *= music->frames[i];
    timeline->bed.under_peak = peak_under(sound, count, words, word_count);
    music->frames = sound;
    hash_bytes((Str){(const char *)sound, (size_t)count * sizeof *sound}, music->key);
}
