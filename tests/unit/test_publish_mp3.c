// MP3: whoever encodes it, and in however many parts, the bytes are those of one
// serial encoding, and the frame in front tells the truth about them.
#define _DEFAULT_SOURCE
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#undef fail // ours is in base/error.h

#include <sys/resource.h>

#include "base/soundfile.h"
#include "publish/sound/encode.h"
#include "publish/sound/layer3.h"
#include "synthetic.h"

enum { SECONDS = 26, FRAME = 1152, DELAY = 576 };
// A whole ID3v2.4 tag: the title "Trial".
static const char TAG[] = "ID3\4\0\0\0\0\0\x10TIT2\0\0\0\6\0\0\3Trial";
enum { TAG_SIZE = sizeof TAG - 1 };

static bool encode(Bench *b, const Timeline *timeline, int worker_count, Str *bytes, Error *err)
{
    AudioJob job = {.id3_tag = {TAG, TAG_SIZE}};
    Encoding encoding = {
        .timeline = timeline,
        .job = &job,
        .path = in_folder(b, "a.mp3"),
        .worker_count = worker_count,
    };
    forget_store();
    bool ok = MP3_ENCODER.write(&encoding, b->arena, err);
    if (ok)
        *bytes = contents(b, encoding.path);
    return ok;
}

static Str encode_well(Bench *b, const Timeline *timeline, int worker_count)
{
    Error err = {0};
    Str bytes = {0};
    encode(b, timeline, worker_count, &bytes, &err);
    assert_string_equal(err.message, "");
    return bytes;
}

// One encoder, from the first sample to the last.
static Str encode_serially(Bench *b, const Timeline *timeline)
{
    Error err = {0};
    Layer3Format format = {timeline->channel_count, 96};
    int64_t frames = (timeline->frame_count + 2 * DELAY + FRAME - 1) / FRAME;
    size_t count = (size_t)(LAYER3_BEFORE + (frames + 1) * FRAME);
    size_t n = (size_t)layer3_size(&format, frames);
    unsigned char *plain = ALLOC(&b->arena, unsigned char, n);
    float *sound = ALLOC(&b->arena, float, LAYER3_LATE + count) + LAYER3_LATE;
    unsigned char *out = ALLOC(&b->arena, unsigned char, n);
    assert_true(render_timeline(timeline, 0, (int64_t)count - LAYER3_BEFORE, b->arena,
                                sound + LAYER3_BEFORE, &err));
    encode_layer3(&format, make_bank(&b->arena), frames, sound, b->arena, plain);
    place_layer3(&format, plain, 0, frames, out);
    return (Str){(char *)out, n};
}

static Str without_front(Str mp3)
{
    return str_slice(mp3, TAG_SIZE + 313, mp3.len);
}

static void check_equal(Str a, Str b)
{
    assert_int_equal(a.len, b.len);
    assert_memory_equal(a.data, b.data, a.len);
}

static void parts_side_by_side_are_one_serial_encoding(void **state)
{
    Timeline mono = synthetic_timeline(SECONDS * MASTER_RATE_HZ + 17, 1);
    check_equal(without_front(encode_well(*state, &mono, 2)), encode_serially(*state, &mono));
}

static void two_channels_are_one_serial_encoding_too(void **state)
{
    Timeline joint = synthetic_timeline(SECONDS * MASTER_RATE_HZ, 2);
    check_equal(without_front(encode_well(*state, &joint, 2)), encode_serially(*state, &joint));
}

static void any_length_is_one_serial_encoding(void **state)
{
    static const int64_t LENGTHS[] = {1,          2 * FRAME,   3 * FRAME,
                                      49 * FRAME, 153 * FRAME, 154 * FRAME};
    for (size_t i = 0; i < COUNT(LENGTHS); i++) {
        Timeline timeline = synthetic_timeline(LENGTHS[i], 1);
        check_equal(without_front(encode_well(*state, &timeline, 1)),
                    encode_serially(*state, &timeline));
    }
}

static void any_number_of_workers_gives_the_same_bytes(void **state)
{
    Timeline timeline = synthetic_timeline(SECONDS * MASTER_RATE_HZ, 1);
    Str one = encode_well(*state, &timeline, 1);
    check_equal(encode_well(*state, &timeline, 2), one);
    check_equal(encode_well(*state, &timeline, 3), one);
    check_equal(encode_well(*state, &timeline, 7), one);
}

// From the store, whole or in part, and from a damaged store.
static void what_was_kept_gives_the_same_bytes(void **state)
{
    Bench *b = *state;
    Timeline timeline = synthetic_timeline(SECONDS * MASTER_RATE_HZ, 1);
    Str fresh = encode_well(b, &timeline, 2);
    AudioJob job = {.id3_tag = {TAG, TAG_SIZE}};
    Encoding encoding = {.timeline = &timeline, .job = &job, .path = in_folder(b, "b.mp3")};
    Error err = {0};
    failing_frame = timeline.frame_count / 2; // nothing is to be rendered
    assert_true(MP3_ENCODER.write(&encoding, b->arena, &err));
    check_equal(contents(b, encoding.path), fresh);
    failing_frame = NO_FRAME;
    assert_int_equal(system(str_c(str_format(&b->arena,
                                             "cd %s/mp3 && for f in *; do printf X | dd of=$f bs=1 "
                                             "seek=3000 conv=notrunc status=none; done",
                                             store_folder),
                                  &b->arena)),
                     0);
    assert_true(MP3_ENCODER.write(&encoding, b->arena, &err));
    check_equal(contents(b, encoding.path), fresh);
}

static uint64_t number_at(Str bytes, size_t at, int len)
{
    uint64_t value = 0;
    for (int i = 0; i < len; i++)
        value = value << 8 | (unsigned char)bytes.data[at + (size_t)i];
    return value;
}

// Bit by bit, as its definition reads.
static unsigned crc_of(Str bytes)
{
    unsigned crc = 0;
    for (size_t i = 0; i < bytes.len; i++) {
        crc ^= (unsigned char)bytes.data[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc & 1 ? crc >> 1 ^ 0xA001 : crc >> 1;
    }
    return crc;
}

static void the_frame_in_front_counts_frames_and_bytes(void **state)
{
    Timeline timeline = synthetic_timeline(SECONDS * MASTER_RATE_HZ + 5, 1);
    Str mp3 = encode_well(*state, &timeline, 2);
    Str frame = str_slice(mp3, TAG_SIZE, mp3.len);
    assert_memory_equal(mp3.data, TAG, TAG_SIZE);
    assert_memory_equal(frame.data + 21, "Info", 4);
    int64_t frames = (int64_t)number_at(frame, 29, 4);
    int64_t padding = (int64_t)number_at(frame, 162, 3) & 0xFFF;
    assert_int_equal(number_at(frame, 162, 3) >> 12, DELAY);
    assert_int_equal(frames * FRAME - DELAY - padding, timeline.frame_count);
    assert_int_equal(number_at(frame, 33, 4), frame.len);
    assert_int_equal(number_at(frame, 169, 4), frame.len);
}

static void its_two_checksums_are_right(void **state)
{
    for (int channels = 1; channels <= 2; channels++) {
        Timeline timeline = synthetic_timeline(SECONDS * MASTER_RATE_HZ, channels);
        Str mp3 = encode_well(*state, &timeline, 3);
        Str frame = str_slice(mp3, TAG_SIZE, mp3.len);
        size_t at = channels == 1 ? 173 : 188;
        assert_int_equal(number_at(frame, at, 2), crc_of(without_front(mp3)));
        assert_int_equal(number_at(frame, at + 2, 2), crc_of(str_slice(frame, 0, at + 2)));
    }
}

static void a_decoder_gives_back_the_sound_in_its_place_and_at_its_level(void **state)
{
    Bench *b = *state;
    Timeline timeline = synthetic_timeline(SECONDS * MASTER_RATE_HZ + 999, 1);
    size_t count = (size_t)timeline.frame_count;
    float *was = ALLOC(&b->arena, float, count), *is = ALLOC(&b->arena, float, count + 1);
    Error err = {0};
    SoundFile file;
    encode_well(b, &timeline, 2);
    assert_true(render_timeline(&timeline, 0, (int64_t)count, b->arena, was, &err));
    assert_true(open_sound(in_folder(b, "a.mp3"), &file, &err));
    assert_int_equal(file.frame_count, count);
    assert_int_equal(read_sound(&file, is, (int64_t)count + 1), count);
    close_sound(&file);
    double energy = 0, noise = 0;
    for (size_t i = 0; i < count; i++) {
        energy += (double)was[i] * (double)was[i];
        noise += pow((double)was[i] - (double)is[i], 2);
    }
    assert_true(10 * log10(energy / noise) > 25);
}

static void a_worker_that_is_killed_is_an_error_and_leaves_none_behind(void **state)
{
    Timeline timeline = synthetic_timeline(SECONDS * MASTER_RATE_HZ, 1);
    Error err = {0};
    Str bytes;
    deadly_frame = timeline.frame_count / 2;
    assert_false(encode(*state, &timeline, 2, &bytes, &err));
    assert_int_equal(err.kind, ERR_OUTPUT);
    assert_true(no_child_is_left());
}

static void a_worker_that_fails_says_why(void **state)
{
    Timeline timeline = synthetic_timeline(SECONDS * MASTER_RATE_HZ, 1);
    Error err = {0};
    Str bytes;
    failing_frame = timeline.frame_count - 1;
    assert_false(encode(*state, &timeline, 3, &bytes, &err));
    assert_int_equal(err.kind, ERR_ENGINE);
    assert_string_equal(err.message, "this sound is not to be had");
    assert_true(no_child_is_left());
}

static void a_file_that_may_not_grow_is_an_error(void **state)
{
    Timeline timeline = synthetic_timeline(SECONDS * MASTER_RATE_HZ, 1);
    Error err = {0};
    Str bytes;
    struct rlimit was;
    getrlimit(RLIMIT_FSIZE, &was);
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){100000, was.rlim_max});
    bool ok = encode(*state, &timeline, 2, &bytes, &err);
    setrlimit(RLIMIT_FSIZE, &was);
    assert_false(ok);
    assert_int_equal(err.kind, ERR_OUTPUT);
    assert_non_null(strstr(err.message, "too large"));
    assert_true(no_child_is_left());
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(parts_side_by_side_are_one_serial_encoding),
        TEST(two_channels_are_one_serial_encoding_too),
        TEST(any_length_is_one_serial_encoding),
        TEST(any_number_of_workers_gives_the_same_bytes),
        TEST(what_was_kept_gives_the_same_bytes),
        TEST(the_frame_in_front_counts_frames_and_bytes),
        TEST(its_two_checksums_are_right),
        TEST(a_decoder_gives_back_the_sound_in_its_place_and_at_its_level),
        TEST(a_worker_that_is_killed_is_an_error_and_leaves_none_behind),
        TEST(a_worker_that_fails_says_why),
        TEST(a_file_that_may_not_grow_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
