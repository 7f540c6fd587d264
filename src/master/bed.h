// Music under the opening: how loud it is from frame to frame.
#ifndef LECTERN_MASTER_BED_H
#define LECTERN_MASTER_BED_H

#include "master/timeline.h"

// While someone speaks a bed is 10 dB lower than alone.
#define BED_UNDER_DB (-10.0)

// A stretch in which something is heard, frames from the bed's start.
typedef struct {
    int64_t beg, end;
} Stretch;

// Writes the gain of each of `count` frames of a bed: 1 alone, BED_UNDER_DB under words, which
// are in order and do not overlap; in pauses between, and behind the last, a little more. It
// rises from 0 at the first frame and has fallen to 0 at the last.
void find_bed_gains(const Stretch *words, uint32_t word_count, int64_t count, float *gains);

// Makes the bed of a placed timeline what is heard of it, and finds its peak under the words.
void shape_bed(Timeline *timeline, Arena *arena);

#endif
