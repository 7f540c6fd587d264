// What the command line and lectern.ini ask for.
#ifndef LECTERN_COMMANDS_SETTINGS_H
#define LECTERN_COMMANDS_SETTINGS_H

#include "pipeline.h"
#include "publish/radio/deliver.h"

typedef enum { PROGRESS_AUTO, PROGRESS_BAR, PROGRESS_JSON, PROGRESS_NONE } ProgressForm;

typedef struct {
    PipelineOptions pipeline;
    LIST(const char *) inputs;
    LIST(CastChoice) choices; // --voice and --cast, in order of weight
    LIST(Lexicon) lexicons;   // --lexicon, in order
    const char *output;       // folder of episodes
    const char *voices;       // folder of voices; NULL: the built-in places
    const char *cache;        // NULL: the user's cache folder
    uint64_t cache_size;      // bytes that it may have between runs
    const char *config;       // NULL: the user's lectern.ini
    const char *script;       // an edited script; NULL: none
    const char *cast_book;    // NULL: none
    const char *deliver;      // folder that a station watches; NULL: none
    Delivered delivered;      // there, by this run
    const char *audition;     // file of an audition; NULL: none
    bool allow_private;       // fetch from hosts that are not the public's
    const char *listen;       // address of the web server; NULL: this machine alone
    int port;
    bool no_cache, json, explain, timing, help;
    bool require_sandbox; // refuse to speak where the kernel cannot confine the engine
    ProgressForm progress;
    Arena *arena; // lasts as long as the program
} Settings;

// One bit a command, for the table of options.
typedef enum {
    FOR_NARRATE = 1,
    FOR_SCRIPT = 2,
    FOR_VOICES = 4,
    FOR_CHECK = 8,
    FOR_FEED = 16,
    FOR_SERVE = 32,
    FOR_ALL = 63,
} CommandMask;

typedef struct {
    const char *name;     // long form
    char letter;          // short form; 0: none
    const char *argument; // what it takes; NULL: nothing
    int commands;         // CommandMask
    bool (*set)(Settings *settings, const char *value, Error *err);
    const char *help;
} Option;

extern const Option OPTIONS[];
extern const unsigned OPTION_COUNT;

// Where what is costly is kept; NULL: nowhere.
const char *cache_folder(const Settings *settings);

// Defaults, then lectern.ini, then the words after the command's name. ERR_USAGE
// says which word is wrong.
NODISCARD bool read_settings(CommandMask command, int argc, char **argv, Settings *out, Error *err);

#endif
