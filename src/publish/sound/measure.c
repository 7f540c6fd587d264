// The file is measured in stretches, by several processes: libebur128 weighs the
// sound and gives the energy of each tenth of a second; blocks and gates are
// made of these afterwards, here, so that stretches need nothing of each other.
#include "publish/sound/measure.h"

#include <ebur128.h>
#include <math.h>
#include <stdlib.h>

#include "base/parallel.h"
#include "base/soundfile.h"
#include "master/limit.h"
#include "master/loudness.h"

enum {
    HOPS_PER_S = 10,
    // Before a stretch, for the filters to settle: the slowest, a high-pass at
    // 38 Hz, forgets 2 dB a millisecond.
    LEAD_HOPS = 5,
    STRETCHES_MAX = 8,
    STRETCH_HOPS_MIN = 100,
    CHANNELS_MAX = 2,
    REACH = 12, // samples that must stand to either side of where true_peak looks
    PEAK_BLOCK = 32,
};
// What lies between samples is at most twice as high as they are, as in the limiter.
static const float BETWEEN_MAX = 2;
// libsndfile says that a file whose end is missing has nearly 2^63; this is a year of sound.
static const int64_t FRAMES_MAX = (int64_t)1 << 41;
static const double SHORT_TERM_S = 3; // for the range taken once a second (EBU Tech 3342)
static const double MOMENTARY_S = 0.4;

typedef struct {
    const char *path;
    int64_t hop_count; // whole ones; the rest of the file counts for the peak alone
    uint32_t stretch_count;
    float *energies; // of each hop, shared with the workers
    float *peaks;    // of each stretch, shared with the workers
    SoundFile file;  // in a worker: its own, open from its first stretch on
    Arena scratch;
} Measuring;

// What goes on while a stretch is read.
typedef struct {
    Measuring *measuring;
    SoundFile file;
    ebur128_state *meter;
    int64_t hop_frames;
    float *interleaved;
    float *channels[CHANNELS_MAX]; // 2 * REACH samples of before, then a hop
    bool cut_in;                   // no sound has been read, but there is some before it
    float peak;
} Meter;

static bool undecodable(const char *path, Error *err)
{
    return fail(err, ERR_OUTPUT, (Span){0}, "cannot measure %.100s: it does not decode", path);
}

// Mean square of one channel of two equal ones.
static double energy_of(double lufs)
{
    return lufs > -HUGE_VAL ? pow(10, (lufs + 0.691) / 10) / 2 : 0;
}

// --- In the workers ---

static ebur128_state *open_meter(const SoundFile *file)
{
    ebur128_state *meter =
        ebur128_init((unsigned)file->channel_count, (unsigned long)file->rate_hz, EBUR128_MODE_M);
    if (meter && file->channel_count == 1)
        ebur128_set_channel(meter, 0, EBUR128_DUAL_MONO);
    return meter;
}

// Looks between the samples x[0 .. count) only where that may exceed `peak`.
static float raise_peak(const float *x, int64_t count, float peak)
{
    for (int64_t beg = 0; beg < count; beg += PEAK_BLOCK) {
        int64_t end = beg + PEAK_BLOCK < count ? beg + PEAK_BLOCK : count;
        if (sample_peak(x + beg, end + 1 - beg) * BETWEEN_MAX <= peak)
            continue;
        float highest = true_peak(x, beg, end);
        peak = highest > peak ? highest : peak;
    }
    return peak;
}

// Takes up what `interleaved` holds. Peaks lag REACH samples behind, so that
// there is sound to either side.
static void raise_peaks(Meter *meter, int64_t frames)
{
    int channel_count = meter->file.channel_count;
    // A stretch that begins within the sound has none before it at first, and silence
    // in its place would be a step that the sound does not have.
    int64_t skip = meter->cut_in ? 2 * REACH : 0;
    for (int c = 0; c < channel_count; c++) {
        float *x = meter->channels[c];
        for (int64_t i = 0; i < frames; i++)
            x[2 * REACH + i] = meter->interleaved[i * channel_count + c];
        meter->peak = raise_peak(x + REACH + skip, frames - skip, meter->peak);
        memmove(x, x + frames, 2 * REACH * sizeof *x);
    }
    meter->cut_in = false;
}

// Reads one hop; at the end of the file, what is left and silence behind it.
static bool meter_hop(Meter *meter, int64_t hop, int64_t first)
{
    Measuring *m = meter->measuring;
    int64_t frames = read_sound(&meter->file, meter->interleaved, meter->hop_frames);
    if (hop == m->hop_count) {
        int64_t tail = frames + 2 * REACH;
        memset(meter->interleaved + frames * meter->file.channel_count, 0,
               2 * REACH * (size_t)meter->file.channel_count * sizeof(float));
        raise_peaks(meter, tail);
        return true;
    }
    if (frames < meter->hop_frames)
        return false;
    raise_peaks(meter, frames);
    if (ebur128_add_frames_float(meter->meter, meter->interleaved, (size_t)frames))
        return false;
    double lufs;
    if (hop < first)
        return true;
    if (ebur128_loudness_window(meter->meter, 1000 / HOPS_PER_S, &lufs))
        return false;
    m->energies[hop] = (float)energy_of(lufs);
    return true;
}

static bool meter_hops(Meter *meter, int64_t beg, int64_t end)
{
    int64_t from = beg > LEAD_HOPS ? beg - LEAD_HOPS : 0;
    meter->cut_in = from > 0;
    if (!seek_sound(&meter->file, from * meter->hop_frames))
        return false;
    for (int64_t hop = from; hop < end; hop++)
        if (!meter_hop(meter, hop, beg))
            return false;
    return true;
}

static bool meter_stretch(Meter *meter, uint32_t index, Arena scratch)
{
    Measuring *m = meter->measuring;
    meter->meter = open_meter(&meter->file);
    meter->hop_frames = meter->file.rate_hz / HOPS_PER_S;
    size_t room = (size_t)meter->hop_frames + 4 * REACH;
    meter->interleaved = ALLOC(&scratch, float, room *(size_t)meter->file.channel_count);
    for (int c = 0; c < meter->file.channel_count; c++)
        meter->channels[c] = ALLOC(&scratch, float, room);
    int64_t end = m->hop_count * (index + 1) / m->stretch_count;
    if (index == m->stretch_count - 1)
        end++; // what is left after the last whole hop
    bool ok = meter->meter && meter_hops(meter, m->hop_count * index / m->stretch_count, end);
    m->peaks[index] = meter->peak;
    if (meter->meter)
        ebur128_destroy(&meter->meter);
    return ok;
}

// The file is opened for each stretch: a decoder that has been elsewhere before
// rounds differently, and who decoded what hangs on the number of workers.
static bool measure_stretch(void *context, uint32_t index, Error *err)
{
    Meter meter = {.measuring = context};
    if (!open_sound(meter.measuring->path, &meter.file, err))
        return false;
    bool ok = meter_stretch(&meter, index, meter.measuring->scratch);
    close_sound(&meter.file);
    return ok || undecodable(meter.measuring->path, err);
}

// --- Of all steps ---

typedef struct {
    const float *steps;
    uint32_t count;
    double steps_per_s;
} Energies;

static double mean_above(const double *energies, uint32_t count, double gate)
{
    double sum = 0;
    uint32_t taken = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (energies[i] < gate)
            continue;
        sum += energies[i];
        taken++;
    }
    return taken ? sum / taken : 0;
}

static int compare_energies(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

// Mean energies of 3 s, one every second.
static uint32_t make_blocks(const Energies *e, double *blocks)
{
    double seconds = floor(e->count / e->steps_per_s - SHORT_TERM_S + 5e-7);
    uint32_t count = seconds < 0 ? 0 : (uint32_t)seconds + 1;
    for (uint32_t i = 0; i < count; i++)
        blocks[i] = mean_energy(e->steps, e->count, i * e->steps_per_s,
                                (i + SHORT_TERM_S) * e->steps_per_s);
    return count;
}

// Loudness range: between the 10th and the 95th percentile of what passes the
// gates, at -70 LUFS and at 20 LU under the mean of that.
static double find_range(const Energies *e, Arena scratch)
{
    double *blocks = ALLOC(&scratch, double, (size_t)(e->count / e->steps_per_s) + 2);
    uint32_t count = make_blocks(e, blocks);
    double absolute = energy_of(SILENCE_LUFS);
    double relative = mean_above(blocks, count, absolute) / 100;
    double gate = relative > absolute ? relative : absolute;
    qsort(blocks, count, sizeof *blocks, compare_energies);
    uint32_t first = 0;
    while (first < count && blocks[first] < gate)
        first++;
    if (first == count)
        return 0;
    double last = (double)(count - first - 1);
    double low = blocks[first + (uint32_t)(last * 0.10 + 0.5)];
    double high = blocks[first + (uint32_t)(last * 0.95 + 0.5)];
    return 10 * log10(high / low);
}

// The loudest stretch of some seconds; they begin every tenth of a second (EBU Tech 3341).
static double find_loudest(const Energies *e, double seconds)
{
    double highest = 0, hop = e->steps_per_s / HOPS_PER_S, size = seconds * e->steps_per_s;
    for (uint32_t i = 0; i * hop + size < e->count + 5e-4; i++) {
        double mean = mean_energy(e->steps, e->count, i * hop, i * hop + size);
        highest = mean > highest ? mean : highest;
    }
    double lufs = highest > 0 ? -0.691 + 10 * log10(2 * highest) : SILENCE_LUFS;
    return lufs > SILENCE_LUFS ? lufs : SILENCE_LUFS;
}

static double dbtp_of(const float *peaks, uint32_t count)
{
    double peak = 0;
    for (uint32_t i = 0; i < count; i++)
        if ((double)peaks[i] > peak)
            peak = (double)peaks[i];
    double dbtp = peak > 0 ? 20 * log10(peak) : SILENCE_DBTP;
    return dbtp > SILENCE_DBTP ? dbtp : SILENCE_DBTP;
}

static Loudness loudness_of(const Energies *e, double true_peak_dbtp, Arena scratch)
{
    return (Loudness){.integrated_lufs = integrate_steps(e->steps, e->count, e->steps_per_s),
                      .range_lu = find_range(e, scratch),
                      .true_peak_dbtp = true_peak_dbtp,
                      .momentary_max_lufs = find_loudest(e, MOMENTARY_S),
                      .short_max_lufs = find_loudest(e, SHORT_TERM_S)};
}

// --- The file ---

static bool plan_stretches(Measuring *m, Error *err)
{
    SoundFile file;
    if (!open_sound(m->path, &file, err))
        return false;
    bool usable = file.channel_count <= CHANNELS_MAX && file.rate_hz >= 16 * HOPS_PER_S &&
                  file.frame_count < FRAMES_MAX;
    m->hop_count = usable ? file.frame_count / (file.rate_hz / HOPS_PER_S) : 0;
    close_sound(&file);
    int64_t most = m->hop_count / STRETCH_HOPS_MIN;
    m->stretch_count = (uint32_t)(most > STRETCHES_MAX ? STRETCHES_MAX : most < 1 ? 1 : most);
    return usable || undecodable(m->path, err);
}

bool measure_file(const char *path, int worker_count, Arena scratch, Loudness *out, Error *err)
{
    Measuring m = {.path = path, .scratch = scratch};
    if (!plan_stretches(&m, err))
        return false;
    size_t hops_size = sizeof(float) * (size_t)(m.hop_count + 1);
    size_t size = hops_size + sizeof(float) * m.stretch_count;
    m.energies = map_shared(size);
    if (!m.energies)
        return fail(err, ERR_OUTPUT, (Span){0}, "no shared memory to measure the sound");
    m.peaks = m.energies + m.hop_count + 1;
    bool ok = run_parallel(m.stretch_count, worker_count, measure_stretch, &m, NULL, NULL, err);
    if (ok)
        *out = loudness_of(&(Energies){m.energies, (uint32_t)m.hop_count, HOPS_PER_S},
                           dbtp_of(m.peaks, m.stretch_count), scratch);
    unmap_shared(m.energies, size);
    return ok;
}

// --- Heard while it is written ---

bool new_heard(const Timeline *timeline, Heard *out, Error *err)
{
    out->step_count = (uint32_t)(timeline->frame_count / HIGH_STEP_FRAMES);
    out->passage_count = timeline->passages.count;
    out->energy = map_shared(sizeof(float) * ((size_t)out->step_count + out->passage_count));
    out->peak = out->energy + out->step_count;
    return out->energy || fail(err, ERR_OUTPUT, (Span){0}, "no shared memory to encode in");
}

void drop_heard(Heard *heard)
{
    unmap_shared(heard->energy, sizeof(float) * ((size_t)heard->step_count + heard->passage_count));
}

void hear_sound(const float *sound, uint32_t step_count, float *energy, float *peak)
{
    weigh_high_steps(sound, step_count, energy);
    *peak = raise_peak(sound, (int64_t)step_count * HIGH_STEP_FRAMES, 0);
}

void hear_fast_sound(const float *sound, uint32_t step_count, float *energy, float *peak)
{
    weigh_fast_steps(sound, step_count, energy);
    *peak = raise_peak(sound, (int64_t)step_count * FAST_STEP_FRAMES, 0);
}

// The first channel of what is left in the file.
static bool read_channel(const SoundFile *file, int64_t count, Arena scratch, float *out)
{
    if (file->channel_count == 1)
        return read_sound(file, out, count) == count;
    float *all = ROOM(&scratch, float, (size_t)(count * file->channel_count));
    int64_t read = read_sound(file, all, count);
    for (int64_t i = 0; i < read; i++)
        out[i] = all[i * file->channel_count];
    return read == count;
}

bool hear_mp3(Str frames, uint32_t step_count, Arena scratch, float *energy, float *peak,
              Error *err)
{
    SoundFile file;
    int64_t count = (int64_t)step_count * HIGH_STEP_FRAMES;
    float *sound = ROOM(&scratch, float, (size_t)count + 2 * HEARD_MARGIN) + HEARD_MARGIN;
    memset(sound - HEARD_MARGIN, 0, HEARD_MARGIN * sizeof *sound);
    memset(sound + count, 0, HEARD_MARGIN * sizeof *sound);
    if (!open_sound_bytes(frames, &file, err))
        return false;
    bool ok = file.channel_count <= CHANNELS_MAX && read_channel(&file, count, scratch, sound);
    close_sound(&file);
    if (!ok)
        return fail(err, ERR_OUTPUT, (Span){0}, "frames of the MP3 do not decode");
    hear_sound(sound, step_count, energy, peak);
    return true;
}

Loudness sum_up(const Heard *heard, Arena scratch)
{
    return loudness_of(&(Energies){heard->energy, heard->step_count, STEPS_PER_S},
                       dbtp_of(heard->peak, heard->passage_count), scratch);
}
