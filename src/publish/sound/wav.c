// WAV: plain PCM of 16 bits. Samples have their places before anything is rendered, so workers
// write passages side by side.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/parallel.h"
#include "base/soundfile.h"
#include "publish/sound/encode.h"
#include "publish/sound/riff.h"

enum { SAMPLE_BYTES = 2 };

typedef struct {
    const Encoding *encoding;
    int fd;
    int64_t base; // bytes before the first sample
    Arena scratch;
} Wav;

// --- What stands before the samples ---

static Str make_front(const Encoding *encoding, Arena *arena)
{
    const Timeline *timeline = encoding->timeline;
    PcmFormat format = {MASTER_RATE_HZ, timeline->channel_count, SAMPLE_BYTES,
                        timeline->frame_count};
    Buf chunks = new_buf(arena);
    if (encoding->job->info)
        riff_info(&chunks, encoding->job->info, "Podcast", arena);
    return riff_front(&format, buf_str(&chunks), arena);
}

// --- Samples ---

static bool write_passage(void *context, uint32_t job, Error *err)
{
    const Wav *wav = context;
    Arena scratch = wav->scratch;
    const Timeline *timeline = wav->encoding->timeline;
    uint32_t index = timeline->longest_first[job];
    const Passage *passage = &timeline->passages.items[index];
    int channels = timeline->channel_count;
    int64_t count = passage->end_frame - passage->start_frame;
    float *sound;
    if (!hear_passage(wav->encoding, index, &scratch, &sound, err))
        return false;
    int16_t *samples = ROOM(&scratch, int16_t, (size_t)count);
    round_samples(sound, count, samples);
    Str out = pcm_bytes(samples, count, channels, &scratch);
    int64_t at = wav->base + passage->start_frame * channels * SAMPLE_BYTES;
    return write_at(wav->encoding, wav->fd, out.data, out.len, at, err);
}

static void tell_passages(void *context, uint32_t done, uint32_t total)
{
    const Wav *wav = context;
    tell_share(wav->encoding, done, total);
}

static bool write_wav(const Encoding *encoding, Arena scratch, Error *err)
{
    Str front = make_front(encoding, &scratch);
    Wav wav = {.encoding = encoding, .base = (int64_t)front.len, .scratch = scratch};
    wav.fd = open(encoding->path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (wav.fd < 0)
        return encoding_failed(encoding, strerror(errno), err);
    bool ok = write_at(encoding, wav.fd, front.data, front.len, 0, err) &&
              run_parallel(encoding->timeline->passages.count, encoding->worker_count,
                           write_passage, &wav, tell_passages, &wav, err);
    if (close(wav.fd) != 0 && ok)
        ok = encoding_failed(encoding, strerror(errno), err);
    return ok;
}

const Encoder WAV_ENCODER = {{"wav", "audio/wav"}, .write = write_wav};
