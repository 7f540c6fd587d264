// The work table of spell_span, shared by the rules: tokens in, words out.
//
// A rule looks at token `i`. Where it knows the form that begins there, it adds
// the words to `s->words` and gives the number of tokens that it took; else it
// gives 0 and has added nothing. A rule looks at a bounded number of tokens
// unless it takes them.
#ifndef LECTERN_PHRASE_SPELLING_H
#define LECTERN_PHRASE_SPELLING_H

#include "phrase/number_words.h"
#include "phrase/spell.h"
#include "phrase/token.h"

typedef struct {
    Str text;
    const Token *tokens;
    uint32_t count, first; // tokens before `first` are context
    const SpellOptions *options;
    Arena *arena;
    Buf words;       // of the form at hand
    Str said;        // phonemes of its words, as a LexiconEntry has them; empty: the engine's own
    bool said_owned; // "'s" hangs on the last
} Spelling;

typedef uint32_t Rule(Spelling *s, uint32_t i);

// The rules by the class of forms they know; tried in this order by spell.c.
Rule spell_lexicon;      // user's words
Rule spell_web;          // addresses, e-mail, @handles, #tags
Rule spell_phone;        // telephone and account numbers, IP addresses
Rule spell_date;         // Nov. 8, 2016-01-31, 15-19 June
Rule spell_clock;        // 6:00 p.m., 14:30
Rule spell_money;        // $5.5 million, 50p
Rule spell_quantity;     // 5 kg, 42%, 5-10 minutes, 1/2, 1,812
Rule spell_named_number; // Unit 8200, B-52, COVID-19, 1428 Elm St.
Rule spell_years;        // 1812, 2015-16, 1980s
Rule spell_roman;        // World War II, Louis XIV
Rule spell_party;        // R-Ohio
Rule spell_abbreviation; // Mr., Calif., No. 1
Rule spell_capitals;     // IMF, NATO, U.S., John F. Kennedy

// In languages other than English: 12.500, 3,5 %, € 5.
Rule spell_foreign_form;

// Whether spell_lexicon knows what begins at token i.
bool in_lexicon(const Spelling *s, uint32_t i);

extern const Token TOKEN_BEYOND;

// Token i of those spoken, an end token beyond them.
static inline const Token *token_of(const Spelling *s, uint32_t i)
{
    return i < s->count ? &s->tokens[i] : &TOKEN_BEYOND;
}

// The k-th token before i, context included.
static inline const Token *token_before(const Spelling *s, uint32_t i, uint32_t k)
{
    return k <= i && i - k < s->count ? &s->tokens[i - k] : &TOKEN_BEYOND;
}

static inline Str token_text(const Spelling *s, const Token *t)
{
    return str_span(s->text, t->span);
}
// A word without its "'s".
static inline Str token_stem(const Spelling *s, const Token *t)
{
    return (Str){s->text.data + t->span.beg, t->stem};
}
// Whether it is this word, in small letters, in any case.
bool token_is(const Spelling *s, const Token *t, const char *word);
// Whether it is a word of the sorted list, in any case.
bool token_in(const Spelling *s, const Token *t, const char *const *list, size_t count);
#define TOKEN_IN(s, t, list) token_in((s), (t), (list), COUNT(list))

static inline bool is_word(const Token *t)
{
    return t->kind == TOKEN_WORD;
}
static inline bool is_number(const Token *t)
{
    return t->kind == TOKEN_NUMBER;
}
static inline bool is_mark(const Token *t, uint32_t code)
{
    return t->kind == TOKEN_MARK && t->code == code;
}
// A mark that stands against the token before it, and the one after against it.
static inline bool is_joint(const Spelling *s, uint32_t i, uint32_t code)
{
    const Token *t = token_of(s, i);
    return is_mark(t, code) && t->glued && token_of(s, i + 1)->glued;
}
// Hyphen, non-breaking hyphen, en dash, minus sign, em dash.
static inline bool is_dash(const Token *t)
{
    uint32_t c = t->code;
    return c && (c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFF0D);
}
static inline bool is_capitalised(const Token *t) // House, NASA, McCain
{
    return is_word(t) && t->letter_case != CASE_LOWER && t->letter_case != CASE_NONE;
}
static inline bool is_one_letter(const Token *t)
{
    return is_word(t) && t->span.end - t->span.beg == 1;
}

// Whether token t begins a noun phrase's rest: a word that is no preposition,
// conjunction, pronoun or adverb ("a 5 km run", not "5 km from").
bool is_noun_like(const Spelling *s, const Token *t);

// A word with one capital that people are called by: "Maria".
bool is_first_name(const Spelling *s, const Token *t);

// "Street", "Ave", "Blvd": the end of a street's name.
bool is_street_word(const Spelling *s, const Token *t);

// The letters of a word one by one in capitals; apostrophe and what follows at its end.
void add_letters(Spelling *s, Str word);
// The capitals of token i by letters or as a word, as the tables say.
void add_capital_word(Spelling *s, uint32_t i);
// A word's letters, marks and apostrophes.
void add_plain(Spelling *s, const Token *t);
// Adds "'s" to the last word where the token has one.
void add_possessive(Spelling *s, const Token *t);

// A sorted table of written forms.
typedef struct {
    const char *written;
    const char *spoken;
    uint32_t flags; // each table's own
} Entry;
const Entry *find_entry(const Entry *table, size_t count, Str written);
// Any case; the table's keys are in small letters and at most 31 bytes.
const Entry *find_entry_nocase(const Entry *table, size_t count, Str written);

#endif
