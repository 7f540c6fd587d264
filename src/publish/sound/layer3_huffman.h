// The entropy code of Layer III: what whole numbers cost in bits, and their code.
#ifndef LECTERN_PUBLISH_SOUND_LAYER3_HUFFMAN_H
#define LECTERN_PUBLISH_SOUND_LAYER3_HUFFMAN_H

#include <stdint.h>

enum { HUFFMAN_MAX = 8191 + 15 }; // greatest magnitude that can be coded

// Bits one after the other, the highest of a byte first.
typedef struct {
    unsigned char *bytes; // `done` of them are written
    int64_t done;
    uint64_t rest; // the lowest `rest_bits` bits are still to be written
    int rest_bits; // less than 32 between calls
} BitWriter;

// The lowest `count` bits of `value`, at most 32.
void put_bits(BitWriter *out, uint32_t value, int count);

// Writes what is left, with zeros up to a whole byte.
void end_bits(BitWriter *out);

// The table that codes `count` (even) magnitudes in the fewest bits; those are added
// to *bits, signs included. 0: all are nothing.
int choose_pair_table(const int32_t *magnitudes, int count, int *bits);

// Writes pairs with the table that was chosen for them. A sign is that of the line.
void put_pairs(BitWriter *out, int table, const int32_t *magnitudes, const float *lines, int count);

// The same for magnitudes of at most 1, four at a time: tables 0 and 1.
int choose_quad_table(const int32_t *magnitudes, int count, int *bits);
void put_quads(BitWriter *out, int table, const int32_t *magnitudes, const float *lines, int count);

#endif
