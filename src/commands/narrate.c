#define _DEFAULT_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

#include "attribute/lexicon.h"
#include "base/file.h"
#include "base/interrupt.h"
#include "base/trim.h"
#include "commands/cast_book.h"
#include "commands/command.h"
#include "commands/progress.h"
#include "publish/radio/deliver.h"
#include "speak/sandbox.h"

// The folder of clips that a run without a cache makes for itself. Its lock
// tells other runs that it is in use; what a killed run left has none.
typedef struct {
    char *folder;
    int lock;
} OwnClips;

static bool make_own_clips(const Settings *s, OwnClips *own, Error *err)
{
    own->folder =
        str_c(str_format(s->arena, "%s/.lectern-clips-%ld", s->output, (long)getpid()), s->arena);
    if (!make_folders(own->folder, err))
        return false;
    own->lock = open(own->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (own->lock < 0 || flock(own->lock, LOCK_EX | LOCK_NB) != 0)
        return fail(err, ERR_OUTPUT, (Span){0}, "cannot lock %.90s: %s", own->folder,
                    strerror(errno));
    return true;
}

static void remove_own_clips(OwnClips *own)
{
    if (own->folder)
        remove_tree(own->folder);
    if (own->lock >= 0)
        close(own->lock);
}

static bool open_cache(Settings *s, OwnClips *own, Error *err)
{
    const char *folder = cache_folder(s);
    s->pipeline.speak.cache = folder;
    s->pipeline.speak.temporary = !folder;
    if (folder)
        return make_folders(folder, err);
    bool ok = make_own_clips(s, own, err);
    s->pipeline.speak.cache = own->folder;
    return ok;
}

static void tell_losses(const char *input, const Episode *episode)
{
    Error loss = {0};
    bool ok = fail(&loss, ERR_ARTICLE, (Span){0},
                   "%u passages could not be spoken whole (the notes of its report.json name them)",
                   episode->failed_clips);
    (void)ok;
    tell_error(input, NULL, &loss);
}

static int narrate_one(Settings *s, const Source *source, Arena arena)
{
    Products *p = ALLOC(&arena, Products, 1);
    Error err = {0};
    const char *input = str_c(source->name, &arena);
    p->source = *source;
    Progress progress;
    PipelineOptions options = s->pipeline;
    bool ok = !s->cast_book ||
              read_cast_book(s->cast_book, &s->pipeline.cast, &arena, &options.cast, &err);
    start_progress(&progress, s->progress, p->source.name, &options);
    ok = ok && run_pipeline(&options, STAGE_PUBLISH, &arena, p, &err);
    end_progress(&progress, ok);
    if (!ok) {
        tell_error(input, &p->source.bytes, &err);
        return (int)err.kind;
    }
    tell_misfits(s, &p->reading);
    printf("%.*s\n", STR_ARG(p->episode.folder));
    // The episode stands, whatever becomes of its delivery and of the book.
    if (s->deliver && !deliver_episode(&p->episode, s->deliver, &s->delivered, arena, &err)) {
        tell_error(input, NULL, &err);
        return flush_output((int)err.kind);
    }
    if (s->cast_book && !add_to_cast_book(s->cast_book, p->reading.cast, arena, &err)) {
        tell_error(NULL, NULL, &err);
        return flush_output((int)err.kind);
    }
    if (p->episode.failed_clips == 0)
        return flush_output(0);
    tell_losses(input, &p->episode);
    return flush_output(ERR_ARTICLE);
}

// A kernel that cannot hold the engine's children is told once, or not worked on.
static bool check_sandbox(const Settings *s, Error *err)
{
    unsigned has = sandbox_support();
    const char *missing = !(has & SANDBOX_FILES) ? "Landlock" : "seccomp";
    if ((has & SANDBOX_WHOLE) == SANDBOX_WHOLE)
        return true;
    if (s->require_sandbox)
        return fail(err, ERR_ENGINE, (Span){0}, "this kernel has no %s to confine the engine with",
                    missing);
    Error warning = {0};
    (void)fail(&warning, ERR_ENGINE, (Span){0},
               "warning: this kernel has no %s; the engine is confined by limits only", missing);
    tell_error(NULL, NULL, &warning);
    return true;
}

static int run(Settings *settings, Arena *arena)
{
    Voices voices;
    OwnClips own = {.lock = -1};
    Error err = {0};
    bool ready = check_sandbox(settings, &err) && open_voices(settings, &voices, &err) &&
                 (!settings->deliver || check_delivery(settings->deliver, &err)) &&
                 make_folders(settings->output, &err) && open_cache(settings, &own, &err);
    settings->pipeline.now_ms = settings->timing ? now_ms : NULL;
    settings->pipeline.attribute.classes = load_word_classes(arena);
    settings->delivered.room = DELIVERED_MAX * (settings->inputs.count + (size_t)1);
    settings->delivered.names = ALLOC(arena, uint64_t, settings->delivered.room);
    int status = 0;
    int hold = ready && !own.folder ? hold_store(settings->pipeline.speak.cache) : -1;
    if (ready)
        status = run_inputs(settings, *arena, narrate_one);
    else
        tell_error(NULL, NULL, &err);
    if (hold >= 0)
        trim_store(settings->pipeline.speak.cache, hold, settings->cache_size, *arena);
    if (hold >= 0)
        close(hold);
    remove_own_clips(&own);
    return ready ? status : (int)err.kind;
}

const Command narrate_command = {
    "narrate",
    FOR_NARRATE,
    "INPUT...",
    "An INPUT is a path, a web address, or - for standard input.",
    "makes an episode of each input",
    "Makes a folder for each article: the narrated MP3, timed transcripts, chapters, a\n"
    "page to listen and read along, and a report that accounts for every byte. The\n"
    "folder is complete or absent. Its name is printed.\n"
    "\n"
    "  lectern narrate article.txt\n"
    "  lectern narrate https://example.org/article\n"
    "  lectern narrate -o episodes --url https://example.org/a article.txt\n"
    "  lectern narrate --voice \"Ada Park=fern\" --voice narrator=narrator-b article.md\n"
    "  lectern narrate --script article.script           an edited script\n"
    "  lectern narrate --rate 300 --single-voice article.txt     a fast edition\n"
    "  lectern narrate --edition radio --duration 3:30 --cut-id 123456 article.txt\n",
    run,
};
