// The ledger of an episode: what became of every byte of the article.
#ifndef LECTERN_PUBLISH_TEXT_COVERAGE_H
#define LECTERN_PUBLISH_TEXT_COVERAGE_H

#include "speak/clips.h"

typedef struct {
    uint64_t bytes;       // of Article.text; the sum of those below
    uint64_t spoken;      // in a line, and a letter or digit only where a unit says it
    uint64_t skipped;     // in `skips`, whatever else holds them
    uint64_t blank;       // white space, quotation marks and the invisible outside of lines
    uint64_t unaccounted; // the rest: 0, or something was lost
    Span first_lost;      // where it begins; empty where nothing was lost
    LIST(Drop) skips;     // Reading.skipped and the text of lost clips, in order
} Coverage;

// Linear, and a byte of memory for each byte of text.
Coverage cover_article(const Clips *clips, Arena *arena);

#endif
