// The file is measured in stretches, by several processes: libebur128 weighs the
// sound and gives the energy of each tenth of a second; blocks and gates are
// made of these afterwards, here, so that stretches need nothing of each other.
#include "publish/measure.h"

#include <ebur128.h>
#include <math.h>
#include <stdlib.h>

#include "publish/sndfile.h"
#include "publish/true_peak.h"
#include "publish/workers.h"

enum {
    HOPS_PER_S = 10,
    MOMENTARY_HOPS = 4,   // gating block: 400 ms, overlapping by 75 % (BS.1770-4)
    SHORT_TERM_HOPS = 30, // 3 s, taken once a second (EBU Tech 3342)
    // Before a stretch, for the filters to settle: the slowest, a high-pass at
    // 38 Hz, forgets 2 dB a millisecond.
    LEAD_HOPS = 5,
    STRETCHES = 8, // at least, where the sound is long enough
    STRETCH_HOPS_MIN = 100,
    STRETCH_HOPS_MAX = 3000,
    CHANNELS_MAX = 2,
    HISTORY = 2 * PEAK_REACH - 1,
};

typedef struct {
    const char *path;
    int64_t hop_count; // whole ones; the rest of the file counts for the peak alone
    int64_t stretch_count;
    double *energies; // of each hop, shared with the workers
    float *peaks;     // of each stretch, shared with the workers
    SoundFile file;   // in a worker: its own, open from its first stretch on
} Measuring;

// What goes on while a stretch is read.
typedef struct {
    Measuring *measuring;
    ebur128_state *meter;
    PeakFilter filter;
    int64_t hop_frames;
    float *interleaved;
    float *channels[CHANNELS_MAX]; // HISTORY samples of before, then a hop
    bool cut_in;                   // no sound has been read, but there is some before it
    float peak;
} Meter;

static bool undecodable(const char *path, Error *err)
{
    return fail(err, ERR_OUTPUT, (Span){0}, "cannot measure %.100s: it does not decode", path);
}

static double energy_of(double lufs)
{
    return lufs > -HUGE_VAL ? pow(10, (lufs + 0.691) / 10) : 0;
}

static double lufs_of(double energy)
{
    double lufs = energy > 0 ? 10 * log10(energy) - 0.691 : SILENCE_LUFS;
    return lufs > SILENCE_LUFS ? lufs : SILENCE_LUFS;
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

static void raise_peaks(Meter *meter, int64_t frames)
{
    int channel_count = meter->measuring->file.channel_count;
    // A stretch that begins within the sound has no history at first, and silence
    // in its place would be a step that the sound does not have.
    int64_t skip = meter->cut_in ? HISTORY : 0;
    for (int c = 0; c < channel_count; c++) {
        float *x = meter->channels[c];
        for (int64_t i = 0; i < frames; i++)
            x[HISTORY + i] = meter->interleaved[i * channel_count + c];
        meter->peak = raise_peak(&meter->filter, x + skip, HISTORY + frames - skip, meter->peak);
        memmove(x, x + frames, HISTORY * sizeof *x);
    }
    meter->cut_in = false;
}

// Reads one hop; at the end of the file, what is left and silence behind it.
static bool meter_hop(Meter *meter, int64_t hop, int64_t first)
{
    Measuring *m = meter->measuring;
    int64_t frames = read_sound(&m->file, meter->interleaved, meter->hop_frames);
    if (hop == m->hop_count) {
        int64_t tail = frames + PEAK_REACH;
        memset(meter->interleaved + frames * m->file.channel_count, 0,
               PEAK_REACH * (size_t)m->file.channel_count * sizeof(float));
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
    m->energies[hop] = energy_of(lufs);
    return true;
}

static bool meter_hops(Meter *meter, int64_t beg, int64_t end)
{
    Measuring *m = meter->measuring;
    int64_t from = beg > LEAD_HOPS ? beg - LEAD_HOPS : 0;
    meter->cut_in = from > 0;
    if (!seek_sound(&m->file, from * meter->hop_frames))
        return false;
    for (int64_t hop = from; hop < end; hop++)
        if (!meter_hop(meter, hop, beg))
            return false;
    return true;
}

static bool do_stretch(void *context, int64_t job, Arena scratch, Error *err)
{
    Measuring *m = context;
    if (!m->file.handle && !open_sound(m->path, &m->file, err))
        return false;
    Meter meter = {
        .measuring = m,
        .meter = open_meter(&m->file),
        .filter = new_peak_filter(),
        .hop_frames = m->file.rate_hz / HOPS_PER_S,
    };
    size_t room = (size_t)meter.hop_frames + 2 * HISTORY;
    meter.interleaved = ALLOC(&scratch, float, room *(size_t)m->file.channel_count);
    for (int c = 0; c < m->file.channel_count; c++)
        meter.channels[c] = ALLOC(&scratch, float, room);
    int64_t end = m->hop_count * (job + 1) / m->stretch_count;
    if (job == m->stretch_count - 1)
        end++; // what is left after the last whole hop
    bool ok = meter.meter && meter_hops(&meter, m->hop_count * job / m->stretch_count, end);
    m->peaks[job] = meter.peak;
    if (meter.meter)
        ebur128_destroy(&meter.meter);
    return ok || undecodable(m->path, err);
}

// --- Of all hops ---

static double mean_above(const double *energies, int64_t count, double gate)
{
    double sum = 0;
    int64_t taken = 0;
    for (int64_t i = 0; i < count; i++) {
        if (energies[i] < gate)
            continue;
        sum += energies[i];
        taken++;
    }
    return taken ? sum / (double)taken : 0;
}

// Mean energies of blocks of `width` hops, one every `step` hops.
static int64_t make_blocks(const Measuring *m, int width, int step, double *blocks)
{
    int64_t count = 0;
    for (int64_t end = width; end <= m->hop_count; end += step) {
        double sum = 0;
        for (int64_t i = end - width; i < end; i++)
            sum += m->energies[i];
        blocks[count++] = sum / width;
    }
    return count;
}

static double integrate(const double *blocks, int64_t count)
{
    double absolute = energy_of(SILENCE_LUFS);
    double relative = mean_above(blocks, count, absolute) / 10; // -10 LU
    return lufs_of(mean_above(blocks, count, relative > absolute ? relative : absolute));
}

static int compare_energies(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

// Between the 10th and the 95th percentile of what passes the gates. Sorts the blocks.
static double find_range(double *blocks, int64_t count)
{
    double absolute = energy_of(SILENCE_LUFS);
    double relative = mean_above(blocks, count, absolute) / 100; // -20 LU
    double gate = relative > absolute ? relative : absolute;
    qsort(blocks, (size_t)count, sizeof *blocks, compare_energies);
    int64_t first = 0;
    while (first < count && blocks[first] < gate)
        first++;
    if (first == count)
        return 0;
    double last = (double)(count - first - 1);
    double low = blocks[first + (int64_t)(last * 0.10 + 0.5)];
    double high = blocks[first + (int64_t)(last * 0.95 + 0.5)];
    return lufs_of(high) - lufs_of(low);
}

static double find_peak(const Measuring *m)
{
    double peak = 0;
    for (int64_t i = 0; i < m->stretch_count; i++)
        if ((double)m->peaks[i] > peak)
            peak = (double)m->peaks[i];
    double dbtp = peak > 0 ? 20 * log10(peak) : SILENCE_DBTP;
    return dbtp > SILENCE_DBTP ? dbtp : SILENCE_DBTP;
}

static Loudness sum_up(const Measuring *m, Arena scratch)
{
    double *blocks = ALLOC(&scratch, double, (size_t)m->hop_count + 1);
    Loudness loudness = {.true_peak_dbtp = find_peak(m)};
    int64_t count = make_blocks(m, MOMENTARY_HOPS, 1, blocks);
    loudness.integrated_lufs = integrate(blocks, count);
    count = make_blocks(m, SHORT_TERM_HOPS, HOPS_PER_S, blocks);
    loudness.range_lu = find_range(blocks, count);
    return loudness;
}

// --- The file ---

static bool plan_stretches(Measuring *m, Error *err)
{
    SoundFile file;
    if (!open_sound(m->path, &file, err))
        return false;
    bool usable = file.channel_count <= CHANNELS_MAX && file.rate_hz >= 16 * HOPS_PER_S;
    m->hop_count = usable ? file.frame_count / (file.rate_hz / HOPS_PER_S) : 0;
    close_sound(&file);
    int64_t most = m->hop_count / STRETCH_HOPS_MIN;
    int64_t least = m->hop_count / STRETCH_HOPS_MAX + 1;
    m->stretch_count = most < STRETCHES ? most : STRETCHES;
    if (m->stretch_count < least)
        m->stretch_count = least;
    return usable || undecodable(m->path, err);
}

bool measure_file(const char *path, int worker_count, Arena scratch, Loudness *out, Error *err)
{
    Measuring m = {.path = path};
    if (!plan_stretches(&m, err))
        return false;
    size_t hops_size = sizeof(double) * (size_t)(m.hop_count + 1);
    size_t size = hops_size + sizeof(float) * (size_t)m.stretch_count;
    m.energies = new_shared(size);
    if (!m.energies)
        return fail(err, ERR_OUTPUT, (Span){0}, "no shared memory to measure the sound");
    m.peaks = (float *)(void *)(m.energies + m.hop_count + 1);
    Work work = {
        .worker_count = worker_count,
        .job_count = m.stretch_count,
        .do_job = do_stretch,
        .context = &m,
    };
    bool ok = run_workers(&work, scratch, err);
    if (ok)
        *out = sum_up(&m, scratch);
    free_shared(m.energies, size);
    return ok;
}
