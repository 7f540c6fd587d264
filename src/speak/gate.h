// The text gate: nothing reaches the engine but what is known to be harmless.
#ifndef LECTERN_SPEAK_GATE_H
#define LECTERN_SPEAK_GATE_H

#include "base/str.h"

enum {
    GATE_PADDING = 16,    // NUL bytes behind the text: the engine reads past its end
    GATE_TOKEN_MAX = 100, // characters without a blank
    GATE_MARKS_MAX = 4,   // combining marks on one letter
    GATE_DOTTED_MAX = 20, // letters in a run like "a.b.c."
};

typedef struct {
    Str text;         // NUL-terminated, then GATE_PADDING NULs
    uint32_t *source; // for each byte of text: the byte of the input it came from
    uint32_t char_count;
} Gated;

// Gives `in` as valid UTF-8 in NFC without controls, invisible characters,
// markup or engine commands ("<", "[[", "&", U+0001); letters with too many
// marks, dotted runs and tokens too long are broken up. Linear.
Gated gate_text(Str in, Arena *arena);

// A plainer form for a second try: ASCII letters, digits and , . ? ! ' only.
Gated gate_plain(Str in, Arena *arena);

#endif
