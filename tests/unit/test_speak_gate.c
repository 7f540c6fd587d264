// The text gate lets only harmless text through to the engine.

#include "base/utf8.h"
#include "phrase/phonemes.h"
#include "speak/gate.h"

// cmocka last: its macro `fail` would hide ours.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static Arena arena;

static void assert_gated(const char *in, const char *out)
{
    Gated gated = gate_text(str_from(in), &arena);
    assert_string_equal(gated.text.data, out);
    for (int i = 0; i <= GATE_PADDING; i++)
        assert_int_equal(gated.text.data[gated.text.len + (size_t)i], 0);
}

static void plain_text_passes_unchanged(void **state)
{
    (void)state;
    assert_gated("It's late, said Mr Lowe; very late!", "It's late, said Mr Lowe; very late!");
    assert_gated("Çağrı ate crème brûlée.", "Çağrı ate crème brûlée.");
}

static void engine_commands_and_markup_become_blanks(void **state)
{
    (void)state;
    assert_gated("x \00199S y", "x 99S y");
    assert_gated("a <break time=\"9s\"/> b", "a break time \"9s\"/ b");
    assert_gated("[[h@loU]]", "h loU ");
    assert_gated("this & that", "this that");
}

static void invisible_characters_go(void **state)
{
    (void)state;
    assert_gated("a\u200Bb\u202Ec\uFEFFd", "a b c d");
    assert_gated("smile \U0001F600\U0001F600 now", "smile now");
}

static void letters_are_composed(void **state)
{
    (void)state;
    assert_gated("cafe\u0301", "caf\u00E9");
}

static void piles_of_marks_are_cut(void **state)
{
    (void)state;
    Buf in = new_buf(&arena);
    buf_char(&in, 'q');
    for (int i = 0; i < 40; i++)
        buf_code(&in, 0x0330);
    Gated gated = gate_text(buf_str(&in), &arena);
    assert_int_equal(gated.char_count, 1 + GATE_MARKS_MAX);
}

static void long_tokens_are_broken_up(void **state)
{
    (void)state;
    Buf in = new_buf(&arena);
    for (int i = 0; i < 1000; i++)
        buf_char(&in, 'a');
    Gated gated = gate_text(buf_str(&in), &arena);
    size_t run = 0;
    for (size_t i = 0; i < gated.text.len; i++) {
        run = gated.text.data[i] == ' ' ? 0 : run + 1;
        assert_true(run <= GATE_TOKEN_MAX);
    }
}

// Ninety times "a." smashes the stack of espeak-ng 1.51.
static void long_dotted_runs_lose_their_dots(void **state)
{
    (void)state;
    const char *units[] = {"a.", "a . ", "\u00E9 . "};
    for (size_t u = 0; u < COUNT(units); u++) {
        Buf in = new_buf(&arena);
        for (int i = 0; i < 90; i++)
            buf_add(&in, str_from(units[u]));
        Gated gated = gate_text(buf_str(&in), &arena);
        int dots = 0;
        for (size_t i = 0; i < gated.text.len; i++)
            dots += gated.text.data[i] == '.';
        assert_in_range(dots, 1, GATE_DOTTED_MAX + 1);
    }
}

static void every_byte_knows_where_it_came_from(void **state)
{
    (void)state;
    Str in = STR("a <b> cafe\u0301 d");
    Gated gated = gate_text(in, &arena);
    for (size_t i = 0; i < gated.text.len; i++) {
        assert_true(gated.source[i] < in.len);
        assert_true(i == 0 || gated.source[i] >= gated.source[i - 1]);
        if (is_alpha(gated.text.data[i]))
            assert_int_equal(gated.text.data[i], in.data[gated.source[i]]);
    }
}

static void no_code_point_brings_a_control_or_symbol_through(void **state)
{
    (void)state;
    Arena fresh = arena;
    for (uint32_t code = 1; code < 0x110000; code++) {
        if (code >= 0xD800 && code < 0xE000)
            continue;
        arena = fresh;
        char bytes[4];
        Gated gated = gate_text((Str){bytes, utf8_encode(code, bytes)}, &arena);
        assert_int_equal(utf8_check(gated.text), gated.text.len);
        assert_false(has_phonemes(gated.text.data));
        for (size_t i = 0; i < gated.text.len; i += utf8_at(gated.text, i).len) {
            uint32_t c = utf8_at(gated.text, i).code;
            assert_true(c >= 0x20 && c != '<' && c != '[' && c != '&' && c != 0x7F);
            assert_false(c >= 0x80 && code_is_invisible(c));
        }
    }
    arena = fresh;
}

static void the_plain_form_is_ascii(void **state)
{
    (void)state;
    Gated gated = gate_plain(STR("Zoë\u2019s \u201Cbig\u201D day (no. 1)"), &arena);
    for (size_t i = 0; i < gated.text.len; i++)
        assert_true((unsigned char)gated.text.data[i] < 0x80);
    assert_true(str_starts(gated.text, STR("Zoe's")));
}

static Gated gate_one(const char *in, Span at, const char *phonemes)
{
    Said said = {at, str_from(phonemes)};
    return gate_said(str_from(in), &said, 1, 0, &arena);
}

static void phonemes_stand_in_the_place_of_their_word(void **state)
{
    (void)state;
    Gated gated = gate_one("He met Xi, then left", (Span){7, 9}, "S'i:");
    assert_string_equal(gated.text.data, "He met [[S'i:]], then left");
    assert_true(has_phonemes(gated.text.data));
    for (size_t i = 7; i < 15; i++)
        assert_int_equal(gated.source[i], 7);
    assert_int_equal(gated.source[15], 9);
    assert_string_equal(gate_one("a lead-free pipe", (Span){2, 6}, "l'Ed").text.data,
                        "a [[l'Ed]]-free pipe");
}

// The engine spells what touches "]]": such words stay as they are.
static void phonemes_need_an_edge_on_both_sides(void **state)
{
    (void)state;
    assert_string_equal(gate_one("misread it", (Span){3, 7}, "r'Ed").text.data, "misread it");
    assert_string_equal(gate_one("Xi's men", (Span){0, 2}, "S'i:").text.data, "Xi's men");
}

static void no_command_comes_in_as_phonemes(void **state)
{
    (void)state;
    char long_one[PHONEMES_MAX + 3] = {0};
    memset(long_one, 'a', PHONEMES_MAX + 1);
    const char *bad[] = {"a]] [[b",
                         "a b",
                         "\001"
                         "99S",
                         "<audio src=x>",
                         "h@l\xC3\xA9",
                         "",
                         "'",
                         "&",
                         long_one};
    for (size_t i = 0; i < COUNT(bad); i++) {
        Gated gated = gate_one("the word", (Span){4, 8}, bad[i]);
        assert_string_equal(gated.text.data, "the word");
        assert_false(has_phonemes(gated.text.data));
    }
}

static void phonemes_of_other_clips_do_not_count(void **state)
{
    (void)state;
    const Said said[] = {{{0, 2}, STR("a")}, {{10, 12}, STR("S'i:")}, {{30, 40}, STR("a")}};
    Gated gated = gate_said(STR("Xi and"), said, COUNT(said), 10, &arena);
    assert_string_equal(gated.text.data, "[[S'i:]] and");
}

static void a_text_full_of_phonemes_stays_bounded(void **state)
{
    (void)state;
    Buf in = new_buf(&arena);
    enum { WORDS = 2000 };
    Said *said = ALLOC(&arena, Said, WORDS);
    for (uint32_t i = 0; i < WORDS; i++) {
        said[i] = (Said){{2 * i, 2 * i + 1}, STR("n@d'El@n@d'El@")};
        buf_add(&in, STR("n "));
    }
    Gated gated = gate_said(buf_str(&in), said, WORDS, 0, &arena);
    assert_in_range(gated.text.len, GATE_SAID_MAX, GATE_SAID_MAX + 2 * WORDS);
}

int main(void)
{
    arena = new_arena((size_t)1 << 28);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_text_passes_unchanged),
        cmocka_unit_test(engine_commands_and_markup_become_blanks),
        cmocka_unit_test(invisible_characters_go),
        cmocka_unit_test(letters_are_composed),
        cmocka_unit_test(piles_of_marks_are_cut),
        cmocka_unit_test(long_tokens_are_broken_up),
        cmocka_unit_test(long_dotted_runs_lose_their_dots),
        cmocka_unit_test(every_byte_knows_where_it_came_from),
        cmocka_unit_test(no_code_point_brings_a_control_or_symbol_through),
        cmocka_unit_test(the_plain_form_is_ascii),
        cmocka_unit_test(phonemes_stand_in_the_place_of_their_word),
        cmocka_unit_test(phonemes_need_an_edge_on_both_sides),
        cmocka_unit_test(no_command_comes_in_as_phonemes),
        cmocka_unit_test(phonemes_of_other_clips_do_not_count),
        cmocka_unit_test(a_text_full_of_phonemes_stays_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
