// Which habits of writing a language follows, as far as stops go.
#include "reading.h"
#include "split/family.h"

static void a_language_tells_its_family(void **state)
{
    (void)state;
    assert_int_equal(family_of(STR("en-GB")), FAMILY_ENGLISH);
    assert_int_equal(family_of(STR("DE")), FAMILY_GERMANIC);
    assert_int_equal(family_of(STR("pt-BR")), FAMILY_ROMANCE);
    assert_int_equal(family_of(STR("cs")), FAMILY_WEST_SLAVIC);
    assert_int_equal(family_of(STR("uk")), FAMILY_CYRILLIC);
    assert_int_equal(family_of(STR("fi")), FAMILY_OTHER);
    assert_int_equal(family_of(STR("enm")), FAMILY_OTHER);
    assert_int_equal(family_of(STR("")), FAMILY_OTHER);
}

// How many sentences a text is cut into.
static uint32_t count_sentences(const char *text, const char *language)
{
    Reading *r = read_bytes("a.txt", str_from(text), (ReadOptions){.language = str_from(language)});
    Sentences sentences;
    assert_true(r->ok && split_article(&r->article, &r->arena, &sentences, &r->err));
    uint32_t count = sentences.items.count;
    free_reading(r);
    return count;
}

static void what_the_text_tells_counts(void **state)
{
    (void)state;
    static const char GERMAN[] = "Die See stieg am 3. Oktober und sie fiel. Er kam z. B. mit Hrn. "
                                 "Ito über die Brücke in die Stadt zurück.";
    assert_int_equal(count_sentences(GERMAN, ""), 2);
    assert_int_equal(count_sentences(GERMAN, "de"), 2);
}

// Too short to tell: abbreviations of all languages count.
static void what_nothing_tells_is_read_by_all_tables(void **state)
{
    (void)state;
    assert_int_equal(count_sentences("Max z. B. Ito", ""), 1);
    assert_int_equal(count_sentences("Max Sen. Ito", ""), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_language_tells_its_family),
        cmocka_unit_test(what_the_text_tells_counts),
        cmocka_unit_test(what_nothing_tells_is_read_by_all_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
