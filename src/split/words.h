// What the splitter knows of words: abbreviations and the words around stops.
#ifndef LECTERN_SPLIT_WORDS_H
#define LECTERN_SPLIT_WORDS_H

#include "split/family.h"

typedef enum {
    ABBREVIATION_NONE,
    ABBREVIATION_TITLE,  // a name follows: "Dr."
    ABBREVIATION_EITHER, // may end a sentence or stand before a name: "Dept.",
                         // "U.S."
    ABBREVIATION_STATE,  // so too, but ends one behind a comma: "Fargo, N.D."
    ABBREVIATION_TAIL,   // behind a name or number: ends one before a clause:
                         // "Inc.", "ft."
    ABBREVIATION_MONTH,  // a day follows, or the sentence ends
    ABBREVIATION_NUMBER, // inner before a number only: "No. 5", "No. Never."
    ABBREVIATION_INNER,  // more of the sentence always follows: "e.g.", "vs."
    ABBREVIATION_LAST,   // ends what it belongs to: a capital after it begins anew:
                         // "etc."
    ABBREVIATION_TIME,   // "a.m.", "p.m."
    ABBREVIATIONS
} Abbreviation;

// `word` is what stands before the full stop, inner stops included ("e.g").
Abbreviation abbreviation_of(Str word, Family family);

// A capitalised word that begins sentences and is hardly ever part of a name.
bool word_starts_sentences(Str word, Family family);

// Of those, one that nobody is called.
bool word_is_no_name(Str word);

// A verb that tells of speech, as it follows its subject: "asked".
bool word_tells_speech(Str word);

// What may follow a time of day inside the sentence: "6 a.m. Eastern",
// "Monday".
bool word_follows_time(Str word);

// A word that a number follows in captions: "Figure 2."
bool word_counts(Str word);

// A common English word of at most four letters, and no abbreviation.
bool word_is_short(Str word);

// A word that a letter follows where things are told apart so: "vitamin C".
bool word_takes_letter(Str word);

// Who or what a town with its state stands before: "Newark, N.J. Mayor Ito".
bool word_is_office(Str word);

// A small word that ordinal numbers stand behind in German and Danish: "am 3.
// Mai".
bool word_precedes_ordinal(Str word);

// What follows an ordinal number written with a stop: "am 3. Oktober".
bool word_follows_ordinal(Str word);

#endif
