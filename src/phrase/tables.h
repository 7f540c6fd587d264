// The tables of written forms, each sorted by key; flags say where a form counts.
#ifndef LECTERN_PHRASE_TABLES_H
#define LECTERN_PHRASE_TABLES_H

#include "phrase/spelling.h"

typedef struct {
    const Entry *entries;
    size_t count;
} Table;

enum {
    NEEDS_DOT = 1,      // without the full stop it is another word
    NEEDS_CAPITAL = 2,  // small letters are another word
    BEFORE_NAME = 4,    // only before a capital
    BEFORE_NUMBER = 8,  // only before digits
    AFTER_NAME = 16,    // only behind a capital
    AFTER_PLACE = 32,   // only behind a capital and a comma
    BEFORE_ANY = 64,    // not at the end: there it is a word and a full stop
    NEEDS_SMALL = 256,  // a capital is an initial
    AFTER_NUMBER = 128, // only behind digits
    SMALL_OR_DOT = 512, // a capital wants the full stop
};
extern const Table ABBREVIATIONS; // keys in small letters, inner dots kept, no final one
extern const Table POSTAL_STATES; // "CA"

// Initialisms and acronyms by their capitals; spoken "" : letter by letter,
// NULL: as a word; else those words. A flag for ordinary words when in a row of
// words in capitals ("US" in "TELL US NOW").
enum { ALSO_A_WORD = 1 };
extern const Table ACRONYMS;
// Words in small letters that are words also in capitals: "NEVER".
extern const Table SHORT_WORDS;

typedef struct {
    const char *written; // "€", "USD", "kr"
    const char *one, *many;
    const char *minor_one, *minor_many; // hundredth part; NULL: none
} Currency;
// By symbol, code or prefix ("US$"); NULL where there is none.
const Currency *find_currency(Str written);
// By one capital against the number, which alone says little: "R" of "R100 million".
const Currency *find_initial_currency(char initial);

typedef struct {
    const char *written;
    const char *one, *many;
    uint32_t flags;
} Measure;
enum {
    GLUED_ONLY = 1,   // "5m", "12V"; with a blank it is another word
    DOT_OR_GLUED = 2, // "5 in.", "5in"
};
// By unit sign, capitals counting first; NULL where there is none.
const Measure *find_measure(Str written);

// Roman numeral in capitals; 0 where it is none. 1..3999.
int roman_value(Str letters);

#endif
