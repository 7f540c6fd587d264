// tell_speakers [--distances]: whether voices can be told apart by ear. Standard input has a
// line for each stretch of speech, stretches of a file together:
//     speaker <tab> train|test <tab> sound file <tab> start, s <tab> end, s
// Of each speaker a Gaussian of what a voiced frame sounds like (MFCC and pitch) is made from
// what is to train; then the rest is cut into 2 s, and each piece goes to the speaker who says
// it likeliest. Printed: speaker, pieces, those taken for another, whom they were taken for.
// --distances prints voices/distance.tsv instead, from all frames.
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/soundfile.h"
#include "base/str.h"

enum {
    RATE_HZ = 44100,
    HOP = 882, // 20 ms
    FRAMES_PER_PIECE = 2 * RATE_HZ / HOP,
    WINDOW = 1024,
    BANDS = 26,
    CEPSTRA = 19, // without the first, which is the level
    PITCH = CEPSTRA,
    FEATURES = CEPSTRA + 1,
    THINNING = 4, // pitch is looked for at 11,025 Hz
    THIN_WINDOW = 512,
    THIN_ROOM = 1024,
    SPEAKERS_MAX = 64,
    FILE_S_MAX = 3600,
};
static const double LOWEST_HZ = 55, HIGHEST_HZ = 420, BAND_LOW_HZ = 80, BAND_HIGH_HZ = 8000;
static const double VOICED = 0.5; // of the energy comes back after a period

typedef struct {
    double value[FEATURES];
} Frame;

typedef struct {
    char name[32];
    LIST(Frame) train, test;
    double mean[FEATURES];
    double root[FEATURES][FEATURES]; // Cholesky factor of the covariance
    double log_volume;
    int pieces, missed;
    int taken_for[SPEAKERS_MAX];
} Speaker;

typedef struct {
    Speaker speakers[SPEAKERS_MAX];
    int count;
    double bands[BANDS][WINDOW / 2 + 1];
    double cosines[CEPSTRA][BANDS];
    double window[WINDOW];
    char path[512]; // of what is in `sound`
    float *sound;
    int64_t length;
    Arena arena;
} Telling;

static const double PI = 3.14159265358979323846;

// --- What a frame sounds like ---

typedef struct {
    double re, im;
} Complex;

static void sort_by_bits(Complex *x, int n)
{
    for (int i = 1, j = 0; i < n; i++) {
        int bit = n >> 1;
        for (; j & bit; bit >>= 1)
            j ^= bit;
        j |= bit;
        if (i < j) {
            Complex other = x[i];
            x[i] = x[j];
            x[j] = other;
        }
    }
}

// Fourier transform in place; n is a power of two.
static void transform(Complex *x, int n)
{
    sort_by_bits(x, n);
    for (int len = 2; len <= n; len <<= 1) {
        Complex turn = {cos(2 * PI / len), -sin(2 * PI / len)}, w = {1, 0};
        for (int k = 0; k < len / 2; k++) {
            for (int i = k; i < n; i += len) {
                Complex *a = x + i, *b = x + i + len / 2;
                Complex t = {b->re * w.re - b->im * w.im, b->re * w.im + b->im * w.re};
                *b = (Complex){a->re - t.re, a->im - t.im};
                *a = (Complex){a->re + t.re, a->im + t.im};
            }
            w = (Complex){w.re * turn.re - w.im * turn.im, w.re * turn.im + w.im * turn.re};
        }
    }
}

static double mel(double hz)
{
    return 1127 * log(1 + hz / 700);
}

static void prepare(Telling *t)
{
    double low = mel(BAND_LOW_HZ), step = (mel(BAND_HIGH_HZ) - low) / (BANDS + 1);
    for (int b = 0; b < BANDS; b++)
        for (int k = 0; k <= WINDOW / 2; k++) {
            double off = fabs((mel((double)k * RATE_HZ / WINDOW) - low) / step - (b + 1));
            t->bands[b][k] = off < 1 ? 1 - off : 0;
        }
    for (int c = 0; c < CEPSTRA; c++)
        for (int b = 0; b < BANDS; b++)
            t->cosines[c][b] = sqrt(2.0 / BANDS) * cos(PI * (c + 1) * (b + 0.5) / BANDS);
    for (int i = 0; i < WINDOW; i++)
        t->window[i] = 0.54 - 0.46 * cos(2 * PI * i / (WINDOW - 1));
}

static void find_cepstra(const Telling *t, const float *sound, Frame *out)
{
    Complex x[WINDOW];
    for (int i = 0; i < WINDOW; i++)
        x[i] = (Complex){(double)sound[i] * t->window[i], 0};
    transform(x, WINDOW);
    double level[BANDS];
    for (int b = 0; b < BANDS; b++) {
        double sum = 1e-7;
        for (int k = 0; k <= WINDOW / 2; k++)
            sum += t->bands[b][k] * (x[k].re * x[k].re + x[k].im * x[k].im);
        level[b] = log(sum);
    }
    for (int c = 0; c < CEPSTRA; c++) {
        out->value[c] = 0;
        for (int b = 0; b < BANDS; b++)
            out->value[c] += t->cosines[c][b] * level[b];
    }
}

// The autocorrelation of THIN_WINDOW thinned samples, by way of the spectrum of their power.
static void correlate(const float *sound, Complex x[THIN_ROOM])
{
    memset(x, 0, THIN_ROOM * sizeof *x);
    for (int i = 0; i < THIN_WINDOW; i++) {
        for (int k = 0; k < THINNING; k++)
            x[i].re += (double)sound[i * THINNING + k];
        x[i].re *= 0.5 - 0.5 * cos(2 * PI * i / (THIN_WINDOW - 1));
    }
    transform(x, THIN_ROOM);
    for (int k = 0; k < THIN_ROOM; k++)
        x[k] = (Complex){x[k].re * x[k].re + x[k].im * x[k].im, 0};
    transform(x, THIN_ROOM);
}

// What is left of a sine's correlation under the window after a lag.
static double window_share(int lag)
{
    double part = (double)lag / THIN_WINDOW;
    return (1 - part) * (2.0 / 3 + cos(2 * PI * part) / 3) + sin(2 * PI * part) / (2 * PI);
}

// Hz; 0: not voiced.
static double find_pitch(const float *sound)
{
    const double rate = (double)RATE_HZ / THINNING;
    Complex x[THIN_ROOM];
    correlate(sound, x);
    double best = 0;
    int best_lag = 0;
    for (int lag = (int)(rate / HIGHEST_HZ); lag <= (int)(rate / LOWEST_HZ); lag++) {
        double share = x[lag].re / (x[0].re + 1e-9) / window_share(lag);
        bool peak = x[lag].re >= x[lag - 1].re && x[lag].re >= x[lag + 1].re;
        // A longer period must be clearly better: two of them come back as well as one.
        if (peak && share > best * (best_lag ? 1.05 : 1)) {
            best = share;
            best_lag = lag;
        }
    }
    return best > VOICED ? rate / best_lag : 0;
}

// --- Reading ---

static Speaker *find_speaker(Telling *t, const char *name)
{
    for (int i = 0; i < t->count; i++)
        if (strcmp(t->speakers[i].name, name) == 0)
            return t->speakers + i;
    if (t->count == SPEAKERS_MAX)
        return NULL;
    Speaker *speaker = t->speakers + t->count++;
    snprintf(speaker->name, sizeof speaker->name, "%s", name);
    return speaker;
}

static bool load_sound(Telling *t, const char *path, Error *err)
{
    SoundFile file;
    if (strcmp(t->path, path) == 0)
        return true;
    if (!open_sound(path, &file, err))
        return false;
    bool fits = file.rate_hz == RATE_HZ && file.channel_count == 1;
    t->length = fits ? read_sound(&file, t->sound, (int64_t)FILE_S_MAX * RATE_HZ) : 0;
    snprintf(t->path, sizeof t->path, "%s", path);
    close_sound(&file);
    return fits || fail(err, ERR_USAGE, (Span){0}, "%.100s: not one channel of 44.1 kHz", path);
}

// Takes the voiced frames from `beg` to `end`.
static void take_stretch(Telling *t, Speaker *speaker, bool train, int64_t beg, int64_t end)
{
    if (end > t->length - THIN_WINDOW * THINNING)
        end = t->length - THIN_WINDOW * THINNING;
    for (int64_t at = beg; at < end; at += HOP) {
        double hz = find_pitch(t->sound + at);
        if (hz == 0)
            continue;
        Frame *frame = train ? PUSH(&speaker->train, &t->arena) : PUSH(&speaker->test, &t->arena);
        find_cepstra(t, t->sound + at + (THIN_WINDOW * THINNING - WINDOW) / 2, frame);
        frame->value[PITCH] = 12 * log2(hz);
    }
}

static bool take_line(Telling *t, const char *line, Error *err)
{
    char name[32], purpose[8], path[512];
    double start_s, end_s;
    if (sscanf(line, "%31[^\t]\t%7[^\t]\t%511[^\t]\t%lf\t%lf", name, purpose, path, &start_s,
               &end_s) != 5)
        return fail(err, ERR_USAGE, (Span){0}, "not a stretch: %.80s", line);
    Speaker *speaker = find_speaker(t, name);
    if (!speaker)
        return fail(err, ERR_USAGE, (Span){0}, "more than %d speakers", SPEAKERS_MAX);
    if (!load_sound(t, path, err))
        return false;
    take_stretch(t, speaker, strcmp(purpose, "train") == 0, (int64_t)(start_s * RATE_HZ),
                 (int64_t)(end_s * RATE_HZ));
    return true;
}

// --- Gaussians ---

static void find_mean(const Frame *frames, uint32_t count, double mean[FEATURES])
{
    for (int i = 0; i < FEATURES; i++) {
        mean[i] = 0;
        for (uint32_t f = 0; f < count; f++)
            mean[i] += frames[f].value[i] / count;
    }
}

static double covariance(const Speaker *s, int i, int j)
{
    double sum = 0;
    for (uint32_t f = 0; f < s->train.count; f++)
        sum +=
            (s->train.items[f].value[i] - s->mean[i]) * (s->train.items[f].value[j] - s->mean[j]);
    return sum / s->train.count + (i == j ? 1e-3 : 0);
}

static void fit_speaker(Speaker *s)
{
    find_mean(s->train.items, s->train.count, s->mean);
    s->log_volume = 0;
    for (int i = 0; i < FEATURES; i++) {
        for (int j = 0; j <= i; j++) {
            double sum = covariance(s, i, j);
            for (int k = 0; k < j; k++)
                sum -= s->root[i][k] * s->root[j][k];
            s->root[i][j] = i == j ? sqrt(sum > 1e-9 ? sum : 1e-9) : sum / s->root[j][j];
        }
        s->log_volume += log(s->root[i][i]);
    }
}

static double log_likelihood(const Speaker *s, const Frame *frame)
{
    double y[FEATURES], square = 0;
    for (int i = 0; i < FEATURES; i++) {
        double rest = frame->value[i] - s->mean[i];
        for (int k = 0; k < i; k++)
            rest -= s->root[i][k] * y[k];
        y[i] = rest / s->root[i][i];
        square += y[i] * y[i];
    }
    return -square / 2 - s->log_volume;
}

static int likeliest(const Telling *t, const Frame *frames, uint32_t count)
{
    int best = 0;
    double most = -HUGE_VAL;
    for (int i = 0; i < t->count; i++) {
        double sum = 0;
        for (uint32_t f = 0; f < count; f++)
            sum += log_likelihood(t->speakers + i, frames + f);
        if (sum > most) {
            most = sum;
            best = i;
        }
    }
    return best;
}

static void tell_speaker(const Telling *t, Speaker *s)
{
    // About six frames in ten are voiced.
    enum { VOICED_PER_PIECE = FRAMES_PER_PIECE * 6 / 10 };
    for (uint32_t at = 0; at + VOICED_PER_PIECE <= s->test.count; at += VOICED_PER_PIECE) {
        int who = likeliest(t, s->test.items + at, VOICED_PER_PIECE);
        s->pieces++;
        s->missed += t->speakers + who != s;
        s->taken_for[who]++;
    }
}

static void print_told(const Telling *t, const Speaker *s)
{
    printf("%s\t%d\t%d\t", s->name, s->pieces, s->missed);
    for (int i = 0; i < t->count; i++)
        if (t->speakers + i != s && s->taken_for[i])
            printf("%s:%d ", t->speakers[i].name, s->taken_for[i]);
    putchar('\n');
}

// --- Distances ---

// As unlike as two people whose voices differ so much: 4 is a little under what the least
// different of four people had in their cepstra, and two semitones count as much.
static double distance(const Speaker *a, const Speaker *b)
{
    double cepstra = 0, pitch = (a->mean[PITCH] - b->mean[PITCH]) / 2;
    for (int i = 0; i < CEPSTRA; i++)
        cepstra += (a->mean[i] - b->mean[i]) * (a->mean[i] - b->mean[i]);
    return sqrt(cepstra / 16 + pitch * pitch);
}

static void print_distances(const Telling *t)
{
    printf("#D");
    for (int i = 0; i < t->count; i++)
        printf("\t%s", t->speakers[i].name);
    putchar('\n');
    for (int i = 0; i < t->count; i++) {
        printf("%s", t->speakers[i].name);
        for (int j = 0; j < t->count; j++)
            printf("\t%.2f", distance(t->speakers + i, t->speakers + j));
        putchar('\n');
    }
}

static bool tell_all(Telling *t, bool distances, Error *err)
{
    for (int i = 0; i < t->count; i++) {
        if (t->speakers[i].train.count < 2 * FEATURES)
            return fail(err, ERR_USAGE, (Span){0}, "too little of %s", t->speakers[i].name);
        fit_speaker(t->speakers + i);
    }
    if (distances) {
        print_distances(t);
        return true;
    }
    for (int i = 0; i < t->count; i++) {
        tell_speaker(t, t->speakers + i);
        print_told(t, t->speakers + i);
    }
    return true;
}

int main(int argc, char **argv)
{
    static Telling t;
    static char line[1024];
    Error err = {0};
    bool ok = true;
    t.arena = new_arena((size_t)4 << 30);
    t.sound = ALLOC(&t.arena, float, (size_t)FILE_S_MAX *RATE_HZ);
    prepare(&t);
    while (ok && fgets(line, sizeof line, stdin))
        ok = take_line(&t, line, &err);
    ok = ok && tell_all(&t, argc > 1 && strcmp(argv[1], "--distances") == 0, &err);
    if (!ok)
        fprintf(stderr, "tell_speakers: %s\n", err.message);
    return !ok || ferror(stdout) || fclose(stdout) != 0;
}
