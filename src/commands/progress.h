// Progress: a bar on a terminal, lines of JSON for programs, or nothing.
#ifndef LECTERN_COMMANDS_PROGRESS_H
#define LECTERN_COMMANDS_PROGRESS_H

#include "commands/settings.h"

// Part of what is ahead, in the order it comes.
typedef struct {
    Stage stage;
    const char *part; // of publishing, or the reading that the stage is of; NULL: neither
    double end;       // share of the whole that is done with it
} Step;

enum { STEPS_MAX = 16 };

typedef struct {
    ProgressForm form; // never PROGRESS_AUTO
    Str title;         // of what is being made
    const char *what;  // the stage
    const char *part;  // as in Step
    Step steps[STEPS_MAX];
    size_t step_count, step;
    double share; // told last; it never falls
    double begin_ms, shown_ms;
} Progress;

// Decides what PROGRESS_AUTO means and hooks into the pipeline's options, of which it knows
// all that is to be made.
void start_progress(Progress *progress, ProgressForm form, Str title, PipelineOptions *options);
// `whole`: all that was planned is made, or has turned out not to be wanted.
void end_progress(Progress *progress, bool whole);

// The same of a page that is fetched, before a pipeline begins; `context` is a Progress.
void start_fetching(Progress *progress, ProgressForm form, Str title);
void show_fetching(void *context, int64_t done, int64_t total);

double now_ms(void); // from a monotonic clock

#endif
