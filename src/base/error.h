// Errors say what is wrong and where; notes are doubts that do not stop us.
#ifndef LECTERN_BASE_ERROR_H
#define LECTERN_BASE_ERROR_H

#include "base/str.h"

// The value is the exit status that the kind leads to.
typedef enum {
    ERR_NONE = 0,
    ERR_ARTICLE = 1,       // the input was refused or could not be narrated whole
    ERR_USAGE = 2,         // wrong option or value
    ERR_ENGINE = 3,        // speech engine, voice or library data missing
    ERR_OUTPUT = 4,        // output could not be written
    ERR_INTERRUPTED = 128, // and the number of the signal
} ErrorKind;

typedef struct {
    ErrorKind kind;
    Span at;           // bytes of the source that are to blame; empty: the whole input
    char message[256]; // one line, no newline, no program name
} Error;

// Fills err unless it already holds a failure, and gives false, so that a
// function can `return fail(...)`. A message too long is cut.
bool fail(Error *err, ErrorKind kind, Span at, const char *format, ...) PRINTF_LIKE(4, 5);

typedef struct {
    Span at; // of Article.text; empty: the whole article
    Str text;
    uint32_t script_line; // of the edited script that it is about, from 1; 0: of none
} Note;
typedef LIST(Note) Notes;

// Gives the new note, until the next.
Note *add_note(Notes *notes, Arena *arena, Span at, const char *format, ...) PRINTF_LIKE(4, 5);

// The text with the line that it is about: "line 8 of the script: ...".
Str note_text(const Note *note, Arena *arena);

#endif
