// Frames: which windows, how many bits for which granule, and what stands where.
#include "publish/sound/layer3.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "publish/sound/layer3_quantise.h"

enum {
    RATE_HZ = 44100,
    GRANULES = 2, // a frame
    HEADER_BITS = 32,
    // An attack is looked for in the samples that the short windows of a granule stand for.
    STEP = 96,
    STEPS = GRANULE / STEP,
    LOOK_BACK = 4, // steps
    // The middle of a granule's window lies this far before its first sample enters.
    WINDOW_LAG = 240,
};

// --- Frames of a stream ---

static const short RATES_KBPS[15] = {0,   32,  40,  48,  56,  64,  80, 96,
                                     112, 128, 160, 192, 224, 256, 320};

int64_t layer3_size(const Layer3Format *format, int64_t count)
{
    return count * (LAYER3_FRAME / 8) * format->kbps * 1000 / RATE_HZ;
}

int layer3_side_size(const Layer3Format *format)
{
    return format->channel_count == 1 ? 17 : 32;
}

static bool is_padded(const Layer3Format *format, int64_t index)
{
    return layer3_size(format, index + 1) - layer3_size(format, index) > layer3_size(format, 1);
}

void put_layer3_header(const Layer3Format *format, int64_t index, unsigned char out[4])
{
    unsigned rate = 1;
    while (rate < 14 && RATES_KBPS[rate] != format->kbps)
        rate++;
    out[0] = 0xFF;
    out[1] = 0xFB; // MPEG 1, layer III, no checksum
    out[2] = (unsigned char)(rate << 4 | (unsigned)is_padded(format, index) << 1);
    // One channel; or joint stereo as middle and side. An original.
    out[3] = format->channel_count == 1 ? 0xC4 : 0x64;
}

// --- Attacks ---

// Energy of a step of sound without its lowest frequencies, where vowels are strong.
static float step_energy(const float *sound)
{
    float energy = 0;
    for (int i = 0; i < STEP; i++) {
        float edge = sound[i] - sound[i - 1];
        energy += edge * edge;
    }
    return energy;
}

// Whether a sound sets in so suddenly that the noise spread over a long window would be
// heard before it.
static bool is_attack(const float *sound)
{
    const float least = 1e-5F, rise = 10;
    float before[LOOK_BACK];
    for (int i = 0; i < LOOK_BACK; i++)
        before[i] = step_energy(sound + (i - LOOK_BACK) * STEP);
    for (int i = 0; i < STEPS; i++) {
        float energy = step_energy(sound + i * STEP), most = 0;
        for (int j = 0; j < LOOK_BACK; j++)
            most = before[j] > most ? before[j] : most;
        if (energy > least && energy > rise * most)
            return true;
        before[i % LOOK_BACK] = energy;
    }
    return false;
}

// Between two attacks there is no room for a long window.
static BlockType block_type(bool before, bool now, bool after)
{
    if (now || (before && after))
        return BLOCK_SHORT;
    return after ? BLOCK_START : before ? BLOCK_STOP : BLOCK_LONG;
}

// --- Granules one after the other ---

typedef struct {
    const Bank *bank;
    const float *sound; // of granule 0; earlier samples stand before it
    BandSamples bands[2];
    bool attack[3]; // before, in and after the granule that is next
} Stream;

static bool granule_attacks(const Stream *stream, int64_t granule)
{
    return is_attack(stream->sound + granule * GRANULE - WINDOW_LAG - GRANULE / 2);
}

static void split_granule(Stream *stream, int64_t granule)
{
    split_bands(stream->bank, stream->sound + granule * GRANULE - (BANK_TAPS - BANDS),
                &stream->bands[granule & 1]);
}

static void start_stream(Stream *stream, const Bank *bank, const float *sound)
{
    stream->bank = bank;
    stream->sound = sound;
    stream->attack[1] = granule_attacks(stream, -1);
    stream->attack[2] = granule_attacks(stream, 0);
    split_granule(stream, -1);
}

static void analyse_granule(Stream *stream, int64_t granule, Spectrum *out)
{
    stream->attack[0] = stream->attack[1];
    stream->attack[1] = stream->attack[2];
    stream->attack[2] = granule_attacks(stream, granule + 1);
    split_granule(stream, granule);
    out->type = block_type(stream->attack[0], stream->attack[1], stream->attack[2]);
    transform_bands(stream->bank, &stream->bands[~granule & 1], &stream->bands[granule & 1],
                    out->type, out->lines);
    weigh_spectrum(out);
}

// --- One frame ---
// Two channels are coded as middle and side; the side of the same sound is nothing.

typedef struct {
    Spectrum spectra[GRANULES];
    Coded coded[GRANULES];
} Frame;

// Shares the bits by demand; what the first granule leaves over goes to the second.
static void share_bits(Frame *frame, int bits)
{
    const float least = 200; // so that neither is starved
    float first = frame->spectra[0].demand + least, second = frame->spectra[1].demand + least;
    quantise_spectrum(&frame->spectra[0], (int)((float)bits * first / (first + second)),
                      &frame->coded[0]);
    quantise_spectrum(&frame->spectra[1], bits - frame->coded[0].bits, &frame->coded[1]);
}

static void put_block(BitWriter *out, const Coded *coded)
{
    BlockType type = coded->type;
    put_bits(out, type != BLOCK_LONG, 1);
    if (type != BLOCK_LONG) {
        put_bits(out, (uint32_t)type, 2);
        put_bits(out, 0, 1); // not mixed
    }
    for (int i = 0; i < (type == BLOCK_LONG ? 3 : 2); i++)
        put_bits(out, (uint32_t)coded->table_select[i], 5);
    if (type == BLOCK_LONG) {
        put_bits(out, (uint32_t)coded->region_count[0], 4);
        put_bits(out, (uint32_t)coded->region_count[1], 3);
    } else {
        put_bits(out, 0, 9); // subblock_gain
    }
}

static void put_granule_side(BitWriter *out, const Coded *coded)
{
    put_bits(out, (uint32_t)coded->bits, 12);
    put_bits(out, (uint32_t)coded->pair_end / 2, 9);
    put_bits(out, (uint32_t)coded->global_gain, 8);
    put_bits(out, 0, 4); // scalefac_compress: no bits for factors
    put_block(out, coded);
    put_bits(out, 0, 2); // preflag, scalefac_scale
    put_bits(out, (uint32_t)coded->count1table, 1);
}

static void put_side(BitWriter *out, const Layer3Format *format, const Frame *frame)
{
    put_bits(out, 0, 9);                                  // main_data_begin: no reservoir
    put_bits(out, 0, format->channel_count == 1 ? 5 : 3); // private
    put_bits(out, 0, 4 * format->channel_count);          // scfsi: no factors shared
    for (int i = 0; i < GRANULES; i++) {
        put_granule_side(out, &frame->coded[i]);
        if (format->channel_count == 2)
            put_granule_side(out, &(Coded){.type = frame->coded[i].type});
    }
}

static void put_frame(const Layer3Format *format, Frame *frame, unsigned char *out)
{
    int64_t size = layer3_size(format, 1);
    share_bits(frame, (int)(size - layer3_side_size(format)) * 8 - HEADER_BITS);
    memset(out, 0, (size_t)size);
    put_layer3_header(format, 0, out); // the first of a stream has no padding
    BitWriter writer = {.bytes = out + 4};
    put_side(&writer, format, frame);
    for (int i = 0; i < GRANULES; i++)
        put_coded(&writer, &frame->coded[i]);
    end_bits(&writer); // the rest of the frame stays 0
}

// --- The stream ---

void encode_layer3(const Layer3Format *format, const Bank *bank, int64_t count, float *sound,
                   Arena scratch, unsigned char *out)
{
    Frame *frame = ALLOC(&scratch, Frame, 1);
    Stream *stream = ALLOC(&scratch, Stream, 1);
    int64_t samples = LAYER3_BEFORE + (count + 1) * LAYER3_FRAME;
    for (int64_t i = 0; format->channel_count == 2 && i < samples; i++)
        sound[i] *= 1.41421356F;
    start_stream(stream, bank, sound + LAYER3_BEFORE - LAYER3_LATE);
    for (int64_t i = 0; i < count; i++) {
        for (int granule = 0; granule < GRANULES; granule++)
            analyse_granule(stream, i * GRANULES + granule, &frame->spectra[granule]);
        put_frame(format, frame, out + i * layer3_size(format, 1));
    }
}

void place_layer3(const Layer3Format *format, const unsigned char *frames, int64_t beg,
                  int64_t count, unsigned char *out)
{
    size_t size = (size_t)layer3_size(format, 1);
    for (int64_t i = beg; i < beg + count; i++) {
        memcpy(out, frames, size);
        put_layer3_header(format, i, out);
        out += size;
        if (is_padded(format, i))
            *out++ = 0;
        frames += size;
    }
}
