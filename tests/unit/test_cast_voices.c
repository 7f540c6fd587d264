// Who gets which voice.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#undef fail // ours is in base/error.h

#include <stdio.h>

#include "cast/cast.h"

enum { PEOPLE = 40, ROUNDS = 200, CROWD = 8, VOICES = 12 };

typedef struct {
    Arena fresh, arena;
    Voices voices;
    Script script;
    Cast cast;
} Bench;

static int set_up(void **state)
{
    Arena arena = new_arena(1 << 24);
    Bench *b = ALLOC(&arena, Bench, 1);
    b->fresh = b->arena = arena;
    *PUSH(&b->script.speakers, &b->arena) = (Speaker){.name = STR("Narrator")};
    *state = b;
    return 0;
}

static int tear_down(void **state)
{
    Arena fresh = ((Bench *)*state)->fresh;
    fresh.beg = *state;
    free_arena(fresh);
    return 0;
}

static void add_voice(Bench *b, const char *id, VoiceRole role)
{
    *PUSH(&b->voices.items, &b->arena) = (Voice){.id = str_from(id), .role = role, .age = 40};
}

static void add_voices(Bench *b)
{
    add_voice(b, "alder", ROLE_SPEAKER);
    add_voice(b, "birch", ROLE_SPEAKER);
    add_voice(b, "first", ROLE_NARRATOR);
    add_voice(b, "maple", ROLE_SPEAKER);
    add_voice(b, "other", ROLE_NARRATOR);
    add_voice(b, "shade", ROLE_NOBODY);
}

static void add_person(Bench *b, const char *name)
{
    *PUSH(&b->script.speakers, &b->arena) =
        (Speaker){.name = str_from(name), .kind = SPEAKER_PERSON};
}

static void add_unknown(Bench *b)
{
    *PUSH(&b->script.speakers, &b->arena) =
        (Speaker){.name = STR("Unknown speaker"), .kind = SPEAKER_UNKNOWN};
}

static void cast_all(Bench *b, CastOptions options)
{
    size_t n = b->voices.items.count;
    Error err = {0};
    b->voices.distance = ALLOC(&b->arena, float, n *n);
    assert_true(cast_script(&b->script, &b->voices, &options, &b->arena, &b->cast, &err));
    for (uint32_t i = 0; i < b->script.speakers.count; i++)
        assert_non_null(b->cast.voices[i]);
}

static void assert_voice(Bench *b, uint32_t speaker, const char *id)
{
    assert_string_equal(str_c(b->cast.voices[speaker]->id, &b->arena), id);
}

static void each_role_has_its_voice(void **state)
{
    Bench *b = *state;
    add_voices(b);
    add_person(b, "Ann Cole");
    add_unknown(b);
    cast_all(b, (CastOptions){0});
    assert_voice(b, 0, "first");
    assert_int_equal(b->cast.voices[1]->role, ROLE_SPEAKER);
    assert_voice(b, 2, "shade");
    assert_int_equal(b->cast.notes.count, 0);
}

static void people_who_are_too_many_share_voices_of_people(void **state)
{
    Bench *b = *state;
    char names[PEOPLE][24];
    add_voices(b);
    for (int i = 0; i < PEOPLE; i++) {
        snprintf(names[i], sizeof names[i], "Person %d", i);
        add_person(b, names[i]);
    }
    cast_all(b, (CastOptions){0});
    for (uint32_t i = 1; i <= PEOPLE; i++)
        assert_int_equal(b->cast.voices[i]->role, ROLE_SPEAKER);
    assert_int_equal(b->cast.notes.count, 1);
}

static void a_single_voice_is_that_of_all(void **state)
{
    const CastChoice CHOICES[] = {{STR("Ann Cole"), STR("birch"), false, false},
                                  {STR("narrator"), STR("maple"), false, false}};
    Bench *b = *state;
    add_voices(b);
    add_unknown(b);
    add_person(b, "Ann Cole");
    add_person(b, "Ben Hart");
    cast_all(b, (CastOptions){.single_voice = true});
    for (uint32_t i = 0; i < b->script.speakers.count; i++)
        assert_voice(b, i, "first");
    cast_all(b, (CastOptions){CHOICES, COUNT(CHOICES), .single_voice = true});
    for (uint32_t i = 0; i < b->script.speakers.count; i++)
        assert_voice(b, i, "maple");
}

static void few_voices_are_enough(void **state)
{
    static const VoiceRole ROLES[] = {ROLE_NARRATOR, ROLE_NOBODY, ROLE_SPEAKER};
    for (int count = 1; count <= 2; count++) {
        for (int roles = 0; roles < 9; roles++) {
            Bench *b = *state;
            memset(&b->voices, 0, sizeof b->voices);
            add_voice(b, "alder", ROLES[roles % 3]);
            if (count == 2)
                add_voice(b, "birch", ROLES[roles / 3]);
            add_person(b, "Ann Cole");
            add_unknown(b);
            cast_all(b, (CastOptions){0});
        }
    }
}

static void a_choice_is_obeyed_by_name_and_alias(void **state)
{
    const CastChoice CHOICES[] = {{STR("cole"), STR("shade"), true, false},
                                  {STR("NARRATOR"), STR("other"), true, false}};
    Bench *b = *state;
    add_voices(b);
    add_person(b, "Ann Cole");
    *PUSH(&b->script.speakers.items[1].aliases, &b->arena) = STR("Cole");
    cast_all(b, (CastOptions){CHOICES, COUNT(CHOICES), false});
    assert_voice(b, 0, "other");
    assert_voice(b, 1, "shade");
    assert_int_equal(b->cast.notes.count, 0);
}

static void a_choice_for_nobody_is_noted_where_it_was_asked_for(void **state)
{
    const CastChoice CHOICES[] = {{STR("Ann Coal"), STR("birch"), true, false},
                                  {STR("Someone Else"), STR("birch"), false, false}};
    Bench *b = *state;
    add_voices(b);
    add_person(b, "Ann Cole");
    cast_all(b, (CastOptions){CHOICES, COUNT(CHOICES), false});
    assert_int_equal(b->cast.notes.count, 1);
    assert_non_null(strstr(str_c(b->cast.notes.items[0].text, &b->arena), "Ann Coal"));
}

static void a_voice_that_is_not_there_is_refused(void **state)
{
    const CastChoice CHOICE = {STR("Ann Cole"), STR("willow"), false, false};
    Bench *b = *state;
    Error err = {0};
    CastOptions options = {&CHOICE, 1, false};
    add_voices(b);
    assert_false(cast_script(&b->script, &b->voices, &options, &b->arena, &b->cast, &err));
    assert_int_equal(err.kind, ERR_USAGE);
    assert_non_null(strstr(err.message, "willow"));
}

// ---- who is cast far from whom

typedef struct {
    char name[16];
    Gender gender;
    uint32_t bytes; // that are said
} Person;

// As much as one needs of a generator (Marsaglia 2003).
static uint32_t draw(uint32_t *seed, uint32_t below)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed % below;
}

// A narrator, nobody, and people of both genders, one elderly and one a child, anywhere
// from 0.5 to 5 apart.
static void draw_voices(Bench *b, uint32_t *seed)
{
    static const char *const IDS[VOICES] = {"a", "b", "c", "d", "e", "f",
                                            "g", "h", "i", "j", "k", "l"};
    memset(&b->voices, 0, sizeof b->voices);
    for (uint32_t i = 0; i < VOICES; i++)
        *PUSH(&b->voices.items, &b->arena) = (Voice){.id = str_from(IDS[i]),
                                                     .role = i == 0   ? ROLE_NARRATOR
                                                             : i == 1 ? ROLE_NOBODY
                                                                      : ROLE_SPEAKER,
                                                     .age = i == 2   ? 80
                                                            : i == 3 ? 9
                                                                     : 40,
                                                     .gender = i % 2 ? GENDER_FEMALE : GENDER_MALE};
    b->voices.distance = ALLOC(&b->arena, float, VOICES *VOICES);
    for (uint32_t i = 0; i < VOICES; i++)
        for (uint32_t j = 0; j < i; j++)
            b->voices.distance[i * VOICES + j] = b->voices.distance[j * VOICES + i] =
                0.5F + 0.1F * (float)draw(seed, 46);
}

static void draw_people(Person *people, uint32_t count, uint32_t *seed)
{
    for (uint32_t i = 0; i < count; i++) {
        snprintf(people[i].name, sizeof people[i].name, "Person %u", draw(seed, 1000) * CROWD + i);
        people[i].gender = (Gender)draw(seed, GENDERS);
        people[i].bytes = 10 + draw(seed, 500);
    }
}

// Casts people who speak in this order.
static void cast_crowd(Bench *b, const Person *people, uint32_t count)
{
    memset(&b->script, 0, sizeof b->script);
    *PUSH(&b->script.speakers, &b->arena) = (Speaker){.name = STR("Narrator")};
    for (uint32_t i = 0; i < count; i++) {
        *PUSH(&b->script.speakers, &b->arena) = (Speaker){
            .name = str_from(people[i].name), .kind = SPEAKER_PERSON, .gender = people[i].gender};
        *PUSH(&b->script.utterances, &b->arena) =
            (Utterance){.span = {0, people[i].bytes}, .speaker = i + 1};
    }
    Error err = {0};
    assert_true(cast_script(&b->script, &b->voices, &(CastOptions){0}, &b->arena, &b->cast, &err));
}

static float apart(const Bench *b, const Voice *x, const Voice *y)
{
    return b->voices.distance[(x - b->voices.items.items) * VOICES + (y - b->voices.items.items)];
}

// How far a voice is from the narrator's, nobody's, and those of people who say more than
// person `who`; 0 where one of them has it. More than 1.9 is 1.9.
static float room(const Bench *b, const Person *people, uint32_t count, uint32_t who,
                  const Voice *voice)
{
    float least = 1.9F;
    for (uint32_t i = 0; i < 2; i++)
        if (apart(b, voice, &b->voices.items.items[i]) < least)
            least = apart(b, voice, &b->voices.items.items[i]);
    for (uint32_t i = 0; i < count; i++)
        if (people[i].bytes > people[who].bytes && apart(b, voice, b->cast.voices[i + 1]) < least)
            least = apart(b, voice, b->cast.voices[i + 1]);
    return least;
}

static void no_voice_that_fits_would_have_been_farther(void **state)
{
    Bench *b = *state;
    uint32_t seed = 20;
    for (int round = 0; round < ROUNDS; round++) {
        Person people[3];
        draw_voices(b, &seed);
        draw_people(people, COUNT(people), &seed);
        cast_crowd(b, people, COUNT(people));
        for (uint32_t i = 0; i < COUNT(people); i++) {
            const Voice *given = b->cast.voices[i + 1];
            float had = room(b, people, COUNT(people), i, given);
            assert_true(had > 0);
            assert_int_equal(given->age, 40);
            assert_true(people[i].gender == GENDER_UNKNOWN || given->gender == people[i].gender);
            for (uint32_t v = 4; v < VOICES; v++) {
                const Voice *other = &b->voices.items.items[v];
                if (people[i].gender == GENDER_UNKNOWN || other->gender == people[i].gender)
                    assert_true(had >= room(b, people, COUNT(people), i, other));
            }
        }
    }
}

static void who_says_little_changes_nobody_who_says_more(void **state)
{
    Bench *b = *state;
    uint32_t seed = 30;
    for (int round = 0; round < ROUNDS; round++) {
        Person people[CROWD];
        const Voice *before[CROWD];
        draw_voices(b, &seed);
        draw_people(people, CROWD, &seed);
        people[CROWD - 1].bytes = draw(&seed, 10);
        cast_crowd(b, people, CROWD - 1);
        memcpy(before, b->cast.voices + 1, (CROWD - 1) * sizeof *before);
        cast_crowd(b, people, CROWD);
        for (uint32_t i = 0; i < CROWD - 1; i++)
            assert_ptr_equal(b->cast.voices[i + 1], before[i]);
    }
}

static void the_order_of_the_speakers_changes_nothing(void **state)
{
    Bench *b = *state;
    uint32_t seed = 40;
    for (int round = 0; round < ROUNDS; round++) {
        Person people[CROWD], turned[CROWD];
        const Voice *before[CROWD];
        draw_voices(b, &seed);
        draw_people(people, CROWD, &seed);
        people[1].bytes = people[0].bytes;
        cast_crowd(b, people, CROWD);
        memcpy(before, b->cast.voices + 1, sizeof before);
        for (uint32_t i = 0; i < CROWD; i++)
            turned[i] = people[CROWD - 1 - i];
        cast_crowd(b, turned, CROWD);
        for (uint32_t i = 0; i < CROWD; i++)
            assert_ptr_equal(b->cast.voices[CROWD - i], before[i]);
    }
}

// Alone in an article, a person has the same voice in all of them: there is room enough.
static void a_name_has_one_voice_where_there_is_room(void **state)
{
    Bench *b = *state;
    uint32_t seed = 50;
    bool used[VOICES] = {0};
    draw_voices(b, &seed);
    for (uint32_t i = 0; i < VOICES * VOICES; i++)
        b->voices.distance[i] = 3;
    Person people[CROWD];
    for (int round = 0; round < ROUNDS; round++) {
        draw_people(people, CROWD, &seed);
        cast_crowd(b, people, 1);
        const Voice *alone = b->cast.voices[1];
        used[alone - b->voices.items.items] = true;
        people[0].bytes = 1000;
        cast_crowd(b, people, CROWD);
        assert_ptr_equal(b->cast.voices[1], alone);
    }
    for (uint32_t v = 4; v < VOICES; v++)
        assert_true(used[v]);
}

// A man too many rather has an elderly man's voice than another's, but no woman's or child's.
static void too_many_of_a_gender_share_its_voices(void **state)
{
    Bench *b = *state;
    uint32_t seed = 60;
    Person people[CROWD];
    draw_voices(b, &seed); // of them four are grown men's, one an elderly man's
    draw_people(people, CROWD, &seed);
    for (uint32_t i = 0; i < CROWD; i++) {
        people[i].gender = GENDER_MALE;
        people[i].bytes = 1000 - i;
    }
    cast_crowd(b, people, CROWD);
    assert_int_equal(b->cast.voices[5]->age, 80);
    assert_int_equal(b->cast.notes.count, 1);
    for (uint32_t i = 0; i < CROWD; i++) {
        assert_int_equal(b->cast.voices[i + 1]->gender, GENDER_MALE);
        for (uint32_t j = 0; j < i && i < 5; j++)
            assert_ptr_not_equal(b->cast.voices[i + 1], b->cast.voices[j + 1]);
    }
    assert_int_equal(b->cast.voices[6]->age, 40);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(each_role_has_its_voice),
        TEST(people_who_are_too_many_share_voices_of_people),
        TEST(a_single_voice_is_that_of_all),
        TEST(few_voices_are_enough),
        TEST(a_choice_is_obeyed_by_name_and_alias),
        TEST(a_choice_for_nobody_is_noted_where_it_was_asked_for),
        TEST(a_voice_that_is_not_there_is_refused),
        TEST(no_voice_that_fits_would_have_been_farther),
        TEST(who_says_little_changes_nobody_who_says_more),
        TEST(the_order_of_the_speakers_changes_nothing),
        TEST(a_name_has_one_voice_where_there_is_room),
        TEST(too_many_of_a_gender_share_its_voices),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
