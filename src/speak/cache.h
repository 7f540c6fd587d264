// Clips in the store of the run (base/store.h), as kind `clips`: a header, word times
// and samples, little-endian.
#ifndef LECTERN_SPEAK_CACHE_H
#define LECTERN_SPEAK_CACHE_H

#include "speak/clips.h"

// Fills state, frame_count and words from the file of clip->key. In the file the
// words' offsets are those of the gated text. False: absent, damaged, or a lost clip.
NODISCARD bool find_clip(const char *cache, Clip *clip, Arena *arena);

// Writes the file of clip->key. ERR_OUTPUT.
NODISCARD bool store_clip(const char *cache, const Clip *clip, const int16_t *frames, Error *err);

#endif
