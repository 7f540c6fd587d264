#include "master/floor.h"

#include "base/vector.h"

#include "master/timeline.h"

enum {
    TAIL = PASSAGE_TAIL / 2, // frames at CLIP_RATE_HZ, alike in all passages
    OCTAVES = 4,
    BLOCK = 512,
};

// The sum of OCTAVES even distributions from -1 to 1 has an RMS of sqrt(OCTAVES / 3);
// this makes it 10^(-70/20).
static const float LEVEL = 2.7386128e-4F;

// A number for a number, with all bits mixed (C. Wellons' "lowbias32").
static uint32_t mix(uint32_t x)
{
    x ^= x >> 16;
    x *= 0x7FEB352DU;
    x ^= x >> 15;
    x *= 0x846CA68BU;
    return x ^ x >> 16;
}

// Each octave holds its value twice as long as the one above: noise that falls with
// frequency (the Voss-McCartney method), of which any stretch can be made by itself.
WIDE_VECTORS static void add_noise(uint32_t seed, uint32_t beg, int count, float *sound)
{
    for (uint32_t octave = 0; octave < OCTAVES; octave++) {
        uint32_t salt = mix(seed + octave);
        for (int i = 0; i < count; i++) {
            uint32_t bits = mix(((beg + (uint32_t)i) >> octave) ^ salt);
            sound[i] += ((float)(int32_t)bits) * (LEVEL / 2147483648.0F);
        }
    }
}

void add_floor(int64_t length, int64_t beg, int64_t count, float *sound)
{
    enum { START, END };
    for (int64_t i = 0; i < count;) {
        int64_t at = beg + i;
        bool tail = at < 0 || (at >= length - TAIL && at < length);
        int64_t stop = at < 0               ? 0
                       : at < length - TAIL ? length - TAIL
                       : at < length        ? length
                                            : at + BLOCK;
        int64_t n = stop - at < count - i ? stop - at : count - i;
        n = n < BLOCK ? n : BLOCK;
        int64_t index = at < 0        ? at + TAIL
                        : tail        ? at - (length - TAIL)
                        : at < length ? at
                                      : at - length;
        add_noise(tail ? END : START, (uint32_t)index, (int)n, sound + i);
        i += n;
    }
}
