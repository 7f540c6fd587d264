// Phonemes in the engine's notation for English, and how IPA becomes them.
#ifndef LECTERN_PHRASE_PHONEMES_H
#define LECTERN_PHRASE_PHONEMES_H

#include "base/str.h"

enum { PHONEMES_MAX = 80 }; // bytes of one word's phonemes; the engine holds 200 phonemes

// Whether s is a row of the engine's English mnemonics (n@d'El@) within
// PHONEMES_MAX and holds a sound; else *wrong is the byte that is none. What passes
// has no blank, bracket or control: the engine cannot take it for anything else.
bool check_phonemes(Str s, size_t *wrong);

// Dictionary IPA of one word (/nəˈdɛlə/ without the slashes), American or British, in
// those mnemonics; *wrong is the byte of the symbol that is unknown, or the end where
// the word is too long or has no sound. A word without a stress gets one,
// unless its vowel is weak.
bool ipa_phonemes(Str ipa, Arena *arena, Str *out, size_t *wrong);

// The same with the ending "'s" or the plural's s: -z, -s or -Iz by its last sound.
Str phonemes_with_s(Str phonemes, Arena *arena);

#endif
