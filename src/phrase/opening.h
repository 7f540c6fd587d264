// The opening of an episode: title, byline with publisher, disclosure.
#ifndef LECTERN_PHRASE_OPENING_H
#define LECTERN_PHRASE_OPENING_H

#include "phrase/spell.h"

// Adds what the opening needs to out->lines, which holds the article's own lines in
// order: generated lines for a title or byline that no block says, the publisher
// behind the byline, the disclosure behind both (before them where they are long).
void add_opening(Reading *out, const PhraseOptions *options, const SpellOptions *spell,
                 Arena *arena);

#endif
