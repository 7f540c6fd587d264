// The words of an article that stand outside quotation marks, each run between
// marks being one word of its own.
#ifndef LECTERN_ATTRIBUTE_WORDS_H
#define LECTERN_ATTRIBUTE_WORDS_H

#include "attribute/first_names.h"
#include "attribute/lexicon.h"
#include "attribute/quotations.h"

typedef enum {
    SHAPE_LOWER,
    SHAPE_CAPITAL, // Smith
    SHAPE_UPPER,   // UN, at least two letters, none small
    SHAPE_NUMBER,
    SHAPE_MARK,  // punctuation
    SHAPE_QUOTE, // a run between quotation marks
} Shape;

// A distinct word, whatever its case.
typedef struct {
    Str lower;
    uint32_t classes; // of WordClass
    FirstName first_name;
    uint32_t led_by;        // term + 1 of a small word that begins names with it
    uint32_t maybe_led_by;  // the same, seen once
    uint32_t small_count;   // times that it stands in small letters
    uint32_t capital_count; // times that it stands with a capital inside a sentence
} Term;

typedef struct {
    Span span;         // without the 's of the possessive
    uint32_t term;     // index in Words.terms; 0, the empty word, for marks and quotes
    uint32_t classes;  // of its term
    uint32_t sentence; // index in Sentences.items, of its first byte
    uint32_t block;
    union {
        uint32_t run;  // SHAPE_QUOTE: index in Runs
        uint32_t mark; // SHAPE_MARK: code point
    };
    uint8_t shape; // of Shape
    bool possessive;
    bool dot;    // a full stop that belongs to it follows: "Mr."
    bool starts; // first of a sentence
} Word;

typedef struct {
    Str text;
    LIST(Word) items;
    LIST(Term) terms;
    const WordClasses *classes;
    uint32_t *slots; // hash table of terms, index + 1
    uint32_t slot_count;
} Words;

// Linear. What it gives lives in `arena`.
void find_words(const Sentences *sentences, const Runs *runs, const WordClasses *classes,
                Arena *arena, Words *out);

// The index of the term, which is added where it is new.
uint32_t intern_term(Words *words, Str word, Arena *arena);

// The term of a word as it may stand in the article. False: it does not, and `term` stays.
bool find_term(const Words *words, Str word, uint32_t *term);

// The classes of a word wherever it stands, between quotation marks too.
uint32_t classes_of(const Words *words, Str word);

static inline const Term *word_term(const Words *words, const Word *word)
{
    return &words->terms.items[word->term];
}
static inline bool word_is(const Words *words, uint32_t i, uint32_t classes)
{
    return i < words->items.count && (words->items.items[i].classes & classes) != 0;
}
static inline bool word_is_mark(const Words *words, uint32_t i, uint32_t mark)
{
    return i < words->items.count && words->items.items[i].shape == SHAPE_MARK &&
           words->items.items[i].mark == mark;
}
static inline bool word_is_text(const Words *words, uint32_t i, const char *lower)
{
    if (i >= words->items.count)
        return false;
    // Few are; most differ in the first letter.
    const Word *word = &words->items.items[i];
    Str text = words->terms.items[word->term].lower;
    return word->shape != SHAPE_MARK && word->shape != SHAPE_QUOTE && text.len &&
           text.data[0] == lower[0] && str_equal(text, str_from(lower));
}
static inline bool word_is_name_like(const Word *word)
{
    return word->shape == SHAPE_CAPITAL || word->shape == SHAPE_UPPER;
}

#endif
