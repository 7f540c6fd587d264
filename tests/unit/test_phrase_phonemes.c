// Phonemes of the engine: what is one, how IPA becomes them, which words get them.

#include "base/file.h"
#include "phrase/phonemes.h"
#include "phrase/pronounce.h"
#include "phrase/spell.h"

// cmocka last: its macro `fail` would hide ours.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static Arena arena;

static void assert_phonemes(const char *s, bool good, size_t at)
{
    size_t wrong;
    assert_int_equal(check_phonemes(str_from(s), &wrong), good);
    assert_int_equal(wrong, at);
}

static void phonemes_are_rows_of_mnemonics(void **state)
{
    (void)state;
    assert_phonemes("n@d'El@", true, 7);
    assert_phonemes("ju:n,aItId||st'eIts", true, 19);
    assert_phonemes("hello", false, 1); // "e" alone is no vowel of English
    assert_phonemes("a b", false, 1);
    assert_phonemes("a]]", false, 1);
    assert_phonemes("'", false, 1);
    assert_phonemes("", false, 0);
}

static void assert_ipa(const char *ipa, const char *want)
{
    Str out;
    size_t wrong;
    if (!ipa_phonemes(str_from(ipa), &arena, &out, &wrong))
        fail_msg("%s: unknown from %zu", ipa, wrong);
    assert_string_equal(str_c(out, &arena), want);
}

static void ipa_becomes_phonemes(void **state)
{
    (void)state;
    assert_ipa("nəˈdɛlə", "n@d'El@");
    assert_ipa("ˈdʒɔɪs", "dZ'OIs");
    assert_ipa("ˈt͡ʃɜːt͡ʃ", "tS'3:tS");
    assert_ipa("ˌkælɪˈfɔːrnjə", "k,alIf'O@nj@");
    assert_ipa("ˈwʊstə", "w'Ust@");
    assert_ipa("ʃiː", "S'i:");      // a lone syllable is stressed
    assert_ipa("ˈhæpi", "h'api");   // its last vowel is short
    assert_ipa("ˈdʒi", "dZ'i:");    // a stressed one is long
    assert_ipa("ˈbɒ.tl̩", "b'0t@L"); // dots go
    assert_ipa("ˈdeɪtoʊnə", "d'eItoUn@");
    assert_ipa("ˈlɒx", "l'0x");
}

// "st'A@t" has an r in American and none in British speech; "f'O:rIn" has one in both.
static void an_r_colours_the_vowel_unless_one_follows(void **state)
{
    (void)state;
    assert_ipa("ˈstɑːɹt", "st'A@t");
    assert_ipa("ˈfɔːɹɪn", "f'O:rIn");
    assert_ipa("ˈfɔː.ˌɹɪn", "f'O:r,In");
    assert_ipa("ˈbɛɹi", "b'Eri");
    assert_ipa("ˈbɛɹd", "b'e@d");
    assert_ipa("ˈfaɪəɹ", "f'aI3");
    assert_ipa("ˈɔːɹəɹ", "'O:r3");
}

static void what_is_no_ipa_is_pointed_at(void **state)
{
    (void)state;
    Str out;
    size_t wrong;
    assert_false(ipa_phonemes(STR("ˈkæ7t"), &arena, &out, &wrong));
    assert_int_equal(wrong, 5);
    assert_false(ipa_phonemes(STR("Kæt"), &arena, &out, &wrong));
    assert_int_equal(wrong, 0);
    assert_false(ipa_phonemes(STR("ˈ"), &arena, &out, &wrong));
    Buf b = new_buf(&arena);
    for (int i = 0; i < 500; i++)
        buf_add(&b, STR("æ"));
    assert_false(ipa_phonemes(buf_str(&b), &arena, &out, &wrong));
    assert_false(ipa_phonemes(str_slice(buf_str(&b), 0, 300), &arena, &out, &wrong));
}

static void an_s_is_said_by_the_sound_before_it(void **state)
{
    (void)state;
    assert_string_equal(str_c(phonemes_with_s(STR("h'WaI"), &arena), &arena), "h'WaIz");
    assert_string_equal(str_c(phonemes_with_s(STR("r'Ik"), &arena), &arena), "r'Iks");
    assert_string_equal(str_c(phonemes_with_s(STR("m'Its"), &arena), &arena), "m'ItsI2z");
    assert_string_equal(str_c(phonemes_with_s(STR("dZ'O@dZ"), &arena), &arena), "dZ'O@dZI2z");
}

// What is said of the words of a line: "word phonemes; word phonemes".
static const char *said_of(const char *spoken)
{
    Line line = {.spoken = str_from(spoken)};
    pronounce_line(&line, &arena);
    Buf b = new_buf(&arena);
    for (uint32_t i = 0; i < line.said.count; i++)
        buf_format(&b, "%s%.*s %.*s", i ? "; " : "",
                   STR_ARG(str_span(line.spoken, line.said.items[i].spoken)),
                   STR_ARG(line.said.items[i].phonemes));
    return str_c(buf_str(&b), &arena);
}

static void names_are_found_with_their_endings(void **state)
{
    (void)state;
    assert_string_equal(said_of("Xi met them in Kyiv."), "Xi S'i:; Kyiv k'i:v");
    assert_string_equal(said_of("Xi's pro-Kyiv speech"), "Xi's S'i:z; Kyiv k'i:v");
    assert_string_equal(said_of("the xi baryon, Kyivan"), "");
    assert_string_equal(said_of("KYIV"), "KYIV k'i:v");
}

static void a_lone_capital_is_a_letter_name(void **state)
{
    (void)state;
    assert_string_equal(said_of("the A C L U had a plan A."), "A 'eI; A 'eI");
}

static void what_is_said_already_stays(void **state)
{
    (void)state;
    Line line = {.spoken = STR("Kyiv and Xi in Kyiv")};
    *PUSH(&line.said, &arena) = (Said){{5, 11}, STR("a")};
    pronounce_line(&line, &arena);
    assert_int_equal(line.said.count, 3);
    assert_int_equal(line.said.items[0].spoken.beg, 0);
    assert_string_equal(line.said.items[1].phonemes.data, "a");
    assert_int_equal(line.said.items[2].spoken.beg, 15);
}

// The table is what the list says, and every row of it is found.
static void every_name_of_the_list_is_found(void **state)
{
    (void)state;
    Str page;
    Error err = {0};
    assert_true(read_file("src/phrase/names.tsv", 1 << 20, &arena, &page, &err));
    for (size_t i = 0; i < page.len;) {
        Str rest = str_slice(page, i, page.len);
        Str line = str_slice(rest, 0, str_find(rest, STR("\n")));
        i += line.len + 1;
        if (line.len == 0 || line.data[0] == '#')
            continue;
        size_t tab = str_find(line, STR("\t"));
        Line said = {.spoken = str_slice(line, 0, tab)};
        pronounce_line(&said, &arena);
        Buf got = new_buf(&arena), want = new_buf(&arena);
        for (uint32_t k = 0; k < said.said.count; k++)
            buf_format(&got, "%.*s ", STR_ARG(said.said.items[k].phonemes));
        Str ipa = str_slice(line, tab + 1, line.len);
        while (ipa.len) {
            Str word = str_slice(ipa, 0, str_find(ipa, STR(" "))), phonemes;
            size_t wrong;
            assert_true(ipa_phonemes(word, &arena, &phonemes, &wrong));
            buf_format(&want, "%.*s ", STR_ARG(phonemes));
            ipa = str_slice(ipa, word.len + 1, ipa.len);
        }
        if (!str_equal(buf_str(&got), buf_str(&want)))
            fail_msg("%.*s: %.*s, want %.*s", STR_ARG(line), STR_ARG(buf_str(&got)),
                     STR_ARG(buf_str(&want)));
    }
}

int main(void)
{
    arena = new_arena((size_t)1 << 28);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phonemes_are_rows_of_mnemonics),
        cmocka_unit_test(ipa_becomes_phonemes),
        cmocka_unit_test(an_r_colours_the_vowel_unless_one_follows),
        cmocka_unit_test(what_is_no_ipa_is_pointed_at),
        cmocka_unit_test(an_s_is_said_by_the_sound_before_it),
        cmocka_unit_test(names_are_found_with_their_endings),
        cmocka_unit_test(a_lone_capital_is_a_letter_name),
        cmocka_unit_test(what_is_said_already_stays),
        cmocka_unit_test(every_name_of_the_list_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
