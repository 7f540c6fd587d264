// SIGINT and SIGTERM: work stops at the next safe place and cleans up.
#ifndef LECTERN_BASE_INTERRUPT_H
#define LECTERN_BASE_INTERRUPT_H

#include "base/error.h"

// From now on the two signals only make `interrupted` true. One that comes two
// seconds after the first ends the process at once.
void catch_interrupts(void);

// The signal that came, or 0.
int interrupted(void);

// False, with ERR_INTERRUPTED, once a signal has come: chain it with &&.
NODISCARD bool go_on(Error *err);

#endif
