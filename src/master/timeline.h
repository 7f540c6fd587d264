// Stage 7 gives Timeline: clips joined, resampled and at one loudness.
//
// The mastered sound is a pure function of position: any stretch of it can be
// rendered by itself, in any process, and comes out the same to the bit.
#ifndef LECTERN_MASTER_TIMELINE_H
#define LECTERN_MASTER_TIMELINE_H

#include "master/jingle.h"
#include "speak/clips.h"

enum { MASTER_RATE_HZ = 2 * CLIP_RATE_HZ };

typedef struct {
    uint32_t clip;       // index in Clips.items
    int64_t start_frame; // at MASTER_RATE_HZ
    int64_t end_frame;   // one past the last
} Placed;

typedef struct {
    double target_lufs;  // as heard
    double ceiling_dbtp; // of the sound before it is encoded
    int channel_count;   // 1 or 2
    int worker_count;    // 0: one a processor
    const char *intro;   // sound file played before the reading; NULL: none
    const char *outro;   // and after it
} MasterOptions;

typedef struct {
    const Clips *clips;
    LIST(Placed) items;  // in order, not overlapping
    int64_t frame_count; // at MASTER_RATE_HZ, head and tail silence included
    int channel_count;   // 2: both channels the same
    double gain_db;      // of all clips, in steps of 0.1
    double ceiling_dbtp;
    double target_lufs;  // as heard
    Jingle intro, outro; // brought to their loudness already
} Timeline;

NODISCARD bool master_clips(const Clips *in, const MasterOptions *options, Arena *arena,
                            Timeline *out, Error *err);

// Writes `count` frames (one channel, full scale 1.0) from frame `beg` on to
// `out`; frames before 0 and past the end are silence. Cost is proportional to
// `count` plus about a second of lead-in.
NODISCARD bool render_timeline(const Timeline *timeline, int64_t beg, int64_t count, Arena scratch,
                               float *out, Error *err);

#endif
