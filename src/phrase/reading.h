// Stage 5 gives Reading: what the voices are asked to say, in words.
#ifndef LECTERN_PHRASE_READING_H
#define LECTERN_PHRASE_READING_H

#include "cast/cast.h"
#include "phrase/lexicon.h"

// What stands in the article and how it is said: "$5.5 million" is one unit
// that is spoken "five point five million dollars".
typedef struct {
    Span written; // bytes of Article.text; empty in generated lines
    Span spoken;  // bytes of Line.spoken; rising, not overlapping
} Unit;

// Words of a line that the engine would say otherwise, or may. What is spoken stays
// words; only the engine is shown the phonemes.
typedef struct {
    Span spoken;  // bytes of Line.spoken: a word, with its "'s"; or a part between hyphens
    Str phonemes; // the engine's (phonemes.h); what check_phonemes refuses is not used
} Said;

#define NO_SENTENCE UINT32_MAX

// One utterance as it is spoken.
typedef struct {
    Span span;         // bytes of Article.text; empty: generated
    uint32_t sentence; // index in Sentences.items, or NO_SENTENCE where generated
    uint32_t speaker;  // index in Script.speakers
    UtteranceKind kind;
    Str language;     // BCP 47; empty: the article's
    Str spoken;       // words and the punctuation , . ? ! ; : ' - only
    Str shown;        // text of a generated line for transcripts; empty: the article's
    LIST(Unit) units; // in order; every word of `spoken` lies in one
    LIST(Said) said;  // rising, not overlapping
    int pause_ms;     // silence after it, at 165 words a minute
    bool pause_given; // by a person
} Line;

// A generated line that is not spoken.
typedef struct {
    Line line;
    uint32_t lines, drops; // of Reading.lines and Reading.skipped that stand before it
} LeftOut;

// Which direct quotations are told by words before and behind them.
typedef enum {
    SAY_QUOTES_NEVER,
    SAY_QUOTES_NARRATED, // those in the narrator's own voice
    SAY_QUOTES_ALL,
} SayQuotes;

typedef struct {
    bool opening;    // say title, byline, publisher
    bool disclosure; // say that a computer voice reads
    SayQuotes say_quotes;
    int heading_pause_ms;    // least silence before a heading, at 165 words a minute; 0: the usual
    const Lexicon *lexicons; // publications' own words, asked in order
    uint32_t lexicon_count;
} PhraseOptions;

typedef struct {
    const Cast *cast;
    LIST(Line) lines;       // in spoken order, the generated ones included
    uint32_t opening;       // lines of them that are the opening's
    LIST(LeftOut) left_out; // by a person, of the generated lines, in order
    LIST(Drop) skipped;     // Article.drops and what holds no words, in order
    Notes notes;
} Reading;

NODISCARD bool phrase_cast(const Cast *in, const PhraseOptions *options, Arena *arena, Reading *out,
                           Error *err);

// The article of a reading.
const Article *reading_article(const Reading *reading);

// What a line is spoken in.
Str line_language(const Reading *reading, const Line *line);

#endif
