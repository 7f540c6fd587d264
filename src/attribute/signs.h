// What a run between quotation marks looks like, inside and around, as far as it
// tells speech from titles, nicknames, slogans and words held at arm's length.
#ifndef LECTERN_ATTRIBUTE_SIGNS_H
#define LECTERN_ATTRIBUTE_SIGNS_H

#include "attribute/resolve.h"

typedef enum {
    // How much is quoted: words. From three to five there is no sign in it.
    SIGN_ONE_WORD,
    SIGN_TWO_WORDS,
    SIGN_SIX_WORDS,  // or more
    SIGN_MANY_WORDS, // ten or more
    // What is quoted.
    SIGN_TITLE,       // several words, each long one with a capital
    SIGN_NUMBER,      // begins with a digit
    SIGN_BEGINS_LINK, // begins with a preposition or a conjunction
    SIGN_ENDS_LINK,   // ends with one, or with a form of "be"
    SIGN_ENDS_COMMA,
    SIGN_ENDS_STOP,
    SIGN_ENDS_CRY, // ? !
    SIGN_YOU,      // speaks to somebody
    // Where it stands to a verb of speech, and who is thought to speak.
    SIGN_BESIDE,
    SIGN_AFTER_VERB,
    SIGN_INSIDE,
    SIGN_SUBJECT, // nobody but the subject of the sentence
    SIGN_GOES_ON, // who spoke before
    SIGN_NAMED,   // somebody with a name
    SIGN_PRONOUN, // who is called "he" or "she"
    // What stands before it.
    SIGN_FIRST, // nothing in its sentence
    SIGN_COMMA,
    SIGN_COLON,
    SIGN_DASH,
    // What stands behind it.
    SIGN_BEFORE_MARK, // no full stop
    SIGN_BEFORE_AND,
    SIGN_BEFORE_NOUN,   // a small word of no class
    SIGN_BEFORE_BEARER, // the "..." show, the "..." campaign: what goes by a name
    // What stands to its left in the sentence: near is within four words. The last
    // verb of speech of any kind stands so many words before it, or more than ten.
    SIGN_VERB_IN_2,
    SIGN_VERB_IN_5,
    SIGN_VERB_IN_10,
    SIGN_NEAR_SAYING,
    SIGN_FAR_SAYING,
    SIGN_FAR_SPEECH_NOUN,
    SIGN_THOUGHT,     // believes, portrayed
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
    bool name;   // NBC's "...", the "..." campaign: can only be the name of something, or markup
} Signs;

// What was thought of the run before.
typedef struct {
    bool known, speech;
    uint32_t at; // its word
} Judged;

// `at`: the word of the run. Bounded around the run, linear in it.
void read_signs(const Words *words, uint32_t at, const Run *run, const Answer *answer,
                const Judged *before, Signs *out);

// Words of a text, parted by white space.
uint32_t count_words(Str text);

#endif
