// The writers of an episode's text files: one `.c` a format, each with one entry in
// the table of publish.c.
#ifndef LECTERN_PUBLISH_TEXT_WRITER_H
#define LECTERN_PUBLISH_TEXT_WRITER_H

#include <stdio.h>

#include "publish/sound/info.h"
#include "publish/text/times.h"

// What a writer looks at. Nothing in it is owned.
typedef struct {
    const Timeline *timeline;
    const PublishOptions *options;
    const EpisodeInfo *info;
    const Times *times;
    const Episode *episode; // slug, loudness and the files written so far
} Draft;

typedef struct {
    // Of the file; one that begins with "." stands behind the slug.
    const char *name;
    // The caller checks `out` with ferror.
    void (*write)(FILE *out, const Draft *draft, Arena scratch);
    // It looks at the loudness or at the files; all others are written while sound is encoded.
    bool needs_files;
} Writer;

extern const Writer vtt_writer;
extern const Writer srt_writer;
extern const Writer transcript_json_writer;
extern const Writer chapters_json_writer;
extern const Writer page_writer;
extern const Writer large_print_writer;
extern const Writer script_writer;
extern const Writer report_writer;

#endif
