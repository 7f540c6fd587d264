// Whether what stands between quotation marks is speech.
#ifndef LECTERN_ATTRIBUTE_SPEECH_H
#define LECTERN_ATTRIBUTE_SPEECH_H

#include "attribute/signs.h"

// One kind a run, `kinds` having room for as many. Linear.
void judge_runs(const Words *words, const Runs *runs, const Answer *answers, Arena scratch,
                QuoteKind *kinds);

// Whether the run is rather speech than not, the others of its list left aside.
bool is_likely_speech(const Signs *signs);

// The name of a sign, as scripts/fit-speech writes it.
const char *sign_name(Sign sign);

#endif
