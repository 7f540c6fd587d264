#include "publish/sound/flac_frames.h"

#include <FLAC/format.h>
#include <FLAC/stream_encoder.h>

enum { RATE_HZ = 44100, BITS = 16, CHANNELS_MAX = 2, PREDICTOR = 12, COEFFICIENT_BITS = 13 };

Str flac_vendor(void)
{
    return str_from(FLAC__VENDOR_STRING);
}

// --- Encoding ---

typedef struct {
    Buf bytes;
    uint32_t *sizes;
    uint32_t count, room;
} Taken;

static FLAC__StreamEncoderWriteStatus take_bytes(const FLAC__StreamEncoder *encoder,
                                                 const FLAC__byte bytes[], size_t len,
                                                 uint32_t samples, uint32_t frame, void *context)
{
    Taken *taken = context;
    (void)encoder;
    (void)frame;
    if (samples == 0) // what stands before the frames is ours to write
        return FLAC__STREAM_ENCODER_WRITE_STATUS_OK;
    if (taken->count == taken->room)
        return FLAC__STREAM_ENCODER_WRITE_STATUS_FATAL_ERROR;
    taken->sizes[taken->count++] = (uint32_t)len;
    buf_add(&taken->bytes, (Str){(const char *)bytes, len});
    return FLAC__STREAM_ENCODER_WRITE_STATUS_OK;
}

// Level 5, but for predictors that are longer and stored more exactly than it thinks right
// for blocks of this length: with nothing above 11 kHz they pay, 6 % at no cost. A decoder's sums
// still fit in 32 bits: 16 of a sample, the coefficient's, 3 for 12 of them.
static bool set_up(FLAC__StreamEncoder *encoder, int channel_count)
{
    return FLAC__stream_encoder_set_channels(encoder, (uint32_t)channel_count) &&
           FLAC__stream_encoder_set_bits_per_sample(encoder, BITS) &&
           FLAC__stream_encoder_set_sample_rate(encoder, RATE_HZ) &&
           FLAC__stream_encoder_set_compression_level(encoder, 5) &&
           FLAC__stream_encoder_set_max_lpc_order(encoder, PREDICTOR) &&
           FLAC__stream_encoder_set_qlp_coeff_precision(encoder, COEFFICIENT_BITS) &&
           FLAC__stream_encoder_set_blocksize(encoder, FLAC_BLOCK);
}

static bool put_block(FLAC__StreamEncoder *encoder, const int16_t *samples, int channel_count)
{
    FLAC__int32 wide[FLAC_BLOCK * CHANNELS_MAX], *out = wide;
    for (int i = 0; i < FLAC_BLOCK; i++)
        for (int c = 0; c < channel_count; c++)
            *out++ = samples[i];
    return FLAC__stream_encoder_process_interleaved(encoder, wide, FLAC_BLOCK);
}

static bool encode_all(FLAC__StreamEncoder *encoder, const int16_t *samples, uint32_t block_count,
                       int channel_count, Taken *taken)
{
    if (!set_up(encoder, channel_count) ||
        FLAC__stream_encoder_init_stream(encoder, take_bytes, NULL, NULL, NULL, taken) !=
            FLAC__STREAM_ENCODER_INIT_STATUS_OK)
        return false;
    bool ok = true;
    for (uint32_t i = 0; ok && i < block_count; i++)
        ok = put_block(encoder, samples + (size_t)i * FLAC_BLOCK, channel_count);
    return FLAC__stream_encoder_finish(encoder) && ok && taken->count == block_count;
}

bool encode_flac(const int16_t *samples, uint32_t block_count, int channel_count, Arena *arena,
                 FlacFrames *out)
{
    Taken taken = {.sizes = ALLOC(arena, uint32_t, block_count), .room = block_count};
    taken.bytes = new_buf(arena);
    FLAC__StreamEncoder *encoder = FLAC__stream_encoder_new();
    bool ok = encoder && encode_all(encoder, samples, block_count, channel_count, &taken);
    if (encoder)
        FLAC__stream_encoder_delete(encoder);
    *out = (FlacFrames){taken.count, taken.sizes, buf_str(&taken.bytes)};
    return ok;
}

// --- Numbers ---
// A frame begins with four bytes, its number in the way of UTF-8, and a check of these;
// neither size nor rate need bytes of their own here. At its end a check of all.

enum { BEFORE_NUMBER = 4, HEADER_CHECK = 1, FRAME_CHECK = 2 };

void make_flac_crcs(FlacCrcs *crcs)
{
    make_crc(&crcs->header, 8, 0x07);
    make_crc(&crcs->frame, 16, 0x8005);
}

static size_t number_len(uint32_t number)
{
    static const uint32_t BELOW[] = {1U << 7, 1U << 11, 1U << 16, 1U << 21, 1U << 26};
    size_t len = 1;
    while (len <= COUNT(BELOW) && number >= BELOW[len - 1])
        len++;
    return len;
}

static size_t put_frame_number(uint32_t number, unsigned char *out)
{
    size_t len = number_len(number);
    for (size_t i = len - 1; i > 0; i--, number >>= 6)
        out[i] = (unsigned char)(0x80 | (number & 0x3F));
    out[0] = (unsigned char)(len == 1 ? number : (0xFF00U >> len & 0xFF) | number);
    return len;
}

static size_t len_of_number(unsigned char first)
{
    size_t ones = 0;
    while (first << ones & 0x80)
        ones++;
    return ones ? ones : 1;
}

size_t renumber_flac(const FlacCrcs *crcs, Str frame, uint32_t number, unsigned char *out)
{
    memcpy(out, frame.data, BEFORE_NUMBER);
    size_t len = BEFORE_NUMBER + put_frame_number(number, out + BEFORE_NUMBER);
    out[len] = (unsigned char)crc_of(&crcs->header, out, len);
    len += HEADER_CHECK;
    size_t from = BEFORE_NUMBER + len_of_number((unsigned char)frame.data[BEFORE_NUMBER]);
    from += HEADER_CHECK;
    memcpy(out + len, frame.data + from, frame.len - from - FRAME_CHECK);
    len += frame.len - from - FRAME_CHECK;
    uint32_t check = crc_of(&crcs->frame, out, len);
    out[len++] = (unsigned char)(check >> 8);
    out[len++] = (unsigned char)check;
    return len;
}

size_t flac_growth(uint32_t first, uint32_t count)
{
    size_t growth = 0;
    for (uint32_t i = 0; i < count; i++)
        growth += number_len(first + i) - number_len(i);
    return growth;
}
