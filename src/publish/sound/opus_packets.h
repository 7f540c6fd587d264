// Packets of Opus (RFC 6716): 20 ms each at 48 kHz, transform coding alone.
#ifndef LECTERN_PUBLISH_SOUND_OPUS_PACKETS_H
#define LECTERN_PUBLISH_SOUND_OPUS_PACKETS_H

#include "base/arena.h"
#include "base/str.h"

enum {
    OPUS_RATE_HZ = 48000,
    OPUS_PACKET = 960, // samples a channel
    OPUS_PACKET_BYTES_MAX = 1000,
    // Packets that an encoder is shown before those that count, so that it stands where one
    // stands that has come from further away.
    OPUS_WARM_UP = 4,
};

// Name and version of what encodes them.
Str opus_vendor(void);

// By how many samples a decoder gives the sound late.
int opus_delay(void);

typedef struct {
    uint16_t *sizes; // bytes of each packet
    Str bytes;
    float *heard; // what a decoder gives, one channel: (OPUS_WARM_UP + count) * OPUS_PACKET
                  // samples, opus_delay() late
} OpusPackets;

// Encodes `count` packets. `sound` is one channel, full scale 1, and begins OPUS_WARM_UP packets
// before the first: so many samples as `heard`. The first packet needs nothing of what is
// before it. False: libopus fails.
NODISCARD bool encode_opus(const float *sound, uint32_t count, int channel_count, Arena *arena,
                           OpusPackets *out);

#endif
