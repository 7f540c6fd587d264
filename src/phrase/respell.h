// Spoken words as the engine must see them to say them right.
#ifndef LECTERN_PHRASE_RESPELL_H
#define LECTERN_PHRASE_RESPELL_H

#include "base/str.h"

typedef struct {
    Str text;
    uint32_t *source; // for each byte of text, and its end: the byte of `spoken` it came from
} Respelled;

// Line.spoken, or a part of it, word for word in an English engine's spelling:
// espeak-ng takes a lone "A" for the article unless it ends a clause, and reads some
// names by their letters. Blanks and punctuation stay, so word k of the one is
// word k of the other. Linear.
Respelled respell_for_engine(Str spoken, Arena *arena);

#endif
