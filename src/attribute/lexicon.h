// The closed classes of English words that attribution turns on.
#ifndef LECTERN_ATTRIBUTE_LEXICON_H
#define LECTERN_ATTRIBUTE_LEXICON_H

#include "base/str.h"

// Bits: a word may be of several classes.
typedef enum {
    WORD_SAYS = 1 << 0,         // finite verb of speech: said, wrote
    WORD_SAYING = 1 << 1,       // participle of one: saying, adding
    WORD_SPEECH_NOUN = 1 << 2,  // comment, remarks, slogan: what is quoted after it is speech
    WORD_LABELS = 1 << 3,       // called, dubbed, described: what follows is quoted in part
    WORD_SUBJECT = 1 << 4,      // pronoun in the nominative: he, she, they
    WORD_MALE = 1 << 5,         // he, Mr., spokesman
    WORD_FEMALE = 1 << 6,       // she, Mrs., congresswoman
    WORD_TITLE = 1 << 7,        // stands before a name: Sen., Dr., President
    WORD_ROLE = 1 << 8,         // noun for one person: senator, spokesman
    WORD_ROLES = 1 << 9,        // noun for several: officials, voters
    WORD_BODY = 1 << 10,        // noun for an organisation: company, campaign, court
    WORD_DOCUMENT = 1 << 11,    // noun for something written: report, statement
    WORD_DETERMINER = 1 << 12,  // the, a, his, another
    WORD_INDEFINITE = 1 << 13,  // a, an, one, some, many
    WORD_PREPOSITION = 1 << 14, // of, for, at
    WORD_CONJUNCTION = 1 << 15, // and, but, or
    WORD_SUBORDINATE = 1 << 16, // when, while, because, that
    WORD_RELATIVE = 1 << 17,    // who, which
    WORD_AUXILIARY = 1 << 18,   // has, had, would
    WORD_BE = 1 << 19,          // is, was, been
    WORD_ADVERB = 1 << 20,      // also, later, recently
    WORD_DAY = 1 << 21,         // Monday, January
    WORD_PLAIN = 1 << 22,       // no name by itself though it begins a sentence
    WORD_PEOPLE = 1 << 23,      // American, Republican: stands before names and nouns
    WORD_HEADS_OF = 1 << 24,    // Department, University: joins a name over "of", "for"
    WORD_SUFFIX = 1 << 25,      // Jr., III
    WORD_PARTICLE = 1 << 26,    // de, van, bin: inside a name
    WORD_ADDRESS = 1 << 27,     // told, asked: its object is who listens
    WORD_SO_CALLED = 1 << 28,   // so-called, titled, known as: what follows is no speech
    WORD_PLACE = 1 << 29,       // Washington, Texas: no speaker after "in" or "of"
    WORD_WORK = 1 << 30,        // book, film, show: a title follows
} WordClass;

typedef struct {
    uint32_t classes;  // of WordClass
    const char *words; // parted by single blanks, in lower case, without the stop of "Mr."
} WordList;

extern const WordList WORD_LISTS[];
extern const size_t WORD_LIST_COUNT;

typedef struct {
    Str word;
    uint32_t classes;
} ClassedWord;

// A hash table of all words in the lists. Most words of a text are in none of them: a
// slot has half of the hash, so that they are told without a look at a word.
typedef struct WordClasses {
    LIST(ClassedWord) words;
    uint32_t *slots; // low half: number of the word + 1; high: of its hash; 0: free
    uint32_t mask;   // slots - 1
} WordClasses;

// Takes longer than a short article, so a program does it once.
const WordClasses *load_word_classes(Arena *arena);

// Of a word in lower case; 0: it is in no list.
uint32_t find_word_classes(const WordClasses *classes, Str lower);

#endif
