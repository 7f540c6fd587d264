// The page and the ledger: what is shown is escaped, and nothing is lost unsaid.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#undef fail // ours is in base/error.h

#include "base/hash.h"
#include "base/json_read.h"
#include "publish/page/parts.h"
#include "publish/text/coverage.h"
#include "sample_draft.h"

static size_t count_of(Str s, const char *part)
{
    size_t count = 0;
    for (size_t i = 0; i < s.len; i++)
        count += str_starts(str_slice(s, i, s.len), str_from(part));
    return count;
}

// --- The page ---

static void nothing_of_the_article_becomes_markup(void **state)
{
    static const char EVIL[] = "</title><script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
    static const SamplePiece PIECES[] = {
        {.text = EVIL},
        {.text = EVIL, .kind = BLOCK_HEADING, .level = 2},
        {.text = EVIL, .speaker = 1},
        {.text = EVIL, .skipped = "note"},
    };
    Desk *desk = *state;
    lay_out(desk, &(SampleArticle){.title = EVIL,
                                   .byline = EVIL,
                                   .publisher = EVIL,
                                   .url = "https://a.example/\"><script>",
                                   .speakers = {"Narrator", EVIL},
                                   .pieces = PIECES,
                                   .count = COUNT(PIECES)});
    Str page = written(desk, &page_writer);
    assert_int_equal(count_of(page, "<script"), 1);
    assert_int_equal(count_of(page, "</script"), 1);
    assert_int_equal(count_of(page, "</title"), 1);
    assert_int_equal(count_of(page, "<img"), 0); // no cover on this desk
}

static void every_sentence_has_its_place_and_time(void **state)
{
    static const SamplePiece PIECES[] = {{.text = "Low water."},
                                         {.text = "Go!", .same_block = true, .speaker = 1}};
    Desk *desk = *state;
    lay_out_pieces(desk, PIECES, COUNT(PIECES));
    Str page = written(desk, &page_writer);
    assert_true(holds(page, "<span class=\"s\" id=\"l0\" data-s=\"0.5\" data-e=\"1.1\">"
                            "<span data-t=\"0.5\">Low</span> <span data-t=\"0.8\">water.</span>"));
    assert_true(holds(page, "<span class=\"who k1\">Ada Quill:</span> <span data-t=\"1.3\">Go!"));
    assert_true(holds(page, "<a href=\"#l0\" data-s=\"0\">"));
}

static void the_policy_names_style_and_script(void **state)
{
    Desk *desk = *state;
    static const SamplePiece PIECES[] = {{.text = "Fog."}};
    lay_out_pieces(desk, PIECES, COUNT(PIECES));
    Str page = written(desk, &page_writer);
    Str script = page_script(&desk->arena), style = page_style(&desk->arena);
    assert_true(str_find(page, policy_source(script, &desk->arena)) < str_find(page, script));
    assert_true(str_find(page, policy_source(style, &desk->arena)) < str_find(page, style));
    assert_true(str_find(page, script) < page.len);
    // "abc": FIPS 180-4's example, in base64.
    assert_true(str_equal(policy_source(STR("abc"), &desk->arena),
                          STR("sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")));
}

static void the_page_asks_nobody_for_anything(void **state)
{
    Desk *desk = *state;
    static const SamplePiece PIECES[] = {{.text = "Fog."}};
    lay_out_pieces(desk, PIECES, COUNT(PIECES));
    Str page = written(desk, &page_writer);
    assert_false(holds(page, "http://"));
    assert_false(holds(page, "https://"));
    assert_false(holds(page, "autoplay"));
    assert_true(holds(page, "rel=\"canonical\" href=\"./index.html\""));
    assert_true(holds(page, "synthetic voices"));
}

static void lists_and_quotes_keep_their_form(void **state)
{
    static const SamplePiece PIECES[] = {
        {.text = "Oars", .kind = BLOCK_LIST_ITEM},
        {.text = "Ropes", .kind = BLOCK_LIST_ITEM},
        {.text = "Then", .kind = BLOCK_PARAGRAPH},
        {.text = "Salt", .kind = BLOCK_QUOTE},
        {.text = "Weir", .kind = BLOCK_HEADING, .level = 2},
    };
    Desk *desk = *state;
    lay_out_pieces(desk, PIECES, COUNT(PIECES));
    Str page = written(desk, &page_writer);
    Str text = str_slice(page, str_find(page, STR("<div id=\"text\"")), page.len);
    text = str_slice(text, 0, str_find(text, STR("</div>")));
    assert_int_equal(count_of(text, "<ul>"), 1);
    assert_int_equal(count_of(text, "<li>"), 2);
    assert_int_equal(count_of(text, "</ul>\n<p>"), 1);
    assert_int_equal(count_of(text, "<blockquote>\n<p>"), 1);
    assert_int_equal(count_of(text, "</blockquote>\n<h3>"), 1);
}

static Str part_of(Str s, const char *beg, const char *end)
{
    s = str_slice(s, str_find(s, str_from(beg)), s.len);
    return str_slice(s, 0, str_find(s, str_from(end)));
}

static void the_waveform_has_a_colour_for_each_voice_and_a_bar_for_each_part(void **state)
{
    static const SamplePiece PIECES[] = {{.text = "Low water."},
                                         {.text = "Go!", .same_block = true, .speaker = 1}};
    Desk *desk = *state;
    lay_out_pieces(desk, PIECES, COUNT(PIECES));
    Timeline *timeline = (Timeline *)(uintptr_t)desk->draft.timeline;
    timeline->outline[120] = 255;
    Str page = written(desk, &page_writer), wave = part_of(page, "<svg role=\"img\"", "</svg>");
    assert_true(holds(wave, "aria-label=\"Waveform of the recording, 0:02 long"));
    assert_int_equal(count_of(wave, "<path"), 3); // and what nobody speaks
    assert_int_equal(count_of(wave, "M"), OUTLINE_PARTS);
    assert_true(holds(wave, "M120.5 1v62"));
    assert_true(holds(wave, "M119.5 31v2"));
    assert_true(holds(page, "<li class=\"k1\"><strong>Ada Quill</strong> 0:00</li>"));
    assert_true(holds(page, "data-e=\"1.6\" data-v=\"1\">"));
}

static void what_is_made_after_the_page_is_offered_without_a_size(void **state)
{
    Desk *desk = *state;
    static const SamplePiece PIECES[] = {{.text = "Fog."}};
    lay_out_pieces(desk, PIECES, COUNT(PIECES));
    *PUSH(&desk->episode.files, &desk->arena) =
        (EpisodeFile){.name = STR("radio/A b#1.wav"), .bytes = 61234567};
    *PUSH(&desk->episode.files, &desk->arena) =
        (EpisodeFile){.name = STR("script.json"), .bytes = 1001};
    Str page = written(desk, &page_writer);
    assert_true(holds(page, "<a href=\"radio/A%20b%231.wav\" download><span>Broadcast Wave</span> "
                            "<span>61.2 MB</span></a>"));
    assert_int_equal(count_of(page, "href=\"script.json\""), 1);
    assert_true(holds(page, "<span>2 kB</span>"));
    assert_true(holds(part_of(page, "<a href=\"report.json\"", "</a>"), "</small></span>"));
    assert_false(holds(part_of(page, "<a href=\"report.json\"", "</a>"), "kB"));
}

// --- The ledger ---

static Coverage cover(Desk *desk, const SamplePiece *pieces, size_t count)
{
    lay_out_pieces(desk, pieces, count);
    Coverage c = cover_article(desk->draft.timeline->clips, &desk->arena);
    assert_int_equal(c.spoken + c.skipped + c.blank + c.unaccounted, c.bytes);
    assert_int_equal(c.bytes, reading_article(desk->times.reading)->text.len);
    return c;
}

static void the_ledger_adds_up(void **state)
{
    static const SamplePiece PIECES[] = {
        {.text = "She said "},
        {.text = "“", .same_block = true, .outside = true},
        {.text = "Row on", .same_block = true, .speaker = 1},
        {.text = "”", .same_block = true, .outside = true},
        {.text = "Photo: A. Quill", .skipped = "credit"},
    };
    Coverage c = cover(*state, PIECES, COUNT(PIECES));
    assert_int_equal(c.spoken, 9 + 6);
    assert_int_equal(c.skipped, 15);
    assert_int_equal(c.blank, 3 + 3 + 1);
    assert_int_equal(c.unaccounted, 0);
}

static void words_that_no_line_holds_are_not_accounted_for(void **state)
{
    static const SamplePiece PIECES[] = {{.text = "Fog "},
                                         {.text = "came", .same_block = true, .outside = true}};
    Coverage c = cover(*state, PIECES, COUNT(PIECES));
    assert_int_equal(c.unaccounted, 4);
    assert_int_equal(c.first_lost.beg, 4);
}

static void words_in_a_line_that_no_unit_says_are_not_accounted_for(void **state)
{
    static const SamplePiece PIECES[] = {{.text = "Low water (at noon) comes"}};
    Desk *desk = *state;
    const Draft *draft = lay_out_pieces(desk, PIECES, COUNT(PIECES));
    Line *line = &((Reading *)(uintptr_t)desk->times.reading)->lines.items[0];
    line->units.items[1] = line->units.items[2];                       // "water" is forgotten
    line->units.items[3].spoken.end = line->units.items[3].spoken.beg; // "noon" says nothing
    Coverage c = cover_article(draft->timeline->clips, &desk->arena);
    assert_int_equal(c.unaccounted, 5 + 4);
    assert_int_equal(c.first_lost.beg, 4);
}

static void accents_by_themselves_are_nothing_to_say(void **state)
{
    static const SamplePiece PIECES[] = {{.text = "Fog \xCC\x81\xCC\xA7 came"}};
    Desk *desk = *state;
    const Draft *draft = lay_out_pieces(desk, PIECES, COUNT(PIECES));
    Line *line = &((Reading *)(uintptr_t)desk->times.reading)->lines.items[0];
    line->units.items[1] = line->units.items[2]; // no unit says them
    Coverage c = cover_article(draft->timeline->clips, &desk->arena);
    assert_int_equal(c.unaccounted, 0);
    assert_int_equal(c.spoken, c.bytes);
}

static void what_the_engine_lost_is_said_to_be_skipped(void **state)
{
    static const SamplePiece PIECES[] = {{.text = "Fog came."},
                                         {.text = "Snow fell.", .lost = true}};
    Desk *desk = *state;
    Coverage c = cover(desk, PIECES, COUNT(PIECES));
    assert_int_equal(c.skipped, 10);
    assert_int_equal(c.skips.count, 1);
    assert_true(holds(written(desk, &report_writer), "the speech engine failed on it"));
    assert_true(holds(written(desk, &report_writer), "\"failed\":1"));
}

static void the_report_counts_words_by_speaker(void **state)
{
    static const SamplePiece PIECES[] = {{.text = "Read by a machine.", .generated = true},
                                         {.text = "Fog came in."},
                                         {.text = "Row on.", .speaker = 2}};
    Desk *desk = *state;
    lay_out_pieces(desk, PIECES, COUNT(PIECES));
    desk->options.times = &(StageTime){"read", 1.25};
    desk->options.time_count = 1;
    JsonValue report;
    Error err = {0};
    assert_true(read_json(written(desk, &report_writer), &desk->arena, &report, &err));
    const JsonValue *speakers = json_member(&report, "speakers");
    assert_int_equal(json_number(&report, "words", -1), 5);
    assert_int_equal(json_number(&speakers->items[0], "words", -1), 3);
    assert_int_equal(json_number(&speakers->items[1], "words", -1), 0);
    assert_int_equal(json_number(&speakers->items[2], "words", -1), 2);
    assert_true(json_number(json_member(&report, "timing_ms"), "read", 0) > 1);
    desk->options.times = NULL;
    assert_true(read_json(written(desk, &report_writer), &desk->arena, &report, &err));
    assert_null(json_member(&report, "timing_ms"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up_desk, tear_down_desk)
    const struct CMUnitTest tests[] = {
        TEST(nothing_of_the_article_becomes_markup),
        TEST(every_sentence_has_its_place_and_time),
        TEST(the_policy_names_style_and_script),
        TEST(the_page_asks_nobody_for_anything),
        TEST(lists_and_quotes_keep_their_form),
        TEST(the_waveform_has_a_colour_for_each_voice_and_a_bar_for_each_part),
        TEST(what_is_made_after_the_page_is_offered_without_a_size),
        TEST(the_ledger_adds_up),
        TEST(words_that_no_line_holds_are_not_accounted_for),
        TEST(words_in_a_line_that_no_unit_says_are_not_accounted_for),
        TEST(accents_by_themselves_are_nothing_to_say),
        TEST(what_the_engine_lost_is_said_to_be_skipped),
        TEST(the_report_counts_words_by_speaker),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
