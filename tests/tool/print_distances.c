// Prints voices/distance.tsv: how unlike each two voices of a folder are, by the sample
// article spoken with each and treated by the chain, as a listener hears it.
//   print_distances VOICES-FOLDER ARTICLE
#define _DEFAULT_SOURCE
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "master/chain.h"
#include "pipeline.h"

enum {
    FRAME = 512,              // samples of a spectrum, 23 ms
    HOP = CLIP_RATE_HZ / 100, // 10 ms
    BANDS = 26,
    CEPSTRA = 13, // without the first, which is the level
    DECIMATION = 4,
    PITCH_FRAME = 220, // 40 ms at a fourth of the rate
    PITCH_LEAST_HZ = 55,
    PITCH_MOST_HZ = 400,
};

static const double PI = 3.14159265358979323846;
// What counts as 1. With these the four recorded people of flite (slt, rms, awb, kal16) are
// 1.96 to 5.5 apart.
static const double CEPSTRUM_UNIT = 6;
static const double PITCH_UNIT_ST = 2; // semitones

static const double QUIET = 1e-4; // mean square below which nothing is heard
static const double VOICED = 0.6; // least correlation of a period with the next

typedef struct {
    double cepstrum[CEPSTRA]; // mean
    double pitch_st;          // median, semitones above 1 Hz
} Timbre;

typedef struct {
    double sum[CEPSTRA];
    double count;
    LIST(double) pitches;
    Arena *arena;
} Ear;

static double mel(double hz)
{
    return 2595 * log10(1 + hz / 700);
}

// Power of each line of the spectrum, by a plain FFT in place.
static void transform(double *re, double *im)
{
    for (int i = 1, j = 0; i < FRAME; i++) {
        int bit = FRAME >> 1;
        for (; j & bit; bit >>= 1)
            j ^= bit;
        j ^= bit;
        if (i < j) {
            double t = re[i];
            re[i] = re[j];
            re[j] = t;
        }
    }
    for (int len = 2; len <= FRAME; len *= 2)
        for (int k = 0; k < len / 2; k++) {
            double c = cos(2 * PI * k / len), s = -sin(2 * PI * k / len);
            for (int i = k; i < FRAME; i += len) {
                int j = i + len / 2;
                double x = re[j] * c - im[j] * s, y = re[j] * s + im[j] * c;
                re[j] = re[i] - x;
                im[j] = im[i] - y;
                re[i] += x;
                im[i] += y;
            }
        }
}

// Energies in triangles that are evenly spaced by mel, up to half the rate.
static void measure_bands(const float *sound, double *bands)
{
    double re[FRAME], im[FRAME] = {0}, step = mel(CLIP_RATE_HZ / 2.0) / (BANDS + 1);
    for (int i = 0; i < FRAME; i++)
        re[i] = ((double)sound[i + 1] - 0.97 * (double)sound[i]) *
                (0.54 - 0.46 * cos(2 * PI * i / FRAME));
    transform(re, im);
    memset(bands, 0, BANDS * sizeof *bands);
    for (int i = 1; i < FRAME / 2; i++) {
        double at = mel((double)i * CLIP_RATE_HZ / FRAME) / step, part = at - floor(at);
        int low = (int)at;
        double power = re[i] * re[i] + im[i] * im[i];
        if (low >= 1 && low <= BANDS)
            bands[low - 1] += power * (1 - part);
        if (low < BANDS)
            bands[low] += power * part;
    }
}

static void add_cepstrum(Ear *ear, const float *sound)
{
    double bands[BANDS];
    measure_bands(sound, bands);
    for (int c = 0; c < CEPSTRA; c++)
        for (int b = 0; b < BANDS; b++)
            ear->sum[c] +=
                sqrt(2.0 / BANDS) * log(bands[b] + 1e-9) * cos(PI * (c + 1) * (b + 0.5) / BANDS);
    ear->count++;
}

static void add_pitch(Ear *ear, const float *sound)
{
    enum { LONGEST = CLIP_RATE_HZ / DECIMATION / PITCH_LEAST_HZ };
    double x[PITCH_FRAME + LONGEST + 1], best = VOICED;
    int period = 0;
    for (int i = 0; i < (int)COUNT(x); i++) {
        x[i] = 0;
        for (int k = 0; k < DECIMATION; k++)
            x[i] += (double)sound[i * DECIMATION + k];
    }
    for (int lag = CLIP_RATE_HZ / DECIMATION / PITCH_MOST_HZ; lag <= LONGEST; lag++) {
        double xy = 0, xx = 1e-9, yy = 1e-9;
        for (int i = 0; i < PITCH_FRAME; i++) {
            xy += x[i] * x[i + lag];
            xx += x[i] * x[i];
            yy += x[i + lag] * x[i + lag];
        }
        if (xy / sqrt(xx * yy) > best + 0.02) { // of two like ones the shorter
            best = xy / sqrt(xx * yy);
            period = lag;
        }
    }
    if (period)
        *PUSH(&ear->pitches, ear->arena) = 12 * log2((double)CLIP_RATE_HZ / DECIMATION / period);
}

static void hear(Ear *ear, const float *sound, int64_t count)
{
    enum { REACH = 1024 + 512 };
    for (int64_t at = 0; at + REACH < count; at += HOP) {
        double power = 0;
        for (int i = 0; i < FRAME; i++)
            power += (double)(sound[at + i] * sound[at + i]) / FRAME;
        if (power < QUIET)
            continue;
        add_cepstrum(ear, sound + at);
        add_pitch(ear, sound + at);
    }
}

static int by_number(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static Timbre sum_up(Ear *ear)
{
    Timbre t = {0};
    for (int c = 0; c < CEPSTRA; c++)
        t.cepstrum[c] = ear->sum[c] / ear->count;
    qsort(ear->pitches.items, ear->pitches.count, sizeof(double), by_number);
    t.pitch_st = ear->pitches.count ? ear->pitches.items[ear->pitches.count / 2] : 0;
    return t;
}

static bool hear_clips(const Clips *clips, const Voice *voice, Ear *ear, Arena arena, Error *err)
{
    for (uint32_t i = 0; i < clips->items.count; i++) {
        Sound sound;
        if (!map_clip(clips, &clips->items.items[i], &sound, err))
            return false;
        Arena scratch = arena;
        float *treated = ALLOC(&scratch, float, (size_t)sound.frame_count);
        for (int64_t k = 0; k < sound.frame_count; k++)
            treated[k] = (float)sound.frames[k] / 32768;
        treat_sound(voice, 0, treated, sound.frame_count);
        hear(ear, treated, sound.frame_count);
        unmap_sound(&sound);
    }
    return true;
}

static bool hear_voice(const Voices *voices, const Voice *voice, Str article, const char *cache,
                       Arena arena, Timbre *out, Error *err)
{
    CastChoice choice = {.name = STR("narrator"), .voice = voice->id};
    PipelineOptions options = {
        .voices = voices, .cast = {&choice, 1, .single_voice = true}, .speak = {.cache = cache}};
    Products *p = ALLOC(&arena, Products, 1);
    p->source = (Source){.name = STR("article.txt"), .bytes = article};
    Arena pitches = new_arena((size_t)1 << 28), fresh = pitches;
    Ear ear = {.arena = &pitches};
    bool ok = run_pipeline(&options, STAGE_SPEAK, &arena, p, err) &&
              hear_clips(&p->clips, voice, &ear, arena, err);
    *out = sum_up(&ear);
    free_arena(fresh);
    return ok;
}

static double distance(const Timbre *a, const Timbre *b)
{
    double square = 0, pitch = (a->pitch_st - b->pitch_st) / PITCH_UNIT_ST;
    for (int c = 0; c < CEPSTRA; c++)
        square += (a->cepstrum[c] - b->cepstrum[c]) * (a->cepstrum[c] - b->cepstrum[c]);
    return sqrt(square / (CEPSTRUM_UNIT * CEPSTRUM_UNIT) + pitch * pitch);
}

static void print_table(const Voices *voices, const Timbre *timbres)
{
    printf("#D");
    for (uint32_t i = 0; i < voices->items.count; i++)
        printf("\t%.*s", STR_ARG(voices->items.items[i].id));
    for (uint32_t i = 0; i < voices->items.count; i++) {
        printf("\n%.*s", STR_ARG(voices->items.items[i].id));
        for (uint32_t k = 0; k < voices->items.count; k++)
            printf("\t%.2f", distance(&timbres[i], &timbres[k]));
    }
    printf("\n");
}

int main(int argc, char **argv)
{
    Arena arena = new_arena((size_t)1 << 30);
    Voices voices;
    Str article;
    Error err = {0};
    char cache[] = "/tmp/lectern-distances-XXXXXX";
    if (argc != 3 || !mkdtemp(cache)) {
        fprintf(stderr, "print_distances VOICES-FOLDER ARTICLE\n");
        return 2;
    }
    bool ok = load_voices(argv[1], &arena, &voices, &err) &&
              read_file(argv[2], 1 << 20, &arena, &article, &err);
    Timbre *timbres = ok ? ALLOC(&arena, Timbre, voices.items.count) : NULL;
    for (uint32_t i = 0; ok && i < voices.items.count; i++)
        ok = hear_voice(&voices, &voices.items.items[i], article, cache, arena, &timbres[i], &err);
    remove_tree(cache);
    if (ok)
        print_table(&voices, timbres);
    else
        fprintf(stderr, "print_distances: %s\n", err.message);
    return !ok;
}
