// What FLAC and Opus are put together from: checks, pages, numbers of frames, another rate.
#define _DEFAULT_SOURCE
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#undef fail // ours is in base/error.h

#include "base/hash.h"
#include "base/soundfile.h"
#include "publish/sound/flac_frames.h"
#include "publish/sound/ogg.h"
#include "publish/sound/opus_packets.h"
#include "publish/sound/rate48.h"
#include "publish/sound/vorbis.h"
#include "synthetic.h"

// --- Checks ---

// The values that catalogues of such checks give for the nine digits.
static void checks_are_those_of_the_formats(void **state)
{
    (void)state;
    FlacCrcs flac;
    Crc ogg;
    make_flac_crcs(&flac);
    make_ogg_crc(&ogg);
    assert_int_equal(crc_of(&flac.header, "123456789", 9), 0xF4);
    assert_int_equal(crc_of(&flac.frame, "123456789", 9), 0xFEE8);
    assert_int_equal(crc_of(&ogg, "123456789", 9), 0x89A1897F);
    assert_int_equal(crc_of(&ogg, "", 0), 0);
}

static void digest_hex(const char *first, const char *second, char hex[33])
{
    Md5 md5;
    unsigned char digest[MD5_BYTES];
    start_md5(&md5);
    add_md5(&md5, first, strlen(first));
    Md5 handed_on = md5;
    add_md5(&handed_on, second, strlen(second));
    finish_md5(&handed_on, digest);
    for (int i = 0; i < MD5_BYTES; i++)
        snprintf(hex + (size_t)(2 * i), 3, "%02x", digest[i]);
}

// RFC 1321, A.5.
static void md5_may_be_handed_on(void **state)
{
    (void)state;
    char hex[33];
    digest_hex("", "", hex);
    assert_string_equal(hex, "d41d8cd98f00b204e9800998ecf8427e");
    digest_hex("message ", "digest", hex);
    assert_string_equal(hex, "f96b697d7cb7938d525a2f31aaf161d0");
}

// --- Frames of FLAC ---

enum { BLOCKS = 5 };

static void make_samples(int16_t *samples)
{
    for (int i = 0; i < BLOCKS * FLAC_BLOCK; i++)
        samples[i] = (int16_t)(9000 * sin(i * 0.031) + (i * 7919 % 61));
}

// A stream whose frames are numbered from `first`, without a digest.
static Str stream_from(Bench *b, const FlacFrames *frames, uint32_t first)
{
    static const unsigned char FRONT[] = {
        'f',  'L',  'a',  'C',  0x80, 0, 0, 34, 4,
        0x80, 4,    0x80, 0,    0,    0, 0, 0,  0, // sizes of blocks and frames
        0x0A, 0xC4, 0x40, 0xF0, 0,    0, 0, 0, // 44,100 Hz, 1 channel, 16 bits, length not known
    };
    FlacCrcs crcs;
    make_flac_crcs(&crcs);
    size_t room = 42 + frames->bytes.len + frames->count * FLAC_NUMBER_GROWTH;
    unsigned char *out = ALLOC(&b->arena, unsigned char, room);
    memcpy(out, FRONT, sizeof FRONT);
    size_t len = 42, from = 0;
    for (uint32_t i = 0; i < frames->count; i++) {
        Str frame = str_slice(frames->bytes, from, from + frames->sizes[i]);
        len += renumber_flac(&crcs, frame, first + i, out + len);
        from += frames->sizes[i];
    }
    assert_int_equal(len, 42 + frames->bytes.len + flac_growth(first, frames->count));
    return (Str){(const char *)out, len};
}

static void check_stream(Bench *b, Str stream, const int16_t *samples)
{
    SoundFile file;
    Error err = {0};
    float *sound = ALLOC(&b->arena, float, BLOCKS *FLAC_BLOCK);
    assert_true(open_sound_bytes(stream, &file, &err));
    assert_int_equal(read_sound(&file, sound, BLOCKS * FLAC_BLOCK), BLOCKS * FLAC_BLOCK);
    for (int i = 0; i < BLOCKS * FLAC_BLOCK; i++)
        assert_int_equal(lrintf(sound[i] * 32768), samples[i]);
    close_sound(&file);
}

static FlacFrames encode_well(Bench *b, const int16_t *samples, int channels)
{
    FlacFrames frames;
    assert_true(encode_flac(samples, BLOCKS, channels, &b->arena, &frames));
    assert_int_equal(frames.count, BLOCKS);
    return frames;
}

static void frames_may_have_any_number(void **state)
{
    static const uint32_t FIRST[] = {0, 125, 2046, 65533, 2097150, 67108862, 0x7FFFFF00};
    Bench *b = *state;
    int16_t samples[BLOCKS * FLAC_BLOCK];
    make_samples(samples);
    FlacFrames frames = encode_well(b, samples, 1);
    Str plain = stream_from(b, &frames, 0);
    assert_memory_equal(plain.data + 42, frames.bytes.data, frames.bytes.len);
    check_stream(b, plain, samples);
    // A decoder takes the number of the first frame as it is.
    for (size_t i = 1; i < COUNT(FIRST); i++)
        check_stream(b, stream_from(b, &frames, FIRST[i]), samples);
}

static void a_second_channel_that_is_the_same_costs_nothing_much(void **state)
{
    Bench *b = *state;
    int16_t samples[BLOCKS * FLAC_BLOCK];
    make_samples(samples);
    size_t one = encode_well(b, samples, 1).bytes.len, two = encode_well(b, samples, 2).bytes.len;
    assert_true(two < one + BLOCKS * 8);
}

// --- Pages of Ogg ---

static uint32_t number_at(Str bytes, size_t at)
{
    uint32_t value = 0;
    for (size_t i = 4; i-- > 0;)
        value = value << 8 | (unsigned char)bytes.data[at + i];
    return value;
}

// Follows a packet over its pages; gives its bytes.
static Str gather(Bench *b, Str pages, uint32_t *count)
{
    Buf packet = new_buf(&b->arena);
    size_t at = 0;
    for (*count = 0; at < pages.len; ++*count) {
        assert_memory_equal(pages.data + at, "OggS", 4);
        assert_int_equal(pages.data[at + 5], *count ? 1 : 2);
        assert_int_equal(number_at(pages, at + 18), 7 + *count);
        size_t lacing = (unsigned char)pages.data[at + 26], len = 0;
        for (size_t i = 0; i < lacing; i++)
            len += (unsigned char)pages.data[at + 27 + i];
        at += 27 + lacing;
        buf_add(&packet, str_slice(pages, at, at + len));
        at += len;
        bool last = (unsigned char)pages.data[at - len - 1] < 255;
        assert_true(last == (at == pages.len));
    }
    return buf_str(&packet);
}

static void a_packet_of_any_length_goes_on_pages(void **state)
{
    static const size_t LENGTHS[] = {0, 1, 254, 255, 256, 65024, 65025, 65026, 130050, 200000};
    Bench *b = *state;
    Crc crc;
    make_ogg_crc(&crc);
    char *bytes = ALLOC(&b->arena, char, 200000);
    for (int i = 0; i < 200000; i++)
        bytes[i] = (char)(i * 31 >> 3);
    for (size_t i = 0; i < COUNT(LENGTHS); i++) {
        Buf pages = new_buf(&b->arena);
        OggPlace place = {.first = true, .sequence = 7};
        uint32_t told = put_ogg_packet(&pages, &crc, &place, (Str){bytes, LENGTHS[i]}), count;
        Str copy = str_copy(buf_str(&pages), &b->arena);
        Str packet = gather(b, copy, &count);
        assert_int_equal(count, told);
        assert_int_equal(packet.len, LENGTHS[i]);
        assert_memory_equal(packet.data ? packet.data : "", bytes, packet.len);
    }
}

static void a_page_is_as_long_as_was_said(void **state)
{
    static const uint16_t SIZES[] = {0, 3, 254, 255, 256, 765, 1000};
    static const char BYTES[4096];
    Bench *b = *state;
    Crc crc;
    make_ogg_crc(&crc);
    Buf page = new_buf(&b->arena);
    put_ogg_packets(&page, &crc, &(OggPlace){.granule = 960}, SIZES, COUNT(SIZES), BYTES);
    assert_int_equal(page.len, ogg_page_size(SIZES, COUNT(SIZES)));
    assert_int_equal(page.data[26], 1 + 1 + 1 + 2 + 2 + 4 + 4);
}

// --- The other rate ---

typedef struct {
    double gain_db, rest_db; // of the tone, and of all else beside it
} Response;

static Response response_at(Bench *b, const Rate48 *rate, double hz)
{
    enum { COUNT_OUT = 48000, COUNT_IN = 44100 + 2 * RATE48_REACH };
    float *in = ALLOC(&b->arena, float, COUNT_IN), *out = ALLOC(&b->arena, float, COUNT_OUT);
    double sines = 0, cosines = 0, rest = 0;
    for (int i = 0; i < COUNT_IN; i++)
        in[i] = (float)sin(2 * PI * hz * (i - RATE48_REACH) / 44100);
    raise_rate(rate, in + RATE48_REACH, COUNT_OUT, out);
    for (int i = 0; i < COUNT_OUT; i++) {
        sines += (double)out[i] * sin(2 * PI * hz * i / 48000) / (COUNT_OUT / 2);
        cosines += (double)out[i] * cos(2 * PI * hz * i / 48000) / (COUNT_OUT / 2);
    }
    assert_true(fabs(cosines) < 1e-4); // no delay
    for (int i = 0; i < COUNT_OUT; i++) {
        double x = (double)out[i] - sines * sin(2 * PI * hz * i / 48000);
        rest += x * x / (COUNT_OUT / 2);
    }
    return (Response){20 * log10(sines), 10 * log10(rest)};
}

static void the_higher_rate_is_flat_and_clean(void **state)
{
    static const double TONES_HZ[] = {50, 1000, 5000, 10000, 15000, 19000};
    Bench *b = *state;
    const Rate48 *rate = make_rate48(&b->arena);
    for (size_t i = 0; i < COUNT(TONES_HZ); i++) {
        Response r = response_at(b, rate, TONES_HZ[i]);
        assert_true(fabs(r.gain_db) < 0.01);
        assert_true(r.rest_db < -98);
    }
}

// --- Packets of Opus ---

static void packets_sound_as_a_decoder_was_heard(void **state)
{
    enum { PACKETS = 100, SAMPLES = (OPUS_WARM_UP + PACKETS) * OPUS_PACKET };
    Bench *b = *state;
    int delay = opus_delay();
    float *sound = ALLOC(&b->arena, float, SAMPLES);
    for (int i = 0; i < SAMPLES; i++)
        sound[i] = (float)synthetic_sample(i);
    for (int channels = 1; channels <= 2; channels++) {
        OpusPackets packets;
        assert_true(encode_opus(sound, PACKETS, channels, &b->arena, &packets));
        size_t len = 0;
        for (int i = 0; i < PACKETS; i++)
            len += packets.sizes[i];
        assert_int_equal(packets.bytes.len, len);
        assert_true(len > 9000U * (unsigned)channels && len < 15000U * (unsigned)channels);
        double signal = 0, error = 0;
        for (int i = OPUS_WARM_UP * OPUS_PACKET; i < SAMPLES - OPUS_PACKET; i++) {
            double x = (double)sound[i], y = (double)packets.heard[i + delay];
            signal += x * x;
            error += (x - y) * (x - y);
        }
        assert_true(10 * log10(signal / error) > 15);
    }
}

// --- Texts and pictures ---

static Str picture_of(Bench *b, Str bytes, const char *mime)
{
    Str block = picture_block(&(Cover){.bytes = bytes, .mime = mime}, &b->arena);
    size_t fields = 4 + 4 + strlen(mime) + 4 + 5; // kind, type, "cover"
    assert_true(block.len == fields + 20 + bytes.len);
    assert_memory_equal(block.data + block.len - bytes.len, bytes.data, bytes.len);
    return str_slice(block, fields, fields + 16);
}

static void a_picture_says_its_size(void **state)
{
    Bench *b = *state;
    Str png = STR("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\5\x78\0\0\1\2\x08\3\0\0\0CRC."
                  "\0\0\0\6PLTE\1\2\3\4\5\6CRC.");
    Str size = picture_of(b, png, "image/png");
    assert_memory_equal(size.data, "\0\0\5\x78\0\0\1\2\0\0\0\x18\0\0\0\2", 16);
    Str jpeg = STR("\xFF\xD8\xFF\xE0\0\4ab\xFF\xC2\0\x11\x08\1\2\5\x78\3....");
    size = picture_of(b, jpeg, "image/jpeg");
    assert_memory_equal(size.data, "\0\0\5\x78\0\0\1\2\0\0\0\x18\0\0\0\0", 16);
    size = picture_of(b, STR("\xFF\xD8\xFF\xE0\xFF\xFF"), "image/jpeg");
    assert_memory_equal(size.data, "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 16);
    size = picture_of(b, STR("cut"), "image/png");
    assert_memory_equal(size.data, "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 16);
}

static void comments_are_counted(void **state)
{
    Bench *b = *state;
    Str none = vorbis_comments(&(VorbisComments){.vendor = STR("me")}, &b->arena);
    assert_int_equal(none.len, 10);
    assert_memory_equal(none.data, "\2\0\0\0me\0\0\0\0", 10);
    EpisodeInfo info = {.title = STR("A")};
    VorbisComments comments = {.vendor = STR("me"), .info = &info, .picture = STR("foob")};
    Str three = vorbis_comments(&comments, &b->arena);
    assert_memory_equal(three.data, "\2\0\0\0me\3\0\0\0\7\0\0\0TITLE=A", 21);
    assert_true(str_ends(three, STR("METADATA_BLOCK_PICTURE=Zm9vYg==")));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(checks_are_those_of_the_formats),
        cmocka_unit_test(md5_may_be_handed_on),
        TEST(frames_may_have_any_number),
        TEST(a_second_channel_that_is_the_same_costs_nothing_much),
        TEST(a_packet_of_any_length_goes_on_pages),
        TEST(a_page_is_as_long_as_was_said),
        TEST(the_higher_rate_is_flat_and_clean),
        TEST(packets_sound_as_a_decoder_was_heard),
        TEST(a_picture_says_its_size),
        TEST(comments_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
