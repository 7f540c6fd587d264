// The outline of a timeline: what a picture of its sound shows.
#ifndef LECTERN_MASTER_OUTLINE_H
#define LECTERN_MASTER_OUTLINE_H

#include "master/timeline.h"

// Fills the outline of the energies of all steps before any gain, of gain_db, and of the jingles.
// Linear in the steps.
void draw_outline(const float *energy, uint32_t step_count, Timeline *timeline);

#endif
