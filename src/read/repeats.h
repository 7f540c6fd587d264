// Words that come twice: titles, standfirsts, pull quotes. Words are compared in
// small letters, without marks.
#ifndef LECTERN_READ_REPEATS_H
#define LECTERN_READ_REPEATS_H

#include "base/str.h"

// Whether two texts hold the same words, and any.
bool same_words(Str a, Str b);

// Whether `text` begins with all the words of `head`, and there are some.
bool begins_with_words(Str text, Str head);

// Which of some texts begin with words that stand in a prose: the first ten, or
// all of a shorter one that has five.
typedef struct Repeats Repeats;

Repeats *new_repeats(Arena *arena);
void add_prose(Repeats *repeats, Str text);
void ask_repeat(Repeats *repeats, Str text, uint32_t key); // keys rise
// Answers all that was asked. Linear in the prose, but for sorting the questions.
void find_repeats(Repeats *repeats);
bool is_repeated(const Repeats *repeats, uint32_t key);

#endif
