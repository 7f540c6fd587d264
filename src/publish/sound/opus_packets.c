#include "publish/sound/opus_packets.h"

#include <opus/opus.h>

enum {
    BITS_PER_S = 48000, // a channel
    // On 209 s of speech: 10 takes 2.4 s, 5 takes 0.46 s, 0 takes 0.23 s.
    COMPLEXITY = 5,
    CHANNELS_MAX = 2,
    // Transform coding at once and always: what other applications choose by their own judgement
    // at this rate and complexity.
    APPLICATION = OPUS_APPLICATION_RESTRICTED_LOWDELAY,
};

Str opus_vendor(void)
{
    return str_from(opus_get_version_string());
}

static bool set_up(OpusEncoder *encoder, int channel_count)
{
    return opus_encoder_ctl(encoder, OPUS_SET_BITRATE(BITS_PER_S * channel_count)) == OPUS_OK &&
           opus_encoder_ctl(encoder, OPUS_SET_COMPLEXITY(COMPLEXITY)) == OPUS_OK;
}

int opus_delay(void)
{
    int delay = 0;
    OpusEncoder *encoder = opus_encoder_create(OPUS_RATE_HZ, 1, APPLICATION, NULL);
    if (encoder)
        opus_encoder_ctl(encoder, OPUS_GET_LOOKAHEAD(&delay));
    opus_encoder_destroy(encoder);
    return delay;
}

typedef struct {
    OpusEncoder *encoder;
    OpusDecoder *decoder;
    int channel_count;
    unsigned char bytes[OPUS_PACKET_BYTES_MAX];
} Codec;

// Gives the size, 0 where it fails. What the decoder gives goes to `heard`, the first channel.
static int encode_packet(Codec *codec, const float *sound, float *heard)
{
    float both[OPUS_PACKET * CHANNELS_MAX];
    int channels = codec->channel_count;
    for (int i = 0; i < OPUS_PACKET * channels; i++)
        both[i] = sound[i / channels];
    int size =
        opus_encode_float(codec->encoder, both, OPUS_PACKET, codec->bytes, OPUS_PACKET_BYTES_MAX);
    if (size <= 0 ||
        opus_decode_float(codec->decoder, codec->bytes, size, both, OPUS_PACKET, 0) != OPUS_PACKET)
        return 0;
    for (int i = 0; i < OPUS_PACKET; i++)
        heard[i] = both[i * channels];
    return size;
}

// The first packet that counts does not lean on those before it, for in the file others stand
// there.
static bool stand_alone(Codec *codec, bool alone)
{
    return opus_encoder_ctl(codec->encoder, OPUS_SET_PREDICTION_DISABLED(alone)) == OPUS_OK;
}

static bool encode_packets(Codec *codec, const float *sound, uint32_t count, Buf *bytes,
                           OpusPackets *out)
{
    for (uint32_t i = 0; i < OPUS_WARM_UP + count; i++) {
        if (!stand_alone(codec, i == OPUS_WARM_UP))
            return false;
        size_t at = (size_t)i * OPUS_PACKET;
        int size = encode_packet(codec, sound + at, out->heard + at);
        if (size == 0)
            return false;
        if (i < OPUS_WARM_UP)
            continue;
        out->sizes[i - OPUS_WARM_UP] = (uint16_t)size;
        buf_add(bytes, (Str){(const char *)codec->bytes, (size_t)size});
    }
    out->bytes = buf_str(bytes);
    return true;
}

bool encode_opus(const float *sound, uint32_t count, int channel_count, Arena *arena,
                 OpusPackets *out)
{
    Codec codec = {
        .encoder = opus_encoder_create(OPUS_RATE_HZ, channel_count, APPLICATION, NULL),
        .decoder = opus_decoder_create(OPUS_RATE_HZ, channel_count, NULL),
        .channel_count = channel_count,
    };
    out->sizes = ALLOC(arena, uint16_t, count);
    out->heard = ALLOC(arena, float, (size_t)(OPUS_WARM_UP + count) * OPUS_PACKET);
    Buf bytes = new_buf(arena);
    bool ok = codec.encoder && codec.decoder && set_up(codec.encoder, channel_count) &&
              encode_packets(&codec, sound, count, &bytes, out);
    opus_encoder_destroy(codec.encoder);
    opus_decoder_destroy(codec.decoder);
    return ok;
}
