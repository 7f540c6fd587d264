// The frame in front of an MP3's sound, which says how long it is and what a decoder adds.
#ifndef LECTERN_PUBLISH_SOUND_MP3_INFO_H
#define LECTERN_PUBLISH_SOUND_MP3_INFO_H

#include "publish/sound/layer3.h"

// CRC-16 as that frame has it, of a byte with 0 to 7 bytes of 0 behind it: eight bytes are
// taken at once.
typedef struct {
    uint16_t of[8][256];
} Mp3Crc;

void make_mp3_crc(Mp3Crc *crc);
uint16_t mp3_crc(const Mp3Crc *crc, const unsigned char *bytes, size_t len);

// The CRC of bytes with the CRC `first` followed by `len` bytes with the CRC `second`.
uint16_t mp3_crc_join(uint16_t first, uint16_t second, int64_t len);

// Frames that hold so many samples of sound.
int64_t mp3_frames(int64_t samples);

typedef struct {
    Layer3Format format;
    int64_t frame_count;  // this one not counted
    int64_t sample_count; // of the sound
    uint64_t bytes;       // of the frames
    uint16_t music_crc;   // of their bytes
} Mp3Info;

size_t mp3_info_size(const Layer3Format *format);

// Writes the frame, mp3_info_size bytes; `out` is zeroed.
void put_mp3_info(const Mp3Info *info, const Mp3Crc *crc, unsigned char *out);

#endif
