// Whatever comes in, blocks, drops and sentences account for every byte.
#include "reading.h"

// A generator of our own, so that every run tests the same inputs.
static uint32_t next_random(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*state >> 33);
}

enum { INPUTS = 1500, PIECES = 60 };

static const char *const PIECES_OF_TEXT[] = {
    "a",
    "B",
    " ",
    "\n",
    "\n\n",
    ".",
    "!",
    "?",
    "...",
    ". . .",
    "“",
    "”",
    "\"",
    "’",
    "(",
    ")",
    "[1]",
    "[^x]",
    "[...]",
    "Mr.",
    "U.S.",
    "a.m.",
    "1.",
    "2.",
    "(a)",
    "(b)",
    "• ",
    "- ",
    "# ",
    "> ",
    "**",
    "`",
    "```\n",
    "](x)",
    "![",
    "<b>",
    "|",
    "---",
    "***",
    "By Ann Cole",
    "Copyright X",
    "Nov. 3, 2026",
    "TITLE: x",
    "BODY:",
    "###",
    "\xC2\xA0",
    "\xE2\x80\x8B",
    "🎉",
    "é",
    "。",
    "！",
    "》",
    "։",
    "\t",
    "    ",
    "Correction: x",
    "OSLO —",
    "\xEF\xBB\xBF",
    "²",
    ":)",
};

static void random_pieces_are_covered(const char *name)
{
    uint64_t state = 42;
    for (int i = 0; i < INPUTS; i++) {
        char text[PIECES * 16];
        size_t len = 0;
        uint32_t count = 1 + next_random(&state) % PIECES;
        for (uint32_t k = 0; k < count; k++) {
            const char *piece = PIECES_OF_TEXT[next_random(&state) % COUNT(PIECES_OF_TEXT)];
            memcpy(text + len, piece, strlen(piece));
            len += strlen(piece);
        }
        Reading *r = read_bytes(name, (Str){text, len}, (ReadOptions){.paragraph = i % 5 == 0});
        if (r->ok)
            assert_covered(r);
        free_reading(r);
    }
}

static void random_text_is_covered(void **state)
{
    (void)state;
    random_pieces_are_covered("a.txt");
}

static void random_markdown_is_covered(void **state)
{
    (void)state;
    random_pieces_are_covered("a.md");
}

static void random_bytes_are_covered_or_refused(void **state)
{
    (void)state;
    uint64_t random = 7;
    int read = 0;
    for (int i = 0; i < INPUTS; i++) {
        char bytes[200];
        size_t len = 1 + next_random(&random) % sizeof bytes;
        for (size_t k = 0; k < len; k++)
            bytes[k] = (char)(i % 2 ? next_random(&random) : 0x20 + next_random(&random) % 0xE0);
        Reading *r = read_bytes("a.txt", (Str){bytes, len}, (ReadOptions){0});
        if (r->ok) {
            assert_covered(r);
            read++;
        } else {
            assert_int_not_equal(r->err.kind, ERR_NONE);
            assert_int_not_equal(r->err.message[0], 0);
        }
        free_reading(r);
    }
    assert_true(read > INPUTS / 10);
}

static void long_runs_are_no_trap(void **state)
{
    (void)state;
    static const char *const RUNS[] = {"“",      "A. ", ". ", "1. b ", "(",
                                       "“? A, ", "[1]", "! ", "《",    "> "};
    enum { TIMES = 20000 };
    for (size_t i = 0; i < COUNT(RUNS); i++) {
        size_t len = strlen(RUNS[i]);
        char *text = malloc(len * TIMES + 2);
        assert_non_null(text);
        for (size_t k = 0; k < TIMES; k++)
            memcpy(text + k * len, RUNS[i], len);
        memcpy(text + len * TIMES, "x", 2);
        Reading *r = read_string(text);
        assert_covered(r);
        free_reading(r);
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_text_is_covered),
        cmocka_unit_test(random_markdown_is_covered),
        cmocka_unit_test(random_bytes_are_covered_or_refused),
        cmocka_unit_test(long_runs_are_no_trap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
