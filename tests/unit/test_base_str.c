// Strings, spans, buffers, and the errors that carry them.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#undef fail // ours is in base/error.h

#include "base/error.h"
#include "base/utf8.h"

#define assert_str(got, want)                                                                      \
    do {                                                                                           \
        Str got_str = (got);                                                                       \
        assert_int_equal(got_str.len, strlen(want));                                               \
        if (got_str.len)                                                                           \
            assert_memory_equal(got_str.data, (want), strlen(want));                               \
    } while (0)

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

static void a_slice_is_clamped(void **state)
{
    (void)state;
    Str s = STR("harbour");
    assert_str(str_slice(s, 0, 3), "har");
    assert_str(str_slice(s, 3, 99), "bour");
    assert_str(str_slice(s, 9, 99), "");
    assert_str(str_slice(s, 5, 2), "");
    assert_str(str_slice((Str){0}, 0, 0), "");
    assert_str(str_span(s, (Span){1, 4}), "arb");
}

static void equality_looks_at_every_byte(void **state)
{
    (void)state;
    assert_true(str_equal(STR("a\0b"), STR("a\0b")));
    assert_false(str_equal(STR("a\0b"), STR("a\0c")));
    assert_false(str_equal(STR("ab"), STR("abc")));
    assert_true(str_equal((Str){0}, STR("")));
}

static void case_is_ignored_in_ascii_only(void **state)
{
    (void)state;
    assert_true(str_equal_nocase(STR("Mayor"), STR("mAYOR")));
    assert_false(str_equal_nocase(STR("\xC3\x89"), STR("\xC3\xA9")));
    assert_false(str_equal_nocase(STR("@"), STR("`")));
}

static void order_is_by_unsigned_bytes_then_length(void **state)
{
    (void)state;
    assert_true(str_compare(STR("a"), STR("b")) < 0);
    assert_true(str_compare(STR("a"), STR("ab")) < 0);
    assert_true(str_compare(STR("\xC3"), STR("z")) > 0);
    assert_int_equal(str_compare((Str){0}, STR("")), 0);
}

static void starts_and_ends(void **state)
{
    (void)state;
    assert_true(str_starts(STR("report"), STR("re")));
    assert_true(str_starts(STR("report"), STR("")));
    assert_false(str_starts(STR("re"), STR("report")));
    assert_true(str_ends(STR("report"), STR("port")));
    assert_true(str_ends((Str){0}, STR("")));
    assert_false(str_ends(STR("port"), STR("report")));
}

static void trimming_takes_ascii_white_space(void **state)
{
    (void)state;
    assert_str(str_trim(STR(" \t\r\n\v\fa b \n")), "a b");
    assert_str(str_trim(STR("   ")), "");
    assert_str(str_trim((Str){0}), "");
    assert_str(str_trim(STR("\xC2\xA0")), "\xC2\xA0");
}

static void finding_gives_the_first_place_or_the_length(void **state)
{
    (void)state;
    assert_int_equal(str_find(STR("one two two"), STR("two")), 4);
    assert_int_equal(str_find(STR("one"), STR("three")), 3);
    assert_int_equal(str_find(STR("one"), STR("")), 0);
    assert_int_equal(str_find((Str){0}, STR("x")), 0);
    assert_int_equal(str_find(STR("a\0b"), STR("\0b")), 1);
}

static void copies_are_apart_and_terminated(void **state)
{
    Arena arena = *(Arena *)*state;
    char word[] = "tide";
    Str copy = str_copy(str_from(word), &arena);
    char *c = str_c(str_from(word), &arena);
    word[0] = 'r';
    assert_str(copy, "tide");
    assert_string_equal(c, "tide");
    assert_string_equal(str_c((Str){0}, &arena), "");
    assert_str(str_from(NULL), "");
}

static void formatting_has_no_limit(void **state)
{
    Arena arena = *(Arena *)*state;
    assert_str(str_format(&arena, "%d %s", 7, "boats"), "7 boats");
    assert_int_equal(str_format(&arena, "%5000d", 1).len, 5000);
    assert_str(str_format(&arena, "%s", ""), "");
}

static void the_hash_is_fnv_1a(void **state)
{
    (void)state;
    // From the reference tables of the algorithm's authors.
    assert_true(str_hash((Str){0}) == 0xcbf29ce484222325u);
    assert_true(str_hash(STR("a")) == 0xaf63dc4c8601ec8cu);
    assert_true(str_hash(STR("foobar")) == 0x85944171f73967e8u);
}

// RFC 4648, 10.
static void base64_is_padded(void **state)
{
    Arena arena = *(Arena *)*state;
    Buf b = new_buf(&arena);
    buf_base64(&b, STR(""));
    buf_base64(&b, STR("f"));
    buf_base64(&b, STR("fo"));
    buf_base64(&b, STR("foobar"));
    assert_true(str_equal(buf_str(&b), STR("Zg==Zm8=Zm9vYmFy")));
}

static void a_buffer_keeps_its_bytes_when_something_lies_behind_it(void **state)
{
    Arena arena = *(Arena *)*state;
    Buf b = new_buf(&arena);
    for (int i = 0; i < 3000; i++) {
        buf_format(&b, "%d,", i % 10);
        if (i % 100 == 0)
            memset(ALLOC(&arena, char, 9), 'x', 9);
    }
    assert_int_equal(b.len, 6000);
    for (size_t i = 0; i < b.len; i += 2)
        assert_true(b.data[i] == '0' + (int)(i / 2 % 10) && b.data[i + 1] == ',');
}

static void two_buffers_do_not_mix(void **state)
{
    Arena arena = *(Arena *)*state;
    Buf a = new_buf(&arena), b = new_buf(&arena);
    for (int i = 0; i < 1000; i++) {
        buf_char(&a, 'a');
        buf_add(&b, STR("bb"));
    }
    for (size_t i = 0; i < 1000; i++)
        assert_true(a.data[i] == 'a' && b.data[i] == 'b' && b.data[1000 + i] == 'b');
    buf_add(&a, (Str){0});
    assert_int_equal(buf_str(&a).len, 1000);
}

static void classes_are_ascii_and_take_any_int(void **state)
{
    (void)state;
    for (int c = -1; c < 300; c++) {
        assert_int_equal(is_alpha(c), (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
        assert_int_equal(is_alnum(c), is_alpha(c) || (c >= '0' && c <= '9'));
        assert_int_equal(to_lower(c) != c, c >= 'A' && c <= 'Z');
        assert_int_equal(to_upper(c) != c, c >= 'a' && c <= 'z');
        assert_int_equal(is_space(c), c == ' ' || (c >= 9 && c <= 13));
    }
}

static void the_first_failure_wins(void **state)
{
    (void)state;
    Error err = {0};
    assert_false(fail(&err, ERR_ENGINE, (Span){3, 5}, "no voice %s", "fern"));
    assert_false(fail(&err, ERR_OUTPUT, (Span){0}, "later"));
    assert_int_equal(err.kind, ERR_ENGINE);
    assert_int_equal(err.at.beg, 3);
    assert_string_equal(err.message, "no voice fern");
}

static void a_long_message_is_cut_between_characters(void **state)
{
    Arena arena = *(Arena *)*state;
    Buf b = new_buf(&arena);
    for (int i = 0; i < 200; i++)
        buf_add(&b, STR("\xE2\x82\xAC"));
    for (int shift = 0; shift < 3; shift++) {
        Error err = {0};
        (void)fail(&err, ERR_ARTICLE, (Span){0}, "%.*s%.*s", shift, "abc", STR_ARG(buf_str(&b)));
        Str message = str_from(err.message);
        assert_true(message.len < sizeof err.message);
        assert_true(message.len > sizeof err.message - 5);
        assert_int_equal(utf8_check(message), message.len);
    }
}

static void notes_are_kept_in_order(void **state)
{
    Arena arena = *(Arena *)*state;
    Notes notes = {0};
    add_note(&notes, &arena, (Span){1, 2}, "no speaker for %d", 4);
    add_note(&notes, &arena, (Span){0}, "second");
    assert_int_equal(notes.count, 2);
    assert_str(notes.items[0].text, "no speaker for 4");
    assert_int_equal(notes.items[0].at.end, 2);
    assert_str(notes.items[1].text, "second");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_slice_is_clamped),
        cmocka_unit_test(equality_looks_at_every_byte),
        cmocka_unit_test(case_is_ignored_in_ascii_only),
        cmocka_unit_test(order_is_by_unsigned_bytes_then_length),
        cmocka_unit_test(starts_and_ends),
        cmocka_unit_test(trimming_takes_ascii_white_space),
        cmocka_unit_test(finding_gives_the_first_place_or_the_length),
        cmocka_unit_test(copies_are_apart_and_terminated),
        cmocka_unit_test(formatting_has_no_limit),
        cmocka_unit_test(the_hash_is_fnv_1a),
        cmocka_unit_test(base64_is_padded),
        cmocka_unit_test(a_buffer_keeps_its_bytes_when_something_lies_behind_it),
        cmocka_unit_test(two_buffers_do_not_mix),
        cmocka_unit_test(classes_are_ascii_and_take_any_int),
        cmocka_unit_test(the_first_failure_wins),
        cmocka_unit_test(a_long_message_is_cut_between_characters),
        cmocka_unit_test(notes_are_kept_in_order),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
