// Texts in every encoding that documents name, the bytes as Python's codecs make them.
#include "read/charset/charset.h"
#include "read/charset/declared.h"
#include "read/charset/decode.h"
#include "reading.h"

#define BYTES(literal)                                                                             \
    {                                                                                              \
        literal, sizeof(literal) - 1                                                               \
    }

typedef struct {
    const char *name, *text;
    Str bytes;
} Sample;

static const Sample SAMPLES[] = {
    {"koi8-r", "Кот спит.", BYTES("\xEB\xCF\xD4\x20\xD3\xD0\xC9\xD4\x2E")},
    {"koi8-u", "Її кіт спить.", BYTES("\xB7\xA7\x20\xCB\xA6\xD4\x20\xD3\xD0\xC9\xD4\xD8\x2E")},
    {"windows-1251", "Кот — спит.", BYTES("\xCA\xEE\xF2\x20\x97\x20\xF1\xEF\xE8\xF2\x2E")},
    {"iso-8859-5", "Кот спит.", BYTES("\xBA\xDE\xE2\x20\xE1\xDF\xD8\xE2\x2E")},
    {"ibm866", "Кот спит.", BYTES("\x8A\xAE\xE2\x20\xE1\xAF\xA8\xE2\x2E")},
    {"x-mac-cyrillic", "Кот спит.", BYTES("\x8A\xEE\xF2\x20\xF1\xEF\xE8\xF2\x2E")},
    {"windows-1250", "Žluťoučký kůň – ano.",
     BYTES("\x8E\x6C\x75\x9D\x6F\x75\xE8\x6B\xFD\x20\x6B\xF9\xF2\x20\x96\x20\x61\x6E\x6F\x2E")},
    {"iso-8859-2", "Žluťoučký kůň.",
     BYTES("\xAE\x6C\x75\xBB\x6F\x75\xE8\x6B\xFD\x20\x6B\xF9\xF2\x2E")},
    {"iso-8859-3", "Ħaġar Qim ŝanĝo.",
     BYTES("\xA1\x61\xF5\x61\x72\x20\x51\x69\x6D\x20\xFE\x61\x6E\xF8\x6F\x2E")},
    {"iso-8859-4", "Ķēniņš ūdenī.", BYTES("\xD3\xBA\x6E\x69\xF1\xB9\x20\xFE\x64\x65\x6E\xEF\x2E")},
    {"windows-1257", "Ķēniņš „ūdenī“.",
     BYTES("\xCD\xE7\x6E\x69\xF2\xF0\x20\x84\xFB\x64\x65\x6E\xEE\x93\x2E")},
    {"iso-8859-13", "Ķēniņš ūdenī.", BYTES("\xCD\xE7\x6E\x69\xF2\xF0\x20\xFB\x64\x65\x6E\xEE\x2E")},
    {"iso-8859-10", "Þór á ísnum, čáhci.",
     BYTES("\xDE\xF3\x72\x20\xE1\x20\xED\x73\x6E\x75\x6D\x2C\x20\xE8\xE1\x68\x63\x69\x2E")},
    {"iso-8859-14", "Dŵr a thŷ.", BYTES("\x44\xF0\x72\x20\x61\x20\x74\x68\xFE\x2E")},
    {"windows-1253", "Η γάτα – κοιμάται.",
     BYTES("\xC7\x20\xE3\xDC\xF4\xE1\x20\x96\x20\xEA\xEF\xE9\xEC\xDC\xF4\xE1\xE9\x2E")},
    {"iso-8859-7", "Η γάτα κοιμάται.",
     BYTES("\xC7\x20\xE3\xDC\xF4\xE1\x20\xEA\xEF\xE9\xEC\xDC\xF4\xE1\xE9\x2E")},
    {"windows-1254", "Ağaçtaki şık kız.",
     BYTES("\x41\xF0\x61\xE7\x74\x61\x6B\x69\x20\xFE\xFD\x6B\x20\x6B\xFD\x7A\x2E")},
    {"iso-8859-9", "Ağaçtaki şık kız.",
     BYTES("\x41\xF0\x61\xE7\x74\x61\x6B\x69\x20\xFE\xFD\x6B\x20\x6B\xFD\x7A\x2E")},
    {"windows-1255", "החתול ישן.", BYTES("\xE4\xE7\xFA\xE5\xEC\x20\xE9\xF9\xEF\x2E")},
    {"iso-8859-8-i", "החתול ישן.", BYTES("\xE4\xE7\xFA\xE5\xEC\x20\xE9\xF9\xEF\x2E")},
    {"windows-1256", "القط نائم.", BYTES("\xC7\xE1\xDE\xD8\x20\xE4\xC7\xC6\xE3\x2E")},
    {"iso-8859-6", "القط نائم.", BYTES("\xC7\xE4\xE2\xD7\x20\xE6\xC7\xC6\xE5\x2E")},
    {"windows-1258", "Con mèo đang ngủ.",
     BYTES("\x43\x6F\x6E\x20\x6D\xE8\x6F\x20\xF0\x61\x6E\x67\x20\x6E\x67\x75\xD2\x2E")},
    {"tis-620", "แมวกำลังนอน", BYTES("\xE1\xC1\xC7\xA1\xD3\xC5\xD1\xA7\xB9\xCD\xB9")},
    {"latin1", "“Où?” – 5 €, café.",
     BYTES("\x93\x4F\xF9\x3F\x94\x20\x96\x20\x35\x20\x80\x2C\x20\x63\x61\x66\xE9\x2E")},
    {"iso-8859-15", "Œuvre à 5 €.", BYTES("\xBC\x75\x76\x72\x65\x20\xE0\x20\x35\x20\xA4\x2E")},
    {"macintosh", "“Où?” – l’été.",
     BYTES("\xD2\x4F\x9D\x3F\xD3\x20\xD0\x20\x6C\xD5\x8E\x74\x8E\x2E")},
    {"cp850", "Où est l'été?", BYTES("\x4F\x97\x20\x65\x73\x74\x20\x6C\x27\x82\x74\x82\x3F")},
    {"cp437", "Où est l'été?", BYTES("\x4F\x97\x20\x65\x73\x74\x20\x6C\x27\x82\x74\x82\x3F")},
    {"shift_jis", "猫は「眠い」です。ｱｲ",
     BYTES("\x94\x4C\x82\xCD\x81\x75\x96\xB0\x82\xA2\x81\x76\x82\xC5\x82\xB7\x81\x42\xB1\xB2")},
    {"x-sjis", "髙い表。", BYTES("\xEE\xE0\x82\xA2\x95\x5C\x81\x42")},
    {"euc-jp", "猫は眠い。", BYTES("\xC7\xAD\xA4\xCF\xCC\xB2\xA4\xA4\xA1\xA3")},
    {"iso-2022-jp", "猫は眠い。Tokyo 東京",
     BYTES("\x1B\x24\x42\x47\x2D\x24\x4F\x4C\x32\x24\x24\x21\x23\x1B\x28\x42\x54\x6F\x6B\x79\x6F"
           "\x20\x1B\x24\x42\x45\x6C\x35\x7E\x1B\x28\x42")},
    {"gb2312", "猫在睡觉。", BYTES("\xC3\xA8\xD4\xDA\xCB\xAF\xBE\xF5\xA1\xA3")},
    {"gbk", "貓在睡覺。", BYTES("\xD8\x88\xD4\xDA\xCB\xAF\xD3\x58\xA1\xA3")},
    {"gb18030", "𠮷猫€。", BYTES("\x95\x34\xB2\x35\xC3\xA8\xA2\xE3\xA1\xA3")},
    {"hz-gb-2312", "猫在睡觉。", BYTES("\x7E\x7B\x43\x28\x54\x5A\x4B\x2F\x3E\x75\x21\x23\x7E\x7D")},
    {"big5", "貓在睡覺。", BYTES("\xBF\xDF\xA6\x62\xBA\xCE\xC4\xB1\xA1\x43")},
    {"big5-hkscs", "佢哋嘅貓。", BYTES("\xCA\x5C\x92\x5D\x9D\xEF\xBF\xDF\xA1\x43")},
    {"ks_c_5601-1987", "고양이가 잔다. 똠",
     BYTES("\xB0\xED\xBE\xE7\xC0\xCC\xB0\xA1\x20\xC0\xDC\xB4\xD9\x2E\x20\x8C\x63")},
    {"euc-kr", "고양이가 잔다.", BYTES("\xB0\xED\xBE\xE7\xC0\xCC\xB0\xA1\x20\xC0\xDC\xB4\xD9\x2E")},
    {"iso-2022-kr", "고양이가 잔다.",
     BYTES("\x1B\x24\x29\x43\x0E\x30\x6D\x3E\x67\x40\x4C\x30\x21\x0F\x20\x0E\x40\x5C\x34\x59\x0F"
           "\x2E")},
    {"utf-16le", "One 😀 猫.",
     BYTES("\x4F\x00\x6E\x00\x65\x00\x20\x00\x3D\xD8\x00\xDE\x20\x00\x2B\x73\x2E\x00")},
    {"utf-16be", "One 😀 猫.",
     BYTES("\x00\x4F\x00\x6E\x00\x65\x00\x20\xD8\x3D\xDE\x00\x00\x20\x73\x2B\x00\x2E")},
    {"utf-32le", "One 😀.",
     BYTES("\x4F\x00\x00\x00\x6E\x00\x00\x00\x65\x00\x00\x00\x20\x00\x00\x00\x00\xF6\x01\x00\x2E"
           "\x00\x00\x00")},
    {"utf-32be", "One 😀.",
     BYTES("\x00\x00\x00\x4F\x00\x00\x00\x6E\x00\x00\x00\x65\x00\x00\x00\x20\x00\x01\xF6\x00\x00"
           "\x00\x00\x2E")},
    {"utf-8", "One 😀 猫.", BYTES("\x4F\x6E\x65\x20\xF0\x9F\x98\x80\x20\xE7\x8C\xAB\x2E")},
};

static void texts_in_each_charset_become_utf8(void **state)
{
    (void)state;
    Arena arena = new_arena(1 << 24), fresh = arena;
    for (size_t i = 0; i < COUNT(SAMPLES); i++) {
        Str text;
        if (!charset_to_utf8(str_from(SAMPLES[i].name), SAMPLES[i].bytes, &arena, &text))
            fail_msg("%s is unknown", SAMPLES[i].name);
        if (!str_equal(text, str_from(SAMPLES[i].text)))
            fail_msg("%s gives %.*s", SAMPLES[i].name, STR_ARG(text));
    }
    free_arena(fresh);
}

static void assert_called(const char *label, const char *name)
{
    const char *called = charset_called(str_from(label));
    if (!called || !name) {
        assert_true(called == name);
        return;
    }
    assert_string_equal(called, name);
}

// Labels of the Encoding Standard, and in the spellings that are met.
static void a_charset_goes_by_many_names(void **state)
{
    (void)state;
    assert_called("ISO-8859-1", "Windows-1252");
    assert_called(" latin1\n", "Windows-1252");
    assert_called("US-ASCII", "Windows-1252");
    assert_called("ansi_x3.4-1968", "Windows-1252");
    assert_called("iso_8859-1:1987", "Windows-1252");
    assert_called("csISOLatin2", "ISO-8859-2");
    assert_called("ISO8859-9", "Windows-1254");
    assert_called("GB2312", "GB18030");
    assert_called("csGB2312", "GB18030");
    assert_called("KS_C_5601-1987", "Windows-949");
    assert_called("euc-kr", "Windows-949");
    assert_called("X-SJIS", "Shift_JIS");
    assert_called("Windows-31J", "Shift_JIS");
    assert_called("x-x-big5", "Big5");
    assert_called("x-cp1251", "Windows-1251");
    assert_called("x-mac-roman", "MacRoman");
    assert_called("unicode-1-1-utf-8", "UTF-8");
    assert_called("UTF8", "UTF-8");
    assert_called("koi", "KOI8-R");
    assert_called("", NULL);
    assert_called("x", NULL);
    assert_called("utf-7", NULL);
    assert_called("a name that is far too long to be that of a character set", NULL);
}

static void an_unknown_name_is_refused(void **state)
{
    (void)state;
    Arena arena = new_arena(1 << 24), fresh = arena;
    Str text;
    assert_false(charset_to_utf8(STR("klingon"), STR("One."), &arena, &text));
    assert_false(charset_to_utf8((Str){0}, STR("One."), &arena, &text));
    free_arena(fresh);
}

static void bytes_that_stand_for_nothing_are_replaced(void **state)
{
    (void)state;
    Arena arena = new_arena(1 << 24), fresh = arena;
    Str text;
    assert_true(charset_to_utf8(STR("shift_jis"), STR("a\x82"), &arena, &text));
    assert_str(text, "a\xEF\xBF\xBD");
    assert_true(charset_to_utf8(STR("utf-16le"),
                                (Str){"\x00\xDC"
                                      "a\0b",
                                      5},
                                &arena, &text));
    assert_str(text, "\xEF\xBF\xBD"
                     "a\xEF\xBF\xBD");
    assert_true(charset_to_utf8(STR("utf-8"), (Str){0}, &arena, &text));
    assert_int_equal(text.len, 0);
    free_arena(fresh);
}

// A character that the border of a chunk parts: every length of what stands before.
static void chunks_part_no_character(void **state)
{
    (void)state;
    static char bytes[20000];
    Arena arena = new_arena(1 << 24), fresh = arena;
    for (size_t shift = 0; shift < 4; shift++) {
        size_t len = shift;
        memset(bytes, 'a', shift);
        for (; len + 4 <= sizeof bytes; len += 4)
            memcpy(bytes + len, "\xF0\x9F\x98\x80", 4);
        Str text;
        assert_true(charset_to_utf8(STR("utf-8"), (Str){bytes, len}, &arena, &text));
        assert_true(str_equal(text, (Str){bytes, len}));
    }
    free_arena(fresh);
}

static const Source *source_of(Source *source, const char *type, Str bytes)
{
    *source = (Source){.name = STR("a"), .bytes = bytes, .content_type = str_from(type)};
    return source;
}

static void assert_declared(const char *type, Str bytes, const char *charset)
{
    Source source;
    assert_str(declared_charset(source_of(&source, type, bytes)).charset, charset);
}

static void documents_say_what_they_are_written_in(void **state)
{
    (void)state;
    assert_declared("text/html; charset=KOI8-R", STR(""), "KOI8-R");
    assert_declared("text/html;Charset = \"koi8-r\" ; q=1", STR(""), "koi8-r");
    assert_declared("text/html; charset=koi8-r", STR("<meta charset=big5>"), "koi8-r");
    assert_declared("text/html; charset=nonsense", STR("<meta charset=big5>"), "big5");
    assert_declared("", STR("<!doctype html>\n<META CharSet = 'Big5' />"), "Big5");
    assert_declared("", STR("<meta name=x><meta\ncharset=big5>"), "big5");
    assert_declared("", STR("<!-- <meta charset=koi8-r> --><meta charset=big5>"), "big5");
    assert_declared("", STR("<meta http-equiv=Content-Type content='text/html; charset=big5'>"),
                    "big5");
    assert_declared("", STR("<meta content=\"text/html;charset=big5\" http-equiv=content-type>"),
                    "big5");
    assert_declared("", STR("<meta content='text/html; charset=big5'>"), "");
    assert_declared("", STR("<metadata charset=big5>"), "");
    assert_declared("", STR("<meta charset=utf-16>"), "UTF-8");
    assert_declared("", STR("<?xml version='1.0' encoding='windows-1251'?><a/>"), "windows-1251");
    assert_declared("", STR("@charset \"big5\"; a {}"), "big5");
    assert_declared("", STR("Write <meta charset=big5> in the head."), "");
    assert_declared("text/plain", STR("One."), "");
}

static void assert_decoded(const char *type, Str bytes, const char *text, const char *note)
{
    Source source;
    Arena arena = new_arena(1 << 24), fresh = arena;
    Notes notes = {0};
    Error err = {0};
    Str got;
    if (!decode_text(source_of(&source, type, bytes), &arena, &got, &notes, &err))
        fail_msg("%s", err.message);
    assert_str(got, text);
    assert_int_equal(notes.count, note ? 1 : 0);
    if (note) {
        Str said = notes.items[0].text;
        if (str_find(said, str_from(note)) == said.len)
            fail_msg("the note is \"%.*s\"", STR_ARG(said));
    }
    free_arena(fresh);
}

static void what_is_declared_is_believed_where_it_is_no_utf8(void **state)
{
    (void)state;
    Str koi = STR("\xEB\xCF\xD4 \xD3\xD0\xC9\xD4.");
    assert_decoded("text/plain; charset=koi8-r", koi, "Кот спит.", "KOI8-R, as the server says");
    assert_decoded("text/plain; charset=koi8-r", STR("Кот спит."), "Кот спит.", NULL);
    assert_decoded("", STR("<meta charset=koi8-r><p>\xEB\xCF\xD4."), "<meta charset=koi8-r><p>Кот.",
                   "KOI8-R, as the document says");
}

// Windows-1252, said to be Shift_JIS.
static void what_is_declared_is_not_believed_where_it_cannot_be_true(void **state)
{
    (void)state;
    assert_decoded("text/plain; charset=shift_jis",
                   STR("Il a \xE9t\xE9 \xE0 l'h\xF4tel \xE9loign\xE9, o\xF9 la cr\xE8me est "
                       "servie. C'\xE9tait l'\xE9t\xE9."),
                   "Il a été à l'hôtel éloigné, où la crème est servie. C'était l'été.",
                   "Windows-1252, as it seems");
}

static void what_is_written_in_ascii_alone_is_told_by_its_escapes(void **state)
{
    (void)state;
    Str japanese = STR("Tokyo \x1B$BEl5~\x1B(B.");
    assert_decoded("", japanese, "Tokyo 東京.", "ISO-2022-JP");
    assert_decoded("text/plain; charset=iso-2022-jp", japanese, "Tokyo 東京.", "ISO-2022-JP");
    Str chinese = STR("~{C(TZK/>u!#~}");
    assert_decoded("text/plain; charset=hz-gb-2312", chinese, "猫在睡觉。", "HZ");
    assert_decoded("", chinese, "~{C(TZK/>u!#~}", NULL);
}

static void a_hole_in_a_page_is_a_character_that_is_unknown(void **state)
{
    (void)state;
    Str page = {"<p>One sentence of a page\0 with a hole.</p>", 43};
    assert_decoded("", page, "<p>One sentence of a page\xEF\xBF\xBD with a hole.</p>", NULL);
    assert_decoded("text/html", str_slice(page, 3, page.len),
                   "One sentence of a page\xEF\xBF\xBD with a hole.</p>", NULL);
    Reading *r = read_bytes("a", (Str){"<a\0\0\0\0\0>", 8}, (ReadOptions){0});
    assert_false(r->ok);
    free_reading(r);
}

static void assert_detected(Str bytes, const char *charset)
{
    Arena arena = new_arena(1 << 24), fresh = arena;
    const char *found = detect_charset(bytes, arena);
    if (!found || strcmp(found, charset) != 0)
        fail_msg("%s is taken for %s", charset, found ? found : "nothing");
    free_arena(fresh);
}

static void bytes_tell_what_they_are_written_in(void **state)
{
    (void)state;
    assert_detected(STR("\xD1\xEE\xE2\xE5\xF2"
                        " \xE3\xEE\xF0\xEE\xE4\xE0"
                        " \xF3\xF2\xE2\xE5\xF0\xE4\xE8\xEB"
                        " \xE1\xFE\xE4\xE6\xE5\xF2"
                        " \xED\xE0"
                        " \xF1\xEB\xE5\xE4\xF3\xFE\xF9\xE8\xE9"
                        " \xE3\xEE\xE4"
                        ", \xF1\xEE\xEE\xE1\xF9\xE8\xEB\xE0"
                        " \xE2\xEE"
                        " \xE2\xF2\xEE\xF0\xED\xE8\xEA"
                        " \xEC\xFD\xF0"
                        ". \xD8\xEA\xEE\xEB\xFB"
                        " \xEE\xF2\xEA\xF0\xEE\xFE\xF2"
                        " \xF1\xED\xEE\xE2\xE0"
                        "."),
                    "Windows-1251");
    assert_detected(STR("\xF3\xCF\xD7\xC5\xD4"
                        " \xC7\xCF\xD2\xCF\xC4\xC1"
                        " \xD5\xD4\xD7\xC5\xD2\xC4\xC9\xCC"
                        " \xC2\xC0\xC4\xD6\xC5\xD4"
                        " \xCE\xC1"
                        " \xD3\xCC\xC5\xC4\xD5\xC0\xDD\xC9\xCA"
                        " \xC7\xCF\xC4"
                        ", \xD3\xCF\xCF\xC2\xDD\xC9\xCC\xC1"
                        " \xD7\xCF"
                        " \xD7\xD4\xCF\xD2\xCE\xC9\xCB"
                        " \xCD\xDC\xD2"
                        ". \xFB\xCB\xCF\xCC\xD9"
                        " \xCF\xD4\xCB\xD2\xCF\xC0\xD4"
                        " \xD3\xCE\xCF\xD7\xC1"
                        "."),
                    "KOI8-R");
    assert_detected(STR("\xC1\xDE\xD2\xD5\xE2"
                        " \xD3\xDE\xE0\xDE\xD4\xD0"
                        " \xE3\xE2\xD2\xD5\xE0\xD4\xD8\xDB"
                        " \xD1\xEE\xD4\xD6\xD5\xE2"
                        " \xDD\xD0"
                        " \xE1\xDB\xD5\xD4\xE3\xEE\xE9\xD8\xD9"
                        " \xD3\xDE\xD4"
                        ", \xE1\xDE\xDE\xD1\xE9\xD8\xDB\xD0"
                        " \xD2\xDE"
                        " \xD2\xE2\xDE\xE0\xDD\xD8\xDA"
                        " \xDC\xED\xE0"
                        ". \xC8\xDA\xDE\xDB\xEB"
                        " \xDE\xE2\xDA\xE0\xDE\xEE\xE2"
                        " \xE1\xDD\xDE\xD2\xD0"
                        "."),
                    "ISO-8859-5");
    assert_detected(STR("\x91\xAE\xA2\xA5\xE2"
                        " \xA3\xAE\xE0\xAE\xA4\xA0"
                        " \xE3\xE2\xA2\xA5\xE0\xA4\xA8\xAB"
                        " \xA1\xEE\xA4\xA6\xA5\xE2"
                        " \xAD\xA0"
                        " \xE1\xAB\xA5\xA4\xE3\xEE\xE9\xA8\xA9"
                        " \xA3\xAE\xA4"
                        ", \xE1\xAE\xAE\xA1\xE9\xA8\xAB\xA0"
                        " \xA2\xAE"
                        " \xA2\xE2\xAE\xE0\xAD\xA8\xAA"
                        " \xAC\xED\xE0"
                        ". \x98\xAA\xAE\xAB\xEB"
                        " \xAE\xE2\xAA\xE0\xAE\xEE\xE2"
                        " \xE1\xAD\xAE\xA2\xA0"
                        "."),
                    "IBM866");
    assert_detected(STR("\xD4\xEF"
                        " \xE4\xE7\xEC\xEF\xF4\xE9\xEA\xFC"
                        " \xF3\xF5\xEC\xE2\xEF\xFD\xEB\xE9\xEF"
                        " \xE5\xED\xDD\xEA\xF1\xE9\xED\xE5"
                        " \xF4\xEF\xED"
                        " \xF0\xF1\xEF\xFB\xF0\xEF\xEB\xEF\xE3\xE9\xF3\xEC\xFC"
                        " \xE3\xE9\xE1"
                        " \xF4\xEF"
                        " \xE5\xF0\xFC\xEC\xE5\xED\xEF"
                        " \xDD\xF4\xEF\xF2"
                        "."),
                    "ISO-8859-7");
    assert_detected(STR("Belediye meclisi gelecek y\xFD"
                        "l\xFD"
                        "n b\xFC"
                        "t\xE7"
                        "esini onaylad\xFD"
                        ", dedi ba\xFE"
                        "kan sal\xFD"
                        " g\xFC"
                        "n\xFC"
                        ". \xDE"
                        "ehirde ya\xF0\xFD\xFE"
                        " bekleniyor."),
                    "Windows-1254");
    assert_detected(STR("Rada miasta zatwierdzi\xB3"
                        "a bud\xBF"
                        "et na przysz\xB3"
                        "y rok, powiedzia\xB3"
                        "a we wtorek burmistrz. \x8C"
                        "nieg b\xEA"
                        "dzie pada\xE6"
                        "."),
                    "Windows-1250");
    assert_detected(STR("Rada miasta zatwierdzi\xB3"
                        "a bud\xBF"
                        "et na przysz\xB3"
                        "y rok, powiedzia\xB3"
                        "a we wtorek burmistrz. \xA6"
                        "nieg b\xEA"
                        "dzie pada\xE6"
                        "."),
                    "ISO-8859-2");
    assert_detected(STR("\x8E"
                        "s\x8B"
                        "c\x89\xEF\x82\xCD\x97\x88\x94"
                        "N\x93"
                        "x\x82\xCC\x97\x5C\x8E"
                        "Z\x88\xC4\x82\xF0\x89\xC2\x8C\x88\x82\xB5\x82\xBD\x82\xC6\x81"
                        "A\x8E"
                        "s\x92\xB7\x82\xAA\x89\xCE\x97"
                        "j\x93\xFA\x82\xC9\x94\xAD\x95\x5C\x82\xB5\x82\xBD\x81"
                        "B"),
                    "Shift_JIS");
    assert_detected(
        STR("\xBB\xD4\xB5\xC4\xB2\xF1\xA4\xCF\xCD\xE8\xC7\xAF\xC5\xD9\xA4\xCE\xCD\xBD\xBB\xBB\xB0"
            "\xC6\xA4\xF2\xB2\xC4\xB7\xE8\xA4\xB7\xA4\xBF\xA4\xC8\xA1\xA2\xBB\xD4\xC4\xB9\xA4\xAC"
            "\xB2\xD0\xCD\xCB\xC6\xFC\xA4\xCB\xC8\xAF\xC9\xBD\xA4\xB7\xA4\xBF\xA1\xA3"
            ""),
        "EUC-JP");
    assert_detected(
        STR("\xCA\xD0\xD2\xE9\xBB\xE1\xC5\xFA\xD7\xBC\xC1\xCB\xC3\xF7\xC4\xEA\xB5\xC4\xD4\xA4\xCB"
            "\xE3\xA3\xAC\xCA\xD0\xB3\xA4\xD0\xC7\xC6\xDA\xB6\xFE\xCB\xB5\xA1\xA3"
            ""),
        "GB18030");
    assert_detected(STR("\xA5\xAB\xC4\xB3\xB7"
                        "|\xA7\xE5\xAD\xE3\xA4"
                        "F\xA9\xFA\xA6"
                        "~\xAA\xBA\xB9"
                        "w\xBA\xE2\xA1"
                        "A\xA5\xAB\xAA\xF8\xAC"
                        "P\xB4\xC1\xA4"
                        "G\xBB\xA1\xA1"
                        "C"),
                    "Big5");
    assert_detected(STR("\xBD\xC3\xC0\xC7\xC8\xB8\xB4\xC2"
                        " \xB3\xBB\xB3\xE2\xB5\xB5"
                        " \xBF\xB9\xBB\xEA\xC0\xBB"
                        " \xBD\xC2\xC0\xCE\xC7\xDF\xB4\xD9\xB0\xED"
                        " \xBD\xC3\xC0\xE5\xC0\xCC"
                        " \xC8\xAD\xBF\xE4\xC0\xCF\xBF\xA1"
                        " \xB9\xE0\xC7\xFB\xB4\xD9"
                        "."),
                    "Windows-949");
    assert_detected(STR("\xEE\xE5\xF2\xF6\xFA"
                        " \xE4\xF2\xE9\xF8"
                        " \xE0\xE9\xF9\xF8\xE4"
                        " \xE0\xFA"
                        " \xE4\xFA\xF7\xF6\xE9\xE1"
                        " \xEC\xF9\xF0\xE4"
                        " \xE4\xE1\xE0\xE4"
                        ", \xE0\xEE\xF8\xE4"
                        " \xF8\xE0\xF9"
                        " \xE4\xF2\xE9\xF8"
                        " \xE1\xE9\xE5\xED"
                        " \xF9\xEC\xE9\xF9\xE9"
                        "."),
                    "ISO-8859-8");
    assert_detected(STR("\xE6\xC7\xDD\xDE"
                        " \xE3\xCC\xE1\xD3"
                        " \xC7\xE1\xE3\xCF\xED\xE4\xC9"
                        " \xDA\xE1\xEC"
                        " \xE3\xED\xD2\xC7\xE4\xED\xC9"
                        " \xC7\xE1\xDA\xC7\xE3"
                        " \xC7\xE1\xE3\xDE\xC8\xE1\xA1"
                        " \xCD\xD3\xC8\xE3\xC7"
                        " \xDE\xC7\xE1\xCA"
                        " \xD1\xC6\xED\xD3\xC9"
                        " \xC7\xE1\xC8\xE1\xCF\xED\xC9"
                        " \xED\xE6\xE3"
                        " \xC7\xE1\xCB\xE1\xC7\xCB\xC7\xC1"
                        "."),
                    "Windows-1256");
    assert_detected(STR("Der Stadtrat hat den Haushalt f\xFC"
                        "r das n\xE4"
                        "chste Jahr beschlossen, sagte die B\xFC"
                        "rgermeisterin. Gr\xF6\xDF"
                        "e z\xE4"
                        "hlt."),
                    "Windows-1252");
    assert_detected(STR("Le conseil municipal a approuv\xE9"
                        " le budget de l\x92"
                        "ann\xE9"
                        "e prochaine, a d\xE9"
                        "clar\xE9"
                        " la maire \xE0"
                        " l\x92"
                        "h\xF4"
                        "tel de ville."),
                    "Windows-1252");
    assert_detected(STR("Der Stadtrat hat den Haushalt f\x9F"
                        "r das n\x8A"
                        "chste Jahr beschlossen, sagte die B\x9F"
                        "rgermeisterin. Gr\x9A\xA7"
                        "e z\x8A"
                        "hlt."),
                    "MacRoman");
    assert_detected(STR("Le conseil municipal a approuv\x8E"
                        " le budget de l\xD5"
                        "ann\x8E"
                        "e prochaine, a d\x8E"
                        "clar\x8E"
                        " la maire \x88"
                        " l\xD5"
                        "h\x99"
                        "tel de ville."),
                    "MacRoman");
    assert_detected(STR("Le conseil municipal a approuv\x82"
                        " le budget de l'ann\x82"
                        "e prochaine, a d\x82"
                        "clar\x82"
                        " la maire \x85"
                        " l'h\x93"
                        "tel de ville."),
                    "IBM850");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_in_each_charset_become_utf8),
        cmocka_unit_test(a_charset_goes_by_many_names),
        cmocka_unit_test(an_unknown_name_is_refused),
        cmocka_unit_test(bytes_that_stand_for_nothing_are_replaced),
        cmocka_unit_test(chunks_part_no_character),
        cmocka_unit_test(documents_say_what_they_are_written_in),
        cmocka_unit_test(what_is_declared_is_believed_where_it_is_no_utf8),
        cmocka_unit_test(what_is_declared_is_not_believed_where_it_cannot_be_true),
        cmocka_unit_test(what_is_written_in_ascii_alone_is_told_by_its_escapes),
        cmocka_unit_test(a_hole_in_a_page_is_a_character_that_is_unknown),
        cmocka_unit_test(bytes_tell_what_they_are_written_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
