#include "publish/encode.h"

#include "publish/info.h"

// Each rendering has a lead-in of a second: a block is long beside that.
enum { BLOCK_FRAMES = 20 * MASTER_RATE_HZ };

bool encoding_failed(const Encoding *encoding, const char *why, Error *err)
{
    return fail(err, ERR_OUTPUT, (Span){0}, "cannot write %.80s: %s", encoding->path, why);
}

Str comment_with_url(const EpisodeInfo *info, Arena *arena)
{
    if (str_find(info->comment, info->url) < info->comment.len || info->url.len == 0)
        return info->comment;
    return str_format(arena, "%.*s %.*s", STR_ARG(info->comment), STR_ARG(info->url));
}

// Makes one channel two equal ones, in place.
static void double_channel(float *sound, int64_t frame_count)
{
    for (int64_t i = frame_count - 1; i >= 0; i--)
        sound[2 * i] = sound[2 * i + 1] = sound[i];
}

bool encode_blocks(const Encoding *encoding,
                   bool (*take)(void *taker, const float *sound, int64_t frame_count), void *taker,
                   Arena scratch, Error *err)
{
    const Timeline *timeline = encoding->timeline;
    float *sound = ALLOC(&scratch, float, (size_t)BLOCK_FRAMES *(size_t)timeline->channel_count);
    for (int64_t beg = 0; beg < timeline->frame_count; beg += BLOCK_FRAMES) {
        int64_t left = timeline->frame_count - beg;
        int64_t count = left < BLOCK_FRAMES ? left : BLOCK_FRAMES;
        if (!render_timeline(timeline, beg, count, scratch, sound, err))
            return false;
        if (timeline->channel_count == 2)
            double_channel(sound, count);
        if (!take(taker, sound, count))
            return false;
        if (encoding->progress)
            encoding->progress(encoding->context, beg + count);
    }
    return true;
}
