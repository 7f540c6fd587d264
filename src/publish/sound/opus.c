// Opus in Ogg (RFC 7845) by several processes at once, a passage at a time. Packets last
// 20 ms and passages do not last whole packets, so each passage is encoded from its own start
// on, and begins in the file with the packet that is nearest to where it should: at most 10 ms
// off, which does not add up. Where one ends and the next begins all passages sound alike, so
// a packet more or less is not heard; and what was encoded can stand anywhere.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/parallel.h"
#include "master/loudness.h"
#include "publish/sound/info.h"
#include "publish/sound/ogg.h"
#include "publish/sound/opus_packets.h"
#include "publish/sound/parts.h"
#include "publish/sound/rate48.h"
#include "publish/sound/vorbis.h"

enum {
    PACKET_FRAMES = MASTER_RATE_HZ / 50,                       // of OPUS_PACKET samples
    PAGE_PACKETS = 50,                                         // a second
    HEAD_FRAMES = OPUS_WARM_UP * PACKET_FRAMES + RATE48_REACH, // rendered before a passage
    // Behind a passage: what rounding its start and its end may add, and the delay.
    PACKETS_MORE = 2,
};

_Static_assert((int)HEAD_FRAMES >= (int)PASSAGE_TAIL,
               "the warm-up is longer than what is rendered");
_Static_assert(PACKET_FRAMES *RATE48_TO == OPUS_PACKET * RATE48_FROM, "packets are whole frames");
_Static_assert((int)PACKETS_MORE *PACKET_FRAMES + RATE48_REACH <= (int)PASSAGE_LEAD,
               "passages sound alike as far as is rendered");
_Static_assert(PAGE_PACKETS *(OPUS_PACKET_BYTES_MAX / 255 + 1) <= OGG_LACING_MAX,
               "a page has room for its packets");

// Where the packets of a passage stand.
typedef struct {
    uint32_t first, count; // packets
    uint32_t page;         // the first
    int64_t at, size;      // bytes
} Place;

typedef struct {
    const Encoding *encoding;
    Parts parts;
    const Rate48 *rate;
    Crc crc;
    uint32_t part_count;
    Place *places; // shared with the workers
    int64_t delay; // samples before the sound
    int64_t total; // samples, those included
    int64_t base;  // bytes before the first packet of sound
    int fd;
    Arena scratch;
} Opus;

// --- Encoding: the sizes of the packets, then their bytes ---

static int64_t frames_of(const Opus *opus, uint32_t index)
{
    const Passage *passage = &opus->encoding->timeline->passages.items[index];
    return passage->end_frame - passage->start_frame;
}

static uint32_t count_made(const Opus *opus, uint32_t index)
{
    return (uint32_t)(frames_of(opus, index) / PACKET_FRAMES) + PACKETS_MORE;
}

// The sound at OPUS_RATE_HZ from the warm-up on. Before PASSAGE_TAIL there is silence.
static bool render_wide(const Opus *opus, uint32_t index, uint32_t packets, Arena *arena,
                        float **out, Error *err)
{
    int64_t frames = frames_of(opus, index);
    int64_t size = HEAD_FRAMES + (int64_t)packets * PACKET_FRAMES + RATE48_REACH;
    int64_t count = (int64_t)(OPUS_WARM_UP + packets) * OPUS_PACKET;
    *out = ALLOC(arena, float, (size_t)count);
    Arena scratch = *arena;
    float *sound = ALLOC(&scratch, float, (size_t)size);
    if (!render_passage(opus->encoding->timeline, index, PASSAGE_TAIL, size - HEAD_FRAMES - frames,
                        scratch, sound + (HEAD_FRAMES - PASSAGE_TAIL), err))
        return false;
    raise_rate(opus->rate, sound + RATE48_REACH, count, *out);
    return true;
}

// Steps of packets become those of the passage.
static void hear_packets(const Opus *opus, const float *decoded, uint32_t packets, Arena scratch,
                         const HeardPart *heard)
{
    const double STEP = (double)HIGH_STEP_FRAMES / PACKET_FRAMES;
    uint32_t count = packets - 1; // less what the delay takes from the last
    float *energy = ALLOC(&scratch, float, count);
    hear_fast_sound(decoded + OPUS_WARM_UP * OPUS_PACKET + opus->delay, count, energy, heard->peak);
    for (uint32_t i = 0; i < heard->step_count; i++)
        heard->energy[i] = (float)mean_energy(energy, count, i * STEP, (i + 1) * STEP);
}

static bool make_packets(const void *context, uint32_t index, Arena *arena, const HeardPart *heard,
                         Str *bytes, Error *err)
{
    const Opus *opus = context;
    uint32_t count = count_made(opus, index);
    float *sound;
    OpusPackets packets;
    if (!render_wide(opus, index, count, arena, &sound, err))
        return false;
    if (!encode_opus(sound, count, opus->encoding->timeline->channel_count, arena, &packets))
        return encoding_failed(opus->encoding, "libopus gives no packets", err);
    hear_packets(opus, packets.heard, count, *arena, heard);
    Buf b = new_buf(arena);
    buf_reserve(&b, count * sizeof *packets.sizes + packets.bytes.len);
    buf_add(&b, (Str){(const char *)packets.sizes, count * sizeof *packets.sizes});
    buf_add(&b, packets.bytes);
    *bytes = buf_str(&b);
    return true;
}

static const uint16_t *sizes_of(const Part *part)
{
    return (const void *)part->bytes.data;
}

static int64_t pages_size(const uint16_t *sizes, uint32_t count)
{
    size_t size = 0;
    for (uint32_t i = 0; i < count; i += PAGE_PACKETS)
        size += ogg_page_size(sizes + i, count - i < PAGE_PACKETS ? count - i : PAGE_PACKETS);
    return (int64_t)size;
}

static bool do_passage(void *context, uint32_t job, Error *err)
{
    const Opus *opus = context;
    uint32_t index = opus->encoding->timeline->longest_first[job];
    Place *place = &opus->places[index];
    Arena scratch = opus->scratch;
    Part part;
    if (!have_part(&opus->parts, index, &scratch, &part, err))
        return false;
    place->size = pages_size(sizes_of(&part), place->count);
    release_blob(&part.blob);
    return true;
}

static void tell_passages(void *context, uint32_t done, uint32_t total)
{
    const Opus *opus = context;
    tell_share(opus->encoding, done, total);
}

// --- Into the file ---

static void place_passages(const Opus *opus)
{
    int64_t at = 0;
    for (uint32_t i = 0; i < opus->part_count; i++) {
        opus->places[i].at = at;
        at += opus->places[i].size;
    }
}

static void put_pages(const Opus *opus, const Place *place, const Part *part, Buf *out)
{
    const uint16_t *sizes = sizes_of(part);
    uint32_t made = count_made(opus, (uint32_t)(place - opus->places));
    const char *packets = part->bytes.data + made * sizeof *sizes;
    OggPlace page = {.sequence = place->page};
    for (uint32_t i = 0; i < place->count; i += PAGE_PACKETS) {
        uint32_t count = place->count - i < PAGE_PACKETS ? place->count - i : PAGE_PACKETS;
        int64_t end = (int64_t)(place->first + i + count) * OPUS_PACKET;
        page.last = end >= opus->total;
        page.granule = page.last ? opus->total : end;
        put_ogg_packets(out, &opus->crc, &page, sizes + i, count, packets);
        page.sequence++;
        for (uint32_t k = i; k < i + count; k++)
            packets += sizes[k];
    }
}

static bool write_passage(void *context, uint32_t index, Error *err)
{
    const Opus *opus = context;
    Arena scratch = opus->scratch;
    const Place *place = &opus->places[index];
    Part part;
    if (!take_part(&opus->parts, index, scratch, &part, err))
        return false;
    Buf out = new_buf(&scratch);
    buf_reserve(&out, (size_t)place->size);
    put_pages(opus, place, &part, &out);
    release_blob(&part.blob);
    return write_at(opus->encoding, opus->fd, out.data, out.len, opus->base + place->at, err);
}

// --- What stands before the sound ---

static Str opus_head(const Opus *opus, Arena *arena)
{
    Buf b = new_buf(arena);
    buf_add(&b, STR("OpusHead"));
    buf_number(&b, 1, 1); // version
    buf_number(&b, 1, (uint64_t)opus->encoding->timeline->channel_count);
    buf_number(&b, 2, (uint64_t)opus->delay);
    buf_number(&b, 4, MASTER_RATE_HZ);
    buf_number(&b, 2, 0); // gain
    buf_number(&b, 1, 0); // one or two channels, left and right
    return buf_str(&b);
}

static Str opus_tags(const Opus *opus, Arena *arena)
{
    const EpisodeInfo *info = opus->encoding->job->info;
    VorbisComments comments = {.vendor = opus_vendor(), .info = info};
    if (info) {
        comments.comment = tag_lines(info->comment, arena);
        comments.picture = picture_block(&info->cover, arena);
    }
    Str texts = vorbis_comments(&comments, arena);
    Buf b = new_buf(arena);
    buf_add(&b, STR("OpusTags"));
    buf_add(&b, texts);
    return buf_str(&b);
}

// Gives how many pages it has.
static uint32_t make_front(const Opus *opus, Arena *arena, Str *out)
{
    Str head = opus_head(opus, arena), tags = opus_tags(opus, arena);
    Buf b = new_buf(arena);
    uint32_t pages = put_ogg_packet(&b, &opus->crc, &(OggPlace){.first = true}, head);
    pages += put_ogg_packet(&b, &opus->crc, &(OggPlace){.sequence = pages}, tags);
    *out = buf_str(&b);
    return pages;
}

// --- The file ---

static uint32_t nearest_packet(int64_t frame)
{
    return (uint32_t)((frame + PACKET_FRAMES / 2) / PACKET_FRAMES);
}

static int64_t up(int64_t amount, int64_t unit)
{
    return (amount + unit - 1) / unit;
}

static void cut_packets(Opus *opus, uint32_t page)
{
    const Timeline *timeline = opus->encoding->timeline;
    opus->total = opus->delay + up(timeline->frame_count * RATE48_TO, RATE48_FROM);
    for (uint32_t i = 0; i < opus->part_count; i++) {
        const Passage *passage = &timeline->passages.items[i];
        Place *place = &opus->places[i];
        bool last = i + 1 == opus->part_count;
        uint32_t end =
            last ? (uint32_t)up(opus->total, OPUS_PACKET) : nearest_packet(passage->end_frame);
        place->first = nearest_packet(passage->start_frame);
        place->count = end - place->first;
        place->page = page;
        page += (uint32_t)up(place->count, PAGE_PACKETS);
    }
}

static bool fill_file(Opus *opus, Arena scratch, Error *err)
{
    const Encoding *encoding = opus->encoding;
    Str front;
    cut_packets(opus, make_front(opus, &scratch, &front));
    opus->base = (int64_t)front.len;
    if (!write_at(encoding, opus->fd, front.data, front.len, 0, err) ||
        !run_parallel(opus->part_count, encoding->worker_count, do_passage, opus, tell_passages,
                      opus, err))
        return false;
    place_passages(opus);
    return run_parallel(opus->part_count, encoding->worker_count, write_passage, opus, NULL, NULL,
                        err);
}

static bool write_file_of(Opus *opus, Arena scratch, Error *err)
{
    const Encoding *encoding = opus->encoding;
    opus->fd = open(encoding->path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (opus->fd < 0)
        return encoding_failed(encoding, strerror(errno), err);
    bool ok = fill_file(opus, scratch, err);
    if (close(opus->fd) != 0 && ok)
        ok = encoding_failed(encoding, strerror(errno), err);
    return ok;
}

static bool write_opus(const Encoding *encoding, Arena scratch, Error *err)
{
    Opus opus = {.encoding = encoding,
                 .part_count = encoding->timeline->passages.count,
                 .rate = make_rate48(&scratch),
                 .delay = opus_delay()};
    Str format = str_format(&scratch, "opus 2: %d channels, %.*s",
                            encoding->timeline->channel_count, STR_ARG(opus_vendor()));
    opus.parts = (Parts){.encoding = encoding,
                         .kind = "opus",
                         .format = format,
                         .make = make_packets,
                         .context = &opus};
    make_ogg_crc(&opus.crc);
    opus.scratch = scratch;
    size_t size = sizeof(Place) * opus.part_count;
    opus.places = map_shared(size);
    if (!opus.places)
        return encoding_failed(encoding, "no shared memory", err);
    bool ok = write_file_of(&opus, scratch, err);
    unmap_shared(opus.places, size);
    return ok;
}

const Encoder OPUS_ENCODER = {{"opus", "audio/ogg"}, .write = write_opus};
