#include "publish/sound/variants.h"

#include "base/interrupt.h"
#include "publish/sound/sound.h"
#include "publish/text/chapters.h"

static EpisodeInfo describe_variant(const Making *m, const Variant *variant, const Times *times)
{
    EpisodeInfo info = describe_episode(variant->timeline, m->options->disclosure, m->arena);
    cut_chapters(times, m->arena, &info);
    info.title = str_format(m->arena, "%.*s (%.*s)", STR_ARG(info.title),
                            STR_ARG(label_in(info.words, variant->title)));
    info.cover = m->info->cover;
    return info;
}

static bool write_variant(Making *m, const Variant *variant, Error *err)
{
    Times times = measure_times(variant->timeline, m->arena);
    EpisodeInfo info = describe_variant(m, variant, &times);
    Making own = *m;
    own.timeline = variant->timeline;
    own.info = &info;
    own.times = &times;
    own.slug = str_format(m->arena, "%.*s-%s", STR_ARG(m->slug), variant->name);
    begin_part(m, variant->name);
    if (!write_sounds(&own, STR("mp3"), err))
        return false;
    m->episode->files.items[m->episode->files.count - 1].variant = variant;
    m->episode->failed_clips += count_failed_clips(variant->timeline->clips);
    return true;
}

bool write_variants(Making *m, Error *err)
{
    for (uint32_t i = 0; i < m->options->variant_count; i++)
        if (!go_on(err) || !write_variant(m, &m->options->variants[i], err))
            return false;
    return true;
}
