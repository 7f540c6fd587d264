// Stage 3 gives Script: every piece of speech with its speaker, the rest the narrator's.
#ifndef LECTERN_ATTRIBUTE_SCRIPT_H
#define LECTERN_ATTRIBUTE_SCRIPT_H

#include "split/sentence.h"

typedef enum {
    SPEAKER_NARRATOR,
    SPEAKER_PERSON,
    SPEAKER_ORGANISATION,
    SPEAKER_DOCUMENT,
    SPEAKER_GROUP,
    SPEAKER_UNKNOWN,
} SpeakerKind;
enum { SPEAKER_KINDS = SPEAKER_UNKNOWN + 1 };
extern const char *const SPEAKER_KIND_NAMES[SPEAKER_KINDS];

typedef enum { GENDER_UNKNOWN, GENDER_MALE, GENDER_FEMALE } Gender;
enum { GENDERS = GENDER_FEMALE + 1 };
extern const char *const GENDER_NAMES[GENDERS];

typedef struct {
    Str name; // fullest form that stands in the article; "Narrator" for speaker 0
    SpeakerKind kind;
    Gender gender;
    LIST(Str) aliases; // other forms that stand in the article
} Speaker;

typedef enum { QUOTE_DIRECT, QUOTE_MIXED, QUOTE_OTHER } QuoteKind;
enum { QUOTE_KINDS = QUOTE_OTHER + 1 };
extern const char *const QUOTE_KIND_NAMES[QUOTE_KINDS];

enum { NOBODY = -1 };

// One run between quotation marks, in one block.
typedef struct {
    Span span;       // marks excluded
    QuoteKind kind;  // direct: what is attributed is wholly quoted; mixed: quoted
                     // words in an indirect quotation; other: not speech
    int32_t speaker; // index in Script.speakers, or NOBODY
    Span mention;    // what names the speaker beside the quote; empty: nothing
    float sureness;  // 0..1, how often such an answer is right
    uint32_t block;
} Quote;

typedef enum { UTTERANCE_NARRATION, UTTERANCE_QUOTE } UtteranceKind;

typedef struct {
    Span span;         // no white space at either end, never empty
    uint32_t sentence; // index in Sentences.items
    uint32_t speaker;  // index in Script.speakers
    UtteranceKind kind;
} Utterance;

// Which quotes are spoken by their speaker's voice.
typedef enum {
    SWITCH_LONG,   // direct ones, and mixed ones of six words or more
    SWITCH_DIRECT, // direct ones
    SWITCH_ALL,    // direct and mixed ones
    SWITCH_NEVER,
} SwitchRule;

typedef struct {
    SwitchRule switch_rule;
    float threshold; // least sureness for a named voice; 0: the default
    // Made by load_word_classes; NULL: made anew for the article.
    const struct WordClasses *classes;
} AttributeOptions;

typedef struct {
    const Sentences *sentences;
    LIST(Speaker)
    speakers;           // [0] is the narrator; at most one SPEAKER_UNKNOWN, which
                        // speaks what is quoted from nobody that is known
    LIST(Quote) quotes; // in order
    float threshold;    // sureness below which a quote is the unknown speaker's
    LIST(Utterance)
    utterances; // in order; with the drops, quotation marks and white
                // space they cover every byte of every sentence
    Notes notes;
} Script;

// Finds the quotations, who speaks each, and cuts the sentences into
// utterances. Linear but for the number of speakers.
NODISCARD bool attribute_sentences(const Sentences *in, const AttributeOptions *options,
                                   Arena *arena, Script *out, Error *err);

#endif
