// Which language a text is in, as far as stops go.
#include "reading.h"
#include "split/family.h"

static Family guess(const char *language, const char *text)
{
    return guess_family(str_from(language), str_from(text));
}

static void small_words_tell_the_family(void **state)
{
    (void)state;
    assert_int_equal(guess("en", "The sea rose and it fell. They left."), FAMILY_ENGLISH);
    assert_int_equal(guess("en", "Die See stieg und sie fiel."), FAMILY_GERMANIC);
    assert_int_equal(guess("en", "Han kom ikke, og hun blev."), FAMILY_GERMANIC);
    assert_int_equal(guess("", "La mer est haute et les bateaux partent."), FAMILY_ROMANCE);
    assert_int_equal(guess("", "El mar es alto y los barcos parten."), FAMILY_ROMANCE);
    assert_int_equal(guess("en", "Nie jest to morze, które się podnosi."), FAMILY_WEST_SLAVIC);
    assert_int_equal(guess("en", "Море поднялось."), FAMILY_CYRILLIC);
}

static void too_little_or_mixed_text_tells_nothing(void **state)
{
    (void)state;
    assert_int_equal(guess("en", ""), FAMILY_UNKNOWN);
    assert_int_equal(guess("en", "Max Ito"), FAMILY_UNKNOWN);
    assert_int_equal(guess("en", "海が上がった。"), FAMILY_UNKNOWN);
    assert_int_equal(guess("en", "The boat of Ann: der das"), FAMILY_UNKNOWN);
}

static void what_is_declared_counts_but_english_is_the_default(void **state)
{
    (void)state;
    assert_int_equal(guess("pt-BR", "The sea rose and it fell."), FAMILY_ROMANCE);
    assert_int_equal(guess("DE", ""), FAMILY_GERMANIC);
    assert_int_equal(guess("fi", "Meri nousi."), FAMILY_OTHER);
    assert_int_equal(guess("en-GB", "Die See stieg und sie fiel."), FAMILY_GERMANIC);
}

static void quoted_words_of_another_language_change_nothing(void **state)
{
    (void)state;
    assert_int_equal(
        guess("en", "The mayor of Leeds said that it was \"la vie en rose\" and left."),
        FAMILY_ENGLISH);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_words_tell_the_family),
        cmocka_unit_test(too_little_or_mixed_text_tells_nothing),
        cmocka_unit_test(what_is_declared_counts_but_english_is_the_default),
        cmocka_unit_test(quoted_words_of_another_language_change_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
