// A finished episode, and the check that finds what is wrong with one.
#define _DEFAULT_SOURCE
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#undef fail // ours is in base/error.h

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/json_read.h"
#include "commands/about.h"
#include "pipeline.h"
#include "publish/verify/verify.h"

static const char ARTICLE[] =
    "Ferry at Holm Is Late Again\n\nBy Ada Quill\n\n"
    "The ferry at Holm left two hours late on Monday, its owner said.\n\n"
    "“We waited for the fog to lift,” said Bo Reed, who has run it since 1998.\n";

typedef struct {
    Arena fresh, arena;
    Voices voices;
    char root[64];
    const char *episode; // its folder
    Products products;
} Works;

static PipelineOptions options_of(Works *w)
{
    return (PipelineOptions){
        .voices = &w->voices,
        .phrase = {.opening = true, .disclosure = true},
        .speak = {.cache = str_c(str_format(&w->arena, "%s/cache", w->root), &w->arena)},
        .master = {.target_lufs = -16, .ceiling_dbtp = -2, .peak_max_dbtp = -1, .channel_count = 1},
        .publish = {.folder = str_c(str_format(&w->arena, "%s/episodes", w->root), &w->arena),
                    .disclosure = true,
                    .version = "9.9"},
    };
}

static bool narrate(Works *w, const PipelineOptions *options, Error *err)
{
    w->products.source = (Source){.name = STR("ferry.txt"), .bytes = str_from(ARTICLE)};
    return run_pipeline(options, STAGE_PUBLISH, &w->arena, &w->products, err);
}

static int set_up(void **state)
{
    Works *w = calloc(1, sizeof *w);
    w->arena = w->fresh = new_arena((size_t)1 << 32);
    strcpy(w->root, "/tmp/lectern-episode-XXXXXX");
    *state = w;
    if (!mkdtemp(w->root))
        return -1;
    Error err = {0};
    bool loaded = load_voices(ABOUT_CHECKOUT_VOICES, &w->arena, &w->voices, &err);
    PipelineOptions options = options_of(w);
    if (!loaded || !narrate(w, &options, &err)) {
        fprintf(stderr, "%s\n", err.message);
        return -1;
    }
    w->episode = str_c(w->products.episode.folder, &w->arena);
    return 0;
}

static int tear_down(void **state)
{
    Works *w = *state;
    remove_tree(w->root);
    free_arena(w->fresh);
    free(w);
    return 0;
}

static const char *in(Works *w, const char *name)
{
    return str_c(str_format(&w->arena, "%s/%s", w->episode, name), &w->arena);
}

static Str contents(Works *w, const char *name)
{
    Str out = {0};
    Error err = {0};
    assert_true(read_file(in(w, name), (size_t)1 << 28, &w->arena, &out, &err));
    return out;
}

static void replace(Works *w, const char *name, Str bytes)
{
    Error err = {0};
    assert_true(write_file(in(w, name), bytes, &err));
}

// The text with the first `old` in it exchanged.
static Str exchanged(Works *w, Str s, const char *old, const char *with)
{
    size_t at = str_find(s, str_from(old));
    assert_true(at < s.len);
    Str rest = str_slice(s, at + strlen(old), s.len);
    return str_format(&w->arena, "%.*s%s%.*s", (int)at, s.data, with, STR_ARG(rest));
}

static uint32_t count_faults(Works *w, const char *about)
{
    Faults faults = {0};
    verify_episode(w->episode, &w->arena, &faults);
    uint32_t count = 0;
    for (uint32_t i = 0; i < faults.count; i++)
        count += str_find(faults.items[i], str_from(about)) < faults.items[i].len;
    return about[0] ? count : faults.count;
}

static void a_new_episode_has_no_fault(void **state)
{
    Works *w = *state;
    assert_int_equal(count_faults(w, ""), 0);
    assert_true(str_ends(w->products.episode.folder, STR("/ferry-at-holm-is-late-again")));
    assert_int_equal(w->products.episode.files.count, 9);
}

static void its_report_adds_up(void **state)
{
    Works *w = *state;
    JsonValue report;
    Error err = {0};
    assert_true(read_json(contents(w, "report.json"), &w->arena, &report, &err));
    const JsonValue *coverage = json_member(&report, "coverage");
    assert_int_equal(json_number(coverage, "unaccounted", -1), 0);
    assert_int_equal(json_number(coverage, "bytes", -1), sizeof ARTICLE - 1);
    assert_true(json_number(&report, "duration_s", 0) > 5);
    double lufs = json_number(json_member(&report, "loudness"), "integrated_lufs", 0);
    assert_true(lufs > -16.5 && lufs < -15.5);
    assert_true(str_equal(json_text(&report, "input"), STR("ferry.txt")));
}

static void the_same_article_gives_the_same_bytes(void **state)
{
    Works *w = *state;
    Products first = w->products;
    PipelineOptions options = options_of(w);
    Error err = {0};
    assert_true(narrate(w, &options, &err));
    const Episode *a = &first.episode, *b = &w->products.episode;
    assert_true(str_equal(a->folder, b->folder));
    assert_int_equal(a->files.count, b->files.count);
    // The report, the last, counts what was found in the cache.
    for (uint32_t i = 0; i + 1 < a->files.count; i++)
        assert_string_equal(a->files.items[i].sha256, b->files.items[i].sha256);
}

static void a_changed_byte_is_found_in_every_listed_file(void **state)
{
    Works *w = *state;
    for (uint32_t i = 0; i + 1 < w->products.episode.files.count; i++) {
        const char *name = str_c(w->products.episode.files.items[i].name, &w->arena);
        Str whole = contents(w, name), changed = str_copy(whole, &w->arena);
        ((char *)(uintptr_t)changed.data)[whole.len / 2] ^= 1;
        replace(w, name, changed);
        assert_int_equal(count_faults(w, "has changed"), 1);
        replace(w, name, str_slice(whole, 0, whole.len - 1));
        assert_int_equal(count_faults(w, "bytes, the report says"), 1);
        assert_int_equal(unlink(in(w, name)), 0);
        assert_in_range(count_faults(w, "cannot be read"), 1, 2);
        replace(w, name, whole);
    }
    assert_int_equal(count_faults(w, ""), 0);
}

static void a_file_that_is_not_listed_is_found(void **state)
{
    Works *w = *state;
    replace(w, "stranger.txt", STR("?"));
    assert_int_equal(count_faults(w, "stranger.txt is not in the report"), 1);
}

static void a_report_that_is_gone_or_no_json_is_one_fault(void **state)
{
    Works *w = *state;
    replace(w, "report.json", STR("{\"files\":["));
    assert_int_equal(count_faults(w, "report.json is no JSON"), 1);
    assert_int_equal(unlink(in(w, "report.json")), 0);
    assert_int_equal(count_faults(w, ""), 1);
}

static void a_report_cannot_lead_out_of_its_folder(void **state)
{
    Works *w = *state;
    replace(w, "report.json",
            exchanged(w, contents(w, "report.json"), "cover.png", "../../etc/hostname"));
    assert_int_equal(count_faults(w, "without a plain name"), 1);
}

static void names_lead_through_folders_but_not_through_links(void **state)
{
    Works *w = *state;
    Str report = contents(w, "report.json"), cover = contents(w, "cover.png");
    assert_int_equal(mkdir(in(w, "art"), 0777), 0);
    replace(w, "art/cover.png", cover);
    assert_int_equal(count_faults(w, "art is not in the report"), 1);
    assert_int_equal(unlink(in(w, "cover.png")), 0);
    replace(w, "report.json", exchanged(w, report, "\"cover.png", "\"art/cover.png"));
    assert_int_equal(count_faults(w, ""), 0);
    assert_int_equal(rename(in(w, "art"), in(w, "real")), 0);
    assert_int_equal(symlink("real", in(w, "art")), 0);
    assert_int_equal(count_faults(w, "lies behind a link"), 1);
    replace(w, "report.json", exchanged(w, report, "\"cover.png", "\"real/../real/cover.png"));
    assert_int_equal(count_faults(w, "without a plain name"), 1);
}

static void wrong_loudness_and_ledger_are_found(void **state)
{
    Works *w = *state;
    Str report = contents(w, "report.json");
    replace(w, "report.json",
            exchanged(w, report, "\"integrated_lufs\":-1", "\"integrated_lufs\":-2"));
    assert_int_equal(count_faults(w, "LUFS, the report says"), 1);
    size_t files = str_find(report, STR("\"files\""));
    Str of_files = exchanged(w, str_slice(report, files, report.len), "\"integrated_lufs\":-1",
                             "\"integrated_lufs\":-2");
    replace(w, "report.json",
            str_format(&w->arena, "%.*s%.*s", (int)files, report.data, STR_ARG(of_files)));
    assert_int_equal(count_faults(w, "LUFS, the report says"), 1);
    replace(w, "report.json", exchanged(w, report, "\"unaccounted\":0", "\"unaccounted\":1"));
    assert_int_equal(count_faults(w, "neither spoken nor skipped"), 1);
    assert_int_equal(count_faults(w, "adds up to"), 1);
}

// The file as it stands now, as the report should have it.
static void list_again(Works *w, const char *name)
{
    for (uint32_t i = 0; i < w->products.episode.files.count; i++) {
        const EpisodeFile *file = &w->products.episode.files.items[i];
        if (!str_equal(file->name, str_from(name)))
            continue;
        char hex[HASH_HEX], old[64], now[64];
        Str bytes = contents(w, name);
        hash_bytes(bytes, hex);
        snprintf(old, sizeof old, "\"bytes\":%llu,", (unsigned long long)file->bytes);
        snprintf(now, sizeof now, "\"bytes\":%zu,", bytes.len);
        Str report = exchanged(w, contents(w, "report.json"), file->sha256, hex);
        replace(w, "report.json", exchanged(w, report, old, now));
    }
}

static void cues_outside_the_sound_are_found(void **state)
{
    static const char VTT[] = "ferry-at-holm-is-late-again.vtt";
    Works *w = *state;
    Str vtt = contents(w, VTT);
    replace(w, VTT,
            str_format(&w->arena, "%.*s09:00:00.000 --> 09:00:01.000\nlate\n", STR_ARG(vtt)));
    list_again(w, VTT);
    assert_int_equal(count_faults(w, "lies outside the sound"), 1);
    assert_int_equal(count_faults(w, ""), 1);
}

static void chapters_out_of_order_are_found(void **state)
{
    Works *w = *state;
    replace(w, "chapters.json",
            STR("{\"chapters\":[{\"startTime\":5,\"title\":\"b\"},{\"startTime\":0}]}"));
    list_again(w, "chapters.json");
    assert_int_equal(count_faults(w, "begins before"), 1);
    replace(w, "chapters.json", STR("{\"chapters\":[]}"));
    assert_int_equal(count_faults(w, "holds nothing"), 1);
}

static void a_cover_that_is_none_leaves_nothing_behind(void **state)
{
    Works *w = *state;
    PipelineOptions options = options_of(w);
    options.publish.folder = str_c(str_format(&w->arena, "%s/other", w->root), &w->arena);
    options.publish.cover = "/dev/null";
    Error err = {0};
    assert_false(narrate(w, &options, &err));
    assert_int_equal(err.kind, ERR_USAGE);
    assert_int_equal(rmdir(options.publish.folder), 0); // it is empty
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_new_episode_has_no_fault),
        TEST(its_report_adds_up),
        TEST(the_same_article_gives_the_same_bytes),
        TEST(a_changed_byte_is_found_in_every_listed_file),
        TEST(a_file_that_is_not_listed_is_found),
        TEST(a_report_that_is_gone_or_no_json_is_one_fault),
        TEST(a_report_cannot_lead_out_of_its_folder),
        TEST(names_lead_through_folders_but_not_through_links),
        TEST(wrong_loudness_and_ledger_are_found),
        TEST(cues_outside_the_sound_are_found),
        TEST(chapters_out_of_order_are_found),
        TEST(a_cover_that_is_none_leaves_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
