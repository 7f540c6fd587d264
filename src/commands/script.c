#include <stdio.h>

#include "attribute/lexicon.h"
#include "commands/cast_book.h"
#include "commands/command.h"
#include "publish/text/explain.h"
#include "publish/text/script.h"

static int script_one(Settings *s, const Source *source, Arena arena)
{
    Products *p = ALLOC(&arena, Products, 1);
    Error err = {0};
    p->source = *source;
    PipelineOptions options = s->pipeline;
    if ((s->cast_book &&
         !read_cast_book(s->cast_book, &s->pipeline.cast, &arena, &options.cast, &err)) ||
        !run_pipeline(&options, STAGE_PHRASE, &arena, p, &err)) {
        tell_error(str_c(source->name, &arena), &source->bytes, &err);
        return (int)err.kind;
    }
    tell_misfits(s, &p->reading);
    if (s->explain && s->json)
        write_explained_json(stdout, &p->reading, arena);
    else if (s->explain)
        write_explanation(stdout, &p->reading, s->inputs.count > 1, arena);
    else if (s->json)
        write_script_json(stdout, &p->reading, NULL);
    else
        write_script_text(stdout, &p->reading, arena);
    return flush_output(0);
}

static int run(Settings *settings, Arena *arena)
{
    Voices voices;
    Error err = {0};
    if (!open_voices(settings, &voices, &err)) {
        tell_error(NULL, NULL, &err);
        return (int)err.kind;
    }
    settings->pipeline.attribute.classes = load_word_classes(arena);
    return run_inputs(settings, *arena, script_one);
}

const Command script_command = {
    "script",
    FOR_SCRIPT,
    "INPUT...",
    "An INPUT is a path, a web address, or - for standard input.",
    "prints the script: who says what, spoken how",
    "Reads each article and prints what would be spoken, by whom, in which voice, and\n"
    "what would be left out and why. With --json: one line of JSON an input. With\n"
    "--explain: where what was left out stands, why, and what was doubtful.\n"
    "\n"
    "  lectern script article.txt\n"
    "  lectern script article.txt > article.script    to edit, and narrate --script\n"
    "  lectern script --explain article.txt\n"
    "  lectern script --json - < article.txt\n",
    run,
};
