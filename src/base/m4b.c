#include "base/m4b.h"

#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/channel_layout.h>
#include <stdlib.h>

#include "base/library.h"

typedef struct {
    __typeof__(av_strerror) *text;
    __typeof__(av_log_set_level) *set_log;
    __typeof__(av_dict_set) *set_tag;
    __typeof__(av_dict_free) *free_tags;
    __typeof__(av_mallocz) *zeroed;
    __typeof__(av_calloc) *zeroed_array;
    __typeof__(av_frame_alloc) *new_frame;
    __typeof__(av_frame_free) *free_frame;
    __typeof__(av_frame_get_buffer) *frame_room;
    __typeof__(av_frame_make_writable) *own_frame;
    __typeof__(av_channel_layout_default) *layout;
    __typeof__(av_channel_layout_copy) *copy_layout;
    __typeof__(av_rescale_q) *rescale;
    __typeof__(avcodec_find_encoder_by_name) *find_encoder;
    __typeof__(avcodec_find_decoder) *find_decoder;
    __typeof__(avcodec_alloc_context3) *new_codec;
    __typeof__(avcodec_free_context) *free_codec;
    __typeof__(avcodec_open2) *open_codec;
    __typeof__(avcodec_parameters_from_context) *to_stream;
    __typeof__(avcodec_parameters_to_context) *from_stream;
    __typeof__(avcodec_send_frame) *send_frame;
    __typeof__(avcodec_receive_packet) *receive_packet;
    __typeof__(avcodec_send_packet) *send_packet;
    __typeof__(avcodec_receive_frame) *receive_frame;
    __typeof__(avcodec_flush_buffers) *flush;
    __typeof__(av_packet_alloc) *new_packet;
    __typeof__(av_packet_free) *free_packet;
    __typeof__(av_packet_unref) *empty_packet;
    __typeof__(av_packet_rescale_ts) *rescale_packet;
    __typeof__(av_new_packet) *packet_room;
    __typeof__(avformat_alloc_output_context2) *new_output;
    __typeof__(avformat_free_context) *free_file;
    __typeof__(avformat_new_stream) *new_stream;
    __typeof__(avio_open) *open_io;
    __typeof__(avio_closep) *close_io;
    __typeof__(avformat_write_header) *write_header;
    __typeof__(av_write_frame) *write_packet;
    __typeof__(av_write_trailer) *write_trailer;
    __typeof__(avformat_open_input) *open_input;
    __typeof__(avformat_close_input) *close_input;
    __typeof__(av_find_best_stream) *best_stream;
    __typeof__(av_read_frame) *read_packet;
    __typeof__(av_seek_frame) *seek;
} Av;

static bool load_utilities(Av *av)
{
    const Symbol SYMBOLS[] = {
        SYMBOL_ROW(av, text, av_strerror),
        SYMBOL_ROW(av, set_log, av_log_set_level),
        SYMBOL_ROW(av, set_tag, av_dict_set),
        SYMBOL_ROW(av, free_tags, av_dict_free),
        SYMBOL_ROW(av, zeroed, av_mallocz),
        SYMBOL_ROW(av, zeroed_array, av_calloc),
        SYMBOL_ROW(av, new_frame, av_frame_alloc),
        SYMBOL_ROW(av, free_frame, av_frame_free),
        SYMBOL_ROW(av, frame_room, av_frame_get_buffer),
        SYMBOL_ROW(av, own_frame, av_frame_make_writable),
        SYMBOL_ROW(av, layout, av_channel_layout_default),
        SYMBOL_ROW(av, copy_layout, av_channel_layout_copy),
        SYMBOL_ROW(av, rescale, av_rescale_q),
    };
    return load_library("libavutil.so." AV_STRINGIFY(LIBAVUTIL_VERSION_MAJOR), SYMBOLS,
                        COUNT(SYMBOLS));
}

static bool load_codecs(Av *av)
{
    const Symbol SYMBOLS[] = {
        SYMBOL_ROW(av, find_encoder, avcodec_find_encoder_by_name),
        SYMBOL_ROW(av, find_decoder, avcodec_find_decoder),
        SYMBOL_ROW(av, new_codec, avcodec_alloc_context3),
        SYMBOL_ROW(av, free_codec, avcodec_free_context),
        SYMBOL_ROW(av, open_codec, avcodec_open2),
        SYMBOL_ROW(av, to_stream, avcodec_parameters_from_context),
        SYMBOL_ROW(av, from_stream, avcodec_parameters_to_context),
        SYMBOL_ROW(av, send_frame, avcodec_send_frame),
        SYMBOL_ROW(av, receive_packet, avcodec_receive_packet),
        SYMBOL_ROW(av, send_packet, avcodec_send_packet),
        SYMBOL_ROW(av, receive_frame, avcodec_receive_frame),
        SYMBOL_ROW(av, flush, avcodec_flush_buffers),
        SYMBOL_ROW(av, new_packet, av_packet_alloc),
        SYMBOL_ROW(av, free_packet, av_packet_free),
        SYMBOL_ROW(av, empty_packet, av_packet_unref),
        SYMBOL_ROW(av, rescale_packet, av_packet_rescale_ts),
        SYMBOL_ROW(av, packet_room, av_new_packet),
    };
    return load_library("libavcodec.so." AV_STRINGIFY(LIBAVCODEC_VERSION_MAJOR), SYMBOLS,
                        COUNT(SYMBOLS));
}

static bool load_formats(Av *av)
{
    const Symbol SYMBOLS[] = {
        SYMBOL_ROW(av, new_output, avformat_alloc_output_context2),
        SYMBOL_ROW(av, free_file, avformat_free_context),
        SYMBOL_ROW(av, new_stream, avformat_new_stream),
        SYMBOL_ROW(av, open_io, avio_open),
        SYMBOL_ROW(av, close_io, avio_closep),
        SYMBOL_ROW(av, write_header, avformat_write_header),
        SYMBOL_ROW(av, write_packet, av_write_frame),
        SYMBOL_ROW(av, write_trailer, av_write_trailer),
        SYMBOL_ROW(av, open_input, avformat_open_input),
        SYMBOL_ROW(av, close_input, avformat_close_input),
        SYMBOL_ROW(av, best_stream, av_find_best_stream),
        SYMBOL_ROW(av, read_packet, av_read_frame),
        SYMBOL_ROW(av, seek, av_seek_frame),
    };
    return load_library("libavformat.so." AV_STRINGIFY(LIBAVFORMAT_VERSION_MAJOR), SYMBOLS,
                        COUNT(SYMBOLS));
}

static bool load_av(Av *av, Error *err)
{
    if (!load_utilities(av) || !load_codecs(av) || !load_formats(av))
        return fail(err, ERR_ENGINE, (Span){0},
                    "libavformat %d, which M4B is made with, is not installed (Debian: "
                    "libavformat%d)",
                    LIBAVFORMAT_VERSION_MAJOR, LIBAVFORMAT_VERSION_MAJOR);
    av->set_log(AV_LOG_QUIET); // what counts is told as an error
    return true;
}

bool load_m4b(Error *err)
{
    Av av;
    return load_av(&av, err);
}

static bool av_failed(const Av *av, const char *what, const char *path, int code, Error *err)
{
    char why[80];
    av->text(code, why, sizeof why);
    return fail(err, ERR_OUTPUT, (Span){0}, "cannot %s %.90s: %s", what, path, why);
}

// --- Writing ---

struct M4bWriter {
    Av av;
    const char *path;
    AVFormatContext *file;
    AVCodecContext *codec;
    AVFrame *frame; // of codec->frame_size samples
    AVPacket *packet;
    int filled; // samples of the frame
    int64_t put;
    bool begun; // the header has been written
};

static int open_encoder(M4bWriter *w, const M4bPlan *plan)
{
    const AVCodec *aac = w->av.find_encoder("aac");
    w->codec = aac ? w->av.new_codec(aac) : NULL;
    if (!w->codec)
        return AVERROR_ENCODER_NOT_FOUND;
    w->codec->bit_rate = (int64_t)plan->kbps * 1000;
    w->codec->sample_rate = plan->rate_hz;
    w->codec->time_base = (AVRational){1, plan->rate_hz};
    w->codec->sample_fmt = AV_SAMPLE_FMT_FLTP;
    w->codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT;
    w->codec->thread_count = 1;
    w->av.layout(&w->codec->ch_layout, plan->channel_count);
    return w->av.open_codec(w->codec, aac, NULL);
}

static int make_frame(M4bWriter *w)
{
    w->frame = w->av.new_frame();
    w->packet = w->av.new_packet();
    if (!w->frame || !w->packet)
        return AVERROR(ENOMEM);
    w->frame->nb_samples = w->codec->frame_size;
    w->frame->format = w->codec->sample_fmt;
    w->frame->sample_rate = w->codec->sample_rate;
    int rc = w->av.copy_layout(&w->frame->ch_layout, &w->codec->ch_layout);
    return rc < 0 ? rc : w->av.frame_room(w->frame, 0);
}

static int add_sound_stream(M4bWriter *w, const M4bPlan *plan)
{
    AVStream *stream = w->av.new_stream(w->file, NULL);
    if (!stream)
        return AVERROR(ENOMEM);
    stream->time_base = w->codec->time_base;
    w->av.set_tag(&stream->metadata, "language", plan->language, 0);
    return w->av.to_stream(stream->codecpar, w->codec);
}

static int add_cover_stream(M4bWriter *w, const M4bPlan *plan)
{
    AVStream *stream = plan->cover.len ? w->av.new_stream(w->file, NULL) : NULL;
    if (!stream)
        return plan->cover.len ? AVERROR(ENOMEM) : 0;
    stream->disposition = AV_DISPOSITION_ATTACHED_PIC;
    stream->codecpar->codec_type = AVMEDIA_TYPE_VIDEO;
    stream->codecpar->codec_id = plan->cover_is_jpeg ? AV_CODEC_ID_MJPEG : AV_CODEC_ID_PNG;
    stream->codecpar->width = stream->codecpar->height = 1; // wanted, and written nowhere
    return 0;
}

static int put_cover(M4bWriter *w, const M4bPlan *plan)
{
    if (plan->cover.len == 0)
        return 0;
    int rc = w->av.packet_room(w->packet, (int)plan->cover.len);
    if (rc < 0)
        return rc;
    memcpy(w->packet->data, plan->cover.data, plan->cover.len);
    w->packet->stream_index = 1;
    rc = w->av.write_packet(w->file, w->packet);
    w->av.empty_packet(w->packet);
    return rc;
}

static int add_chapters(M4bWriter *w, const M4bPlan *plan, Arena scratch)
{
    w->file->chapters = w->av.zeroed_array(plan->chapter_count, sizeof *w->file->chapters);
    for (size_t i = 0; w->file->chapters && i < plan->chapter_count; i++) {
        AVChapter *chapter = w->av.zeroed(sizeof *chapter);
        if (!chapter)
            return AVERROR(ENOMEM);
        const M4bChapter *c = &plan->chapters[i];
        chapter->id = (int64_t)i;
        chapter->time_base = (AVRational){1, 1000};
        chapter->start = c->start_ms;
        chapter->end = i + 1 < plan->chapter_count ? c[1].start_ms : plan->length_ms;
        w->av.set_tag(&chapter->metadata, "title", str_c(c->title, &scratch), 0);
        w->file->chapters[w->file->nb_chapters++] = chapter;
    }
    return w->file->nb_chapters == plan->chapter_count ? 0 : AVERROR(ENOMEM);
}

static void add_tags(M4bWriter *w, const M4bPlan *plan, Arena scratch)
{
    for (size_t i = 0; i < plan->tag_count; i++)
        if (plan->tags[i].value.len)
            w->av.set_tag(&w->file->metadata, plan->tags[i].name,
                          str_c(plan->tags[i].value, &scratch), 0);
}

// What players need first stands first ("faststart"); nothing tells of clock or version.
static int write_front(M4bWriter *w, const M4bPlan *plan)
{
    AVDictionary *options = NULL;
    w->av.set_tag(&options, "movflags", "+faststart", 0);
    w->file->flags |= AVFMT_FLAG_BITEXACT;
    int rc = w->av.open_io(&w->file->pb, plan->path, AVIO_FLAG_WRITE);
    if (rc >= 0)
        rc = w->av.write_header(w->file, &options);
    w->begun = rc >= 0;
    w->av.free_tags(&options);
    return rc < 0 ? rc : put_cover(w, plan);
}

static int begin(M4bWriter *w, const M4bPlan *plan, Arena scratch)
{
    int rc = open_encoder(w, plan);
    if (rc >= 0)
        rc = make_frame(w);
    if (rc >= 0)
        rc = w->av.new_output(&w->file, NULL, "ipod", plan->path);
    if (rc >= 0)
        rc = add_sound_stream(w, plan);
    if (rc >= 0)
        rc = add_cover_stream(w, plan);
    if (rc >= 0)
        rc = add_chapters(w, plan, scratch);
    if (rc < 0)
        return rc;
    add_tags(w, plan, scratch);
    return write_front(w, plan);
}

bool begin_m4b(const M4bPlan *plan, Arena *arena, M4bWriter **out, Error *err)
{
    M4bWriter *w = ALLOC(arena, M4bWriter, 1);
    *out = w;
    if (!load_av(&w->av, err)) {
        *out = NULL;
        return false;
    }
    w->path = plan->path;
    int rc = begin(w, plan, *arena);
    return rc >= 0 || av_failed(&w->av, "write", w->path, rc, err);
}

// The last frame of AAC is longer than what is left of the sound; players are told.
static void cut_packet(M4bWriter *w)
{
    int64_t over = w->packet->pts + w->packet->duration - w->put;
    if (over > 0 && over < w->packet->duration)
        w->packet->duration -= over;
}

// NULL: what the encoder still holds.
static int encode(M4bWriter *w, const AVFrame *frame)
{
    int rc = w->av.send_frame(w->codec, frame);
    while (rc >= 0) {
        rc = w->av.receive_packet(w->codec, w->packet);
        if (rc == AVERROR(EAGAIN) || rc == AVERROR_EOF)
            return 0;
        if (rc < 0)
            return rc;
        w->packet->stream_index = 0;
        cut_packet(w);
        w->av.rescale_packet(w->packet, w->codec->time_base, w->file->streams[0]->time_base);
        rc = w->av.write_packet(w->file, w->packet);
        w->av.empty_packet(w->packet);
    }
    return rc;
}

static int put_frame(M4bWriter *w)
{
    w->frame->nb_samples = w->filled;
    w->frame->pts = w->put;
    w->put += w->filled;
    w->filled = 0;
    return encode(w, w->frame);
}

static int fill_frame(M4bWriter *w, const float *sound, int count)
{
    int rc = w->filled == 0 ? w->av.own_frame(w->frame) : 0;
    for (int c = 0; rc >= 0 && c < w->codec->ch_layout.nb_channels; c++)
        memcpy((float *)(void *)w->frame->data[c] + w->filled, sound,
               (size_t)count * sizeof *sound);
    w->filled += count;
    return rc;
}

bool put_m4b(M4bWriter *w, const float *sound, int64_t count, Error *err)
{
    for (int64_t done = 0; done < count;) {
        int64_t room = w->codec->frame_size - w->filled, left = count - done;
        int part = (int)(left < room ? left : room);
        int rc = fill_frame(w, sound + done, part);
        if (rc >= 0 && w->filled == w->codec->frame_size)
            rc = put_frame(w);
        if (rc < 0)
            return av_failed(&w->av, "write", w->path, rc, err);
        done += part;
    }
    return true;
}

static int finish(M4bWriter *w)
{
    int rc = w->filled ? put_frame(w) : 0;
    if (rc >= 0)
        rc = encode(w, NULL);
    return rc < 0 ? rc : w->av.write_trailer(w->file);
}

bool end_m4b(M4bWriter *w, bool whole, Error *err)
{
    int rc = whole ? finish(w) : 0;
    if (!whole && w->begun)
        (void)w->av.write_trailer(w->file); // which releases what the header took
    int closed = w->file && w->file->pb ? w->av.close_io(&w->file->pb) : 0;
    w->av.free_frame(&w->frame);
    w->av.free_packet(&w->packet);
    w->av.free_codec(&w->codec);
    w->av.free_file(w->file);
    rc = rc < 0 ? rc : closed;
    return rc >= 0 || av_failed(&w->av, "write", w->path, rc, err);
}

// --- Reading ---

// Before the frame that is wanted: a frame of AAC needs the one in front.
enum { PREROLL = 4096 };

struct M4bReader {
    Av av;
    AVFormatContext *file;
    AVCodecContext *codec;
    AVFrame *frame;
    AVPacket *packet;
    int stream;
    int used;   // samples of the frame that have been given
    int64_t at; // of the next sample
    bool ended; // the decoder has all packets
};

static int open_decoder(M4bReader *r, const char *path, M4bSound *sound)
{
    int rc = r->av.open_input(&r->file, path, NULL, NULL);
    if (rc < 0)
        return rc;
    r->stream = rc = r->av.best_stream(r->file, AVMEDIA_TYPE_AUDIO, -1, -1, NULL, 0);
    if (rc < 0)
        return rc;
    AVStream *stream = r->file->streams[r->stream];
    const AVCodec *codec = r->av.find_decoder(stream->codecpar->codec_id);
    r->codec = codec ? r->av.new_codec(codec) : NULL;
    if (!r->codec)
        return AVERROR_DECODER_NOT_FOUND;
    rc = r->av.from_stream(r->codec, stream->codecpar);
    r->codec->pkt_timebase = stream->time_base;
    r->codec->thread_count = 1;
    if (rc >= 0)
        rc = r->av.open_codec(r->codec, codec, NULL);
    if (rc < 0)
        return rc;
    AVRational rate = {1, r->codec->sample_rate};
    *sound = (M4bSound){r->codec->sample_rate, r->codec->ch_layout.nb_channels,
                        r->av.rescale(stream->duration, stream->time_base, rate)};
    r->frame = r->av.new_frame();
    r->packet = r->av.new_packet();
    return r->frame && r->packet ? 0 : AVERROR(ENOMEM);
}

bool open_m4b(const char *path, M4bReader **out, M4bSound *sound, Error *err)
{
    M4bReader *r = calloc(1, sizeof *r);
    *out = r;
    if (!r)
        return fail(err, ERR_OUTPUT, (Span){0}, "no memory to read sound");
    int rc = load_av(&r->av, err) ? open_decoder(r, path, sound) : AVERROR_EXIT;
    if (rc >= 0)
        return true;
    if (rc != AVERROR_EXIT)
        av_failed(&r->av, "read", path, rc, err);
    close_m4b(r);
    *out = NULL;
    return false;
}

static int send_packet(M4bReader *r)
{
    int rc = r->ended ? AVERROR_EOF : r->av.read_packet(r->file, r->packet);
    if (rc < 0 && rc != AVERROR_EOF)
        return rc;
    if (rc == AVERROR_EOF) {
        bool again = r->ended;
        r->ended = true;
        return again ? AVERROR_EOF : r->av.send_packet(r->codec, NULL);
    }
    if (r->packet->stream_index == r->stream)
        rc = r->av.send_packet(r->codec, r->packet);
    r->av.empty_packet(r->packet);
    return rc;
}

// False: the end, or damage.
static bool next_frame(M4bReader *r)
{
    for (;;) {
        int rc = r->av.receive_frame(r->codec, r->frame);
        r->used = 0;
        if (rc >= 0)
            return r->frame->format == AV_SAMPLE_FMT_FLTP;
        r->frame->nb_samples = 0;
        if (rc != AVERROR(EAGAIN) || send_packet(r) < 0)
            return false;
    }
}

bool seek_m4b(M4bReader *r, int64_t frame)
{
    AVStream *stream = r->file->streams[r->stream];
    AVRational rate = {1, r->codec->sample_rate};
    if (frame == r->at)
        return true;
    int64_t from = frame > PREROLL ? frame - PREROLL : 0;
    if (r->av.seek(r->file, r->stream, r->av.rescale(from, rate, stream->time_base),
                   AVSEEK_FLAG_BACKWARD) < 0)
        return false;
    r->av.flush(r->codec);
    r->ended = false;
    do {
        if (!next_frame(r) || r->frame->pts == AV_NOPTS_VALUE)
            return false;
        r->at = r->av.rescale(r->frame->pts, stream->time_base, rate);
    } while (r->at + r->frame->nb_samples <= frame);
    r->used = (int)(frame - r->at);
    r->at = frame;
    return r->used >= 0;
}

int64_t read_m4b(M4bReader *r, float *out, int64_t count)
{
    int channel_count = r->codec->ch_layout.nb_channels;
    int64_t done = 0;
    while (done < count) {
        if (r->used == r->frame->nb_samples && !next_frame(r))
            break;
        for (; done < count && r->used < r->frame->nb_samples; done++, r->used++)
            for (int c = 0; c < channel_count; c++)
                *out++ = ((const float *)(const void *)r->frame->extended_data[c])[r->used];
    }
    r->at += done;
    return done;
}

void close_m4b(M4bReader *r)
{
    if (!r)
        return;
    if (r->av.free_frame) {
        r->av.free_frame(&r->frame);
        r->av.free_packet(&r->packet);
        r->av.free_codec(&r->codec);
        r->av.close_input(&r->file);
    }
    free(r);
}
