// What holds for any input whatever: shared by the fuzzers and the fault tests.
// A broken law is said on stderr and ends the program by abort().
#ifndef LECTERN_TESTS_FUZZ_LAWS_H
#define LECTERN_TESTS_FUZZ_LAWS_H

#include "pipeline.h"

// Valid UTF-8, LF line ends, rising blocks and drops, and nothing but white
// space outside them.
void check_article_laws(const Article *article);

// Sentences cover blocks, utterances and skipped spans cover sentences, and
// what is spoken holds words and the punctuation the engine may see.
void check_reading_laws(const Reading *reading);

// Reads one article up to `last` and checks the laws of what comes out. False:
// it was refused, with a message.
bool read_under_laws(Str bytes, const ReadOptions *options, const Voices *voices, Stage last,
                     Arena arena);

// The voices of the checkout.
Voices voices_of_checkout(Arena *arena);

#endif
