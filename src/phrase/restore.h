// What an editor had spoken that the article leaves out gets its sentence.
#ifndef LECTERN_PHRASE_RESTORE_H
#define LECTERN_PHRASE_RESTORE_H

#include "phrase/reading.h"

// Line.sentence of a line that has none yet.
#define RESTORED (NO_SENTENCE - 1)

// Gives each RESTORED line of `out` the sentence that it lies in, or one of its own; where
// no block holds it, a paragraph of its own too. `script` is out's own copy: its sentences,
// blocks and drops become new lists where a line is restored. Linear.
void restore_sentences(Reading *out, Script *script, Arena *arena);

#endif
