// Talk between people, as in stories and interviews: speakers take turns, and
// name each other.
#ifndef LECTERN_ATTRIBUTE_DIALOGUE_H
#define LECTERN_ATTRIBUTE_DIALOGUE_H

#include "attribute/names.h"

// Whether the runs are talk rather than statements to the press, where a new
// paragraph of quotation goes on with the same speaker.
bool is_dialogue(Str text, const Runs *runs);

// Whom the run names as its listener, as in "No, Anna, I won't": an entity or
// NOBODY. Linear in the run.
int32_t find_listener(const Names *names, Span run);

#endif
