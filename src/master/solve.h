// The gain that brings a timeline to its loudness.
#ifndef LECTERN_MASTER_SOLVE_H
#define LECTERN_MASTER_SOLVE_H

#include "master/timeline.h"

// Fills gain_db: the step of a tenth that comes nearest to the target through the
// limiter, 0 where the timeline is raw; and the outline. Passages are levelled by several
// processes, and their levels kept in the store as kind `levels`. Linear; ERR_OUTPUT.
NODISCARD bool solve_gain(Timeline *timeline, int worker_count, Arena scratch, Error *err);

#endif
