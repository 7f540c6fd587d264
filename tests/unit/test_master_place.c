// Timelines of a wanted length: pauses give and take, and the silence at the end.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#undef fail // ours is in base/error.h

#include "master/place.h"

enum { CLIPS = 60, CLIP_FRAMES = 31000, PAUSE_MS = 400, TAIL_LEAST = MASTER_RATE_HZ };

typedef struct {
    Arena fresh, arena;
    Line lines[CLIPS];
    Reading reading;
    Clips clips;
} Stage;

static int set_up(void **state)
{
    Stage *s = calloc(1, sizeof *s);
    s->arena = s->fresh = new_arena((size_t)1 << 28);
    s->reading.lines.items = s->lines;
    s->reading.lines.count = CLIPS;
    s->clips.reading = &s->reading;
    s->clips.pace = 1;
    for (uint32_t i = 0; i < CLIPS; i++) {
        s->lines[i].pause_ms = i % 7 == 6 ? 2 * PAUSE_MS : PAUSE_MS;
        Clip *clip = PUSH(&s->clips.items, &s->arena);
        *clip = (Clip){.line = i, .frame_count = CLIP_FRAMES + 97 * i};
        snprintf(clip->key, sizeof clip->key, "%04x", i * 1021);
    }
    *state = s;
    return 0;
}

static int tear_down(void **state)
{
    Stage *s = *state;
    free_arena(s->fresh);
    free(s);
    return 0;
}

static Timeline placed(Stage *s, int64_t wanted)
{
    Timeline timeline = {.clips = &s->clips, .wanted_count = wanted};
    place_clips(&s->clips, &s->arena, &timeline);
    return timeline;
}

static Lengths lengths(Stage *s)
{
    return find_lengths(&(Timeline){.clips = &s->clips}, s->arena);
}

static int64_t pause_behind(const Timeline *t, uint32_t i)
{
    return t->items.items[i + 1].start_frame - t->items.items[i].end_frame;
}

static void every_length_between_is_met_to_the_frame(void **state)
{
    Stage *s = *state;
    Lengths range = lengths(s);
    assert_true(range.least < range.natural && range.natural < range.most);
    for (int64_t wanted = range.least; wanted <= range.most; wanted += 11 * PASSAGE_GRID) {
        Timeline t = placed(s, wanted);
        assert_int_equal(t.frame_count, wanted);
        int64_t tail = wanted - t.items.items[CLIPS - 1].end_frame;
        assert_in_range(tail, TAIL_LEAST, 2 * MASTER_RATE_HZ);
        assert_int_equal(t.passages.items[t.passages.count - 1].end_frame, wanted);
    }
}

static void beyond_it_the_nearest_is_given(void **state)
{
    Stage *s = *state;
    Lengths range = lengths(s);
    assert_int_equal(placed(s, range.least - 100 * PASSAGE_GRID).frame_count, range.least);
    assert_int_equal(placed(s, range.most + 100 * PASSAGE_GRID).frame_count, range.most);
}

static void no_wish_changes_nothing(void **state)
{
    Stage *s = *state;
    assert_int_equal(placed(s, 0).frame_count, lengths(s).natural);
}

static void pauses_share_what_is_missing(void **state)
{
    Stage *s = *state;
    Timeline usual = placed(s, 0), longer = placed(s, usual.frame_count + 200 * PASSAGE_GRID);
    for (uint32_t i = 0; i + 1 < CLIPS; i++)
        assert_true(pause_behind(&longer, i) > pause_behind(&usual, i) - PASSAGE_GRID);
    assert_true(pause_behind(&longer, 0) > pause_behind(&usual, 0));
}

static void a_pause_that_a_person_gave_stays(void **state)
{
    Stage *s = *state;
    s->lines[1].pause_given = true;
    Timeline usual = placed(s, 0), longer = placed(s, usual.frame_count + 200 * PASSAGE_GRID);
    assert_int_equal(pause_behind(&usual, 1), pause_behind(&longer, 1));
}

static void a_single_clip_has_the_silence_behind_it_alone(void **state)
{
    Stage *s = *state;
    s->clips.items.count = 1;
    Lengths range = lengths(s);
    assert_true(range.least < range.natural && range.natural < range.most);
    for (int64_t wanted = range.least; wanted <= range.most; wanted += PASSAGE_GRID)
        assert_int_equal(placed(s, wanted).frame_count, wanted);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(every_length_between_is_met_to_the_frame),
        TEST(beyond_it_the_nearest_is_given),
        TEST(no_wish_changes_nothing),
        TEST(pauses_share_what_is_missing),
        TEST(a_pause_that_a_person_gave_stays),
        TEST(a_single_clip_has_the_silence_behind_it_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
