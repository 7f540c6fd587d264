// Words of ASCII letters, eight bytes at a time: where most words end, and their hash, is
// known without a loop whose end no processor can foresee.
#ifndef LECTERN_BASE_LETTERS_H
#define LECTERN_BASE_LETTERS_H

#include "base/str.h"

#define EACH_BYTE(byte) (0x0101010101010101u * (byte))

// Eight bytes, the first of them lowest on any machine; compilers make one load of it.
static inline uint64_t load_eight(const char *p)
{
    uint64_t eight = 0;
    for (unsigned k = 0; k < 8; k++)
        eight |= (uint64_t)(unsigned char)p[k] << 8 * k;
    return eight;
}

// How many bytes from the lowest on are ASCII letters.
static inline uint32_t count_letters(uint64_t eight)
{
    uint64_t low = (eight | EACH_BYTE(0x20)) & EACH_BYTE(0x7F); // no sum leaves its byte
    uint64_t from_a = low + EACH_BYTE(0x80 - 'a'), past_z = low + EACH_BYTE(0x7F - 'z');
    uint64_t others = ~(from_a & ~past_z & ~eight) & EACH_BYTE(0x80);
    return others ? (uint32_t)__builtin_ctzll(others) / 8 : 8;
}

// The lowest `count` bytes, fewer than eight; the others are 0.
static inline uint64_t lowest_bytes(uint64_t eight, uint32_t count)
{
    return eight & (((uint64_t)1 << 8 * count) - 1);
}

// A hash for tables, eight bytes after eight from 0 on.
static inline uint64_t hash_eight(uint64_t hash, uint64_t eight)
{
    hash = (hash ^ eight) * 0x9E3779B97F4A7C15u; // odd, of the golden ratio
    return hash ^ hash >> 32;
}

// The hash of all bytes with bit 5 set, so that capitals count as small letters; the last
// eight are filled with zeros.
uint64_t hash_folded(Str s);

#endif
