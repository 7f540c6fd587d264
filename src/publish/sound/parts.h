// Passages that are encoded one by one: each is kept in the store, and found there when
// it sounds as it did before, whatever stands beside it.
#ifndef LECTERN_PUBLISH_SOUND_PARTS_H
#define LECTERN_PUBLISH_SOUND_PARTS_H

#include "base/store.h"
#include "publish/sound/encode.h"

// What a decoder gives of a passage, in steps of HIGH_STEP_FRAMES.
typedef struct {
    uint32_t step_count;
    float *energy; // of each step
    float *peak;
} HeardPart;

// Encodes a passage; the bytes are in the arena.
typedef bool MakePart(const void *context, uint32_t index, Arena *arena, const HeardPart *heard,
                      Str *bytes, Error *err);

typedef struct {
    const Encoding *encoding;
    const char *kind; // of the store
    Str format;       // names all that the bytes depend on beside the passage
    MakePart *make;
    const void *context; // of `make`
    bool once; // the bytes are not taken again: a store that goes with the run need not keep them
} Parts;

typedef struct {
    Str bytes; // as `make` gave them, aligned to 4
    Blob blob;
} Part;

// Finds a passage or makes and keeps it; encoding->heard has what is heard of it. Release
// with release_blob(&part->blob).
NODISCARD bool have_part(const Parts *parts, uint32_t index, Arena *arena, Part *out, Error *err);

// A passage that have_part has had in this run, and not `once`.
NODISCARD bool take_part(const Parts *parts, uint32_t index, Arena scratch, Part *out, Error *err);

#endif
