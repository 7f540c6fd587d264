// The article's words as they are shown to readers.
#ifndef LECTERN_PUBLISH_TEXT_WORDS_H
#define LECTERN_PUBLISH_TEXT_WORDS_H

#include "phrase/reading.h"

// Text as it may be shown anywhere: runs of white space become one blank, none at
// either end; controls, bidi overrides, byte order marks and what is no character
// are left out. Joiners stay: emoji and Persian need them. Gives s itself where it is
// clean already.
Str clean_text(Str s, Arena *arena);

// The first words of s that fit in `max` characters, cleaned; "..." where words are
// left out. A first word that is too long is cut.
Str first_words(Str s, uint32_t max, Arena *arena);

// The pieces of Article.text that a reader sees for a line: its span, the quotation
// marks and brackets around it that no line holds, without what is skipped.
typedef struct {
    Span *items;     // rising, not overlapping
    uint32_t *first; // of each of reading->lines; one more entry at the end
} LinePieces;

// Generated lines have no pieces. n log n in the lines.
LinePieces find_pieces(const Reading *reading, Arena *arena);

// The next word of s at or after *at: a run without white space. False at the end.
bool next_word(Str s, size_t *at, Span *word);
uint32_t word_count(Str s);

#endif
