// Stage 7 gives Timeline: clips treated, joined and brought to one loudness.
//
// It is cut into passages, each of which sounds the same wherever it stands: the
// same clips with the same pauses, gain and ceiling are the same samples, and so the
// same encoded frames. What was made of a passage is therefore kept and used again
// when a sentence elsewhere has changed.
#ifndef LECTERN_MASTER_TIMELINE_H
#define LECTERN_MASTER_TIMELINE_H

#include "master/chain.h"
#include "master/jingle.h"
#include "speak/clips.h"

enum {
    MASTER_RATE_HZ = 2 * CLIP_RATE_HZ,
    PASSAGE_GRID = 1152, // frames; a frame of MP3, so that passages begin where those do
    // Without clips, at the ends of a passage: there all passages sound alike, so an
    // encoder that looks a little beyond the ends needs no neighbour.
    PASSAGE_LEAD = 2 * PASSAGE_GRID,
    PASSAGE_TAIL = 3 * PASSAGE_GRID,
    OUTLINE_PARTS = 240,
};

typedef struct {
    uint32_t clip;       // index in Clips.items
    int64_t start_frame; // at MASTER_RATE_HZ, even
    int64_t end_frame;   // one past the last
    int64_t earcon_lead; // frames from the start of the earcon to start_frame; 0:
                         // there is none
} Placed;

typedef struct {
    int64_t start_frame, end_frame; // multiples of PASSAGE_GRID
    uint32_t first, count;          // of Timeline.items; count 0: silence or a jingle
} Passage;

// Music under the opening. It lies in one passage, behind its lead and before its tail.
typedef struct {
    Jingle music;     // as it is heard: faded, and lowered under the words
    float under_peak; // its highest peak while someone speaks, linear
} Bed;

typedef struct {
    double target_lufs;   // as heard
    bool raw;             // the gain stays at 0 dB: nothing is brought to a loudness
    double ceiling_dbtp;  // of the sound before it is encoded
    double peak_max_dbtp; // of the encoded file
    int channel_count;    // 1 or 2
    int worker_count;     // 0: one a processor
    ChainStages left_out; // of the chain
    const char *intro;    // sound file played before the reading; NULL: none
    const char *outro;    // and after it
    const char *earcon;   // before quotations whose voice switches; "tone": ours;
                          // NULL: none
    const char *bed;      // music under the opening; NULL: none
    // Frames that the timeline is to have, a multiple of PASSAGE_GRID within measure_lengths;
    // 0: as many as it takes.
    int64_t frame_count;
} MasterOptions;

typedef struct {
    const Clips *clips;
    LIST(Placed) items;     // in order, not overlapping
    LIST(Passage) passages; // in order, end to end, all of the timeline
    // Indices of passages from the longest to the shortest: work that is shared in this order
    // ends for all at about the same time.
    const uint32_t *longest_first;
    int64_t frame_count;  // at MASTER_RATE_HZ, head and tail silence included
    int64_t wanted_count; // as MasterOptions.frame_count
    double pause_scale;   // of pauses that no person gave, to meet it; 1: as they are
    int channel_count;    // 2: both channels the same
    double gain_db;       // of all clips, in steps of 0.1
    double ceiling_dbtp, peak_max_dbtp;
    double target_lufs; // as heard
    bool raw;
    ChainStages left_out;
    Jingle intro, outro; // brought to their loudness already
    Jingle earcon;       // likewise; its places are those of items
    Bed bed;
    // How loud each of as many equal parts of the timeline is, as an amplitude: the loudest
    // is 255. All 0: silence.
    uint8_t outline[OUTLINE_PARTS];
} Timeline;

NODISCARD bool master_clips(const Clips *in, const MasterOptions *options, Arena *arena,
                            Timeline *out, Error *err);

// How many frames a timeline may have when its pauses are made shorter or longer, but no more
// than is heard as the same reading.
typedef struct {
    int64_t least, natural, most;
    int64_t fixed; // of them that no pace changes: silence at the ends, jingles
} Lengths;

// ERR_OUTPUT where a jingle cannot be read. Linear in the clips.
NODISCARD bool measure_lengths(const Clips *in, const MasterOptions *options, Arena scratch,
                               Lengths *out, Error *err);

// Names all that the sound of a passage depends on.
void key_passage(const Timeline *timeline, uint32_t index, Arena scratch, char key[HASH_HEX]);

// Writes the frames of a passage (one channel, full scale 1.0) with `before` frames in
// front of it and `after` behind; these are as of any two passages beside it, and at most
// PASSAGE_TAIL and PASSAGE_LEAD. Linear.
NODISCARD bool render_passage(const Timeline *timeline, uint32_t index, int64_t before,
                              int64_t after, Arena scratch, float *out, Error *err);

// Writes `count` frames from frame `beg` on; frames before 0 and past the end are
// silence. Renders every passage that it touches.
NODISCARD bool render_timeline(const Timeline *timeline, int64_t beg, int64_t count, Arena scratch,
                               float *out, Error *err);

#endif
