#include <errno.h>
#include <stdio.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/interrupt.h"
#include "base/parallel.h"
#include "publish/audio.h"
#include "publish/chapters.h"
#include "publish/cover.h"
#include "publish/folder.h"
#include "publish/id3.h"
#include "publish/slug.h"
#include "publish/writer.h"

// In the order they are written: the page offers what is before it, and the report
// has the hashes of all.
static const Writer *const WRITERS[] = {
    &vtt_writer,  &srt_writer,    &transcript_json_writer, &chapters_json_writer,
    &page_writer, &script_writer, &report_writer,
};

// An episode in the making.
typedef struct {
    const Timeline *timeline;
    const PublishOptions *options;
    AudioFormats formats;
    WorkFolder folder;
    EpisodeInfo info;
    Times times;
    Episode *episode;
    EpisodeFile *texts; // of each of WRITERS; shared with the process that writes beside
    Arena *arena;
} Making;

static const char *path_of(const Making *m, Str name, Arena *arena)
{
    return str_c(str_format(arena, "%s/%.*s", m->folder.path, STR_ARG(name)), arena);
}

static bool cannot_write(Str name, Error *err)
{
    return fail(err, ERR_OUTPUT, (Span){0}, "cannot write %.*s: %s", STR_ARG(name),
                strerror(errno));
}

// `file`: its name is set, the rest is found.
static bool look_at_file(const Making *m, EpisodeFile *file, Error *err)
{
    Arena scratch = *m->arena;
    return hash_file(path_of(m, file->name, &scratch), file->sha256, &file->bytes) ||
           cannot_write(file->name, err);
}

// Adds a file that stands in the work folder to those of the episode.
static bool list_file(Making *m, Str name, Error *err)
{
    EpisodeFile file = {.name = str_copy(name, m->arena)};
    if (!look_at_file(m, &file, err))
        return false;
    *PUSH(&m->episode->files, m->arena) = file;
    return true;
}

static bool write_cover(Making *m, Error *err)
{
    Cover *cover = &m->info.cover;
    bool made = m->options->cover ? read_cover(m->options->cover, m->arena, cover, err)
                                  : draw_cover(&m->times, &m->info, m->arena, cover, err);
    return made && write_file(path_of(m, str_from(cover->name), m->arena), cover->bytes, err) &&
           list_file(m, str_from(cover->name), err);
}

static bool list_sound(Making *m, Error *err)
{
    for (size_t i = 0; i < m->formats.count; i++) {
        Str name =
            str_format(m->arena, "%.*s.%s", STR_ARG(m->folder.slug), m->formats.items[i]->name);
        if (!list_file(m, name, err))
            return false;
    }
    return true;
}

static bool write_sound(Making *m, Error *err)
{
    AudioJob job = {.info = &m->info,
                    .id3_tag = id3_tag(&m->info, m->arena),
                    .formats = m->options->formats,
                    .folder = m->folder.path,
                    .slug = str_c(m->folder.slug, m->arena),
                    .worker_count = m->options->worker_count,
                    .mp3_kbps = m->options->mp3_kbps,
                    .progress = m->options->progress,
                    .context = m->options->context};
    return write_audio(m->timeline, &job, m->arena, &m->episode->loudness, err) &&
           list_sound(m, err);
}

// --- Texts ---

static void name_texts(Making *m)
{
    for (size_t i = 0; i < COUNT(WRITERS); i++)
        m->texts[i].name =
            WRITERS[i]->name[0] == '.'
                ? str_format(m->arena, "%.*s%s", STR_ARG(m->folder.slug), WRITERS[i]->name)
                : str_from(WRITERS[i]->name);
}

static bool write_text(const Making *m, size_t index, Error *err)
{
    Draft draft = {m->timeline, m->options, &m->info, &m->times, m->episode};
    EpisodeFile *file = &m->texts[index];
    Arena scratch = *m->arena;
    FILE *out = fopen(path_of(m, file->name, &scratch), "wxe");
    if (!out)
        return cannot_write(file->name, err);
    WRITERS[index]->write(out, &draft, scratch);
    bool ok = fflush(out) == 0 && !ferror(out);
    if (fclose(out) != 0 || !ok)
        return cannot_write(file->name, err);
    return look_at_file(m, file, err);
}

static bool write_beside(void *context, uint32_t index, Error *err)
{
    const Making *m = context;
    return WRITERS[index]->needs_files || write_text(m, index, err);
}

static bool finish_texts(Making *m, Error *err)
{
    for (size_t i = 0; i < COUNT(WRITERS); i++) {
        if (!go_on(err) || (WRITERS[i]->needs_files && !write_text(m, i, err)))
            return false;
        *PUSH(&m->episode->files, m->arena) = m->texts[i];
    }
    return true;
}

static bool write_sound_and_texts(Making *m, Error *err)
{
    Aside texts;
    if (!start_aside(COUNT(WRITERS), write_beside, m, &texts, err))
        return false;
    if (write_sound(m, err))
        return join_aside(&texts, err) && finish_texts(m, err);
    drop_aside(&texts);
    return false;
}

static bool write_files(Making *m, Error *err)
{
    size_t size = sizeof *m->texts * COUNT(WRITERS);
    m->texts = map_shared(size);
    if (!m->texts)
        return fail(err, ERR_OUTPUT, (Span){0}, "no shared memory to write in");
    name_texts(m);
    bool ok = write_cover(m, err) && write_sound_and_texts(m, err);
    unmap_shared(m->texts, size);
    return ok;
}

static void describe(Making *m)
{
    m->info = describe_episode(m->timeline, m->options->disclosure, m->arena);
    m->times = measure_times(m->timeline, m->arena);
    cut_chapters(&m->times, m->arena, &m->info);
}

bool publish_timeline(const Timeline *in, const PublishOptions *options, Arena *arena, Episode *out,
                      Error *err)
{
    *out = (Episode){.timeline = in, .failed_clips = count_failed_clips(in->clips)};
    Making m = {.timeline = in, .options = options, .episode = out, .arena = arena};
    if (!list_audio_formats(options->formats, &m.formats, err))
        return false;
    describe(&m);
    const Article *article = reading_article(in->clips->reading);
    if (!open_work_folder(options->folder, make_slug(m.info.title, arena), article, arena,
                          &m.folder, err))
        return false;
    out->slug = m.folder.slug;
    out->folder = str_format(arena, "%s/%.*s", options->folder, STR_ARG(out->slug));
    if (write_files(&m, err) && go_on(err))
        return publish_work_folder(&m.folder, *arena, err);
    drop_work_folder(&m.folder);
    return false;
}
