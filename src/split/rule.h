// Whether a stop ends a sentence.
#ifndef LECTERN_SPLIT_RULE_H
#define LECTERN_SPLIT_RULE_H

#include "split/around.h"

// Looks at a bounded number of bytes before and after the stop.
bool ends_sentence(const Place *p, const Stop *stop);

#endif
