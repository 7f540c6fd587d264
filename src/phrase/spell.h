// Written forms become words: "$5.5 million" -> "five point five million dollars".
#ifndef LECTERN_PHRASE_SPELL_H
#define LECTERN_PHRASE_SPELL_H

#include "phrase/lexicon.h"
#include "phrase/reading.h"

typedef struct {
    Str language;            // BCP 47; empty: English
    const Lexicon *lexicons; // asked in order
    uint32_t lexicon_count;
    bool whole_addresses; // say the path of an address, not its host only
    bool name_signs;      // every sign by its name, as in a code sample
} SpellOptions;

// As an article's lines are spelled.
SpellOptions spell_options(const Article *article, const PhraseOptions *options);

// Writes what `at` of `text` is read as to `line` (spoken and units; spans are
// offsets in `text`). Some words before `at`, within `around`, are looked at for
// context. `spoken` is empty where there is no word. Linear.
//
// A lone capital letter in `spoken` is the letter's name ("the A C L U"); the
// article is always a small "a", also where a sentence begins with it.
//
// English has rules for all written forms. In other languages words, numbers ("12.500",
// "3,5") and , . ? ! ; : stay as they are: the engine reads the digits in its own language.
// "%" and signs of currency are words; other symbols are left out.
void spell_span(Str text, Span around, Span at, const SpellOptions *options, Arena *arena,
                Line *line);

// Whether a BCP 47 tag is of English; so is none.
bool is_english(Str language);

#endif
