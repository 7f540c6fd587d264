// The cast as an edited script has it.
#ifndef LECTERN_PHRASE_RECAST_H
#define LECTERN_PHRASE_RECAST_H

#include "phrase/sheet.h"

typedef struct {
    const Sheet *sheet;
    const Cast *base; // of the sheet's own article: what differs from it was edited
    const Cast *in;   // of the article that is narrated
    const Voices *voices;
    const CastOptions *choices; // what was chosen on purpose goes before the sheet
} Recast;

// By speaker of the sheet, the speaker of the base's script, or NO_NAME of `name_index.h`
// where there was none such. A name that stands between the same neighbours in place of
// another is another name for the same speaker. NULL with ERR_ARTICLE: somebody else is the
// narrator, or the narrator is none.
int64_t *match_speakers(const Recast *r, Arena *arena, Error *err);

// Gives `script` and `cast`, which are copies of those in r->in that may be changed, the
// names, kinds, genders and voices of the sheet, and everybody whom it lets speak anew.
// Gives, by speaker of the sheet, the index in script->speakers (0 where he says nothing), or
// NULL with ERR_ARTICLE: a voice is not there.
uint32_t *edit_cast(const Recast *r, const int64_t *of_base, Script *script, Cast *cast,
                    Arena *arena, Error *err);

#endif
