#include "base/interrupt.h"

#include <signal.h>
#include <time.h>
#include <unistd.h>

enum { PATIENCE_S = 2 };

// The mutable variables at file scope: a signal handler can reach no others.
static volatile sig_atomic_t caught;
static volatile sig_atomic_t caught_s; // when, on a monotonic clock

// Whoever stops a program may send its signal twice at once, to it and to its
// group: only one that comes later is meant as a second.
static void on_signal(int signal_number)
{
    struct timespec now = {0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (caught && now.tv_sec - caught_s >= PATIENCE_S)
        _exit(128 + signal_number);
    if (!caught) {
        caught_s = (sig_atomic_t)now.tv_sec;
        caught = signal_number;
    }
}

void catch_interrupts(void)
{
    struct sigaction action = {.sa_handler = on_signal};
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
}

int interrupted(void)
{
    return caught;
}

bool go_on(Error *err)
{
    return caught == 0 || fail(err, ERR_INTERRUPTED, (Span){0}, "interrupted");
}
