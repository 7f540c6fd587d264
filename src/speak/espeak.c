// libespeak-ng. Facts of version 1.51 that shape this file:
//  - It keeps state from one utterance to the next, so each clip is spoken in a
//    fresh child of a warmed process, and never is espeak_Terminate called (a
//    second call hangs).
//  - A voice is the stock language file joined with our lines; a path given to
//    espeak_ng_SetVoiceByFile is lower-cased and cut at 59 bytes, which
//    "/proc/self/fd/N" of a memfd survives.
//  - A refused voice leaves the one before in place: hence the name check.
#define _GNU_SOURCE // memfd_create
#include "speak/engine.h"

#include <dirent.h>
#include <espeak-ng/espeak_ng.h>
#include <espeak-ng/speak_lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/language.h"
#include "base/library.h"
#include "speak/clips.h"
#include "speak/gate.h"

enum {
    BUFFER_MS = 200,     // 2000 and more would change the sound
    VOLUME_PERCENT = 50, // Klatt voices clip at 100
    DATA_FILE_MAX = 16 << 20,
};

static const char VOICE_NAME[] = "lectern";

// The library opens a sound device at start, also when it only writes to
// memory, and complains on stderr where there is none. This takes its place.
void *create_audio_device_object(const char *device, const char *application, const char *text);
void *create_audio_device_object(const char *device, const char *application, const char *text)
{
    (void)device;
    (void)application;
    (void)text;
    return NULL;
}

// The library draws its noise from rand(). The C library's takes a lock for each number, a
// fifth of the time that a Klatt voice takes, and its numbers are not those of other
// C libraries. This takes its place: a linear congruential generator (D. Knuth's MMIX), of
// which the upper bits are given.
int rand(void)
{
    static uint64_t state = 1; // of a process, as the library's own; each clip has a fresh one
    state = state * 6364136223846793005U + 1442695040888963407U;
    return (int)(state >> 33);
}

// Loaded by the runs that speak: it brings sound servers along, which would cost every
// other start of the program milliseconds.
typedef struct {
    __typeof__(espeak_ng_InitializePath) *initialise_path;
    __typeof__(espeak_Info) *info;
    __typeof__(espeak_ng_SetVoiceByFile) *set_voice;
    __typeof__(espeak_GetCurrentVoice) *voice;
    __typeof__(espeak_Initialize) *initialise;
    __typeof__(espeak_SetSynthCallback) *set_callback;
    __typeof__(espeak_SetParameter) *set;
    __typeof__(espeak_Synth) *synthesise;
    __typeof__(espeak_Synchronize) *finish;
} Espeak;

// Once it is loaded, this only looks the functions up.
static bool load_espeak(Espeak *e)
{
    const Symbol SYMBOLS[] = {
        SYMBOL_ROW(e, initialise_path, espeak_ng_InitializePath),
        SYMBOL_ROW(e, info, espeak_Info),
        SYMBOL_ROW(e, set_voice, espeak_ng_SetVoiceByFile),
        SYMBOL_ROW(e, voice, espeak_GetCurrentVoice),
        SYMBOL_ROW(e, initialise, espeak_Initialize),
        SYMBOL_ROW(e, set_callback, espeak_SetSynthCallback),
        SYMBOL_ROW(e, set, espeak_SetParameter),
        SYMBOL_ROW(e, synthesise, espeak_Synth),
        SYMBOL_ROW(e, finish, espeak_Synchronize),
    };
    return load_library("libespeak-ng.so.1", SYMBOLS, COUNT(SYMBOLS));
}

static bool fail_load(Error *err)
{
    return fail(err, ERR_ENGINE, (Span){0},
                "espeak-ng, which speaks, is not installed (Debian: libespeak-ng1)");
}

// NULL: there is no engine.
static const char *data_folder(void)
{
    Espeak e;
    const char *path = NULL;
    if (!load_espeak(&e))
        return NULL;
    e.initialise_path(NULL);
    e.info(&path);
    return path;
}

typedef struct {
    Arena *arena;
    char *found;     // path; NULL: none
    bool unreadable; // a folder could not be looked into: another language's file may be found
} Search;

// The file of a language is named by its tag, somewhere below lang/.
static void search_language(const char *folder, Str tag, Search *search)
{
    DIR *dir = opendir(folder);
    search->unreadable |= !dir;
    for (struct dirent *e; dir && !search->found && (e = readdir(dir));) {
        if (e->d_name[0] == '.')
            continue;
        char *path = str_c(str_format(search->arena, "%s/%s", folder, e->d_name), search->arena);
        if (e->d_type == DT_DIR)
            search_language(path, tag, search);
        else if (str_equal_nocase(str_from(e->d_name), tag) && access(path, R_OK) == 0)
            search->found = path;
    }
    if (dir)
        closedir(dir);
}

// The engine's name for a tag where it is another one.
static Str engine_tag(Str tag)
{
    static const struct {
        const char *tag, *engine;
    } NAMES[] = {{"en", "en-US"},  {"en-GB", "en"}, {"zh", "cmn"},
                 {"no", "nb"},     {"pt-PT", "pt"}, {"zh-HK", "yue"},
                 {"zh-MO", "yue"}, {"prs", "fa"},   {"sco", "en-GB-scotland"}};
    for (size_t i = 0; i < COUNT(NAMES); i++)
        if (str_equal_nocase(tag, str_from(NAMES[i].tag)))
            return str_from(NAMES[i].engine);
    return tag;
}

// What is spoken where the engine has not the language: one that is written alike and
// sounds nearly so.
static Str nearest_tag(Str tag)
{
    static const struct {
        const char *engine, *codes; // parted by blanks
    } NEAREST[] = {
        {"am", "ti gez"},
        {"ar", "syr"},
        {"ca", "oc"},
        {"de", "gsw nds bar frr yid"},
        {"es", "gl ast ext"},
        {"fa", "ps ckb azb"},
        {"fi", "sme se vro krl"},
        {"fr", "wa br frp"},
        {"ga", "gv"},
        {"he", "yi"},
        {"hi", "bh bho mai new raj sa doi"},
        {"hr", "sh cnr"},
        {"ht", "mfe crs gcr"},
        {"ia", "ie"},
        {"id", "ban bug ceb fil ilo jv mad mg min pam su tet tl war"},
        {"is", "fo non"},
        {"it", "co fur lij lmo nap rm sc scn vec"},
        {"lt", "sgs"},
        {"mi", "fj rar sm tah to ty"},
        {"nb", "nn"},
        {"nl", "fy vls li"},
        {"om", "aa so"},
        {"pl", "csb szl dsb hsb"},
        {"qu", "ay"},
        {"ru", "ab ce mn os tg"},
        {"sw", "ak bem ee gaa ha ig kg ki lg ln loz lua luo mas ny rn rw sn tum tw wo yo zu"},
        {"tn", "nr nso ss st ts ve xh"},
        {"tr", "crh gag"},
        {"uk", "rue"},
        {"ur", "ks skr pnb"},
    };
    Str code = primary_language(tag);
    for (size_t i = 0; i < COUNT(NEAREST); i++)
        for (const char *word = NEAREST[i].codes; *word;) {
            size_t n = strcspn(word, " ");
            if (str_equal_nocase(code, (Str){word, n}))
                return str_from(NEAREST[i].engine);
            word += word[n] ? n + 1 : n;
        }
    return (Str){0};
}

static Str parent_tag(Str tag)
{
    for (size_t i = tag.len; i > 0; i--)
        if (tag.data[i - 1] == '-' || tag.data[i - 1] == '_')
            return str_slice(tag, 0, i - 1);
    return (Str){0};
}

// The dictionary named by a "dictionary" line, else by the language's own tag.
static Str dictionary_name(Str definition, Str tag)
{
    Str first = {0};
    for (size_t i = 0; i < definition.len;) {
        size_t end = i + str_find(str_slice(definition, i, definition.len), STR("\n"));
        Str line = str_trim(str_slice(definition, i, end));
        if (str_starts(line, STR("dictionary ")))
            return str_trim(str_slice(line, 11, line.len));
        i = end + 1;
    }
    first = str_slice(tag, 0, str_find(tag, STR("-")));
    return first;
}

static bool fingerprint_data(const char *folder, Str dictionary, Arena *arena, Str *out, Error *err)
{
    char *dict = str_c(str_format(arena, "%.*s_dict", STR_ARG(dictionary)), arena);
    const char *names[] = {"phontab", "phonindex", "phondata", "intonations", dict};
    Str parts[COUNT(names)] = {0};
    for (size_t i = 0; i < COUNT(names); i++) {
        char *path = str_c(str_format(arena, "%s/%s", folder, names[i]), arena);
        Error why = {0};
        if (!read_file(path, DATA_FILE_MAX, arena, &parts[i], &why))
            return fail(err, ERR_ENGINE, (Span){0}, "espeak-ng's data is missing: %.100s", path);
    }
    char hex[HASH_HEX];
    hash_parts(parts, COUNT(parts), hex);
    *out = str_copy(str_from(hex), arena);
    return true;
}

// Lines that are of a speaker and not of a language: the voice's own stand for them.
static bool is_of_speaker(Str line)
{
    static const char *const KEYS[] = {"breath",  "breathw",   "echo",   "flutter",
                                       "formant", "gender",    "klatt",  "pitch",
                                       "tone",    "roughness", "voicing"};
    size_t end = 0;
    while (end < line.len && line.data[end] != ' ' && line.data[end] != '\t')
        end++;
    for (size_t i = 0; i < COUNT(KEYS); i++)
        if (str_equal(str_slice(line, 0, end), str_from(KEYS[i])))
            return true;
    return false;
}

// Latvian is breathy in the engine's files, Maori has vowels of its own make: so would be
// every voice.
static Str without_speaker(Str definition, Arena *arena)
{
    Buf kept = new_buf(arena);
    for (size_t i = 0; i < definition.len;) {
        size_t end = i + str_find(str_slice(definition, i, definition.len), STR("\n"));
        Str line = str_trim(str_slice(definition, i, end));
        if (!is_of_speaker(line))
            buf_format(&kept, "%.*s\n", STR_ARG(line));
        i = end + 1;
    }
    return buf_str(&kept);
}

// A region falls back on its language.
static void search_tag(const char *lang, Str tag, Search *search)
{
    for (Str t = tag; t.len && !search->found; t = parent_tag(t)) {
        search_language(lang, engine_tag(t), search);
        if (!search->found)
            search_language(lang, t, search);
    }
}

// Known gaps in its dictionaries.
static const char *gap_of(Str language)
{
    static const struct {
        const char *language, *gap;
    } GAPS[] = {{"ja", "kanji: each is said to be a \"Chinese letter\" (give kana)"},
                {"he", "numbers, and words without vowel points but by guess"}};
    for (size_t i = 0; i < COUNT(GAPS); i++)
        if (str_equal(primary_language(language), str_from(GAPS[i].language)))
            return GAPS[i].gap;
    return NULL;
}

static bool find_language(Str tag, Arena *arena, EngineLanguage *out, Error *err)
{
    Espeak e;
    if (!load_espeak(&e))
        return fail_load(err);
    const char *folder = data_folder();
    char *lang = str_c(str_format(arena, "%s/lang", folder), arena);
    Search search = {.arena = arena};
    search_tag(lang, tag, &search);
    out->stands_in = !search.found;
    if (!search.found)
        search_tag(lang, nearest_tag(tag), &search);
    const char *path = search.found;
    if (search.unreadable)
        return fail(err, ERR_ENGINE, (Span){0}, "espeak-ng's languages cannot be read in %.80s",
                    lang);
    out->absent = !path;
    if (!path)
        return fail(err, ERR_ENGINE, (Span){0},
                    "espeak-ng has no voice for the language \"%.*s\" in %.60s",
                    STR_ARG(str_slice(tag, 0, 20)), lang);
    Error why = {0};
    if (!read_file(path, DATA_FILE_MAX, arena, &out->definition, &why))
        return fail(err, ERR_ENGINE, (Span){0}, "espeak-ng's language %.90s %.40s", path,
                    why.message);
    out->definition = without_speaker(out->definition, arena);
    Str version = str_from(e.info(NULL));
    version = str_slice(version, 0, str_find(version, STR(" ")));
    out->version = str_format(arena, "espeak-ng %.*s", STR_ARG(version));
    const char *base = strrchr(path, '/') + 1;
    out->name = str_from(base);
    out->cannot = gap_of(out->name);
    return fingerprint_data(folder, dictionary_name(out->definition, str_from(base)), arena,
                            &out->fingerprint, err);
}

static int write_voice(Str voice)
{
    int fd = memfd_create("voice", 0);
    if (fd < 0)
        return -1;
    char name[64];
    int n = snprintf(name, sizeof name, "\nname %s\n", VOICE_NAME);
    if (write_all(fd, voice.data, voice.len) && write_all(fd, name, (size_t)n))
        return fd;
    close(fd);
    return -1;
}

static bool load_voice(const Espeak *e, Str voice, Error *err)
{
    int fd = write_voice(voice);
    if (fd < 0)
        return fail(err, ERR_ENGINE, (Span){0}, "no memory for a voice");
    char path[40];
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    bool ok = e->set_voice(path) == ENS_OK;
    close(fd);
    const espeak_VOICE *now = ok ? e->voice() : NULL;
    if (!now || !now->name || strcmp(now->name, VOICE_NAME) != 0)
        return fail(err, ERR_ENGINE, (Span){0}, "espeak-ng refuses the voice");
    return true;
}

typedef struct {
    Recording *out;
    bool full;
} Session;

// The engine calls back with samples and what happened at them.
static int on_sound(short *samples, int count, espeak_EVENT *events)
{
    if (!events || !events->user_data)
        return 0;
    Session *session = events->user_data;
    Recording *r = session->out;
    for (espeak_EVENT *e = events; e->type != espeakEVENT_LIST_TERMINATED; e++)
        if (e->type == espeakEVENT_WORD && r->word_count < RECORDING_WORDS_MAX)
            r->words[r->word_count++] =
                (EngineWord){e->text_position > 0 ? (uint32_t)e->text_position - 1 : 0, e->sample};
    int64_t room = r->frame_max - r->frame_count;
    int64_t n = count < room ? count : room;
    if (samples && n > 0) {
        memcpy(r->frames + r->frame_count, samples, (size_t)n * sizeof *samples);
        r->frame_count += n;
    }
    session->full = n < count;
    return session->full ? 1 : 0;
}

static bool open_espeak(Str voice, int rate_wpm, Error *err)
{
    Espeak e;
    if (!load_espeak(&e))
        return fail_load(err);
    int rate = e.initialise(AUDIO_OUTPUT_SYNCHRONOUS, BUFFER_MS, NULL, espeakINITIALIZE_DONT_EXIT);
    if (rate < 0)
        return fail(err, ERR_ENGINE, (Span){0},
                    "espeak-ng does not start (is its data installed?)");
    if (rate != CLIP_RATE_HZ)
        return fail(err, ERR_ENGINE, (Span){0}, "espeak-ng speaks at %d Hz, not %d", rate,
                    CLIP_RATE_HZ);
    e.set_callback(on_sound);
    if (!load_voice(&e, voice, err))
        return false;
    if (e.set(espeakRATE, rate_wpm, 0) != EE_OK || e.set(espeakVOLUME, VOLUME_PERCENT, 0) != EE_OK)
        return fail(err, ERR_ENGINE, (Span){0}, "espeak-ng refuses the rate %d", rate_wpm);
    return true;
}

static bool speak_text(const char *text, Recording *out)
{
    Session session = {out, false};
    out->frame_count = 0;
    out->word_count = 0;
    unsigned flags = espeakCHARS_UTF8 | espeakENDPAUSE | (has_phonemes(text) ? espeakPHONEMES : 0);
    Espeak e;
    return load_espeak(&e) &&
           e.synthesise(text, strlen(text) + 1, 0, POS_CHARACTER, 0, flags, NULL, &session) ==
               EE_OK &&
           e.finish() == EE_OK;
}

const Engine ESPEAK_ENGINE = {
    .name = "espeak-ng",
    .rate_hz = CLIP_RATE_HZ,
    .phonemes = true,
    .find_language = find_language,
    .folder = data_folder,
    .open = open_espeak,
    .speak = speak_text,
};
