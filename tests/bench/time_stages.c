// time_stages FILE RUNS: milliseconds and megabytes a second of each stage that
// works on text, the shortest of RUNS runs, as tab-separated lines.
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/file.h"
#include "commands/about.h"
#include "pipeline.h"

static double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static bool time_run(const Source *source, const Voices *voices, Arena arena, double best[STAGES],
                     Error *err)
{
    PipelineOptions options = {.voices = voices, .now_ms = now_ms};
    Products p = {.source = *source};
    if (!run_pipeline(&options, STAGE_PHRASE, &arena, &p, err))
        return false;
    for (int s = 0; s <= STAGE_PHRASE; s++)
        if (best[s] == 0 || p.times[s].ms < best[s])
            best[s] = p.times[s].ms;
    return true;
}

int main(int argc, char **argv)
{
    Arena arena = new_arena((size_t)8 << 30);
    Voices voices;
    Source source = {.name = STR("bench.txt")};
    Error err = {0};
    double best[STAGES] = {0};
    bool ok = argc == 3 && load_voices(ABOUT_CHECKOUT_VOICES, &arena, &voices, &err) &&
              read_file(argv[1], SOURCE_MAX, &arena, &source.bytes, &err);
    for (int run = 0; ok && run < atoi(argv[2]); run++)
        ok = time_run(&source, &voices, arena, best, &err);
    if (!ok) {
        fprintf(stderr, "usage: time_stages FILE RUNS %s\n", err.message);
        return 1;
    }
    for (int s = 0; s <= STAGE_PHRASE; s++)
        printf("%s\t%.2f\t%.1f\n", stage_name((Stage)s), best[s],
               (double)source.bytes.len / 1e3 / best[s]);
    return 0;
}
