// Auditions: a sample of each voice in one sound file.
#ifndef LECTERN_PUBLISH_AUDITION_H
#define LECTERN_PUBLISH_AUDITION_H

#include "cast/voice.h"

// Speaks a few sentences in each voice, one after another at the loudness of an
// episode, to a WAV file. `language` is a BCP 47 tag; empty: English. Where we have no words
// in it, English ones are spoken as it would read them. ERR_ENGINE, ERR_OUTPUT.
NODISCARD bool write_audition(const Voices *voices, Str language, const char *path, Arena *arena,
                              Error *err);

#endif
