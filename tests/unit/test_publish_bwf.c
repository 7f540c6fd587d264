// Broadcast Wave and MP2: samples and frames that are those of one piece, whoever writes them.
#define _DEFAULT_SOURCE
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#undef fail // ours is in base/error.h

#include "publish/radio/bwf.h"
#include "publish/sound/mp2.h"
#include "publish/sound/rate48.h"
#include "publish/sound/riff.h"
#include "synthetic.h"

enum { FRAMES = 613 * PASSAGE_GRID }; // 16 s

static Str written(Bench *b, const Encoder *encoder, const Timeline *timeline, const BwfPlan *plan,
                   int worker_count)
{
    Error err = {0};
    Encoding encoding = {.timeline = timeline,
                         .path = in_folder(b, "a.sound"),
                         .worker_count = worker_count,
                         .details = plan};
    bool ok = encoder->write(&encoding, b->arena, &err);
    if (!ok)
        fprintf(stderr, "%s\n", err.message);
    assert_true(ok);
    return contents(b, encoding.path);
}

static int32_t sample24(const char *at)
{
    const unsigned char *p = (const unsigned char *)at;
    return (int32_t)((uint32_t)p[0] << 8 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 24) >> 8;
}

static uint64_t little(Str bytes, size_t at, int count)
{
    uint64_t value = 0;
    for (int i = count - 1; i >= 0; i--)
        value = value << 8 | (unsigned char)bytes.data[at + (size_t)i];
    return value;
}

// --- Samples ---

static void a_file_at_48_kHz_is_one_piece(void **state)
{
    Bench *b = *state;
    Timeline timeline = synthetic_timeline(FRAMES, 1);
    int64_t count = bwf_frame(RATE48_HZ, timeline.frame_count);
    Str file = written(b, &BWF_ENCODER, &timeline, &(BwfPlan){.rate_hz = RATE48_HZ, .bits = 24}, 3);
    float *in = ALLOC(&b->arena, float, (size_t)timeline.frame_count + 2 * RATE48_REACH + 1);
    float *out = ALLOC(&b->arena, float, (size_t)count);
    Error err = {0};
    assert_true(
        render_timeline(&timeline, 0, timeline.frame_count, b->arena, in + RATE48_REACH, &err));
    raise_rate(make_rate48(&b->arena), in + RATE48_REACH, count, out);
    const char *data = file.data + file.len - (3 * count + count % 2);
    for (int64_t i = 0; i < count; i++)
        assert_int_equal(sample24(data + 3 * i), (int32_t)floor((double)out[i] * 8388608 + 0.5));
}

static void frames_at_48_kHz_do_not_drift(void **state)
{
    (void)state;
    assert_int_equal(bwf_frame(RATE48_HZ, 0), 0);
    assert_int_equal(bwf_frame(RATE48_HZ, 1), 2);
    assert_int_equal(bwf_frame(RATE48_HZ, 147), 160);
    assert_int_equal(bwf_frame(RATE48_HZ, (int64_t)44100 * 36000), (int64_t)48000 * 36000);
    assert_int_equal(bwf_frame(MASTER_RATE_HZ, 12345), 12345);
}

static void the_bytes_do_not_hang_on_the_workers(void **state)
{
    static const BwfPlan PLANS[] = {{.rate_hz = RATE48_HZ, .bits = 24},
                                    {.rate_hz = MASTER_RATE_HZ, .bits = 16}};
    Bench *b = *state;
    Timeline timeline = synthetic_timeline(FRAMES, 2);
    for (size_t i = 0; i <= COUNT(PLANS); i++) {
        const Encoder *encoder = i < COUNT(PLANS) ? &BWF_ENCODER : &MP2_ENCODER;
        const BwfPlan *plan = &PLANS[i % COUNT(PLANS)];
        Str one = written(b, encoder, &timeline, plan, 1);
        assert_true(str_equal(one, written(b, encoder, &timeline, plan, 2)));
        assert_true(str_equal(one, written(b, encoder, &timeline, plan, 8)));
    }
}

static void a_worker_that_dies_is_an_error(void **state)
{
    Bench *b = *state;
    Timeline timeline = synthetic_timeline(FRAMES, 2);
    BwfPlan plan = {.rate_hz = RATE48_HZ, .bits = 24};
    Encoding encoding = {
        .timeline = &timeline, .path = in_folder(b, "a"), .worker_count = 2, .details = &plan};
    deadly_frame = FRAMES / 2;
    Error one = {0}, other = {0};
    assert_false(BWF_ENCODER.write(&encoding, b->arena, &one));
    assert_false(MP2_ENCODER.write(&encoding, b->arena, &other));
    assert_true(one.kind == ERR_OUTPUT && other.kind == ERR_OUTPUT && no_child_is_left());
}

static void chunks_are_replaced_in_place(void **state)
{
    Bench *b = *state;
    Timeline timeline = synthetic_timeline(FRAMES, 1);
    BwfPlan first = {.rate_hz = MASTER_RATE_HZ, .bits = 16, .chunks = STR("bext\4\0\0\0abcd")};
    BwfPlan later = first;
    later.chunks = STR("bext\4\0\0\0efgh");
    Str before = written(b, &BWF_ENCODER, &timeline, &first, 1);
    Encoding encoding = {.timeline = &timeline, .path = in_folder(b, "a.sound")};
    Error err = {0};
    assert_true(replace_bwf_chunks(&encoding, &later, b->arena, &err));
    Str after = contents(b, encoding.path);
    size_t at = str_find(before, STR("abcd"));
    assert_int_equal(before.len, after.len);
    assert_memory_equal(after.data + at, "efgh", 4);
    assert_memory_equal(after.data + at + 4, before.data + at + 4, before.len - at - 4);
}

// --- MP2 ---

static void mp2_frames_follow_each_other_without_a_gap(void **state)
{
    enum { FRAME_BYTES = 835 };
    Bench *b = *state;
    Timeline timeline = synthetic_timeline(FRAMES, 2);
    Str file = written(b, &MP2_ENCODER, &timeline, NULL, 2);
    assert_int_equal(file.len, FRAMES / 1152 * FRAME_BYTES);
    for (size_t at = 0; at < file.len; at += FRAME_BYTES)
        assert_memory_equal(file.data + at, "\xFF\xFD\xC0", 3); // 256 kbit/s, no padding
}

// --- RIFF ---

static void small_files_are_riff_and_count_their_padding(void **state)
{
    Bench *b = *state;
    PcmFormat format = {48000, 1, 3, 101};
    Str front = riff_front(&format, STR("LIST\2\0\0\0ab"), &b->arena);
    assert_memory_equal(front.data, "RIFF", 4);
    assert_int_equal(little(front, 4, 4), front.len - 8 + 303 + 1);
    assert_int_equal(little(front, front.len - 4, 4), 303);
    assert_int_equal(little(front, 20, 2), 1);
    assert_int_equal(little(front, 32, 2), 3);
}

static void only_what_is_larger_than_4_gib_is_rf64(void **state)
{
    Bench *b = *state;
    PcmFormat large = {48000, 2, 3, 720000000};
    PcmFormat least = {48000, 1, 2, (INT64_C(0xFFFFFFFF) - 36) / 2};
    assert_memory_equal(riff_front(&least, (Str){0}, &b->arena).data, "RIFF", 4);
    least.frame_count++;
    assert_memory_equal(riff_front(&least, (Str){0}, &b->arena).data, "RF64", 4);
    Str front = riff_front(&large, (Str){0}, &b->arena);
    uint64_t data = (uint64_t)pcm_size(&large);
    assert_memory_equal(front.data + 12, "ds64", 4);
    assert_int_equal(little(front, 4, 4), 0xFFFFFFFF);
    assert_int_equal(little(front, 20, 8), front.len - 8 + data);
    assert_int_equal(little(front, 28, 8), data);
    assert_int_equal(little(front, 36, 8), large.frame_count);
    assert_int_equal(little(front, front.len - 4, 4), 0xFFFFFFFF);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_file_at_48_kHz_is_one_piece),
        TEST(frames_at_48_kHz_do_not_drift),
        TEST(the_bytes_do_not_hang_on_the_workers),
        TEST(a_worker_that_dies_is_an_error),
        TEST(chunks_are_replaced_in_place),
        TEST(mp2_frames_follow_each_other_without_a_gap),
        TEST(small_files_are_riff_and_count_their_padding),
        TEST(only_what_is_larger_than_4_gib_is_rf64),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
