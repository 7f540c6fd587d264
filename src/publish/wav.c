// WAV: plain PCM of 16 bits in RIFF, or in RF64 (EBU Tech 3306) where its sizes would not
// fit. Samples have their places before anything is rendered, so workers write passages side
// by side.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/parallel.h"
#include "base/soundfile.h"
#include "base/utf8.h"
#include "publish/encode.h"
#include "publish/info.h"

enum { SAMPLE_BYTES = 2, TEXT_MAX = 4096 };

typedef struct {
    const Encoding *encoding;
    int fd;
    int64_t base; // bytes before the first sample
    Arena scratch;
} Wav;

static int64_t data_size(const Timeline *timeline)
{
    return timeline->frame_count * timeline->channel_count * SAMPLE_BYTES;
}

// --- What stands before the samples ---

static void put_number(Buf *b, int bytes, uint64_t value)
{
    for (int i = 0; i < bytes; i++)
        buf_char(b, (char)(value >> 8 * i));
}

static void put_chunk(Buf *b, const char *name, Str content)
{
    buf_add(b, (Str){name, 4});
    put_number(b, 4, content.len);
    buf_add(b, content);
    if (content.len % 2)
        buf_char(b, '\0');
}

// Readers disagree on the character set of these texts: they become ASCII.
static void put_text(Buf *b, const char *name, Str text, Arena scratch)
{
    Str ascii = utf8_ascii(str_slice(text, 0, TEXT_MAX), &scratch);
    Buf ended = new_buf(&scratch);
    buf_add(&ended, ascii);
    buf_char(&ended, '\0');
    if (ascii.len)
        put_chunk(b, name, buf_str(&ended));
}

static Str info_list(const EpisodeInfo *info, Arena *arena)
{
    Buf b = new_buf(arena);
    buf_reserve(&b, 1 << 16);
    buf_add(&b, STR("INFO"));
    put_text(&b, "INAM", info->title, *arena);
    put_text(&b, "IART", info->artist, *arena);
    put_text(&b, "IPRD", info->album, *arena);
    put_text(&b, "ICRD", info->date, *arena);
    put_text(&b, "ICOP", info->copyright, *arena);
    put_text(&b, "IGNR", STR("Podcast"), *arena);
    put_text(&b, "ICMT", full_comment(info, arena), *arena);
    return buf_str(&b);
}

static Str format_chunk(const Timeline *timeline, Arena *arena)
{
    Buf b = new_buf(arena);
    uint64_t frame = (uint64_t)timeline->channel_count * SAMPLE_BYTES;
    put_number(&b, 2, 1); // PCM
    put_number(&b, 2, (uint64_t)timeline->channel_count);
    put_number(&b, 4, MASTER_RATE_HZ);
    put_number(&b, 4, MASTER_RATE_HZ * frame);
    put_number(&b, 2, frame);
    put_number(&b, 2, 8 * SAMPLE_BYTES);
    return buf_str(&b);
}

static Str size_chunk(uint64_t riff, uint64_t data, uint64_t frames, Arena *arena)
{
    Buf b = new_buf(arena);
    put_number(&b, 8, riff);
    put_number(&b, 8, data);
    put_number(&b, 8, frames);
    put_number(&b, 4, 0); // no other sizes
    return buf_str(&b);
}

static Str make_front(const Encoding *encoding, Arena *arena)
{
    const Timeline *timeline = encoding->timeline;
    uint64_t data = (uint64_t)data_size(timeline);
    Buf chunks = new_buf(arena);
    put_chunk(&chunks, "fmt ", format_chunk(timeline, arena));
    if (encoding->job->info)
        put_chunk(&chunks, "LIST", info_list(encoding->job->info, arena));
    enum { SIZES = 8 + 28 };
    const uint64_t LARGEST = 0xFFFFFFFF;
    uint64_t riff = 4 + chunks.len + 8 + data;
    bool large = riff > LARGEST;
    Buf b = new_buf(arena);
    buf_add(&b, large ? STR("RF64") : STR("RIFF"));
    put_number(&b, 4, large ? LARGEST : riff);
    buf_add(&b, STR("WAVE"));
    if (large)
        put_chunk(&b, "ds64",
                  size_chunk(riff + SIZES, data, (uint64_t)timeline->frame_count, arena));
    buf_add(&b, buf_str(&chunks));
    buf_add(&b, STR("data"));
    put_number(&b, 4, large ? LARGEST : data);
    return buf_str(&b);
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
