// Cyclic redundancy checks of 8, 16 and 32 bits that begin at 0 and take the highest bit first.
#ifndef LECTERN_PUBLISH_SOUND_CRC_H
#define LECTERN_PUBLISH_SOUND_CRC_H

#include <stddef.h>
#include <stdint.h>

enum { CRC_STEP = 4 }; // bytes that are taken at once

typedef struct {
    uint32_t of[CRC_STEP][256]; // of a byte with 0 to 3 bytes of zeros behind it
    int width;
} Crc;

// `polynomial` without its highest term.
void make_crc(Crc *crc, int width, uint32_t polynomial);

uint32_t crc_of(const Crc *crc, const void *bytes, size_t len);

#endif
