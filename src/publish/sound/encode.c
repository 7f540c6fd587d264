#define _GNU_SOURCE // pwrite, sync_file_range
#include "publish/sound/encode.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "master/loudness.h"
#include "publish/sound/info.h"

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

bool write_at(const Encoding *encoding, int fd, const void *bytes, size_t len, int64_t at,
              Error *err)
{
    const char *p = bytes;
    off_t beg = at, count = (off_t)len;
    while (len) {
        ssize_t n = pwrite(fd, p, len, at);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return encoding_failed(encoding, strerror(errno), err);
        p += n;
        at += n;
        len -= (size_t)n;
    }
    // The disk begins now with what would else be waited for at the end.
    (void)sync_file_range(fd, beg, count, SYNC_FILE_RANGE_WRITE);
    return true;
}

void tell_share(const Encoding *encoding, uint32_t done, uint32_t total)
{
    if (encoding->progress)
        encoding->progress(encoding->context, encoding->timeline->frame_count * done / total);
}

bool hear_passage(const Encoding *encoding, uint32_t index, Arena *arena, float **sound, Error *err)
{
    const Timeline *timeline = encoding->timeline;
    const Passage *passage = &timeline->passages.items[index];
    int64_t count = passage->end_frame - passage->start_frame;
    float *wide = ROOM(arena, float, (size_t)count + 2 * HEARD_MARGIN);
    if (!render_passage(timeline, index, HEARD_MARGIN, HEARD_MARGIN, *arena, wide, err))
        return false;
    *sound = wide + HEARD_MARGIN;
    const Heard *heard = encoding->heard;
    if (heard)
        hear_sound(*sound, (uint32_t)(count / HIGH_STEP_FRAMES),
                   heard->energy + passage->start_frame / HIGH_STEP_FRAMES, &heard->peak[index]);
    return true;
}
