// Verbs of speech outside quotation marks, and who is their subject.
#ifndef LECTERN_ATTRIBUTE_CLAUSES_H
#define LECTERN_ATTRIBUTE_CLAUSES_H

#include "attribute/names.h"

typedef enum { SUBJECT_NONE, SUBJECT_NAME, SUBJECT_PRONOUN, SUBJECT_NOMINAL } SubjectKind;

// A noun phrase that does something.
typedef struct {
    SubjectKind kind;
    uint32_t first, last; // words
    uint32_t head;        // the pronoun, the noun, or the last word of the name
    uint32_t mention;     // SUBJECT_NAME: index in Names.mentions
    bool joint;           // the first of several who speak together
} Subject;

typedef enum {
    CUE_SAYS,   // said, wrote, according to
    CUE_SAYING, // adding, saying
    CUE_LABELS, // called, described: what follows is quoted in part
} CueKind;

// "Smith said", "said Smith"
typedef struct {
    CueKind kind;
    uint32_t verb;  // word
    uint32_t first; // word where the cue begins: subject or verb
    uint32_t last;  // its last word
    Subject subject;
    bool inverted; // the subject follows the verb
    bool modal;    // "will say"
} Cue;
typedef LIST(Cue) Cues;

// In order of their verbs. Linear.
void find_cues(const Names *names, Arena *arena, Cues *out);

// The subject of the sentence whose first word is `first`.
Subject sentence_subject(const Names *names, uint32_t first);

// The noun phrase that begins with word `first`.
Subject subject_at(const Names *names, uint32_t first);

// Every quotation of a sentence asks every verb of speech in it; no sentence of
// an article is as long as this, and what is longer is taken in parts.
enum { SENTENCE_WORDS_MAX = 600 };

// One past the last word of the sentence, or part of one, that begins with word `i`.
uint32_t sentence_end(const Words *words, uint32_t i);

#endif
