// Clips after the chain, kept in the store as kind `treated`.
#ifndef LECTERN_MASTER_TREAT_H
#define LECTERN_MASTER_TREAT_H

#include "master/timeline.h"

// A treated clip is kept with 6 dB of room above full scale.
static const float TREATED_SCALE = 2.0F / 32768;

// The sound of a placed clip after the chain, at TREATED_SCALE; treats it where that has
// not been done before. Unmap when done. ERR_OUTPUT.
NODISCARD bool map_treated(const Timeline *timeline, const Placed *placed, Arena scratch,
                           Sound *out, Error *err);

// Names what the treated sound of a clip depends on.
void key_treated(const Timeline *timeline, const Placed *placed, char key[HASH_HEX]);

#endif
