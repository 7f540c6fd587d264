// Patterns of words: regular expressions that cannot take long.
#ifndef LECTERN_PHRASE_PATTERN_H
#define LECTERN_PHRASE_PATTERN_H

#include "base/str.h"

enum {
    PATTERN_PLACES_MAX = 64, // characters and sets of a pattern
    PATTERN_RANGES_MAX = 16, // of a set
    PATTERN_DEPTH_MAX = 16,  // of brackets
};

typedef struct {
    uint32_t from, to; // code points
} CodeRange;

// What one character may be.
typedef struct {
    CodeRange ranges[PATTERN_RANGES_MAX];
    uint32_t count;
    bool negated;
} CodeSet;

// The automaton of Glushkov: a state for each place of the pattern, so that a set of
// states is one word of 64 bits and a character costs at most 64 steps.
typedef struct {
    CodeSet sets[PATTERN_PLACES_MAX];
    uint64_t follow[PATTERN_PLACES_MAX]; // places that may come after one
    uint64_t first, last;
    uint32_t count;
    bool nullable;
    bool any_case;
} Pattern;

// POSIX extended syntax of characters, . [a-z] [^x] ( ) | * + ? and \ before a sign;
// no counts {2}, classes [:alpha:] or references. False: *why says what is wrong at
// byte *wrong.
bool compile_pattern(Str source, bool any_case, Pattern *out, size_t *wrong, const char **why);

// Whether the whole of `word` is of the pattern. Linear.
bool pattern_matches(const Pattern *pattern, Str word);

#endif
