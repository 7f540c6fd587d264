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
    const char *said;    // phonemes of each word, parted by blanks; NULL: see other
    const char *other;   // of a homograph: its second reading
    uint8_t rule;        // 0: always `said`; else which reading: homographs.h
} Pronunciation;
extern const Pronunciation PRONUNCIATIONS[];
extern const uint16_t PRONUNCIATION_SLOTS[]; // number of a row + 1 by hash of its first word
enum { PRONUNCIATION_SLOT_COUNT = 8192 };

#endif
