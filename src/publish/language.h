// Names of languages as tags and players want them.
#ifndef LECTERN_PUBLISH_LANGUAGE_H
#define LECTERN_PUBLISH_LANGUAGE_H

#include "base/str.h"

// The ISO 639-2/T code of a BCP 47 tag: "en-GB" -> "eng"; "und" where there is none.
void language_code(Str tag, char code[4]);

// s where it has the form of a BCP 47 tag ("en-GB"); else "en".
Str language_tag(Str s);

// Whether the language is written from right to left.
bool language_runs_left(Str tag);

#endif
