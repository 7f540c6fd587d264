#include "attributing.h"

#include "attribute/first_names.h"
#include "attribute/lexicon.h"

static const Speaker *first_speaker(const Attributed *a)
{
    assert_true(a->script.speakers.count > 1);
    return &a->script.speakers.items[1];
}

static void forms_of_a_name_are_one_speaker_with_the_fullest(void **state)
{
    (void)state;
    Attributed *a = attribute_string("“We sold out,” Pike said.\n\n“Early,” Ann Pike said.\n\n"
                                     "“Very early,” Ms. Pike said.");
    for (uint32_t i = 0; i < 3; i++)
        assert_speaker(a, i, "Ann Pike");
    assert_int_equal(first_speaker(a)->aliases.count, 1);
    assert_str(first_speaker(a)->aliases.items[0], "Pike");
    free_attributed(a);
}

static void titles_do_not_belong_to_the_name(void **state)
{
    (void)state;
    assert_all_by("“We sold out,” Oversight Chairman Mark Hale said.", "Mark Hale");
    assert_all_by("“We sold out,” Minister of Flour Ann Pike said.", "Ann Pike");
    assert_all_by("“We sold out,” Republican Sen. Mark Hale said.", "Mark Hale");
    assert_all_by("“We sold out,” Pope Urban said.", "Pope Urban");
}

static void people_of_one_last_name_are_kept_apart(void **state)
{
    (void)state;
    Attributed *a = attribute_string("“We sold out,” Ann Pike said.\n\n“Early,” Mark Pike said.\n\n"
                                     "“Very early,” Mr. Pike said.\n\n“Indeed,” Mrs. Pike said.");
    assert_speaker(a, 0, "Ann Pike");
    assert_speaker(a, 1, "Mark Pike");
    assert_speaker(a, 2, "Mark Pike");
    assert_speaker(a, 3, "Ann Pike");
    free_attributed(a);
}

static void an_organisation_is_known_by_its_initials(void **state)
{
    (void)state;
    Attributed *a =
        attribute_string("The Dover Bakers Union struck.\n\n“We sold out,” the DBU said.");
    assert_speaker(a, 0, "Dover Bakers Union");
    assert_int_equal(first_speaker(a)->kind, SPEAKER_ORGANISATION);
    free_attributed(a);
}

// Two bodies for each pair of letters, none of which is called by its initials.
static void initials_that_stand_nowhere_change_nothing(void **state)
{
    (void)state;
    enum { PAIRS = 24 * 24 };
    char text[PAIRS * 2 * 80], name[40];
    size_t len = 0;
    for (int i = 0; i < 2 * PAIRS; i++)
        len += (size_t)snprintf(text + len, sizeof text - len,
                                "“We sold out,” the %cu%s %corval Union said.\n\n",
                                'B' + i / 2 / 24, i % 2 ? "lmic" : "rnic", 'B' + i / 2 % 24);
    Attributed *a = attribute_string(text);
    for (int i = 0; i < 2 * PAIRS; i++) {
        snprintf(name, sizeof name, "%cu%s %corval Union", 'B' + i / 2 / 24,
                 i % 2 ? "lmic" : "rnic", 'B' + i / 2 % 24);
        assert_speaker(a, (uint32_t)i, name);
        assert_int_equal(a->script.speakers.items[quote_at(a, (uint32_t)i)->speaker].gender,
                         GENDER_UNKNOWN);
    }
    free_attributed(a);
}

static void a_small_word_begins_a_name_that_has_it_elsewhere(void **state)
{
    (void)state;
    Attributed *a = attribute_string("No Mills for Dover said it is “a win for our town.”\n\n"
                                     "No Mills For Dover wrote: “We sold out.”");
    assert_speaker(a, 0, "No Mills for Dover");
    assert_speaker(a, 1, "No Mills for Dover");
    free_attributed(a);
}

static void gender_comes_from_titles_names_and_pronouns(void **state)
{
    (void)state;
    Attributed *a =
        attribute_string("“We sold out,” Ann Pike said.\n\n“Early,” said Mr. Hale.\n\n"
                         "“Very,” Quorra Vint said as she left.\n\n“Yes,” Zorx Tamm said.");
    const Gender want[] = {GENDER_FEMALE, GENDER_MALE, GENDER_FEMALE, GENDER_UNKNOWN};
    for (uint32_t i = 0; i < COUNT(want); i++)
        assert_int_equal(a->script.speakers.items[quote_at(a, i)->speaker].gender, want[i]);
    free_attributed(a);
}

static void first_names_are_told_by_sex(void **state)
{
    (void)state;
    assert_int_equal(find_first_name(STR("aaliyah")), FIRST_NAME_FEMALE);
    assert_int_equal(find_first_name(STR("john")), FIRST_NAME_MALE);
    assert_int_equal(find_first_name(STR("zev")), FIRST_NAME_MALE);
    assert_int_equal(find_first_name(STR("stacy")), FIRST_NAME_MOSTLY_FEMALE);
    assert_int_equal(find_first_name(STR("jessie")), FIRST_NAME_SHARED);
    assert_int_equal(find_first_name(STR("london")), NOT_A_FIRST_NAME);
    assert_int_equal(find_first_name(STR("")), NOT_A_FIRST_NAME);
}

static void every_word_has_the_classes_of_its_lists(void **state)
{
    (void)state;
    Arena arena = new_arena((size_t)1 << 30), fresh = arena;
    const WordClasses *classes = load_word_classes(&arena);
    for (size_t i = 0; i < WORD_LIST_COUNT; i++) {
        Str rest = str_from(WORD_LISTS[i].words);
        while (rest.len) {
            Str word = str_slice(rest, 0, str_find(rest, STR(" ")));
            uint32_t found = find_word_classes(classes, word) & WORD_LISTS[i].classes;
            assert_int_equal(found, word.len ? WORD_LISTS[i].classes : 0);
            rest = str_slice(rest, word.len + 1, rest.len);
        }
    }
    assert_int_equal(find_word_classes(classes, STR("harbourmaster's")), 0);
    assert_int_equal(find_word_classes(classes, STR("")), 0);
    free_arena(fresh);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_of_a_name_are_one_speaker_with_the_fullest),
        cmocka_unit_test(titles_do_not_belong_to_the_name),
        cmocka_unit_test(people_of_one_last_name_are_kept_apart),
        cmocka_unit_test(an_organisation_is_known_by_its_initials),
        cmocka_unit_test(initials_that_stand_nowhere_change_nothing),
        cmocka_unit_test(a_small_word_begins_a_name_that_has_it_elsewhere),
        cmocka_unit_test(gender_comes_from_titles_names_and_pronouns),
        cmocka_unit_test(first_names_are_told_by_sex),
        cmocka_unit_test(every_word_has_the_classes_of_its_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
