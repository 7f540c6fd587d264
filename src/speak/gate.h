// The text gate: nothing reaches the engine but what is known to be harmless.
#ifndef LECTERN_SPEAK_GATE_H
#define LECTERN_SPEAK_GATE_H

#include "phrase/reading.h"

enum {
    GATE_PADDING = 16,    // NUL bytes behind the text: the engine reads past its end
    GATE_TOKEN_MAX = 100, // characters without a blank
    GATE_MARKS_MAX = 4,   // combining marks on one letter
    GATE_DOTTED_MAX = 20, // letters in a run like "a.b.c."
    GATE_SAID_MAX = 4000, // bytes that phonemes may take in one text
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

// The same, with phonemes in the place of some words: "[[" stands nowhere else in what
// any of these gives, and in it nothing but what check_phonemes lets through.
// `said` rises; its spans are bytes of `in` from `shift` on, and those that leave it
// do not count. A text full of phonemes keeps the last words as they are.
Gated gate_said(Str in, const Said *said, uint32_t said_count, uint32_t shift, Arena *arena);

// Whether the engine must be told that there are phonemes.
bool has_phonemes(const char *gated);

// A plainer form for a second try: ASCII letters, digits and , . ? ! ' only.
Gated gate_plain(Str in, Arena *arena);

#endif
