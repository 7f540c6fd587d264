// A stretch of an MP3 as a file of its own, without decoding it: its frames do not refer to
// each other (layer3.h).
#ifndef LECTERN_PUBLISH_SOUND_MP3_CUT_H
#define LECTERN_PUBLISH_SOUND_MP3_CUT_H

#include "base/error.h"
#include "publish/sound/layer3.h"

typedef struct {
    const char *from;             // a file of MP3_ENCODER
    Layer3Format format;          // as it was encoded
    int64_t beg_frame, end_frame; // samples; the first a multiple of LAYER3_FRAME
    Str id3_tag;                  // of the new file
    const char *to;               // is made
} Mp3Cut;

// ERR_OUTPUT. Memory does not grow with the stretch.
NODISCARD bool cut_mp3(const Mp3Cut *cut, Arena scratch, Error *err);

#endif
