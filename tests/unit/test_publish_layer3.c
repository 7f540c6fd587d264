// Layer III: whatever the sound, the frames are whole, and a decoder that is not
// ours gives it back.
#define _DEFAULT_SOURCE
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#undef fail // ours is in base/error.h

#include "base/file.h"
#include "base/soundfile.h"
#include "publish/sound/layer3.h"
#include "synthetic.h"

enum { FRAMES = 120, COUNT_ALL = (FRAMES + 1) * LAYER3_FRAME, FRAME = LAYER3_FRAME };

typedef float (*Wave)(int64_t i);

static float random_value(int64_t i)
{
    uint64_t x = (uint64_t)i * 0x9E3779B97F4A7C15u + 1;
    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9u;
    x = (x ^ x >> 27) * 0x94D049BB133111EBu;
    return (float)((double)(x >> 11) / 4503599627370496.0 - 1);
}

static float silence(int64_t i)
{
    return 0 * (float)i;
}

static float faint(int64_t i)
{
    return random_value(i) * 1e-5F;
}

static float tone(int64_t i)
{
    return 0.5F * (float)sin((double)i * 0.0627);
}

static float noise(int64_t i)
{
    return random_value(i) * 0.9F;
}

static float full_square(int64_t i)
{
    return i / 50 % 2 ? 1.0F : -1.0F;
}

// A knock every 4,000 samples, between them nothing.
static float knocks(int64_t i)
{
    int64_t since = i % 4000;
    return since < 400 ? random_value(i) * 0.8F * (float)(400 - since) / 400 : 0;
}

static float far_too_loud(int64_t i)
{
    return 100 * random_value(i);
}

static Str encode(Bench *b, Wave sound, int channel_count, int64_t beg, int64_t count)
{
    Layer3Format format = {channel_count, 96};
    int64_t length = LAYER3_BEFORE + (count + 1) * FRAME;
    float *samples = ALLOC(&b->arena, float, (size_t)(LAYER3_LATE + length)) + LAYER3_LATE;
    for (int64_t i = 0; i < length; i++) {
        int64_t at = beg * FRAME - LAYER3_BEFORE + i;
        samples[i] = at < 0 ? 0 : sound(at);
    }
    size_t len = (size_t)(layer3_size(&format, beg + count) - layer3_size(&format, beg));
    unsigned char *out = ALLOC(&b->arena, unsigned char, len);
    unsigned char *plain = ALLOC(&b->arena, unsigned char, len);
    encode_layer3(&format, make_bank(&b->arena), count, samples, b->arena, plain);
    place_layer3(&format, plain, beg, count, out);
    return (Str){(char *)out, len};
}

// Decibels that the decoded sound lies over its difference from what it was.
static double decoded_quality(Bench *b, Wave sound, int channel_count)
{
    Str bytes = encode(b, sound, channel_count, 0, FRAMES);
    Error err = {0};
    const char *path = in_folder(b, "a.mp3");
    SoundFile file;
    assert_true(write_file(path, bytes, &err));
    assert_true(open_sound(path, &file, &err));
    assert_int_equal(file.channel_count, channel_count);
    int64_t count = (FRAMES - 3) * FRAME;
    float *is = ALLOC(&b->arena, float, (size_t)(FRAMES * FRAME * channel_count));
    assert_true(read_sound(&file, is, count) > 0);
    close_sound(&file);
    double energy = 1e-12, loss = 1e-12;
    // Without a frame in front that says so, the decoder does not cut the delay.
    const int64_t delay = LAYER3_DELAY + 529;
    for (int64_t i = FRAME; i < count - delay; i++) {
        double was = (double)sound(i), got = (double)is[(i + delay) * channel_count];
        energy += was * was;
        loss += (was - got) * (was - got);
    }
    return 10 * log10(energy / loss);
}

static void sounds_of_all_kinds_come_back(void **state)
{
    assert_true(decoded_quality(*state, tone, 1) > 60);
    assert_true(decoded_quality(*state, knocks, 1) > 8);
    assert_true(decoded_quality(*state, noise, 1) > 5);
    assert_true(decoded_quality(*state, full_square, 1) > 15);
}

static void two_channels_come_back_as_one_does(void **state)
{
    assert_true(decoded_quality(*state, tone, 2) > 60);
    assert_true(decoded_quality(*state, knocks, 2) > 8);
}

static void any_stretch_has_the_bytes_of_the_whole(void **state)
{
    static const Wave SOUNDS[] = {tone, noise, knocks, silence, faint};
    Layer3Format format = {1, 96};
    for (size_t s = 0; s < COUNT(SOUNDS); s++) {
        Str whole = encode(*state, SOUNDS[s], 1, 0, 40);
        for (int64_t beg = 0; beg < 39; beg += 3) {
            Str part = encode(*state, SOUNDS[s], 1, beg, 2);
            assert_memory_equal(whole.data + layer3_size(&format, beg), part.data, part.len);
        }
    }
}

// What no sound should be is at least a whole stream.
static void any_sound_gives_whole_frames(void **state)
{
    static const Wave SOUNDS[] = {silence, faint, far_too_loud, full_square};
    for (size_t s = 0; s < COUNT(SOUNDS); s++)
        for (int channels = 1; channels <= 2; channels++) {
            Layer3Format format = {channels, 96};
            Str bytes = encode(*state, SOUNDS[s], channels, 0, FRAMES);
            for (int64_t i = 0; i < FRAMES; i++) {
                const char *head = bytes.data + layer3_size(&format, i);
                assert_int_equal((unsigned char)head[0], 0xFF);
                assert_int_equal((unsigned char)head[1], 0xFB);
            }
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(sounds_of_all_kinds_come_back, set_up, tear_down),
        cmocka_unit_test_setup_teardown(two_channels_come_back_as_one_does, set_up, tear_down),
        cmocka_unit_test_setup_teardown(any_stretch_has_the_bytes_of_the_whole, set_up, tear_down),
        cmocka_unit_test_setup_teardown(any_sound_gives_whole_frames, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
