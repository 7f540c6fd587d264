// libtwolame encodes a passage at a time. A frame depends on the sound in front of it through
// the filters and the model of hearing alone, which a few frames that are thrown away have filled;
// and all frames have one size, so workers write side by side.
#define _GNU_SOURCE
#include "publish/sound/mp2.h"

#include <errno.h>
#include <fcntl.h>
#include <twolame.h>
#include <unistd.h>

#include "base/parallel.h"

enum {
    FRAME = 1152,
    KBPS = 256,
    FRAME_BYTES = 144 * KBPS * 1000 / MASTER_RATE_HZ, // rounded down: no padding
    CHANNELS = 2,
    WARM_UP = (int)PASSAGE_TAIL / FRAME,
    SLACK = 16384, // of room that libtwolame may ask for beyond its frames
};

_Static_assert((int)PASSAGE_GRID == (int)FRAME, "passages are whole frames");

typedef struct {
    const Encoding *encoding;
    int fd;
    Arena scratch;
} Mp2;

static twolame_options *open_encoder(void)
{
    twolame_options *o = twolame_init();
    if (!o)
        return NULL;
    bool ok = twolame_set_in_samplerate(o, MASTER_RATE_HZ) == 0 &&
              twolame_set_out_samplerate(o, MASTER_RATE_HZ) == 0 &&
              twolame_set_num_channels(o, CHANNELS) == 0 &&
              twolame_set_mode(o, TWOLAME_STEREO) == 0 && twolame_set_bitrate(o, KBPS) == 0 &&
              twolame_set_padding(o, TWOLAME_PAD_NO) == 0 && twolame_set_verbosity(o, 0) == 0 &&
              twolame_init_params(o) == 0;
    if (!ok)
        twolame_close(&o);
    return ok ? o : NULL;
}

// Gives how many bytes there are; negative: libtwolame fails.
static int encode(const float *sound, int frames, unsigned char *out, int room)
{
    twolame_options *o = open_encoder();
    if (!o)
        return -1;
    int len = twolame_encode_buffer_float32(o, sound, sound, frames * FRAME, out, room);
    twolame_close(&o);
    return len;
}

static bool write_passage(void *context, uint32_t job, Error *err)
{
    const Mp2 *mp2 = context;
    const Timeline *timeline = mp2->encoding->timeline;
    Arena scratch = mp2->scratch;
    uint32_t index = timeline->longest_first[job];
    const Passage *passage = &timeline->passages.items[index];
    int64_t first = passage->start_frame / FRAME, count = passage->end_frame / FRAME - first;
    float *sound = ROOM(&scratch, float, (size_t)(WARM_UP + count) * FRAME);
    if (!render_passage(timeline, index, PASSAGE_TAIL, 0, scratch, sound, err))
        return false;
    int64_t size = (WARM_UP + count) * FRAME_BYTES;
    unsigned char *out = ROOM(&scratch, unsigned char, (size_t)size + SLACK);
    if (encode(sound, (int)(WARM_UP + count), out, (int)size + SLACK) != size)
        return encoding_failed(mp2->encoding, "libtwolame does not encode", err);
    return write_at(mp2->encoding, mp2->fd, out + WARM_UP * FRAME_BYTES,
                    (size_t)(count * FRAME_BYTES), first * FRAME_BYTES, err);
}

static void tell_passages(void *context, uint32_t done, uint32_t total)
{
    const Mp2 *mp2 = context;
    tell_share(mp2->encoding, done, total);
}

static bool write_mp2(const Encoding *encoding, Arena scratch, Error *err)
{
    Mp2 mp2 = {.encoding = encoding, .scratch = scratch};
    mp2.fd = open(encoding->path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (mp2.fd < 0)
        return encoding_failed(encoding, strerror(errno), err);
    bool ok = run_parallel(encoding->timeline->passages.count, encoding->worker_count,
                           write_passage, &mp2, tell_passages, &mp2, err);
    if (close(mp2.fd) != 0 && ok)
        ok = encoding_failed(encoding, strerror(errno), err);
    return ok;
}

const Encoder MP2_ENCODER = {{"mp2", "audio/mpeg"}, .write = write_mp2, .unheard = true};
