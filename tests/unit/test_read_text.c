// Plain text: every usual layout, head and foot.
#include "reading.h"

static void assert_kinds(const char *text, const char *kinds)
{
    Reading *r = read_string(text);
    Buf b = new_buf(&r->arena);
    for (uint32_t i = 0; i < r->article.blocks.count; i++)
        buf_format(&b, "%s%s", i ? " " : "", BLOCK_NAMES[r->article.blocks.items[i].kind]);
    assert_str(buf_str(&b), kinds);
    assert_covered(r);
    free_reading(r);
}

static void a_line_is_a_paragraph_where_lines_end_sentences(void **state)
{
    (void)state;
    Reading *r =
        read_string("By Ann Cole\nCopyright 2026 Tide Press\nThe sea rose.\nIt fell again.\n");
    assert_block(r, 0, BLOCK_BYLINE, "By Ann Cole");
    assert_block(r, 1, BLOCK_CREDIT, "Copyright 2026 Tide Press");
    assert_block(r, 2, BLOCK_PARAGRAPH, "The sea rose.");
    assert_block(r, 3, BLOCK_PARAGRAPH, "It fell again.");
    assert_str(r->article.byline, "Ann Cole");
    assert_str(r->article.publisher, "Tide Press");
    assert_str(r->article.title, "");
    assert_string_equal(drop_reason(r, "Copyright 2026 Tide Press"), "copyright line");
    assert_covered(r);
    free_reading(r);
}

static const char WRAPPED[] = "The sea rose on the first day of the long month and nobody had\n"
                              "thought that it would go on rising until the pier was gone from\n"
                              "sight.\n"
                              "%s"
                              "On the second day it fell, and those who had carried their boats\n"
                              "up the hill carried them down again.\n";

static void assert_wrapped(const char *between, const char *second)
{
    char text[1000];
    snprintf(text, sizeof text, WRAPPED, between);
    Reading *r = read_string(text);
    assert_int_equal(r->article.blocks.count, 2);
    assert_true(str_ends(text_of_block(r, 0), STR("from\nsight.")));
    assert_true(str_starts(text_of_block(r, 1), str_from(second)));
    assert_covered(r);
    free_reading(r);
}

static void wrapped_lines_are_joined_between_blank_lines(void **state)
{
    (void)state;
    assert_wrapped("\n", "On the second");
}

static void wrapped_lines_are_joined_between_indents(void **state)
{
    (void)state;
    assert_wrapped("    ", "On the second");
}

static void wrapped_lines_without_blanks_part_where_a_line_ends_early(void **state)
{
    (void)state;
    assert_wrapped("", "On the second");
}

static void verse_keeps_its_lines(void **state)
{
    (void)state;
    assert_kinds("Now the sea is\nhigher than\nany man has\nseen it be\n",
                 "paragraph paragraph paragraph paragraph");
}

static void a_title_stands_before_the_byline_or_alone(void **state)
{
    (void)state;
    assert_kinds("Sea rises\nBy Ann Cole\nThe sea rose.\nIt fell.\n",
                 "title byline paragraph paragraph");
    assert_kinds("Sea rises\n\nThe sea rose on Monday.\n\nIt fell.\n", "title paragraph paragraph");
    assert_kinds("The sea rose.\n\nIt fell on Monday.\n", "paragraph paragraph");
    assert_kinds("Sea rises\nThe pier is gone\n\nBy ANN COLE\nNov. 23, 2026\n\nIt rose.\n",
                 "title paragraph byline credit paragraph");
}

static void only_names_make_a_byline(void **state)
{
    (void)state;
    assert_kinds("By Monday the sea had risen\nto the pier.\n", "paragraph paragraph");
    assert_kinds("By the numbers\n\nThe sea rose by 3 feet.\n", "title paragraph");
    assert_kinds("By Ann van der Berg and J. P. O’Hara\nIt rose.\n", "byline paragraph");
    assert_kinds("By dawn it fell.\nIt rose.\n", "paragraph paragraph");
}

static void assert_byline(const char *line, const char *names)
{
    char text[400];
    snprintf(text, sizeof text, "The sea rises\n\n%s\n\nThe sea rose on Monday.\n", line);
    Reading *r = read_string(text);
    assert_str(r->article.byline, names);
    free_reading(r);
}

static void words_of_other_languages_make_a_byline(void **state)
{
    (void)state;
    static const struct {
        const char *line, *names;
    } LINES[] = {
        {"بقلم ليلى حداد", "ليلى حداد"},
        {"كتبت: ليلى حداد", "ليلى حداد"},
        {"نوشتهٔ آنا رستمی", "آنا رستمی"},
        {"نویسنده: آنا رستمی", "آنا رستمی"},
        {"מאת נועה לוי", "נועה לוי"},
        {"Автор: Анна Петрова", "Анна Петрова"},
        {"Текст: Анна Петрова", "Анна Петрова"},
        {"Автори: Ганна Петренко", "Ганна Петренко"},
        {"Της Άννας Νικολάου", "Άννας Νικολάου"},
        {"Yazan: Ayşe Demir", "Ayşe Demir"},
        {"Írta: Nagy Anna", "Nagy Anna"},
        {"Autor: Anna Nowak", "Anna Nowak"},
        {"Av Anna Lindgren", "Anna Lindgren"},
        {"Oleh: Ani Wijaya", "Ani Wijaya"},
        {"लेखक अनीता शर्मा", "अनीता शर्मा"},
        {"作者：王安娜", "王安娜"},
        {"文／王安娜", "王安娜"},
        {"记者 王安娜", "王安娜"},
        {"文＝田中あんな", "田中あんな"},
        {"文　田中あんな", "田中あんな"},
        {"글 김안나", "김안나"},
        {"김안나 기자", "김안나"},
    };
    for (size_t i = 0; i < COUNT(LINES); i++)
        assert_byline(LINES[i].line, LINES[i].names);
}

static void sentences_and_names_of_other_languages_make_none(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "بقلم رصاص قديم كتب الصبي رسالته الأولى إلى أبيه", // with an old pencil the boy wrote
        "Автор рассказал о книге",                         // the author told of the book
        "Της Κυριακής",                                    // Sunday's
        "Oleh Kovalenko",                                  // a Ukrainian's name
        "Yazan Haddad",                                    // an Arab's
        "文化",                                            // culture
        "记者了解到，灯塔将继续点亮。",                    // reporters have learned
        "문화부 기자 회견",                                // a press conference
        "그 사람은 어제 만난 기자",                        // the reporter met yesterday
    };
    for (size_t i = 0; i < COUNT(LINES); i++)
        assert_byline(LINES[i], "");
}

static void archive_heads_give_their_values(void **state)
{
    (void)state;
    Reading *r = read_string("HEADLINE: Sea rises\nBYLINE: By Ann Cole\nSECTION: Local; Pg. 4\n"
                             "DATE: 23 November 2026\nBODY: The sea rose.\nIt fell.\n");
    assert_str(r->article.title, "Sea rises");
    assert_str(r->article.byline, "Ann Cole");
    assert_str(r->article.date, "2026-11-23");
    assert_block(r, 0, BLOCK_TITLE, "Sea rises");
    assert_block(r, 1, BLOCK_BYLINE, "By Ann Cole");
    assert_string_equal(drop_reason(r, "SECTION: Local; Pg. 4"), "archive header");
    assert_block(r, 4, BLOCK_PARAGRAPH, "The sea rose.");
    assert_covered(r);
    free_reading(r);
}

static void dates_are_read_in_their_usual_forms(void **state)
{
    (void)state;
    static const char *const FORMS[] = {"Nov. 23, 2026",
                                        "Monday, November 23, 2026",
                                        "23 November 2026",
                                        "2026-11-23",
                                        "11/23/2026",
                                        "23.11.2026",
                                        "Updated Nov 23, 2026 at 10:02 a.m. ET",
                                        "Published: 2026-11-23T10:02:33Z"};
    for (size_t i = 0; i < COUNT(FORMS); i++) {
        char text[200];
        snprintf(text, sizeof text, "Sea rises\n%s\nThe sea rose. It fell.\n", FORMS[i]);
        Reading *r = read_string(text);
        assert_str(r->article.date, "2026-11-23");
        assert_string_equal(drop_reason(r, FORMS[i]), "date line");
        free_reading(r);
    }
}

static void the_foot_is_dropped_and_corrections_stay(void **state)
{
    (void)state;
    Reading *r =
        read_string("The sea rose.\n\nIt fell.\n\nCorrection: It fell on Sunday.\n\n___\n\n"
                    "Max Ito contributed to this report.\n\n"
                    "© 2026 Tide Press. All rights reserved.\n");
    assert_block(r, 2, BLOCK_NOTE, "Correction: It fell on Sunday.");
    assert_string_equal(drop_reason(r, "Correction: It fell on Sunday."), "");
    assert_string_equal(drop_reason(r, "___"), "end mark");
    assert_string_equal(drop_reason(r, "Max Ito contributed to this report."), "credit line");
    assert_str(r->article.publisher, "Tide Press");
    assert_covered(r);
    free_reading(r);
}

static void what_a_company_says_of_itself_ends_a_release(void **state)
{
    (void)state;
    Reading *r =
        read_string("FOR IMMEDIATE RELEASE\n\nTide Foods buys a pier\n\n"
                    "ELKO, Nev., Nov. 23, 2026 -- Tide Foods has bought a pier.\n\n"
                    "It paid cash.\n\nAbout Tide Foods\n\nTide Foods makes foods.\n\n###\n");
    assert_string_equal(drop_reason(r, "About Tide Foods"), "about the organisation");
    assert_string_equal(drop_reason(r, "Tide Foods makes foods."), "about the organisation");
    assert_string_equal(drop_reason(r, "It paid cash."), "");
    assert_covered(r);
    free_reading(r);
}

static void a_dateline_is_dropped_inside_its_paragraph(void **state)
{
    (void)state;
    static const char *const LINES[] = {"OSLO (AP) —", "SAN JOSE, Calif. --",
                                        "LIMA, Nov 5 (Reuters) -", "Oslo (Reuters) –", "OSLO —"};
    for (size_t i = 0; i < COUNT(LINES); i++) {
        char text[200];
        snprintf(text, sizeof text, "%s The sea rose.\nIt fell.\n", LINES[i]);
        Reading *r = read_string(text);
        assert_string_equal(drop_reason(r, LINES[i]), "dateline");
        assert_covered(r);
        free_reading(r);
    }
}

static void a_dash_in_a_sentence_is_no_dateline(void **state)
{
    (void)state;
    Reading *r = read_string("Peter Lowe — a sailor — saw it.\nIt fell.\n");
    assert_int_equal(r->article.drops.count, 0);
    free_reading(r);
}

static void scene_breaks_and_page_lines_are_dropped(void **state)
{
    (void)state;
    Reading *r = read_string("The sea rose.\n\n* * *\n\nIt fell.\n\nADVERTISEMENT\n\n"
                             "Read more: How to swim\n\nIt rose again.\n");
    assert_string_equal(drop_reason(r, "* * *"), "scene break");
    assert_string_equal(drop_reason(r, "ADVERTISEMENT"), "advertisement");
    assert_string_equal(drop_reason(r, "Read more: How to swim"), "related link");
    assert_covered(r);
    free_reading(r);
}

static void headings_and_items_are_told_from_paragraphs(void **state)
{
    (void)state;
    assert_kinds(
        "The sea rose.\n\nA long night\n\nNobody slept before the morning came at last.\n\n"
        "We took:\n\n• boats\n• ropes\n\nIt fell.\n",
        "paragraph heading paragraph paragraph list_item list_item paragraph");
}

static void marks_for_the_eye_are_dropped(void **state)
{
    (void)state;
    Reading *r = read_string(
        "It rose.[12] It fell\xE2\x80\x8B far 🌊🏽. A plot of 30 m² sank, he wrote.²\n"
        "He [1] saw it.\n");
    assert_string_equal(drop_reason(r, "[12]"), "note mark");
    assert_string_equal(drop_reason(r, "\xE2\x80\x8B"), "invisible character");
    assert_string_equal(drop_reason(r, "🌊🏽"), "pictograph");
    assert_string_equal(drop_reason(r, "²"), "note mark");
    assert_int_equal(r->article.drops.count, 4);
    assert_covered(r);
    free_reading(r);
}

static void running_text_has_no_furniture(void **state)
{
    (void)state;
    Reading *r = read_bytes("a.txt", STR("By Ann Cole\n\nCopyright Tide Press\n\n* * *\n"),
                            (ReadOptions){.paragraph = true});
    assert_true(r->ok);
    assert_int_equal(r->article.blocks.count, 3);
    assert_int_equal(r->article.drops.count, 0);
    assert_str(r->article.byline, "");
    assert_covered(r);
    free_reading(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_is_a_paragraph_where_lines_end_sentences),
        cmocka_unit_test(wrapped_lines_are_joined_between_blank_lines),
        cmocka_unit_test(wrapped_lines_are_joined_between_indents),
        cmocka_unit_test(wrapped_lines_without_blanks_part_where_a_line_ends_early),
        cmocka_unit_test(verse_keeps_its_lines),
        cmocka_unit_test(a_title_stands_before_the_byline_or_alone),
        cmocka_unit_test(only_names_make_a_byline),
        cmocka_unit_test(words_of_other_languages_make_a_byline),
        cmocka_unit_test(sentences_and_names_of_other_languages_make_none),
        cmocka_unit_test(archive_heads_give_their_values),
        cmocka_unit_test(dates_are_read_in_their_usual_forms),
        cmocka_unit_test(the_foot_is_dropped_and_corrections_stay),
        cmocka_unit_test(what_a_company_says_of_itself_ends_a_release),
        cmocka_unit_test(a_dateline_is_dropped_inside_its_paragraph),
        cmocka_unit_test(a_dash_in_a_sentence_is_no_dateline),
        cmocka_unit_test(scene_breaks_and_page_lines_are_dropped),
        cmocka_unit_test(headings_and_items_are_told_from_paragraphs),
        cmocka_unit_test(marks_for_the_eye_are_dropped),
        cmocka_unit_test(running_text_has_no_furniture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
