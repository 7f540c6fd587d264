// Where clips stand in the timeline, and where it is cut into passages.
#ifndef LECTERN_MASTER_PLACE_H
#define LECTERN_MASTER_PLACE_H

#include "master/timeline.h"

// Fills items, passages, frame_count and the jingles' places.
void place_clips(const Clips *in, Arena *arena, Timeline *out);

#endif
