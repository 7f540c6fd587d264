// What the elements of a page become: blocks with their roles, and what is dropped.
#include "reading.h"

#include "read/html/blocks.h"
#include "read/html/parse.h"

// The blocks of a page, all of it: nothing is left out that the elements do not say.
static Reading *read_page(const char *html)
{
    Reading *r = calloc(1, sizeof *r);
    assert_non_null(r);
    r->fresh = r->arena = new_arena((size_t)1 << 30);
    Node *page;
    r->article = (Article){.source = &r->source, .format = "html"};
    assert_true(parse_html(str_from(html), &r->arena, &page, &r->err));
    Draft draft = new_draft(&r->article, &r->arena, strlen(html));
    add_html_blocks(&draft, page);
    end_draft(&draft);
    assert_covered(r);
    return r;
}

static const Block *block_of(const Reading *r, uint32_t i)
{
    assert_true(i < r->article.blocks.count);
    return &r->article.blocks.items[i];
}

static void assert_item(const Reading *r, uint32_t i, const char *text, int level, int number)
{
    assert_block(r, i, BLOCK_LIST_ITEM, text);
    assert_int_equal(block_of(r, i)->level, level);
    assert_int_equal(block_of(r, i)->number, number);
}

static void lists_nest_and_count(void **state)
{
    (void)state;
    Reading *r = read_page("<ol start=3><li>Rest<ul><li>more</ul><li><p>Ice<p>and rest<li value=9>x"
                           "<li>y</ol><ol reversed><li>b<li>a</ol>");
    assert_item(r, 0, "Rest", 1, 3);
    assert_item(r, 1, "more", 2, 0);
    assert_item(r, 2, "Ice", 1, 4);
    assert_item(r, 3, "and rest", 1, 0);
    assert_true(block_of(r, 3)->goes_on);
    assert_item(r, 4, "x", 1, 9);
    assert_item(r, 5, "y", 1, 10);
    assert_item(r, 6, "b", 1, 2);
    assert_item(r, 7, "a", 1, 1);
    assert_int_equal(block_of(r, 0)->group, block_of(r, 5)->group);
    assert_int_not_equal(block_of(r, 5)->group, block_of(r, 6)->group);
    free_reading(r);
}

static void terms_are_items_and_what_they_mean_goes_on(void **state)
{
    (void)state;
    Reading *r = read_page("<dl><div><dt>Tide</dt><dd>Water.</dd></div><dt>Ebb<dd>Less.</dl>");
    assert_item(r, 0, "Tide", 1, 0);
    assert_item(r, 1, "Water.", 1, 0);
    assert_true(block_of(r, 1)->goes_on);
    assert_false(block_of(r, 2)->goes_on);
    free_reading(r);
}

static void cells_stand_below_their_headers(void **state)
{
    (void)state;
    Reading *r = read_page("<table><caption>Benches</caption><tr><th>Street<th>Oak<th>Ash<tr>"
                           "<td rowspan=2>Quay<td><p>1</p><img alt='a bench'><td>2<tr>"
                           "<td>3<td>4<tr><td colspan=2>Hill<td>5</table>");
    assert_block(r, 0, BLOCK_PARAGRAPH, "Benches");
    assert_int_equal(block_of(r, 0)->role, ROLE_TABLE_CAPTION);
    assert_block(r, 1, BLOCK_TABLE, "Street | Oak | Ash");
    assert_int_equal(block_of(r, 1)->role, ROLE_TABLE_HEADER);
    assert_block(r, 2, BLOCK_TABLE, "Quay | 1 | 2");
    assert_block(r, 3, BLOCK_TABLE, "| 3 | 4");
    assert_block(r, 4, BLOCK_TABLE, "Hill |  | 5");
    assert_int_equal(block_of(r, 1)->group, block_of(r, 4)->group);
    assert_block(r, 5, BLOCK_CAPTION, "a bench");
    free_reading(r);
}

static void layout_tables_are_no_tables(void **state)
{
    (void)state;
    Reading *r = read_page("<table><tr><td><h2>Sea</h2><p>It rose.<p>It fell.<td>Beside.</table>"
                           "<table><tr><td><table><tr><th>A<th>B<tr><td>1<td>2</table></table>"
                           "<table role=presentation><tr><th>x<tr><td>y</table>");
    assert_block(r, 0, BLOCK_HEADING, "Sea");
    assert_block(r, 1, BLOCK_PARAGRAPH, "It rose.");
    assert_block(r, 3, BLOCK_PARAGRAPH, "Beside.");
    assert_block(r, 4, BLOCK_TABLE, "A | B");
    assert_block(r, 6, BLOCK_PARAGRAPH, "x");
    free_reading(r);
}

static void notes_lose_marks_labels_and_ways_back(void **state)
{
    (void)state;
    Reading *r = read_page(
        "<p>It rose<sup id=r1><a href='#n1'>1</a></sup> and<a role=doc-noteref href='#n2'>*</a> "
        "fell.<a href='#n3'>[3]</a> See <a href='#part2'>part 2</a>.<section><h2>Notes</h2>"
        "<ol><li id=n1><p>By a foot. <a href='#r1'>↩</a></p></li></ol>"
        "<p id=n2><sup><a href='#r2'>*</a></sup> Twice.</p><p><a id=n3 href='#r3'>3</a>. So.</p>"
        "<p>Not a note.</p></section>");
    assert_block(r, 0, BLOCK_PARAGRAPH, "It rose[1] and[*] fell.[3] See part 2.");
    assert_string_equal(drop_reason(r, "[*]"), "note mark");
    assert_block(r, 1, BLOCK_HEADING, "Notes");
    assert_block(r, 2, BLOCK_NOTE, "By a foot. ↩");
    assert_string_equal(drop_reason(r, "↩"), "link back from a note");
    assert_block(r, 3, BLOCK_NOTE, "[*] Twice.");
    assert_block(r, 4, BLOCK_NOTE, "[3] So.");
    assert_int_equal(block_of(r, 4)->role, ROLE_FOOTNOTE);
    assert_block(r, 5, BLOCK_PARAGRAPH, "Not a note.");
    free_reading(r);
}

static void what_is_raised_is_no_note_by_its_tag(void **state)
{
    (void)state;
    Reading *r = read_page("<p>The 19<sup>th</sup> plot of 10<sup>3</sup> m<sup>2</sup> of "
                           "H<sub>2</sub>O is Tide<sup>™</sup>.");
    assert_block(r, 0, BLOCK_PARAGRAPH, "The 19th plot of 10³ m² of H2O is Tide™.");
    free_reading(r);
}

static void pictures_have_words_captions_and_credits(void **state)
{
    (void)state;
    Reading *r =
        read_page("<figure><img alt='A boat'><img alt=''><img alt=x role=none><figcaption>"
                  "At noon. <span class='photo-credit'>Ann Cole</span></figcaption></figure>"
                  "<figure><blockquote>We sail.</blockquote><figcaption>Max Ito"
                  "</figcaption></figure><p>So <img class=emoji alt='☺'> it was.");
    assert_block(r, 0, BLOCK_CAPTION, "A boat");
    assert_int_equal(block_of(r, 0)->role, ROLE_IMAGE);
    assert_block(r, 1, BLOCK_CAPTION, "At noon.");
    assert_block(r, 2, BLOCK_CAPTION, "Ann Cole");
    assert_int_equal(block_of(r, 2)->role, ROLE_PHOTO_CREDIT);
    assert_block(r, 3, BLOCK_QUOTE, "We sail.");
    assert_block(r, 4, BLOCK_PARAGRAPH, "Max Ito");
    assert_block(r, 5, BLOCK_PARAGRAPH, "So ☺ it was.");
    free_reading(r);
}

static void quotations_get_the_marks_of_their_language(void **state)
{
    (void)state;
    Reading *r = read_page("<p>So <q>we <q>sail</q> </q> now.<p lang=de>Ja, <q>wir</q>."
                           "<p lang=fr-CA><q>Oui</q>");
    assert_block(r, 0, BLOCK_PARAGRAPH, "So “we ‘sail’” now.");
    assert_block(r, 1, BLOCK_PARAGRAPH, "Ja, „wir“.");
    assert_block(r, 2, BLOCK_PARAGRAPH, "« Oui »");
    free_reading(r);
}

static void two_breaks_part_paragraphs_and_one_a_line(void **state)
{
    (void)state;
    Reading *r =
        read_page("<p>One<br>two<br> <br>three<br></p><ul><li>a<br><br>b</ul><p>* * *</p>");
    assert_block(r, 0, BLOCK_PARAGRAPH, "One\ntwo");
    assert_block(r, 1, BLOCK_PARAGRAPH, "three");
    assert_item(r, 2, "a", 1, 0);
    assert_true(block_of(r, 3)->goes_on);
    assert_string_equal(drop_reason(r, "* * *"), "scene break");
    free_reading(r);
}

static void what_is_not_for_the_ear_is_dropped_in_its_place(void **state)
{
    (void)state;
    Reading *r = read_page(
        "<p>It <del>never</del> rose <span hidden>not</span> so<span role=doc-pagebreak>12</span> "
        "far.<p><ruby>漢<rt>kan</rt></ruby> soft&shy;ly<aside class=pullquote>It rose.</aside>"
        "<button>Share</button><p aria-hidden=true>x</p><div aria-hidden=true><p>y</p></div>");
    assert_block(r, 0, BLOCK_PARAGRAPH, "It never rose not so12 far.");
    assert_string_equal(drop_reason(r, "never"), "deleted text");
    assert_string_equal(drop_reason(r, "not"), "hidden");
    assert_string_equal(drop_reason(r, "12"), "page number");
    assert_block(r, 1, BLOCK_PARAGRAPH, "漢kan softly");
    assert_string_equal(drop_reason(r, "It rose."), "pull quote");
    assert_string_equal(drop_reason(r, "Share"), "control of a form");
    assert_string_equal(drop_reason(r, "x"), "hidden");
    assert_block(r, 2, BLOCK_PARAGRAPH, "y");
    free_reading(r);
}

static void formulas_are_said_where_they_have_words(void **state)
{
    (void)state;
    Reading *r =
        read_page("<p>Let <math><mi>x</mi><mo>=</mo><mn>2</mn></math>, <math alttext='half of"
                  " a'><mfrac><mi>a</mi><mn>2</mn></mfrac></math> or <math alttext='\\frac ab'>"
                  "<mfrac><mi>a</mi><mi>b</mi></mfrac></math>.");
    assert_block(r, 0, BLOCK_PARAGRAPH, "Let x = 2, half of a or \\frac ab.");
    assert_string_equal(drop_reason(r, "\\frac ab"), "formula");
    free_reading(r);
}

static void a_post_is_its_words_and_who_wrote_it(void **state)
{
    (void)state;
    Reading *r =
        read_page("<p>See.<blockquote class='twitter-tweet'><p>It is up. <a href='https://t.co/a'>"
                  "pic.twitter.com/a</a></p>&mdash; Ann Cole (@anncole) <a href='x'>March "
                  "3</a></blockquote>");
    assert_string_equal(drop_reason(r, "pic.twitter.com/a"), "link of a post");
    assert_string_equal(drop_reason(r, "— Ann Cole (@anncole)"), "about a post");
    assert_string_equal(drop_reason(r, "March 3"), "about a post");
    assert_int_equal(r->article.notices.count, 1);
    const Notice *notice = r->article.notices.items;
    assert_int_equal(notice->kind, NOTICE_POST);
    assert_int_equal(notice->at, block_of(r, 1)->span.beg);
    assert_str(notice->text, "Ann Cole");
    assert_str(notice->where, "X");
    free_reading(r);
}

static void code_keeps_its_lines(void **state)
{
    (void)state;
    Reading *r = read_page("<pre>a {\n  b<div>c</div>}</pre><h2><div>A</div> <div>head</div></h2>"
                           "<div role=heading aria-level=3>Third</div>");
    assert_block(r, 0, BLOCK_CODE, "a {\n  b\nc\n}");
    assert_block(r, 1, BLOCK_HEADING, "A head");
    assert_block(r, 2, BLOCK_HEADING, "Third");
    assert_int_equal(block_of(r, 2)->level, 3);
    free_reading(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_nest_and_count),
        cmocka_unit_test(terms_are_items_and_what_they_mean_goes_on),
        cmocka_unit_test(cells_stand_below_their_headers),
        cmocka_unit_test(layout_tables_are_no_tables),
        cmocka_unit_test(notes_lose_marks_labels_and_ways_back),
        cmocka_unit_test(what_is_raised_is_no_note_by_its_tag),
        cmocka_unit_test(pictures_have_words_captions_and_credits),
        cmocka_unit_test(quotations_get_the_marks_of_their_language),
        cmocka_unit_test(two_breaks_part_paragraphs_and_one_a_line),
        cmocka_unit_test(what_is_not_for_the_ear_is_dropped_in_its_place),
        cmocka_unit_test(formulas_are_said_where_they_have_words),
        cmocka_unit_test(a_post_is_its_words_and_who_wrote_it),
        cmocka_unit_test(code_keeps_its_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
