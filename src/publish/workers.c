#define _GNU_SOURCE
#include "publish/workers.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WORKERS_MAX = 256 };

// What workers and parent share.
typedef struct {
    _Atomic int64_t next; // job to be handed out
    Error errors[];       // one a worker
} Board;

typedef struct {
    const Work *work;
    Board *board;
    int done[2]; // pipe on which workers name the jobs they have done
    pid_t pids[WORKERS_MAX];
    int count;
} Crew;

void *new_shared(size_t size)
{
    void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    return memory == MAP_FAILED ? NULL : memory;
}

void free_shared(void *memory, size_t size)
{
    if (memory)
        munmap(memory, size);
}

static int workers_wanted(const Work *work)
{
    int64_t n = work->worker_count > 0 ? work->worker_count : sysconf(_SC_NPROCESSORS_ONLN);
    if (n > work->job_count)
        n = work->job_count;
    return n < 1 ? 1 : n > WORKERS_MAX ? WORKERS_MAX : (int)n;
}

static bool tell_done(int fd, int64_t job)
{
    ssize_t n;
    do
        n = write(fd, &job, sizeof job); // less than PIPE_BUF: whole or not at all
    while (n < 0 && errno == EINTR);
    return n == (ssize_t)sizeof job;
}

// A worker dies with its parent, and by the signals that the parent may have
// handlers for: cleaning up is the parent's business.
static void settle_in(pid_t parent)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(1);
    signal(SIGINT, SIG_DFL);
    signal(SIGTERM, SIG_DFL);
}

static _Noreturn void do_jobs(Crew *crew, int worker, Arena scratch)
{
    const Work *work = crew->work;
    Error *err = &crew->board->errors[worker];
    close(crew->done[0]);
    for (;;) {
        int64_t job = atomic_fetch_add(&crew->board->next, 1);
        if (job >= work->job_count)
            _exit(0);
        if (!work->do_job(work->context, job, scratch, err) || !tell_done(crew->done[1], job)) {
            atomic_store(&crew->board->next, work->job_count);
            _exit(1);
        }
    }
}

static bool start_workers(Crew *crew, int wanted, Arena scratch, Error *err)
{
    pid_t parent = getpid();
    fflush(NULL); // or what is buffered could be written twice
    for (int i = 0; i < wanted; i++) {
        pid_t pid = fork();
        if (pid == 0) {
            settle_in(parent);
            do_jobs(crew, i, scratch);
        }
        if (pid < 0)
            break; // fewer workers will do
        crew->pids[crew->count++] = pid;
    }
    if (crew->count == 0)
        return fail(err, ERR_OUTPUT, (Span){0}, "cannot start a process: %s", strerror(errno));
    return true;
}

// Passes on what workers report until the last of them has closed its end.
static void follow_workers(const Crew *crew)
{
    for (;;) {
        int64_t job;
        ssize_t n = read(crew->done[0], &job, sizeof job);
        if (n < 0 && errno == EINTR)
            continue;
        if (n != (ssize_t)sizeof job)
            return;
        if (crew->work->on_done)
            crew->work->on_done(crew->work->context, job);
    }
}

static bool end_worker(const Crew *crew, int worker, Error *err)
{
    int status;
    while (waitpid(crew->pids[worker], &status, 0) < 0)
        if (errno != EINTR)
            return fail(err, ERR_OUTPUT, (Span){0}, "lost a process: %s", strerror(errno));
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return true;
    const Error *said = &crew->board->errors[worker];
    if (said->kind != ERR_NONE)
        return fail(err, said->kind, said->at, "%s", said->message);
    return fail(err, ERR_OUTPUT, (Span){0}, "a worker process ended early (%s %d)",
                WIFSIGNALED(status) ? "signal" : "status",
                WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
}

static bool run_crew(Crew *crew, Arena scratch, Error *err)
{
    if (pipe(crew->done) != 0)
        return fail(err, ERR_OUTPUT, (Span){0}, "cannot make a pipe: %s", strerror(errno));
    bool ok = start_workers(crew, workers_wanted(crew->work), scratch, err);
    close(crew->done[1]);
    if (ok)
        follow_workers(crew);
    close(crew->done[0]);
    for (int i = 0; i < crew->count; i++)
        ok = end_worker(crew, i, err) && ok;
    return ok;
}

bool run_workers(const Work *work, Arena scratch, Error *err)
{
    if (work->job_count <= 0)
        return true;
    size_t size = sizeof(Board) + sizeof(Error) * (size_t)workers_wanted(work);
    Crew crew = {.work = work, .board = new_shared(size)};
    if (!crew.board)
        return fail(err, ERR_OUTPUT, (Span){0}, "no shared memory: %s", strerror(errno));
    bool ok = run_crew(&crew, scratch, err);
    free_shared(crew.board, size);
    return ok;
}
