// Other words for a line.
#ifndef LECTERN_PHRASE_RESPELL_H
#define LECTERN_PHRASE_RESPELL_H

#include "phrase/reading.h"
#include "phrase/spell.h"

// Has `line` say `spoken`, which a person wrote. Words are said as they are written; digits
// and symbols are spelled out like those of an article. Words that the line had before keep
// what they stand for in the article, and their phonemes. `line->spoken` is empty where
// there is nothing to say. O(n log n) in words.
void respell_line(Line *line, Str spoken, const SpellOptions *spell, Arena *arena);

#endif
