// Shared by the files that find names: where they stand, and whose they are.
#ifndef LECTERN_ATTRIBUTE_MENTIONS_H
#define LECTERN_ATTRIBUTE_MENTIONS_H

#include "attribute/lexicon.h"
#include "attribute/names.h"

// A name that is longer is cut.
enum { NAME_WORDS_MAX = 12 };

// How the article uses a word as a name.
typedef struct {
    uint32_t male, female; // pronouns that follow it where it stands alone
    bool is_last;          // last of a name whose first is a first name
    bool is_first;         // first name of a longer name
} NameUse;

typedef struct {
    Words *words;
    Names *names;
    Arena *arena;
    uint32_t *by_last, *by_first; // by term: index + 1 of an entity
    NameUse *uses;                // by term
} Finder;

static inline const Word *word_at(const Finder *f, uint32_t i)
{
    return &f->words->items.items[i];
}

static inline bool is(const Finder *f, uint32_t i, uint32_t classes)
{
    return word_is(f->words, i, classes);
}

static inline FirstName first_name_at(const Finder *f, uint32_t i)
{
    const Word *word = word_at(f, i);
    return word->shape == SHAPE_CAPITAL ? word_term(f->words, word)->first_name : NOT_A_FIRST_NAME;
}

// Fills Names.mentions and Names.at; the entities are not known yet. Linear.
void find_mentions(Finder *f);

#endif
