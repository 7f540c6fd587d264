// What holds for any text: words only, units that rise, foreign text in peace.

#include "base/utf8.h"
#include "phrase/tables.h"

// cmocka last: its macro `fail` would hide ours.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static Arena arena;

static Line spell(Str text, Span at, SpellOptions options)
{
    Line line = {0};
    spell_span(text, (Span){0, (uint32_t)text.len}, at, &options, &arena, &line);
    return line;
}

static Line spell_all(Str text)
{
    return spell(text, (Span){0, (uint32_t)text.len}, (SpellOptions){0});
}

static void assert_spoken(const Line *line, const char *want)
{
    assert_string_equal(str_c(line->spoken, &arena), want);
}

static bool is_allowed(uint32_t c)
{
    if (c < 0x80)
        return is_alpha((int)c) || (c && strchr(" ,.?!;:'-", (int)c));
    return code_is_letter(c) || code_is_mark(c);
}

static void assert_words_only(Str text)
{
    Line line = spell_all(text);
    for (size_t i = 0; i < line.spoken.len;) {
        Char c = utf8_at(line.spoken, i);
        if (!is_allowed(c.code))
            fail_msg("U+%04X in %.*s", c.code, STR_ARG(line.spoken));
        i += c.len;
    }
    uint32_t written = 0, spoken = 0;
    for (uint32_t i = 0; i < line.units.count; i++) {
        Unit unit = line.units.items[i];
        assert_true(unit.written.beg >= written && unit.written.end > unit.written.beg);
        assert_true(unit.spoken.beg >= spoken && unit.spoken.end > unit.spoken.beg);
        for (uint32_t k = spoken; k < unit.spoken.beg; k++)
            assert_non_null(strchr(" ,.?!;:", line.spoken.data[k]));
        written = unit.written.end;
        spoken = unit.spoken.end;
    }
    assert_true(written <= text.len && spoken <= line.spoken.len);
}

// A small generator of our own: the same texts on every machine.
static uint32_t next_number(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static void any_mixture_of_forms_gives_words_only(void **state)
{
    (void)state;
    static const char *const PIECES[] = {
        "$",    "5",      "1,000", ".",    ",",    "-",       "–",      "—", "(",
        ")",    "a.m.",   "Nov.",  "8",    "2016", "U.S.",    "@",      "#", "http://x.org/",
        "st",   "%",      "°C",    "½",    "²",    "€",       "kg",     "I", "XIV",
        "A",    "'",      "’",     "“",    "\"",   "/",       ":",      "+", "&",
        "<",    "[[",     "]]",    "\x01", "é",    "e\u0301", "\u200b", "٣", "中",
        "🙂", "\u202e", "NATO",  "MPs",  "St.",  "No.",     " ",      " ", " ",
        " ",    "10",     "=",
    };
    uint32_t seed = 7;
    for (int round = 0; round < 3000; round++) {
        Arena kept = arena;
        Buf b = new_buf(&arena);
        for (uint32_t n = 1 + next_number(&seed) % 30; n; n--)
            buf_add(&b, str_from(PIECES[next_number(&seed) % COUNT(PIECES)]));
        Str text = str_copy(buf_str(&b), &arena);
        assert_words_only(text);
        arena = kept;
    }
}

static void units_tie_a_form_to_its_words(void **state)
{
    (void)state;
    Str text = STR("It cost $5.5 million (so far).");
    Line line = spell_all(text);
    assert_spoken(&line, "It cost five point five million dollars, so far.");
    assert_int_equal(line.units.count, 5);
    Unit money = line.units.items[2];
    assert_true(str_equal(str_span(text, money.written), STR("$5.5 million")));
    assert_true(
        str_equal(str_span(line.spoken, money.spoken), STR("five point five million dollars")));
}

static void what_stands_before_is_looked_at_but_not_said(void **state)
{
    (void)state;
    Str text = STR("World War II");
    Line line = spell(text, (Span){10, 12}, (SpellOptions){0});
    assert_spoken(&line, "two");
    assert_int_equal(line.units.items[0].written.beg, 10);
}

static void text_without_words_gives_nothing(void **state)
{
    (void)state;
    Line line = spell_all(STR(" — … \" * ™ 🙂 "));
    assert_int_equal(line.spoken.len, 0);
    assert_int_equal(line.units.count, 0);
}

static void digits_of_other_scripts_are_numbers(void **state)
{
    (void)state;
    Line line = spell_all(STR("٤٢ and ４２ and ४२"));
    assert_spoken(&line, "forty two and forty two and forty two");
}

static void letters_of_other_scripts_pass(void **state)
{
    (void)state;
    Line line = spell_all(STR("Наверное, 5 дней — Łódź"));
    assert_spoken(&line, "Наверное, five дней, Łódź");
}

static void other_languages_keep_their_digits(void **state)
{
    (void)state;
    static const struct {
        const char *language, *written, *spoken;
    } TABLE[] = {
        {"de", "Am 3. Mai kamen 250 Gäste", "Am 3. Mai kamen 250 Gäste"},
        {"de", "12.500 Euro, 1.234,56 oder 3,5", "12.500 Euro, 1.234,56 oder 3,5"},
        {"de", "1.234.567 am 3.10.2024 um 10:30", "1.234.567 am 3 10 2024 um 10:30"},
        {"fr", "12\u00A0500 habitants et 3\u202F000", "12500 habitants et 3000"},
        {"fr", "12 500 habitants", "12 500 habitants"},
        {"es", "Mide 3½ metros", "Mide 3,5 metros"},
        {"ja", "½", "0.5"},
        {"ar", "٣٫٥", "3,5"},
        {"hi", "१२,५०० लोग", "12,500 लोग"},
    };
    for (size_t i = 0; i < COUNT(TABLE); i++) {
        Str text = str_from(TABLE[i].written);
        Line line = spell(text, (Span){0, (uint32_t)text.len},
                          (SpellOptions){.language = str_from(TABLE[i].language)});
        assert_spoken(&line, TABLE[i].spoken);
    }
}

static void other_languages_say_their_signs(void **state)
{
    (void)state;
    static const struct {
        const char *language, *written, *spoken;
    } TABLE[] = {
        {"de", "250 Gäste & Freunde", "250 Gäste und Freunde"},
        {"de-CH", "3,5 % von 5 €, $ 7 und £7", "3,5 Prozent von 5 Euro, 7 Dollar und 7 Pfund"},
        {"nb", "20 °C", "20 grader C"},
        {"zh", "有25%的人", "有 百分之 25 的人"},
        {"tr", "%25 arttı", "yüzde 25 arttı"},
        {"eo", "5 % kaj 5 €", "5 kaj 5"}, // no words for them here
    };
    for (size_t i = 0; i < COUNT(TABLE); i++) {
        Str text = str_from(TABLE[i].written);
        Line line = spell(text, (Span){0, (uint32_t)text.len},
                          (SpellOptions){.language = str_from(TABLE[i].language)});
        assert_spoken(&line, TABLE[i].spoken);
    }
}

static void a_name_that_begins_with_en_is_not_english(void **state)
{
    (void)state;
    Line line = spell(STR("5"), (Span){0, 1}, (SpellOptions){.language = STR("enm")});
    assert_spoken(&line, "5");
    line = spell(STR("5"), (Span){0, 1}, (SpellOptions){.language = STR("en-GB")});
    assert_spoken(&line, "five");
}

static void assert_sorted(Table table)
{
    for (size_t i = 1; i < table.count; i++)
        if (strcmp(table.entries[i - 1].written, table.entries[i].written) >= 0)
            fail_msg("%s is out of order", table.entries[i].written);
}

static void tables_are_in_order(void **state)
{
    (void)state;
    assert_sorted(ABBREVIATIONS);
    assert_sorted(POSTAL_STATES);
    assert_sorted(ACRONYMS);
    assert_sorted(SHORT_WORDS);
}

static void roman_numerals_are_well_formed_or_nothing(void **state)
{
    (void)state;
    assert_int_equal(roman_value(STR("MCMXCIV")), 1994);
    assert_int_equal(roman_value(STR("IV")), 4);
    assert_int_equal(roman_value(STR("IIII")), 0);
    assert_int_equal(roman_value(STR("VX")), 0);
    assert_int_equal(roman_value(STR("DC")), 600);
}

static int open_arena(void **state)
{
    (void)state;
    arena = new_arena((size_t)1 << 30);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_mixture_of_forms_gives_words_only),
        cmocka_unit_test(units_tie_a_form_to_its_words),
        cmocka_unit_test(what_stands_before_is_looked_at_but_not_said),
        cmocka_unit_test(text_without_words_gives_nothing),
        cmocka_unit_test(digits_of_other_scripts_are_numbers),
        cmocka_unit_test(letters_of_other_scripts_pass),
        cmocka_unit_test(other_languages_keep_their_digits),
        cmocka_unit_test(other_languages_say_their_signs),
        cmocka_unit_test(a_name_that_begins_with_en_is_not_english),
        cmocka_unit_test(tables_are_in_order),
        cmocka_unit_test(roman_numerals_are_well_formed_or_nothing),
    };
    return cmocka_run_group_tests(tests, open_arena, NULL);
}
