// Tokens: words, runs of digits and single marks of a stretch of text.
#ifndef LECTERN_PHRASE_TOKEN_H
#define LECTERN_PHRASE_TOKEN_H

#include "base/utf8.h"

typedef enum { TOKEN_END, TOKEN_WORD, TOKEN_NUMBER, TOKEN_MARK } TokenKind;

// How a word is written; a final "'s" and a plural "s" behind capitals count for nothing.
typedef enum {
    CASE_NONE,   // a script without case, or no word
    CASE_LOWER,  // house
    CASE_TITLE,  // House
    CASE_UPPER,  // NASA, NASA's, A
    CASE_PLURAL, // MPs
    CASE_MIXED,  // iPhone, McCain
} LetterCase;

typedef struct {
    Span span;           // bytes of the text; a word may hold apostrophes and marks
    uint32_t code;       // of a mark; else 0
    uint32_t stem;       // bytes of a word before a final "'s"
    uint32_t letters;    // of LETTER_BIT: those in the stem, in any case; 0: it is no word, or
                         // has more than ASCII letters
    uint8_t kind;        // of TokenKind
    uint8_t letter_case; // of LetterCase
    bool glued;          // nothing stands between it and the token before
    bool ascii;          // all of it
} Token;
typedef LIST(Token) Tokens;

// The low five bits of an ASCII letter are its place in the alphabet, from 1.
#define LETTER_BIT(letter) (1U << ((unsigned char)(letter)&31))

// Cuts text[at] into tokens; white space and controls part them. Linear.
void cut_tokens(Str text, Span at, Arena *arena, Tokens *out);

// The digits of a number token in ASCII, whatever script they are of.
Str token_digits(Str text, const Token *token, Arena *arena);

static inline bool is_apostrophe(uint32_t c)
{
    return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0xFF07;
}

#endif
