// Every language that the engine has, with one voice of each kind: it loads, it is heard,
// the same each time, and no other voice.
#define _DEFAULT_SOURCE
#include <dirent.h>
#include <stdio.h>

#include "base/file.h"
#include "base/hash.h"
#include "cast/voice.h"
#include "speak/clips.h"
#include "speak/gate.h"
#include "speak/zygote.h"

// cmocka last: its macro `fail` would hide ours.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

enum {
    FRAMES = 20 * CLIP_RATE_HZ,
    LEAST_FRAMES = CLIP_RATE_HZ * 3 / 10, // that are not silent
    LEAST_LANGUAGES = 100,                // 131 in Debian's 1.51
    SILENT = 12,
};

// Made by the sources, formants and noise of the engine: one of each.
static const char *const KINDS[] = {"narrator-a", "amber", "clover"};

// A sentence in the letters of the language; Latin ones for all others.
static const struct {
    const char *languages, *text;
} SENTENCES[] = {
    {"am", "ዛሬ ጥሩ ቀን ነው።"},
    {"ar", "اليوم يوم جميل في المدينة."},
    {"as bn bpy", "আজ একটি ভালো দিন।"},
    {"be bg mk ru ru-LV uk ba cv kk ky nog tt", "Анна идет домой, а потом в сад."},
    {"sr bs", "Ana ide kući, a onda u vrt."},
    {"chr", "ᎣᏏᏲ ᏙᎯᏧ ᎣᏏᏉ."},
    {"cmn yue", "今天天气很好,我们去公园。"},
    {"el grc", "Σήμερα είναι μια καλή μέρα."},
    {"fa sd ug ur", "امروز هوا خوب است."},
    {"gu", "આજે સારો દિવસ છે."},
    {"he", "היום יום יפה מאוד."},
    {"hi kok mr ne", "आज का दिन अच्छा है।"},
    {"hy hyw", "Այսօր լավ օր է։"},
    {"ja", "きょう は とても いい てんき です。"},
    {"ka", "დღეს კარგი დღეა."},
    {"kn", "ಇಂದು ಒಳ್ಳೆಯ ದಿನ."},
    {"ko", "오늘은 날씨가 좋습니다."},
    {"ml", "ഇന്ന് നല്ല ദിവസമാണ്."},
    {"my", "ဒီနေ့ ကောင်းတဲ့ နေ့ပါ။"},
    {"or", "ଆଜି ଭଲ ଦିନ।"},
    {"pa", "ਅੱਜ ਚੰਗਾ ਦਿਨ ਹੈ।"},
    {"shn", "မႂ်ႇသုင်ၶႃႈ ၵူႈၵေႃႉ။"},
    {"si", "අද හොඳ දවසක්."},
    {"ta", "இன்று நல்ல நாள்."},
    {"te", "ఈ రోజు మంచి రోజు."},
    {"th", "วันนี้ อากาศ ดี มาก"},
};
static const char LATIN[] = "Anna sate li moto, te Maria va dola.";

static Arena arena;
static Voices voices;
static Recording *recordings;

typedef struct {
    Str tag;  // as the engine lists it
    Str name; // of its file
} Language;
static LIST(Language) languages;

// ---- the engine's languages

// "language en-us 2": the first such line.
static Str listed_tag(Str definition)
{
    size_t at = str_find(definition, STR("language "));
    Str rest = str_slice(definition, at + 9, definition.len);
    size_t end = 0;
    while (end < rest.len && rest.data[end] > ' ')
        end++;
    return str_slice(rest, 0, end);
}

static void list_languages(const char *folder)
{
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    for (struct dirent *e; (e = readdir(dir));) {
        if (e->d_name[0] == '.')
            continue;
        char *path = str_c(str_format(&arena, "%s/%s", folder, e->d_name), &arena);
        if (e->d_type == DT_DIR) {
            list_languages(path);
            continue;
        }
        Error err = {0};
        Str definition;
        assert_true(read_file(path, 1 << 20, &arena, &definition, &err));
        *PUSH(&languages, &arena) =
            (Language){listed_tag(definition), str_copy(str_from(e->d_name), &arena)};
    }
    closedir(dir);
}

// By the name of its file, or by its tag where the name is that of another ("en").
static bool find(const Language *language, Arena *room, EngineLanguage *out)
{
    Error err = {0};
    bool ok = (ESPEAK_ENGINE.find_language(language->name, room, out, &err) &&
               str_equal(listed_tag(out->definition), language->tag)) ||
              (ESPEAK_ENGINE.find_language(language->tag, room, out, &err) &&
               str_equal(listed_tag(out->definition), language->tag));
    if (!ok)
        print_message("# %.*s of %.*s: %s\n", STR_ARG(language->tag), STR_ARG(language->name),
                      err.message);
    return ok;
}

static const char *sentence_of(const Language *language)
{
    Str base = str_slice(language->name, 0, str_find(language->name, STR("-")));
    for (size_t i = 0; i < COUNT(SENTENCES); i++) {
        Str tags = str_from(SENTENCES[i].languages);
        for (size_t beg = 0; beg < tags.len;) {
            size_t end = beg + str_find(str_slice(tags, beg, tags.len), STR(" "));
            Str tag = str_slice(tags, beg, end);
            if (str_equal(tag, language->name) || str_equal(tag, base))
                return SENTENCES[i].text;
            beg = end + 1;
        }
    }
    return LATIN;
}

// ---- speaking

static int64_t count_heard(const Recording *r)
{
    int64_t heard = 0;
    for (int64_t i = 0; i < r->frame_count; i++)
        heard += r->frames[i] > SILENT || r->frames[i] < -SILENT;
    return heard;
}

// Starts the engine anew and speaks. False, and says why, where it was not heard.
static bool speak(const Language *language, Str definition, const char *kind, Arena scratch,
                  char hex[HASH_HEX])
{
    const Voice *voice = find_voice(&voices, str_from(kind));
    assert_non_null(voice);
    Str text = str_format(&scratch, "%.*s\n%.*s", STR_ARG(definition), STR_ARG(voice->definition));
    Str sentence = gate_text(str_from(sentence_of(language)), &scratch).text;
    sentence.len += GATE_PADDING;
    Zygote zygote;
    Error err = {0};
    Answer answer = ANSWER_REFUSED;
    recordings->frame_count = 0;
    assert_true(
        start_zygote(&ESPEAK_ENGINE, text, voice->rate_wpm, recordings, FRAMES, &zygote, &err));
    bool heard = ask_zygote(&zygote, 0, sentence) && hear_zygote(&zygote, &answer);
    stop_zygote(&zygote);
    heard = heard && answer == ANSWER_SPOKEN && count_heard(recordings) >= LEAST_FRAMES;
    if (!heard)
        print_message("# %.*s in the voice %s: answer %d, %lld frames are heard\n",
                      STR_ARG(language->name), kind, (int)answer,
                      (long long)count_heard(recordings));
    hash_bytes(
        (Str){(const char *)recordings->frames, (size_t)recordings->frame_count * sizeof(int16_t)},
        hex);
    return heard;
}

// ---- tests

static void a_language_is_found_by_the_tag_that_the_engine_lists(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < languages.count; i++) {
        Arena scratch = arena;
        EngineLanguage found;
        Error err = {0};
        assert_true(ESPEAK_ENGINE.find_language(languages.items[i].tag, &scratch, &found, &err));
        assert_true(str_equal(listed_tag(found.definition), languages.items[i].tag));
    }
    assert_true(languages.count >= LEAST_LANGUAGES);
}

// The engine's file of Latvian makes a voice breathy, that of Vietnamese gives it a height.
static void a_language_brings_no_voice_of_its_own(void **state)
{
    (void)state;
    static const char *const KEYS[] = {"\npitch ", "\nformant ", "\ntone ", "\nbreath ",
                                       "\nvoicing "};
    for (uint32_t i = 0; i < languages.count; i++) {
        Arena scratch = arena;
        EngineLanguage found;
        assert_true(find(&languages.items[i], &scratch, &found));
        for (size_t k = 0; k < COUNT(KEYS); k++)
            assert_int_equal(str_find(found.definition, str_from(KEYS[k])), found.definition.len);
    }
}

// Spoken twice by each, every time by an engine that was started anew.
static unsigned check_language(const Language *l)
{
    Arena scratch = arena;
    EngineLanguage found;
    char first[COUNT(KINDS)][HASH_HEX], again[HASH_HEX];
    unsigned wrong = !find(l, &scratch, &found);
    for (size_t k = 0; k < COUNT(KINDS) && !wrong; k++) {
        bool heard = speak(l, found.definition, KINDS[k], scratch, first[k]) &&
                     speak(l, found.definition, KINDS[k], scratch, again);
        bool same = heard && strcmp(first[k], again) == 0, own = true;
        for (size_t j = 0; heard && j < k; j++)
            own &= strcmp(first[k], first[j]) != 0;
        if (heard && !(same && own))
            print_message("# %.*s in the voice %s: %s\n", STR_ARG(l->name), KINDS[k],
                          same ? "sounds like another" : "differs from run to run");
        wrong += !(same && own);
    }
    return wrong;
}

static void every_language_is_spoken_by_every_kind_of_voice(void **state)
{
    (void)state;
    unsigned wrong = 0;
    for (uint32_t i = 0; i < languages.count; i++)
        wrong += check_language(&languages.items[i]);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    arena = new_arena((size_t)1 << 28);
    Error err = {0};
    recordings = map_recordings(1, FRAMES);
    if (!recordings || !load_voices("voices", &arena, &voices, &err))
        return 1;
    list_languages(str_c(str_format(&arena, "%s/lang", ESPEAK_ENGINE.folder()), &arena));
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_language_is_found_by_the_tag_that_the_engine_lists),
        cmocka_unit_test(a_language_brings_no_voice_of_its_own),
        cmocka_unit_test(every_language_is_spoken_by_every_kind_of_voice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
