// Transcripts are shown in cues: a sentence or a part of it, on a few short lines.
#ifndef LECTERN_PUBLISH_TEXT_CUES_H
#define LECTERN_PUBLISH_TEXT_CUES_H

#include "publish/text/times.h"

typedef struct {
    uint32_t width; // characters in a row, counted in UTF-16 units as players do
    uint32_t rows;  // in a cue
    bool names;     // "Name:" before what a new speaker says
    bool cut_words; // words that are wider than a row are cut; else they overhang
                    // (sentences without blanks are cut at their clauses in any case)
} CueShape;

// A word of a cue or, cut, a part of one.
typedef struct {
    Str text;
    int64_t start_ms;
    bool breaks; // begins a row
    bool joined; // goes on from the part before it
} CueWord;

typedef struct {
    uint32_t line;            // in Reading.lines
    uint32_t first, count;    // in Cues.words; count is never 0
    int64_t start_ms, end_ms; // the end is later than the start
} Cue;

typedef struct {
    LIST(Cue) items; // starts rise; no cue ends after the next one starts
    LIST(CueWord) words;
} Cues;

Cues cut_cues(const Times *times, const CueShape *shape, Arena *arena);

// What a speaker is called, in a word of `language` where it is the narrator or has no name; never
// empty.
Str shown_name(const Cast *cast, uint32_t speaker, Str language);

// The same of who speaks a line, in the article's language.
Str speaker_name(const Reading *reading, uint32_t line);

// "01:02:03.004", with `point` before the milliseconds. Hours take more digits where
// they must.
Str clock_time(int64_t ms, char point, Arena *arena);

#endif
