// Who gets which voice.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#undef fail // ours is in base/error.h

#include <stdio.h>

#include "cast/cast.h"

enum { PEOPLE = 40 };

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
    char names[PEOPLE][16];
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
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
