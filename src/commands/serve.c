#include <stdio.h>

#include "commands/command.h"
#include "newsroom/serve.h"

static void tell_address(void *context, int port)
{
    const ServeOptions *options = context;
    bool six = strchr(options->address, ':') != NULL;
    printf("http://%s%s%s:%d/\n", six ? "[" : "", options->address, six ? "]" : "", port);
    fflush(stdout);
}

static int run(Settings *settings, Arena *arena)
{
    (void)arena;
    Error err = {0};
    const char *folder = settings->inputs.count == 1 ? settings->inputs.items[0] : NULL;
    ServeOptions options = {folder, settings->listen ? settings->listen : "127.0.0.1",
                            settings->port};
    bool ok = folder ? serve_folder(&options, tell_address, &options, &err)
                     : fail(&err, ERR_USAGE, (Span){0}, "serve takes one folder of episodes");
    if (!ok && err.kind != ERR_INTERRUPTED)
        tell_error(folder, NULL, &err);
    return (int)err.kind;
}

const Command serve_command = {
    "serve",
    FOR_SERVE,
    "DIR",
    "DIR is a folder of episodes, or of shows.",
    "serves a folder of episodes to players in the house",
    "A small web server for feed, sound and pages, at 127.0.0.1 unless --listen says\n"
    "otherwise; it prints its address and serves until it is interrupted. Nothing outside\n"
    "the folder is served, nothing hidden, and no link is followed.\n"
    "\n"
    "  lectern feed out/episodes --url http://192.168.1.20:8080/\n"
    "  lectern serve out/episodes --listen 192.168.1.20 --port 8080\n",
    run,
};
