// As in wav.c, samples have their places before anything is rendered, and workers write
// passages side by side. At 48,000 Hz a passage begins between two samples: its own are those
// that are not before it, computed from where both rates last met, 147 samples of one and
// 160 of the other. So the file is what one piece at that rate would be.
#define _GNU_SOURCE
#include "publish/radio/bwf.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <unistd.h>

#include "base/parallel.h"
#include "base/soundfile.h"
#include "publish/sound/rate48.h"
#include "publish/sound/riff.h"

_Static_assert((int)RATE48_FROM + RATE48_REACH <= (int)PASSAGE_TAIL &&
                   (int)RATE48_REACH + 1 <= (int)PASSAGE_LEAD,
               "passages sound alike as far as the filter reaches");

typedef struct {
    const Encoding *encoding;
    const BwfPlan *plan;
    const Rate48 *rate; // NULL: the rate stays
    int fd;
    int64_t base; // bytes before the first sample
    Arena scratch;
} Bwf;

int64_t bwf_frame(int rate_hz, int64_t frame)
{
    if (rate_hz == MASTER_RATE_HZ)
        return frame;
    return (frame * RATE48_TO + RATE48_FROM - 1) / RATE48_FROM;
}

static PcmFormat format_of(const Encoding *encoding, const BwfPlan *plan)
{
    const Timeline *timeline = encoding->timeline;
    return (PcmFormat){plan->rate_hz, timeline->channel_count, plan->bits / 8,
                       bwf_frame(plan->rate_hz, timeline->frame_count)};
}

// --- Samples ---

static bool render_fast(const Bwf *bwf, uint32_t index, int64_t beg, int64_t end, Arena *arena,
                        float **out, Error *err)
{
    const Passage *passage = &bwf->encoding->timeline->passages.items[index];
    int64_t met = beg / RATE48_TO;
    int64_t before = passage->start_frame - met * RATE48_FROM + RATE48_REACH;
    int64_t after = RATE48_REACH + 1;
    int64_t count = passage->end_frame - passage->start_frame;
    float *fast = ROOM(arena, float, (size_t)(end - met * RATE48_TO));
    Arena scratch = *arena;
    float *sound = ROOM(&scratch, float, (size_t)(before + count + after));
    if (!render_passage(bwf->encoding->timeline, index, before, after, scratch, sound, err))
        return false;
    raise_rate(bwf->rate, sound + RATE48_REACH, end - met * RATE48_TO, fast);
    *out = fast + (beg - met * RATE48_TO);
    return true;
}

static bool render(const Bwf *bwf, uint32_t index, int64_t beg, int64_t end, Arena *arena,
                   float **out, Error *err)
{
    if (bwf->rate)
        return render_fast(bwf, index, beg, end, arena, out, err);
    *out = ROOM(arena, float, (size_t)(end - beg));
    return render_passage(bwf->encoding->timeline, index, 0, 0, *arena, *out, err);
}

// Samples of 24 bits, each as often as there are channels. Plainly rounded: their steps
// are far below the noise of the sound.
static Str pcm24_bytes(const float *sound, int64_t count, int channel_count, Arena *arena)
{
    enum { BYTES = 3 };
    size_t len = (size_t)count * (size_t)channel_count * BYTES;
    unsigned char *bytes = ROOM(arena, unsigned char, len), *out = bytes;
    for (int64_t i = 0; i < count; i++) {
        double level = floor((double)sound[i] * 8388608 + 0.5);
        level = level > 8388607 ? 8388607 : level < -8388608 ? -8388608 : level;
        uint32_t bits = (uint32_t)(int32_t)level;
        for (int c = 0; c < channel_count; c++) {
            *out++ = (unsigned char)bits;
            *out++ = (unsigned char)(bits >> 8);
            *out++ = (unsigned char)(bits >> 16);
        }
    }
    return (Str){(const char *)bytes, len};
}

static Str sample_bytes(const Bwf *bwf, const float *sound, int64_t count, Arena *arena)
{
    int channels = bwf->encoding->timeline->channel_count;
    if (bwf->plan->bits == 24)
        return pcm24_bytes(sound, count, channels, arena);
    int16_t *samples = ROOM(arena, int16_t, (size_t)count);
    round_samples(sound, count, samples);
    return pcm_bytes(samples, count, channels, arena);
}

static bool write_passage(void *context, uint32_t job, Error *err)
{
    const Bwf *bwf = context;
    const Encoding *encoding = bwf->encoding;
    Arena scratch = bwf->scratch;
    uint32_t index = encoding->timeline->longest_first[job];
    const Passage *passage = &encoding->timeline->passages.items[index];
    int64_t beg = bwf_frame(bwf->plan->rate_hz, passage->start_frame);
    int64_t end = bwf_frame(bwf->plan->rate_hz, passage->end_frame);
    float *sound;
    if (!render(bwf, index, beg, end, &scratch, &sound, err))
        return false;
    Str out = sample_bytes(bwf, sound, end - beg, &scratch);
    int64_t at = bwf->base + beg * encoding->timeline->channel_count * (bwf->plan->bits / 8);
    return write_at(encoding, bwf->fd, out.data, out.len, at, err);
}

// --- The file ---

static void tell_passages(void *context, uint32_t done, uint32_t total)
{
    const Bwf *bwf = context;
    tell_share(bwf->encoding, done, total);
}

static bool fill_file(const Bwf *bwf, Str front, Error *err)
{
    const Encoding *encoding = bwf->encoding;
    PcmFormat format = format_of(encoding, bwf->plan);
    int64_t size = pcm_size(&format);
    Bwf work = *bwf;
    return write_at(encoding, bwf->fd, front.data, front.len, 0, err) &&
           run_parallel(encoding->timeline->passages.count, encoding->worker_count, write_passage,
                        &work, tell_passages, &work, err) &&
           (size % 2 == 0 || write_at(encoding, bwf->fd, "", 1, bwf->base + size, err));
}

static bool close_file(const Encoding *encoding, int fd, bool ok, Error *err)
{
    if (close(fd) != 0 && ok)
        return encoding_failed(encoding, strerror(errno), err);
    return ok;
}

static bool write_bwf(const Encoding *encoding, Arena scratch, Error *err)
{
    const BwfPlan *plan = encoding->details;
    PcmFormat format = format_of(encoding, plan);
    Str front = riff_front(&format, plan->chunks, &scratch);
    Bwf bwf = {.encoding = encoding, .plan = plan, .base = (int64_t)front.len};
    bwf.rate = plan->rate_hz == RATE48_HZ ? make_rate48(&scratch) : NULL;
    bwf.scratch = scratch;
    bwf.fd = open(encoding->path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (bwf.fd < 0)
        return encoding_failed(encoding, strerror(errno), err);
    return close_file(encoding, bwf.fd, fill_file(&bwf, front, err), err);
}

bool replace_bwf_chunks(const Encoding *encoding, const BwfPlan *plan, Arena scratch, Error *err)
{
    PcmFormat format = format_of(encoding, plan);
    Str front = riff_front(&format, plan->chunks, &scratch);
    int fd = open(encoding->path, O_WRONLY | O_CLOEXEC);
    if (fd < 0)
        return encoding_failed(encoding, strerror(errno), err);
    return close_file(encoding, fd, write_at(encoding, fd, front.data, front.len, 0, err), err);
}

const Encoder BWF_ENCODER = {{"wav", "audio/wav"}, .write = write_bwf, .unheard = true};
