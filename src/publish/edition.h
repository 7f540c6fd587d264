// Editions: what one reading becomes for listeners, for stations, and for readers who
// cannot see. Each is one file with one entry in the table of publish.c.
#ifndef LECTERN_PUBLISH_EDITION_H
#define LECTERN_PUBLISH_EDITION_H

#include "publish/sound/info.h"
#include "publish/text/times.h"

// An episode in the making.
typedef struct {
    const Timeline *timeline;
    const PublishOptions *options;
    const EpisodeInfo *info; // cover and chapters included
    const Times *times;
    const char *folder; // where files go; must be there
    Str slug;
    Episode *episode; // gets the files that are made
    Arena *arena;
} Making;

typedef struct Edition {
    const char *name; // as --edition takes it
    // Writes the files of the edition into the folder and lists each by list_file.
    // ERR_OUTPUT, and what making sound fails with.
    bool (*write)(Making *m, Error *err);
    bool page; // it has a page, which is written last and offers what there is
} Edition;

extern const Edition PODCAST_EDITION, RADIO_EDITION, ACCESSIBLE_EDITION;

enum { EDITIONS_MAX = 3 };

typedef struct {
    const Edition *items[EDITIONS_MAX];
    size_t count; // at least one; in the order they are made, whatever that of the names
} Editions;

// Reads a comma-separated list ("podcast,radio"; empty: "podcast"). ERR_USAGE where a
// name is unknown or stands twice.
NODISCARD bool list_editions(Str names, Editions *out, Error *err);

// Tells that a part of the work begins (PublishOptions.on_part), and how far it is.
void begin_part(const Making *m, const char *part);
void tell_done(const Making *m, int64_t done, int64_t total);

// The path of a file of the episode. A name may lead through folders: "daisy/ncc.html".
const char *path_in(const Making *m, Str name, Arena *arena);

// Fails with ERR_OUTPUT and the reason of errno.
bool cannot_write(Str name, Error *err);

bool is_listed(const Making *m, Str name);

// Adds a file that stands in the folder to those of the episode: the report has its hash.
NODISCARD bool list_file(Making *m, Str name, Error *err);

// The same of sound, whose loudness as measured the report states.
NODISCARD bool list_sound(Making *m, Str name, const Loudness *loudness, double target_lufs,
                          Error *err);

#endif
