// FLAC by several processes at once, a passage at a time: first each is encoded, or found in
// the store, then its frames get their numbers and their places in the file. All frames are of
// one size, which passages are multiples of; some players cannot do with another.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <time.h>
#include <unistd.h>

#include "base/parallel.h"
#include "base/soundfile.h"
#include "publish/sound/flac_frames.h"
#include "publish/sound/info.h"
#include "publish/sound/parts.h"
#include "publish/sound/vorbis.h"

enum { BITS = 16, WAIT_NS = 200000 };

_Static_assert(PASSAGE_GRID % FLAC_BLOCK == 0, "a passage is whole frames");

// Where the frames of a passage stand.
typedef struct {
    uint32_t first, count; // frames
    int64_t at;            // bytes behind the first frame of all
    int64_t size;
    uint32_t least, most; // bytes of a frame
} Place;

// The digest of all samples, which must be taken in order: whoever has rendered the passage
// that it waits for takes it on.
typedef struct {
    Md5 md5;
    atomic_uint next; // passage
    atomic_bool failed;
} Digest;

typedef struct {
    const Encoding *encoding;
    Parts parts;
    uint32_t part_count;
    Place *places;  // shared with the workers
    Digest *digest; // likewise
    FlacCrcs crcs;
    int64_t base; // bytes before the first frame
    int fd;
    Arena scratch;
} Flac;

// --- The digest ---

static bool try_digest(Digest *digest, uint32_t index, Str pcm)
{
    if (atomic_load(&digest->next) != index)
        return false;
    add_md5(&digest->md5, pcm.data, pcm.len);
    atomic_store(&digest->next, index + 1);
    return true;
}

// Passages are taken in order, so those before this one are being rendered. Where one fails,
// its failure is told, not that of those that wait.
static void wait_for_digest(Digest *digest, uint32_t index, Str pcm)
{
    while (!try_digest(digest, index, pcm) && !atomic_load(&digest->failed))
        nanosleep(&(struct timespec){.tv_nsec = WAIT_NS}, NULL);
}

// --- Encoding: the sizes of the frames, then their bytes ---

typedef struct {
    const Flac *flac;
    const float *sound;
    const int16_t *samples;
} Rendered;

static bool make_frames(const void *context, uint32_t index, Arena *arena, const HeardPart *heard,
                        Str *bytes, Error *err)
{
    const Rendered *rendered = context;
    const Encoding *encoding = rendered->flac->encoding;
    uint32_t count = rendered->flac->places[index].count;
    FlacFrames frames;
    hear_sound(rendered->sound, heard->step_count, heard->energy, heard->peak);
    if (!encode_flac(rendered->samples, count, encoding->timeline->channel_count, arena, &frames))
        return encoding_failed(encoding, "libFLAC gives no frames", err);
    Buf b = new_buf(arena);
    buf_reserve(&b, count * sizeof *frames.sizes + frames.bytes.len);
    buf_add(&b, (Str){(const char *)frames.sizes, count * sizeof *frames.sizes});
    buf_add(&b, frames.bytes);
    *bytes = buf_str(&b);
    return true;
}

static FlacFrames frames_of(const Part *part, uint32_t count)
{
    size_t sizes = count * sizeof(uint32_t);
    return (FlacFrames){count, (uint32_t *)(uintptr_t)part->bytes.data,
                        str_slice(part->bytes, sizes, part->bytes.len)};
}

static bool have_frames(const Flac *flac, uint32_t index, const Rendered *rendered, Arena scratch,
                        Error *err)
{
    Parts parts = flac->parts;
    parts.context = rendered;
    Part part;
    if (!have_part(&parts, index, &scratch, &part, err))
        return false;
    Place *place = &flac->places[index];
    place->size = (int64_t)(frames_of(&part, place->count).bytes.len +
                            flac_growth(place->first, place->count));
    release_blob(&part.blob);
    return true;
}

static bool encode_passage(const Flac *flac, uint32_t index, Error *err)
{
    Arena scratch = flac->scratch;
    const Timeline *timeline = flac->encoding->timeline;
    int64_t count = (int64_t)flac->places[index].count * FLAC_BLOCK;
    float *wide = ROOM(&scratch, float, (size_t)count + 2 * HEARD_MARGIN);
    if (!render_passage(timeline, index, HEARD_MARGIN, HEARD_MARGIN, scratch, wide, err))
        return false;
    int16_t *samples = ROOM(&scratch, int16_t, (size_t)count);
    round_samples(wide + HEARD_MARGIN, count, samples);
    Str pcm = pcm_bytes(samples, count, timeline->channel_count, &scratch);
    bool digested = try_digest(flac->digest, index, pcm);
    if (!have_frames(flac, index, &(Rendered){flac, wide + HEARD_MARGIN, samples}, scratch, err))
        return false;
    if (!digested)
        wait_for_digest(flac->digest, index, pcm);
    return true;
}

static bool do_passage(void *context, uint32_t index, Error *err)
{
    const Flac *flac = context;
    bool ok = encode_passage(flac, index, err);
    if (!ok)
        atomic_store(&flac->digest->failed, true);
    return ok;
}

static void tell_passages(void *context, uint32_t done, uint32_t total)
{
    const Flac *flac = context;
    tell_share(flac->encoding, done, total);
}

// --- Into the file ---

static void place_passages(const Flac *flac)
{
    int64_t at = 0;
    for (uint32_t i = 0; i < flac->part_count; i++) {
        flac->places[i].at = at;
        at += flac->places[i].size;
    }
}

static size_t number_frames(const Flac *flac, Place *place, const FlacFrames *frames,
                            unsigned char *out)
{
    size_t len = 0, from = 0;
    place->least = UINT32_MAX;
    for (uint32_t i = 0; i < frames->count; i++) {
        Str frame = str_slice(frames->bytes, from, from + frames->sizes[i]);
        uint32_t size = (uint32_t)renumber_flac(&flac->crcs, frame, place->first + i, out + len);
        place->least = size < place->least ? size : place->least;
        place->most = size > place->most ? size : place->most;
        from += frames->sizes[i];
        len += size;
    }
    return len;
}

static bool write_passage(void *context, uint32_t index, Error *err)
{
    const Flac *flac = context;
    Arena scratch = flac->scratch;
    Place *place = &flac->places[index];
    Part part;
    if (!take_part(&flac->parts, index, scratch, &part, err))
        return false;
    FlacFrames frames = frames_of(&part, place->count);
    unsigned char *out = ALLOC(&scratch, unsigned char, (size_t)place->size);
    size_t len = number_frames(flac, place, &frames, out);
    bool ok = write_at(flac->encoding, flac->fd, out, len, flac->base + place->at, err);
    release_blob(&part.blob);
    return ok;
}

// --- What stands before the frames ---

enum { STREAM_INFO = 0, SEEK_TABLE = 3, COMMENTS = 4, PICTURE = 6, LAST = 0x80 };

static void put_number(Buf *b, int bytes, uint64_t value)
{
    while (bytes-- > 0)
        buf_char(b, (char)(value >> 8 * bytes));
}

static void put_block(Buf *b, int type, Str content)
{
    put_number(b, 1, (uint64_t)type);
    put_number(b, 3, content.len);
    buf_add(b, content);
}

static Str stream_info(const Flac *flac, Arena *arena)
{
    const Timeline *timeline = flac->encoding->timeline;
    Buf b = new_buf(arena);
    Md5 md5 = flac->digest->md5;
    unsigned char digest[MD5_BYTES];
    uint32_t least = UINT32_MAX, most = 0;
    for (uint32_t i = 0; i < flac->part_count; i++) {
        least = flac->places[i].least < least ? flac->places[i].least : least;
        most = flac->places[i].most > most ? flac->places[i].most : most;
    }
    finish_md5(&md5, digest);
    put_number(&b, 2, FLAC_BLOCK);
    put_number(&b, 2, FLAC_BLOCK);
    put_number(&b, 3, least);
    put_number(&b, 3, most);
    uint64_t format =
        (uint64_t)MASTER_RATE_HZ << 8 | (uint64_t)(timeline->channel_count - 1) << 5 | (BITS - 1);
    put_number(&b, 8, format << 36 | (uint64_t)timeline->frame_count);
    buf_add(&b, (Str){(const char *)digest, sizeof digest});
    return buf_str(&b);
}

// One point for each passage: their places are known.
static Str seek_table(const Flac *flac, Arena *arena)
{
    Buf b = new_buf(arena);
    for (uint32_t i = 0; i < flac->part_count; i++) {
        put_number(&b, 8, (uint64_t)flac->places[i].first * FLAC_BLOCK);
        put_number(&b, 8, (uint64_t)flac->places[i].at);
        put_number(&b, 2, FLAC_BLOCK);
    }
    return buf_str(&b);
}

static Str make_front(const Flac *flac, Arena *arena)
{
    const EpisodeInfo *info = flac->encoding->job->info;
    VorbisComments comments = {.vendor = flac_vendor(), .info = info};
    if (info)
        comments.comment = tag_lines(full_comment(info, arena), arena);
    Str picture = info ? picture_block(&info->cover, arena) : (Str){0};
    Str texts = vorbis_comments(&comments, arena);
    Str stream = stream_info(flac, arena), seek = seek_table(flac, arena);
    Buf b = new_buf(arena);
    buf_add(&b, STR("fLaC"));
    put_block(&b, STREAM_INFO, stream);
    put_block(&b, SEEK_TABLE, seek);
    put_block(&b, COMMENTS | (picture.len ? 0 : LAST), texts);
    if (picture.len)
        put_block(&b, PICTURE | LAST, picture);
    return buf_str(&b);
}

// --- The file ---

// The front is as long before it is filled in.
static bool fill_file(Flac *flac, Arena scratch, Error *err)
{
    const Encoding *encoding = flac->encoding;
    if (!run_parallel(flac->part_count, encoding->worker_count, do_passage, flac, tell_passages,
                      flac, err))
        return false;
    place_passages(flac);
    Arena inner = scratch;
    flac->base = (int64_t)make_front(flac, &inner).len;
    if (!run_parallel(flac->part_count, encoding->worker_count, write_passage, flac, NULL, NULL,
                      err))
        return false;
    Str front = make_front(flac, &scratch);
    return write_at(encoding, flac->fd, front.data, front.len, 0, err);
}

static bool write_file_of(Flac *flac, Arena scratch, Error *err)
{
    const Encoding *encoding = flac->encoding;
    flac->fd = open(encoding->path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (flac->fd < 0)
        return encoding_failed(encoding, strerror(errno), err);
    bool ok = fill_file(flac, scratch, err);
    if (close(flac->fd) != 0 && ok)
        ok = encoding_failed(encoding, strerror(errno), err);
    return ok;
}

static void cut_frames(const Flac *flac)
{
    for (uint32_t i = 0; i < flac->part_count; i++) {
        const Passage *passage = &flac->encoding->timeline->passages.items[i];
        flac->places[i].first = (uint32_t)(passage->start_frame / FLAC_BLOCK);
        flac->places[i].count =
            (uint32_t)((passage->end_frame - passage->start_frame) / FLAC_BLOCK);
    }
}

static bool write_flac(const Encoding *encoding, Arena scratch, Error *err)
{
    Flac flac = {.encoding = encoding, .part_count = encoding->timeline->passages.count};
    Str format = str_format(&scratch, "flac 2: %d channels, %.*s",
                            encoding->timeline->channel_count, STR_ARG(flac_vendor()));
    flac.parts =
        (Parts){.encoding = encoding, .kind = "flac", .format = format, .make = make_frames};
    make_flac_crcs(&flac.crcs);
    flac.scratch = scratch;
    size_t size = sizeof(Digest) + sizeof(Place) * flac.part_count;
    flac.digest = map_shared(size);
    if (!flac.digest)
        return encoding_failed(encoding, "no shared memory", err);
    flac.places = (Place *)(flac.digest + 1);
    start_md5(&flac.digest->md5);
    cut_frames(&flac);
    bool ok = write_file_of(&flac, scratch, err);
    unmap_shared(flac.digest, size);
    return ok;
}

const Encoder FLAC_ENCODER = {{"flac", "audio/flac"}, .write = write_flac};
