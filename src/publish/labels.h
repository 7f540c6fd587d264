// The words that the program writes of its own, by language: "Contents", "About this edition",
// "Narrator". What it says aloud within an article stands in phrase/fixed.h.
#ifndef LECTERN_PUBLISH_LABELS_H
#define LECTERN_PUBLISH_LABELS_H

#include "base/str.h"

// "%t" stands for a text, "%a" for who wrote it.
typedef enum {
    LABEL_ABOUT,         // heading of the colophon
    LABEL_READING_OF,    // of the article %t by %a
    LABEL_PUBLISHER,     // %t
    LABEL_SOURCE,        // %t: an address
    LABEL_RIGHTS,        // %t
    LABEL_VOICES,        // %t: names, joined by LABEL_COMMA
    LABEL_VOICES_MORE,   // the same, and others
    LABEL_COMMA,         // between names
    LABEL_LEFT_OUT_ONE,  // one passage is neither read nor shown
    LABEL_LEFT_OUT_MANY, // %t: how many are, two or more
    LABEL_DISCLOSURE,    // %t: name of the engine
    LABEL_READ_ALOUD,    // what an episode is, where nothing is disclosed
    LABEL_TEXT_BY,       // %t: whose text it is
    LABEL_AUTHOR,        // whose it is where nobody is known
    LABEL_UNTITLED,
    LABEL_INTRODUCTION,    // a chapter that has no title
    LABEL_TITLE_BY,        // %t, by %a
    LABEL_SYNTHETIC_VOICE, // %t: name of the engine
    LABEL_READ_BY,         // on the cover
    LABEL_CONTENTS,
    LABEL_LANDMARKS,
    LABEL_ACCESSIBILITY, // schema:accessibilitySummary
    LABEL_NARRATOR,
    LABEL_UNKNOWN, // a speaker without a name
    LABELS
} Label;

// Those of a language (BCP 47); English where there are none for it.
Str label_in(Str language, Label label);

// What label_in answers in: the language itself, or "en".
Str label_language(Str language);

// The label with its places filled.
Str fill_label(Str language, Label label, Str text, Str author, Arena *arena);

#endif
