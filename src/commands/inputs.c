// What narrate and script are given to read: files, or a script with its article.
#include <stdio.h>

#include "base/file.h"
#include "commands/command.h"

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

static bool read_input(const char *input, Arena *arena, Str *bytes, Error *err)
{
    if (strncmp(input, "https://", 8) == 0 || strncmp(input, "http://", 7) == 0)
        return fail(err, ERR_ARTICLE, (Span){0},
                    "web addresses are not read yet (save the article's text and give that)");
    return read_file(input, SOURCE_MAX, arena, bytes, err);
}

static int read_one(Settings *s, const char *input, Arena arena,
                    int (*one)(Settings *settings, const Source *source, Arena arena))
{
    Error err = {0};
    Source source = {.name = str_from(input)};
    if (!read_input(input, &arena, &source.bytes, &err)) {
        tell_error(input, &source.bytes, &err);
        return (int)err.kind;
    }
    return one(s, &source, arena);
}

int run_inputs(Settings *s, Arena arena,
               int (*one)(Settings *settings, const Source *source, Arena arena))
{
    Error err = {0};
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
