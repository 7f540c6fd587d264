// Stage 4 gives Cast: every speaker has a voice.
#ifndef LECTERN_CAST_CAST_H
#define LECTERN_CAST_CAST_H

#include "cast/voice.h"

typedef struct {
    Str name;    // a speaker's name or alias, any case, or "narrator"
    Str voice;   // id of a voice
    bool told;   // where nobody in the article is called so, a note says it
    bool yields; // of the full name alone, where nobody has the voice yet and it is there
} CastChoice;

typedef struct {
    const CastChoice *choices; // first match wins
    uint32_t choice_count;
    bool single_voice; // everything in the narrator's voice
} CastOptions;

typedef struct {
    const Script *script;
    const Voice **voices; // one for each of script->speakers
    Notes notes;
} Cast;

// The choice that was made on purpose for a speaker; NULL: none was.
const CastChoice *told_choice(const CastOptions *options, const Speaker *speaker);

// The choice hangs on the speaker's name alone unless two speakers of the
// article would sound alike, so a person keeps a voice from article to article.
// ERR_USAGE: a choice names a voice that is not there.
NODISCARD bool cast_script(const Script *in, const Voices *voices, const CastOptions *options,
                           Arena *arena, Cast *out, Error *err);

#endif
