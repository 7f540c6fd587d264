// MPEG-1 Layer III (ISO/IEC 11172-3) at a constant rate and 44.1 kHz, without
// the bit reservoir: what a frame holds depends on the sound around it alone, so
// any stretch of a stream can be encoded by itself, by any process, to the byte.
#ifndef LECTERN_PUBLISH_SOUND_LAYER3_H
#define LECTERN_PUBLISH_SOUND_LAYER3_H

#include "publish/sound/layer3_bank.h"

enum {
    LAYER3_FRAME = 1152,      // samples a channel
    LAYER3_DELAY = 576,       // samples of silence that a decoder gives before the sound
    LAYER3_BEFORE = 2 * 1152, // samples that a frame is looked at from before its first
    // Samples that the sound is late by when it enters the bank, so that all of it together
    // gives LAYER3_DELAY: the bank alone has 528.
    LAYER3_LATE = LAYER3_DELAY - 528,
    LAYER3_FRAME_BYTES_MAX = 1441,
};

typedef struct {
    int channel_count; // 1, or 2 with the same sound on both
    int kbps;          // of the table of the standard: 32 to 320
} Layer3Format;

// Bytes of the first `count` frames of a stream.
int64_t layer3_size(const Layer3Format *format, int64_t count);

// Bytes of side information in a frame.
int layer3_side_size(const Layer3Format *format);

// The four bytes that frame `index` begins with.
void put_layer3_header(const Layer3Format *format, int64_t index, unsigned char out[4]);

// Encodes `count` frames. `sound` begins LAYER3_BEFORE samples before the first (silence
// where that is before the start) and holds LAYER3_BEFORE + (count + 1) * LAYER3_FRAME samples
// of one channel, full scale 1; LAYER3_LATE more in front of it are silence. The middle of two
// equal channels is louder than each: for two, the sound is changed. Linear in count.
//
// Frames have no byte of padding (all are layer3_size(format, 1) bytes long), so that the
// same sound has the same frames anywhere; place_layer3 puts them where they belong.
void encode_layer3(const Layer3Format *format, const Bank *bank, int64_t count, float *sound,
                   Arena scratch, unsigned char *out);

// Makes `count` frames as encode_layer3 gives them the frames from `beg` on of a stream, some
// of which are a byte longer. `out` has room for layer3_size(beg + count) - layer3_size(beg).
void place_layer3(const Layer3Format *format, const unsigned char *frames, int64_t beg,
                  int64_t count, unsigned char *out);

#endif
