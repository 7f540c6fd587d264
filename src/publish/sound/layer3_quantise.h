// Lines of a granule become whole numbers in as many bits as there are.
#ifndef LECTERN_PUBLISH_SOUND_LAYER3_QUANTISE_H
#define LECTERN_PUBLISH_SOUND_LAYER3_QUANTISE_H

#include "publish/sound/layer3_bank.h"
#include "publish/sound/layer3_huffman.h"

typedef struct {
    BlockType type;
    float lines[GRANULE]; // full scale 1; short blocks as band of 18, frequency, window
    float demand;         // about the bits that it takes, beyond a constant
} Spectrum;

enum { CODED_BITS_MAX = 4095 };

// What is written of a granule, with the names of ISO/IEC 11172-3, 2.4.1.7.
typedef struct {
    BlockType type;
    float lines[GRANULE]; // in coded order
    int32_t magnitudes[GRANULE];
    int bits;     // part2_3_length
    int pair_end; // 2 * big_values
    int quad_end; // end of the lines that are 1 at most
    int global_gain;
    int region_count[2]; // bands less 1
    int table_select[3];
    int count1table;
} Coded;

// Sets `demand`.
void weigh_spectrum(Spectrum *spectrum);

// Codes a spectrum in at most `budget` bits, which must be 100 or more.
void quantise_spectrum(const Spectrum *spectrum, int budget, Coded *out);

// Writes the lines: exactly `bits` bits.
void put_coded(BitWriter *out, const Coded *coded);

#endif
