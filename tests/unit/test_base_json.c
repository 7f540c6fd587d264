// JSON: what is written is what any reader of RFC 8259 takes.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#undef fail // ours is in base/error.h

#include <float.h>
#include <stdlib.h>

#include "base/json.h"

typedef void Write(Json *json);

static void assert_written(Write *write, const char *want)
{
    char *text = NULL;
    size_t size = 0;
    Json json = {.out = open_memstream(&text, &size)};
    write(&json);
    assert_int_equal(fclose(json.out), 0);
    assert_string_equal(text, want);
    free(text);
}

static void write_nested(Json *json)
{
    json_open(json, '{');
    json_put_str(json, "a", STR("b"));
    json_key(json, "list");
    json_open(json, '[');
    json_int(json, 1);
    json_null(json);
    json_open(json, '{');
    json_close(json, '}');
    json_open(json, '[');
    json_close(json, ']');
    json_close(json, ']');
    json_put_span(json, (Span){2, 9});
    json_close(json, '}');
}

static void commas_stand_between_and_nowhere_else(void **state)
{
    (void)state;
    assert_written(write_nested, "{\"a\":\"b\",\"list\":[1,null,{},[]],\"start\":2,\"end\":9}");
}

static void write_strings(Json *json)
{
    json_open(json, '[');
    json_str(json, STR("say \"hi\" \\ / \t\n\x01\x7F"));
    json_str(json, STR("caf\xC3\xA9 \xF0\x9F\x98\x80"));
    json_str(json, STR("a\0b"));
    json_str(json, (Str){0});
    json_close(json, ']');
}

static void strings_are_escaped_and_otherwise_left_alone(void **state)
{
    (void)state;
    assert_written(
        write_strings,
        "[\"say \\\"hi\\\" \\\\ / \\t\\n\\u0001\\u007f\",\"caf\xC3\xA9 \xF0\x9F\x98\x80\","
        "\"a\\u0000b\",\"\"]");
}

static void write_bad_bytes(Json *json)
{
    json_str(json, STR("x\xFFy\xE2\x82z"));
}

static void invalid_bytes_become_the_replacement_character(void **state)
{
    (void)state;
    assert_written(write_bad_bytes, "\"x\xEF\xBF\xBDy\xEF\xBF\xBD\xEF\xBF\xBDz\"");
}

static void write_numbers(Json *json)
{
    json_open(json, '[');
    json_int(json, INT64_MIN);
    json_real(json, 1.5, 3);
    json_real(json, 2, 3);
    json_real(json, -0.0004, 3);
    json_real(json, 100, 0);
    json_real(json, -16.25, 1);
    json_real(json, 1.0 / 0.0, 2);
    json_close(json, ']');
}

static void numbers_are_short_and_finite(void **state)
{
    (void)state;
    assert_written(write_numbers, "[-9223372036854775808,1.5,2,0,100,-16.2,null]");
}

static void write_huge(Json *json)
{
    json_real(json, -DBL_MAX, 6);
}

static void the_largest_number_is_written_whole(void **state)
{
    (void)state;
    char *text = NULL;
    size_t size = 0;
    Json json = {.out = open_memstream(&text, &size)};
    write_huge(&json);
    assert_int_equal(fclose(json.out), 0);
    assert_int_equal(size, 310);
    assert_true(strtod(text, NULL) <= -DBL_MAX);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(commas_stand_between_and_nowhere_else),
        cmocka_unit_test(strings_are_escaped_and_otherwise_left_alone),
        cmocka_unit_test(invalid_bytes_become_the_replacement_character),
        cmocka_unit_test(numbers_are_short_and_finite),
        cmocka_unit_test(the_largest_number_is_written_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
