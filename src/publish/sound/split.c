#include "publish/sound/split.h"

#include "base/file.h"
#include "base/interrupt.h"
#include "publish/book/book.h"
#include "publish/slug.h"
#include "publish/sound/audio.h"
#include "publish/sound/id3.h"
#include "publish/sound/mp3_cut.h"

#define CHAPTER_FOLDER "chapters/"

// A chapter begins with half a second of silence where a second is then left for the end of the
// one before it, as shops of audiobooks want (--preset acx makes the room); else shortly before its
// first word.
enum { HEAD_MS = 600, TAIL_MS = 1050 };

typedef struct {
    Str title;
    int64_t beg_frame;
} Track;
typedef LIST(Track) Tracks;

static int64_t begin_of(const Making *m, uint32_t line)
{
    bool room = silence_before(m->times, line) >= HEAD_MS + TAIL_MS;
    return cut_before(m->times, line, room ? HEAD_MS : CUT_LEAD_MS);
}

// What is announced ("Section:") goes with its chapter. A chapter that would begin in the frame
// where the one before does is no file.
static Tracks cut_tracks(const Making *m)
{
    Tracks out = {0};
    for (uint32_t i = 0; i < m->info->chapters.count; i++) {
        const Chapter *chapter = &m->info->chapters.items[i];
        int64_t beg = i ? begin_of(m, with_notice(m, chapter->line)) : 0;
        if (i == 0 || beg > out.items[out.count - 1].beg_frame)
            *PUSH(&out, m->arena) = (Track){chapter->title, beg};
    }
    return out;
}

// The article is to its chapters what an album is to its tracks.
static Str tag_of(const Making *m, const Tracks *tracks, uint32_t index)
{
    EpisodeInfo info = *m->info;
    info.chapters.count = 0;
    info.album = info.title;
    info.title = tracks->items[index].title;
    info.track = str_format(m->arena, "%u/%u", index + 1, tracks->count);
    return id3_tag(&info, m->arena);
}

// As many digits in each as the last one needs, so that names sort.
static Str name_of(const Making *m, const Tracks *tracks, uint32_t index)
{
    return str_format(m->arena, CHAPTER_FOLDER "%0*u-%.*s.mp3", tracks->count > 99 ? 3 : 2,
                      index + 1, STR_ARG(make_slug(tracks->items[index].title, m->arena)));
}

static bool cut_track(Making *m, const Tracks *tracks, uint32_t index, Error *err)
{
    const Track *track = &tracks->items[index];
    bool last = index + 1 == tracks->count;
    Str name = name_of(m, tracks, index),
        whole = str_format(m->arena, "%.*s.mp3", STR_ARG(m->slug));
    Mp3Cut cut = {.from = path_in(m, whole, m->arena),
                  .format = {m->timeline->channel_count,
                             m->options->mp3_kbps ? m->options->mp3_kbps : MP3_KBPS},
                  .beg_frame = track->beg_frame,
                  .end_frame = last ? m->timeline->frame_count : track[1].beg_frame,
                  .id3_tag = tag_of(m, tracks, index),
                  .to = path_in(m, name, m->arena)};
    if (!cut_mp3(&cut, *m->arena, err) || !list_file(m, name, err))
        return false;
    m->episode->files.items[m->episode->files.count - 1].title = track->title;
    return true;
}

bool split_chapters(Making *m, Error *err)
{
    Tracks tracks = cut_tracks(m);
    if (!make_folders(path_in(m, STR(CHAPTER_FOLDER), m->arena), err))
        return false;
    begin_part(m, "chapters");
    for (uint32_t i = 0; i < tracks.count; i++) {
        if (!go_on(err) || !cut_track(m, &tracks, i, err))
            return false;
        tell_done(m, i + 1, tracks.count);
    }
    return true;
}
