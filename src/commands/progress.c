#define _DEFAULT_SOURCE
#include "commands/progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "base/json.h"
#include "publish/edition.h"

enum { BAR_CELLS = 30, SHOW_EVERY_MS = 100 };

// What parts of the work cost, as measured on articles of some minutes: milliseconds for one of
// sound, where there are two processors.
static const double PHRASE_COST = 1, SPEAK_COST = 12, MASTER_COST = 18, FAST_SHARE = 0.7,
                    CHAPTERS_COST = 2, BOOKS_COST = 40;

typedef struct {
    const char *format;
    double cost;
} FormatCost;

// The first of each is made where none is named.
static const FormatCost SOUND_COSTS[] = {
    {"mp3", 90}, {"opus", 200}, {"flac", 130}, {"wav", 90}, {"m4b", 800}};
static const FormatCost RADIO_COSTS[] = {{"wav", 90}, {"mp2", 200}};

double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

// "speak", "speak fast"; parts of publishing have their own name alone.
static void label(const Progress *p, char out[24])
{
    bool publishing = p->part && strcmp(p->what, stage_name(STAGE_PUBLISH)) == 0;
    snprintf(out, 24, "%s%s%s", publishing ? p->part : p->what, p->part && !publishing ? " " : "",
             p->part && !publishing ? p->part : "");
}

static void show_bar(const Progress *p, double share, double elapsed_ms)
{
    char cells[BAR_CELLS + 1], what[24];
    int full = (int)(share * BAR_CELLS);
    for (int i = 0; i < BAR_CELLS; i++)
        cells[i] = i < full ? '#' : '.';
    cells[BAR_CELLS] = '\0';
    label(p, what);
    fprintf(stderr, "\r[%s] %3.0f %%  %-13s", cells, share * 100, what);
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
    if (p->part)
        json_put_str(&json, "part", str_from(p->part));
    json_put_int(&json, "done", done);
    json_put_int(&json, "total", total);
    json_put_real(&json, "share", share, 3);
    json_close(&json, '}');
    putc('\n', stderr);
    fflush(stderr);
}

// --- What is ahead ---

static void plan_step(Progress *p, Stage stage, const char *part, double cost)
{
    double before = p->step_count ? p->steps[p->step_count - 1].end : 0;
    if (p->step_count < STEPS_MAX)
        p->steps[p->step_count++] = (Step){stage, part, before + cost};
}

static double cost_of(Str formats, const FormatCost *costs, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        if (str_find(formats, str_from(costs[i].format)) < formats.len)
            sum += costs[i].cost;
    return sum > 0 ? sum : costs[0].cost;
}

static void plan_podcast(Progress *p, const PipelineOptions *o, const char *const *names,
                         size_t count)
{
    plan_step(p, STAGE_PUBLISH, PODCAST_EDITION.name,
              cost_of(o->publish.formats, SOUND_COSTS, COUNT(SOUND_COSTS)));
    for (size_t i = 0; i < count; i++)
        plan_step(p, STAGE_PUBLISH, names[i], FAST_SHARE * SOUND_COSTS[0].cost);
    if (o->publish.split)
        plan_step(p, STAGE_PUBLISH, "chapters", CHAPTERS_COST);
}

static void plan_publishing(Progress *p, const PipelineOptions *o, const char *const *names,
                            size_t count)
{
    Editions editions;
    Error err = {0};
    bool mp3 = false; // books cut theirs out of it
    if (!list_editions(o->publish.editions, &editions, &err))
        return;
    for (size_t i = 0; i < editions.count; i++) {
        const Edition *edition = editions.items[i];
        if (edition == &PODCAST_EDITION) {
            plan_podcast(p, o, names, count);
            Str formats = str_or(o->publish.formats, STR("mp3"));
            mp3 = str_find(formats, STR("mp3")) < formats.len;
        } else if (edition == &RADIO_EDITION) {
            plan_step(p, STAGE_PUBLISH, edition->name,
                      cost_of(o->publish.radio.formats, RADIO_COSTS, COUNT(RADIO_COSTS)));
        } else {
            plan_step(p, STAGE_PUBLISH, edition->name, mp3 ? 0 : SOUND_COSTS[0].cost);
            plan_step(p, STAGE_PUBLISH, "books", BOOKS_COST);
        }
    }
}

static void plan(Progress *p, const PipelineOptions *o)
{
    const char *names[VARIANTS_MAX];
    size_t count = name_variants(o->also, names);
    plan_step(p, STAGE_PHRASE, NULL, PHRASE_COST);
    plan_step(p, STAGE_SPEAK, NULL, SPEAK_COST);
    plan_step(p, STAGE_MASTER, NULL, MASTER_COST);
    for (size_t i = 0; i < count; i++) {
        plan_step(p, STAGE_SPEAK, names[i], FAST_SHARE * SPEAK_COST);
        plan_step(p, STAGE_MASTER, names[i], FAST_SHARE * MASTER_COST);
    }
    plan_publishing(p, o, names, count);
    double whole = p->steps[p->step_count - 1].end;
    for (size_t i = 0; i < p->step_count; i++)
        p->steps[i].end /= whole;
}

// --- What is done ---

static double begin_of(const Progress *p, size_t step)
{
    return step ? p->steps[step - 1].end : 0;
}

static bool is_same_part(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

// What was planned and does not come is passed over; what was not planned has no share.
static void begin_step(Progress *p, Stage stage, const char *part)
{
    size_t next = p->step;
    while (next < p->step_count &&
           (p->steps[next].stage != stage || !is_same_part(p->steps[next].part, part)))
        next++;
    if (next < p->step_count) {
        p->step = next;
        p->share = begin_of(p, next);
    }
    p->what = stage_name(stage);
    p->part = part;
    p->shown_ms = 0; // what comes first of it is shown at once
    if (p->form == PROGRESS_JSON)
        show_json(p, 0, 0, p->share);
}

static void show(Progress *p, int64_t done, int64_t total)
{
    double now = now_ms();
    if (p->form == PROGRESS_NONE || (done < total && now - p->shown_ms < SHOW_EVERY_MS))
        return;
    p->shown_ms = now;
    double begin = begin_of(p, p->step), within = total > 0 ? (double)done / (double)total : 0;
    double share = begin + within * (p->steps[p->step].end - begin);
    p->share = share > p->share ? share : p->share;
    if (p->form == PROGRESS_BAR)
        show_bar(p, p->share, now - p->begin_ms);
    else
        show_json(p, done, total, p->share);
}

static void on_stage(void *context, Stage stage, const char *reading)
{
    begin_step(context, stage, reading);
}

static void on_part(void *context, const char *part)
{
    begin_step(context, STAGE_PUBLISH, part);
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
    plan(progress, options);
    options->on_stage = on_stage;
    options->context = progress;
    options->speak.progress = on_clips;
    options->speak.context = progress;
    options->publish.on_part = on_part;
    options->publish.progress = on_frames;
    options->publish.context = progress;
}

void end_progress(Progress *progress, bool whole)
{
    if (whole && progress->step_count && progress->share < 1) {
        progress->step = progress->step_count - 1;
        show(progress, 1, 1);
    }
    if (progress->form == PROGRESS_BAR)
        fprintf(stderr, "\r%*s\r", BAR_CELLS + 44, "");
}
