// What narrate and script are given to read: files, addresses, or a script with its article.
#include <stdio.h>

#include "base/file.h"
#include "commands/about.h"
#include "commands/command.h"
#include "commands/progress.h"
#include "fetch/fetch.h"

// Told here, where the place is known to be the script's and not its article's.
static bool check_voices(const Settings *s, const Sheet *sheet, Error *err)
{
    for (uint32_t i = 0; i < sheet->cast.count; i++) {
        const SheetSpeaker *speaker = &sheet->cast.items[i];
        if (!find_voice(s->pipeline.voices, speaker->voice))
            return fail(err, ERR_ARTICLE, speaker->at,
                        "there is no voice %.*s (`lectern voices` lists them)",
                        STR_ARG(str_slice(speaker->voice, 0, 40)));
    }
    return true;
}

// NULL: what is wrong has been told.
static const Sheet *open_sheet(const Settings *s, Arena *arena, Error *err)
{
    Sheet *sheet = ALLOC(arena, Sheet, 1);
    Str bytes = {0};
    if (read_file(s->script, SHEET_MAX, arena, &bytes, err) &&
        parse_sheet(bytes, arena, sheet, err) && check_voices(s, sheet, err))
        return sheet;
    tell_error(s->script, &bytes, err);
    return NULL;
}

static bool any_address(const struct sockaddr *address)
{
    (void)address;
    return true;
}

// Also what the reader of a feed calls for the page that an entry links to.
static bool fetch_source(void *context, Str address, Arena *arena, Source *out, Error *err)
{
    const Settings *s = context;
    Progress progress;
    Fetched page = {0};
    start_fetching(&progress, s->progress, address);
    FetchOptions options = {
        .limits = FETCH_LIMITS,
        .version = ABOUT_VERSION,
        .cache = cache_folder(s),
        .may_connect = s->allow_private ? any_address : NULL,
        .progress = show_fetching,
        .context = &progress,
    };
    bool ok = fetch_address(&options, address, arena, &page, err);
    end_progress(&progress, false);
    if (ok)
        *out = (Source){address, page.bytes, page.address, page.content_type};
    return ok;
}

static bool read_input(Settings *s, const char *input, Arena *arena, Source *out, Error *err)
{
    *out = (Source){.name = str_from(input)};
    if (is_address(out->name))
        return fetch_source(s, out->name, arena, out, err);
    return read_file(input, SOURCE_MAX, arena, &out->bytes, err);
}

static int read_one(Settings *s, const char *input, Arena arena,
                    int (*one)(Settings *settings, const Source *source, Arena arena))
{
    Error err = {0};
    Source source;
    if (!read_input(s, input, &arena, &source, &err)) {
        tell_error(input, &source.bytes, &err);
        return (int)err.kind;
    }
    return one(s, &source, arena);
}

int run_inputs(Settings *s, Arena arena,
               int (*one)(Settings *settings, const Source *source, Arena arena))
{
    Error err = {0};
    s->pipeline.read.fetch = fetch_source;
    s->pipeline.read.fetch_context = s;
    if (s->script) {
        if (s->inputs.count > 1) {
            (void)fail(&err, ERR_USAGE, (Span){0}, "--script takes one input at most");
            tell_error(NULL, NULL, &err);
            return (int)err.kind;
        }
        s->pipeline.sheet = open_sheet(s, &arena, &err);
        if (!s->pipeline.sheet)
            return (int)err.kind;
        if (s->inputs.count == 0) {
            Source source = {.name = s->pipeline.sheet->name, .bytes = s->pipeline.sheet->article};
            return one(s, &source, arena);
        }
    }
    int status = 0;
    for (uint32_t i = 0; i < s->inputs.count; i++) {
        int last = read_one(s, s->inputs.items[i], arena, one);
        if (last > ERR_ARTICLE) // the next input would meet the same trouble
            return last;
        status = last ? last : status;
    }
    return status;
}

void tell_misfits(const Settings *s, const Reading *reading)
{
    const Note *notes = reading->notes.items;
    for (uint32_t i = 0; s->script && i < reading->notes.count; i++) {
        if (!notes[i].script_line)
            continue;
        Error doubt = {0};
        (void)fail(&doubt, ERR_ARTICLE, (Span){0}, "%.*s", STR_ARG(notes[i].text));
        Str place = str_format(s->arena, "%s:%u:1", s->script, notes[i].script_line);
        tell_error(str_c(place, s->arena), NULL, &doubt);
    }
}
