#include "publish/text/texts.h"

#include <errno.h>

#include "base/hash.h"
#include "base/interrupt.h"
#include "base/parallel.h"

typedef struct {
    Making *making;
    const Writer *const *writers;
    size_t count;
    EpisodeFile *files; // of each writer; shared with the process that writes beside
} Texts;

static void name_texts(Texts *t)
{
    for (size_t i = 0; i < t->count; i++)
        t->files[i].name = t->writers[i]->name[0] == '.'
                               ? str_format(t->making->arena, "%.*s%s", STR_ARG(t->making->slug),
                                            t->writers[i]->name)
                               : str_from(t->writers[i]->name);
}

static bool write_text(const Texts *t, size_t index, Error *err)
{
    const Making *m = t->making;
    Draft draft = {m->timeline, m->options, m->info, m->times, m->episode};
    EpisodeFile *file = &t->files[index];
    Arena scratch = *m->arena;
    const char *path = path_in(m, file->name, &scratch);
    FILE *out = fopen(path, "wxe");
    if (!out)
        return cannot_write(file->name, err);
    t->writers[index]->write(out, &draft, scratch);
    bool ok = fflush(out) == 0 && !ferror(out);
    if (fclose(out) != 0 || !ok || !hash_file(path, file->sha256, &file->bytes))
        return cannot_write(file->name, err);
    return true;
}

static bool write_beside(void *context, uint32_t index, Error *err)
{
    const Texts *t = context;
    return t->writers[index]->needs_files || write_text(t, index, err);
}

static bool finish_texts(Texts *t, bool all, Error *err)
{
    for (size_t i = 0; i < t->count; i++) {
        if (is_listed(t->making, t->files[i].name))
            continue;
        if (!go_on(err) || ((all || t->writers[i]->needs_files) && !write_text(t, i, err)))
            return false;
        *PUSH(&t->making->episode->files, t->making->arena) = t->files[i];
    }
    return true;
}

bool write_texts(Making *m, const Writer *const *writers, size_t count, Error *err)
{
    Texts t = {m, writers, count, ALLOC(m->arena, EpisodeFile, count)};
    name_texts(&t);
    return finish_texts(&t, true, err);
}

static bool write_both(Texts *t, bool (*sound)(Making *m, Error *err), Error *err)
{
    Aside texts;
    if (!start_aside((uint32_t)t->count, write_beside, t, &texts, err))
        return false;
    if (sound(t->making, err))
        return join_aside(&texts, err) && finish_texts(t, false, err);
    drop_aside(&texts);
    return false;
}

bool write_texts_beside(Making *m, const Writer *const *writers, size_t count,
                        bool (*sound)(Making *m, Error *err), Error *err)
{
    size_t size = sizeof(EpisodeFile) * count;
    Texts t = {m, writers, count, map_shared(size)};
    if (!t.files)
        return fail(err, ERR_OUTPUT, (Span){0}, "no shared memory to write in");
    name_texts(&t);
    bool ok = write_both(&t, sound, err);
    unmap_shared(t.files, size);
    return ok;
}
