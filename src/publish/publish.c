// Puts an episode together: its editions, then what is of all of them.
#include <errno.h>
#include <stdio.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/interrupt.h"
#include "publish/cover/cover.h"
#include "publish/edition.h"
#include "publish/folder.h"
#include "publish/slug.h"
#include "publish/text/chapters.h"
#include "publish/text/texts.h"

// In the order they are made: later ones take the sound of those before.
static const Edition *const EDITIONS[] = {&PODCAST_EDITION, &RADIO_EDITION, &ACCESSIBLE_EDITION};

// Of whatever editions there are; the page offers what is before it, and the report has
// the hashes of all other files.
static const Writer *const PAGE[] = {&page_writer};
static const Writer *const WRITERS[] = {&script_writer, &report_writer};

static size_t find_edition(Str name)
{
    size_t i = 0;
    while (i < COUNT(EDITIONS) && !str_equal(name, str_from(EDITIONS[i]->name)))
        i++;
    return i;
}

static bool choose_edition(bool *chosen, Str name, Error *err)
{
    size_t i = find_edition(name);
    if (i == COUNT(EDITIONS))
        return fail(err, ERR_USAGE, (Span){0},
                    "unknown edition %.*s (there are: podcast, radio, accessible)",
                    STR_ARG(str_slice(name, 0, 40)));
    if (chosen[i])
        return fail(err, ERR_USAGE, (Span){0}, "edition %s stands twice", EDITIONS[i]->name);
    return chosen[i] = true;
}

static bool choose_editions(bool *chosen, Str names, Error *err)
{
    if (names.len == 0)
        return choose_edition(chosen, STR("podcast"), err);
    for (size_t beg = 0, end; beg <= names.len; beg = end + 1) {
        end = beg + str_find(str_slice(names, beg, names.len), STR(","));
        if (!choose_edition(chosen, str_slice(names, beg, end), err))
            return false;
    }
    return true;
}

bool list_editions(Str names, Editions *out, Error *err)
{
    bool chosen[COUNT(EDITIONS)] = {0};
    *out = (Editions){0};
    if (!choose_editions(chosen, names, err))
        return false;
    for (size_t i = 0; i < COUNT(EDITIONS); i++)
        if (chosen[i])
            out->items[out->count++] = EDITIONS[i];
    return true;
}

void begin_part(const Making *m, const char *part)
{
    if (m->options->on_part)
        m->options->on_part(m->options->context, part);
}

void tell_done(const Making *m, int64_t done, int64_t total)
{
    if (m->options->progress)
        m->options->progress(m->options->context, done, total);
}

const char *path_in(const Making *m, Str name, Arena *arena)
{
    return str_c(str_format(arena, "%s/%.*s", m->folder, STR_ARG(name)), arena);
}

bool cannot_write(Str name, Error *err)
{
    return fail(err, ERR_OUTPUT, (Span){0}, "cannot write %.*s: %s", STR_ARG(name),
                strerror(errno));
}

bool is_listed(const Making *m, Str name)
{
    for (uint32_t i = 0; i < m->episode->files.count; i++)
        if (str_equal(m->episode->files.items[i].name, name))
            return true;
    return false;
}

bool list_file(Making *m, Str name, Error *err)
{
    Arena scratch = *m->arena;
    EpisodeFile file = {0};
    if (!hash_file(path_in(m, name, &scratch), file.sha256, &file.bytes))
        return cannot_write(name, err);
    file.name = str_copy(name, m->arena);
    *PUSH(&m->episode->files, m->arena) = file;
    return true;
}

bool list_sound(Making *m, Str name, const Loudness *loudness, double target_lufs, Error *err)
{
    if (!list_file(m, name, err))
        return false;
    EpisodeFile *file = &m->episode->files.items[m->episode->files.count - 1];
    file->sound = true;
    file->loudness = *loudness;
    file->target_lufs = target_lufs;
    return true;
}

static bool write_cover(Making *m, EpisodeInfo *info, Error *err)
{
    Cover *cover = &info->cover;
    bool made = m->options->cover ? read_cover(m->options->cover, m->arena, cover, err)
                                  : draw_cover(m->times, info, m->arena, cover, err);
    Str name = made ? str_from(cover->name) : (Str){0};
    return made && write_file(path_in(m, name, m->arena), cover->bytes, err) &&
           list_file(m, name, err);
}

static bool write_editions(Making *m, const Editions *editions, Error *err)
{
    bool page = false;
    for (size_t i = 0; i < editions->count; i++) {
        begin_part(m, editions->items[i]->name);
        if (!go_on(err) || !editions->items[i]->write(m, err))
            return false;
        page = page || editions->items[i]->page;
    }
    return write_texts(m, PAGE, page ? COUNT(PAGE) : 0, err) &&
           write_texts(m, WRITERS, COUNT(WRITERS), err);
}

bool publish_timeline(const Timeline *in, const PublishOptions *options, Arena *arena, Episode *out,
                      Error *err)
{
    *out = (Episode){.timeline = in, .failed_clips = count_failed_clips(in->clips)};
    Editions editions;
    if (!list_editions(options->editions, &editions, err))
        return false;
    EpisodeInfo info = describe_episode(in, options->disclosure, arena);
    Times times = measure_times(in, arena);
    cut_chapters(&times, arena, &info);
    WorkFolder folder;
    if (!open_work_folder(options->folder, make_slug(info.title, arena),
                          reading_article(in->clips->reading), arena, &folder, err))
        return false;
    out->slug = folder.slug;
    out->folder = str_format(arena, "%s/%.*s", options->folder, STR_ARG(out->slug));
    Making m = {in, options, &info, &times, folder.path, folder.slug, out, arena};
    if (write_cover(&m, &info, err) && write_editions(&m, &editions, err) && go_on(err))
        return publish_work_folder(&folder, *arena, err);
    drop_work_folder(&folder);
    return false;
}
