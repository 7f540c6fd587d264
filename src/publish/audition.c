// An audition is an article of our own whose every sentence has another speaker;
// the stages from phrase on treat it as any other.
#define _DEFAULT_SOURCE
#include "publish/audition.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "phrase/fixed.h"
#include "publish/sound/encode.h"
#include "publish/sound/info.h"

static const char SAMPLE[] =
    "reads this sample. Every vowel of the old harbour town has a colour of its own, and so has "
    "each voice. Would you know it again?";
enum { PAUSE_MS = 900 };

// The products of the reading stages, filled by hand.
typedef struct {
    Source source;
    Article article;
    Sentences sentences;
    Script script;
    Cast cast;
    Reading reading;
    Clips clips;
    Timeline timeline;
} Stage;

// What a voice says behind its name.
static const char *sample_in(Str language)
{
    const FixedPhrases *english = fixed_phrases(STR("en")), *own = fixed_phrases(language);
    return own == english ? SAMPLE : own->disclosure;
}

static void add_line(Stage *stage, const Voice *voice, uint32_t speaker, Arena *arena)
{
    const char *sample = sample_in(stage->article.language);
    Str spoken = str_format(arena, "%.*s %s", STR_ARG(voice->id), sample);
    Line *line = PUSH(&stage->reading.lines, arena);
    *line = (Line){.sentence = NO_SENTENCE,
                   .speaker = speaker,
                   .spoken = spoken,
                   .shown = spoken,
                   .pause_ms = PAUSE_MS};
}

static void set_stage(Stage *stage, const Voices *voices, Str language, Arena *arena)
{
    uint32_t count = voices->items.count;
    stage->article =
        (Article){.source = &stage->source, .language = language.len ? language : STR("en")};
    stage->sentences.article = &stage->article;
    stage->script.sentences = &stage->sentences;
    stage->cast = (Cast){.script = &stage->script, .voices = ALLOC(arena, const Voice *, count)};
    stage->reading.cast = &stage->cast;
    for (uint32_t i = 0; i < count; i++) {
        const Voice *voice = &voices->items.items[i];
        *PUSH(&stage->script.speakers, arena) = (Speaker){.name = voice->id};
        stage->cast.voices[i] = voice;
        add_line(stage, voice, i, arena);
    }
}

static bool write_stage(const Stage *stage, const char *path, Arena *arena, Error *err)
{
    EpisodeInfo info = {.title = STR("Audition"), .artist = STR("lectern")};
    AudioJob job = {.info = &info, .formats = STR("wav"), .slug = "audition"};
    Encoding encoding = {.timeline = &stage->timeline, .job = &job, .path = path};
    return WAV_ENCODER.write(&encoding, *arena, err);
}

bool write_audition(const Voices *voices, Str language, const char *path, Arena *arena, Error *err)
{
    char clips[] = "/tmp/lectern-audition-XXXXXX";
    if (!mkdtemp(clips))
        return fail(err, ERR_OUTPUT, (Span){0}, "cannot make a folder for clips: %s",
                    strerror(errno));
    Stage *stage = ALLOC(arena, Stage, 1);
    set_stage(stage, voices, language, arena);
    SpeakOptions speak = {.cache = clips, .exact_language = true};
    MasterOptions master = {
        .target_lufs = -16, .ceiling_dbtp = -2, .peak_max_dbtp = -1, .channel_count = 1};
    bool ok = speak_reading(&stage->reading, &speak, arena, &stage->clips, err) &&
              master_clips(&stage->clips, &master, arena, &stage->timeline, err) &&
              write_stage(stage, path, arena, err);
    remove_tree(clips);
    return ok;
}
