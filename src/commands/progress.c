#define _DEFAULT_SOURCE
#include "commands/progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "base/json.h"

enum { BAR_CELLS = 30, SHOW_EVERY_MS = 100 };

// Where in the whole a stage begins and ends, as measured on articles.
static const struct {
    double begin, end;
} SHARE[STAGES] = {
    [STAGE_READ] = {0, 0},       [STAGE_SPLIT] = {0, 0},     [STAGE_ATTRIBUTE] = {0, 0},
    [STAGE_CAST] = {0, 0},       [STAGE_PHRASE] = {0, 0.01}, [STAGE_SPEAK] = {0.01, 0.3},
    [STAGE_MASTER] = {0.3, 0.4}, [STAGE_PUBLISH] = {0.4, 1},
};

double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void show_bar(const Progress *p, double share, double elapsed_ms)
{
    char cells[BAR_CELLS + 1];
    int full = (int)(share * BAR_CELLS);
    for (int i = 0; i < BAR_CELLS; i++)
        cells[i] = i < full ? '#' : '.';
    cells[BAR_CELLS] = '\0';
    fprintf(stderr, "\r[%s] %3.0f %%  %-9s", cells, share * 100, p->what);
    if (share > 0.05 && share < 1)
        fprintf(stderr, " %4.0f s left", elapsed_ms * (1 - share) / share / 1000 + 0.5);
    else
        fputs("            ", stderr);
    fflush(stderr);
}

static void show_json(const Progress *p, int64_t done, int64_t total, double share)
{
    Json json = {.out = stderr};
    json_open(&json, '{');
    json_put_str(&json, "input", p->title);
    json_put_str(&json, "stage", str_from(p->what));
    json_put_int(&json, "done", done);
    json_put_int(&json, "total", total);
    json_put_real(&json, "share", share, 3);
    json_close(&json, '}');
    putc('\n', stderr);
    fflush(stderr);
}

static void show(Progress *p, int64_t done, int64_t total)
{
    double now = now_ms();
    if (p->form == PROGRESS_NONE || (done < total && now - p->shown_ms < SHOW_EVERY_MS))
        return;
    p->shown_ms = now;
    double within = total > 0 ? (double)done / (double)total : 0;
    double share = SHARE[p->stage].begin + within * (SHARE[p->stage].end - SHARE[p->stage].begin);
    if (p->form == PROGRESS_BAR)
        show_bar(p, share, now - p->begin_ms);
    else
        show_json(p, done, total, share);
}

static void on_stage(void *context, Stage stage)
{
    Progress *p = context;
    p->stage = stage;
    p->what = stage_name(stage);
    if (p->form == PROGRESS_JSON)
        show_json(p, 0, 0, SHARE[stage].begin);
}

static void on_clips(void *context, uint32_t done, uint32_t total)
{
    show(context, done, total);
}

static void on_frames(void *context, int64_t done, int64_t total)
{
    show(context, done, total);
}

static Progress new_progress(ProgressForm form, Str title)
{
    if (form == PROGRESS_AUTO)
        form = isatty(STDERR_FILENO) ? PROGRESS_BAR : PROGRESS_NONE;
    return (Progress){
        .form = form, .title = title, .what = "fetch", .begin_ms = now_ms(), .shown_ms = now_ms()};
}

void start_fetching(Progress *progress, ProgressForm form, Str title)
{
    *progress = new_progress(form, title);
}

// The page's share of the whole is nothing that could be known.
void show_fetching(void *context, int64_t done, int64_t total)
{
    Progress *p = context;
    double now = now_ms();
    if (p->form == PROGRESS_NONE || now - p->shown_ms < SHOW_EVERY_MS)
        return;
    p->shown_ms = now;
    if (p->form == PROGRESS_BAR)
        show_bar(p, 0, 0);
    else
        show_json(p, done, total, 0);
}

void start_progress(Progress *progress, ProgressForm form, Str title, PipelineOptions *options)
{
    *progress = new_progress(form, title);
    options->on_stage = on_stage;
    options->context = progress;
    options->speak.progress = on_clips;
    options->speak.context = progress;
    options->publish.progress = on_frames;
    options->publish.context = progress;
}

void end_progress(Progress *progress)
{
    if (progress->form == PROGRESS_BAR)
        fprintf(stderr, "\r%*s\r", BAR_CELLS + 40, "");
}
