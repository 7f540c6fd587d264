// The whole sound of an episode in its folder, whichever edition wants it first.
#ifndef LECTERN_PUBLISH_SOUND_SOUND_H
#define LECTERN_PUBLISH_SOUND_SOUND_H

#include "publish/edition.h"

// Writes `<slug>.<format>` of each format (comma separated; empty: mp3) and lists it. ERR_OUTPUT.
NODISCARD bool write_sounds(Making *m, Str formats, Error *err);

// "<slug>.mp3", written where it is not there yet. ERR_OUTPUT.
NODISCARD bool have_mp3(Making *m, Str *name, Error *err);

#endif
