// What an input is told by.
#include "unit/reading.h"

#include "read/sniff.h"

static void the_first_element_stands_behind_what_may_precede_it(void **state)
{
    (void)state;
    assert_str(
        root_element(STR("\xEF\xBB\xBF \n<?xml version='1.0'?><!-- <x> --><!DOCTYPE r [<!ENTITY "
                         "a \">\">]>\n<x:feed a='1'>")),
        "x:feed");
    assert_str(root_element(STR("<!DOCTYPE html><p>")), "p");
    assert_str(root_element(STR("<br/>")), "br");
    assert_str(root_element(STR("<p")), "");
    assert_str(root_element(STR("< p>")), "");
    assert_str(root_element(STR("<!-- never closed")), "");
    assert_str(root_element(STR("words <p>")), "");
    assert_str(root_element(STR("")), "");
}

static const char *format_of(const char *bytes, const char *type)
{
    Arena fresh = new_arena((size_t)1 << 28), arena = fresh;
    Source source = {.name = STR("-"), .bytes = str_from(bytes), .content_type = str_from(type)};
    Article article = {0};
    Error err = {0};
    const char *format =
        read_source(&source, &(ReadOptions){0}, &arena, &article, &err) ? article.format : "";
    free_arena(fresh);
    return format;
}

static void a_server_is_believed_where_the_content_is_silent(void **state)
{
    (void)state;
    static const char WORDS[] = "The river <i>rose</i> on Monday.\n";
    assert_string_equal(format_of(WORDS, ""), "text");
    assert_string_equal(format_of(WORDS, "text/html; charset=utf-8"), "html");
    assert_string_equal(format_of(WORDS, "Text/Markdown"), "markdown");
    assert_string_equal(format_of(WORDS, "text/plain"), "text");
    assert_string_equal(format_of("<!DOCTYPE html><p>The river rose.", "text/plain"), "html");
    assert_string_equal(format_of("<html><p>The river rose.", "application/rss+xml"), "html");
    assert_string_equal(format_of("From: a\nSubject: b\n\nIt rose.\n", "text/html"), "mail");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_element_stands_behind_what_may_precede_it),
        cmocka_unit_test(a_server_is_believed_where_the_content_is_silent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
