#include <stdio.h>
#include <stdlib.h>

#include "base/hash.h"
#include "newsroom/moments.h"
#include "newsroom/serve.h"

// cmocka last: its macro `fail` would hide ours.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static void a_feed_guid_is_that_of_the_standard(void **state)
{
    (void)state;
    static const unsigned char SPACE[16] = {0xEA, 0xD4, 0xC2, 0x36, 0xBF, 0x58, 0x58, 0xC6,
                                            0xA2, 0xC6, 0xA6, 0xB2, 0x8D, 0x12, 0x8C, 0xB6};
    char uuid[UUID_SIZE];
    uuid_of_name(SPACE, STR("podnews.net/rss"), uuid);
    assert_string_equal(uuid, "9b024349-ccf0-5f69-a609-6b82873eab3c");
}

static void every_day_comes_back_from_its_date(void **state)
{
    (void)state;
    Arena fresh = new_arena((size_t)1 << 26);
    for (int64_t day = 0; day < 60000; day += 7) {
        Arena scratch = fresh;
        int64_t moment = day * 86400, back = -1, iso = -1;
        assert_true(parse_feed_date(format_feed_date(moment + 3661, &scratch), &back));
        assert_int_equal(back, moment + 3661);
        assert_true(parse_day(format_iso_date(moment, &scratch), &iso));
        assert_int_equal(iso, moment);
    }
    free_arena(fresh);
}

static void dates_have_their_weekday(void **state)
{
    (void)state;
    Arena fresh = new_arena((size_t)1 << 26), scratch = fresh;
    Str s = format_feed_date(1793664000, &scratch);
    assert_true(str_equal(s, STR("Tue, 03 Nov 2026 00:00:00 +0000")));
    free_arena(fresh);
}

static void what_is_no_day_is_none(void **state)
{
    (void)state;
    static const char *const WRONG[] = {"2026-02-29", "2026-13-01", "2026-06-31", "2026",
                                        "",           "2026-1-01",  "1969-12-31", "abcd-ef-gh"};
    int64_t moment;
    for (size_t i = 0; i < COUNT(WRONG); i++)
        assert_false(parse_day(str_from(WRONG[i]), &moment));
    assert_true(parse_day(STR("2024-02-29T10:00Z"), &moment));
}

static void ranges_are_bytes_of_the_file(void **state)
{
    (void)state;
    static const struct {
        const char *header;
        RangeKind kind;
        uint64_t beg, end;
    } CASES[] = {
        {"bytes=0-0", RANGE_PART, 0, 1},
        {"bytes=99-", RANGE_PART, 99, 100},
        {"bytes=-1", RANGE_PART, 99, 100},
        {"bytes=-200", RANGE_PART, 0, 100},
        {"bytes=5-500", RANGE_PART, 5, 100},
        {" bytes=1-2 ", RANGE_PART, 1, 3},
        {"bytes=100-", RANGE_OUTSIDE, 0, 0},
        {"bytes=-0", RANGE_OUTSIDE, 0, 0},
        {"bytes=-", RANGE_NONE, 0, 0},
        {"bytes=3-2", RANGE_NONE, 0, 0},
        {"bytes=1-2,3-4", RANGE_NONE, 0, 0},
        {"", RANGE_NONE, 0, 0},
        {"bytes=1", RANGE_NONE, 0, 0},
        {"bytes=+1-2", RANGE_NONE, 0, 0},
        {"bytes=18446744073709551616-", RANGE_NONE, 0, 0},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        uint64_t beg = 0, end = 0;
        assert_int_equal(parse_range(str_from(CASES[i].header), 100, &beg, &end), CASES[i].kind);
        assert_int_equal(beg, CASES[i].beg);
        assert_int_equal(end, CASES[i].end);
    }
    uint64_t beg, end;
    assert_int_equal(parse_range(STR("bytes=-5"), 0, &beg, &end), RANGE_OUTSIDE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_feed_guid_is_that_of_the_standard),
        cmocka_unit_test(every_day_comes_back_from_its_date),
        cmocka_unit_test(dates_have_their_weekday),
        cmocka_unit_test(what_is_no_day_is_none),
        cmocka_unit_test(ranges_are_bytes_of_the_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
