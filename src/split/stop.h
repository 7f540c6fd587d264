// Stops: the marks that may end a sentence, with what belongs to them.
#ifndef LECTERN_SPLIT_STOP_H
#define LECTERN_SPLIT_STOP_H

#include "base/utf8.h"

typedef enum {
    STOP_PERIOD,   // one full stop: also ends abbreviations
    STOP_ELLIPSIS, // two or more full stops, "…"
    STOP_MARK,     // ? and !, alone or in a run
    STOP_WIDE,     // 。 and kin: no blank need follow
    STOP_SCRIPT,   // ends a sentence in its script: danda, Arabic, Armenian, Greek marks
} StopKind;

typedef struct {
    StopKind kind;
    uint32_t beg;   // of the run of marks
    uint32_t marks; // end of the run: closing marks follow
    uint32_t end;   // after closing quotation marks, brackets and note numbers
    uint32_t next;  // first character after the blanks that follow, or the text's length
    bool quoted;    // a quotation mark closes between marks and end
} Stop;

// The first byte at or after `at` that may begin a stop, or text.len.
uint32_t find_stop(Str text, uint32_t at);

// Reads the stop at `at`. False: these bytes are no stop. `stop->end` is past
// `at` either way. Costs no more than the bytes from `at` to `stop->next`.
bool read_stop(Str text, uint32_t at, Stop *stop);

// The first byte at or after `at` that is not white space.
uint32_t skip_blanks(Str text, uint32_t at);

// Whether c may stand between a blank and the first word of a sentence.
bool code_opens(uint32_t c);

#endif
