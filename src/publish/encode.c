#include "publish/encode.h"

#include "publish/info.h"

bool encoding_failed(const Encoding *encoding, const char *why, Error *err)
{
    return fail(err, ERR_OUTPUT, (Span){0}, "cannot write %.80s: %s", encoding->path, why);
}

static void add_if_new(Buf *text, Str more)
{
    if (more.len == 0 || str_find(buf_str(text), more) < text->len)
        return;
    if (text->len > 0)
        buf_char(text, ' ');
    buf_add(text, more);
}

Str full_comment(const EpisodeInfo *info, Arena *arena)
{
    Buf text = new_buf(arena);
    add_if_new(&text, info->comment);
    add_if_new(&text, info->url);
    add_if_new(&text, info->source_type);
    return buf_str(&text);
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
    for (uint32_t i = 0; i < timeline->passages.count; i++) {
        Arena inner = scratch;
        const Passage *passage = &timeline->passages.items[i];
        int64_t count = passage->end_frame - passage->start_frame;
        float *sound = ALLOC(&inner, float, (size_t)(count * timeline->channel_count));
        if (!render_passage(timeline, i, 0, 0, inner, sound, err))
            return false;
        if (timeline->channel_count == 2)
            double_channel(sound, count);
        if (!take(taker, sound, count))
            return false;
        if (encoding->progress)
            encoding->progress(encoding->context, passage->end_frame);
    }
    return true;
}
