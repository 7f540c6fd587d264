// What the writers of an episode take, made of a sample timeline, and what they write.
// Included by a test.
#ifndef TESTS_UNIT_SAMPLE_DRAFT_H
#define TESTS_UNIT_SAMPLE_DRAFT_H

#include <stdlib.h>

#include "publish/text/chapters.h"
#include "publish/text/writer.h"
#include "sample_timeline.h"

typedef struct {
    Arena fresh, arena;
    PublishOptions options;
    EpisodeInfo info;
    Times times;
    Episode episode;
    Draft draft;
} Desk;

static inline int set_up_desk(void **state)
{
    Desk *desk = calloc(1, sizeof *desk);
    desk->arena = desk->fresh = new_arena((size_t)1 << 30);
    *state = desk;
    return 0;
}

static inline int tear_down_desk(void **state)
{
    Desk *desk = *state;
    free_arena(desk->fresh);
    free(desk);
    return 0;
}

static inline const Draft *lay_out(Desk *desk, const SampleArticle *article)
{
    const Timeline *timeline = sample_timeline(article, &desk->arena);
    desk->options = (PublishOptions){.disclosure = true, .version = "9.9"};
    desk->info = describe_episode(timeline, true, &desk->arena);
    desk->times = measure_times(timeline, &desk->arena);
    cut_chapters(&desk->times, &desk->arena, &desk->info);
    desk->episode = (Episode){.timeline = timeline, .slug = STR("sample")};
    desk->draft = (Draft){timeline, &desk->options, &desk->info, &desk->times, &desk->episode};
    return &desk->draft;
}

static inline const Draft *lay_out_pieces(Desk *desk, const SamplePiece *pieces, size_t count)
{
    return lay_out(desk, &(SampleArticle){.title = "Tide Tables",
                                          .speakers = {"Narrator", "Ada Quill", "Bo Reed"},
                                          .pieces = pieces,
                                          .count = count});
}

// All that the writer writes.
static inline Str written(Desk *desk, const Writer *writer)
{
    char *bytes = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&bytes, &len);
    writer->write(out, &desk->draft, desk->arena);
    fclose(out);
    Str copy = str_copy((Str){bytes, len}, &desk->arena);
    free(bytes);
    return copy;
}

static inline bool holds(Str s, const char *part)
{
    return str_find(s, str_from(part)) < s.len;
}

#endif
