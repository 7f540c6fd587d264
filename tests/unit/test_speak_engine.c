// Another engine in the place of the first: one of tones, which knows what is asked of an
// engine and no more. All that stands around an engine must do for it as well.
#define _DEFAULT_SOURCE
#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "pipeline.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#undef fail // ours is in base/error.h

enum {
    TONE_FRAMES = CLIP_RATE_HZ / 10, // a word is a tone, then a silence half as long
    HERTZ_A_LETTER = 50,
};

// ---- the engine

static double pitch_hz; // of the voice that was opened; no voice: 0

// "base 300" is what a voice is to it.
static bool open_tones(Str voice, int rate_wpm, Error *err)
{
    (void)rate_wpm;
    size_t at = str_find(voice, STR("base "));
    if (at == voice.len)
        return fail(err, ERR_ENGINE, (Span){0}, "no base");
    pitch_hz = strtod(voice.data + at + 5, NULL);
    return true;
}

static void play_word(Recording *out, uint32_t letters)
{
    double hz = pitch_hz + HERTZ_A_LETTER * letters;
    for (int i = 0; i < TONE_FRAMES * 3 / 2 && out->frame_count < out->frame_max; i++)
        out->frames[out->frame_count++] =
            i < TONE_FRAMES ? (int16_t)(8000 * sin(2 * 3.14159265358979 * hz * i / CLIP_RATE_HZ))
                            : 0;
}

static bool play_tones(const char *text, Recording *out)
{
    out->frame_count = 0;
    out->word_count = 0;
    if (strstr(text, "crash"))
        abort();
    for (volatile bool on = strstr(text, "häng"); on;)
        ;
    if (strstr(text, "refuse") || strstr(text, "[["))
        return false;
    for (uint32_t i = 0; text[i];) {
        uint32_t n = (uint32_t)strcspn(text + i, " ");
        out->words[out->word_count++] = (EngineWord){i, out->frame_count};
        play_word(out, n);
        i += n + (text[i + n] == ' ');
    }
    return true;
}

static bool find_any_language(Str tag, Arena *arena, EngineLanguage *out, Error *err)
{
    (void)arena;
    (void)err;
    *out = (EngineLanguage){.definition = tag, .version = STR("tones 1")};
    return true;
}

static const Engine TONES = {
    .name = "tones",
    .rate_hz = CLIP_RATE_HZ,
    .find_language = find_any_language,
    .open = open_tones,
    .speak = play_tones,
};

// ---- the bench

typedef struct {
    Arena fresh, arena;
    char cache[40];
    Voices voices;
    Products products;
    PipelineOptions options;
    Error err;
} Bench;

static int set_up(void **state)
{
    Bench *b = calloc(1, sizeof *b);
    b->fresh = b->arena = new_arena((size_t)1 << 28);
    memcpy(b->cache, "/tmp/lectern-engine-XXXXXX", 27);
    *PUSH(&b->voices.items, &b->arena) = (Voice){.id = STR("high"),
                                                 .role = ROLE_NARRATOR,
                                                 .rate_wpm = 160,
                                                 .engine = STR("tones"),
                                                 .definition = STR("base 600\n")};
    *PUSH(&b->voices.items, &b->arena) = (Voice){.id = STR("low"),
                                                 .age = 40,
                                                 .rate_wpm = 160,
                                                 .engine = STR("tones"),
                                                 .definition = STR("base 300\n")};
    b->voices.distance = ALLOC(&b->arena, float, 4);
    b->options = (PipelineOptions){
        .voices = &b->voices, .speak = {.engine = &TONES, .cache = b->cache, .worker_count = 2}};
    *state = b;
    return mkdtemp(b->cache) ? 0 : 1;
}

static int tear_down(void **state)
{
    Bench *b = *state;
    remove_tree(b->cache);
    free_arena(b->fresh);
    free(b);
    return 0;
}

static bool narrate(Bench *b, const char *text)
{
    b->products = (Products){.source = {.name = STR("a.txt"), .bytes = str_from(text)}};
    return run_pipeline(&b->options, STAGE_SPEAK, &b->arena, &b->products, &b->err);
}

static bool speaks_of(const Bench *b, uint32_t clip, const char *word)
{
    Str spoken = b->products.reading.lines.items[b->products.clips.items.items[clip].line].spoken;
    return str_find(spoken, str_from(word)) < spoken.len;
}

// The clip of the line that holds `word`.
static const Clip *clip_of(const Bench *b, const char *word)
{
    uint32_t i = 0;
    while (i < b->products.clips.items.count && !speaks_of(b, i, word))
        i++;
    assert_true(i < b->products.clips.items.count);
    return &b->products.clips.items.items[i];
}

static int crossings(const int16_t *frames, int64_t count)
{
    int found = 0;
    for (int64_t i = 1; i < count; i++)
        found += frames[i - 1] < 0 && frames[i] >= 0;
    return found;
}

// The tone of word `w` has the height of its letters in the voice of `base_hz`.
static void assert_tone(Bench *b, const Clip *clip, uint32_t w, uint32_t letters, int base_hz)
{
    Sound sound;
    assert_true(map_clip(&b->products.clips, clip, &sound, &b->err));
    int64_t beg = clip->words.items[w].frame;
    assert_true(beg >= 0 && beg + TONE_FRAMES <= sound.frame_count);
    int want = (base_hz + HERTZ_A_LETTER * (int)letters) / 10;
    assert_in_range(crossings(sound.frames + beg, TONE_FRAMES), want - 2, want + 2);
    unmap_sound(&sound);
}

static void hash_clips(Bench *b, char hex[HASH_HEX])
{
    const Clips *clips = &b->products.clips;
    Str *parts = ALLOC(&b->arena, Str, clips->items.count);
    for (uint32_t i = 0; i < clips->items.count; i++) {
        Sound sound;
        assert_true(map_clip(clips, &clips->items.items[i], &sound, &b->err));
        Str frames = {(const char *)sound.frames, (size_t)sound.frame_count * sizeof(int16_t)};
        parts[i] = str_copy(frames, &b->arena);
        unmap_sound(&sound);
    }
    hash_parts(parts, clips->items.count, hex);
}

// ---- tests

static const char ARTICLE[] =
    "The Quay\n\nBoats lay there.\n\n“We mend torn nets daily,” said Maren "
    "Oldcastle.\n\nNobody sold any.\n";

static void an_article_is_spoken_with_the_times_of_its_words(void **state)
{
    Bench *b = *state;
    assert_true(narrate(b, ARTICLE));
    assert_true(str_equal(b->products.clips.engine, STR("tones 1")));
    assert_int_equal(b->products.clips.notes.count, 0);
    const Clip *clip = clip_of(b, "Boats");
    assert_int_equal(clip->state, CLIP_WHOLE);
    assert_int_equal(clip->words.count, 3);
    for (uint32_t i = 1; i < clip->words.count; i++)
        assert_int_equal(clip->words.items[i].frame - clip->words.items[i - 1].frame,
                         TONE_FRAMES * 3 / 2);
    assert_tone(b, clip, 0, 5, 600);
    assert_tone(b, clip, 1, 3, 600);
    assert_tone(b, clip_of(b, "mend"), 1, 4, 300);
}

static void two_runs_and_other_workers_give_the_same_sound(void **state)
{
    Bench *b = *state;
    char first[HASH_HEX], second[HASH_HEX], cached[HASH_HEX];
    assert_true(narrate(b, ARTICLE));
    hash_clips(b, first);
    assert_true(narrate(b, ARTICLE));
    for (uint32_t i = 0; i < b->products.clips.items.count; i++)
        assert_true(b->products.clips.items.items[i].cached);
    hash_clips(b, cached);
    remove_tree(b->cache);
    b->options.speak.worker_count = 1;
    assert_true(narrate(b, ARTICLE));
    assert_false(b->products.clips.items.items[0].cached);
    hash_clips(b, second);
    assert_string_equal(first, cached);
    assert_string_equal(first, second);
}

static const char HEAD[] = "The Quay\n\nBoats lay there.\n\n", TAIL[] = "\n\nNets hang there.\n";

static const char *around(Bench *b, const char *line)
{
    return str_c(str_format(&b->arena, "%s%s%s", HEAD, line, TAIL), &b->arena);
}

static void assert_rest_is_whole(Bench *b)
{
    assert_int_equal(clip_of(b, "Boats")->state, CLIP_WHOLE);
    assert_int_equal(clip_of(b, "Nets")->state, CLIP_WHOLE);
    assert_tone(b, clip_of(b, "Nets"), 0, 4, 600);
}

static void a_crash_costs_one_clip(void **state)
{
    Bench *b = *state;
    assert_true(narrate(b, around(b, "They crash early.")));
    assert_int_equal(clip_of(b, "crash")->state, CLIP_LOST);
    assert_int_equal(b->products.clips.notes.count, 1);
    assert_rest_is_whole(b);
}

// The plain form of the word, which is tried after it, is without the dots.
static void a_hang_costs_one_clip(void **state)
{
    Bench *b = *state;
    assert_true(narrate(b, around(b, "They häng early.")));
    assert_int_equal(clip_of(b, "häng")->state, CLIP_REDUCED);
    assert_int_equal(clip_of(b, "häng")->words.count, 3);
    assert_int_equal(b->products.clips.notes.count, 1);
    assert_rest_is_whole(b);
}

static void a_refusal_costs_one_clip(void **state)
{
    Bench *b = *state;
    assert_true(narrate(b, around(b, "They refuse early.")));
    assert_int_equal(clip_of(b, "refuse")->state, CLIP_LOST);
    assert_rest_is_whole(b);
}

// "read" has phonemes of the first engine here, which are none of this one's business.
static void an_engine_without_phonemes_gets_words(void **state)
{
    Bench *b = *state;
    assert_true(narrate(b, around(b, "She had read it twice.")));
    const Clip *clip = clip_of(b, "read");
    assert_true(b->products.reading.lines.items[clip->line].said.count > 0);
    assert_int_equal(clip->state, CLIP_WHOLE);
    assert_int_equal(clip->words.count, 5);
}

static void a_voice_that_does_not_open_is_named(void **state)
{
    Bench *b = *state;
    b->voices.items.items[0].definition = STR("nothing\n");
    assert_false(narrate(b, ARTICLE));
    assert_int_equal(b->err.kind, ERR_ENGINE);
    assert_string_equal(b->err.message, "tones cannot load the voice high");
}

static void a_voice_of_another_engine_is_refused(void **state)
{
    Bench *b = *state;
    b->voices.items.items[1].engine = STR("espeak-ng");
    assert_false(narrate(b, ARTICLE));
    assert_int_equal(b->err.kind, ERR_ENGINE);
    assert_string_equal(b->err.message, "the voice low is of espeak-ng, not of tones");
}

static void an_engine_of_another_rate_is_refused(void **state)
{
    Bench *b = *state;
    Engine other = TONES;
    other.rate_hz = 16000;
    b->options.speak.engine = &other;
    assert_false(narrate(b, ARTICLE));
    assert_int_equal(b->err.kind, ERR_ENGINE);
    assert_string_equal(b->err.message, "tones speaks at 16000 Hz, not 22050");
}

static void clips_of_two_engines_are_kept_apart(void **state)
{
    Bench *b = *state;
    assert_true(narrate(b, ARTICLE));
    const char *key = clip_of(b, "Boats")->key;
    for (uint32_t i = 0; i < b->voices.items.count; i++)
        b->voices.items.items[i].engine = STR("espeak-ng");
    b->options.speak.engine = NULL;
    assert_true(narrate(b, ARTICLE));
    assert_string_not_equal(clip_of(b, "Boats")->key, key);
    assert_true(str_starts(b->products.clips.engine, STR("espeak-ng ")));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_article_is_spoken_with_the_times_of_its_words),
        TEST(two_runs_and_other_workers_give_the_same_sound),
        TEST(a_crash_costs_one_clip),
        TEST(a_hang_costs_one_clip),
        TEST(a_refusal_costs_one_clip),
        TEST(an_engine_without_phonemes_gets_words),
        TEST(a_voice_that_does_not_open_is_named),
        TEST(a_voice_of_another_engine_is_refused),
        TEST(an_engine_of_another_rate_is_refused),
        TEST(clips_of_two_engines_are_kept_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
