#include "publish/sound/sound.h"

#include "publish/sound/audio.h"
#include "publish/sound/id3.h"

static bool list_formats(Making *m, Str names, const Loudness *loudness, Error *err)
{
    AudioFormats formats;
    if (!list_audio_formats(names, &formats, err))
        return false;
    for (size_t i = 0; i < formats.count; i++) {
        Str name = str_format(m->arena, "%.*s.%s", STR_ARG(m->slug), formats.items[i]->name);
        if (!list_sound(m, name, &loudness[i], m->timeline->target_lufs, err))
            return false;
    }
    return true;
}

bool write_sounds(Making *m, Str formats, Error *err)
{
    AudioJob job = {.info = m->info,
                    .id3_tag = id3_tag(m->info, m->arena),
                    .formats = formats,
                    .folder = m->folder,
                    .slug = str_c(m->slug, m->arena),
                    .worker_count = m->options->worker_count,
                    .mp3_kbps = m->options->mp3_kbps,
                    .progress = m->options->progress,
                    .context = m->options->context};
    Loudness loudness[AUDIO_FORMATS_MAX];
    return write_audio(m->timeline, &job, m->arena, loudness, err) &&
           list_formats(m, formats, loudness, err);
}

bool have_mp3(Making *m, Str *name, Error *err)
{
    *name = str_format(m->arena, "%.*s.mp3", STR_ARG(m->slug));
    return is_listed(m, *name) || write_sounds(m, STR("mp3"), err);
}
