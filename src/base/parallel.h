// Work shared among processes: forked, so that nothing but what is meant to be
// shared is, and a crash is an error and not the end.
#ifndef LECTERN_BASE_PARALLEL_H
#define LECTERN_BASE_PARALLEL_H

#include <sys/types.h>

#include "base/error.h"

// Does one of the jobs 0..job_count-1. What it gives goes to shared memory or files.
typedef bool Job(void *context, uint32_t index, Error *err);

// Called in the parent now and then with the number of jobs done; may be NULL.
typedef void JobProgress(void *context, uint32_t done, uint32_t total);

// Runs the jobs in `worker_count` processes (0: one a processor), each taking
// the next that nobody has, in order: a job may wait for one with a lower index. The first failure
// stops all; where a worker dies, the others are killed. ERR_OUTPUT where one dies or cannot be
// had.
NODISCARD bool run_parallel(uint32_t job_count, int worker_count, Job *job, void *context,
                            JobProgress *progress, void *progress_context, Error *err);

// A process that does jobs beside this one. Zero: none.
typedef struct {
    pid_t pid;
    struct Board *board;
} Aside;

// Starts it: it does the jobs 0..job_count-1 in turn. ERR_OUTPUT. Join or drop it.
NODISCARD bool start_aside(uint32_t job_count, Job *job, void *context, Aside *out, Error *err);

// Waits for its end. False: a job failed, or it died (ERR_OUTPUT).
NODISCARD bool join_aside(Aside *aside, Error *err);

// Ends it, whatever it has done so far.
void drop_aside(Aside *aside);

// The processors there are, where `wanted` is 0; at least 1, at most 64.
int count_workers(int wanted);

// Zeroed memory that forked processes share. NULL: none to be had.
void *map_shared(size_t size);
void unmap_shared(void *memory, size_t size);

#endif
