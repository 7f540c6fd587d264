// The commands of the program: one file and one row of the table each.
#ifndef LECTERN_COMMANDS_COMMAND_H
#define LECTERN_COMMANDS_COMMAND_H

#include "commands/settings.h"

typedef struct {
    const char *name;
    CommandMask mask;
    const char *inputs;  // what it takes, for the help
    const char *meaning; // of that word, a sentence
    const char *summary; // one line
    const char *detail;  // some lines with examples
    // Gives the exit status; has told of its errors itself.
    int (*run)(Settings *settings, Arena *arena);
} Command;

extern const Command narrate_command;
extern const Command script_command;
extern const Command voices_command;
extern const Command check_command;
extern const Command feed_command;
extern const Command serve_command;

extern const Command *const COMMANDS[];
extern const unsigned COMMAND_COUNT;

// Prints "lectern: FILE:LINE:COL: message" on stderr; `source` may be NULL.
// Nothing from an input reaches a terminal raw.
void tell_error(const char *file, const Str *source, const Error *err);

// Flushes standard output. Gives `status`, or ERR_OUTPUT where it cannot be written
// (ERR_INTERRUPTED where that is why), and tells that.
int flush_output(int status);

// Loads the voices that the settings name into the program's arena. ERR_ENGINE where
// there are none, ERR_USAGE where --voice or --cast wants one that is not there.
NODISCARD bool open_voices(Settings *settings, Voices *out, Error *err);

// The inputs of the command one after the other, or the article of --script FILE where
// there are none. `one` narrates or prints one that has been read, and gives its status.
int run_inputs(Settings *settings, Arena arena,
               int (*one)(Settings *settings, const Source *source, Arena arena));

// Tells what of an edited script had no effect.
void tell_misfits(const Settings *settings, const Reading *reading);

void print_help(const Command *command); // NULL: of the whole program
// `lectern help --man|--bash|--zsh`: what `make install` puts in place.
int print_manual(const char *form);

#endif
