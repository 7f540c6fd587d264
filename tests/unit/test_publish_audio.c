// The sound of an episode: every format whole, at its level, with its tags, and
// the same bytes whoever writes it.
#define _DEFAULT_SOURCE
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#undef fail // ours is in base/error.h

#include <sndfile.h>

#include "publish/sound/encode.h"
#include "publish/sound/info.h"
#include "publish/sound/measure.h"
#include "synthetic.h"

enum { FRAMES = 919 * PASSAGE_GRID }; // 24 s

// --- The list ---

static AudioFormats list_well(const char *names)
{
    AudioFormats formats;
    Error err = {0};
    assert_true(list_audio_formats(str_from(names), &formats, &err));
    return formats;
}

static void no_list_means_mp3(void **state)
{
    (void)state;
    AudioFormats formats = list_well("");
    assert_int_equal(formats.count, 1);
    assert_string_equal(formats.items[0]->name, "mp3");
    assert_string_equal(formats.items[0]->media_type, "audio/mpeg");
}

static void a_list_keeps_its_order(void **state)
{
    (void)state;
    AudioFormats formats = list_well("wav,mp3,opus,flac");
    assert_int_equal(formats.count, 4);
    assert_string_equal(formats.items[0]->name, "wav");
    assert_string_equal(formats.items[3]->name, "flac");
}

static void a_wrong_list_is_wrong_usage(void **state)
{
    static const char *const WRONG[] = {"mp4",       "mp3,", ",mp3", "mp3,mp3",
                                        "mp3 ,flac", ",",    "MP3",  "mp3,opus,flac,wav,mp3"};
    (void)state;
    for (size_t i = 0; i < COUNT(WRONG); i++) {
        AudioFormats formats;
        Error err = {0};
        assert_false(list_audio_formats(str_from(WRONG[i]), &formats, &err));
        assert_int_equal(err.kind, ERR_USAGE);
    }
}

// --- Writing ---

static EpisodeInfo some_info(Bench *b)
{
    EpisodeInfo info = {
        .title = STR("Café des Étoiles \xE2\x80\x93 a visit"),
        .artist = STR("Zoë Pipe"),
        .album = STR("The Harbour Gazette"),
        .publisher = STR("The Harbour Gazette"),
        .date = STR("2026-01-31"),
        .copyright = STR("2026 The Harbour Gazette"),
        .language = STR("en"),
        .url = STR("https://gazette.example/cafe"),
        .disclosure = STR("Read by a synthetic voice."),
        .comment = STR("Read by a synthetic voice."),
        .source_type = STR("http://types.example/algorithmicMedia"),
    };
    *PUSH(&info.chapters, &b->arena) = (Chapter){STR("Opening"), 0, 0};
    *PUSH(&info.chapters, &b->arena) = (Chapter){STR("The caf\xC3\xA9"), 3723004, 1};
    return info;
}

static bool write_formats(Bench *b, const Timeline *timeline, const char *formats, int workers,
                          Loudness *loudness, Error *err)
{
    EpisodeInfo info = some_info(b);
    AudioJob job = {
        .info = &info,
        .formats = str_from(formats),
        .folder = b->folder,
        .slug = "cafe",
        .worker_count = workers,
    };
    forget_store();
    return write_audio(timeline, &job, &b->arena, loudness, err);
}

static Loudness write_well(Bench *b, const Timeline *timeline, const char *formats, int workers)
{
    Error err = {0};
    Loudness loudness[AUDIO_FORMATS_MAX] = {0};
    bool ok = write_formats(b, timeline, formats, workers, loudness, &err);
    assert_string_equal(err.message, "");
    assert_true(ok);
    assert_true(no_child_is_left());
    return loudness[0];
}

static void check_level(Loudness loudness, double target_lufs)
{
    assert_true(fabs(loudness.integrated_lufs - target_lufs) <= 0.2);
    assert_true(loudness.true_peak_dbtp <= -1);
}

static void check_file_level(Bench *b, const char *name, double target_lufs)
{
    Loudness loudness;
    Error err = {0};
    assert_true(measure_file(in_folder(b, name), 2, b->arena, &loudness, &err));
    check_level(loudness, target_lufs);
}

static void every_format_comes_to_the_target(void **state)
{
    Bench *b = *state;
    for (int channels = 1; channels <= 2; channels++) {
        Timeline timeline = synthetic_timeline(FRAMES, channels);
        timeline.target_lufs = -18;
        check_level(write_well(b, &timeline, "mp3,opus,flac,wav", 2), -18);
        check_file_level(b, "cafe.mp3", -18);
        check_file_level(b, "cafe.opus", -18);
        check_file_level(b, "cafe.flac", -18);
        check_file_level(b, "cafe.wav", -18);
    }
}

static void a_ceiling_that_is_too_high_is_lowered(void **state)
{
    Timeline timeline = synthetic_timeline(FRAMES, 1);
    timeline.gain_db = 9;
    timeline.ceiling_dbtp = 0;
    timeline.target_lufs = -14;
    Loudness loudness = write_well(*state, &timeline, "mp3", 2);
    assert_true(loudness.true_peak_dbtp <= -1);
}

static void without_a_limiter_the_gain_gives_way_to_peaks(void **state)
{
    Timeline timeline = synthetic_timeline(FRAMES, 1);
    timeline.left_out = 1U << CHAIN_LIMITER;
    timeline.ceiling_dbtp = 40; // nothing holds the peaks
    timeline.gain_db = 12;
    timeline.target_lufs = -5;
    Loudness loudness = write_well(*state, &timeline, "mp3", 2);
    assert_true(loudness.true_peak_dbtp <= -1 && loudness.true_peak_dbtp > -2);
    assert_true(loudness.integrated_lufs < -6);
}

// As loud as it is without correction.
static double own_lufs(Bench *b, const Timeline *timeline)
{
    Error err = {0};
    Loudness loudness = {0};
    AudioJob job = {0};
    Encoding encoding = {.timeline = timeline, .job = &job, .path = in_folder(b, "own.wav")};
    assert_true(WAV_ENCODER.write(&encoding, b->arena, &err));
    assert_true(measure_file(encoding.path, 1, b->arena, &loudness, &err));
    return loudness.integrated_lufs;
}

static void what_is_near_enough_is_left_as_it_is(void **state)
{
    Bench *b = *state;
    Timeline timeline = synthetic_timeline(FRAMES, 1);
    double lufs = own_lufs(b, &timeline);
    timeline.target_lufs = lufs + 0.06;
    assert_true(fabs(write_well(b, &timeline, "wav", 2).integrated_lufs - lufs) < 0.01);
    timeline.target_lufs = lufs + 0.16;
    assert_true(write_well(b, &timeline, "wav", 2).integrated_lufs > lufs + 0.1);
}

static void silence_is_written_as_it_is(void **state)
{
    Timeline timeline = synthetic_timeline(FRAMES, 1);
    timeline.gain_db = -300;
    Loudness loudness = write_well(*state, &timeline, "mp3,flac", 2);
    assert_true(loudness.integrated_lufs == SILENCE_LUFS);
}

static void the_first_of_the_list_is_the_one_measured(void **state)
{
    Bench *b = *state;
    Timeline timeline = synthetic_timeline(FRAMES, 1);
    Loudness opus = write_well(b, &timeline, "opus,mp3", 2), again;
    Error err = {0};
    assert_true(measure_file(in_folder(b, "cafe.opus"), 1, b->arena, &again, &err));
    assert_true(fabs(opus.integrated_lufs - again.integrated_lufs) < 0.03);
    assert_true(fabs(opus.true_peak_dbtp - again.true_peak_dbtp) < 0.1);
}

static void any_number_of_workers_writes_the_same_files(void **state)
{
    static const char *const NAMES[] = {"cafe.mp3", "cafe.opus", "cafe.flac", "cafe.wav"};
    Bench *b = *state;
    Timeline timeline = synthetic_timeline(FRAMES, 1);
    Loudness one = write_well(b, &timeline, "mp3,opus,flac,wav", 1);
    Str files[COUNT(NAMES)];
    for (size_t i = 0; i < COUNT(NAMES); i++)
        files[i] = contents(b, in_folder(b, NAMES[i]));
    Loudness three = write_well(b, &timeline, "mp3,opus,flac,wav", 3);
    assert_memory_equal(&one, &three, sizeof one);
    for (size_t i = 0; i < COUNT(NAMES); i++) {
        Str again = contents(b, in_folder(b, NAMES[i]));
        assert_int_equal(again.len, files[i].len);
        assert_memory_equal(again.data, files[i].data, again.len);
    }
}

// --- What is in the files ---

static void check_samples(Bench *b, const char *name, const float *sound)
{
    SF_INFO info = {0};
    SNDFILE *file = sf_open(in_folder(b, name), SFM_READ, &info);
    assert_non_null(file);
    assert_int_equal(info.frames, FRAMES);
    assert_int_equal(info.format & SF_FORMAT_SUBMASK, SF_FORMAT_PCM_16);
    short *samples = ALLOC(&b->arena, short, FRAMES);
    assert_int_equal(sf_read_short(file, samples, FRAMES), FRAMES);
    for (int64_t i = 0; i < FRAMES; i++)
        assert_true(fabs((double)samples[i] - (double)sound[i] * 32768) <= 0.501);
    sf_close(file);
}

static void flac_and_wav_hold_every_sample(void **state)
{
    Bench *b = *state;
    Error err = {0};
    Timeline timeline = synthetic_timeline(FRAMES, 1);
    timeline.target_lufs = own_lufs(b, &timeline);
    write_well(b, &timeline, "wav,flac", 2);
    float *sound = ALLOC(&b->arena, float, FRAMES);
    assert_true(render_timeline(&timeline, 0, FRAMES, b->arena, sound, &err));
    check_samples(b, "cafe.wav", sound);
    check_samples(b, "cafe.flac", sound);
}

static void check_text(Bench *b, const char *name, int kind, const char *text)
{
    SF_INFO info = {0};
    SNDFILE *file = sf_open(in_folder(b, name), SFM_READ, &info);
    assert_non_null(file);
    const char *found = sf_get_string(file, kind);
    assert_non_null(found);
    assert_string_equal(found, text);
    sf_close(file);
}

static void flac_tags_are_utf8_and_wav_tags_ascii(void **state)
{
    Bench *b = *state;
    Timeline timeline = synthetic_timeline(MASTER_RATE_HZ, 1);
    write_well(b, &timeline, "flac,wav", 2);
    check_text(b, "cafe.flac", SF_STR_TITLE, "Café des Étoiles \xE2\x80\x93 a visit");
    check_text(b, "cafe.flac", SF_STR_ARTIST, "Zoë Pipe");
    check_text(b, "cafe.flac", SF_STR_COPYRIGHT, "2026 The Harbour Gazette");
    check_text(b, "cafe.flac", SF_STR_COMMENT,
               "Read by a synthetic voice. https://gazette.example/cafe "
               "http://types.example/algorithmicMedia");
    check_text(b, "cafe.wav", SF_STR_ARTIST, "Zoe Pipe");
    check_text(b, "cafe.wav", SF_STR_DATE, "2026-01-31");
    check_text(b, "cafe.wav", SF_STR_COMMENT,
               "Read by a synthetic voice. https://gazette.example/cafe "
               "http://types.example/algorithmicMedia");
}

static bool holds(Str bytes, Str text)
{
    return str_find(bytes, text) < bytes.len;
}

static void opus_has_chapters_and_tags(void **state)
{
    Bench *b = *state;
    Timeline timeline = synthetic_timeline(MASTER_RATE_HZ, 1);
    write_well(b, &timeline, "opus", 1);
    Str bytes = contents(b, in_folder(b, "cafe.opus"));
    assert_true(holds(bytes, STR("CHAPTER001=00:00:00.000")));
    assert_true(holds(bytes, STR("CHAPTER002=01:02:03.004")));
    assert_true(holds(bytes, STR("CHAPTER002NAME=The caf\xC3\xA9")));
    assert_true(holds(bytes, STR("SOURCE=https://gazette.example/cafe")));
    assert_true(holds(bytes, STR("DIGITALSOURCETYPE=http://types.example/algorithmicMedia")));
    assert_true(holds(bytes, STR("LANGUAGE=en")));
}

static void a_wav_is_plain_pcm_without_a_time_of_day(void **state)
{
    Bench *b = *state;
    Timeline timeline = synthetic_timeline(MASTER_RATE_HZ, 1);
    write_well(b, &timeline, "wav", 1);
    Str bytes = contents(b, in_folder(b, "cafe.wav"));
    assert_memory_equal(bytes.data, "RIFF", 4);
    assert_memory_equal(bytes.data + 12, "fmt \x10\0\0\0\1\0\1\0", 12);
    assert_false(holds(bytes, STR("PEAK")));
}

// --- Progress and failure ---

typedef struct {
    int64_t done, total;
    int calls;
    bool fell;
} Progress;

static void take_progress(void *context, int64_t done, int64_t total)
{
    Progress *progress = context;
    progress->fell |= done < progress->done || done > total;
    progress->done = done;
    progress->total = total;
    progress->calls++;
}

static void progress_rises_to_the_whole(void **state)
{
    Bench *b = *state;
    Error err = {0};
    Loudness loudness[AUDIO_FORMATS_MAX];
    Progress progress = {0};
    Timeline timeline = synthetic_timeline(FRAMES, 1);
    AudioJob job = {
        .formats = STR("mp3,wav,flac"),
        .folder = b->folder,
        .slug = "plain",
        .worker_count = 2,
        .progress = take_progress,
        .context = &progress,
    };
    assert_true(write_audio(&timeline, &job, &b->arena, loudness, &err));
    assert_false(progress.fell);
    assert_int_equal(progress.total, 3 * FRAMES);
    assert_int_equal(progress.done, progress.total);
    assert_true(progress.calls > 1);
}

static void check_failure(Bench *b, const char *formats, ErrorKind kind)
{
    Timeline timeline = synthetic_timeline(FRAMES, 1);
    Loudness loudness[AUDIO_FORMATS_MAX];
    Error err = {0};
    assert_false(write_formats(b, &timeline, formats, 2, loudness, &err));
    assert_int_equal(err.kind, kind);
    assert_true(err.message[0] != '\0');
    assert_true(no_child_is_left());
}

static void no_folder_is_an_error_in_every_format(void **state)
{
    Bench *b = *state;
    remove_tree(b->folder);
    check_failure(b, "mp3", ERR_OUTPUT);
    check_failure(b, "opus", ERR_OUTPUT);
    check_failure(b, "flac,wav", ERR_OUTPUT);
}

static void sound_that_cannot_be_had_is_an_error_in_every_format(void **state)
{
    failing_frame = FRAMES / 2;
    check_failure(*state, "mp3", ERR_ENGINE);
    check_failure(*state, "opus", ERR_ENGINE);
    check_failure(*state, "flac", ERR_ENGINE);
    check_failure(*state, "wav", ERR_ENGINE);
}

static void a_killed_process_is_an_error_in_every_format(void **state)
{
    deadly_frame = FRAMES / 2;
    check_failure(*state, "mp3,flac", ERR_OUTPUT);
    check_failure(*state, "opus,wav", ERR_OUTPUT);
}

static void write_to_full_device(Bench *b, const char *format)
{
    char path[600];
    snprintf(path, sizeof path, "%s/cafe.%s", b->folder, format);
    assert_int_equal(symlink("/dev/full", path), 0);
    check_failure(b, format, ERR_OUTPUT);
}

static void a_full_disk_is_an_error_in_every_format(void **state)
{
    write_to_full_device(*state, "mp3");
    write_to_full_device(*state, "opus");
    write_to_full_device(*state, "flac");
    write_to_full_device(*state, "wav");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_list_means_mp3),
        cmocka_unit_test(a_list_keeps_its_order),
        cmocka_unit_test(a_wrong_list_is_wrong_usage),
        TEST(every_format_comes_to_the_target),
        TEST(a_ceiling_that_is_too_high_is_lowered),
        TEST(without_a_limiter_the_gain_gives_way_to_peaks),
        TEST(what_is_near_enough_is_left_as_it_is),
        TEST(silence_is_written_as_it_is),
        TEST(the_first_of_the_list_is_the_one_measured),
        TEST(any_number_of_workers_writes_the_same_files),
        TEST(flac_and_wav_hold_every_sample),
        TEST(flac_tags_are_utf8_and_wav_tags_ascii),
        TEST(opus_has_chapters_and_tags),
        TEST(a_wav_is_plain_pcm_without_a_time_of_day),
        TEST(progress_rises_to_the_whole),
        TEST(no_folder_is_an_error_in_every_format),
        TEST(sound_that_cannot_be_had_is_an_error_in_every_format),
        TEST(a_killed_process_is_an_error_in_every_format),
        TEST(a_full_disk_is_an_error_in_every_format),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
