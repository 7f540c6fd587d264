// Which language an article is in, and which of its words are in others.
#include "read/language.h"
#include "reading.h"

static const char ENGLISH[] =
    "The harbour was quiet in the morning, and the boats waited for the tide. A fisherman stood on "
    "the quay and mended his net, as he had done every day for thirty years. Nobody asked him why, "
    "and he would not have known what to say to them.";
static const char GERMAN[] =
    "Der Hafen war am Morgen ruhig, und die Boote warteten auf die Flut. Ein Fischer stand am Kai "
    "und flickte sein Netz, wie er es seit dreißig Jahren jeden Tag getan hatte. Niemand fragte "
    "ihn, warum, und er hätte auch nicht gewusst, was er ihnen sagen sollte.";

// ---- what decides

typedef struct {
    const char *asked, *declared, *told, *script;
    int letters, percent;
    const char *want;
    bool known, wrong;
} Row;

static const Row ROWS[] = {
    // Nothing tells: English is assumed.
    {"", "", "", "", 0, 0, "en", false, false},
    {"", "", "de", "", 10, 99, "en", false, false},
    {"", "", "de", "", 900, 60, "en", false, false},
    {"", "", "de", "", 90, 98, "de", true, false},
    {"", "", "", "ru", 12, 0, "ru", true, false},
    {"", "", "bg", "ru", 90, 98, "bg", true, false},
    // What is declared stays, with its region, where the words agree or cannot tell.
    {"", "en-GB", "en", "", 900, 99, "en-GB", true, false},
    {"", "fr", "", "", 900, 0, "fr", true, false},
    {"", "fr", "de", "", 90, 99, "fr", true, false},
    {"", "fr", "de", "", 900, 70, "fr", true, false},
    {"", "nn", "no", "", 900, 99, "nn", true, false},
    {"", "sr-Latn", "hr", "", 900, 99, "sr-Latn", true, false},
    {"", "oc", "ca", "", 900, 99, "oc", true, false}, // not one that can be told
    // Plainly wrong.
    {"", "en", "de", "", 900, 99, "de", true, true},
    {"", "en-US", "ja", "ja", 900, 99, "ja", true, true},
    // The user always wins.
    {"it", "en", "de", "", 900, 99, "it", true, false},
    {"pt-BR", "", "", "", 0, 0, "pt-BR", true, false},
};

static void what_was_asked_for_wins_then_the_words_then_what_is_declared(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        const Row *row = &ROWS[i];
        LanguageEvidence e = {.asked = str_from(row->asked),
                              .declared = str_from(row->declared),
                              .told = str_from(row->told),
                              .script = str_from(row->script),
                              .letters = (size_t)row->letters,
                              .percent = row->percent};
        LanguageAnswer answer = decide_language(&e);
        assert_str(answer.language, row->want);
        assert_int_equal(answer.known, row->known);
        assert_int_equal(answer.wrong, row->wrong);
    }
}

static Reading *read_as(const char *name, const char *text, const char *language)
{
    Reading *r = read_bytes(name, str_from(text), (ReadOptions){.language = str_from(language)});
    assert_true(r->ok);
    return r;
}

static void assert_language(const char *name, const char *text, const char *asked, const char *want,
                            bool known)
{
    Reading *r = read_as(name, text, asked);
    assert_str(r->article.language, want);
    assert_int_equal(r->article.language_known, known);
    free_reading(r);
}

static const char *page(const char *tag, const char *body)
{
    static char text[4000];
    snprintf(text, sizeof text, "<!doctype html><html lang=\"%s\"><body><p>%s</p></body></html>",
             tag, body);
    return text;
}

static void a_text_tells_its_language(void **state)
{
    (void)state;
    assert_language("a.txt", ENGLISH, "", "en", true);
    assert_language("a.txt", GERMAN, "", "de", true);
    assert_language("a.txt", GERMAN, "nl", "nl", true);
    assert_language("a.txt", "Max Ito", "", "en", false);
    assert_language("a.txt", "Gen. David Petraeus", "", "en", false); // names tell nothing
    assert_language("a.txt", "Площадь 14 кв.м.", "", "ru", true);
    assert_language("a.txt", "それは何ですか？", "", "ja", true);
}

static void a_page_that_is_wrong_of_itself_is_told_so(void **state)
{
    (void)state;
    assert_language("a.html", page("en-GB", ENGLISH), "", "en-GB", true);
    Reading *r = read_as("a.html", page("en", GERMAN), "");
    assert_str(r->article.language, "de");
    assert_int_equal(r->article.notes.count, 1);
    assert_int_equal(r->article.foreign.count, 0); // the label is no mark of foreign words
    free_reading(r);
    r = read_as("a.html", page("en", GERMAN), "en");
    assert_str(r->article.language, "en");
    assert_int_equal(r->article.notes.count, 0);
    free_reading(r);
}

// What is left out of an article says nothing of it.
static void dropped_words_do_not_tell(void **state)
{
    (void)state;
    char text[4000];
    snprintf(text, sizeof text, "# The tide\n\n%s\n\n```\n%s\n%s\n%s\n```\n", ENGLISH, GERMAN,
             GERMAN, GERMAN);
    assert_language("a.md", text, "", "en", true);
}

// ---- words in other languages

static void assert_marked(const char *text, uint32_t count, const char *words, const char *language)
{
    Reading *r = read_as("a.html", text, "");
    assert_int_equal(r->article.foreign.count, count);
    for (uint32_t i = 0, at = 0; i < count; i++) {
        ForeignSpan f = r->article.foreign.items[i];
        assert_trimmed(r->article.text, f.span);
        assert_true(f.span.beg >= at);
        at = f.span.end;
        bool inside = false;
        for (uint32_t b = 0; b < r->article.blocks.count; b++) {
            Span block = r->article.blocks.items[b].span;
            inside |= f.span.beg >= block.beg && f.span.end <= block.end;
        }
        assert_true(inside);
    }
    if (count) {
        assert_str(str_span(r->article.text, r->article.foreign.items[0].span), words);
        assert_str(r->article.foreign.items[0].language, language);
    }
    assert_covered(r);
    free_reading(r);
}

static const char *english_page(const char *middle)
{
    static char text[4000];
    snprintf(text, sizeof text, "<html lang=\"en\"><body><p>%s</p>%s<p>%s</p></body></html>",
             ENGLISH, middle, ENGLISH);
    return text;
}

static void marked_words_are_kept_from_four_on(void **state)
{
    (void)state;
    assert_marked(english_page("<p>He calls it <i lang=pt>a nossa <b>casa de</b> sempre</i>.</p>"),
                  1, "a nossa casa de sempre", "pt");
    assert_marked(english_page("<p>He says <i lang=fr>bon voyage</i>.</p>"), 0, "", "");
    assert_marked(english_page("<p>He has <i lang=en-US>a word of his own</i>.</p>"), 0, "", "");
    assert_marked(english_page("<p>He has <i lang=und>ab cd ef gh ij</i>.</p>"), 0, "", "");
    assert_marked(english_page("<p lang=ja>海が上がった。船が待つ。</p>"), 1,
                  "海が上がった。船が待つ。", "ja");
}

static void the_nearest_mark_counts(void **state)
{
    (void)state;
    assert_marked(english_page("<div lang=de><p>Ja, so ist das <span lang=en>as they say in the "
                               "north</span> seit jeher bei uns.</p></div>"),
                  2, "Ja, so ist das", "de");
    assert_marked(english_page("<div lang=de><p>Ja.</p><p>Nein, das glaube ich nicht.</p></div>"),
                  2, "Ja.", "de");
}

// Pages copy templates: what is marked as French and is plainly English stays English.
static void a_mark_that_is_plainly_wrong_is_left_out(void **state)
{
    (void)state;
    char text[1000];
    snprintf(text, sizeof text, "<p lang=fr>%s</p>", ENGLISH);
    assert_marked(english_page(text), 0, "", "");
}

static void assert_foreign(const char *words, const char *language, const char *article,
                           const char *want)
{
    Arena arena = new_arena((size_t)1 << 24), fresh = arena;
    assert_str(tell_foreign(str_from(words), str_from(language), str_from(article), &arena), want);
    free_arena(fresh);
}

static void quoted_words_are_foreign_only_where_that_is_sure(void **state)
{
    (void)state;
    static const char LONG[] = "Wir haben elf Jahre lang auf diesen Morgen gewartet, und niemand "
                               "von uns wollte heute zu Hause bleiben";
    assert_foreign(LONG, "en", ENGLISH, "de");
    assert_foreign(LONG, "de-AT", GERMAN, "");
    assert_foreign("Niemand wollte bleiben, sagt er", "en", ENGLISH, ""); // too short
    assert_foreign(ENGLISH, "en", ENGLISH, "");
    assert_foreign(ENGLISH, "de", GERMAN, "en");
    assert_foreign("Max Weber, Karl Brandt, Anna Schmidt, Otto Lange, Ilse Kurz, Hans Roth, Uwe",
                   "en", ENGLISH, "");
    // Another script is told by fewer letters, and by itself.
    assert_foreign("Море никого не ждёт", "en", ENGLISH, "ru");
    assert_foreign("Море ждёт", "en", ENGLISH, "");
    assert_foreign("我们为这个早晨等了十一年", "en", ENGLISH, "zh");
    assert_foreign("臥薪嘗胆東奔西走", "ja", "それは何ですか。海が上がった。", ""); // Japanese too
    // Breton cannot be told: its words would be taken for another language's.
    assert_foreign(LONG, "br", "Ar mor a zo bras hag ar bigi a zo bihan.", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_asked_for_wins_then_the_words_then_what_is_declared),
        cmocka_unit_test(a_text_tells_its_language),
        cmocka_unit_test(a_page_that_is_wrong_of_itself_is_told_so),
        cmocka_unit_test(dropped_words_do_not_tell),
        cmocka_unit_test(marked_words_are_kept_from_four_on),
        cmocka_unit_test(the_nearest_mark_counts),
        cmocka_unit_test(a_mark_that_is_plainly_wrong_is_left_out),
        cmocka_unit_test(quoted_words_are_foreign_only_where_that_is_sure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
