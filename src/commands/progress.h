// Progress: a bar on a terminal, lines of JSON for programs, or nothing.
#ifndef LECTERN_COMMANDS_PROGRESS_H
#define LECTERN_COMMANDS_PROGRESS_H

#include "commands/settings.h"

typedef struct {
    ProgressForm form; // never PROGRESS_AUTO
    Str title;         // of what is being made
    Stage stage;
    double begin_ms, shown_ms;
} Progress;

// Decides what PROGRESS_AUTO means and hooks into the pipeline's options.
void start_progress(Progress *progress, ProgressForm form, Str title, PipelineOptions *options);
void end_progress(Progress *progress);

double now_ms(void); // from a monotonic clock

#endif
