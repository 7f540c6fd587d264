// Frames of FLAC (RFC 9639) of one size and 16 bits at 44.1 kHz. A frame refers to no other, so
// those of any stretch may be encoded by themselves; it only says which of the stream it is.
#ifndef LECTERN_PUBLISH_SOUND_FLAC_FRAMES_H
#define LECTERN_PUBLISH_SOUND_FLAC_FRAMES_H

#include "base/error.h"
#include "publish/sound/crc.h"

enum {
    FLAC_BLOCK = 1152, // samples of a frame, the grid of passages
    // What renumbering adds to a frame at most.
    FLAC_NUMBER_GROWTH = 5,
};

// Name and version of what encodes them.
Str flac_vendor(void);

typedef struct {
    uint32_t count;
    uint32_t *sizes; // bytes of each frame
    Str bytes;
} FlacFrames;

// Encodes `block_count` blocks of `samples` (one channel; 2 channels: both the same) as frames
// numbered from 0. False: no memory.
NODISCARD bool encode_flac(const int16_t *samples, uint32_t block_count, int channel_count,
                           Arena *arena, FlacFrames *out);

typedef struct {
    Crc header, frame;
} FlacCrcs;

void make_flac_crcs(FlacCrcs *crcs);

// Copies a frame as frame `number` of its stream; gives the bytes written, at most
// FLAC_NUMBER_GROWTH more than it had.
size_t renumber_flac(const FlacCrcs *crcs, Str frame, uint32_t number, unsigned char *out);

// Bytes that `count` frames numbered from 0 grow by when they are numbered from `first`.
size_t flac_growth(uint32_t first, uint32_t count);

#endif
