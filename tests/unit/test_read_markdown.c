// Markdown becomes a clean text, and nothing of it is lost unsaid.
#include "reading.h"

static Reading *read_markdown_string(const char *text)
{
    Reading *r = read_bytes("a.md", str_from(text), (ReadOptions){0});
    assert_true(r->ok);
    assert_string_equal(r->article.format, "markdown");
    assert_covered(r);
    return r;
}

static void marks_go_and_words_stay(void **state)
{
    (void)state;
    Reading *r =
        read_markdown_string("# Sea *rises*\n\nIt **rose** on [Monday](http://a.example/x)\nand "
                             "~~not~~ `then` f&eacute;ll.\n\n> It is\n> late.\n");
    assert_block(r, 0, BLOCK_TITLE, "Sea rises");
    assert_str(r->article.title, "Sea rises");
    assert_block(r, 1, BLOCK_PARAGRAPH, "It rose on Monday and not then féll.");
    assert_string_equal(drop_reason(r, "not"), "deleted text");
    assert_string_equal(drop_reason(r, "http://a.example/x"), "link address");
    assert_block(r, 2, BLOCK_QUOTE, "It is late.");
    free_reading(r);
}

static void items_know_their_depth_and_number(void **state)
{
    (void)state;
    Reading *r = read_markdown_string("3. Rest\n4. Ice\n   - more ice\n\n     and rest\n");
    assert_block(r, 0, BLOCK_LIST_ITEM, "Rest");
    assert_int_equal(r->article.blocks.items[0].number, 3);
    assert_int_equal(r->article.blocks.items[1].number, 4);
    assert_block(r, 2, BLOCK_LIST_ITEM, "more ice");
    assert_int_equal(r->article.blocks.items[2].level, 2);
    assert_int_equal(r->article.blocks.items[2].number, 0);
    assert_block(r, 3, BLOCK_LIST_ITEM, "and rest");
    free_reading(r);
}

static void code_images_and_html_are_dropped_with_a_reason(void **state)
{
    (void)state;
    Reading *r = read_markdown_string("Look.\n\n```c\nint sea;\n```\n\n![A boat](boat.png)\n\n"
                                      "<!-- raw -->\n\nSome <b>bold</b> words.\n\n***\n");
    assert_string_equal(drop_reason(r, "int sea;"), "code sample");
    assert_string_equal(drop_reason(r, "A boat"), "image");
    assert_string_equal(drop_reason(r, "boat.png"), "image address");
    assert_string_equal(drop_reason(r, "<!-- raw -->"), "HTML");
    assert_string_equal(drop_reason(r, "<b>"), "HTML");
    assert_string_equal(drop_reason(r, "* * *"), "scene break");
    free_reading(r);
}

static void a_row_of_a_table_is_a_sentence(void **state)
{
    (void)state;
    Reading *r = read_markdown_string("| Name | Age |\n|---|---|\n| Ann | 3 |\n| Max | |\n");
    assert_block(r, 0, BLOCK_TABLE, "Name | Age");
    assert_block(r, 1, BLOCK_TABLE, "Ann | 3");
    assert_block(r, 2, BLOCK_TABLE, "Max |");
    free_reading(r);
}

static void notes_lose_their_marks_and_not_their_words(void **state)
{
    (void)state;
    Reading *r = read_markdown_string("It rose.[^1]\n\n[^1]: By a foot.\n[^b]: twice\n");
    assert_string_equal(drop_reason(r, "[^1]"), "note mark");
    assert_block(r, 1, BLOCK_NOTE, "[^1]: By a foot.");
    assert_block(r, 2, BLOCK_NOTE, "[^b]: twice");
    assert_string_equal(drop_reason(r, "[^b]:"), "note mark");
    free_reading(r);
}

static void front_matter_tells_of_the_article(void **state)
{
    (void)state;
    Reading *r = read_bytes("a.txt",
                            STR("---\ntitle: \"Sea: a rise\"\nauthor:\n  - Ann Cole\n  - Max Ito\n"
                                "date: 2026-11-23 10:00\nlang: en-GB\n---\n\nIt rose.\n"),
                            (ReadOptions){0});
    assert_true(r->ok);
    assert_string_equal(r->article.format, "markdown");
    assert_str(r->article.title, "Sea: a rise");
    assert_str(r->article.byline, "Ann Cole, Max Ito");
    assert_str(r->article.date, "2026-11-23");
    assert_str(r->article.language, "en-GB");
    assert_string_equal(r->article.drops.items[0].reason, "front matter");
    assert_covered(r);
    free_reading(r);
}

static void words_in_html_are_read_as_in_a_page(void **state)
{
    (void)state;
    Reading *r = read_markdown_string(
        "<details><summary>More</summary>\n\nIt *rose*.<br>Twice.\n\n</details>\n\n"
        "<figure><img src=\"b.png\" alt=\"A boat\"><figcaption>At noon.</figcaption></figure>\n\n"
        "<ul><li>Rope</li></ul>\n\nNo <del>more</del> 10<sup>3</sup> <q>words</q>.\n");
    assert_block(r, 0, BLOCK_PARAGRAPH, "More");
    assert_block(r, 1, BLOCK_PARAGRAPH, "It rose.\nTwice.");
    assert_block(r, 2, BLOCK_CAPTION, "A boat");
    assert_int_equal(r->article.blocks.items[2].role, ROLE_IMAGE);
    assert_block(r, 3, BLOCK_CAPTION, "At noon.");
    assert_block(r, 4, BLOCK_LIST_ITEM, "Rope");
    assert_block(r, 5, BLOCK_PARAGRAPH, "No more 10³ “words”.");
    assert_string_equal(drop_reason(r, "more"), "deleted text");
    assert_string_equal(drop_reason(r, "</details>"), "HTML");
    free_reading(r);
}

static void a_note_is_all_that_is_indented_below_its_mark(void **state)
{
    (void)state;
    Reading *r = read_markdown_string("It rose.[^a] And [^b] fell.\n\n[^a]: By a foot.\n\n"
                                      "    More of it.\n\n    - one\n[^b]: So.\n\nThe end.\n\n"
                                      "```\n[^c]: code\n```\n");
    assert_string_equal(drop_reason(r, "[^b]"), "note mark");
    assert_block(r, 1, BLOCK_NOTE, "[^a]: By a foot.");
    assert_block(r, 2, BLOCK_NOTE, "More of it.");
    assert_block(r, 3, BLOCK_NOTE, "one");
    assert_block(r, 4, BLOCK_NOTE, "[^b]: So.");
    assert_int_equal(r->article.blocks.items[4].role, ROLE_FOOTNOTE);
    assert_block(r, 5, BLOCK_PARAGRAPH, "The end.");
    assert_block(r, 6, BLOCK_CODE, "[^c]: code");
    free_reading(r);
}

static void formulas_are_left_out_and_prices_are_not(void **state)
{
    (void)state;
    Reading *r = read_markdown_string("Where $x=2$ and $a_1^2$, it costs $5 and $10.\n\n"
                                      "$$\n\\sum x_i\n$$\n\n```math\nb^2\n```\n");
    assert_block(r, 0, BLOCK_PARAGRAPH, "Where x = 2 and a_1^2, it costs $5 and $10.");
    assert_string_equal(drop_reason(r, "a_1^2"), "formula");
    assert_string_equal(drop_reason(r, "\\sum x_i"), "formula");
    assert_string_equal(drop_reason(r, "b^2"), "formula");
    assert_int_equal(r->article.notices.count, 3);
    assert_int_equal(r->article.notices.items[0].kind, NOTICE_FORMULA);
    free_reading(r);
}

static void labels_of_callouts_are_words(void **state)
{
    (void)state;
    Reading *r = read_markdown_string("> [!TIP]\n> Keep dry.\n\n!!! note \"The rope\"\n"
                                      "    Coil it.\n\n    Twice.\n\n- [x] Bread\n");
    assert_block(r, 0, BLOCK_QUOTE, "Tip: Keep dry.");
    assert_block(r, 1, BLOCK_PARAGRAPH, "Note: The rope\nCoil it.");
    assert_block(r, 2, BLOCK_PARAGRAPH, "Twice.");
    assert_block(r, 3, BLOCK_LIST_ITEM, "Bread");
    free_reading(r);
}

static void front_matter_may_fold_and_nest(void **state)
{
    (void)state;
    Reading *r = read_markdown_string("---\ntitle: >-\n  The sea\n  rises # not yet\nauthors:\n"
                                      "  - name: Ann Cole\n    email: ann@example.org\n"
                                      "  - \"Max \\\"Mo\\\" Ito\"\nseo:\n  title: No\n"
                                      "publisher: {url: x, name: 'Tide''s Press'}\n"
                                      "lang: en # English\n---\n\nIt rose.\n");
    assert_str(r->article.title, "The sea rises # not yet");
    assert_str(r->article.byline, "Ann Cole, Max \"Mo\" Ito");
    assert_str(r->article.publisher, "Tide's Press");
    assert_str(r->article.language, "en");
    free_reading(r);
}

static void content_tells_markdown_from_text(void **state)
{
    (void)state;
    Reading *r = read_string("# Sea\n\nIt **rose**, [they say](http://a.example).\n\n- twice\n");
    assert_string_equal(r->article.format, "markdown");
    free_reading(r);
    r = read_string("# 1 in the charts\n\n- he said - it rose.\n");
    assert_string_equal(r->article.format, "text");
    free_reading(r);
}

static void furniture_is_known_in_markdown_too(void **state)
{
    (void)state;
    Reading *r =
        read_markdown_string("# Sea rises\n\nBy Ann Cole\n\nNov. 23, 2026\n\nOSLO — It rose.\n\n"
                             "It fell.\n\nCopyright 2026 Tide Press\n");
    assert_str(r->article.byline, "Ann Cole");
    assert_str(r->article.date, "2026-11-23");
    assert_str(r->article.publisher, "Tide Press");
    assert_string_equal(drop_reason(r, "OSLO —"), "dateline");
    free_reading(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_go_and_words_stay),
        cmocka_unit_test(items_know_their_depth_and_number),
        cmocka_unit_test(code_images_and_html_are_dropped_with_a_reason),
        cmocka_unit_test(a_row_of_a_table_is_a_sentence),
        cmocka_unit_test(notes_lose_their_marks_and_not_their_words),
        cmocka_unit_test(front_matter_tells_of_the_article),
        cmocka_unit_test(words_in_html_are_read_as_in_a_page),
        cmocka_unit_test(a_note_is_all_that_is_indented_below_its_mark),
        cmocka_unit_test(formulas_are_left_out_and_prices_are_not),
        cmocka_unit_test(labels_of_callouts_are_words),
        cmocka_unit_test(front_matter_may_fold_and_nest),
        cmocka_unit_test(content_tells_markdown_from_text),
        cmocka_unit_test(furniture_is_known_in_markdown_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
