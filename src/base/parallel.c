#define _GNU_SOURCE // pipe2
#include "base/parallel.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/interrupt.h"

enum { WORKERS_MAX = 64, LOOK_MS = 10 }; // how often progress and signals are looked at

// What the workers share.
typedef struct Board {
    atomic_uint next, done;
    atomic_bool stop;
    atomic_flag failed; // taken by the first that fails
    Error err;
} Board;

int count_workers(int wanted)
{
    long count = wanted > 0 ? wanted : sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? 1 : count > WORKERS_MAX ? WORKERS_MAX : (int)count;
}

void *map_shared(size_t size)
{
    void *p = mmap(NULL, size ? size : 1, PROT_READ | PROT_WRITE,
                   MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return p == MAP_FAILED ? NULL : p;
}

void unmap_shared(void *memory, size_t size)
{
    munmap(memory, size ? size : 1);
}

static void work(Board *board, uint32_t job_count, Job *job, void *context)
{
    Error err = {0};
    while (!atomic_load(&board->stop)) {
        uint32_t index = atomic_fetch_add(&board->next, 1);
        if (index >= job_count)
            break;
        if (!job(context, index, &err)) {
            if (!atomic_flag_test_and_set(&board->failed))
                board->err = err;
            atomic_store(&board->stop, true);
        }
        atomic_fetch_add(&board->done, 1);
    }
}

static pid_t start_worker(Board *board, uint32_t job_count, Job *job, void *context)
{
    pid_t parent = getpid();
    pid_t pid = fork();
    if (pid != 0)
        return pid;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(1);
    sched_yield(); // to the parent, which has more workers to start
    work(board, job_count, job, context);
    _exit(0);
}

// Whoever waits for something that a dead worker was to do waits in vain.
static void kill_workers(const pid_t *pids, int count)
{
    for (int i = 0; i < count; i++)
        if (pids[i] > 0)
            kill(pids[i], SIGKILL);
}

// Takes up finished workers; gives how many are left.
static int reap(pid_t *pids, int count, Board *board, bool *died)
{
    int left = 0;
    for (int i = 0; i < count; i++) {
        if (pids[i] <= 0)
            continue;
        int status = 0;
        pid_t got = waitpid(pids[i], &status, WNOHANG);
        if (got == 0 || (got < 0 && errno == EINTR)) {
            left++;
            continue;
        }
        pids[i] = 0;
        if (got < 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
            *died = true;
            atomic_store(&board->stop, true);
            kill_workers(pids, count);
        }
    }
    return left;
}

static bool watch(pid_t *pids, int count, int alive, Board *board, uint32_t job_count,
                  JobProgress *progress, void *progress_context, Error *err)
{
    bool died = false;
    struct pollfd wait = {.fd = alive, .events = POLLIN};
    while (reap(pids, count, board, &died) > 0) {
        if (interrupted())
            atomic_store(&board->stop, true);
        if (progress)
            progress(progress_context, atomic_load(&board->done), job_count);
        bool closed = wait.revents; // what is left ends within the moment
        (void)poll(closed ? NULL : &wait, closed ? 0 : 1, closed ? 1 : LOOK_MS);
    }
    if (board->err.kind != ERR_NONE && err->kind == ERR_NONE)
        *err = board->err;
    if (!go_on(err) || err->kind != ERR_NONE)
        return false;
    return !died || fail(err, ERR_OUTPUT, (Span){0}, "a worker process died");
}

bool run_parallel(uint32_t job_count, int worker_count, Job *job, void *context,
                  JobProgress *progress, void *progress_context, Error *err)
{
    Board *board = map_shared(sizeof *board);
    if (!board)
        return fail(err, ERR_OUTPUT, (Span){0}, "no memory for workers");
    int count = count_workers(worker_count);
    if ((uint32_t)count > job_count)
        count = (int)job_count;
    int alive[2]; // workers keep [1] open and nobody else: when all are gone, [0] hangs up
    if (pipe2(alive, O_CLOEXEC) != 0) {
        unmap_shared(board, sizeof *board);
        return fail(err, ERR_OUTPUT, (Span){0}, "no pipe for workers: %s", strerror(errno));
    }
    pid_t pids[WORKERS_MAX] = {0};
    bool forked = true;
    for (int i = 0; i < count && forked; i++) {
        pids[i] = start_worker(board, job_count, job, context);
        forked = pids[i] > 0;
    }
    int why = errno; // of fork
    if (!forked)
        atomic_store(&board->stop, true);
    close(alive[1]);
    bool ok = watch(pids, count, alive[0], board, job_count, progress, progress_context, err);
    close(alive[0]);
    unmap_shared(board, sizeof *board);
    return forked ? ok
                  : fail(err, ERR_OUTPUT, (Span){0}, "no process to be had: %s", strerror(why));
}

bool start_aside(uint32_t job_count, Job *job, void *context, Aside *out, Error *err)
{
    *out = (Aside){.board = map_shared(sizeof *out->board)};
    if (!out->board)
        return fail(err, ERR_OUTPUT, (Span){0}, "no memory for a worker");
    out->pid = start_worker(out->board, job_count, job, context);
    if (out->pid > 0)
        return true;
    int why = errno;
    unmap_shared(out->board, sizeof *out->board);
    *out = (Aside){0};
    return fail(err, ERR_OUTPUT, (Span){0}, "no process to be had: %s", strerror(why));
}

bool join_aside(Aside *aside, Error *err)
{
    int status = 0;
    pid_t got;
    do
        got = waitpid(aside->pid, &status, 0);
    while (got < 0 && errno == EINTR && !interrupted());
    Error why = aside->board->err;
    bool whole = got == aside->pid && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (got > 0 || errno == ECHILD)
        aside->pid = 0;
    drop_aside(aside);
    if (!go_on(err))
        return false;
    if (why.kind != ERR_NONE) {
        *err = why;
        return false;
    }
    return whole || fail(err, ERR_OUTPUT, (Span){0}, "a worker process died");
}

void drop_aside(Aside *aside)
{
    if (aside->pid > 0) {
        kill(aside->pid, SIGKILL);
        while (waitpid(aside->pid, NULL, 0) < 0 && errno == EINTR)
            ;
    }
    if (aside->board)
        unmap_shared(aside->board, sizeof *aside->board);
    *aside = (Aside){0};
}
