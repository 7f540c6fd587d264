// time_stages RUNS FILE...: milliseconds and megabytes a second of each stage that
// works on text and of all together, the shortest of RUNS runs over all files (an
// article each), as tab-separated lines. Then the bytes of memory that the products
// take for each byte read.
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "attribute/lexicon.h"
#include "base/file.h"
#include "commands/about.h"
#include "pipeline.h"

enum { STAGES_TIMED = STAGE_PHRASE + 1 };

typedef struct {
    double ms[STAGES_TIMED];
    size_t read, kept; // bytes
} Cost;

// Of processor time: others work on this machine too.
static double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static bool add_article(const PipelineOptions *options, const char *path, Arena arena, Cost *cost,
                        Error *err)
{
    Products p = {.source.name = str_from(path)};
    if (!read_file(path, SOURCE_MAX, &arena, &p.source.bytes, err))
        return false;
    const char *before = arena.beg;
    if (!run_pipeline(options, STAGE_PHRASE, &arena, &p, err))
        return false;
    for (int s = 0; s < STAGES_TIMED; s++)
        cost->ms[s] += p.times[s].ms;
    cost->read += p.source.bytes.len;
    cost->kept += (size_t)(arena.beg - before);
    return true;
}

static double total_ms(const Cost *cost)
{
    double sum = 0;
    for (int s = 0; s < STAGES_TIMED; s++)
        sum += cost->ms[s];
    return sum;
}

static void print_row(const char *name, double ms, size_t bytes)
{
    printf("%s\t%.2f\t%.1f\n", name, ms, (double)bytes / 1e3 / ms);
}

int main(int argc, char **argv)
{
    Arena arena = new_arena((size_t)8 << 30);
    Voices voices;
    Error err = {0};
    Cost best = {0};
    bool ok = argc > 2 && load_voices(ABOUT_CHECKOUT_VOICES, &arena, &voices, &err);
    PipelineOptions options = {.voices = &voices, .now_ms = now_ms};
    options.attribute.classes = load_word_classes(&arena);
    for (int run = 0; ok && run < atoi(argv[1]); run++) {
        Cost cost = {0};
        for (int i = 2; ok && i < argc; i++)
            ok = add_article(&options, argv[i], arena, &cost, &err);
        if (run == 0 || total_ms(&cost) < total_ms(&best))
            best = cost;
    }
    if (!ok) {
        fprintf(stderr, "usage: time_stages RUNS FILE... %s\n", err.message);
        return 1;
    }
    for (int s = 0; s < STAGES_TIMED; s++)
        print_row(stage_name((Stage)s), best.ms[s], best.read);
    print_row("together", total_ms(&best), best.read);
    printf("memory\t%.1f\tbytes a byte\n", (double)best.kept / (double)best.read);
    return 0;
}
