// The podcast edition: sound with tags and chapters, timed transcripts, a page.
#include "publish/audio.h"
#include "publish/edition.h"
#include "publish/id3.h"
#include "publish/texts.h"

// In the order they are written: the page offers what is before it.
static const Writer *const WRITERS[] = {
    &vtt_writer,           &srt_writer,  &transcript_json_writer,
    &chapters_json_writer, &page_writer, &script_writer,
};

static bool list_formats(Making *m, const Loudness *loudness, Error *err)
{
    AudioFormats formats;
    if (!list_audio_formats(m->options->formats, &formats, err))
        return false;
    for (size_t i = 0; i < formats.count; i++) {
        Str name = str_format(m->arena, "%.*s.%s", STR_ARG(m->slug), formats.items[i]->name);
        if (!list_sound(m, name, &loudness[i], m->timeline->target_lufs, err))
            return false;
    }
    return true;
}

static bool write_sound(Making *m, Error *err)
{
    AudioJob job = {.info = m->info,
                    .id3_tag = id3_tag(m->info, m->arena),
                    .formats = m->options->formats,
                    .folder = m->folder,
                    .slug = str_c(m->slug, m->arena),
                    .worker_count = m->options->worker_count,
                    .mp3_kbps = m->options->mp3_kbps,
                    .progress = m->options->progress,
                    .context = m->options->context};
    Loudness loudness[AUDIO_FORMATS_MAX];
    return write_audio(m->timeline, &job, m->arena, loudness, err) &&
           list_formats(m, loudness, err);
}

static bool write_podcast(Making *m, Error *err)
{
    return write_texts_beside(m, WRITERS, COUNT(WRITERS), write_sound, err);
}

const Edition PODCAST_EDITION = {"podcast", write_podcast};
