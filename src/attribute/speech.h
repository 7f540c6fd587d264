// Whether what stands between quotation marks is speech.
#ifndef LECTERN_ATTRIBUTE_SPEECH_H
#define LECTERN_ATTRIBUTE_SPEECH_H

#include "attribute/resolve.h"

// `at`: the word of the run.
QuoteKind judge_run(const Words *words, uint32_t at, const Run *run, const Answer *answer);

// Words of a text, parted by white space.
uint32_t count_words(Str text);

#endif
