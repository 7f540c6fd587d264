// The cast book: who has which voice, from episode to episode. A file of lines
// NAME = VOICE, as --cast reads them, to which narrate adds those who are new.
#ifndef LECTERN_COMMANDS_CAST_BOOK_H
#define LECTERN_COMMANDS_CAST_BOOK_H

#include "cast/cast.h"

// Gives `options` with the choices of the book behind its own. A book that is not there
// yet is empty. ERR_USAGE with the line that is wrong.
NODISCARD bool read_cast_book(const char *path, const CastOptions *options, Arena *arena,
                              CastOptions *out, Error *err);

// Adds everybody with a name and a voice of their own whom the book does not have. Runs that
// share a book wait for each other. ERR_OUTPUT.
NODISCARD bool add_to_cast_book(const char *path, const Cast *cast, Arena scratch, Error *err);

#endif
