// What a run between quotation marks looks like, inside and around, as far as it
// tells speech from titles, nicknames, slogans and words held at arm's length.
#ifndef LECTERN_ATTRIBUTE_SIGNS_H
#define LECTERN_ATTRIBUTE_SIGNS_H

#include "attribute/resolve.h"

typedef enum {
    // How much is quoted: words. From three to nine there is no sign in it.
    SIGN_ONE_WORD,
    SIGN_TWO_WORDS,
    SIGN_MANY_WORDS, // ten or more
    // What is quoted.
    SIGN_TITLE,       // several words, each long one with a capital
    SIGN_CAPITAL,     // no title, but begins with a capital
    SIGN_NUMBER,      // begins with a digit
    SIGN_BEGINS_LINK, // begins with a preposition or a conjunction
    SIGN_ENDS_LINK,   // ends with one, or with a form of "be"
    SIGN_ENDS_COMMA,
    SIGN_ENDS_STOP,
    SIGN_ENDS_CRY, // ? !
    SIGN_VERB,     // is, would, don't
    SIGN_YOU,      // speaks to somebody
    SIGN_AGAIN,    // a few words that the article puts between marks elsewhere, too
    // Where it stands to a verb of speech, and who is thought to speak.
    SIGN_BESIDE,
    SIGN_AFTER_VERB,
    SIGN_INSIDE,
    SIGN_SUBJECT, // nobody but the subject of the sentence
    SIGN_GOES_ON, // who spoke before
    SIGN_NAMED,   // somebody with a name
    // What stands before it.
    SIGN_FIRST, // nothing in its sentence
    SIGN_COMMA,
    SIGN_COLON,
    SIGN_DASH,
    SIGN_PLAIN_WORD, // of no class that attribution turns on
    // What stands behind it.
    SIGN_LAST, // nothing in its sentence
    SIGN_BEFORE_MARK,
    SIGN_BEFORE_AND,
    SIGN_BEFORE_NOUN, // a small word of no class
    // What stands to its left in the sentence: near is within four words.
    SIGN_NEAR_SAYS,
    SIGN_FAR_SAYS,
    SIGN_NEAR_SAYING,
    SIGN_FAR_SAYING,
    SIGN_NEAR_LABELS,
    SIGN_FAR_SPEECH_NOUN,
    SIGN_NEAR_THOUGHT, // believes, portrayed
    SIGN_FAR_THOUGHT,
    SIGN_THAT,        // the word "that"
    SIGN_SHORT_CITED, // a few words in the clause of a verb of speech that is near
    // Elsewhere.
    SIGN_SAYS_BEHIND,     // a verb of speech to its right in the sentence
    SIGN_SPEECH_IN_BLOCK, // the run before, in another sentence of the block, was speech
} Sign;
enum { SIGNS = SIGN_SPEECH_IN_BLOCK + 1 };

typedef struct {
    bool has[SIGNS];
    bool joined; // "...," "..." and this: one list with the run before
    bool work;   // NBC's "..." and others that can only be the title of a work
} Signs;

// What was thought of the run before.
typedef struct {
    bool known, speech;
    uint32_t at; // its word
} Judged;

// How often each short run stands in the article, by a hash of its letters.
typedef struct {
    uint8_t *counts; // 0, 1, 2 for more
    uint32_t mask;
} Repeats;

Repeats count_repeats(const Words *words, const Runs *runs, Arena *arena);

// `at`: the word of the run. Bounded around the run, linear in it.
void read_signs(const Words *words, uint32_t at, const Run *run, const Answer *answer,
                const Judged *before, const Repeats *repeats, Signs *out);

// Words of a text, parted by white space.
uint32_t count_words(Str text);

#endif
