// M4B: AAC in MP4 with chapters, cover and tags. A frame of AAC depends on those before it, and
// what the encoder gives on how it spread its bits so far, so it is encoded in one go, and
// measured as a file.
#include "base/m4b.h"

#include "publish/sound/encode.h"
#include "publish/sound/info.h"

enum { KBPS = 64 }; // of each channel

static const M4bChapter *list_chapters(const EpisodeInfo *info, Arena *arena)
{
    M4bChapter *out = ALLOC(arena, M4bChapter, info->chapters.count);
    for (uint32_t i = 0; i < info->chapters.count; i++)
        out[i] = (M4bChapter){info->chapters.items[i].title, info->chapters.items[i].start_ms};
    return out;
}

static bool put_passages(const Encoding *encoding, M4bWriter *writer, Arena arena, Error *err)
{
    const Timeline *timeline = encoding->timeline;
    for (uint32_t i = 0; i < timeline->passages.count; i++) {
        const Passage *passage = &timeline->passages.items[i];
        int64_t count = passage->end_frame - passage->start_frame;
        Arena scratch = arena;
        float *sound = ROOM(&scratch, float, (size_t)count);
        if (!render_passage(timeline, i, 0, 0, scratch, sound, err) ||
            !put_m4b(writer, sound, count, err))
            return false;
        tell_share(encoding, i + 1, timeline->passages.count);
    }
    return true;
}

static bool write_m4b(const Encoding *encoding, Arena scratch, Error *err)
{
    const EpisodeInfo *info = encoding->job->info;
    const M4bTag TAGS[] = {
        {"title", info->title},
        {"artist", info->artist},
        {"album", info->album},
        {"date", info->date},
        {"genre", STR("Audiobook")},
        {"copyright", info->copyright},
        {"comment", tag_lines(full_comment(info, &scratch), &scratch)},
        {"description", info->disclosure},
        {"media_type", STR("2")}, // an audiobook
    };
    M4bPlan plan = {.path = encoding->path,
                    .rate_hz = MASTER_RATE_HZ,
                    .channel_count = encoding->timeline->channel_count,
                    .kbps = KBPS * encoding->timeline->channel_count,
                    .tags = TAGS,
                    .tag_count = COUNT(TAGS),
                    .chapters = list_chapters(info, &scratch),
                    .chapter_count = info->chapters.count,
                    .length_ms = info->length_ms,
                    .language = info->iso_639,
                    .cover = info->cover.bytes,
                    .cover_is_jpeg =
                        info->cover.mime && strcmp(info->cover.mime, "image/jpeg") == 0};
    M4bWriter *writer;
    bool ok = begin_m4b(&plan, &scratch, &writer, err);
    if (!writer)
        return false;
    ok = ok && put_passages(encoding, writer, scratch, err);
    return end_m4b(writer, ok, err) && ok;
}

const Encoder M4B_ENCODER = {
    {"m4b", "audio/mp4"}, .write = write_m4b, .ready = load_m4b, .unheard = true};
