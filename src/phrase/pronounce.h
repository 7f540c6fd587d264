// Phonemes for the words of a line: names, loan words, homographs, letters.
#ifndef LECTERN_PHRASE_PRONOUNCE_H
#define LECTERN_PHRASE_PRONOUNCE_H

#include "phrase/reading.h"

// Adds to line->said, for an English engine, where nothing is said of a word yet. A
// lone "A" is the letter's name (spell.h), which the engine takes for the article
// unless it ends a clause. Linear; a word costs one hash.
void pronounce_line(Line *line, Arena *arena);

// A row of the table that scripts/pronunciations makes.
typedef struct {
    const char *written; // with a capital: wants one; else stands for any case
    const char *said;    // phonemes of each word, parted by blanks, or one for all of them;
                         // NULL: as the engine says it
    const char *other;   // of a homograph: its second reading
    uint8_t rule;        // a HomographRule: which of them; SAY_FIRST: no homograph
} Pronunciation;
extern const Pronunciation PRONUNCIATIONS[];
// By hash of a row's first word: its number + 1 below the tag, five bits of the hash
// that tell nearly all other words at once.
extern const uint16_t PRONUNCIATION_SLOTS[];
enum { PRONUNCIATION_SLOT_COUNT = 8192, PRONUNCIATION_TAG = 0xF800 };

#endif
