#include "reading.h"

#include "read/dates.h"

static Str parsed(const char *s, const char *language, Arena *arena)
{
    Str date = {0};
    bool found = parse_date_in(str_from(s), str_from(language), arena, &date);
    return found ? date : (Str){0};
}

typedef struct {
    const char *text, *date;
} Row;

static void assert_rows(const Row *rows, size_t count, const char *language)
{
    Arena fresh = new_arena(1 << 24), arena = fresh;
    for (size_t i = 0; i < count; i++) {
        Str got = parsed(rows[i].text, language, &arena);
        if (!str_equal(got, str_from(rows[i].date)))
            print_message("%s\n", rows[i].text);
        assert_str(got, rows[i].date);
    }
    free_arena(fresh);
}

#define ASSERT_ROWS(rows, language) assert_rows(rows, COUNT(rows), language)

static void test_forms_that_machines_write(void **state)
{
    (void)state;
    static const Row ROWS[] = {
        {"2026-11-23", "2026-11-23"},
        {"2026-11-23T10:02:33Z", "2026-11-23"},
        {"2026-11-23T23:59:59.123-08:00", "2026-11-23"},
        {"2026-11-23 10:02:33 +0100", "2026-11-23"},
        {"20261123", "2026-11-23"},
        {"20261123T100233Z", "2026-11-23"},
        {"Mon, 23 Nov 2026 10:02:33 +0100", "2026-11-23"},
        {"Mon, 23 Nov 2026 10:02:33 GMT", "2026-11-23"},
        {"Mon Nov 23 10:02:33 +0100 2026", "2026-11-23"},
        {"2026/11/23 10:02", "2026-11-23"},
    };
    ASSERT_ROWS(ROWS, "");
}

static void test_forms_that_people_write_in_English(void **state)
{
    (void)state;
    static const Row ROWS[] = {
        {"Nov. 23, 2026", "2026-11-23"},
        {"November 23rd, 2026", "2026-11-23"},
        {"23 November 2026", "2026-11-23"},
        {"5 Sept 2025 10:02 a.m. ET", "2025-09-05"},
        {"10:02 a.m. 5 Sept 2025", "2025-09-05"},
        {"10 a.m. on May 5, 2025", "2025-05-05"},
        {"the 3rd of May 2025", "2025-05-03"},
        {"Sat 7 Mar 2026", "2026-03-07"},
        {"11/23/2026", "2026-11-23"},
        {"3/11/2026", "2026-03-11"},
        {"23/11/2026", "2026-11-23"},
        {"11/23/26", "2026-11-23"},
        {"5 min read Nov 23, 2026", "2026-11-23"},
        {"Published Nov 23, 2026, updated Dec 1, 2026", "2026-11-23"},
        {"FEB. 29, 2024", "2024-02-29"},
    };
    ASSERT_ROWS(ROWS, "en-US");
}

static void test_months_of_other_languages(void **state)
{
    (void)state;
    static const Row ROWS[] = {
        {"Montag, 23. November 2026, 10.02 Uhr", "2026-11-23"},
        {"Stand: 5. März 2026", "2026-03-05"},
        {"23.11.2026", "2026-11-23"},
        {"23. 11. 2026", "2026-11-23"},
        {"23.11.26 | 10:02", "2026-11-23"},
        {"3/11/2026", "2026-11-03"},
        {"le 1er février 2026 à 10h02", "2026-02-01"},
        {"Publié le 12 août 2026", "2026-08-12"},
        {"5 de mayo de 2026", "2026-05-05"},
        {"5 set. 2026", "2026-09-05"},
        {"13 gennaio 2026 alle 10:22", "2026-01-13"},
        {"1º de março de 2026", "2026-03-01"},
        {"5 out 2026", "2026-10-05"},
        {"23 mrt 2026 om 10.02 uur", "2026-03-23"},
        {"den 3 maj 2026 kl. 10.02", "2026-05-03"},
        {"3. marts 2026", "2026-03-03"},
        {"24. desember 2026", "2026-12-24"},
        {"5. toukokuuta 2026 klo 10.02", "2026-05-05"},
        {"16 października 2026", "2026-10-16"},
        {"7. května 2026", "2026-05-07"},
        {"3 Temmuz 2026", "2026-07-03"},
        {"23 ноября 2026 г.", "2026-11-23"},
        {"23 листопада 2026", "2026-11-23"},
        {"Τρίτη 3 Μαρτίου 2026", "2026-03-03"},
        {"2026. november 23.", "2026-11-23"},
        {"23 noiembrie 2026", "2026-11-23"},
        {"23 de novembre de 2026", "2026-11-23"},
        {"2026 m. gegužės 5 d.", "2026-05-05"},
        {"ngày 23 tháng 11 năm 2026", "2026-11-23"},
        {"23 نوفمبر 2026", "2026-11-23"},
        {"٢٣ نوفمبر ٢٠٢٦", "2026-11-23"},
        {"२३ नवंबर २०२६", "2026-11-23"},
        {"23 בנובמבר 2026", "2026-11-23"},
    };
    ASSERT_ROWS(ROWS, "de");
}

static void test_years_months_and_days_of_East_Asia(void **state)
{
    (void)state;
    static const Row ROWS[] = {
        {"2026年11月23日", "2026-11-23"},         {"2026年1月3日 10:02", "2026-01-03"},
        {"2026 年 11 月 23 日", "2026-11-23"},    {"2026년 11월 23일", "2026-11-23"},
        {"２０２６年１１月２３日", "2026-11-23"},
    };
    ASSERT_ROWS(ROWS, "ja");
}

static void test_what_names_no_day(void **state)
{
    (void)state;
    static const Row ROWS[] = {
        {"", ""},           {"November 2026", ""},         {"Nov. 23", ""},
        {"2026-13-45", ""}, {"Feb. 30, 2026", ""},         {"29 February 2026", ""},
        {"0000-00-00", ""}, {"5 out of 2026 runners", ""}, {"10:02", ""},
        {"1.2.3", ""},      {"call 555-12-2026", ""},      {"99999999999999", ""},
    };
    ASSERT_ROWS(ROWS, "");
}

static bool is_only_a_date(const char *s)
{
    Arena fresh = new_arena(1 << 24), arena = fresh;
    Str date;
    bool only = parse_date_only(str_from(s), &arena, &date);
    free_arena(fresh);
    return only;
}

static void test_a_line_of_a_date_holds_nothing_else(void **state)
{
    (void)state;
    assert_true(is_only_a_date("Published 10:02 a.m. ET, Nov. 23, 2026"));
    assert_true(is_only_a_date("Veröffentlicht am 23. November 2026 um 10:02 Uhr"));
    assert_true(is_only_a_date("2026年11月23日 10:02"));
    assert_true(is_only_a_date("Monday 23 November 2026"));
    assert_false(is_only_a_date("The war ended on 23 November 2026."));
    assert_false(is_only_a_date("5 out of 2026"));
    assert_false(is_only_a_date("\"23 November 2026\""));
    assert_false(is_only_a_date("23 November 2026?"));
    assert_false(is_only_a_date("November"));
    assert_false(is_only_a_date("Er starb am 23. November 2026 in Wien"));
}

static Str address_date(const char *address, Arena *arena)
{
    Str date;
    return parse_address_date(str_from(address), arena, &date) ? date : (Str){0};
}

static void test_addresses_hold_days(void **state)
{
    (void)state;
    static const Row ROWS[] = {
        {"https://a.example/2026/11/23/river/", "2026-11-23"},
        {"https://a.example/world/2026/nov/23/river", "2026-11-23"},
        {"https://a.example/politica/20261123/1027/river.html", "2026-11-23"},
        {"https://a.example/story/2026-11-23/river", "2026-11-23"},
        {"https://a.example/2026/11/river", ""},
        {"https://a.example/river-202611234", ""},
        {"https://a.example/12345678/", ""},
        {"https://20261123.example/", ""},
        {"https://a.example/river?day=2026-11-23", ""},
        {"", ""},
    };
    Arena fresh = new_arena(1 << 24), arena = fresh;
    for (size_t i = 0; i < COUNT(ROWS); i++)
        assert_str(address_date(ROWS[i].text, &arena), ROWS[i].date);
    free_arena(fresh);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms_that_machines_write),
        cmocka_unit_test(test_forms_that_people_write_in_English),
        cmocka_unit_test(test_months_of_other_languages),
        cmocka_unit_test(test_years_months_and_days_of_East_Asia),
        cmocka_unit_test(test_what_names_no_day),
        cmocka_unit_test(test_a_line_of_a_date_holds_nothing_else),
        cmocka_unit_test(test_addresses_hold_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
