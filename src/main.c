// Picks the command's row and sets the exit code.
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "base/interrupt.h"
#include "commands/about.h"
#include "commands/command.h"

enum { PROGRAM_SIZE = 64 << 20 };
static const size_t ARTICLE_SIZE = (size_t)16 << 30; // of address space

static int refuse(const char *what, const char *word)
{
    Error err = {0};
    bool ok = fail(&err, ERR_USAGE, (Span){0}, "%s%s%.60s (see lectern --help)", what,
                   *word ? ": " : "", word);
    (void)ok;
    tell_error(NULL, NULL, &err);
    return ERR_USAGE;
}

static const Command *find_command(const char *name)
{
    for (unsigned i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(COMMANDS[i]->name, name) == 0)
            return COMMANDS[i];
    return NULL;
}

// Words that stand in a command's place; -1: none of them.
static int answer(int argc, char **argv)
{
    const char *word = argv[1];
    if (strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0) {
        printf("lectern %s\n", ABOUT_VERSION);
        return 0;
    }
    bool help = strcmp(word, "help") == 0;
    if (help && argc > 2 && !find_command(argv[2]))
        return print_manual(argv[2]) == 0 ? 0 : refuse("no such command", argv[2]);
    if (help || strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) {
        print_help(help && argc > 2 ? find_command(argv[2]) : NULL);
        return 0;
    }
    return -1;
}

static int run_command(const Command *command, int argc, char **argv)
{
    Arena program = new_arena(PROGRAM_SIZE);
    Settings *settings = ALLOC(&program, Settings, 1);
    settings->arena = &program;
    Error err = {0};
    if (!read_settings(command->mask, argc, argv, settings, &err)) {
        tell_error(NULL, NULL, &err);
        return (int)err.kind;
    }
    if (settings->help) {
        print_help(command);
        return 0;
    }
    if (settings->inputs.count == 0 && command->mask != FOR_VOICES && !settings->script)
        return refuse("no input is given to the command", command->name);
    Arena article = new_arena(ARTICLE_SIZE);
    catch_interrupts();
    int status = command->run(settings, &article);
    return status == ERR_INTERRUPTED ? 128 + interrupted() : status;
}

// A file that is opened later must not take the place of a stream that the caller has
// closed: what is said there would stand in it. These fail as a closed one does.
static void hold_streams(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0)
            (void)open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

int main(int argc, char **argv)
{
    hold_streams();
    if (argc < 2)
        return refuse("no command is given", "");
    int status = answer(argc, argv);
    if (status < 0) {
        const Command *command = find_command(argv[1]);
        status =
            command ? run_command(command, argc - 1, argv + 1) : refuse("no such command", argv[1]);
    }
    return status == ERR_OUTPUT || interrupted() ? status : flush_output(status);
}
