// What is taken out of pages before they are parsed, and what is not.
#include "unit/reading.h"

#include "read/html/tidy.h"

static TidyHtml tidy(Arena *arena, const char *html)
{
    TidyHtml out;
    Error err = {0};
    assert_true(tidy_html(str_from(html), arena, &out, &err));
    return out;
}

static void assert_tidy(const char *html, const char *want)
{
    Arena fresh = new_arena((size_t)1 << 26), arena = fresh;
    assert_str(tidy(&arena, html).text, want);
    free_arena(fresh);
}

static void scripts_and_style_sheets_are_emptied(void **state)
{
    (void)state;
    assert_tidy("<p>A<script>if (a < b) x('</p>');</script>B", "<p>A<script></script>B");
    assert_tidy("<STYLE media=all>p > a {}</Style >B", "<STYLE media=all></Style >B");
    assert_tidy("<script>a</scripty>b</script>C", "<script></script>C");
}

static void what_tells_of_the_article_stays(void **state)
{
    (void)state;
    const char *linked = "<script type='application/ld+json'>{\"a\":1}</script>";
    assert_tidy(linked, linked);
    const char *text = "<title>A <script> b</title><textarea><!-- c --></textarea>";
    assert_tidy(text, text);
}

static void where_browsers_may_read_on_otherwise_nothing_is_taken(void **state)
{
    (void)state;
    static const char *const KEPT[] = {
        "<script><!-- <script> </script> --></script>A", // the first end is none to a browser
        "<script>never ends <p>A",
        "<!-- never ends <p>A",
        "<!--><p>A-->",
        "<!---><p>A-->",
        "<!-- a --!><p>A-->",
        "<svg><style/><text>A</text></svg><p>B<style></style>",
        "<scripty>A</scripty>",
        "a < b <!doctype x>",
    };
    for (size_t i = 0; i < COUNT(KEPT); i++)
        assert_tidy(KEPT[i], KEPT[i]);
}

static void comments_are_taken_out(void **state)
{
    (void)state;
    assert_tidy("A<!-- b > c -- d --->E<!--f-->", "AE");
}

static void long_values_that_nobody_reads_are_taken_out(void **state)
{
    (void)state;
    char html[400], long_value[101] = "";
    memset(long_value, 'v', 100);
    snprintf(html, sizeof html, "<img alt='%s' data-x=\"%s\" SRCSET='%s' data-y='short'>A",
             long_value, long_value, long_value);
    char want[400];
    snprintf(want, sizeof want, "<img alt='%s' data-x=\"\" SRCSET='' data-y='short'>A", long_value);
    assert_tidy(html, want);
}

static void each_byte_that_is_left_knows_its_place(void **state)
{
    (void)state;
    Arena fresh = new_arena((size_t)1 << 26), arena = fresh;
    const char *html = "ab<!-- x -->cd<script>e</script>f<!---->g<style>h</style>i";
    TidyHtml out = tidy(&arena, html);
    for (size_t i = 0; i < out.text.len; i++)
        assert_int_equal(html[untidy_source(&out, (uint32_t)i)], out.text.data[i]);
    free_arena(fresh);
}

static void a_page_reads_the_same_and_tells_its_places(void **state)
{
    (void)state;
    Reading *r = read_bytes("a.html",
                            STR("<!doctype html><script>var a = '<p>no';</script><!-- b -->\n"
                                "<h1>Ferry</h1><p>The ferry <!-- x -->left at noon, they said.\n"),
                            (ReadOptions){0});
    assert_true(r->ok);
    assert_block(r, 0, BLOCK_TITLE, "Ferry");
    assert_block(r, 1, BLOCK_PARAGRAPH, "The ferry left at noon, they said.");
    const Origin *last = &r->article.origins.items[r->article.origins.count - 1];
    assert_true(str_starts(str_slice(r->article.decoded, last->source, r->article.decoded.len),
                           STR("The ferry")));
    assert_covered(r);
    free_reading(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scripts_and_style_sheets_are_emptied),
        cmocka_unit_test(what_tells_of_the_article_stays),
        cmocka_unit_test(where_browsers_may_read_on_otherwise_nothing_is_taken),
        cmocka_unit_test(comments_are_taken_out),
        cmocka_unit_test(long_values_that_nobody_reads_are_taken_out),
        cmocka_unit_test(each_byte_that_is_left_knows_its_place),
        cmocka_unit_test(a_page_reads_the_same_and_tells_its_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
