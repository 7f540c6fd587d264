#include "attributing.h"

static void the_subject_stands_before_behind_and_between(void **state)
{
    (void)state;
    assert_all_by("“We sold out,” Ann Pike said.", "Ann Pike");
    assert_all_by("“We sold out,” said Ann Pike.", "Ann Pike");
    assert_all_by("Ann Pike said, “We sold out.”", "Ann Pike");
    assert_all_by("“We sold out,” Ann Pike said, “and it was early.”", "Ann Pike");
    assert_all_by("“We sold out,” Ann Pike told reporters. “It was early.”", "Ann Pike");
    assert_all_by("According to Ann Pike, the mill is “a ruin of a place.”", "Ann Pike");
    assert_all_by("“Why did it burn?” Ann Pike asked.", "Ann Pike");
}

static void appositions_and_brackets_are_passed_over(void **state)
{
    (void)state;
    assert_all_by("“We sold out,” said Mark Hale, a senior baker at Loaf Works in Dover.",
                  "Mark Hale");
    assert_all_by(
        "Mark Hale, a 55-year-old baker from Dover, Ohio, says it will “rise like dough.”",
        "Mark Hale");
    assert_all_by("“We sold out,” Mark Hale, who owns the mill, said.", "Mark Hale");
    assert_all_by("Sen. Mark Hale (R-Ohio) said, “We sold out.”", "Mark Hale");
}

static void names_that_only_describe_do_not_speak(void **state)
{
    (void)state;
    assert_all_by("“We sold out,” Crane attorney Mark Hale said.", "Mark Hale");
    assert_all_by("“We sold out,” said Crane constituent Mark Hale.", "Mark Hale");
    assert_all_by("“We sold out,” Crane running mate Gov. Mark Hale of Ohio told a crowd.",
                  "Mark Hale");
    assert_all_by("Crane’s chief baker, Mark Hale, said the bread was “as hard as a stone.”",
                  "Mark Hale");
    assert_all_by("“I like Donna Crane and Peter Crane,” Mark Hale said.", "Mark Hale");
    assert_all_by("“We sold out,” Dover Flour’s Mark Hale said.", "Mark Hale");
}

static void somebody_without_a_name_is_nobody(void **state)
{
    (void)state;
    assert_all_by("“We sold out,” a spokesman for Mark Hale said.", NULL);
    assert_all_by("“We sold out,” one baker said.", NULL);
    assert_all_by("“We sold out,” officials said.", NULL);
}

static void who_is_spoken_to_does_not_speak(void **state)
{
    (void)state;
    assert_all_by("Mark Hale told Ann Pike: “We sold out.”", "Mark Hale");
    assert_all_by("“We sold out,” wrote Mark Hale to Ann Pike.", "Mark Hale");
}

static void pronouns_follow_the_last_source_by_gender(void **state)
{
    (void)state;
    assert_all_by("Mark Hale came. Ann Pike said she had sold out. “It was early,” she added.",
                  "Ann Pike");
    assert_all_by("Ann Pike came. Mark Hale said he had sold out. “It was early,” he added.",
                  "Mark Hale");
    assert_all_by("Mr. Hale baked. Mrs. Pike sold. “It was early,” he said.", "Mr. Hale");
}

static void indirect_speech_is_followed_too(void **state)
{
    (void)state;
    Attributed *a =
        attribute_string("“We sold out,” said Ann Pike.\n\nDonna Crane said that the mill "
                         "should close.\n\n“It is too old,” she said.");
    assert_speaker(a, 0, "Ann Pike");
    assert_speaker(a, 1, "Donna Crane");
    free_attributed(a);
}

static void a_noun_means_who_was_called_so(void **state)
{
    (void)state;
    Attributed *a = attribute_string("Sen. Ann Pike met the pollster Mark Hale in town.\n\n"
                                     "“We sold out,” the 63-year-old senator said.\n\n"
                                     "“They did,” the pollster said.");
    assert_speaker(a, 0, "Ann Pike");
    assert_speaker(a, 1, "Mark Hale");
    free_attributed(a);
}

static void the_group_is_the_one_that_spoke(void **state)
{
    (void)state;
    Attributed *a = attribute_string("Bakers for Better Bread said the mill must close.\n\n"
                                     "“It is too old,” the group said. “Close it.”");
    assert_speaker(a, 0, "Bakers for Better Bread");
    assert_speaker(a, 1, "Bakers for Better Bread");
    assert_int_equal(a->script.speakers.items[1].kind, SPEAKER_ORGANISATION);
    free_attributed(a);
}

static void a_paragraph_of_quotation_goes_on_with_the_speaker(void **state)
{
    (void)state;
    assert_all_by(
        "“We sold out,” Ann Pike said.\n\n“It was early in the day, and we had nothing left.”",
        "Ann Pike");
    assert_all_by("Ann Pike was curt:\n\n“We sold out, and that is all there is to say.”",
                  "Ann Pike");
}

static void labels_before_a_colon_name_the_speaker(void **state)
{
    (void)state;
    assert_all_by("Ann Pike: “We sold out early today.”", "Ann Pike");
    assert_all_by("“We sold out early today.” — Ann Pike", "Ann Pike");
}

static void a_new_source_in_the_paragraph_takes_its_own_quotation(void **state)
{
    (void)state;
    Attributed *a =
        attribute_string("“We are bakers,” Ann Pike said. “We bake.” Mark Hale said: “They "
                         "sold out.”");
    assert_speaker(a, 0, "Ann Pike");
    assert_speaker(a, 1, "Ann Pike");
    assert_speaker(a, 2, "Mark Hale");
    free_attributed(a);
}

static void in_talk_people_take_turns(void **state)
{
    (void)state;
    Attributed *a =
        attribute_string("“Is it late already?” asked Anna.\n\n“It is only noon!” cried Peter.\n\n"
                         "“Then why do we sit here?”\n\n“Because it rains, I suppose.”\n\n"
                         "“Will it stop?”");
    assert_speaker(a, 2, "Anna");
    assert_speaker(a, 3, "Peter");
    assert_speaker(a, 4, "Anna");
    assert_true(quote_at(a, 2)->sureness < quote_at(a, 0)->sureness);
    free_attributed(a);
}

static void the_mention_is_what_names_the_speaker(void **state)
{
    (void)state;
    Attributed *a = attribute_string("Ann Pike came. “We sold out,” she said.");
    assert_str(str_span(a->reading->article.text, quote_at(a, 0)->mention), "she");
    assert_true(quote_at(a, 0)->sureness > 0.5F && quote_at(a, 0)->sureness < 0.95F);
    free_attributed(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_subject_stands_before_behind_and_between),
        cmocka_unit_test(appositions_and_brackets_are_passed_over),
        cmocka_unit_test(names_that_only_describe_do_not_speak),
        cmocka_unit_test(somebody_without_a_name_is_nobody),
        cmocka_unit_test(who_is_spoken_to_does_not_speak),
        cmocka_unit_test(pronouns_follow_the_last_source_by_gender),
        cmocka_unit_test(indirect_speech_is_followed_too),
        cmocka_unit_test(a_noun_means_who_was_called_so),
        cmocka_unit_test(the_group_is_the_one_that_spoke),
        cmocka_unit_test(a_paragraph_of_quotation_goes_on_with_the_speaker),
        cmocka_unit_test(labels_before_a_colon_name_the_speaker),
        cmocka_unit_test(a_new_source_in_the_paragraph_takes_its_own_quotation),
        cmocka_unit_test(in_talk_people_take_turns),
        cmocka_unit_test(the_mention_is_what_names_the_speaker),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
