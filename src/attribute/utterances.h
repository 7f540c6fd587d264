// Sentences cut where the voice changes.
#ifndef LECTERN_ATTRIBUTE_UTTERANCES_H
#define LECTERN_ATTRIBUTE_UTTERANCES_H

#include "attribute/quotations.h"

// `runs` and script->quotes go side by side; `voices` holds for each the index
// in Script.speakers of who speaks it, 0 where the voice does not change.
// Linear.
void cut_utterances(const Runs *runs, const uint32_t *voices, Arena *arena, Script *script);

#endif
