// Where sentences end. A bar in an example stands where the cut must be.
#include "cutting.h"

static void assert_cuts(const char *marked)
{
    char got[CUT_MAX];
    cut_marked(str_from(marked), (Str){0}, got);
    assert_string_equal(got, marked);
}

static void assert_all(const char *const *marked, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_cuts(marked[i]);
}
#define ASSERT_ALL(...)                                                                            \
    do {                                                                                           \
        static const char *const ALL[] = {__VA_ARGS__};                                            \
        assert_all(ALL, COUNT(ALL));                                                               \
    } while (0)

static void stops_end_sentences(void **state)
{
    (void)state;
    ASSERT_ALL("The sea rose.| It fell.| Why?| Nobody knows!| He left", "One line",
               "Wait...| Then go.", "It rose 3.5 feet.| 40 boats sank.| “Help!”| ¿Qué pasa?");
}

static void titles_and_initials_do_not(void **state)
{
    (void)state;
    ASSERT_ALL("We met Mr. Lowe and Sen. Ann B. Cole.| They waved.",
               "J. P. Ito and Dr. A. Sato spoke.", "SEN. COLE VOTED NO.| MR. LOWE DID NOT.",
               "She took vitamin C.| It helped.", "She asked the Prof.| He left.",
               "We met Ed.| It rained on Ed. K. Lowe.", "It sank years ago.| Tide Inc. sold it.",
               "Gov. “Bud” Lowe spoke.| St. Anne sank.");
}

static void acronyms_end_one_only_before_a_new_start(void **state)
{
    (void)state;
    ASSERT_ALL("The U.S. Navy left.| It lives in the U.S.| The navy left.",
               "He has a Ph.D. in law.", "They moved to Elko, Nev.| But Max stayed.",
               "Tide Foods Inc. Chairman Max Ito left.", "She watched RT.| The network is small.",
               "She left Elko, Calif.| “It was late.”", "The U.S. “Navy” left.");
}

static void months_times_and_numbers_are_known(void **state)
{
    (void)state;
    ASSERT_ALL("It fell on Nov. 8 at 6 a.m. Eastern.| He left at 9 a.m.| She stayed.",
               "See No. 5 and p. 12.| He said no.| Never again.", "At 7 a.m. Dr. Ito rose.",
               "It began in May.| They came by 1988.| We left.", "Figure 2. The pier at dawn.");
}

static void quotations_keep_their_speakers(void **state)
{
    (void)state;
    ASSERT_ALL("“Why?” Cole asked.| “Because,” he said.", "“Who is it?” he asked.",
               "“More!” Gov. Ann Cole, D-Ohio, said.| It rose.", "“Ow!” I howled.",
               "She called it “a pier.”| Max Ito wrote a letter.", "\"It fell.\"| \"It rose.\"",
               "He asked, “Why?”| Nobody knew.");
}

static void ellipses_brackets_and_names_with_marks(void **state)
{
    (void)state;
    ASSERT_ALL("It was ... late.", "He waited . . . and left.", "I was ... I don't know.",
               "They lost it...| I'm done.", "It [...] was late.",
               "We left (it was late.) at once.", "(He left.)| It rose.",
               "He works at Yahoo! in Elko.", "She (b. 1949; div. 1964) left.",
               "“Viva Elena!” (1965) was hers.");
}

static void hasty_writers_are_understood(void **state)
{
    (void)state;
    ASSERT_ALL("they made us wait.| never again!!| go elsewhere",
               "It broke down.|They did not care.", "It was great! :)| They know it.",
               "See tide.example.com for more.", "It costs approx. five dollars.",
               "Ask the dept. about it.");
}

static void counted_items_are_parted(void **state)
{
    (void)state;
    ASSERT_ALL("1. Rest.| 2. Ice.| 3. Wait.", "1) Rest| 2) Ice", "(a) Rest| (b) Ice",
               "a. Rest| b. Ice", "Am 3. Oktober kam er.| Er blieb.");
}

static void note_numbers_stay_with_what_they_note(void **state)
{
    (void)state;
    ASSERT_ALL("As was shown.11 12| Later it fell.", "It costs $5.50.| He paid.");
}

static void other_languages_have_their_stops(void **state)
{
    (void)state;
    ASSERT_ALL("Er kam z. B. mit Dr. Ito.| Sie ging.",
               "J'ai vu Mme. Lowe.| « Allez ! »| Elle part.", "El Sr. Lowe llegó.| ¿Quién es?",
               "海が上がった。|それは下がった！|なぜ？", "他说：“走吧！”|我们走。",
               "Пришел г-н Ито.| Он ушел.", "वह आया।| वह गया।",
               "Նա եկավ:| Նա գնաց:", "Chiamo l'Ing. Sato.| Grazie.", "هل جاء؟| نعم.");
}

static void drops_are_no_text_of_sentences(void **state)
{
    (void)state;
    Reading *r = read_string("OSLO — It rose.[3] It fell. 🌊\n\nMax left.");
    Sentences s;
    assert_true(split_article(&r->article, &r->arena, &s, &r->err));
    assert_int_equal(s.items.count, 3);
    assert_str(str_span(r->article.text, s.items.items[0].span), "It rose.");
    assert_str(str_span(r->article.text, s.items.items[1].span), "It fell.");
    assert_int_equal(s.items.items[2].block, 1);
    free_reading(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stops_end_sentences),
        cmocka_unit_test(titles_and_initials_do_not),
        cmocka_unit_test(acronyms_end_one_only_before_a_new_start),
        cmocka_unit_test(months_times_and_numbers_are_known),
        cmocka_unit_test(quotations_keep_their_speakers),
        cmocka_unit_test(ellipses_brackets_and_names_with_marks),
        cmocka_unit_test(hasty_writers_are_understood),
        cmocka_unit_test(counted_items_are_parted),
        cmocka_unit_test(note_numbers_stay_with_what_they_note),
        cmocka_unit_test(other_languages_have_their_stops),
        cmocka_unit_test(drops_are_no_text_of_sentences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
