// UTF-8: RFC 3629 to the letter, and the classes of characters.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#undef fail // ours is in base/error.h

#include "base/utf8.h"

static int set_up(void **state)
{
    static Arena fresh;
    fresh = new_arena((size_t)1 << 26);
    *state = &fresh;
    return 0;
}

static int tear_down(void **state)
{
    free_arena(*(Arena *)*state);
    return 0;
}

static void every_code_point_survives_the_round_trip(void **state)
{
    (void)state;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        if (c >= 0xD800 && c < 0xE000)
            continue;
        char bytes[4];
        size_t n = utf8_encode(c, bytes);
        Str s = {bytes, n};
        Char forth = utf8_at(s, 0), back = utf8_before(s, n);
        assert_true(forth.code == c && forth.len == n && back.code == c && back.len == n);
    }
}

static void every_two_bytes_are_judged_as_the_standard_says(void **state)
{
    (void)state;
    for (unsigned a = 0; a < 256; a++) {
        for (unsigned b = 0; b < 256; b++) {
            char bytes[2] = {(char)a, (char)b};
            Char c = utf8_at((Str){bytes, 2}, 0);
            bool two = a >= 0xC2 && a <= 0xDF && (b & 0xC0) == 0x80;
            assert_int_equal(c.len, two ? 2 : 1);
            assert_int_equal(c.code, two ? (a & 31) << 6 | (b & 63) : a < 0x80 ? a : REPLACEMENT);
        }
    }
}

static void what_is_not_utf8_counts_byte_for_byte(void **state)
{
    (void)state;
    static const char *const BAD[] = {
        "\x80",             // a lone continuation
        "\xC0\xAF",         // overlong slash
        "\xE0\x9F\xBF",     // overlong in three
        "\xF0\x8F\xBF\xBF", // overlong in four
        "\xED\xA0\x80",     // a surrogate
        "\xF4\x90\x80\x80", // above U+10FFFF
        "\xF8\x88\x80\x80\x80",
        "\xE2\x82", // cut short
        "\xF0\x9F\x98",
        "\xFF",
    };
    for (size_t i = 0; i < COUNT(BAD); i++) {
        Str s = str_from(BAD[i]);
        assert_int_equal(utf8_check(s), 0);
        for (size_t at = 0; at < s.len; at++) {
            assert_int_equal(utf8_at(s, at).len, 1);
            assert_int_equal(utf8_at(s, at).code, REPLACEMENT);
        }
        assert_int_equal(utf8_before(s, s.len).len, 1);
    }
}

static void the_ends_of_a_text_have_no_character(void **state)
{
    (void)state;
    assert_int_equal(utf8_at(STR("a"), 1).len, 0);
    assert_int_equal(utf8_at((Str){0}, 0).len, 0);
    assert_int_equal(utf8_before(STR("a"), 0).len, 0);
}

static void checking_names_the_first_bad_byte(void **state)
{
    (void)state;
    assert_int_equal(utf8_check(STR("caf\xC3\xA9")), 5);
    assert_int_equal(utf8_check(STR("caf\xC3\xA9\xFFx")), 5);
    assert_int_equal(utf8_check((Str){0}), 0);
}

static void classes_cover_more_than_ascii(void **state)
{
    (void)state;
    assert_true(code_is_letter(0xE9) && code_is_letter(0x4E2D) && !code_is_letter(0xD7));
    assert_true(code_is_upper(0xC9) && code_is_upper(0x1C5) && !code_is_upper(0xE9));
    assert_true(code_is_lower(0xE9) && !code_is_lower(0xC9));
    assert_true(code_is_digit(0x0667) && !code_is_digit(0xBD));
    assert_true(code_is_space(0xA0) && code_is_space(0x2028) && code_is_space(0x85) &&
                code_is_space('\n') && !code_is_space(0x200B));
    assert_true(code_is_mark(0x301) && !code_is_mark('a'));
    assert_true(code_is_symbol(0x20AC) && code_is_symbol(0x1F600) && code_is_symbol('+') &&
                !code_is_symbol('.'));
    assert_true(code_is_invisible(0x200B) && code_is_invisible(0x202E) && code_is_invisible(1) &&
                code_is_invisible(0xE000) && code_is_invisible(0xFFFE) && !code_is_invisible(' ') &&
                !code_is_invisible(0xE9));
}

static void ascii_and_unicode_agree_on_ascii(void **state)
{
    (void)state;
    for (uint32_t c = 0; c < 0x80; c++) {
        assert_int_equal(code_is_letter(c), is_alpha((int)c));
        assert_int_equal(code_is_digit(c), is_digit((int)c));
        assert_int_equal(code_lower(c), to_lower((int)c));
        assert_int_equal(code_upper(c), to_upper((int)c));
    }
}

static void case_is_changed_in_every_script(void **state)
{
    Arena arena = *(Arena *)*state;
    assert_int_equal(code_lower(0xC9), 0xE9);
    assert_int_equal(code_upper(0x444), 0x424);
    assert_true(str_equal(utf8_lower(STR("\xC3\x89mile ZOLA"), &arena), STR("\xC3\xA9mile zola")));
    assert_int_equal(utf8_lower((Str){0}, &arena).len, 0);
}

static void ascii_form_drops_marks(void **state)
{
    Arena arena = *(Arena *)*state;
    static const struct {
        const char *in, *out;
    } CASES[] = {
        {"Erdo\xC4\x9F"
         "an",
         "Erdogan"},
        {"e\xCC\x81t\xC3\xA9", "ete"},
        {"\xC5\x81ukasz stra\xC3\x9F"
         "e",
         "Lukasz strasse"},
        {"\xE2\x80\x9Cyes\xE2\x80\x9D", "\"yes\""},
        {"\xE4\xB8\xAD!", "!"},
        {"", ""},
    };
    for (size_t i = 0; i < COUNT(CASES); i++)
        assert_true(str_equal(utf8_ascii(str_from(CASES[i].in), &arena), str_from(CASES[i].out)));
}

static void composed_and_decomposed_are_one_in_nfc(void **state)
{
    Arena arena = *(Arena *)*state;
    assert_true(str_equal(utf8_nfc(STR("cafe\xCC\x81"), &arena), STR("caf\xC3\xA9")));
    assert_true(str_equal(utf8_nfc(STR("caf\xC3\xA9"), &arena), STR("caf\xC3\xA9")));
    assert_int_equal(utf8_nfc((Str){0}, &arena).len, 0);
}

static void quotation_marks_are_the_double_ones(void **state)
{
    (void)state;
    static const uint32_t MARKS[] = {'"', 0x201C, 0x201D, 0x201E, 0x201F, 0xAB, 0xBB, 0xFF02};
    for (size_t i = 0; i < COUNT(MARKS); i++)
        assert_true(code_is_quote_mark(MARKS[i]));
    assert_false(code_is_quote_mark('\''));
    assert_false(code_is_quote_mark(0x2019));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_point_survives_the_round_trip),
        cmocka_unit_test(every_two_bytes_are_judged_as_the_standard_says),
        cmocka_unit_test(what_is_not_utf8_counts_byte_for_byte),
        cmocka_unit_test(the_ends_of_a_text_have_no_character),
        cmocka_unit_test(checking_names_the_first_bad_byte),
        cmocka_unit_test(classes_cover_more_than_ascii),
        cmocka_unit_test(ascii_and_unicode_agree_on_ascii),
        cmocka_unit_test(case_is_changed_in_every_script),
        cmocka_unit_test(ascii_form_drops_marks),
        cmocka_unit_test(composed_and_decomposed_are_one_in_nfc),
        cmocka_unit_test(quotation_marks_are_the_double_ones),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
