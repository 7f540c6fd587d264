// Transcripts: WebVTT, SubRip and JSON, their measures and what must be escaped.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#undef fail // ours is in base/error.h

#include "base/json_read.h"
#include "base/utf8.h"
#include "sample_draft.h"

static const SamplePiece HOSTILE[] = {
    {.text = "The sign said --> R&D <b>only</b> and then"},
    {.text = "“", .same_block = true, .outside = true},
    {.text = "go --> there", .same_block = true, .speaker = 1},
    {.text = "”", .same_block = true, .outside = true},
};

// Characters as players count them.
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

// Calls `visit` with each line of s.
static void each_row(Str s, void (*visit)(Str row, void *context), void *context)
{
    for (size_t i = 0; i < s.len;) {
        Str rest = str_slice(s, i, s.len);
        Str row = str_slice(rest, 0, str_find(rest, STR("\n")));
        visit(row, context);
        i += row.len + 1;
    }
}

static void vtt_escapes_what_would_be_markup(void **state)
{
    Desk *desk = *state;
    lay_out_pieces(desk, HOSTILE, COUNT(HOSTILE));
    Str vtt = written(desk, &vtt_writer);
    assert_true(str_starts(vtt, STR("WEBVTT\n\nNOTE\n")));
    assert_true(holds(vtt, "R&amp;D"));
    assert_true(holds(vtt, "&lt;b&gt;only&lt;/b&gt;"));
    assert_true(holds(vtt, "--&gt;"));
    assert_true(holds(vtt, "<v Ada Quill>“go"));
    size_t arrows = 0;
    for (size_t i = 0; i < vtt.len; i++)
        arrows += str_starts(str_slice(vtt, i, vtt.len), STR("-->"));
    assert_int_equal(arrows, 2); // one a cue
}

static void vtt_says_when_each_word_is_heard(void **state)
{
    static const SamplePiece PIECES[] = {{.text = "Low water comes late."}};
    Desk *desk = *state;
    lay_out_pieces(desk, PIECES, COUNT(PIECES));
    assert_true(holds(written(desk, &vtt_writer),
                      "00:00:00.500 --> 00:00:01.700\n<v Narrator>Low <00:00:00.800>water "
                      "<00:00:01.100>comes <00:00:01.400>late.</v>\n"));
}

static void vtt_keeps_silent_about_its_voice_where_that_is_wished(void **state)
{
    Desk *desk = *state;
    lay_out_pieces(desk, HOSTILE, COUNT(HOSTILE));
    desk->info.disclosure = (Str){0};
    assert_false(holds(written(desk, &vtt_writer), "NOTE"));
}

static void check_srt_row(Str row, void *context)
{
    uint32_t *rows = context;
    bool time = str_find(row, STR(" --> ")) < row.len;
    *rows = time || row.len == 0 ? 0 : *rows + 1;
    assert_true(time || width_of(row) <= 32);
    assert_in_range(*rows, 0, 2);
}

static void srt_never_has_more_than_two_rows_of_32(void **state)
{
    char word[501] = {0};
    memset(word, 'x', 500);
    const SamplePiece pieces[] = {
        {.text = "Otters, as everyone upstream of the second weir knows, sleep late in May."},
        {.text = word},
        {.text = "ÄÖÜ \xF0\x9F\xA6\xA6\xF0\x9F\xA6\xA6\xF0\x9F\xA6\xA6\xF0\x9F\xA6\xA6"
                 "\xF0\x9F\xA6\xA6\xF0\x9F\xA6\xA6\xF0\x9F\xA6\xA6\xF0\x9F\xA6\xA6"
                 "\xF0\x9F\xA6\xA6\xF0\x9F\xA6\xA6\xF0\x9F\xA6\xA6\xF0\x9F\xA6\xA6"
                 "\xF0\x9F\xA6\xA6\xF0\x9F\xA6\xA6\xF0\x9F\xA6\xA6\xF0\x9F\xA6\xA6.",
         .speaker = 2},
    };
    Desk *desk = *state;
    lay_out_pieces(desk, pieces, COUNT(pieces));
    uint32_t rows = 0;
    Str srt = written(desk, &srt_writer);
    // The number of a cue comes before its time and is no row of it.
    Buf b = new_buf(&desk->arena);
    for (size_t i = 0, line = 0; i < srt.len; line++) {
        Str rest = str_slice(srt, i, srt.len);
        Str row = str_slice(rest, 0, str_find(rest, STR("\n")));
        bool number = i == 0 || str_ends(str_slice(srt, 0, i), STR("\n\n"));
        if (!number)
            buf_format(&b, "%.*s\n", STR_ARG(row));
        i += row.len + 1;
    }
    each_row(buf_str(&b), check_srt_row, &rows);
    assert_true(holds(srt, "Bo Reed: "));
}

static void srt_names_who_speaks_only_where_that_changes(void **state)
{
    static const SamplePiece PIECES[] = {{.text = "Fog came."},
                                         {.text = "Row.", .speaker = 1},
                                         {.text = "Row on.", .speaker = 1},
                                         {.text = "They rowed."}};
    Desk *desk = *state;
    lay_out_pieces(desk, PIECES, COUNT(PIECES));
    Str srt = written(desk, &srt_writer);
    assert_true(holds(srt, "1\n00:00:00,500 --> 00:00:01,100\nNarrator: Fog came.\n\n2\n"));
    assert_true(holds(srt, "Ada Quill: Row.\n"));
    assert_true(holds(srt, "\nRow on.\n"));
    assert_true(holds(srt, "Narrator: They rowed.\n"));
}

static void srt_holds_no_second_arrow_in_a_cue(void **state)
{
    Desk *desk = *state;
    lay_out_pieces(desk, HOSTILE, COUNT(HOSTILE));
    Str srt = written(desk, &srt_writer);
    assert_false(holds(srt, "said --> R"));
    assert_true(holds(srt, "said -> R&D"));
}

static void json_segments_follow_each_other(void **state)
{
    Desk *desk = *state;
    lay_out_pieces(desk, HOSTILE, COUNT(HOSTILE));
    JsonValue tree;
    Error err = {0};
    assert_true(read_json(written(desk, &transcript_json_writer), &desk->arena, &tree, &err));
    const JsonValue *segments = json_member(&tree, "segments");
    assert_true(str_equal(json_text(&tree, "version"), STR("1.0.0")));
    assert_int_equal(segments->count, 2);
    double before = 0;
    for (uint32_t i = 0; i < segments->count; i++) {
        assert_true(json_number(&segments->items[i], "startTime", -1) >= before);
        before = json_number(&segments->items[i], "endTime", -1);
    }
    assert_true(before > 0 && before <= (double)desk->times.length_ms / 1000);
    assert_true(str_equal(json_text(&segments->items[1], "speaker"), STR("Ada Quill")));
    assert_true(str_equal(json_text(&segments->items[1], "body"), STR("“go --> there”")));
}

static void a_long_sentence_becomes_cues_of_about_one_length(void **state)
{
    static const SamplePiece PIECES[] = {
        {.text = "When the ferry at Holm stopped running in the ninth week of the frost the "
                 "miller and both of his sons walked over the ice to the far bank"}};
    Desk *desk = *state;
    lay_out_pieces(desk, PIECES, COUNT(PIECES));
    JsonValue tree;
    Error err = {0};
    assert_true(read_json(written(desk, &transcript_json_writer), &desk->arena, &tree, &err));
    const JsonValue *segments = json_member(&tree, "segments");
    assert_int_equal(segments->count, 2);
    for (uint32_t i = 0; i < 2; i++)
        assert_in_range(json_text(&segments->items[i], "body").len, 50, 100);
}

// Two long words a second, as a slow voice says them.
static void slow_down(Times *times)
{
    enum { TIMES = 5 };
    for (uint32_t i = 0; i < times->words.count; i++) {
        times->words.items[i].start_ms *= TIMES;
        times->words.items[i].end_ms *= TIMES;
    }
    for (uint32_t i = 0; i < times->reading->lines.count; i++) {
        times->lines[i].start_ms *= TIMES;
        times->lines[i].end_ms *= TIMES;
    }
    times->length_ms *= TIMES;
}

static void a_slow_sentence_is_shown_in_parts(void **state)
{
    static const SamplePiece PIECES[] = {
        {.text = "It takes a while to read a line of verse aloud to all who sit and hear it"}};
    Desk *desk = *state;
    lay_out_pieces(desk, PIECES, COUNT(PIECES));
    slow_down(&desk->times);
    JsonValue tree;
    Error err = {0};
    assert_true(read_json(written(desk, &transcript_json_writer), &desk->arena, &tree, &err));
    const JsonValue *segments = json_member(&tree, "segments");
    assert_int_equal(segments->count, 4); // of 25.5 s
    for (uint32_t i = 0; i < segments->count; i++) {
        const JsonValue *s = &segments->items[i];
        assert_true(json_number(s, "endTime", 99) - json_number(s, "startTime", 0) < 9);
    }
}

// 16 characters are read at a glance; no row begins with a mark that ends something.
static void a_sentence_without_blanks_is_cut_at_its_clauses(void **state)
{
    static const SamplePiece PIECES[] = {
        {.text = "老师说：“雨停了，”然后在2019年他把每一扇窗户都打开了又关上了好几次。"}};
    Desk *desk = *state;
    lay_out_pieces(desk, PIECES, COUNT(PIECES));
    Str vtt = written(desk, &vtt_writer);
    assert_true(holds(vtt, ">老师说：<00:"));
    assert_true(holds(vtt, ">“雨停了，”<00:"));
    assert_true(holds(vtt, ">然后在2019年他把每一扇窗<00:"));
    assert_true(holds(vtt, ">户都打开了又关上了好几次。</v>"));
    assert_true(holds(written(desk, &transcript_json_writer),
                      "\"老师说：“雨停了，”然后在2019年他把每一扇窗户都打开了又关上了好几次。\""));
    slow_down(&desk->times);
    desk->times.words.items[0].end_ms = desk->times.lines[0].end_ms = 30000;
    Str srt = written(desk, &srt_writer);
    assert_true(holds(srt, "\n然后在2019年他把每一扇窗\n\n"));
    assert_true(holds(srt, "\n户都打开了又关上了好几次。\n\n"));
}

static void a_vowel_stays_with_its_letter(void **state)
{
    static const SamplePiece PIECES[] = {{.text = "สวัสดีชาวโลกวันนี้อากาศดีมากเราจะไปเที่ยวทะเลกัน"}};
    Desk *desk = *state;
    lay_out_pieces(desk, PIECES, COUNT(PIECES));
    Str vtt = written(desk, &vtt_writer);
    assert_true(holds(vtt, "<00:00:00."));
    static const char *const APART[] = {"เ<", "แ<", "โ<", "ไ<", ">า", ">ะ", ">ี", ">ั", ">้"};
    for (size_t i = 0; i < COUNT(APART); i++)
        assert_false(holds(vtt, APART[i]));
}

static void marks_stand_with_the_quote_that_they_end(void **state)
{
    static const SamplePiece PIECES[] = {
        {.text = "Er rief:"},
        {.text = " „", .same_block = true, .outside = true},
        {.text = "Land", .same_block = true, .speaker = 1},
        {.text = "“", .same_block = true, .outside = true},
        {.text = ", und kam.", .same_block = true},
        {.text = "Sie rief:"},
        {.text = " »", .same_block = true, .outside = true},
        {.text = "Komm", .same_block = true, .speaker = 1},
        {.text = "«", .same_block = true, .outside = true},
        {.text = ". Er kam.", .same_block = true},
    };
    Desk *desk = *state;
    lay_out_pieces(desk, PIECES, COUNT(PIECES));
    Str json = written(desk, &transcript_json_writer);
    for (size_t i = 0; i < 2; i++) {
        static const char *const BODIES[] = {"\"„Land“,\"", "\"»Komm«.\""};
        assert_true(holds(json, BODIES[i]));
    }
    assert_true(holds(json, "\"und kam.\""));
    assert_true(holds(json, "\"Sie rief:\""));
}

static void what_has_no_time_is_shown_in_the_pause_behind_it(void **state)
{
    Desk *desk = *state;
    static const SamplePiece PIECES[] = {{.text = "Fog."}, {.text = "Snow."}};
    lay_out_pieces(desk, PIECES, COUNT(PIECES));
    desk->times.lines[0].end_ms = desk->times.lines[0].start_ms;
    Str srt = written(desk, &srt_writer);
    assert_true(holds(srt, "00:00:00,500 --> 00:00:00,750\nNarrator: Fog."));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up_desk, tear_down_desk)
    const struct CMUnitTest tests[] = {
        TEST(vtt_escapes_what_would_be_markup),
        TEST(vtt_says_when_each_word_is_heard),
        TEST(vtt_keeps_silent_about_its_voice_where_that_is_wished),
        TEST(srt_never_has_more_than_two_rows_of_32),
        TEST(srt_names_who_speaks_only_where_that_changes),
        TEST(srt_holds_no_second_arrow_in_a_cue),
        TEST(json_segments_follow_each_other),
        TEST(a_long_sentence_becomes_cues_of_about_one_length),
        TEST(a_slow_sentence_is_shown_in_parts),
        TEST(a_sentence_without_blanks_is_cut_at_its_clauses),
        TEST(a_vowel_stays_with_its_letter),
        TEST(marks_stand_with_the_quote_that_they_end),
        TEST(what_has_no_time_is_shown_in_the_pause_behind_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
