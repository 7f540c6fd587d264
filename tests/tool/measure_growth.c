// measure_growth FILE...: how much more work and memory all stages through phrase take
// for twice the article, as tab-separated lines: file, ratio of work, ratio of bytes.
// Each file is repeated to LEAST_BYTES first, so that what an article costs at any
// length does not count. Work is instructions where the system counts them, else the
// shortest of a few runs. A file that is refused gives "refused".
#define _GNU_SOURCE
#include <linux/perf_event.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "attribute/lexicon.h"
#include "base/file.h"
#include "commands/about.h"
#include "pipeline.h"

enum { LEAST_BYTES = 1 << 16, TIMED_RUNS = 5 };

typedef struct {
    double work; // instructions or milliseconds
    size_t bytes;
} Cost;

// A counter of this thread's instructions; -1 where there is none.
static int open_counter(void)
{
    struct perf_event_attr attr = {.type = PERF_TYPE_HARDWARE,
                                   .size = sizeof attr,
                                   .config = PERF_COUNT_HW_INSTRUCTIONS,
                                   .exclude_kernel = 1,
                                   .exclude_hv = 1};
    return (int)syscall(SYS_perf_event_open, &attr, 0, -1, -1, 0);
}

static double work_so_far(int counter)
{
    uint64_t count = 0;
    if (counter >= 0 && read(counter, &count, sizeof count) == sizeof count)
        return (double)count;
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static bool run_once(const PipelineOptions *options, int counter, Str name, Str text, Arena arena,
                     Cost *cost)
{
    Error err = {0};
    Products p = {.source = {.name = name, .bytes = text}};
    const char *before = arena.beg;
    double start = work_so_far(counter);
    if (!run_pipeline(options, STAGE_PHRASE, &arena, &p, &err))
        return false;
    *cost = (Cost){work_so_far(counter) - start, (size_t)(arena.beg - before)};
    return true;
}

static bool measure(const PipelineOptions *options, int counter, Str name, Str text, Arena arena,
                    Cost *least)
{
    for (int run = 0; run < (counter >= 0 ? 1 : TIMED_RUNS); run++) {
        Cost cost;
        if (!run_once(options, counter, name, text, arena, &cost))
            return false;
        if (run == 0 || cost.work < least->work)
            *least = cost;
    }
    return true;
}

static Str repeat(Str text, size_t times, Arena *arena)
{
    Buf b = new_buf(arena);
    for (size_t i = 0; i < times; i++)
        buf_add(&b, text);
    return buf_str(&b);
}

static bool measure_file(const PipelineOptions *options, int counter, const char *path, Arena arena)
{
    Error err = {0};
    Str bytes, name = str_from(path);
    if (!read_file(path, SOURCE_MAX, &arena, &bytes, &err))
        return false;
    size_t times = bytes.len ? LEAST_BYTES / bytes.len + 1 : 1;
    Cost once, twice;
    Str text = repeat(bytes, times, &arena), doubled = repeat(bytes, 2 * times, &arena);
    if (measure(options, counter, name, text, arena, &once) &&
        measure(options, counter, name, doubled, arena, &twice))
        printf("%s\t%.3f\t%.3f\n", path, twice.work / once.work,
               (double)twice.bytes / (double)once.bytes);
    else
        printf("%s\trefused\n", path);
    return true;
}

int main(int argc, char **argv)
{
    Arena arena = new_arena((size_t)8 << 30);
    Voices voices;
    Error err = {0};
    if (argc < 2 || !load_voices(ABOUT_CHECKOUT_VOICES, &arena, &voices, &err)) {
        fprintf(stderr, "usage: measure_growth FILE... %s\n", err.message);
        return 1;
    }
    PipelineOptions options = {.voices = &voices};
    options.attribute.classes = load_word_classes(&arena);
    int counter = open_counter();
    for (int i = 1; i < argc; i++) {
        if (!measure_file(&options, counter, argv[i], arena)) {
            fprintf(stderr, "measure_growth: %s cannot be read\n", argv[i]);
            return 1;
        }
    }
    return 0;
}
