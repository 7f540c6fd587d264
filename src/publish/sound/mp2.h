// MPEG-1 Layer II as ContentDepot wants it: 256 kbit/s, 44,100 Hz, two channels, frames of one
// size, nothing but frames in the file.
#ifndef LECTERN_PUBLISH_SOUND_MP2_H
#define LECTERN_PUBLISH_SOUND_MP2_H

#include "publish/sound/encode.h"

// Of timelines with two channels.
extern const Encoder MP2_ENCODER;

#endif
