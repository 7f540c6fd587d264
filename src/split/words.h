// What the splitter knows of words: abbreviations and the words around stops.
#ifndef LECTERN_SPLIT_WORDS_H
#define LECTERN_SPLIT_WORDS_H

#include "base/str.h"

typedef enum {
    ABBREVIATION_NONE,
    ABBREVIATION_TITLE,  // a name follows: "Dr."
    ABBREVIATION_INNER,  // more of the sentence always follows: "e.g.", "vs."
    ABBREVIATION_NUMBER, // inner before a number only: "No. 5", "No. Never."
    ABBREVIATION_MONTH,  // a day follows, or the sentence ends
    ABBREVIATION_EITHER, // may end a sentence or stand before a name: "Inc.", "Calif."
    ABBREVIATION_LAST,   // ends what it belongs to: a capital after it begins anew: "etc."
    ABBREVIATION_TIME,   // "a.m.", "p.m."
} Abbreviation;

// `word` is what stands before the full stop, inner stops included ("e.g").
Abbreviation abbreviation_of(Str word);

// A capitalised word that begins sentences and is hardly ever part of a name.
bool word_starts_sentences(Str word);

// Of those, one that nobody is called.
bool word_is_no_name(Str word);

// A verb that tells of speech, as it follows its subject: "asked".
bool word_tells_speech(Str word);

// What may follow a time of day inside the sentence: "6 a.m. Eastern", "Monday".
bool word_follows_time(Str word);

// A word that a number follows in captions: "Figure 2."
bool word_counts(Str word);

// A common English word of at most four letters, and no abbreviation.
bool word_is_short(Str word);

// What follows an ordinal number written with a stop: "am 3. Oktober".
bool word_follows_ordinal(Str word);

#endif
