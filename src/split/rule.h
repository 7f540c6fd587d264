// Whether a stop ends a sentence.
#ifndef LECTERN_SPLIT_RULE_H
#define LECTERN_SPLIT_RULE_H

#include "split/stop.h"

// `sentence` is where the sentence at hand begins. Looks at a bounded number of
// bytes before and after the stop.
bool ends_sentence(Str text, uint32_t sentence, const Stop *stop);

#endif
