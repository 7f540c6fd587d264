// find_faults SOUND: what can go wrong with the sound of an episode, measured. Standard input
// has a line for each stretch of speech, in order:
//     speaker <tab> start, s <tab> end, s
// Printed, as tab-separated lines; samples are taken as 16 bits, as most players do:
//     zeros   longest run of exact zeros, samples; where it begins, s
//     still   frames of 10 ms within speech whose samples are all alike
//     full    samples at full scale
//     peak    true peak, dBTP (libebur128)
//     join    s; how far the sharpest bend near it stands out (see `bend`); its height
//     bends   of windows as wide within speech: what 99.9 % stay under, and the furthest
//     level   speaker; LUFS (gated, all stretches joined, by libebur128); s
#include <ebur128.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/soundfile.h"
#include "base/str.h"

enum { SPEAKERS_MAX = 64, LINE_MAX_BYTES = 256 };
// To either side of a join: where a click would be (times are of whole ms), and what it is
// compared with.
static const double NEAR_S = 0.003, WINDOW_S = 0.012;
static const double STILL_S = 0.01;

typedef struct {
    int speaker;
    int64_t beg, end;
} Stretch;

typedef struct {
    float *sound; // one channel, full scale 1
    int64_t length;
    int rate_hz;
    char speakers[SPEAKERS_MAX][32];
    int speaker_count;
    LIST(Stretch) stretches;
    Arena arena;
} Episode;

// --- Reading ---

static bool load_episode(Episode *e, const char *path, Error *err)
{
    SoundFile file;
    if (!open_sound(path, &file, err))
        return false;
    e->rate_hz = file.rate_hz;
    e->sound = ALLOC(&e->arena, float, (size_t)file.frame_count);
    bool fits = file.channel_count == 1;
    e->length = fits ? read_sound(&file, e->sound, file.frame_count) : 0;
    close_sound(&file);
    return fits || fail(err, ERR_USAGE, (Span){0}, "%.100s: not one channel", path);
}

static int find_speaker(Episode *e, const char *name)
{
    int i = 0;
    while (i < e->speaker_count && strcmp(e->speakers[i], name) != 0)
        i++;
    if (i == e->speaker_count && i < SPEAKERS_MAX)
        snprintf(e->speakers[e->speaker_count++], sizeof e->speakers[i], "%s", name);
    return i;
}

static bool take_stretch(Episode *e, const char *line, Error *err)
{
    char name[32];
    double start_s, end_s;
    if (sscanf(line, "%31[^\t]\t%lf\t%lf", name, &start_s, &end_s) != 3)
        return fail(err, ERR_USAGE, (Span){0}, "not a stretch: %.80s", line);
    int speaker = find_speaker(e, name);
    int64_t beg = llround(start_s * e->rate_hz), end = llround(end_s * e->rate_hz);
    if (speaker == SPEAKERS_MAX || beg < 0 || end > e->length || beg >= end)
        return fail(err, ERR_USAGE, (Span){0}, "no such stretch, or speakers are too many");
    *PUSH(&e->stretches, &e->arena) = (Stretch){speaker, beg, end};
    return true;
}

// --- Silence and full scale ---

static int sample(const Episode *e, int64_t i)
{
    double x = (double)e->sound[i] * 32768;
    return x >= 32767 ? 32767 : x <= -32768 ? -32768 : (int)lrint(x);
}

static void print_zeros(const Episode *e)
{
    int64_t longest = 0, at = 0, run = 0;
    for (int64_t i = 0; i < e->length; i++) {
        run = sample(e, i) == 0 ? run + 1 : 0;
        if (run > longest) {
            longest = run;
            at = i + 1 - run;
        }
    }
    printf("zeros\t%lld\t%.3f\n", (long long)longest, (double)at / e->rate_hz);
}

static bool is_still(const Episode *e, int64_t beg, int64_t end)
{
    for (int64_t i = beg; i < end; i++)
        if (sample(e, i) != sample(e, beg))
            return false;
    return true;
}

static void print_still(const Episode *e)
{
    int64_t step = llround(STILL_S * e->rate_hz), still = 0;
    for (uint32_t s = 0; s < e->stretches.count; s++)
        for (int64_t at = e->stretches.items[s].beg; at + step <= e->stretches.items[s].end;
             at += step)
            still += is_still(e, at, at + step);
    printf("still\t%lld\n", (long long)still);
}

static void print_full(const Episode *e)
{
    int64_t full = 0;
    for (int64_t i = 0; i < e->length; i++)
        full += sample(e, i) == 32767 || sample(e, i) == -32768;
    printf("full\t%lld\n", (long long)full);
}

static bool print_peak(const Episode *e)
{
    double peak = 0;
    ebur128_state *meter = ebur128_init(1, (unsigned long)e->rate_hz, EBUR128_MODE_TRUE_PEAK);
    bool ok = meter && !ebur128_add_frames_float(meter, e->sound, (size_t)e->length) &&
              !ebur128_true_peak(meter, 0, &peak);
    printf("peak\t%.2f\n", 20 * log10(peak + 1e-9));
    if (meter)
        ebur128_destroy(&meter);
    return ok;
}

// --- Clicks ---

typedef struct {
    double ratio, height;
} Bend;

static double bend_at(const Episode *e, int64_t i)
{
    return fabs((double)e->sound[i - 1] - 2 * (double)e->sound[i] + (double)e->sound[i + 1]);
}

// A click is one bend of the curve that nothing around it prepares or answers: how many
// times the sharpest near `at` is as sharp as the mean (RMS) of those around, itself left out.
static Bend bend(const Episode *e, int64_t at)
{
    int64_t near = llround(NEAR_S * e->rate_hz), reach = llround(WINDOW_S * e->rate_hz);
    int64_t beg = at - near, end = at + near, top = at, own = e->rate_hz / 1500;
    if (beg < reach + 1 || end + reach + 1 > e->length)
        return (Bend){0};
    for (int64_t i = beg; i < end; i++)
        if (bend_at(e, i) > bend_at(e, top))
            top = i;
    double sum = 0;
    int64_t count = 0;
    for (int64_t i = top - reach; i < top + reach; i++) {
        if (i >= top - own && i <= top + own)
            continue;
        sum += bend_at(e, i) * bend_at(e, i);
        count++;
    }
    double height = bend_at(e, top);
    return (Bend){height / sqrt(sum / (double)count + 1e-12), height};
}

static void print_join(const Episode *e, int64_t at)
{
    Bend b = bend(e, at);
    printf("join\t%.3f\t%.1f\t%.5f\n", (double)at / e->rate_hz, b.ratio, b.height);
}

static int compare_numbers(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void print_bends(Episode *e)
{
    LIST(double) ratios = {0};
    int64_t step = llround(2 * NEAR_S * e->rate_hz);
    for (uint32_t s = 0; s < e->stretches.count; s++) {
        Stretch at = e->stretches.items[s];
        print_join(e, at.beg);
        print_join(e, at.end);
        for (int64_t i = at.beg + step; i + step < at.end; i += step)
            *PUSH(&ratios, &e->arena) = bend(e, i).ratio;
    }
    if (ratios.count == 0)
        return;
    qsort(ratios.items, ratios.count, sizeof(double), compare_numbers);
    printf("bends\t%.1f\t%.1f\n", ratios.items[(uint32_t)((ratios.count - 1) * 0.999)],
           ratios.items[ratios.count - 1]);
}

// --- Levels ---

static bool print_level(const Episode *e, int speaker)
{
    ebur128_state *meter = ebur128_init(1, (unsigned long)e->rate_hz, EBUR128_MODE_I);
    bool ok = meter && !ebur128_set_channel(meter, 0, EBUR128_DUAL_MONO);
    int64_t frames = 0;
    double lufs;
    for (uint32_t s = 0; ok && s < e->stretches.count; s++) {
        Stretch at = e->stretches.items[s];
        if (at.speaker != speaker)
            continue;
        frames += at.end - at.beg;
        ok = !ebur128_add_frames_float(meter, e->sound + at.beg, (size_t)(at.end - at.beg));
    }
    ok = ok && !ebur128_loudness_global(meter, &lufs);
    if (ok)
        printf("level\t%s\t%.2f\t%.1f\n", e->speakers[speaker], lufs, (double)frames / e->rate_hz);
    if (meter)
        ebur128_destroy(&meter);
    return ok;
}

static bool print_faults(Episode *e)
{
    print_zeros(e);
    print_still(e);
    print_full(e);
    bool ok = print_peak(e);
    print_bends(e);
    for (int i = 0; ok && i < e->speaker_count; i++)
        ok = print_level(e, i);
    return ok;
}

int main(int argc, char **argv)
{
    static Episode e;
    char line[LINE_MAX_BYTES];
    Error err = {0};
    if (argc != 2) {
        fputs("usage: find_faults SOUND < stretches\n", stderr);
        return 2;
    }
    e.arena = new_arena((size_t)4 << 30);
    bool ok = load_episode(&e, argv[1], &err);
    while (ok && fgets(line, sizeof line, stdin))
        ok = take_stretch(&e, line, &err);
    ok = ok && (print_faults(&e) || fail(&err, ERR_OUTPUT, (Span){0}, "the meter failed"));
    if (!ok)
        fprintf(stderr, "find_faults: %s\n", err.message);
    return !ok || ferror(stdout) || fclose(stdout) != 0;
}
