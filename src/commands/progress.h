// Progress: a bar on a terminal, lines of JSON for programs, or nothing.
#ifndef LECTERN_COMMANDS_PROGRESS_H
#define LECTERN_COMMANDS_PROGRESS_H

#include "commands/settings.h"

typedef struct {
    ProgressForm form; // never PROGRESS_AUTO
    Str title;         // of what is being made
    const char *what;  // the stage
    Stage stage;
    double begin_ms, shown_ms;
} Progress;

// Decides what PROGRESS_AUTO means and hooks into the pipeline's options.
void start_progress(Progress *progress, ProgressForm form, Str title, PipelineOptions *options);
void end_progress(Progress *progress);

// The same of a page that is fetched, before a pipeline begins; `context` is a Progress.
void start_fetching(Progress *progress, ProgressForm form, Str title);
void show_fetching(void *context, int64_t done, int64_t total);

double now_ms(void); // from a monotonic clock

#endif
