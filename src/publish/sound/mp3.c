// MP3 by several processes at once, a passage at a time: frames do not refer to each other
// (layer3.h), so those that were encoded apart stand side by side, and their places
// are known before it starts.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/parallel.h"
#include "publish/sound/encode.h"
#include "publish/sound/mp3_info.h"
#include "publish/sound/parts.h"

enum { FRAME = LAYER3_FRAME };

// The frames of a passage; the last has those behind the end too.
typedef struct {
    int64_t beg, end;
    uint16_t crc; // of their bytes
} Stretch;

typedef struct {
    const Encoding *encoding;
    Layer3Format format;
    const Bank *bank;
    const Mp3Crc *crc;
    int64_t frame_count;
    uint32_t part_count;
    Stretch *stretches; // of the parts, shared with the workers
    size_t base;        // bytes of the file before the first frame of sound
    int fd;
    Arena scratch;
} Mp3;

// --- Sizes ---

static int64_t frames_size(const Mp3 *mp3, int64_t count)
{
    return layer3_size(&mp3->format, count);
}

static void cut_parts(Mp3 *mp3)
{
    const Timeline *timeline = mp3->encoding->timeline;
    for (uint32_t i = 0; i < mp3->part_count; i++) {
        const Passage *passage = &timeline->passages.items[i];
        mp3->stretches[i].beg = passage->start_frame / FRAME;
        mp3->stretches[i].end = passage->end_frame / FRAME;
    }
    mp3->stretches[mp3->part_count - 1].end = mp3->frame_count;
}

// --- Parts ---

static uint32_t count_part(const Stretch *part)
{
    return (uint32_t)(part->end - part->beg);
}

static bool encode_part(const Mp3 *mp3, uint32_t index, Arena *arena, Str *frames, Error *err)
{
    const Stretch *part = &mp3->stretches[index];
    const Passage *passage = &mp3->encoding->timeline->passages.items[index];
    int64_t count = part->end - part->beg;
    int64_t after = (part->end + 1) * FRAME - passage->end_frame;
    size_t len = (size_t)(count * layer3_size(&mp3->format, 1));
    unsigned char *out = ALLOC(arena, unsigned char, len);
    Arena scratch = *arena;
    size_t length = (size_t)(LAYER3_BEFORE + (count + 1) * FRAME);
    float *sound = ROOM(&scratch, float, LAYER3_LATE + length) + LAYER3_LATE;
    memset(sound - LAYER3_LATE, 0, LAYER3_LATE * sizeof *sound);
    if (!render_passage(mp3->encoding->timeline, index, LAYER3_BEFORE, after, scratch, sound, err))
        return false;
    encode_layer3(&mp3->format, mp3->bank, count, sound, scratch, out);
    *frames = (Str){(char *)out, len};
    return true;
}

static bool make_part(const void *context, uint32_t index, Arena *arena, const HeardPart *heard,
                      Str *bytes, Error *err)
{
    return encode_part(context, index, arena, bytes, err) &&
           hear_mp3(*bytes, heard->step_count, *arena, heard->energy, heard->peak, err);
}

static bool write_part(const Mp3 *mp3, uint32_t index, const unsigned char *frames, Arena scratch,
                       Error *err)
{
    Stretch *part = &mp3->stretches[index];
    int64_t beg = frames_size(mp3, part->beg);
    size_t len = (size_t)(frames_size(mp3, part->end) - beg);
    unsigned char *out = ALLOC(&scratch, unsigned char, len);
    place_layer3(&mp3->format, frames, part->beg, part->end - part->beg, out);
    part->crc = mp3_crc(mp3->crc, out, len);
    return write_at(mp3->encoding, mp3->fd, out, len, (int64_t)mp3->base + beg, err);
}

static bool do_part(void *context, uint32_t job, Error *err)
{
    const Mp3 *mp3 = context;
    uint32_t index = mp3->encoding->timeline->longest_first[job];
    Arena scratch = mp3->scratch;
    Parts parts = {.encoding = mp3->encoding, .kind = "mp3", .make = make_part, .context = mp3};
    parts.format =
        str_format(&scratch, "mp3 2: %d channels, %d kbit/s, %u frames", mp3->format.channel_count,
                   mp3->format.kbps, count_part(&mp3->stretches[index]));
    parts.once = true;
    Part part;
    if (!have_part(&parts, index, &scratch, &part, err))
        return false;
    bool ok = write_part(mp3, index, (const unsigned char *)part.bytes.data, scratch, err);
    release_blob(&part.blob);
    return ok;
}

static void tell_parts(void *context, uint32_t done, uint32_t total)
{
    const Mp3 *mp3 = context;
    tell_share(mp3->encoding, done, total);
}

// --- The file ---

static Mp3Info info_of(const Mp3 *mp3)
{
    Mp3Info info = {.format = mp3->format,
                    .frame_count = mp3->frame_count,
                    .sample_count = mp3->encoding->timeline->frame_count,
                    .bytes = (uint64_t)frames_size(mp3, mp3->frame_count)};
    for (uint32_t i = 0; i < mp3->part_count; i++) {
        const Stretch *part = &mp3->stretches[i];
        int64_t len = frames_size(mp3, part->end) - frames_size(mp3, part->beg);
        info.music_crc = mp3_crc_join(info.music_crc, part->crc, len);
    }
    return info;
}

static bool write_front(const Mp3 *mp3, Error *err)
{
    unsigned char frame[LAYER3_FRAME_BYTES_MAX] = {0};
    Mp3Info info = info_of(mp3);
    put_mp3_info(&info, mp3->crc, frame);
    Str tag = mp3->encoding->job->id3_tag;
    return write_at(mp3->encoding, mp3->fd, tag.data, tag.len, 0, err) &&
           write_at(mp3->encoding, mp3->fd, frame, mp3_info_size(&mp3->format), (int64_t)tag.len,
                    err);
}

static bool fill_file(Mp3 *mp3, Error *err)
{
    const char *path = mp3->encoding->path;
    mp3->fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (mp3->fd < 0)
        return encoding_failed(mp3->encoding, strerror(errno), err);
    bool ok = run_parallel(mp3->part_count, mp3->encoding->worker_count, do_part, mp3, tell_parts,
                           mp3, err) &&
              write_front(mp3, err);
    if (close(mp3->fd) != 0 && ok)
        ok = encoding_failed(mp3->encoding, strerror(errno), err);
    return ok;
}

static bool write_mp3(const Encoding *encoding, Arena scratch, Error *err)
{
    Mp3 mp3 = {
        .encoding = encoding,
        .format = {encoding->timeline->channel_count,
                   encoding->job->mp3_kbps ? encoding->job->mp3_kbps : MP3_KBPS},
        .frame_count = mp3_frames(encoding->timeline->frame_count),
    };
    mp3.bank = make_bank(&scratch);
    Mp3Crc crc;
    make_mp3_crc(&crc);
    mp3.crc = &crc;
    mp3.scratch = scratch;
    mp3.part_count = encoding->timeline->passages.count;
    mp3.base = encoding->job->id3_tag.len + mp3_info_size(&mp3.format);
    size_t size = sizeof(Stretch) * mp3.part_count;
    mp3.stretches = map_shared(size);
    if (!mp3.stretches)
        return encoding_failed(encoding, "no shared memory", err);
    cut_parts(&mp3);
    bool ok = fill_file(&mp3, err);
    unmap_shared(mp3.stretches, size);
    return ok;
}

const Encoder MP3_ENCODER = {{"mp3", "audio/mpeg"}, .write = write_mp3};
