// Work shared out to processes. Jobs are numbered from 0; each is done by one
// worker, and a worker gets its jobs in rising order.
#ifndef LECTERN_PUBLISH_WORKERS_H
#define LECTERN_PUBLISH_WORKERS_H

#include "base/error.h"

typedef struct {
    int worker_count; // 0: one a processor
    int64_t job_count;
    // Called in a worker with the worker's own copy of `context`, which lasts
    // from one of its jobs to the next. What others are to see goes through
    // files or shared memory.
    bool (*do_job)(void *context, int64_t job, Arena scratch, Error *err);
    // Called in this process when a job is done, in any order; may be NULL.
    void (*on_done)(void *context, int64_t job);
    void *context;
} Work;

// Does all jobs. The first failure stops the work and becomes `err`; a worker
// that dies is ERR_OUTPUT. All workers have ended when this returns, and they
// end with this process should it be killed.
NODISCARD bool run_workers(const Work *work, Arena scratch, Error *err);

// Zeroed memory that workers started later share with this process. NULL: none
// left. Give it back with `free_shared` and the same size.
void *new_shared(size_t size);
void free_shared(void *memory, size_t size);

#endif
