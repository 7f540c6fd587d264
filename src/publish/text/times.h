// When everything is heard: the one source of times for all writers.
#ifndef LECTERN_PUBLISH_TEXT_TIMES_H
#define LECTERN_PUBLISH_TEXT_TIMES_H

#include "publish/text/script.h"

// A word as it is written, between white space, with the punctuation at it.
typedef struct {
    Str text;     // clean, never empty
    Span written; // bytes of Article.text; empty in generated lines
    int64_t start_ms, end_ms;
} TimedWord;

// Of one of Reading.lines.
typedef struct {
    uint32_t first, count;    // in Times.words; count 0: not heard
    int64_t start_ms, end_ms; // of its sound, pause excluded; both as the line
                              // before it ended where it has none
} TimedLine;

typedef struct {
    const Reading *reading;
    TimedLine *lines; // one for each of reading->lines
    LIST(TimedWord)
    words;             // starts never fall, and no word ends before it starts
                       // or after the next one starts
    int64_t length_ms; // of the sound; no time is later
    // What a generated line says of the article, one for each line; NULL where it is the
    // article's own, of the opening, or was worded by a person.
    const Notice **notices;
} Times;

// Linear but for a logarithm of the lines.
Times measure_times(const Timeline *in, Arena *arena);

// As script.json writes them; one for each line.
const LineTime *line_times(const Times *times, Arena *arena);

// Whole milliseconds of a frame at MASTER_RATE_HZ, rounded down.
int64_t frame_ms(int64_t frame);

#endif
