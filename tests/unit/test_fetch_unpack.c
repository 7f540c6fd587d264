// What was compressed by gzip, whole, cut and endless. The packets are Python's.
#include "fetch/unpack.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static const char PACKED[] = "\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\x03\x0B\xC9\x48\x55\x28\x4E\x4D"
                             "\x54\x28\xCA\x2F\x4E\xD5\x53\x00\x00\x7F\xA0\x80\x0F\x0E\x00\x00\x00";
static const char LONG_RUN[] =
    "\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\x03\xED\xC1\x31\x01\x00\x00\x00\xC2\xA0\xAC\xEB\x5F"
    "\xC2\x0C\xFE\x40\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
    "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
    "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
    "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
    "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
    "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
    "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
    "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
    "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
    "\xAF\x01\x9B\x53\x69\xE0\x40\x0D\x03\x00"; // 200,000 times "a"

enum { PACKED_LEN = sizeof PACKED - 1, LONG_LEN = sizeof LONG_RUN - 1, LONG_BYTES = 200000 };

static Unpacked unpack(const char *packed, size_t len, size_t max, Arena *arena, Str *out)
{
    return unpack_gzip((Str){packed, len}, max, arena, out);
}

static void what_is_whole_is_unpacked(void **state)
{
    Arena arena = *(Arena *)*state;
    Str text;
    assert_int_equal(unpack(PACKED, PACKED_LEN, 14, &arena, &text), UNPACKED_WHOLE);
    assert_true(str_equal(text, STR("The sea rose. ")));
    assert_int_equal(unpack(LONG_RUN, LONG_LEN, LONG_BYTES, &arena, &text), UNPACKED_WHOLE);
    assert_int_equal(text.len, LONG_BYTES);
}

static void packets_on_end_are_one_text(void **state)
{
    Arena arena = *(Arena *)*state;
    char twice[2 * PACKED_LEN + 1] = {0}; // and a byte behind, as some servers send
    memcpy(twice, PACKED, PACKED_LEN);
    memcpy(twice + PACKED_LEN, PACKED, PACKED_LEN);
    Str text;
    assert_int_equal(unpack(twice, sizeof twice, 100, &arena, &text), UNPACKED_WHOLE);
    assert_true(str_equal(text, STR("The sea rose. The sea rose. ")));
}

static void what_is_cut_anywhere_is_damaged(void **state)
{
    for (size_t len = 0; len < PACKED_LEN; len++) {
        Arena arena = *(Arena *)*state;
        Str text;
        assert_int_equal(unpack(PACKED, len, 100, &arena, &text), UNPACKED_DAMAGED);
    }
}

static void a_changed_bit_of_the_words_is_damage(void **state)
{
    Arena arena = *(Arena *)*state;
    char changed[PACKED_LEN];
    memcpy(changed, PACKED, PACKED_LEN);
    changed[PACKED_LEN - 6] ^= 1; // of the checksum
    Str text;
    assert_int_equal(unpack(changed, PACKED_LEN, 100, &arena, &text), UNPACKED_DAMAGED);
    assert_int_equal(unpack("The sea rose.", 13, 100, &arena, &text), UNPACKED_DAMAGED);
}

static void no_more_is_unpacked_than_is_wanted(void **state)
{
    Arena arena = *(Arena *)*state;
    const char *before = arena.beg;
    Str text;
    assert_int_equal(unpack(LONG_RUN, LONG_LEN, 1000, &arena, &text), UNPACKED_TOO_LARGE);
    assert_int_equal(text.len, 1000);
    assert_true(arena.beg - before < 70000);
    assert_int_equal(unpack(LONG_RUN, LONG_LEN, LONG_BYTES - 1, &arena, &text), UNPACKED_TOO_LARGE);
}

int main(void)
{
    Arena arena = new_arena(1 << 24);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(what_is_whole_is_unpacked, &arena),
        cmocka_unit_test_prestate(packets_on_end_are_one_text, &arena),
        cmocka_unit_test_prestate(what_is_cut_anywhere_is_damaged, &arena),
        cmocka_unit_test_prestate(a_changed_bit_of_the_words_is_damage, &arena),
        cmocka_unit_test_prestate(no_more_is_unpacked_than_is_wanted, &arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
