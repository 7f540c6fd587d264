// Covers: drawn from the article, or a picture that was given.
#ifndef LECTERN_PUBLISH_COVER_COVER_H
#define LECTERN_PUBLISH_COVER_COVER_H

#include "publish/sound/info.h"
#include "publish/text/times.h"

enum {
    COVER_SIDE = 1400,         // pixels; the least that podcast directories take
    COVER_BYTES_MAX = 8 << 20, // of a given picture
};

// Draws the title, the publisher and who speaks when; the same article gives the
// same bytes. ERR_OUTPUT.
NODISCARD bool draw_cover(const Times *times, const EpisodeInfo *info, Arena *arena, Cover *out,
                          Error *err);

// The cover of a show: its title, and who makes it.
NODISCARD bool draw_show_cover(Str title, Str author, Arena *arena, Str *png, Error *err);

// Reads a PNG or JPEG file. ERR_USAGE where it is neither or too large.
NODISCARD bool read_cover(const char *path, Arena *arena, Cover *out, Error *err);

#endif
