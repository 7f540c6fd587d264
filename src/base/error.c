#include "base/error.h"

#include <stdio.h>

bool fail(Error *err, ErrorKind kind, Span at, const char *format, ...)
{
    if (err->kind != ERR_NONE)
        return false;
    err->kind = kind;
    err->at = at;
    va_list args;
    va_start(args, format);
    vsnprintf(err->message, sizeof err->message, format, args);
    va_end(args);
    return false;
}

void add_note(Notes *notes, Arena *arena, Span at, const char *format, ...)
{
    char text[512];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    *PUSH(notes, arena) = (Note){at, str_copy(str_from(text), arena)};
}
