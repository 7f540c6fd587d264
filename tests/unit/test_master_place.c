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

enum { EARCON_FRAMES = 14701, EARCON_LEAD = 14702 + 5292, FIRST_QUOTE = 5, LONG_PAUSE_QUOTE = 7 };
enum { OPENING = 4, SECOND = MASTER_RATE_HZ };
enum { CLIPS = 60, CLIP_FRAMES = 31000, PAUSE_MS = 400, TAIL_LEAST = MASTER_RATE_HZ };

typedef struct {
    Arena fresh, arena;
    Line lines[CLIPS];
    Voice voices[2];
    const Voice *cast_voices[3]; // the narrator's, another, the narrator's again
    Cast cast;
    Reading reading;
    Clips clips;
    float earcon[EARCON_FRAMES];
} Stage;

static int set_up(void **state)
{
    Stage *s = calloc(1, sizeof *s);
    s->arena = s->fresh = new_arena((size_t)1 << 28);
    s->reading.lines.items = s->lines;
    s->reading.lines.count = CLIPS;
    s->cast_voices[0] = s->cast_voices[2] = &s->voices[0];
    s->cast_voices[1] = &s->voices[1];
    s->cast.voices = s->cast_voices;
    s->reading.cast = &s->cast;
    s->clips.reading = &s->reading;
    s->clips.pace = 1;
    for (uint32_t i = 0; i < CLIPS; i++) {
        s->lines[i].sentence = i;
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

static Timeline with_earcons(Stage *s, int64_t wanted)
{
    Timeline timeline = {.clips = &s->clips,
                         .wanted_count = wanted,
                         .earcon = {.frames = s->earcon, .frame_count = EARCON_FRAMES}};
    place_clips(&s->clips, &s->arena, &timeline);
    return timeline;
}

static void quote(Stage *s, uint32_t line, uint32_t speaker)
{
    s->lines[line].kind = UTTERANCE_QUOTE;
    s->lines[line].speaker = speaker;
}

static void an_earcon_stands_in_the_pause_before_another_voice(void **state)
{
    Stage *s = *state;
    quote(s, FIRST_QUOTE, 1);
    quote(s, FIRST_QUOTE + 1, 1); // the same speaker goes on
    quote(s, 20, 2);              // the narrator's voice
    quote(s, 30, 1);
    quote(s, 32, 1); // in the same sentence
    s->lines[31].sentence = s->lines[32].sentence = 30;
    Timeline t = with_earcons(s, 0);
    for (uint32_t i = 0; i < CLIPS; i++)
        assert_int_equal(t.items.items[i].earcon_lead,
                         i == FIRST_QUOTE || i == 30 ? EARCON_LEAD : 0);
    int64_t silence = pause_behind(&t, FIRST_QUOTE - 1) - EARCON_LEAD;
    assert_int_equal(silence, MASTER_RATE_HZ / 5); // all but 200 ms of the pause is its
}

static void its_passage_holds_it_behind_the_lead(void **state)
{
    Stage *s = *state;
    quote(s, 0, 1);
    quote(s, LONG_PAUSE_QUOTE, 1); // behind a pause that ends a passage
    Timeline t = with_earcons(s, 0);
    int begun = 0;
    for (uint32_t p = 0; p < t.passages.count; p++) {
        const Passage *passage = &t.passages.items[p];
        const Placed *first = &t.items.items[passage->first];
        assert_true(first->start_frame - first->earcon_lead >= passage->start_frame + PASSAGE_LEAD);
        begun += passage->first == LONG_PAUSE_QUOTE;
    }
    assert_int_equal(t.items.items[LONG_PAUSE_QUOTE].earcon_lead, EARCON_LEAD);
    assert_int_equal(begun, 1);
}

static void a_wanted_length_is_met_with_earcons(void **state)
{
    Stage *s = *state;
    for (uint32_t i = 1; i < CLIPS; i += 3)
        quote(s, i, 1);
    int64_t wanted = with_earcons(s, 0).frame_count + 30 * PASSAGE_GRID;
    assert_int_equal(with_earcons(s, wanted).frame_count, wanted);
}

static Timeline with_bed(Stage *s, int64_t music, int64_t wanted)
{
    Timeline timeline = {.clips = &s->clips,
                         .wanted_count = wanted,
                         .bed.music = {.frames = s->earcon, .frame_count = music}};
    place_clips(&s->clips, &s->arena, &timeline);
    return timeline;
}

static int64_t bed_end(const Timeline *t)
{
    return t->bed.music.start_frame + t->bed.music.frame_count;
}

static void expect_one_passage(const Timeline *t)
{
    const Passage *passage = &t->passages.items[0];
    assert_true(t->bed.music.start_frame >= passage->start_frame + PASSAGE_LEAD);
    assert_true(bed_end(t) <= passage->end_frame - PASSAGE_TAIL);
}

static void a_bed_begins_alone_and_ends_behind_the_opening(void **state)
{
    Stage *s = *state;
    s->reading.opening = OPENING;
    s->lines[1].pause_ms = s->lines[OPENING - 1].pause_ms = 3 * PAUSE_MS;
    Timeline t = with_bed(s, 120 * SECOND, 0);
    const Placed *items = t.items.items;
    assert_int_equal(items[0].start_frame - t.bed.music.start_frame, 5 * SECOND / 2);
    assert_int_equal(bed_end(&t) - items[OPENING - 1].end_frame, 3 * SECOND / 2);
    assert_int_equal(t.passages.items[0].count, OPENING);
    expect_one_passage(&t);
}

static void short_music_ends_where_it_does(void **state)
{
    Stage *s = *state;
    s->reading.opening = OPENING;
    s->lines[1].pause_ms = s->lines[OPENING - 1].pause_ms = 3 * PAUSE_MS;
    Timeline plain = placed(s, 0), t = with_bed(s, SECOND, 0);
    assert_int_equal(t.bed.music.frame_count, SECOND);
    assert_int_equal(pause_behind(&t, OPENING - 1), pause_behind(&plain, OPENING - 1));
    expect_one_passage(&t);
}

static void without_an_opening_it_lies_under_ten_seconds(void **state)
{
    Stage *s = *state;
    for (uint32_t i = 0; i < CLIPS; i++)
        s->lines[i].sentence = NO_SENTENCE;
    Timeline t = with_bed(s, 120 * SECOND, 0), plain = placed(s, 0);
    assert_int_equal(bed_end(&t) - t.items.items[0].start_frame, 10 * SECOND);
    for (uint32_t i = 0; i + 1 < OPENING; i++)
        assert_int_equal(pause_behind(&t, i), pause_behind(&plain, i));
    expect_one_passage(&t);
}

static void it_may_outlast_the_last_word(void **state)
{
    Stage *s = *state;
    s->clips.items.count = s->reading.opening = 2;
    Timeline t = with_bed(s, 120 * SECOND, 0);
    assert_int_equal(bed_end(&t) - t.items.items[1].end_frame, 3 * SECOND / 2);
    assert_in_range(t.frame_count - bed_end(&t), TAIL_LEAST, 2 * SECOND);
    expect_one_passage(&t);
}

static void a_wanted_length_is_met_with_a_bed(void **state)
{
    Stage *s = *state;
    s->reading.opening = OPENING;
    Timeline any = {.clips = &s->clips,
                    .bed.music = {.frames = s->earcon, .frame_count = 120 * SECOND}};
    Lengths range = find_lengths(&any, s->arena);
    assert_int_equal(range.natural, with_bed(s, 120 * SECOND, 0).frame_count);
    for (int64_t wanted = range.least; wanted <= range.most; wanted += 13 * PASSAGE_GRID) {
        Timeline t = with_bed(s, 120 * SECOND, wanted);
        assert_int_equal(t.frame_count, wanted);
        expect_one_passage(&t);
    }
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
        TEST(an_earcon_stands_in_the_pause_before_another_voice),
        TEST(its_passage_holds_it_behind_the_lead),
        TEST(a_wanted_length_is_met_with_earcons),
        TEST(a_bed_begins_alone_and_ends_behind_the_opening),
        TEST(short_music_ends_where_it_does),
        TEST(without_an_opening_it_lies_under_ten_seconds),
        TEST(it_may_outlast_the_last_word),
        TEST(a_wanted_length_is_met_with_a_bed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
