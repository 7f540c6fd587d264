// Which parts of a page are its article.

#include "reading.h"

// Two paragraphs that no page could take for anything but an article.
#define FIRST                                                                                      \
    "The river rose by two metres on Monday night, and the people of the lower town carried "      \
    "their furniture upstairs, as they have done every spring since the dam was built."
#define SECOND                                                                                     \
    "By noon the water stood in the market hall, where the council had met a week before, and "    \
    "boats went from door to door with bread, milk and the mail."
#define THIRD                                                                                      \
    "On Tuesday it fell again, slowly at first, then by a hand's breadth an hour, and what it "    \
    "left behind was mud, driftwood and one very surprised heron."
#define PROSE "<p>" FIRST "</p><p>" SECOND "</p><p>" THIRD "</p>"

static Reading *read_page(const char *html)
{
    Reading *r = read_bytes("a.html", str_from(html), (ReadOptions){.format = STR("html")});
    if (!r->ok)
        print_error("%s\n", r->err.message);
    assert_true(r->ok);
    assert_covered(r);
    return r;
}

static bool is_spoken(const Reading *r, const char *text)
{
    size_t at = str_find(r->article.text, str_from(text));
    assert_true(at < r->article.text.len);
    for (uint32_t i = 0; i < r->article.drops.count; i++) {
        Span span = r->article.drops.items[i].span;
        if (span.beg <= at && at < span.end)
            return false;
    }
    return true;
}

// Why the words are left out; they may be part of what is.
static const char *reason_of(const Reading *r, const char *text)
{
    size_t at = str_find(r->article.text, str_from(text));
    assert_true(at < r->article.text.len);
    for (uint32_t i = 0; i < r->article.drops.count; i++) {
        Span span = r->article.drops.items[i].span;
        if (span.beg <= at && at < span.end)
            return r->article.drops.items[i].reason;
    }
    return "";
}

static BlockKind kind_of(const Reading *r, const char *text)
{
    for (uint32_t i = 0; i < r->article.blocks.count; i++) {
        Str block = text_of_block(r, i);
        if (str_find(block, str_from(text)) < block.len)
            return r->article.blocks.items[i].kind;
    }
    fail_msg("no block holds \"%s\"", text);
    return BLOCK_PARAGRAPH;
}

static void assert_left_out(const char *html, const char *text, const char *reason)
{
    Reading *r = read_page(html);
    assert_true(is_spoken(r, FIRST) && is_spoken(r, SECOND) && is_spoken(r, THIRD));
    assert_string_equal(reason_of(r, text), reason);
    free_reading(r);
}

static void assert_kept(const char *html, const char *text)
{
    Reading *r = read_page(html);
    assert_true(is_spoken(r, FIRST));
    assert_string_equal(reason_of(r, text), "");
    free_reading(r);
}

static void what_frames_a_page_is_left_out(void **state)
{
    (void)state;
    assert_left_out("<nav><a href=/>Front page</a></nav><h1>River</h1>" PROSE, "Front page",
                    "navigation");
    assert_left_out("<header><p>The Harbour Post</p></header><article>" PROSE "</article>",
                    "The Harbour Post", "header of the page");
    assert_left_out("<article>" PROSE "</article><footer><p>Imprint of the Post</p></footer>",
                    "Imprint", "footer of the page");
    assert_left_out("<article>" PROSE "</article><aside><p>Tides of the week</p></aside>", "Tides",
                    "sidebar");
    assert_left_out("<div role=navigation>Sections of the paper</div>" PROSE, "Sections",
                    "navigation");
    assert_left_out(PROSE "<form><p>Tell us your street</p></form>", "Tell us", "form");
}

static void names_of_classes_tell_what_is_no_article(void **state)
{
    static const struct {
        const char *name, *reason;
    } ROWS[] = {{"comments-area", "comments"},
                {"relatedPosts", "related links"},
                {"share-buttons", "share bar"},
                {"newsletter-signup", "newsletter prompt"},
                {"author-bio", "about the author"},
                {"site__breadcrumbs", "navigation"},
                {"cookie-notice", "notice of the page"},
                {"ad", "advertisement"},
                {"tags", "tags"}};
    (void)state;
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        char page[1024];
        snprintf(page, sizeof page,
                 "<article>%s<div class='%s'><p>Seen beside it.</p></div></article>", PROSE,
                 ROWS[i].name);
        assert_left_out(page, "Seen beside it", ROWS[i].reason);
    }
}

static void a_class_that_denies_or_holds_the_article_drops_nothing(void **state)
{
    (void)state;
    assert_kept("<body class='has-sidebar no-comments'>" PROSE, FIRST);
    assert_kept("<div class=sidebar-layout>" PROSE "</div>", FIRST);
    assert_kept("<div class=no-comments>" PROSE "<p>The dam holds.</p></div>", "The dam holds");
    assert_kept("<article class='post tag-river category-news'>" PROSE "</article>", FIRST);
}

static void an_article_in_many_boxes_of_an_odd_name_is_kept(void **state)
{
    (void)state;
    Reading *r = read_page("<div class=sidebar-grid><p>" FIRST "</p></div>"
                           "<div class=sidebar-grid><p>" SECOND "</p></div>"
                           "<div class=sidebar-grid><p>" THIRD "</p></div>");
    assert_true(is_spoken(r, FIRST) && is_spoken(r, SECOND) && is_spoken(r, THIRD));
    free_reading(r);
}

static void hidden_words_are_left_out_but_a_hidden_article_is_shown(void **state)
{
    (void)state;
    assert_left_out(PROSE "<p hidden>Never shown.</p>", "Never shown", "hidden");
    assert_left_out(PROSE "<p style='display: none'>Never shown.</p>", "Never shown", "hidden");
    assert_left_out(PROSE "<p>Seen, <span class=sr-only>opens a window</span> here.</p>",
                    "opens a window", "hidden");
    assert_kept("<div style='display:none'>" PROSE "</div>", THIRD);
}

static void what_stands_above_the_title_is_no_article(void **state)
{
    (void)state;
    Reading *r =
        read_page("<title>River rises - The Post</title><div><p>Another report, of a fire, "
                  "in a street by the station, that was put out.</p></div>"
                  "<h1>River rises</h1>" PROSE);
    assert_false(is_spoken(r, "Another report"));
    assert_int_equal(kind_of(r, "River rises"), BLOCK_TITLE);
    free_reading(r);
}

static void a_standfirst_is_kept_and_told_from_the_text(void **state)
{
    (void)state;
    Reading *r = read_page("<header><h1>River rises</h1><h2 class=standfirst>Boats bring bread to "
                           "the lower town, and a heron is found.</h2><p>By Ana Ruiz</p></header>"
                           "<article>" PROSE "</article>");
    assert_true(is_spoken(r, "Boats bring bread"));
    assert_int_equal(kind_of(r, "Boats bring bread"), BLOCK_PARAGRAPH);
    assert_int_equal(r->article.blocks.items[1].role, ROLE_STANDFIRST);
    assert_int_equal(kind_of(r, "By Ana Ruiz"), BLOCK_BYLINE);
    free_reading(r);
}

static void dates_and_bylines_of_the_head_are_left_out(void **state)
{
    (void)state;
    assert_left_out("<h1>Fluss</h1><p>Stand: 17.06.2025 18:24 Uhr</p>" PROSE, "Stand:", "date");
    assert_left_out("<h1>River</h1><p>Reviewed by Anna Weber</p>" PROSE, "Reviewed", "byline");
    assert_kept("<h1>Fluss</h1>" PROSE "<p>The bill was 17.06.2025 of 18:24 pounds.</p>",
                "The bill was");
}

static void links_within_the_article_are_left_out(void **state)
{
    (void)state;
    assert_left_out("<article><p>" FIRST "</p><p><a href=/dam>Who built the dam?</a></p><p>" SECOND
                    "</p><p>" THIRD "</p></article>",
                    "Who built", "related links");
    assert_left_out("<article><p>" FIRST
                    "</p><p>MORE: <a href=/dam>Who built the dam</a></p><p>" SECOND "</p><p>" THIRD
                    "</p></article>",
                    "MORE", "related links");
    assert_left_out("<ul><li><a href='#a'>The water</a><li><a href='#b'>The heron</a></ul>" PROSE,
                    "The heron", "table of contents");
}

static void a_card_of_another_article_is_left_out_whole(void **state)
{
    (void)state;
    assert_left_out("<article>" PROSE "<div><h3><a href=/dam>The dam at fifty</a></h3><p>What the "
                    "engineers of the valley say today.</p></div><p>The heron flew.</p></article>",
                    "What the engineers", "related links");
}

static void a_list_whose_headings_are_links_is_the_article(void **state)
{
    (void)state;
    Reading *r = read_page("<article><h1>Three walks</h1><h2><a href=/a>The dike</a></h2><p>" FIRST
                           "</p><h2><a href=/b>The market</a></h2><p>" SECOND
                           "</p><h2><a href=/c>The ford</a></h2><p>" THIRD "</p></article>");
    assert_true(is_spoken(r, "The market") && is_spoken(r, SECOND) && is_spoken(r, THIRD));
    free_reading(r);
}

static void below_a_heading_of_links_nothing_is_kept(void **state)
{
    (void)state;
    assert_left_out("<article>" PROSE "<div><h2>Related stories</h2><ul><li><a href=/x>A fire by "
                    "the station</a><li>Four roads <a href=/y>are closed for the spring</a></ul>"
                    "</div></article>",
                    "Four roads", "related link");
    assert_left_out("<article>" PROSE "<h2>Discover</h2></article>", "Discover",
                    "heading of nothing");
}

static void prompts_are_known_in_many_languages(void **state)
{
    static const struct {
        const char *line, *reason;
    } ROWS[] = {
        {"For more of this, sign up for our newsletter.", "newsletter or sharing line"},
        {"Published under: Rivers, Herons", "tags"},
        {"Skip past newsletter promotion", "notice of the page"},
        {"Lesen Sie auch: Der Damm wird fünfzig", "related link"},
        {"Publicité", "advertisement"},
        {"Leggi anche: La diga compie cinquant'anni", "related link"},
        {"Läs också: Dammen fyller femtio", "related link"},
        {"Читайте также: Плотине пятьдесят лет", "related link"},
        {"2:34 Heron found in market hall", "film"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        char page[1024];
        snprintf(page, sizeof page, "<article><p>%s</p><p>%s</p><p>%s</p><p>%s</p></article>",
                 FIRST, ROWS[i].line, SECOND, THIRD);
        assert_left_out(page, ROWS[i].line, ROWS[i].reason);
    }
}

static void captions_stay_blocks_of_their_kind(void **state)
{
    static const char *const CAPTIONS[] = {
        "<div class=wp-caption-text>A heron in the hall</div>",
        "<figure><img src=a.jpg><div>A heron in the hall</div></figure>",
        "<p>A heron in the hall. Foto: Ana Ruiz/dpa</p>", "<p>(Heron Hall / Associated Press)</p>",
        "<div><img src=a.jpg alt='A heron in the hall'><p>A heron in the hall</p></div>"};
    (void)state;
    for (size_t i = 0; i < COUNT(CAPTIONS); i++) {
        char page[1024];
        snprintf(page, sizeof page, "<article><p>%s</p>%s<p>%s</p><p>%s</p></article>", FIRST,
                 CAPTIONS[i], SECOND, THIRD);
        Reading *r = read_page(page);
        assert_int_equal(kind_of(r, i == 3 ? "Heron Hall" : "in the hall"), BLOCK_CAPTION);
        assert_true(is_spoken(r, SECOND));
        free_reading(r);
    }
}

static void corrections_are_spoken_whatever_they_are_called(void **state)
{
    (void)state;
    assert_kept("<article>" PROSE
                "<div class='correction sidebar'><p>Correction: An earlier version "
                "of this report gave the wrong day.</p></div></article>",
                "Correction:");
    assert_kept("<article>" PROSE "<p><a href=/c>Correction: This report gave the wrong "
                "day.</a></p></article>",
                "Correction:");
}

static void a_post_in_the_article_is_no_share_bar(void **state)
{
    (void)state;
    assert_kept("<article>" PROSE "<div class=social-embed><blockquote><p>The heron is well.</p>"
                "</blockquote></div></article>",
                "The heron is well");
}

static void a_question_in_a_button_is_a_heading(void **state)
{
    (void)state;
    Reading *r = read_page("<article>" PROSE "<h3><button>Is the dam safe?</button></h3><p>The "
                           "council says so, and has had it looked at.</p></article>");
    assert_true(is_spoken(r, "Is the dam safe?"));
    assert_int_equal(kind_of(r, "Is the dam safe?"), BLOCK_HEADING);
    free_reading(r);
}

static void a_long_line_is_said_once(void **state)
{
    (void)state;
    Reading *r = read_page("<article><div><p>" FIRST "</p></div><p>" SECOND "</p><div><p>" FIRST
                           "</p></div><p>" THIRD "</p></article>");
    uint32_t again = 0;
    for (uint32_t i = 0; i < r->article.drops.count; i++)
        again += strcmp(r->article.drops.items[i].reason, "said before") == 0;
    assert_int_equal(again, 1);
    free_reading(r);
}

static void of_two_texts_the_longer_is_the_article(void **state)
{
    (void)state;
    assert_left_out("<div class=content><h1>River rises</h1>" PROSE "</div>"
                    "<div class=box><ul><li><a href=/a>Fire</a><li><a href=/b>Storm</a>"
                    "<li><a href=/c>Fair</a></ul><p>Weather: fair.</p></div>",
                    "Weather", "outside the article");
}

static void lines_of_agencies_at_the_head_are_left_out(void **state)
{
    (void)state;
    Reading *r = read_page("<title>River rises</title><article><h1>River rises</h1>"
                           "<p>BC-EU--River Rises, 2nd Ld-Writethru</p>"
                           "<p>VELLMOUTH, Norvane \xE2\x80\x94</p>" PROSE "</article>");
    assert_string_equal(reason_of(r, "BC-EU"), "slug");
    assert_string_equal(reason_of(r, "VELLMOUTH"), "dateline");
    assert_true(is_spoken(r, "The river rose"));
    free_reading(r);
    r = read_page("<title>River rises</title><article><h1>River rises</h1>"
                  "<p>It rose again \xE2\x80\x94</p>" PROSE "</article>");
    assert_true(is_spoken(r, "It rose again"));
    free_reading(r);
}

static void a_page_of_a_few_words_is_kept_whole(void **state)
{
    (void)state;
    Reading *r = read_page("<h1>Heron</h1><p>Found well</p><ul><li>One heron</ul>");
    assert_true(is_spoken(r, "Found well") && is_spoken(r, "One heron"));
    free_reading(r);
    r = read_page("<p>Hello.");
    assert_true(is_spoken(r, "Hello."));
    free_reading(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_frames_a_page_is_left_out),
        cmocka_unit_test(names_of_classes_tell_what_is_no_article),
        cmocka_unit_test(a_class_that_denies_or_holds_the_article_drops_nothing),
        cmocka_unit_test(an_article_in_many_boxes_of_an_odd_name_is_kept),
        cmocka_unit_test(hidden_words_are_left_out_but_a_hidden_article_is_shown),
        cmocka_unit_test(what_stands_above_the_title_is_no_article),
        cmocka_unit_test(a_standfirst_is_kept_and_told_from_the_text),
        cmocka_unit_test(dates_and_bylines_of_the_head_are_left_out),
        cmocka_unit_test(links_within_the_article_are_left_out),
        cmocka_unit_test(a_card_of_another_article_is_left_out_whole),
        cmocka_unit_test(a_list_whose_headings_are_links_is_the_article),
        cmocka_unit_test(below_a_heading_of_links_nothing_is_kept),
        cmocka_unit_test(prompts_are_known_in_many_languages),
        cmocka_unit_test(captions_stay_blocks_of_their_kind),
        cmocka_unit_test(corrections_are_spoken_whatever_they_are_called),
        cmocka_unit_test(a_post_in_the_article_is_no_share_bar),
        cmocka_unit_test(a_question_in_a_button_is_a_heading),
        cmocka_unit_test(a_long_line_is_said_once),
        cmocka_unit_test(of_two_texts_the_longer_is_the_article),
        cmocka_unit_test(lines_of_agencies_at_the_head_are_left_out),
        cmocka_unit_test(a_page_of_a_few_words_is_kept_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
