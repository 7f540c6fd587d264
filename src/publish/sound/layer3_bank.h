// The hybrid filter bank of Layer III: 32 bands, and in each a modified cosine
// transform of 18 lines, or of three times 6 where an attack would be smeared.
#ifndef LECTERN_PUBLISH_SOUND_LAYER3_BANK_H
#define LECTERN_PUBLISH_SOUND_LAYER3_BANK_H

#include <stdint.h>

#include "base/arena.h"

enum {
    GRANULE = 576, // samples, and lines
    BANDS = 32,
    SLOTS = 18, // samples of a band in a granule
    BANK_TAPS = 512,
};

// The window of a granule, numbered as the standard does.
typedef enum { BLOCK_LONG, BLOCK_START, BLOCK_SHORT, BLOCK_STOP } BlockType;

typedef struct Bank Bank; // constant once made

const Bank *make_bank(Arena *arena);

// One granule of the bands.
typedef struct {
    float at[SLOTS][BANDS];
} BandSamples;

// Splits GRANULE samples into bands; `sound` also holds the BANK_TAPS - 32 before them.
void split_bands(const Bank *bank, const float *sound, BandSamples *out);

// Transforms two granules of the bands into the lines of the second. Lines of short
// blocks come as band of 18, frequency, window.
void transform_bands(const Bank *bank, const BandSamples *before, const BandSamples *now,
                     BlockType type, float lines[GRANULE]);

#endif
