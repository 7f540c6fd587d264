// Memory runs out at one allocation after the other: the reading stages must
// reach the arena's `full` handler each time and nothing worse, and once there
// is room again give what they gave before.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#undef fail // ours is in base/error.h
#include <stdio.h>
#include <stdlib.h>

#include "fuzz/laws.h"
#include "publish/text/script.h"

enum { ROOM = 1 << 26, STEPS_MAX = 6000 };

// A jump out of a stage leaves behind what a library had allocated with malloc;
// the program itself ends there, so this is no leak of its.
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
    return "detect_leaks=0";
}

static jmp_buf full_jump;
static size_t full_size;

static void jump_out(size_t n)
{
    full_size = n;
    longjmp(full_jump, 1);
}

static char *read_in(const Voices *voices, Str bytes, Arena arena, Str *json)
{
    PipelineOptions options = {.voices = voices, .phrase = {.opening = true, .disclosure = true}};
    Products p = {.source = {.name = STR("input"), .bytes = bytes}};
    Error err = {0};
    if (!run_pipeline(&options, STAGE_PHRASE, &arena, &p, &err))
        return NULL;
    char *text = NULL;
    FILE *out = open_memstream(&text, &json->len);
    write_script_json(out, &p.reading, NULL);
    fclose(out);
    json->data = text;
    return text;
}

// Gives the number of rooms that were too small.
static int squeeze(const Voices *voices, Str bytes, Arena arena, Str want)
{
    volatile size_t room = 0;
    volatile int refusals = 0;
    for (;;) {
        Arena small = {arena.beg, arena.beg + room, jump_out};
        if (setjmp(full_jump) == 0) {
            Str got;
            char *text = read_in(voices, bytes, small, &got);
            assert_non_null(text);
            assert_true(str_equal(got, want));
            free(text);
            return refusals;
        }
        refusals++;
        assert_true(full_size <= ROOM);
        // Fine steps at first, so that every early allocation fails once; later
        // in proportion, so that the number of runs stays bounded.
        room += 16 + room / 512;
        assert_true(refusals < STEPS_MAX && room < ROOM);
    }
}

static void squeeze_text(const char *text)
{
    Arena fresh = new_arena((size_t)1 << 28), arena = fresh;
    Voices voices = voices_of_checkout(&arena);
    Str want, again, bytes = str_from(text);
    char *first = read_in(&voices, bytes, arena, &want);
    assert_non_null(first);
    assert_true(squeeze(&voices, bytes, arena, want) > 20);
    char *last = read_in(&voices, bytes, arena, &again);
    assert_true(str_equal(want, again));
    free(first);
    free(last);
    free_arena(fresh);
}

static void plain_text_survives_every_shortage(void **state)
{
    (void)state;
    squeeze_text("Ferry returns\n\nBy Ada Quill\n\nThe ferry is back, at $4.50 a seat.\n\n"
                 "\"About time,\" said Piet Vos, 61. He had \"never doubted it\", he said.\n");
}

static void markdown_survives_every_shortage(void **state)
{
    (void)state;
    squeeze_text(
        "# Ferry returns\n\n*By Ada Quill*\n\n> It is **back**, caf\xC3\xA9 and all.\n\n"
        "1. One boat\n2. [Two](http://a.example) piers\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");
}

static void odd_bytes_survive_every_shortage(void **state)
{
    (void)state;
    squeeze_text(
        "\xEF\xBB\xBFNa\xC3\xAFve e\xCC\x81t\xE9 \xE2\x80\x9Cno\xE2\x80\x9D \xF0\x9F\x98\x80 "
        "\x93yes\x94, said M\xFCller.\r\n\r\nEnd \"and no close");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_text_survives_every_shortage),
        cmocka_unit_test(markdown_survives_every_shortage),
        cmocka_unit_test(odd_bytes_survive_every_shortage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
