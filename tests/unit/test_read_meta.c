// What pages tell of their articles, what is refused of them, and openings that are sold.
#include "reading.h"

static Reading *read_page(const char *html, const char *url)
{
    Reading *r = read_bytes("a.html", str_from(html),
                            (ReadOptions){.format = STR("html"), .url = str_from(url)});
    if (!r->ok)
        print_message("%s\n", r->err.message);
    assert_true(r->ok);
    assert_covered(r);
    return r;
}

#define BODY "<p>The river rose on Monday, the harbour master said.</p>"

typedef struct {
    const char *html, *want;
} Row;

typedef enum { TITLE, BYLINE, DATE, PUBLISHER, LANGUAGE, IMAGE } Which;

static Str field_of(const Article *article, Which which)
{
    const Str FIELDS[] = {article->title,     article->byline,   article->date,
                          article->publisher, article->language, article->image};
    return FIELDS[which];
}

static void assert_fields(const Row *rows, size_t count, Which which)
{
    for (size_t i = 0; i < count; i++) {
        Reading *r = read_page(rows[i].html, "");
        Str got = field_of(&r->article, which);
        if (!str_equal(got, str_from(rows[i].want)))
            print_message("%s\n", rows[i].html);
        assert_str(got, rows[i].want);
        free_reading(r);
    }
}

#define ASSERT_FIELDS(rows, which) assert_fields(rows, COUNT(rows), which)

static void linked_data_tells_everything(void **state)
{
    (void)state;
    Reading *r = read_page(
        "<html lang='en-GB'><script type='application/ld+json'>\n"
        "{\"@context\":\"https://schema.org\",\"@graph\":[\n"
        "{\"@type\":\"WebSite\",\"name\":\"Post\"},\n"
        "{\"@type\":[\"Thing\",\"schema:NewsArticle\"],\"headline\":\"River &amp;amp; sea\","
        "\"author\":[{\"@id\":\"#ann\"},{\"@type\":\"Person\",\"name\":[\"Max Ito\",\"Jo Li\"]}],"
        "\"datePublished\":\"2026-11-23T23:59:00-08:00\",\"image\":[{\"url\":\"https://a.example/"
        "i.png\"}],"
        "\"publisher\":{\"@type\":\"Organization\",\"name\":\"The Post\"},\"inLanguage\":\"en\"},\n"
        "{\"@id\":\"#ann\",\"@type\":\"Person\",\"name\":\"Ann Cole\"}]}</script>" BODY,
        "");
    assert_str(r->article.title, "River &amp; sea");
    assert_str(r->article.byline, "Ann Cole, Max Ito and Jo Li");
    assert_str(r->article.date, "2026-11-23");
    assert_str(r->article.publisher, "The Post");
    assert_str(r->article.language, "en-GB");
    assert_str(r->article.image, "https://a.example/i.png");
    free_reading(r);
}

static void of_several_articles_the_one_at_the_address_counts(void **state)
{
    (void)state;
    static const char HTML[] =
        "<script type='application/ld+json'>[{\"@type\":\"NewsArticle\",\"headline\":\"Other\","
        "\"author\":\"Jo Li\",\"datePublished\":\"2020-01-01\",\"publisher\":\"X\"},"
        "{\"@type\":\"NewsArticle\",\"headline\":\"River\",\"author\":\"Ann Cole\","
        "\"mainEntityOfPage\":{\"@id\":\"http://www.a.example/river/\"}}]</script>" BODY;
    Reading *r = read_page(HTML, "https://a.example/river?x=1");
    assert_str(r->article.title, "River");
    assert_str(r->article.byline, "Ann Cole");
    free_reading(r);
    r = read_page(HTML, "");
    assert_str(r->article.title, "Other");
    free_reading(r);
}

static void broken_linked_data_is_left_alone(void **state)
{
    (void)state;
    static const Row ROWS[] = {
        {"<script type='application/ld+json'>{\"headline\":</script><title>River</title>" BODY,
         "River"},
        {"<script type='application/ld+json'>[[[[[]]]],3,null,\"x\"]</script><h1>River</h1>" BODY,
         "River"},
        {"<script "
         "type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"Ri\nver\"};</"
         "script>" BODY,
         "Ri ver"},
        {"<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":{\"a\":{}},"
         "\"author\":7}</script><h1>River</h1>" BODY,
         "River"},
    };
    ASSERT_FIELDS(ROWS, TITLE);
}

static void titles_are_shown_or_declared_without_the_site(void **state)
{
    (void)state;
    static const Row ROWS[] = {
        {"<title>River rises | The Harbour Post</title>" BODY, "River rises"},
        {"<title>River rises - Water - The Post</title><meta property='og:site_name' content='The "
         "Post'>" BODY,
         "River rises - Water"},
        {"<title>The Post: River rises</title><meta property='og:site_name' content='The "
         "Post'>" BODY,
         "River rises"},
        {"<title>River rises - again</title>" BODY, "River rises - again"},
        {"<meta property='og:title' content='River rises fast'><h1>The Post</h1><h1>River "
         "rises</h1>" BODY,
         "River rises"},
        {"<meta property='og:title' content='River rises'><h1>Share this</h1>" BODY, "River rises"},
        {"<title>River rises | Post</title><h1><span>Weather</span> <span>River "
         "rises</span></h1>" BODY,
         "Weather River rises"},
        {"<meta property='og:title' content='River rises'><h1><b>Weather</b> <b>River "
         "rises</b></h1>" BODY,
         "River rises"},
        {"<meta property='og:title' content='Weather: River rises'><h1>River rises</h1>" BODY,
         "Weather: River rises"},
        {"<title>River rises again</title><h1>RIVER RISES AGAIN</h1>" BODY, "River rises again"},
        {"<meta name='twitter:title' content=''>" BODY, ""},
    };
    ASSERT_FIELDS(ROWS, TITLE);
}

static void names_are_told_from_what_stands_around_them(void **state)
{
    (void)state;
    static const Row ROWS[] = {
        {"<meta name=author content='By Ann Cole, Senior Editor'>" BODY, "Ann Cole"},
        {"<meta name=author content='Ann Cole and Max Ito'>" BODY, "Ann Cole and Max Ito"},
        {"<meta name=author content='Ann Cole; Ann Cole;Max Ito, PhD'>" BODY,
         "Ann Cole and Max Ito"},
        {"<meta name=author content='Ann Cole, Jr.'>" BODY, "Ann Cole Jr."},
        {"<meta name=author content='https://a.example/ann'>" BODY, ""},
        {"<meta name=author content='ann@a.example'>" BODY, ""},
        {"<meta name=author content='Staff'>" BODY, ""},
        {"<meta name=author content='Reuters'><meta property='og:site_name' content='The "
         "Post'>" BODY,
         "Reuters"},
        {"<meta name=author content='The Post'><meta property='og:site_name' content='The Post'>"
         "<h1>River</h1><p class=byline>By Ann Cole</p>" BODY,
         "Ann Cole"},
        {"<meta name=author content='acole'><meta name='twitter:label1' content='Written by'>"
         "<meta name='twitter:data1' content='Ann Cole'>" BODY,
         "Ann Cole"},
        {"<meta name='twitter:label1' content='Reading time'><meta name='twitter:data1' "
         "content='Five Minutes'>" BODY,
         ""},
        {"<meta name=citation_author content='Cole, Ann'><meta name=citation_author content='Ito, "
         "Max'>" BODY,
         "Ann Cole and Max Ito"},
        {"<h1>River</h1><p>By <a rel=author href=/x>Ann Cole</a> | 3 min read</p>" BODY,
         "Ann Cole"},
        {"<h1>River</h1><p>By <a href='/authors/ann'>Ann Cole</a>, the Post</p>" BODY, "Ann Cole"},
        {"<h1>River</h1><p>By Ann Cole</p>" BODY, "Ann Cole"},
        {"<h1>River</h1><p>By Monday the river had risen</p>" BODY, ""},
        {"<h1>River</h1>" BODY "<div class='comment-author'>Jo Li</div>", ""},
        {"<h1>River</h1>" BODY "<footer><a rel=author>Jo Li</a></footer>", ""},
        {"<html lang=de><meta name=author content='Jo Fuchs, Ann Cole und Max Ito'>" BODY,
         "Jo Fuchs, Ann Cole und Max Ito"},
        {"<html lang=es><meta name=author content='Ana Ruiz y Max Ito'>" BODY, "Ana Ruiz, Max Ito"},
    };
    ASSERT_FIELDS(ROWS, BYLINE);
}

static void days_are_found_from_the_surest_place_on(void **state)
{
    (void)state;
    static const Row ROWS[] = {
        {"<meta property='article:published_time' content='2026-11-23T00:30:00+02:00'>"
         "<meta property='article:modified_time' content='2026-12-01'>" BODY,
         "2026-11-23"},
        {"<meta property='article:modified_time' content='2026-12-01'>" BODY, "2026-12-01"},
        {"<link rel=canonical href='https://a.example/2026/11/23/river'><h1>River</h1>"
         "<time datetime='2026-11-24'>x</time>" BODY,
         "2026-11-23"},
        {"<h1>River</h1><time datetime='2026-11-24'>Tuesday</time>" BODY, "2026-11-24"},
        {"<h1>River</h1><p class='post-date'>24 Nov 2026</p>" BODY, "2026-11-24"},
        {"<html lang=de><h1>Fluss</h1><p>3.11.2026, 10.02 Uhr</p>" BODY, "2026-11-03"},
        {"<html lang=fr><h1>Fleuve</h1><span class=date>3/11/2026</span>" BODY, "2026-11-03"},
        {"<h1>River</h1><p>On 24 November 2026 the river rose.</p>", ""},
        {"<meta name=date content='soon'>" BODY, ""},
    };
    ASSERT_FIELDS(ROWS, DATE);
}

static void languages_are_tags(void **state)
{
    (void)state;
    static const Row ROWS[] = {
        {"<html lang=' de_AT '>" BODY, "de-AT"},
        {"<html lang='{{lang}}'><meta property='og:locale' content='fr_FR'>" BODY, "fr-FR"},
        {"<meta http-equiv='Content-Language' content='sv, en'>" BODY, "sv"},
        {BODY, "en"},
    };
    ASSERT_FIELDS(ROWS, LANGUAGE);
}

static void options_win(void **state)
{
    (void)state;
    Reading *r =
        read_bytes("a.html", STR("<meta name=author content='Ann Cole'><title>River</title>" BODY),
                   (ReadOptions){.format = STR("html"),
                                 .author = STR("Jo Li"),
                                 .url = STR("https://a.example/2026/11/23/x")});
    assert_true(r->ok);
    assert_str(r->article.byline, "Jo Li");
    assert_str(r->article.title, "River");
    assert_str(r->article.date, "2026-11-23");
    assert_str(r->article.url, "https://a.example/2026/11/23/x");
    free_reading(r);
}

// --- openings

#define LOCKED                                                                                     \
    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"River\","

static bool is_stub(const char *html)
{
    Reading *r = read_bytes("a.html", str_from(html), (ReadOptions){.format = STR("html")});
    bool stub = !r->ok;
    if (stub)
        assert_non_null(strstr(r->err.message, "only the opening of the article is here"));
    free_reading(r);
    return stub;
}

static void openings_are_told_from_articles_that_are_sold_whole(void **state)
{
    (void)state;
    // It says that it has a hundred words.
    assert_true(is_stub(LOCKED "\"isAccessibleForFree\":false,\"wordCount\":100}</script>" BODY));
    assert_true(
        is_stub(LOCKED "\"isAccessibleForFree\":\"False\",\"wordCount\":\"100\"}</script>" BODY));
    assert_true(is_stub(LOCKED
                        "\"hasPart\":[{\"isAccessibleForFree\":false,\"cssSelector\":\".a\"}],"
                        "\"wordCount\":100}</script>" BODY));
    // It has nine, which are here.
    assert_false(is_stub(LOCKED "\"isAccessibleForFree\":false,\"wordCount\":9}</script>" BODY));
    assert_false(is_stub(LOCKED "\"isAccessibleForFree\":true,\"wordCount\":100}</script>" BODY));
    assert_false(is_stub(LOCKED "\"wordCount\":100}</script>" BODY));
    // Nothing says how long it is.
    assert_false(is_stub(LOCKED "\"isAccessibleForFree\":false}</script>" BODY));
    assert_true(is_stub(LOCKED "\"isAccessibleForFree\":false}</script>" BODY
                               "<p>Subscribe to continue reading</p>"));
    assert_true(is_stub(LOCKED "\"isAccessibleForFree\":false}</script>" BODY
                               "<p>The harbour master said that the river would</p>"));
    assert_true(is_stub("<meta property='article:content_tier' content='locked'>" BODY
                        "<div class='paywall-offer'>Subscribe</div>"));
    assert_false(is_stub("<meta property='article:content_tier' content='free'>" BODY
                         "<div class='paywall-offer'>Subscribe</div>"));
    assert_true(is_stub(BODY "<div class='c-paywall'>Subscribe to continue reading</div>"));
    assert_false(is_stub(BODY "<p>They were asked to subscribe to continue reading the paper, and "
                              "nobody did.</p>"));
}

static void long_texts_are_no_openings(void **state)
{
    (void)state;
    static char html[1 << 14];
    size_t at = (size_t)sprintf(html, LOCKED "\"isAccessibleForFree\":false}</script>");
    for (int i = 0; i < 90; i++)
        at += (size_t)sprintf(html + at,
                              "<p>Paragraph %d tells of the river and of the harbour "
                              "below it, as the one before did.</p>",
                              i);
    sprintf(html + at, "<div class='paywall'>Subscribe to continue reading</div>");
    assert_false(is_stub(html));
}

static void a_forced_opening_is_noted(void **state)
{
    (void)state;
    Reading *r = read_bytes(
        "a.html", STR(LOCKED "\"isAccessibleForFree\":false,\"wordCount\":100}</script>" BODY),
        (ReadOptions){.format = STR("html"), .force = true});
    assert_true(r->ok);
    assert_non_null(r->article.stub);
    assert_int_equal(r->article.notes.count, 1);
    assert_true(str_starts(r->article.notes.items[0].text, STR("only the opening")));
    free_reading(r);
}

// --- what is refused

static void assert_refused(const char *begin, const char *piece, size_t count, const char *why)
{
    size_t len = strlen(piece), at = strlen(begin);
    char *html = malloc(at + len * count + 1);
    assert_non_null(html);
    memcpy(html, begin, at);
    for (size_t i = 0; i < count; i++, at += len)
        memcpy(html + at, piece, len);
    Reading *r = read_bytes("a.html", (Str){html, at}, (ReadOptions){.format = STR("html")});
    assert_int_equal(r->ok, why == NULL);
    if (why && !strstr(r->err.message, why))
        print_message("%s\n", r->err.message);
    assert_true(!why || strstr(r->err.message, why));
    free_reading(r);
    free(html);
}

static void pages_beyond_all_bounds_are_refused(void **state)
{
    (void)state;
    assert_refused("x", "<div>", 9000, NULL);
    assert_refused("x", "<div>", 20000, "nest more than 10,000 deep");
    assert_refused("x<p", " a='<>'", 1000, NULL);
    assert_refused("x<p", " a='<>'", 1001, "a tag has more than 1000 attributes");
    assert_refused("x<script>if (i<a", " b", 2000, NULL);
    assert_refused("x<!-- <a", " b", 2000, NULL);
    assert_refused("x", "<p><b>y", 200000, "would take more than 96 MiB");
    assert_refused("x", "<blockquote><font color=1><p></font>", 9000, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(linked_data_tells_everything),
        cmocka_unit_test(of_several_articles_the_one_at_the_address_counts),
        cmocka_unit_test(broken_linked_data_is_left_alone),
        cmocka_unit_test(titles_are_shown_or_declared_without_the_site),
        cmocka_unit_test(names_are_told_from_what_stands_around_them),
        cmocka_unit_test(days_are_found_from_the_surest_place_on),
        cmocka_unit_test(languages_are_tags),
        cmocka_unit_test(options_win),
        cmocka_unit_test(openings_are_told_from_articles_that_are_sold_whole),
        cmocka_unit_test(long_texts_are_no_openings),
        cmocka_unit_test(a_forced_opening_is_noted),
        cmocka_unit_test(pages_beyond_all_bounds_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
