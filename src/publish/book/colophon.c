#include "publish/book/colophon.h"

#include "phrase/notices.h"
#include "publish/labels/labels.h"
#include "publish/sound/audio.h"
#include "publish/sound/id3.h"
#include "publish/text/coverage.h"
#include "publish/text/cues.h"
#include "publish/text/words.h"

enum { PAUSE_MS = 500, NAMES_MAX = 12 };

// The products of the reading stages, filled by hand.
typedef struct {
    Source source;
    Article article;
    Sentences sentences;
    Script script;
    const Voice *voice;
    Cast cast;
    Reading reading;
    Clips clips;
    Timeline timeline;
} Stage;

static void say(Stage *stage, Str text, Arena *arena)
{
    SpellOptions spell = {.language = stage->article.language};
    Str shown = clean_text(text, arena);
    Line line = generated_line(shown, PAUSE_MS, &spell, arena);
    if (line.spoken.len)
        *PUSH(&stage->reading.lines, arena) = line;
}

static void say_label(Stage *stage, Label label, Str text, Str author, Arena *arena)
{
    say(stage, fill_label(stage->article.language, label, (Str[]){text, author}, 2, arena), arena);
}

static void say_source(Stage *stage, const EpisodeInfo *info, Arena *arena)
{
    say_label(stage, is_credited(info) ? LABEL_READING_OF : LABEL_READING_ALONE, info->title,
              info->artist, arena);
    if (info->publisher.len && !str_equal(info->publisher, info->artist))
        say_label(stage, LABEL_PUBLISHER, info->publisher, (Str){0}, arena);
    if (info->url.len)
        say_label(stage, LABEL_SOURCE, info->url, (Str){0}, arena);
    if (info->year.len)
        say_label(stage, LABEL_RIGHTS, info->copyright, (Str){0}, arena);
    else
        say(stage, info->copyright, arena);
}

static void say_voices(Stage *stage, const Cast *cast, Arena *arena)
{
    uint32_t count = cast->script->speakers.count;
    Str language = stage->article.language, comma = label_in(language, LABEL_COMMA);
    Buf b = new_buf(arena);
    for (uint32_t i = 0; i < count && i < NAMES_MAX; i++) {
        buf_add(&b, i ? comma : (Str){0});
        buf_add(&b, clean_text(shown_name(cast, i, language), arena));
    }
    say_label(stage, count > NAMES_MAX ? LABEL_VOICES_MORE : LABEL_VOICES, buf_str(&b), (Str){0},
              arena);
}

// What is left out is not shown either, but that it is.
static void say_left_out(Stage *stage, const Making *m, Arena *arena)
{
    Arena scratch = *arena;
    uint32_t count = cover_article(m->timeline->clips, &scratch).skips.count;
    if (count == 0)
        return;
    say_label(stage, count == 1 ? LABEL_LEFT_OUT_ONE : LABEL_LEFT_OUT_MANY,
              str_format(arena, "%u", count), (Str){0}, arena);
}

static void write_stage(Stage *stage, const Making *m)
{
    Str language = m->info->language;
    const Cast *cast = m->times->reading->cast;
    stage->voice = cast->voices[0];
    stage->article = (Article){.source = &stage->source, .language = label_language(language)};
    stage->sentences.article = &stage->article;
    stage->script.sentences = &stage->sentences;
    *PUSH(&stage->script.speakers, m->arena) = (Speaker){.name = shown_name(cast, 0, language)};
    stage->cast = (Cast){.script = &stage->script, .voices = &stage->voice};
    stage->reading.cast = &stage->cast;
    say(stage, label_in(language, LABEL_ABOUT), m->arena);
    say_source(stage, m->info, m->arena);
    if (m->info->disclosure.len)
        say(stage, m->info->disclosure, m->arena);
    say_voices(stage, cast, m->arena);
    say_left_out(stage, m, m->arena);
}

static bool speak_stage(Stage *stage, const Making *m, Error *err)
{
    const Timeline *timeline = m->timeline;
    SpeakOptions speak = {.worker_count = m->options->worker_count,
                          .cache = timeline->clips->cache,
                          .temporary = timeline->clips->temporary};
    MasterOptions master = {.target_lufs = timeline->target_lufs,
                            .raw = timeline->raw,
                            .ceiling_dbtp = timeline->ceiling_dbtp,
                            .peak_max_dbtp = timeline->peak_max_dbtp,
                            .channel_count = timeline->channel_count,
                            .worker_count = m->options->worker_count,
                            .left_out = timeline->left_out};
    return speak_reading(&stage->reading, &speak, m->arena, &stage->clips, err) &&
           master_clips(&stage->clips, &master, m->arena, &stage->timeline, err);
}

static bool write_sound(const Stage *stage, const Making *m, const char *folder, Str name,
                        Error *err)
{
    EpisodeInfo info = *m->info;
    info.chapters.count = 0;
    info.cover = (Cover){0};
    AudioJob job = {.info = &info,
                    .id3_tag = id3_tag(&info, m->arena),
                    .formats = STR("mp3"),
                    .folder = folder,
                    .slug = str_c(name, m->arena),
                    .worker_count = m->options->worker_count,
                    .mp3_kbps = m->options->mp3_kbps};
    Loudness loudness[AUDIO_FORMATS_MAX];
    return write_audio(&stage->timeline, &job, m->arena, loudness, err);
}

bool speak_colophon(const Making *m, const char *folder, Str name, Times *out, Error *err)
{
    Stage *stage = ALLOC(m->arena, Stage, 1);
    write_stage(stage, m);
    if (!speak_stage(stage, m, err) || !write_sound(stage, m, folder, name, err))
        return false;
    *out = measure_times(&stage->timeline, m->arena);
    return true;
}
