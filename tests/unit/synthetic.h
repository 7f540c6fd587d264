// A timeline without clips, for tests of what is done with its sound: voiced
// syllables with pauses between them, each frame computed from its number alone.
// Included by a test, it takes the place of the stage that renders.
#ifndef TESTS_UNIT_SYNTHETIC_H
#define TESTS_UNIT_SYNTHETIC_H

#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "master/timeline.h"

enum {
    SYLLABLE_FRAMES = 9000, // 204 ms
    PHRASE_SYLLABLES = 20,  // four of them silent
    GROUP_PHRASES = 4,      // one of them silent: digital silence for 4 s
};
static const double PI = 3.14159265358979323846;

// Whoever renders this frame is killed, or fails; negative: nobody.
enum { NO_FRAME = INT32_MIN }; // before any that is asked for
static int64_t deadly_frame = NO_FRAME;
static int64_t failing_frame = NO_FRAME;

static inline double synthetic_level(int64_t frame)
{
    int64_t syllable = frame / SYLLABLE_FRAMES;
    if (syllable % PHRASE_SYLLABLES >= PHRASE_SYLLABLES - 4 ||
        syllable / PHRASE_SYLLABLES % GROUP_PHRASES == GROUP_PHRASES - 1)
        return 0;
    double within = (double)(frame % SYLLABLE_FRAMES) / SYLLABLE_FRAMES;
    return 0.1 * (1 + (double)(syllable % 3)) * sin(PI * within);
}

// Eight harmonics of a voice that falls from 150 Hz with each syllable.
static inline double synthetic_sample(int64_t frame)
{
    double level = synthetic_level(frame);
    double t = (double)(frame % SYLLABLE_FRAMES) / MASTER_RATE_HZ;
    double phase = 2 * PI * (150 + 11 * (double)(frame / SYLLABLE_FRAMES % 5) - 40 * t) * t;
    double sum = 0;
    for (int k = 1; level > 0 && k <= 8; k++)
        sum += sin(phase * k * k) / k;
    return level * sum;
}

bool render_timeline(const Timeline *timeline, int64_t beg, int64_t count, Arena scratch,
                     float *out, Error *err)
{
    (void)scratch;
    double gain = pow(10, timeline->gain_db / 20);
    double ceiling = pow(10, timeline->ceiling_dbtp / 20);
    if (deadly_frame >= beg && deadly_frame < beg + count)
        raise(SIGKILL);
    if (failing_frame >= beg && failing_frame < beg + count)
        return fail(err, ERR_ENGINE, (Span){0}, "this sound is not to be had");
    for (int64_t i = 0; i < count; i++) {
        int64_t frame = beg + i;
        bool inside = frame >= 0 && frame < timeline->frame_count;
        double x = inside ? gain * synthetic_sample(frame) : 0;
        out[i] = (float)(x > ceiling ? ceiling : x < -ceiling ? -ceiling : x);
    }
    return true;
}

// Beside a passage its true neighbours sound: here they are not all alike.
bool render_passage(const Timeline *timeline, uint32_t index, int64_t before, int64_t after,
                    Arena scratch, float *out, Error *err)
{
    const Passage *passage = &timeline->passages.items[index];
    return render_timeline(timeline, passage->start_frame - before,
                           before + passage->end_frame - passage->start_frame + after, scratch, out,
                           err);
}

// The store of the test that runs; "" before there is any.
static char store_folder[600];

typedef struct {
    Arena fresh, arena;
    char folder[512];
} Bench;

static inline int set_up(void **state)
{
    Bench *b = calloc(1, sizeof *b);
    b->arena = b->fresh = new_arena((size_t)1 << 30);
    const char *tmp = getenv("TMPDIR");
    snprintf(b->folder, sizeof b->folder, "%s/lectern-audio-XXXXXX", tmp ? tmp : "/tmp");
    *state = b;
    if (!mkdtemp(b->folder))
        return -1;
    snprintf(store_folder, sizeof store_folder, "%s/store", b->folder);
    return 0;
}

// What was made before is made anew.
static inline void forget_store(void)
{
    remove_tree(store_folder);
}

static inline int tear_down(void **state)
{
    Bench *b = *state;
    deadly_frame = failing_frame = NO_FRAME;
    remove_tree(b->folder);
    free_arena(b->fresh);
    free(b);
    return 0;
}

static inline const char *in_folder(Bench *b, const char *name)
{
    return str_c(str_format(&b->arena, "%s/%s", b->folder, name), &b->arena);
}

static inline Str contents(Bench *b, const char *path)
{
    Error err = {0};
    Str bytes = {0};
    if (!read_file(path, (size_t)1 << 28, &b->arena, &bytes, &err))
        fprintf(stderr, "%s: %s\n", path, err.message);
    return bytes;
}

void key_passage(const Timeline *timeline, uint32_t index, Arena scratch, char key[HASH_HEX])
{
    const Passage *passage = &timeline->passages.items[index];
    Str text =
        str_format(&scratch, "%lld to %lld of %lld, %f dB, %f dB", (long long)passage->start_frame,
                   (long long)passage->end_frame, (long long)timeline->frame_count,
                   timeline->gain_db, timeline->ceiling_dbtp);
    hash_parts(&text, 1, key);
}

// Passages of about four seconds. The timeline is as long as `frame_count` or up to a
// grid longer.
static inline Timeline synthetic_timeline(int64_t frame_count, int channel_count)
{
    enum { POOL = 64, PASSAGES_MAX = 16, GRIDS = 153 };
    static Passage pool[POOL][PASSAGES_MAX];
    static const uint32_t in_turn[PASSAGES_MAX] = {0, 1, 2,  3,  4,  5,  6,  7,
                                                   8, 9, 10, 11, 12, 13, 14, 15};
    static int taken;
    static const Clips nothing = {.cache = store_folder};
    Timeline out = {.clips = &nothing,
                    .channel_count = channel_count,
                    .longest_first = in_turn,
                    .ceiling_dbtp = -2,
                    .peak_max_dbtp = -1,
                    .target_lufs = -16};
    out.frame_count = (frame_count + PASSAGE_GRID - 1) / PASSAGE_GRID * PASSAGE_GRID;
    out.passages.items = pool[taken++ % POOL];
    out.passages.capacity = PASSAGES_MAX;
    int64_t at = 0;
    do {
        int64_t end = at + GRIDS * PASSAGE_GRID;
        end = end < out.frame_count ? end : out.frame_count;
        out.passages.items[out.passages.count++] = (Passage){.start_frame = at, .end_frame = end};
        at = end;
    } while (at < out.frame_count && out.passages.count < PASSAGES_MAX);
    return out;
}

static inline bool no_child_is_left(void)
{
    return waitpid(-1, NULL, WNOHANG) == -1;
}

#endif
