// Clips as files: `<cache>/clips/<2 hex>/<62 hex>`, named by what they depend on.
//
// A file is a header, word times and samples, little-endian; it appears by a
// rename and is verified by its digest when it is read, so that runs may share
// the folder and be killed at any moment.
#ifndef LECTERN_SPEAK_CACHE_H
#define LECTERN_SPEAK_CACHE_H

#include "speak/clips.h"

// Fills state, frame_count and words from the file of clip->key. In the file the
// words' offsets are those of the gated text. False: absent, damaged, or a lost clip.
NODISCARD bool find_clip(const char *cache, Clip *clip, Arena *arena);

// Writes the file of clip->key. ERR_OUTPUT.
NODISCARD bool store_clip(const char *cache, const Clip *clip, const int16_t *frames, Error *err);

#endif
