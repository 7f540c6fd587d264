// Any usual encoding becomes UTF-8 with LF, and what holds no text is refused.
#include "reading.h"

#define BYTES(literal) ((Str){literal, sizeof(literal) - 1})

static void assert_reads(Str bytes, const char *text, const char *note)
{
    Reading *r = read_bytes("a.txt", bytes, (ReadOptions){0});
    assert_true(r->ok);
    assert_str(r->article.text, text);
    if (note) {
        assert_int_equal(r->article.notes.count, 1);
        Str said = r->article.notes.items[0].text;
        assert_true(str_find(said, str_from(note)) < said.len);
    } else {
        assert_int_equal(r->article.notes.count, 0);
    }
    assert_covered(r);
    free_reading(r);
}

static void assert_refused(Str bytes, const char *what)
{
    Reading *r = read_bytes("a.txt", bytes, (ReadOptions){0});
    assert_false(r->ok);
    assert_int_equal(r->err.kind, ERR_ARTICLE);
    Str said = str_from(r->err.message);
    assert_true(str_find(said, str_from(what)) < said.len);
    assert_true(str_find(said, STR("\n")) == said.len);
    free_reading(r);
}

static void plain_utf8_stays_byte_for_byte(void **state)
{
    (void)state;
    Str bytes = STR("  Ça va\xC2\xA0! e\xCC\x81t\xC3\xA9.\t\n\n\n Fin. \n");
    Reading *r = read_bytes("a.txt", bytes, (ReadOptions){0});
    assert_true(r->ok);
    assert_ptr_equal(r->article.text.data, bytes.data);
    assert_int_equal(r->article.text.len, bytes.len);
    assert_covered(r);
    free_reading(r);
}

static void a_byte_order_mark_is_dropped_and_not_lost(void **state)
{
    (void)state;
    Reading *r = read_string("\xEF\xBB\xBFThe sea rose. It fell.");
    assert_string_equal(drop_reason(r, "\xEF\xBB\xBF"), "invisible character");
    assert_covered(r);
    free_reading(r);
}

static void utf16_is_told_by_its_mark_or_its_zeros(void **state)
{
    (void)state;
    assert_reads(BYTES("\xFF\xFEO\0n\0e\0.\0\x3D\xD8\x00\xDE"), "One.\xF0\x9F\x98\x80",
                 "UTF-16, little");
    assert_reads(BYTES("O\0n\0e\0.\0"), "One.", "UTF-16, little");
    assert_reads(BYTES("\0O\0n\0e\0."), "One.", "UTF-16, big");
    assert_reads(BYTES("\xFF\xFE\0\0O\0\0\0.\0\0\0"), "O.", "UTF-32, little");
    assert_reads(BYTES("\0\0\xFE\xFF\0\0\0O\0\0\0."), "O.", "UTF-32, big");
    assert_reads(BYTES("\xFE\xFF\0O\0n\0e\0."), "One.", "UTF-16, big");
    assert_reads(BYTES("\xFF\xFEO\0n\0\x00\xDC.\0!"), "On\xEF\xBF\xBD.\xEF\xBF\xBD", "UTF-16");
}

static void other_bytes_are_windows_1252(void **state)
{
    (void)state;
    assert_reads(STR("\x93No\x94 \x97 caf\xE9 \x80 5."), "“No” — café € 5.", "Windows-1252");
}

static void a_damaged_utf8_text_is_still_one(void **state)
{
    (void)state;
    assert_reads(STR("“Été” à Nîmes, où \xFF tout va.\xE2\x80"),
                 "“Été” à Nîmes, où \xEF\xBF\xBD tout va.\xEF\xBF\xBD\xEF\xBF\xBD", "not UTF-8");
}

static void every_line_end_becomes_lf(void **state)
{
    (void)state;
    assert_reads(STR("One.\r\nTwo.\rThree.\fFour.\xE2\x80\xA8"
                     "Five.\xE2\x80\xA9Six."),
                 "One.\nTwo.\nThree.\nFour.\nFive.\nSix.", NULL);
}

static void crlf_and_lf_give_the_same_blocks(void **state)
{
    (void)state;
    Reading *lf =
        read_string("A rise\n\nBy Ann Cole\n\nThe sea rose. It fell.\nThen it rose again.\n");
    Reading *crlf = read_string(
        "A rise\r\n\r\nBy Ann Cole\r\n\r\nThe sea rose. It fell.\r\nThen it rose again.\r\n");
    assert_int_equal(lf->article.blocks.count, crlf->article.blocks.count);
    for (uint32_t i = 0; i < lf->article.blocks.count; i++)
        assert_true(str_equal(text_of_block(lf, i), text_of_block(crlf, i)));
    free_reading(lf);
    free_reading(crlf);
}

static void empty_and_blank_inputs_are_refused(void **state)
{
    (void)state;
    assert_refused(STR(""), "empty");
    assert_refused(STR(" \n\t\xC2\xA0\n\xE2\x80\x8B"), "white space");
}

static void binary_inputs_are_refused_by_name(void **state)
{
    (void)state;
    assert_refused(STR("%PDF-1.7 text"), "PDF");
    assert_refused(BYTES("PK\x03\x04rest"), "ZIP");
    assert_refused(BYTES("\x89PNG\r\n"), "PNG");
    assert_refused(BYTES("RIFF\1\1\1\1WAVEfmt"), "WAVE");
    assert_refused(STR("{\\rtf1 Hello}"), "RTF");
    assert_refused(BYTES("A text with\0a hole"), "binary");
    assert_refused(STR("\1\2\3 some \4\5 bytes \6"), "control characters");
}

static void words_that_begin_like_a_known_file_are_read(void **state)
{
    (void)state;
    assert_reads(STR("Big HEATWAVE hits the coast."), "Big HEATWAVE hits the coast.", NULL);
    assert_reads(STR("ID3 tags name a song."), "ID3 tags name a song.", NULL);
    assert_reads(STR("GIF89a is a format."), "GIF89a is a format.", NULL);
    assert_reads(STR("Big HEATWAVE hits Zo\xEB."), "Big HEATWAVE hits Zoë.", "Windows-1252");
    assert_refused(BYTES("ID3\x04\0\0\0\0\1\1TIT2"), "MP3");
    assert_refused(BYTES("BZh91AY&SY\x1B\x02\x03"), "bzip2");
    assert_refused(BYTES("SQLite format 3\0\x10"), "SQLite");
}

static void a_hole_has_its_place_in_the_input(void **state)
{
    (void)state;
    Reading *r = read_bytes("a.txt", BYTES("One.\r\nTwo.\r\nA\0b"), (ReadOptions){0});
    assert_false(r->ok);
    assert_int_equal(r->err.at.beg, 13);
    free_reading(r);
    r = read_bytes("a.txt", BYTES("\xFF\xFEO\0\0\0"), (ReadOptions){0});
    assert_false(r->ok);
    assert_int_equal(r->err.at.end, 0); // decoded bytes are not those of the input
    free_reading(r);
}

static void a_page_is_known_by_its_content(void **state)
{
    (void)state;
    Reading *r = read_bytes("a.txt", STR("\n <!DOCTYPE html><p>Hello &amp; <b>w</b>elcome.</p>"),
                            (ReadOptions){0});
    assert_true(r->ok);
    assert_string_equal(r->article.format, "html");
    assert_block(r, 0, BLOCK_PARAGRAPH, "Hello & welcome.");
    assert_covered(r);
    free_reading(r);
}

static void too_large_an_input_is_refused(void **state)
{
    (void)state;
    char *bytes = malloc(SOURCE_MAX + 1);
    assert_non_null(bytes);
    memset(bytes, 'a', SOURCE_MAX + 1);
    assert_refused((Str){bytes, SOURCE_MAX + 1}, "larger than 16 MiB");
    free(bytes);
}

static void an_unknown_format_is_a_usage_error_that_lists_the_known(void **state)
{
    (void)state;
    Reading *r = read_bytes("a.txt", STR("Hello."), (ReadOptions){.format = STR("tex")});
    assert_false(r->ok);
    assert_int_equal(r->err.kind, ERR_USAGE);
    Str said = str_from(r->err.message);
    assert_true(str_find(said, STR("text, markdown")) < said.len);
    free_reading(r);
}

static void a_format_overrides_the_content(void **state)
{
    (void)state;
    Reading *r = read_bytes("a.md", STR("# Not a title"), (ReadOptions){.format = STR("text")});
    assert_true(r->ok);
    assert_string_equal(r->article.format, "text");
    free_reading(r);
}

static void options_win_over_the_text(void **state)
{
    (void)state;
    ReadOptions options = {.title = STR("T"),
                           .author = STR("A"),
                           .date = STR("D"),
                           .url = STR("U"),
                           .language = STR("de")};
    Reading *r =
        read_bytes("a.txt", STR("A rise\n\nBy Ann Cole\n\nThe sea rose. It fell."), options);
    assert_true(r->ok);
    assert_str(r->article.title, "T");
    assert_str(r->article.byline, "A");
    assert_str(r->article.date, "D");
    assert_str(r->article.url, "U");
    assert_str(r->article.language, "de");
    free_reading(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_utf8_stays_byte_for_byte),
        cmocka_unit_test(a_byte_order_mark_is_dropped_and_not_lost),
        cmocka_unit_test(utf16_is_told_by_its_mark_or_its_zeros),
        cmocka_unit_test(other_bytes_are_windows_1252),
        cmocka_unit_test(a_damaged_utf8_text_is_still_one),
        cmocka_unit_test(every_line_end_becomes_lf),
        cmocka_unit_test(crlf_and_lf_give_the_same_blocks),
        cmocka_unit_test(empty_and_blank_inputs_are_refused),
        cmocka_unit_test(binary_inputs_are_refused_by_name),
        cmocka_unit_test(words_that_begin_like_a_known_file_are_read),
        cmocka_unit_test(a_hole_has_its_place_in_the_input),
        cmocka_unit_test(a_page_is_known_by_its_content),
        cmocka_unit_test(too_large_an_input_is_refused),
        cmocka_unit_test(an_unknown_format_is_a_usage_error_that_lists_the_known),
        cmocka_unit_test(a_format_overrides_the_content),
        cmocka_unit_test(options_win_over_the_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
