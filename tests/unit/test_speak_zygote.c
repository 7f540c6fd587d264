// A clip's child may crash or hang; the zygote and the parent live on.
#define _DEFAULT_SOURCE

#include <signal.h>

#include "base/hash.h"
#include "speak/clips.h"
#include "speak/gate.h"
#include "speak/zygote.h"

// cmocka last: its macro `fail` would hide ours.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

enum { FRAMES = 20 * CLIP_RATE_HZ };

static Arena arena;
static Recording *recordings;
static Zygote zygote;

static Answer say(const char *text)
{
    char padded[4000] = {0};
    size_t n = strlen(text);
    memcpy(padded, text, n);
    Answer answer = ANSWER_REFUSED;
    assert_true(ask_zygote(&zygote, 0, (Str){padded, n + GATE_PADDING}));
    assert_true(hear_zygote(&zygote, &answer));
    return answer;
}

static void hash_sound(char hex[HASH_HEX])
{
    hash_bytes(
        (Str){(const char *)recordings->frames, (size_t)recordings->frame_count * sizeof(int16_t)},
        hex);
}

static void a_sentence_is_spoken_with_word_times(void **state)
{
    (void)state;
    assert_int_equal(say("Three words here."), ANSWER_SPOKEN);
    assert_in_range(recordings->frame_count, CLIP_RATE_HZ / 2, 3 * CLIP_RATE_HZ);
    assert_int_equal(recordings->word_count, 3);
    assert_int_equal(recordings->words[1].character, 6);
    assert_true(recordings->words[2].frame > recordings->words[1].frame);
}

// What gate_said makes: the engine's word begins within the brackets, and those
// behind it are where they are in the text.
static void phonemes_are_spoken_in_the_place_of_a_word(void **state)
{
    (void)state;
    const char *text = "They [[r'Ed]] it, [[S'i:]] and [[s'aU]]-[[p'aUloU]] too.";
    assert_int_equal(say(text), ANSWER_SPOKEN);
    static const uint32_t FROM[] = {0, 5, 14, 18, 27, 31, 39, 52};
    assert_int_equal(recordings->word_count, COUNT(FROM));
    for (uint32_t i = 0; i < COUNT(FROM); i++) {
        assert_in_range(recordings->words[i].character, FROM[i], FROM[i] + 3);
        assert_true(i == 0 || recordings->words[i].frame > recordings->words[i - 1].frame);
    }
    char said[HASH_HEX], read[HASH_HEX];
    assert_int_equal(say("They [[r'Ed]] it."), ANSWER_SPOKEN);
    hash_sound(said);
    assert_int_equal(say("They red it."), ANSWER_SPOKEN);
    assert_int_equal(recordings->word_count, 3);
    assert_int_equal(say("They reed it."), ANSWER_SPOKEN);
    hash_sound(read);
    assert_string_not_equal(said, read);
}

// The engine is known to smash its stack on this; the gate would have stopped it.
static void a_crash_costs_one_clip_and_leaves_no_trace(void **state)
{
    (void)state;
    char before[HASH_HEX], after[HASH_HEX], crasher[400] = {0};
    assert_int_equal(say("A sentence for reference."), ANSWER_SPOKEN);
    hash_sound(before);
    for (size_t i = 0; i < 180; i += 2)
        memcpy(crasher + i, "a.", 2);
    assert_int_equal(say(crasher), ANSWER_CRASHED);
    // An engine command that would slow down all that follows in one process.
    assert_int_equal(say("x \00199S y"), ANSWER_SPOKEN);
    assert_int_equal(say("A sentence for reference."), ANSWER_SPOKEN);
    hash_sound(after);
    assert_string_equal(before, after);
}

static void sound_stops_where_the_recording_is_full(void **state)
{
    (void)state;
    recordings->frame_max = CLIP_RATE_HZ;
    assert_int_equal(say("This goes on for a good deal longer than a second, as anyone can hear."),
                     ANSWER_SPOKEN);
    assert_int_equal(recordings->frame_count, CLIP_RATE_HZ);
    recordings->frame_max = FRAMES;
}

static void a_language_that_the_engine_lacks_is_said_so(void **state)
{
    (void)state;
    EngineLanguage none;
    Error err = {0};
    assert_false(ESPEAK_ENGINE.find_language(STR("zz-none"), &arena, &none, &err));
    assert_int_equal(err.kind, ERR_ENGINE);
    assert_non_null(strstr(err.message, "zz-none"));
}

static void a_region_falls_back_on_its_language(void **state)
{
    (void)state;
    EngineLanguage german, swiss;
    Error err = {0};
    assert_true(ESPEAK_ENGINE.find_language(STR("de"), &arena, &german, &err));
    assert_true(ESPEAK_ENGINE.find_language(STR("de-CH"), &arena, &swiss, &err));
    assert_true(str_equal(german.definition, swiss.definition));
}

static void a_killed_zygote_is_noticed(void **state)
{
    (void)state;
    Answer answer;
    kill(zygote.pid, SIGKILL);
    bool asked = ask_zygote(&zygote, 0, STR("hello\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"));
    (void)asked;
    assert_false(hear_zygote(&zygote, &answer));
    stop_zygote(&zygote);
    assert_int_equal(zygote.pid, 0);
}

int main(void)
{
    arena = new_arena((size_t)1 << 28);
    EngineLanguage english;
    Error err = {0};
    recordings = map_recordings(1, FRAMES);
    if (!recordings || !ESPEAK_ENGINE.find_language(STR("en"), &arena, &english, &err) ||
        !start_zygote(&ESPEAK_ENGINE, english.definition, 160, recordings, FRAMES, &zygote, &err))
        return 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sentence_is_spoken_with_word_times),
        cmocka_unit_test(phonemes_are_spoken_in_the_place_of_a_word),
        cmocka_unit_test(a_crash_costs_one_clip_and_leaves_no_trace),
        cmocka_unit_test(sound_stops_where_the_recording_is_full),
        cmocka_unit_test(a_language_that_the_engine_lacks_is_said_so),
        cmocka_unit_test(a_region_falls_back_on_its_language),
        cmocka_unit_test(a_killed_zygote_is_noticed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
