// What stands before a stop and after it.
#ifndef LECTERN_SPLIT_AROUND_H
#define LECTERN_SPLIT_AROUND_H

#include "split/family.h"
#include "split/stop.h"

enum { WORD_MAX = 48, LOOKAHEAD = 160 }; // bytes that are looked at

// Where a sentence is looked for.
typedef struct {
    Str text;          // of a block
    uint32_t sentence; // where the one at hand begins
    Family family;
} Place;

typedef enum {
    BEGIN_NOTHING,
    BEGIN_LOWER,
    BEGIN_UPPER,
    BEGIN_DIGIT,
    BEGIN_UNCASED, // a letter of a script without capitals
    BEGIN_SYMBOL
} Begin;

// What stands after a stop and its blanks.
typedef struct {
    Begin begin;
    bool opened;    // an opening mark stands before the word
    bool bracketed; // and one of them is a bracket
    bool dashed;    // or a dash
    bool starts;    // the word is one that begins sentences
    uint32_t at;    // the word
    Str word;       // letters and apostrophes; empty where no letter stands
} Follower;

Follower follower_of(const Place *p, const Stop *stop);

// The word that begins at `at`, at most WORD_MAX bytes, without a final
// apostrophe.
Str word_at(Str text, uint32_t at);

// What stands before the stop at `end`, back to a blank or an opening mark:
// "U.S", "e.g".
Str word_before(const Place *p, uint32_t end);

// The word before `word` (a slice of the text) with a blank between; empty if
// there is none in the sentence.
Str word_further_back(const Place *p, Str word);

// Where a slice of the text begins.
uint32_t offset_of(const Place *p, Str slice);

// Whether a clause begins with the follower: a capitalised word and a small one
// behind it: "Shares fell". "Chairman of" is none.
bool clause_follows(Str text, const Follower *f);

bool is_letter_alone(Str word);
bool all_lower(Str word);  // ASCII
bool all_upper(Str word);  // ASCII
bool all_digits(Str word); // ASCII
bool code_is_apostrophe(uint32_t c);

#endif
