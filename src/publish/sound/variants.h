// Readings beside the episode's own: faster, or in one voice.
#ifndef LECTERN_PUBLISH_SOUND_VARIANTS_H
#define LECTERN_PUBLISH_SOUND_VARIANTS_H

#include "publish/edition.h"

// Writes `<slug>-<name>.mp3` of each variant, with chapters where they are in it, and lists it.
// ERR_OUTPUT.
NODISCARD bool write_variants(Making *m, Error *err);

#endif
