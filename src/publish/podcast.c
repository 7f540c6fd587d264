// The podcast edition: sound with tags and chapters, timed transcripts, a page.
#include "publish/edition.h"
#include "publish/sound/sound.h"
#include "publish/sound/split.h"
#include "publish/sound/variants.h"
#include "publish/text/texts.h"

static const Writer *const WRITERS[] = {
    &vtt_writer, &srt_writer, &transcript_json_writer, &chapters_json_writer, &script_writer,
};

static bool write_sound(Making *m, Error *err)
{
    return write_sounds(m, m->options->formats, err) && write_variants(m, err) &&
           (!m->options->split || split_chapters(m, err));
}

static bool write_podcast(Making *m, Error *err)
{
    return write_texts_beside(m, WRITERS, COUNT(WRITERS), write_sound, err);
}

const Edition PODCAST_EDITION = {"podcast", write_podcast, .page = true};
