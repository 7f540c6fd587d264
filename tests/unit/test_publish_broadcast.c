// What a station is told: chunks, names of files, the sidecar.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#undef fail // ours is in base/error.h

#include "publish/radio/bwf_chunks.h"
#include "publish/radio/file_name.h"
#include "publish/radio/rdxml.h"
#include "sample_draft.h"

static const SamplePiece PIECES[] = {
    {.text = "Tide & Fog_Tables", .kind = BLOCK_TITLE},
    {.text = "Low water comes late this week."},
    {.text = "Nobody who sails before noon on Sunday will be home for supper, says the office."},
};

static Broadcast broadcast(Desk *desk, const RadioOptions *radio, const char *title)
{
    lay_out(desk, &(SampleArticle){.title = title,
                                   .byline = "Zoë Pipe",
                                   .publisher = "The Harbour Gazette",
                                   .date = "2026-01",
                                   .url = "https://gazette.example/tide",
                                   .speakers = {"Narrator"},
                                   .pieces = PIECES,
                                   .count = COUNT(PIECES)});
    desk->options.radio = *radio;
    Making m = {.timeline = desk->draft.timeline,
                .options = &desk->options,
                .info = &desk->info,
                .times = &desk->times,
                .slug = STR("tide-fog-tables"),
                .episode = &desk->episode,
                .arena = &desk->arena};
    return describe_broadcast(&m, desk->draft.timeline, &desk->arena);
}

static Str chunks_of(Desk *desk, const Broadcast *b, const Loudness *loudness)
{
    BwfChunks in = {b, 48000, 24, 2, loudness};
    return bwf_chunks(&in, &desk->arena);
}

static int hundredths_at(Str chunks, size_t at)
{
    enum { HEAD = 8, LOUDNESS = 412 };
    const unsigned char *p = (const unsigned char *)chunks.data + HEAD + LOUDNESS + 2 * at;
    return (int16_t)(p[0] | p[1] << 8);
}

static void assert_str(Str s, const char *expected)
{
    char text[512] = {0};
    assert_true(s.len < sizeof text);
    memcpy(text, s.data, s.len);
    assert_string_equal(text, expected);
}

static void chunks_are_as_long_with_a_loudness_as_without(void **state)
{
    Desk *desk = *state;
    Broadcast b = broadcast(desk, &(RadioOptions){0}, "Tide & Fog_Tables");
    Loudness loudness = {-22.96, 3.2, -4.567, -18.333, -21.995};
    Str without = chunks_of(desk, &b, NULL), with = chunks_of(desk, &b, &loudness);
    assert_int_equal(without.len, with.len);
    const int known[] = {-2296, 320, -457, -1833, -2199};
    for (size_t i = 0; i < COUNT(known); i++) {
        assert_int_equal(hundredths_at(without, i), 0x7FFF);
        assert_in_range(hundredths_at(with, i) + 10000, known[i] + 9999, known[i] + 10001);
    }
}

static void silence_has_no_loudness(void **state)
{
    Desk *desk = *state;
    Broadcast b = broadcast(desk, &(RadioOptions){0}, "Tide & Fog_Tables");
    Loudness silence = {-70, 0, -150, -70, -70};
    Str chunks = chunks_of(desk, &b, &silence);
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(hundredths_at(chunks, i), 0x7FFF);
}

static void what_is_told_is_plain_and_fits(void **state)
{
    Desk *desk = *state;
    char title[300];
    memset(title, 'q', sizeof title - 1);
    title[sizeof title - 1] = '\0';
    Broadcast b = broadcast(desk, &(RadioOptions){.category = STR("Nachrichten für Höfn")}, title);
    const Str texts[] = {b.title, b.artist, b.cut_id, b.category, b.outcue, b.user_text};
    for (size_t i = 0; i < COUNT(texts); i++)
        assert_true(texts[i].len > 0 && texts[i].len <= PLACE_MAX && str_is_ascii(texts[i]));
    assert_str(b.artist, "Zoe Pipe");
    assert_str(b.date, "2026-01-01");
    assert_str(b.outcue, "will be home for supper, says the office.");
}

static void a_title_without_latin_letters_is_the_slug(void **state)
{
    Desk *desk = *state;
    Broadcast b = broadcast(desk, &(RadioOptions){0}, "潮汐");
    assert_str(b.title, "tide-fog-tables");
}

static void the_reference_is_the_articles(void **state)
{
    Desk *desk = *state;
    Broadcast one = broadcast(desk, &(RadioOptions){0}, "Tide");
    Broadcast same = broadcast(desk, &(RadioOptions){0}, "Tide");
    Broadcast other = broadcast(desk, &(RadioOptions){0}, "Tides");
    assert_int_equal(one.reference.len, 32);
    assert_true(str_equal(one.reference, same.reference));
    assert_false(str_equal(one.reference, other.reference));
}

static void it_may_not_end_before_it_begins(void **state)
{
    Desk *desk = *state;
    Broadcast b = broadcast(desk, &(RadioOptions){.end = STR("2025-12-31")}, "Tide");
    assert_true(str_compare(b.start_date, b.end_date) < 0);
}

static void templates_are_checked(void **state)
{
    static const char *const WRONG[] = {
        "",     "%",     "%x",   "a/b",
        "a\\b", "%t:%n", "a\tb", "this is a name of more than forty characters %t"};
    static const char *const RIGHT[] = {"%t_%a_%g_%n", "%d %s", "100%%", "plain"};
    (void)state;
    Error err = {0};
    for (size_t i = 0; i < COUNT(WRONG); i++) {
        Error own = {0};
        assert_false(check_file_name(str_from(WRONG[i]), &own));
        assert_int_equal(own.kind, ERR_USAGE);
    }
    for (size_t i = 0; i < COUNT(RIGHT); i++)
        assert_true(check_file_name(str_from(RIGHT[i]), &err));
}

static void fields_hold_nothing_that_parts_them(void **state)
{
    static const char *const PAIRS[][2] = {
        {"", "tide-fog-tables"},
        {"%t_%a_%g_%n", "Tide & Fog-Tables_Zoe Pipe_none_123"},
        {"%n-%t", "123-Tide & Fog_Tables"},
        {"%t-%d", "Tide & Fog_Tables-2026 01 01"},
        {".%n.", "123"},
        {"%%%n", "%123"},
    };
    Desk *desk = *state;
    Broadcast b = broadcast(desk, &(RadioOptions){.cut_id = STR("123")}, "Tide & Fog_Tables");
    for (size_t i = 0; i < COUNT(PAIRS); i++)
        assert_str(fill_file_name(str_from(PAIRS[i][0]), &b, &desk->arena), PAIRS[i][1]);
}

static void the_sidecar_escapes_and_numbers_only_carts(void **state)
{
    static const char *const IDS[] = {"123456", "1", "0", "1234567", "12a"};
    Desk *desk = *state;
    for (size_t i = 0; i < COUNT(IDS); i++) {
        Broadcast b = broadcast(desk, &(RadioOptions){.cut_id = str_from(IDS[i])}, "Tide & <Fog>");
        Str xml = write_rdxml(&b, &desk->arena);
        assert_true(str_find(xml, STR("<title>Tide &amp; &lt;Fog&gt;</title>\n")) < xml.len);
        assert_int_equal(str_find(xml, STR("<number>")) < xml.len, i < 2);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up_desk, tear_down_desk)
    const struct CMUnitTest tests[] = {
        TEST(chunks_are_as_long_with_a_loudness_as_without),
        TEST(silence_has_no_loudness),
        TEST(what_is_told_is_plain_and_fits),
        TEST(a_title_without_latin_letters_is_the_slug),
        TEST(the_reference_is_the_articles),
        TEST(it_may_not_end_before_it_begins),
        TEST(templates_are_checked),
        TEST(fields_hold_nothing_that_parts_them),
        TEST(the_sidecar_escapes_and_numbers_only_carts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
