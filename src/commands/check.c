#include <stdio.h>

#include "base/interrupt.h"
#include "commands/command.h"
#include "publish/verify/verify.h"

static int run(Settings *settings, Arena *arena)
{
    int status = 0;
    for (uint32_t i = 0; i < settings->inputs.count && !interrupted(); i++) {
        Arena scratch = *arena;
        Faults faults = {0};
        verify_episode(settings->inputs.items[i], &scratch, &faults);
        for (uint32_t k = 0; k < faults.count; k++) {
            Error err = {0};
            bool bad = fail(&err, ERR_ARTICLE, (Span){0}, "%.*s", STR_ARG(faults.items[k]));
            status = bad ? status : ERR_ARTICLE;
            tell_error(settings->inputs.items[i], NULL, &err);
        }
    }
    return interrupted() ? (int)ERR_INTERRUPTED : status;
}

const Command check_command = {
    "check",
    FOR_CHECK,
    "DIR...",
    "A DIR is an episode's folder.",
    "verifies finished episodes against their report",
    "Opens each episode's folder and checks that its files are whole and unchanged, that\n"
    "the sound has the loudness that the report states, that transcripts and chapters\n"
    "lie inside the sound, and that every byte of the article is accounted for.\n"
    "Nothing is printed where all is well.\n"
    "\n"
    "  lectern check out/episodes/*\n",
    run,
};
