// Tags, chapters and slugs: what players and directories know of an episode.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#undef fail // ours is in base/error.h

#include "base/language.h"
#include "publish/cover/cover.h"
#include "publish/cover/font.h"
#include "publish/slug.h"
#include "publish/sound/encode.h"
#include "publish/sound/id3.h"
#include "publish/text/words.h"
#include "sample_draft.h"

static void assert_str(Str s, const char *expected)
{
    assert_int_equal(s.len, strlen(expected));
    if (s.len)
        assert_memory_equal(s.data, expected, s.len);
}

// --- Slugs ---

static void slugs_are_safe_and_say_the_title(void **state)
{
    static const char *const PAIRS[][2] = {
        {"Fog & Tide: Erdoğan's Boat", "fog-tide-erdogans-boat"},
        {"  ../../etc/passwd\n", "etc-passwd"},
        {"Straße 7, Œuvre", "strasse-7-oeuvre"},
        {"--- A ---", "a"},
        {"CON", "con"},
    };
    Desk *desk = *state;
    for (size_t i = 0; i < COUNT(PAIRS); i++)
        assert_str(make_slug(str_from(PAIRS[i][0]), &desk->arena), PAIRS[i][1]);
}

static void a_title_without_latin_letters_has_a_slug_of_its_own(void **state)
{
    Desk *desk = *state;
    Str one = make_slug(STR("潮汐"), &desk->arena), other = make_slug(STR("霧"), &desk->arena);
    assert_true(str_starts(one, STR("episode-")) && one.len == 16);
    assert_false(str_equal(one, other));
    assert_true(str_equal(one, make_slug(STR("潮汐"), &desk->arena)));
    assert_true(make_slug((Str){0}, &desk->arena).len == 16);
}

static void long_titles_are_cut_between_words(void **state)
{
    Desk *desk = *state;
    Str slug = make_slug(STR("a very long heading about the many harbours of the northern coast "
                             "and about those who kept them open through the winter"),
                         &desk->arena);
    assert_in_range(slug.len, 70, SLUG_MAX);
    assert_true(str_ends(slug, STR("-about")));
    char letters[200];
    memset(letters, 'q', sizeof letters);
    assert_int_equal(make_slug((Str){letters, sizeof letters}, &desk->arena).len, SLUG_MAX);
}

// --- What is said of an episode ---

static const SamplePiece SHORT[] = {{.text = "By Ada Quill", .kind = BLOCK_BYLINE},
                                    {.text = "Low water comes late this week."}};

static EpisodeInfo describe(Desk *desk, SampleArticle article)
{
    article.pieces = SHORT;
    article.count = COUNT(SHORT);
    lay_out(desk, &article);
    return desk->info;
}

static void an_article_without_a_title_is_called_by_its_first_words(void **state)
{
    EpisodeInfo info = describe(*state, (SampleArticle){0});
    assert_str(info.title, "Low water comes late this week.");
    assert_str(info.artist, "lectern");
    assert_str(info.album, "lectern");
    assert_str(info.language, "en");
    assert_string_equal(info.iso_639, "eng");
}

static void dates_are_taken_as_far_as_they_are_dates(void **state)
{
    static const char *const TABLE[][3] = {
        {"2026-01-31T08:00Z", "2026-01-31", "2026"},
        {"2026-13-01", "2026", "2026"},
        {"31 January 2026", "2026", "2026"},
        {"2026-01", "2026-01", "2026"},
        {"yesterday", "", ""},
        {"12026", "", ""},
    };
    for (size_t i = 0; i < COUNT(TABLE); i++) {
        EpisodeInfo info = describe(*state, (SampleArticle){.date = TABLE[i][0]});
        assert_str(info.date, TABLE[i][1]);
        assert_str(info.year, TABLE[i][2]);
    }
}

static void only_addresses_of_the_web_are_linked(void **state)
{
    assert_str(describe(*state, (SampleArticle){.url = "javascript:alert(1)"}).url, "");
    assert_str(describe(*state, (SampleArticle){.url = "file:///etc/passwd"}).url, "");
    assert_str(describe(*state, (SampleArticle){.url = " https://a.example/x y\"<é"}).url,
               "https://a.example/x%20y%22%3C%C3%A9");
}

static void languages_have_codes_of_three_letters(void **state)
{
    static const char *const TABLE[][2] = {{"en-GB", "eng"}, {"DE", "deu"},   {"fil", "fil"},
                                           {"zz", "und"},    {"", "und"},     {"zh-Hant", "zho"},
                                           {"fr", "fra"},    {"en_US", "eng"}};
    (void)state;
    for (size_t i = 0; i < COUNT(TABLE); i++) {
        char code[4];
        language_code(str_from(TABLE[i][0]), code);
        assert_string_equal(code, TABLE[i][1]);
    }
    assert_str(language_tag(STR("pt-BR")), "pt-BR");
    assert_str(language_tag(STR("\"><script>")), "en");
    assert_str(language_tag(STR("en-")), "en");
    assert_true(language_runs_left(STR("he-IL")) && !language_runs_left(STR("hen")));
}

static void a_disclosure_that_is_not_wished_is_nowhere(void **state)
{
    Desk *desk = *state;
    describe(desk, (SampleArticle){0});
    EpisodeInfo silent = describe_episode(desk->draft.timeline, false, &desk->arena);
    assert_int_equal(silent.disclosure.len, 0);
    assert_int_equal(silent.source_type.len, 0);
    assert_false(holds(silent.comment, "synthetic"));
    assert_true(holds(desk->info.comment, "synthetic"));
}

// --- Chapters ---

static SamplePiece long_paragraph(void)
{
    static char words[250];
    for (size_t i = 0; i + 5 < sizeof words; i += 5)
        memcpy(words + i, "tide ", 6);
    return (SamplePiece){.text = words}; // 15 seconds
}

static void headings_are_chapters(void **state)
{
    Desk *desk = *state;
    const SamplePiece pieces[] = {
        long_paragraph(), {.text = "The  Harbour", .kind = BLOCK_HEADING, .level = 2},
        long_paragraph(), {.text = "The Weir", .kind = BLOCK_HEADING, .level = 3},
        long_paragraph(),
    };
    lay_out_pieces(desk, pieces, COUNT(pieces));
    assert_int_equal(desk->info.chapters.count, 3);
    assert_str(desk->info.chapters.items[0].title, "Tide Tables");
    assert_int_equal(desk->info.chapters.items[0].start_ms, 0);
    assert_str(desk->info.chapters.items[1].title, "The Harbour");
    assert_int_equal(desk->info.chapters.items[1].start_ms, desk->times.lines[1].start_ms);
    assert_int_equal(desk->info.chapters.items[2].line, 3);
}

static void a_short_article_is_one_chapter(void **state)
{
    Desk *desk = *state;
    describe(desk, (SampleArticle){0});
    assert_int_equal(desk->info.chapters.count, 1);
    assert_str(desk->info.chapters.items[0].title, "Introduction");
}

static void a_longer_article_has_a_chapter_about_every_minute(void **state)
{
    Desk *desk = *state;
    SamplePiece pieces[20];
    for (size_t i = 0; i < COUNT(pieces); i++)
        pieces[i] = long_paragraph();
    lay_out_pieces(desk, pieces, COUNT(pieces));
    assert_in_range(desk->info.chapters.count, 4, 6);
    for (uint32_t i = 1; i < desk->info.chapters.count; i++) {
        const Chapter *c = &desk->info.chapters.items[i];
        assert_in_range(c->start_ms - c[-1].start_ms, 60000, 90000);
        assert_true(str_starts(c->title, STR("tide tide")) && str_ends(c->title, STR("...")));
    }
}

static void a_book_has_no_more_chapters_than_a_tag_can_hold(void **state)
{
    Desk *desk = *state;
    enum { HEADINGS = 900 };
    SamplePiece *pieces = ALLOC(&desk->arena, SamplePiece, HEADINGS);
    for (size_t i = 0; i < HEADINGS; i++)
        pieces[i] = (SamplePiece){.text = "Part", .kind = BLOCK_HEADING, .level = i % 9 ? 2 : 1};
    lay_out_pieces(desk, pieces, HEADINGS);
    assert_int_equal(desk->info.chapters.count, 1 + 100); // those of level 1
    for (size_t i = 0; i < HEADINGS; i++)
        pieces[i].level = 1;
    lay_out_pieces(desk, pieces, HEADINGS);
    assert_in_range(desk->info.chapters.count, 200, CHAPTERS_MAX);
}

// --- ID3 ---

static uint32_t number_at(Str s, size_t at, int bits)
{
    uint32_t n = 0;
    for (size_t i = 0; i < 4; i++)
        n = n << bits | (unsigned char)s.data[at + i];
    return n;
}

// The n-th frame of a name, without its head; empty where there is none.
static Str find_frame(Str frames, const char *id, int n)
{
    for (size_t at = 0; at + 10 <= frames.len;) {
        uint32_t size = number_at(frames, at + 4, 8);
        assert_true(at + 10 + size <= frames.len);
        if (memcmp(frames.data + at, id, 4) == 0 && n-- == 0)
            return str_slice(frames, at + 10, at + 10 + size);
        at += 10 + size;
    }
    return (Str){0};
}

static Str frames_of(Desk *desk)
{
    Str tag = id3_tag(&desk->info, &desk->arena);
    assert_memory_equal(tag.data, "ID3\3\0\0", 6);
    assert_int_equal(number_at(tag, 6, 7), tag.len - 10);
    return str_slice(tag, 10, tag.len);
}

static void text_is_latin_1_or_utf_16(void **state)
{
    Desk *desk = *state;
    describe(desk, (SampleArticle){.title = "Fog \xF0\x9F\x98\x80", .byline = "Ada Quill"});
    Str frames = frames_of(desk);
    static const char TITLE[] = "\1\xFF\xFE"
                                "F\0o\0g\0 \0\x3D\xD8\x00\xDE";
    assert_int_equal(find_frame(frames, "TIT2", 0).len, sizeof TITLE - 1);
    assert_memory_equal(find_frame(frames, "TIT2", 0).data, TITLE, sizeof TITLE - 1);
    assert_int_equal(find_frame(frames, "TPE1", 0).len, 10);
    assert_memory_equal(find_frame(frames, "TPE1", 0).data, "\0Ada Quill", 10);
}

static void tags_say_date_source_and_that_the_voice_is_synthetic(void **state)
{
    Desk *desk = *state;
    describe(desk, (SampleArticle){.date = "2026-01-31", .url = "https://a.example/"});
    Str frames = frames_of(desk);
    assert_memory_equal(find_frame(frames, "TYER", 0).data,
                        "\0"
                        "2026",
                        5);
    assert_memory_equal(find_frame(frames, "TDAT", 0).data,
                        "\0"
                        "3101",
                        5);
    assert_str(find_frame(frames, "WOAF", 0), "https://a.example/");
    assert_true(holds(str_slice(find_frame(frames, "TXXX", 0), 12, 999), "synthetic"));
    assert_memory_equal(find_frame(frames, "COMM", 0).data, "\0eng\0", 5);
}

static void chapters_in_the_tag_join_without_a_gap(void **state)
{
    Desk *desk = *state;
    const SamplePiece pieces[] = {
        long_paragraph(),
        {.text = "The Harbour", .kind = BLOCK_HEADING, .level = 2},
        long_paragraph(),
    };
    lay_out_pieces(desk, pieces, COUNT(pieces));
    Str frames = frames_of(desk);
    Str toc = find_frame(frames, "CTOC", 0);
    assert_int_equal(toc.len, 4 + 2 + 8);
    assert_memory_equal(toc.data, "toc\0\3\2ch1\0ch2\0", 14);
    Str one = find_frame(frames, "CHAP", 0), two = find_frame(frames, "CHAP", 1);
    assert_int_equal(number_at(one, 4, 8), 0);
    assert_int_equal(number_at(one, 8, 8), number_at(two, 4, 8));
    assert_int_equal(number_at(two, 8, 8), desk->info.length_ms);
    assert_str(str_slice(find_frame(str_slice(two, 20, two.len), "TIT2", 0), 1, 99), "The Harbour");
}

// --- Covers ---

static void a_cover_is_drawn_the_same_each_time_and_is_small(void **state)
{
    Desk *desk = *state;
    describe(desk, (SampleArticle){.title = "Fog at the Weir", .publisher = "The Holm Post"});
    Cover one, other;
    Error err = {0};
    assert_true(draw_cover(&desk->times, &desk->info, &desk->arena, &one, &err));
    assert_true(draw_cover(&desk->times, &desk->info, &desk->arena, &other, &err));
    assert_true(str_equal(one.bytes, other.bytes));
    assert_in_range(one.bytes.len, 1000, 300000);
    assert_memory_equal(one.bytes.data, "\x89PNG", 4);
    assert_int_equal(number_at(one.bytes, 16, 8), COVER_SIDE);
    assert_int_equal(number_at(one.bytes, 20, 8), COVER_SIDE);
    desk->info.title = STR("Fog at the Mill");
    assert_true(draw_cover(&desk->times, &desk->info, &desk->arena, &other, &err));
    assert_false(str_equal(one.bytes, other.bytes));
}

static void any_title_finds_room_on_the_cover(void **state)
{
    char letters[255];
    memset(letters, 'W', sizeof letters);
    Desk *desk = *state;
    describe(desk, (SampleArticle){0});
    const Str titles[] = {{letters, sizeof letters}, STR("潮汐"), STR(" "), STR("a")};
    for (size_t i = 0; i < COUNT(titles); i++) {
        Arena scratch = desk->arena;
        Cover cover;
        Error err = {0};
        desk->info.title = titles[i];
        assert_true(draw_cover(&desk->times, &desk->info, &scratch, &cover, &err));
    }
}

typedef struct {
    double left, right, top, bottom;
    size_t count;
} Ink;

static void take_stroke(void *context, FontPoint from, FontPoint to)
{
    Ink *ink = context;
    const FontPoint ends[] = {from, to};
    for (size_t i = 0; i < COUNT(ends); i++) {
        ink->left = ends[i].x < ink->left ? ends[i].x : ink->left;
        ink->right = ends[i].x > ink->right ? ends[i].x : ink->right;
        ink->top = ends[i].y > ink->top ? ends[i].y : ink->top;
        ink->bottom = ends[i].y < ink->bottom ? ends[i].y : ink->bottom;
    }
    ink->count++;
}

static Ink draw_letter(FontLetter letter)
{
    Ink ink = {0};
    font_strokes(letter, (FontPoint){0, 0}, take_stroke, &ink);
    return ink;
}

static void every_letter_of_latin_greek_and_cyrillic_stays_in_its_place(void **state)
{
    static const struct {
        uint32_t first, last;
    } RANGES[] = {{'!', '~'},     {0x391, 0x3A1}, {0x3A3, 0x3A9}, {0x3B1, 0x3C9},
                  {0x410, 0x418}, {0x41A, 0x438}, {0x43A, 0x44F}};
    (void)state;
    for (size_t r = 0; r < COUNT(RANGES); r++) {
        for (uint32_t code = RANGES[r].first; code <= RANGES[r].last; code++) {
            double advance = font_advance(code);
            Ink ink = draw_letter((FontLetter){code, 0, false});
            assert_true(advance > 0);
            assert_true(ink.count > 0);
            assert_true(ink.left >= 0 && ink.right <= advance);
            assert_true(ink.top <= FONT_ASCENT && ink.bottom >= -FONT_DESCENT);
        }
    }
}

static void marks_stand_above_their_letters_and_take_the_dot_of_an_i(void **state)
{
    (void)state;
    assert_true(font_advance(0x308) == 0);
    assert_true(draw_letter((FontLetter){0x301, 'E', false}).top >
                draw_letter((FontLetter){0x301, 'e', false}).top);
    assert_int_equal(draw_letter((FontLetter){'i', 0, false}).count, 2);
    assert_int_equal(draw_letter((FontLetter){'i', 0, true}).count, 1);
    assert_true(draw_letter((FontLetter){0x328, 'a', false}).bottom < 0);
    assert_true(font_advance(0x6F6E) < 0);
}

static Str cover_of(Desk *desk, Str title)
{
    Cover cover;
    Error err = {0};
    desk->info.title = title;
    assert_true(draw_cover(&desk->times, &desk->info, &desk->arena, &cover, &err));
    return cover.bytes;
}

static void covers_tell_titles_of_other_scripts_and_with_other_marks_apart(void **state)
{
    Desk *desk = *state;
    describe(desk, (SampleArticle){0});
    const Str titles[] = {STR("Часы в порту"),     STR("Часы в парке"),    STR("Το ρολόι"),
                          STR("Το πλοίο"),         STR("Die große Uhr"),   STR("Die grosse Uhr"),
                          STR("Łódź nad Wieprzą"), STR("Lodz nad Wieprza")};
    Str covers[COUNT(titles)];
    for (size_t i = 0; i < COUNT(titles); i++) {
        covers[i] = cover_of(desk, titles[i]);
        for (size_t k = 0; k < i; k++)
            assert_false(str_equal(covers[i], covers[k]));
    }
    // Composed or not, it is the same title.
    assert_true(str_equal(cover_of(desk, STR("caf\xC3\xA9")), cover_of(desk, STR("cafe\xCC\x81"))));
}

static void a_given_cover_must_be_a_picture(void **state)
{
    Desk *desk = *state;
    Cover cover;
    Error err = {0}, missing = {0};
    assert_false(read_cover("/dev/null", &desk->arena, &cover, &err));
    assert_int_equal(err.kind, ERR_USAGE);
    assert_false(read_cover("/nonexistent/cover.png", &desk->arena, &cover, &missing));
    assert_int_equal(missing.kind, ERR_USAGE);
}

static void lines_of_tags_are_short_and_whole(void **state)
{
    Desk *desk = *state;
    Arena *arena = &desk->arena;
    Buf text = new_buf(arena);
    for (int i = 0; i < 100; i++)
        buf_format(&text, "%sслово%d", i ? " " : "", i);
    Str lines = tag_lines(buf_str(&text), arena);
    assert_int_equal(lines.len, text.len);
    size_t longest = 0, beg = 0;
    for (size_t i = 0; i <= lines.len; i++) {
        if (i < lines.len && lines.data[i] != '\n') {
            assert_true(lines.data[i] == text.data[i]);
            continue;
        }
        assert_true(i == lines.len || text.data[i] == ' ');
        longest = i - beg > longest ? i - beg : longest;
        beg = i + 1;
    }
    assert_in_range(longest, 200, 250);
    assert_true(str_equal(tag_lines(STR("one two"), arena), STR("one two")));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up_desk, tear_down_desk)
    const struct CMUnitTest tests[] = {
        TEST(lines_of_tags_are_short_and_whole),
        TEST(slugs_are_safe_and_say_the_title),
        TEST(a_title_without_latin_letters_has_a_slug_of_its_own),
        TEST(long_titles_are_cut_between_words),
        TEST(an_article_without_a_title_is_called_by_its_first_words),
        TEST(dates_are_taken_as_far_as_they_are_dates),
        TEST(only_addresses_of_the_web_are_linked),
        TEST(languages_have_codes_of_three_letters),
        TEST(a_disclosure_that_is_not_wished_is_nowhere),
        TEST(headings_are_chapters),
        TEST(a_short_article_is_one_chapter),
        TEST(a_longer_article_has_a_chapter_about_every_minute),
        TEST(a_book_has_no_more_chapters_than_a_tag_can_hold),
        TEST(text_is_latin_1_or_utf_16),
        TEST(tags_say_date_source_and_that_the_voice_is_synthetic),
        TEST(chapters_in_the_tag_join_without_a_gap),
        TEST(a_cover_is_drawn_the_same_each_time_and_is_small),
        TEST(every_letter_of_latin_greek_and_cyrillic_stays_in_its_place),
        TEST(marks_stand_above_their_letters_and_take_the_dot_of_an_i),
        TEST(covers_tell_titles_of_other_scripts_and_with_other_marks_apart),
        TEST(any_title_finds_room_on_the_cover),
        TEST(a_given_cover_must_be_a_picture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
