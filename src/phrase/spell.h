// Written forms become words: "$5.5 million" -> "five point five million dollars".
#ifndef LECTERN_PHRASE_SPELL_H
#define LECTERN_PHRASE_SPELL_H

#include "phrase/reading.h"

// Writes what `at` of `text` is read as to `line` (spoken and units; spans are
// offsets in `text`). Context left and right of `at` is looked at, within
// `around`. Linear.
void spell_span(Str text, Span around, Span at, Str language, Arena *arena, Line *line);

#endif
