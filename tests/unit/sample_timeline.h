// A timeline made by hand, for tests of what is written about an episode: every word
// is heard for a fixed time, and no engine is asked.
#ifndef TESTS_UNIT_SAMPLE_TIMELINE_H
#define TESTS_UNIT_SAMPLE_TIMELINE_H

#include "master/timeline.h"

enum {
    SAMPLE_HEAD_MS = 500,
    SAMPLE_WORD_MS = 300,
    SAMPLE_PAUSE_MS = 200, // after each line
    SAMPLE_TAIL_MS = 1000,
};

// A stretch of the article, in order.
typedef struct {
    const char *text;    // as it is written
    const char *spoken;  // NULL: the same words, one unit each; else one unit for all
    uint32_t speaker;    // of SampleArticle.speakers; 0: the narrator
    bool same_block;     // goes on with the block before
    bool outside;        // in no line: marks, blanks
    const char *skipped; // why it is not spoken; NULL: it is
    bool generated;      // shown and heard, but not in the article
    bool lost;           // the engine failed on it
    BlockKind kind;      // of the block it begins
    int level;           // of a heading
} SamplePiece;

typedef struct {
    const char *title, *byline, *publisher, *date, *url, *language; // NULL: unknown
    const char *speakers[8]; // [0] is the narrator; ends with NULL
    const SamplePiece *pieces;
    size_t count;
} SampleArticle;

// Everything lives in the arena. Blocks are parted by line ends.
const Timeline *sample_timeline(const SampleArticle *article, Arena *arena);

#endif
