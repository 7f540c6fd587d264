#include "base/error.h"

#include <stdio.h>

#include "base/utf8.h"

// vsnprintf cuts between bytes; a character cut in half goes too.
PRINTF_LIKE(3, 0)
static void format_message(char *out, size_t size, const char *format, va_list args)
{
    int n = vsnprintf(out, size, format, args);
    Str message = str_from(out);
    while (n >= (int)size && utf8_before(message, message.len).code == REPLACEMENT)
        message.len--;
    out[message.len] = '\0';
}

bool fail(Error *err, ErrorKind kind, Span at, const char *format, ...)
{
    if (err->kind != ERR_NONE)
        return false;
    err->kind = kind;
    err->at = at;
    va_list args;
    va_start(args, format);
    format_message(err->message, sizeof err->message, format, args);
    va_end(args);
    return false;
}

Note *add_note(Notes *notes, Arena *arena, Span at, const char *format, ...)
{
    char text[512];
    va_list args;
    va_start(args, format);
    format_message(text, sizeof text, format, args);
    va_end(args);
    Note *note = PUSH(notes, arena);
    *note = (Note){.at = at, .text = str_copy(str_from(text), arena)};
    return note;
}

Str note_text(const Note *note, Arena *arena)
{
    if (!note->script_line)
        return note->text;
    return str_format(arena, "line %u of the script: %.*s", note->script_line, STR_ARG(note->text));
}
