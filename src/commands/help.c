// Help, manual page and completions, all from the tables of commands and options.
#include <stdio.h>

#include "commands/about.h"
#include "commands/command.h"

const Command *const COMMANDS[] = {&narrate_command, &script_command, &voices_command,
                                   &check_command,   &feed_command,   &serve_command};
const unsigned COMMAND_COUNT = COUNT(COMMANDS);

static const char INTRODUCTION[] =
    "lectern reads articles aloud: the narrator and each quoted speaker in a voice of\n"
    "their own, as a podcast episode with transcripts, chapters and a page.\n";

static const struct {
    int status;
    const char *meaning;
} STATUSES[] = {
    {0, "all done"},
    {1, "an input was refused or failed (the others were still done)"},
    {2, "wrong usage"},
    {3, "engine, voice or library data missing"},
    {4, "output could not be written"},
    {130, "interrupted by SIGINT; outputs are whole or absent"},
    {143, "interrupted by SIGTERM; outputs are whole or absent"},
};

static void print_options(CommandMask mask)
{
    for (unsigned i = 0; i < OPTION_COUNT; i++) {
        const Option *o = &OPTIONS[i];
        if (!(o->commands & (int)mask))
            continue;
        char left[64];
        int n = o->letter ? snprintf(left, sizeof left, "-%c, ", o->letter)
                          : snprintf(left, sizeof left, "    ");
        snprintf(left + n, sizeof left - (size_t)n, "--%s%s%s", o->name, o->argument ? " " : "",
                 o->argument ? o->argument : "");
        printf("  %-28s %s\n", left, o->help);
    }
}

static void print_statuses(void)
{
    puts("\nExit status:");
    for (size_t i = 0; i < COUNT(STATUSES); i++)
        printf("  %-4d %s\n", STATUSES[i].status, STATUSES[i].meaning);
}

void print_help(const Command *command)
{
    if (command) {
        printf("lectern %s [OPTIONS] %s: %s\n\n%s\nOptions:\n", command->name, command->inputs,
               command->summary, command->detail);
        print_options(command->mask);
        printf("\n%s -- ends options.\n", command->meaning);
        return;
    }
    printf("%s\nUsage: lectern COMMAND [OPTIONS] [INPUT...]\n\nCommands:\n", INTRODUCTION);
    for (unsigned i = 0; i < COMMAND_COUNT; i++)
        printf("  %-8s %-12s %s\n", COMMANDS[i]->name, COMMANDS[i]->inputs, COMMANDS[i]->summary);
    puts("\nTo begin with:\n"
         "  lectern narrate article.txt        makes out/episodes/<title>/\n"
         "  lectern script article.txt         shows who would say what\n"
         "  lectern COMMAND --help             tells a command's options");
    print_statuses();
}

// ---- the manual page

static void put_roff(const char *text)
{
    bool line_start = true;
    for (; *text; text++) {
        if (line_start && (*text == '.' || *text == '\''))
            fputs("\\&", stdout);
        if (*text == '\\' || *text == '-')
            putchar('\\');
        putchar(*text);
        line_start = *text == '\n';
    }
}

static void put_man_option(const Option *o)
{
    fputs(".TP\n.B ", stdout);
    if (o->letter)
        printf("\\-%c, ", o->letter);
    fputs("\\-\\-", stdout);
    put_roff(o->name);
    if (o->argument) {
        fputs(" \\fI", stdout);
        put_roff(o->argument);
        fputs("\\fR", stdout);
    }
    putchar('\n');
    put_roff(o->help);
    putchar('\n');
}

static void put_man_command(const Command *c)
{
    printf(".SH %s\n.B lectern %s\n[OPTIONS] ", c->name, c->name);
    put_roff(c->inputs);
    puts("\n.PP\n.nf");
    put_roff(c->detail);
    printf(".fi\n.PP\n");
    put_roff(c->meaning);
    putchar('\n');
    for (unsigned i = 0; i < OPTION_COUNT; i++)
        if (OPTIONS[i].commands & (int)c->mask)
            put_man_option(&OPTIONS[i]);
}

static void print_man(void)
{
    printf(".TH LECTERN 1 \"\" \"lectern %s\" \"User Commands\"\n", ABOUT_VERSION);
    puts(".SH NAME\nlectern \\- reads articles aloud\n.SH SYNOPSIS\n.B lectern\n"
         "COMMAND [OPTIONS] [INPUT...]\n.SH DESCRIPTION");
    put_roff(INTRODUCTION);
    for (unsigned i = 0; i < COMMAND_COUNT; i++)
        put_man_command(COMMANDS[i]);
    puts(".SH FILES\n.TP\n.I $XDG_CONFIG_HOME/lectern/lectern.ini\nSettings: long options as\n"
         ".IR name \" = \" value .\nThe command line wins.\n.TP\n.I $XDG_CACHE_HOME/lectern\n"
         "Spoken clips; safe to delete.\n.SH EXIT STATUS");
    for (size_t i = 0; i < COUNT(STATUSES); i++)
        printf(".TP\n.B %d\n%s\n", STATUSES[i].status, STATUSES[i].meaning);
    puts(".SH SEE ALSO\n.BR espeak\\-ng (1)");
}

// ---- completions

static void print_bash(void)
{
    puts("_lectern()\n{\n    local word=${COMP_WORDS[COMP_CWORD]} options=\n"
         "    if [ \"$COMP_CWORD\" -eq 1 ]; then");
    fputs("        COMPREPLY=($(compgen -W \"", stdout);
    for (unsigned i = 0; i < COMMAND_COUNT; i++)
        printf("%s ", COMMANDS[i]->name);
    puts("--help --version\" -- \"$word\"))\n        return\n    fi\n    case ${COMP_WORDS[1]} in");
    for (unsigned c = 0; c < COMMAND_COUNT; c++) {
        printf("    %s) options=\"", COMMANDS[c]->name);
        for (unsigned i = 0; i < OPTION_COUNT; i++)
            if (OPTIONS[i].commands & (int)COMMANDS[c]->mask)
                printf("--%s ", OPTIONS[i].name);
        puts("\" ;;");
    }
    puts("    esac\n    case $word in\n    -*) COMPREPLY=($(compgen -W \"$options\" -- \"$word\")) "
         ";;\n"
         "    *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n    esac\n}\n"
         "complete -o filenames -F _lectern lectern");
}

// Quotes, brackets and colons mean something to zsh's _arguments.
static void put_zsh(const char *text)
{
    for (; *text; text++) {
        if (strchr("[]:\\", *text))
            putchar('\\');
        if (*text == '\'')
            fputs("'\\'", stdout);
        putchar(*text);
    }
}

static void print_zsh(void)
{
    puts("#compdef lectern\nlocal -a commands\ncommands=(");
    for (unsigned i = 0; i < COMMAND_COUNT; i++) {
        printf("  '%s:", COMMANDS[i]->name);
        put_zsh(COMMANDS[i]->summary);
        puts("'");
    }
    puts(")\nif (( CURRENT == 2 )); then\n  _describe command commands\n  return\nfi\n"
         "case ${words[2]} in");
    for (unsigned c = 0; c < COMMAND_COUNT; c++) {
        printf("%s) shift words; (( CURRENT-- )); _arguments '*:file:_files'", COMMANDS[c]->name);
        for (unsigned i = 0; i < OPTION_COUNT; i++) {
            const Option *o = &OPTIONS[i];
            if (!(o->commands & (int)COMMANDS[c]->mask))
                continue;
            printf(" \\\n  '--%s%s[", o->name, o->argument ? "=" : "");
            put_zsh(o->help);
            printf("]%s%s%s'", o->argument ? ":" : "", o->argument ? o->name : "",
                   o->argument ? ":_files" : "");
        }
        puts(" ;;");
    }
    puts("esac");
}

int print_manual(const char *form)
{
    static const struct {
        const char *form;
        void (*print)(void);
    } FORMS[] = {{"--man", print_man}, {"--bash", print_bash}, {"--zsh", print_zsh}};
    for (size_t i = 0; i < COUNT(FORMS); i++) {
        if (strcmp(form, FORMS[i].form) == 0) {
            FORMS[i].print();
            return 0;
        }
    }
    return ERR_USAGE;
}
