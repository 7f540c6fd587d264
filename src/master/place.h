// Where clips stand in the timeline, and where it is cut into passages.
#ifndef LECTERN_MASTER_PLACE_H
#define LECTERN_MASTER_PLACE_H

#include "master/timeline.h"

// Fills items, passages, frame_count, the jingles' places and the bed's length. Where
// out->wanted_count asks for a length, it has that, or the nearest that its pauses can give.
void place_clips(const Clips *in, Arena *arena, Timeline *out);

// What lengths place_clips can give to a timeline that has its jingles.
Lengths find_lengths(const Timeline *timeline, Arena scratch);

#endif
