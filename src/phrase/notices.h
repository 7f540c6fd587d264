// Words that stand in no article, between the lines of one: "Section:", "A code
// sample is left out."
#ifndef LECTERN_PHRASE_NOTICES_H
#define LECTERN_PHRASE_NOTICES_H

#include "phrase/spell.h"

// A line that says `shown`, in the narrator's voice.
Line generated_line(Str shown, int pause_ms, const SpellOptions *spell, Arena *arena);

// Puts the article's notices among out->lines, which are in the article's order
// and have their pauses. Linear.
void add_notices(Reading *out, const SpellOptions *spell, Arena *arena);

#endif
