// Remainders stand at the left of 32 bits, so that one loop serves every width.
#include "publish/sound/crc.h"

void make_crc(Crc *crc, int width, uint32_t polynomial)
{
    polynomial <<= 32 - width;
    for (uint32_t byte = 0; byte < 256; byte++) {
        uint32_t rest = byte << 24;
        for (int bit = 0; bit < 8; bit++)
            rest = rest << 1 ^ (rest >> 31 ? polynomial : 0);
        crc->of[0][byte] = rest;
    }
    for (int zeros = 1; zeros < CRC_STEP; zeros++)
        for (int byte = 0; byte < 256; byte++) {
            uint32_t rest = crc->of[zeros - 1][byte];
            crc->of[zeros][byte] = rest << 8 ^ crc->of[0][rest >> 24];
        }
    crc->width = width;
}

static uint32_t four_bytes(const unsigned char *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

uint32_t crc_of(const Crc *crc, const void *bytes, size_t len)
{
    const unsigned char *p = bytes;
    uint32_t rest = 0;
    for (; len >= CRC_STEP; len -= CRC_STEP, p += CRC_STEP) {
        rest ^= four_bytes(p);
        rest = crc->of[3][rest >> 24] ^ crc->of[2][rest >> 16 & 255] ^ crc->of[1][rest >> 8 & 255] ^
               crc->of[0][rest & 255];
    }
    for (; len; len--)
        rest = rest << 8 ^ crc->of[0][rest >> 24 ^ *p++];
    return rest >> (32 - crc->width);
}
