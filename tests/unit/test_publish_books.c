// Books that are read along: archives, stretches of MP3, times of overlays, parts and clips.
#define _DEFAULT_SOURCE
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#undef fail // ours is in base/error.h

#include <math.h>
#include <unistd.h>

#include "base/file.h"
#include "base/zip.h"
#include "publish/book/book.h"
#include "publish/verify/overlay.h"
#include "read/xml.h"
#include "sample_draft.h"

// --- Archives ---

static const ZipEntry ENTRIES[] = {
    {.name = {"mimetype", 8}, .bytes = {"a/b", 3}, .stored = true},
    {.name = {"in/text", 7}, .bytes = {"sea sea sea sea sea sea sea sea", 31}},
    {.name = {"empty", 5}},
};

static const char *path_of(Desk *desk, const char *folder, const char *name)
{
    return str_c(str_format(&desk->arena, "%s/%s", folder, name), &desk->arena);
}

static void an_archive_gives_back_what_was_put_in(void **state)
{
    Desk *desk = *state;
    Error err = {0};
    char folder[] = "/tmp/lectern-zip-XXXXXX";
    assert_non_null(mkdtemp(folder));
    const char *one = path_of(desk, folder, "one"), *two = path_of(desk, folder, "two");
    assert_true(write_zip(one, ENTRIES, COUNT(ENTRIES), desk->arena, &err));
    assert_true(write_zip(two, ENTRIES, COUNT(ENTRIES), desk->arena, &err));
    Str a, b, text;
    assert_true(read_file(one, 1 << 20, &desk->arena, &a, &err));
    assert_true(read_file(two, 1 << 20, &desk->arena, &b, &err));
    assert_true(str_equal(a, b));
    ZipFile zip;
    assert_true(open_zip_file(one, &zip, &err));
    assert_int_equal(zip.count, COUNT(ENTRIES));
    for (uint32_t i = 0; i < zip.count; i++) {
        assert_true(str_equal(zip_file_name(&zip, i, &desk->arena), ENTRIES[i].name));
        assert_true(read_zip_file(&zip, i, 100, &desk->arena, &text, &err));
        assert_true(str_equal(text, ENTRIES[i].bytes));
    }
    assert_true(read_zip_file(&zip, 1, 3, &desk->arena, &text, &err)); // no more than is wanted
    assert_true(str_equal(text, STR("sea")));
    close_zip_file(&zip);
    remove_tree(folder);
}

static void an_archive_is_not_written_over_another_and_no_text_is_one(void **state)
{
    Desk *desk = *state;
    Error err = {0}, other = {0};
    char folder[] = "/tmp/lectern-zip-XXXXXX";
    assert_non_null(mkdtemp(folder));
    const char *path = path_of(desk, folder, "one");
    assert_true(write_file(path, STR("no archive"), &err));
    assert_false(write_zip(path, ENTRIES, COUNT(ENTRIES), desk->arena, &err));
    assert_int_equal(err.kind, ERR_OUTPUT);
    ZipFile zip;
    assert_false(open_zip_file(path, &zip, &other));
    assert_true(strlen(other.message) > 20);
    remove_tree(folder);
}

static void an_archive_needs_the_files_that_it_is_made_of(void **state)
{
    Desk *desk = *state;
    Error err = {0};
    char folder[] = "/tmp/lectern-zip-XXXXXX";
    assert_non_null(mkdtemp(folder));
    ZipEntry entry = {.name = STR("sound"), .path = path_of(desk, folder, "not-there")};
    assert_false(write_zip(path_of(desk, folder, "one"), &entry, 1, desk->arena, &err));
    assert_int_equal(err.kind, ERR_OUTPUT);
    assert_int_equal(access(path_of(desk, folder, "one"), F_OK), -1);
    remove_tree(folder);
}

// --- Overlays ---

static void clocks_are_read_in_every_form_and_nothing_else_is(void **state)
{
    (void)state;
    static const struct {
        const char *clock;
        double seconds;
    } CLOCKS[] = {{"0:01:02.5", 62.5},
                  {"12:00:00.000", 43200},
                  {"62.5s", 62.5},
                  {"npt=7.25s", 7.25},
                  {"0", 0},
                  {"01:02", 62}};
    static const char *const NONE[] = {"", "soon", "1.2.3", "-4s", "npt=", "1.5:00", "1e3"};
    for (size_t i = 0; i < COUNT(CLOCKS); i++)
        assert_true(fabs(overlay_seconds(str_from(CLOCKS[i].clock)) - CLOCKS[i].seconds) < 1e-9);
    for (size_t i = 0; i < COUNT(NONE); i++)
        assert_true(isnan(overlay_seconds(str_from(NONE[i]))));
}

static double ten_seconds(void *context, Str sound)
{
    (void)context;
    return str_equal(sound, STR("a.mp3")) ? 10 : (double)NAN;
}

// The first fault of an overlay and its text; "" where there is none.
static const char *first_fault(Desk *desk, const char *smil, const char *text)
{
    Error err = {0};
    Node *overlay, *document;
    Faults faults = {0};
    OverlayBook book = {STR("book"), ten_seconds, NULL, &desk->arena, &faults};
    assert_true(parse_xml(str_from(smil), &desk->arena, &overlay, &err));
    assert_true(parse_xml(str_from(text), &desk->arena, &document, &err));
    Str name;
    ReadAlongs items = list_read_alongs(overlay, &name, &desk->arena);
    check_read_alongs(&book, STR("o"), &items, document);
    return faults.count ? str_c(faults.items[0], &desk->arena) : "";
}

#define PAR(id, sound, beg, end)                                                                   \
    "<par><text src=\"t#" id "\"/><audio src=\"" sound "\" clipBegin=\"" beg "\" clipEnd=\"" end   \
    "\"/></par>"
#define SMIL(pars) "<smil><body>" pars "</body></smil>"
#define TEXT(words) "<html><body>" words "</body></html>"

static void what_is_seen_is_read_in_order_and_within_the_sound(void **state)
{
    static const struct {
        const char *pars, *text, *fault;
    } BOOKS[] = {
        {SMIL(PAR("a", "a.mp3", "0s", "4s") PAR("b", "a.mp3", "4s", "10s")),
         TEXT("<p><b id=\"a\">One <i>and</i></b> <b id=\"b\">two.</b></p>"), ""},
        {SMIL(PAR("a", "a.mp3", "0s", "4s")), TEXT("<p id=\"a\">One</p><p>two.</p>"), "two."},
        {SMIL(PAR("b", "a.mp3", "0s", "4s") PAR("a", "a.mp3", "4s", "5s")),
         TEXT("<p id=\"a\">One</p><p id=\"b\">two.</p>"), "One"},
        {SMIL(PAR("a", "a.mp3", "0s", "4s") PAR("z", "a.mp3", "4s", "5s")),
         TEXT("<p id=\"a\">One</p>"), "#z is not in the text"},
        {SMIL(PAR("a", "a.mp3", "4s", "4s")), TEXT("<p id=\"a\">One</p>"), "does not follow"},
        {SMIL(PAR("a", "a.mp3", "0s", "4s") PAR("b", "a.mp3", "3s", "5s")),
         TEXT("<p id=\"a\">One</p><p id=\"b\">two.</p>"), "#b does not follow"},
        {SMIL(PAR("a", "a.mp3", "0s", "10.1s")), TEXT("<p id=\"a\">One</p>"), "too short"},
        {SMIL(PAR("a", "z.mp3", "0s", "4s")), TEXT("<p id=\"a\">One</p>"), "not there"},
        {SMIL("<par><text src=\"t#a\"/></par>"), TEXT("<p id=\"a\">One</p>"), "does not follow"},
        {SMIL(PAR("a", "a.mp3", "0s", "4s")), "<html/>", "is not there"},
    };
    for (size_t i = 0; i < COUNT(BOOKS); i++) {
        const char *fault = first_fault(*state, BOOKS[i].pars, BOOKS[i].text);
        if (*BOOKS[i].fault == '\0')
            assert_string_equal(fault, "");
        else
            assert_non_null(strstr(fault, BOOKS[i].fault));
    }
}

static void the_length_of_an_mp3_is_not_taken_from_its_tag(void **state)
{
    (void)state;
    char head[400] = "ID3\3\0\0\0\0\0\x10TIT2Info and more";
    memcpy(head + 62, "Info\0\0\0\x0F\0\0\0\x64", 12); // 100 frames
    memcpy(head + 62 + 141, "\x24\x04\x00", 3);        // 576 before, 1024 behind
    Str mp3 = {head, sizeof head};
    assert_true(fabs(mp3_seconds(mp3) - (100 * 1152 - 576 - 1024) / 44100.0) < 1e-9);
    assert_true(isnan(mp3_seconds(str_slice(mp3, 0, 200))));
    assert_true(isnan(mp3_seconds(STR("Info"))));
    assert_true(isnan(mp3_seconds((Str){0})));
}

// --- Parts ---

static void make_book(Desk *desk, const SampleArticle *article, Book *book)
{
    lay_out(desk, article);
    static const SamplePiece NOTE[] = {{.text = "About this edition", .generated = true},
                                       {.text = "Rights.", .generated = true}};
    Times *colophon = ALLOC(&desk->arena, Times, 1);
    *colophon = measure_times(
        sample_timeline(&(SampleArticle){.speakers = {"Narrator"}, .pieces = NOTE, .count = 2},
                        &desk->arena),
        &desk->arena);
    Making *m = ALLOC(&desk->arena, Making, 1);
    *m = (Making){.timeline = desk->draft.timeline,
                  .options = &desk->options,
                  .info = &desk->info,
                  .times = &desk->times,
                  .slug = STR("sample"),
                  .episode = &desk->episode,
                  .arena = &desk->arena};
    lay_out_book(m, colophon, book);
}

static const SamplePiece PIECES[] = {
    {.text = "Fog lies over the harbour."},
    {.text = "Fares", .kind = BLOCK_HEADING, .level = 3},
    {.text = "Prices rose."},
    {.text = "So be it.", .same_block = true, .speaker = 1},
    {.text = "Not said.", .skipped = "note"},
    {.text = "Children", .kind = BLOCK_HEADING, .level = 5},
    {.text = "They < all travel free."},
    {.text = "Tides", .kind = BLOCK_HEADING, .level = 3},
    {.text = "High at six."},
};
static const SampleArticle ARTICLE = {.title = "Tide Tables",
                                      .speakers = {"Narrator", "Ada Quill & Son"},
                                      .pieces = PIECES,
                                      .count = COUNT(PIECES)};

static void a_book_is_cut_where_headings_begin(void **state)
{
    Book book;
    make_book(*state, &ARTICLE, &book);
    assert_int_equal(book.parts.count, 5);
    int64_t end = 0, sum = 0;
    for (uint32_t i = 0; i + 1 < book.parts.count; i++) {
        const Part *part = &book.parts.items[i];
        assert_int_equal(part->beg_frame, end);
        assert_int_equal(part->beg_frame % PASSAGE_GRID, 0);
        assert_true(frame_ms(part->beg_frame) <= part->times->lines[part->first].start_ms);
        end = part->end_frame;
        sum += part->length_ms;
    }
    const Desk *desk = *state;
    assert_int_equal(end, desk->draft.timeline->frame_count);
    assert_int_equal(book.length_ms, sum + book.parts.items[4].length_ms);
    assert_int_equal(book.parts.items[4].kind, PART_COLOPHON);
}

static void levels_of_headings_leave_none_out(void **state)
{
    Book book;
    make_book(*state, &ARTICLE, &book);
    static const int DEPTHS[] = {1, 1, 2, 1, 1};
    assert_int_equal(book.entries.count, COUNT(DEPTHS));
    for (size_t i = 0; i < COUNT(DEPTHS); i++)
        assert_int_equal(book.entries.items[i].depth, DEPTHS[i]);
    assert_true(str_equal(book.entries.items[2].title, STR("Children")));
}

static void clips_of_a_part_fill_its_sound(void **state)
{
    Desk *desk = *state;
    Book book;
    make_book(desk, &ARTICLE, &book);
    for (uint32_t p = 0; p < book.parts.count; p++)
        for (int words = 0; words <= 1; words++) {
            const Part *part = &book.parts.items[p];
            BookClips clips = cut_clips(part, words, &desk->arena);
            int64_t at = 0;
            uint32_t word = part->times->lines[part->first].first;
            for (uint32_t i = 0; i < clips.count; i++) {
                assert_int_equal(clips.items[i].beg_ms, at);
                assert_true(clips.items[i].end_ms > at);
                assert_int_equal(clips.items[i].first, word);
                at = clips.items[i].end_ms;
                word += clips.items[i].count;
            }
            assert_int_equal(at, part->length_ms);
        }
}

static Str text_of(Desk *desk, const Book *book, uint32_t part, bool words)
{
    Error err = {0};
    TextFile text;
    Str out;
    assert_true(begin_text(&text, &err));
    put_part(text.out, book, &book->parts.items[part], &(PartForm){.words = words}, desk->arena);
    assert_true(end_text(&text, &desk->arena, &out, &err));
    return out;
}

static void text_is_escaped_and_speakers_are_named_once(void **state)
{
    Desk *desk = *state;
    Book book;
    make_book(desk, &ARTICLE, &book);
    Str fares = text_of(desk, &book, 1, false), children = text_of(desk, &book, 2, false);
    assert_true(holds(fares, "<h1><span id=\"l1\">Fares</span></h1>\n"
                             "<p><span id=\"l2\">Prices rose.</span><span id=\"l3\""));
    assert_true(
        holds(fares, "<span class=\"who\">Ada Quill &amp; Son: </span>So be it.</span></p>"));
    assert_false(holds(fares, "Not said"));
    assert_true(holds(children, "They &lt; all"));
    assert_true(holds(text_of(desk, &book, 1, true),
                      "<span class=\"who\">Ada Quill &amp; Son: </span>So</span> <span id=\"w"));
}

static void the_identity_of_a_book_is_the_articles(void **state)
{
    Desk *desk = *state;
    lay_out(desk, &ARTICLE);
    Making m = {.info = &desk->info, .times = &desk->times, .arena = &desk->arena};
    char epub[64], again[64], daisy[64], elsewhere[64];
    identify_book(&m, STR("epub"), epub);
    identify_book(&m, STR("epub"), again);
    identify_book(&m, STR("daisy"), daisy);
    desk->info.url = STR("https://a.example/1");
    identify_book(&m, STR("epub"), elsewhere);
    assert_string_equal(epub, again);
    assert_string_not_equal(epub, daisy);
    assert_string_not_equal(epub, elsewhere);
    assert_int_equal(strlen(epub), strlen("urn:uuid:") + 36);
    assert_int_equal(epub[9 + 14], '8');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_archive_gives_back_what_was_put_in, set_up_desk,
                                        tear_down_desk),
        cmocka_unit_test_setup_teardown(an_archive_is_not_written_over_another_and_no_text_is_one,
                                        set_up_desk, tear_down_desk),
        cmocka_unit_test_setup_teardown(an_archive_needs_the_files_that_it_is_made_of, set_up_desk,
                                        tear_down_desk),
        cmocka_unit_test(clocks_are_read_in_every_form_and_nothing_else_is),
        cmocka_unit_test_setup_teardown(what_is_seen_is_read_in_order_and_within_the_sound,
                                        set_up_desk, tear_down_desk),
        cmocka_unit_test(the_length_of_an_mp3_is_not_taken_from_its_tag),
        cmocka_unit_test_setup_teardown(a_book_is_cut_where_headings_begin, set_up_desk,
                                        tear_down_desk),
        cmocka_unit_test_setup_teardown(levels_of_headings_leave_none_out, set_up_desk,
                                        tear_down_desk),
        cmocka_unit_test_setup_teardown(clips_of_a_part_fill_its_sound, set_up_desk,
                                        tear_down_desk),
        cmocka_unit_test_setup_teardown(text_is_escaped_and_speakers_are_named_once, set_up_desk,
                                        tear_down_desk),
        cmocka_unit_test_setup_teardown(the_identity_of_a_book_is_the_articles, set_up_desk,
                                        tear_down_desk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
