// Jingles: sound that is played before and after the reading, under its opening, or before
// a quotation in it.
#ifndef LECTERN_MASTER_JINGLE_H
#define LECTERN_MASTER_JINGLE_H

#include "base/error.h"
#include "base/hash.h"

enum { JINGLE_SECONDS_MAX = 120, EARCON_SECONDS_MAX = 2 };

typedef struct {
    const float *frames; // one channel at MASTER_RATE_HZ, full scale 1.0; NULL: none
    int64_t frame_count;
    int64_t start_frame; // of the timeline
    char key[HASH_HEX];  // digest of the frames
} Jingle;

// Reads a sound file, mixes it to one channel and brings it to the loudness of
// the episode, or as near as its peaks allow without a limiter. Short fades keep
// its ends from clicking. ERR_USAGE: unreadable, silent, or too long.
NODISCARD bool load_jingle(const char *path, double target_lufs, double ceiling_dbtp, Arena *arena,
                           Jingle *out, Error *err);

// The same of the short sound before quotations, 6 LU below the episode. A path
// of "tone" is the built-in one.
NODISCARD bool load_earcon(const char *path, double target_lufs, double ceiling_dbtp, Arena *arena,
                           Jingle *out, Error *err);

// The same of music under the opening, 8 LU below the episode: as it is heard while nobody
// speaks. Its loudness is that of its first 20 seconds, which is about what is heard of it.
NODISCARD bool load_bed(const char *path, double target_lufs, double ceiling_dbtp, Arena *arena,
                        Jingle *out, Error *err);

#endif
