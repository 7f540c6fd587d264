#include "base/interrupt.h"

#include <signal.h>

// The one mutable variable at file scope: a signal handler can reach no other.
static volatile sig_atomic_t caught;

static void on_signal(int signal_number)
{
    caught = signal_number;
}

void catch_interrupts(void)
{
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = (int)SA_RESETHAND};
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
