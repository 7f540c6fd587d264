#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "base/interrupt.h"
#include "base/utf8.h"
#include "commands/about.h"
#include "commands/command.h"

// Controls, escapes and bidi marks as \xNN: a terminal obeys them.
static void put_safe(FILE *out, Str s)
{
    for (size_t i = 0; i < s.len;) {
        Char c = utf8_at(s, i);
        bool safe = c.code >= 0x20 && c.code != REPLACEMENT && !code_is_invisible(c.code);
        for (uint32_t k = 0; k < c.len; k++) {
            if (safe)
                putc(s.data[i + k], out);
            else
                fprintf(out, "\\x%02x", (unsigned char)s.data[i + k]);
        }
        i += c.len;
    }
}

// From 1; columns in characters.
static void count_lines(Str source, uint32_t at, unsigned *line, unsigned *column)
{
    *line = *column = 1;
    for (uint32_t i = 0; i < at && i < source.len; i += utf8_at(source, i).len) {
        bool end = source.data[i] == '\n';
        *line += end;
        *column = end ? 1 : *column + 1;
    }
}

void tell_error(const char *file, const Str *source, const Error *err)
{
    fputs("lectern: ", stderr);
    if (file) {
        put_safe(stderr, str_from(file));
        if (source && err->at.end > err->at.beg) {
            unsigned line, column;
            count_lines(*source, err->at.beg, &line, &column);
            fprintf(stderr, ":%u:%u", line, column);
        }
        fputs(": ", stderr);
    }
    put_safe(stderr, str_from(err->message));
    putc('\n', stderr);
}

int flush_output(int status)
{
    errno = 0;
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    int why = errno;
    Error err = {0};
    if (go_on(&err)) // else a signal came between, which stdio takes for an error
        (void)fail(&err, ERR_OUTPUT, (Span){0}, "standard output cannot be written%s%s",
                   why ? ": " : "", why ? strerror(why) : ""); // 0: it failed before
    tell_error(NULL, NULL, &err);
    return (int)err.kind;
}

// Once for all inputs, and before anything is read.
static bool check_choices(const Settings *settings, const Voices *voices, Error *err)
{
    for (uint32_t i = 0; i < settings->choices.count; i++) {
        const CastChoice *choice = &settings->choices.items[i];
        if (!find_voice(voices, choice->voice))
            return fail(err, ERR_USAGE, (Span){0},
                        "no voice is called \"%.*s\", which %.*s shall have (see: lectern voices)",
                        STR_ARG(str_slice(choice->voice, 0, 60)),
                        STR_ARG(str_slice(choice->name, 0, 60)));
    }
    return true;
}

bool open_voices(Settings *settings, Voices *out, Error *err)
{
    const char *folder = settings->voices;
    if (!folder)
        folder = access(ABOUT_CHECKOUT_VOICES, R_OK) == 0 ? ABOUT_CHECKOUT_VOICES
                                                          : ABOUT_INSTALLED_VOICES;
    settings->pipeline.voices = out;
    return load_voices(folder, settings->arena, out, err) && check_choices(settings, out, err);
}
