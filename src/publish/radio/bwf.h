// Broadcast Wave: plain PCM as stations take it, with what they want to know in front of it.
#ifndef LECTERN_PUBLISH_RADIO_BWF_H
#define LECTERN_PUBLISH_RADIO_BWF_H

#include "publish/sound/encode.h"

enum { RATE48_HZ = 48000 };

typedef struct {
    int rate_hz; // MASTER_RATE_HZ or RATE48_HZ
    int bits;    // 16 or 24
    Str chunks;  // between the format and the samples; see bwf_chunks.h
} BwfPlan;

// Its Encoding.details is a BwfPlan.
extern const Encoder BWF_ENCODER;

// A frame of the timeline, or how many there are, at the rate of a file: the first sample
// that is not before it.
int64_t bwf_frame(int rate_hz, int64_t frame);

// Puts other chunks, of the same length, in the place of those that a file was written with.
// ERR_OUTPUT.
NODISCARD bool replace_bwf_chunks(const Encoding *encoding, const BwfPlan *plan, Arena scratch,
                                  Error *err);

#endif
