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

// Choices go first. Then whoever is heard most chooses first, of equal ones by the name; a
// speaker gets the voice that
//  1. is a person's, not a narrator's or nobody's;
//  2. is an adult's, or a child's or teenager's where the article says so (cast/age.h);
//  3. has the speaker's gender, where that is known;
//  4. fewest others of the article have, and of those one of the speaker's age: an elderly
//     one where the article says so and it is at least 1.4 from the others, else none;
//  5. is farthest from the voices given before and from nobody's, of which up to 1.9 counts
//     (Voices.distance);
//  6. the name alone ranks first.
// So who says little changes no voice of those who say more, and where several voices are
// far enough, a person has the same one in each article. Linear in speakers and utterances.
// ERR_USAGE: a choice names a voice that is not there.
NODISCARD bool cast_script(const Script *in, const Voices *voices, const CastOptions *options,
                           Arena *arena, Cast *out, Error *err);

#endif
