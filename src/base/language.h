// Tags and names of languages (BCP 47, ISO 639).
#ifndef LECTERN_BASE_LANGUAGE_H
#define LECTERN_BASE_LANGUAGE_H

#include "base/str.h"

// The ISO 639-2/T code of a BCP 47 tag: "en-GB" -> "eng"; "und" where there is none.
void language_code(Str tag, char code[4]);

// s where it has the form of a BCP 47 tag ("en-GB"); else "en".
Str language_tag(Str s);

// The tag that is meant by what documents write: "EN_us.UTF-8" -> "en-US", "de, en" -> "de",
// "German" -> "de", "iw" -> "he". Empty where it names no language ("und", "mul").
Str tidy_language(Str s, Arena *arena);

// "en" of "en-GB".
Str primary_language(Str tag);

// Whether two tags are of one language, or of two that are told apart by a word here and
// there ("nb" and "no", "hr" and "sr"). Regions and scripts do not count.
bool same_language(Str a, Str b);

// Whether the language is written from right to left.
bool language_runs_left(Str tag);

#endif
