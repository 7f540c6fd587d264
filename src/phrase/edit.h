// What a person changed in a script, put into the reading of an article.
#ifndef LECTERN_PHRASE_EDIT_H
#define LECTERN_PHRASE_EDIT_H

#include "phrase/sheet.h"
#include "phrase/spell.h"

typedef struct {
    const Sheet *sheet;
    const Reading *base; // of the sheet's own article, by the same options: what differs
                         // from it was edited
    const Voices *voices;
    const CastOptions *cast; // voices that were chosen on purpose go before the sheet's
    const SpellOptions *spell;
} EditOptions;

// Gives `in` with the edits of the sheet: other speakers, kinds, words or pauses of lines,
// lines left out, drops spoken, voices. Lines are found by their words and their
// neighbours; an edit whose line is not in the article any more is a note of `out`, as are
// words of the sheet that its article has not. ERR_ARTICLE: a voice is not
// there, nothing is left to say, or no line is of this article.
// O(n log n) in lines.
NODISCARD bool edit_reading(const Reading *in, const EditOptions *options, Arena *arena,
                            Reading *out, Error *err);

#endif
