// Opus in Ogg by libopusenc, which resamples to 48 kHz itself (flat and clean
// well beyond what speech at 22,050 Hz holds).
#include <errno.h>
#include <fcntl.h>
#include <opusenc.h>
#include <stdio.h>
#include <unistd.h>

#include "base/file.h"
#include "publish/encode.h"
#include "publish/info.h"

enum {
    KBPS_PER_CHANNEL = 48,
    // On three minutes of speech: 10 takes 3.4 s, 5 takes 1.2 s, 0 takes 0.8 s (0.7 s of
    // each for resampling).
    COMPLEXITY = 5,
    // Links files that are chained; a file alone may have any number.
    SERIAL_NUMBER = 1,
    FRONT_COVER = 3, // as ID3 counts kinds of pictures
};

typedef struct {
    int fd;
    int why; // errno of the first failure
} Output;

static int write_page(void *context, const unsigned char *bytes, opus_int32 len)
{
    Output *output = context;
    if (write_all(output->fd, bytes, (size_t)len))
        return 0;
    if (output->why == 0)
        output->why = errno;
    return 1;
}

static int close_nothing(void *context)
{
    (void)context;
    return 0;
}

// --- Comments: Vorbis comments, and chapters as CHAPTERnnn ---

static void add_comment(OggOpusComments *comments, const char *tag, Str text, Arena scratch)
{
    if (text.len > 0)
        ope_comments_add(comments, tag, str_c(text, &scratch));
}

static void add_chapter(OggOpusComments *comments, int number, const Chapter *chapter,
                        Arena scratch)
{
    int64_t ms = chapter->start_ms;
    char tag[32];
    snprintf(tag, sizeof tag, "CHAPTER%03d", number);
    Str time = str_format(&scratch, "%02d:%02d:%02d.%03d", (int)(ms / 3600000),
                          (int)(ms / 60000 % 60), (int)(ms / 1000 % 60), (int)(ms % 1000));
    add_comment(comments, tag, time, scratch);
    snprintf(tag, sizeof tag, "CHAPTER%03dNAME", number);
    add_comment(comments, tag, chapter->title, scratch);
}

static void add_comments(OggOpusComments *comments, const EpisodeInfo *info, Arena scratch)
{
    add_comment(comments, "TITLE", info->title, scratch);
    add_comment(comments, "ARTIST", info->artist, scratch);
    add_comment(comments, "ALBUM", info->album, scratch);
    add_comment(comments, "ORGANIZATION", info->publisher, scratch);
    add_comment(comments, "DATE", info->date, scratch);
    add_comment(comments, "COPYRIGHT", info->copyright, scratch);
    add_comment(comments, "LANGUAGE", info->language, scratch);
    add_comment(comments, "GENRE", STR("Podcast"), scratch);
    add_comment(comments, "SOURCE", info->url, scratch);
    add_comment(comments, "DIGITALSOURCETYPE", info->source_type, scratch);
    add_comment(comments, "COMMENT", info->comment, scratch);
    for (uint32_t i = 0; i < info->chapters.count; i++)
        add_chapter(comments, (int)i + 1, &info->chapters.items[i], scratch);
    if (info->cover.bytes.len > 0)
        ope_comments_add_picture_from_memory(comments, info->cover.bytes.data,
                                             info->cover.bytes.len, FRONT_COVER, "cover");
}

// --- Sound ---

static bool take_sound(void *taker, const float *sound, int64_t frame_count)
{
    return ope_encoder_write_float(taker, sound, (int)frame_count) == OPE_OK;
}

// All that could differ between two runs is set.
static bool set_up(OggOpusEnc *encoder, int channel_count)
{
    return ope_encoder_ctl(encoder, OPE_SET_SERIALNO(SERIAL_NUMBER)) == OPE_OK &&
           ope_encoder_ctl(encoder, OPE_SET_COMMENT_PADDING(0)) == OPE_OK &&
           ope_encoder_ctl(encoder, OPUS_SET_BITRATE(KBPS_PER_CHANNEL * 1000 * channel_count)) ==
               OPE_OK &&
           ope_encoder_ctl(encoder, OPUS_SET_COMPLEXITY(COMPLEXITY)) == OPE_OK;
}

static bool encode_to(Output *output, OggOpusComments *comments, const Encoding *encoding,
                      Arena scratch, Error *err)
{
    static const OpusEncCallbacks CALLBACKS = {write_page, close_nothing};
    int channel_count = encoding->timeline->channel_count;
    OggOpusEnc *encoder = ope_encoder_create_callbacks(&CALLBACKS, output, comments, MASTER_RATE_HZ,
                                                       channel_count, 0, NULL);
    if (!encoder)
        return encoding_failed(encoding, "libopusenc refuses the format", err);
    bool ok = set_up(encoder, channel_count) &&
              encode_blocks(encoding, take_sound, encoder, scratch, err) &&
              ope_encoder_drain(encoder) == OPE_OK && output->why == 0;
    ope_encoder_destroy(encoder);
    return ok || encoding_failed(encoding, output->why ? strerror(output->why) : "Opus fails", err);
}

static bool encode_with_comments(Output *output, const Encoding *encoding, Arena scratch,
                                 Error *err)
{
    OggOpusComments *comments = ope_comments_create();
    if (!comments)
        return encoding_failed(encoding, "no memory", err);
    if (encoding->job->info)
        add_comments(comments, encoding->job->info, scratch);
    bool ok = encode_to(output, comments, encoding, scratch, err);
    ope_comments_destroy(comments);
    return ok;
}

static bool write_opus(const Encoding *encoding, Arena scratch, Error *err)
{
    Output output = {.fd = open(encoding->path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)};
    if (output.fd < 0)
        return encoding_failed(encoding, strerror(errno), err);
    bool ok = encode_with_comments(&output, encoding, scratch, err);
    if (close(output.fd) != 0 && ok)
        ok = encoding_failed(encoding, strerror(errno), err);
    return ok;
}

const Encoder OPUS_ENCODER = {{"opus", "audio/ogg"}, .write = write_opus};
