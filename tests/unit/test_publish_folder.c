// Folders of episodes: whole or not there, whoever is killed, and never another's.
#define _DEFAULT_SOURCE
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#undef fail // ours is in base/error.h

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "publish/folder.h"

typedef struct {
    Arena fresh, arena;
    char parent[64];
} Place;

static int set_up(void **state)
{
    Place *p = calloc(1, sizeof *p);
    p->arena = p->fresh = new_arena((size_t)1 << 28);
    strcpy(p->parent, "/tmp/lectern-folder-XXXXXX");
    *state = p;
    return mkdtemp(p->parent) ? 0 : -1;
}

static int tear_down(void **state)
{
    Place *p = *state;
    remove_tree(p->parent);
    free_arena(p->fresh);
    free(p);
    return 0;
}

static const char *in(Place *p, const char *folder, const char *name)
{
    return str_c(str_format(&p->arena, "%s/%s/%s", p->parent, folder, name), &p->arena);
}

static bool is_there(const char *path)
{
    return access(path, F_OK) == 0;
}

static size_t count_entries(Place *p)
{
    size_t count = 0;
    DIR *folder = opendir(p->parent);
    assert_non_null(folder);
    for (struct dirent *e; (e = readdir(folder));)
        count += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
    closedir(folder);
    return count;
}

static WorkFolder begin(Place *p, const char *name, const char *text)
{
    Source *source = ALLOC(&p->arena, Source, 1);
    source->name = str_from(name);
    Article article = {.source = source, .text = str_from(text)};
    WorkFolder out;
    Error err = {0};
    assert_true(open_work_folder(p->parent, STR("fog"), &article, &p->arena, &out, &err));
    return out;
}

static void put(Place *p, const WorkFolder *work, const char *name, Str bytes)
{
    Error err = {0};
    const char *path = str_c(str_format(&p->arena, "%s/%s", work->path, name), &p->arena);
    assert_true(write_file(path, bytes, &err));
}

// Publishes an episode that holds `mark`, and gives its slug.
static Str publish(Place *p, const char *name, const char *text, const char *mark)
{
    WorkFolder work = begin(p, name, text);
    Error err = {0};
    put(p, &work, "report.json", str_format(&p->arena, "{\"input\":\"%s\"}", name));
    put(p, &work, "script.json", str_format(&p->arena, "{\"text\":\"%s\"}", text));
    put(p, &work, "mark", str_from(mark));
    assert_true(publish_work_folder(&work, p->arena, &err));
    return work.slug;
}

static Str mark_of(Place *p, const char *slug)
{
    Str out;
    Error err = {0};
    assert_true(read_file(in(p, slug, "mark"), 100, &p->arena, &out, &err));
    return out;
}

static void an_episode_appears_when_it_is_whole(void **state)
{
    Place *p = *state;
    WorkFolder work = begin(p, "a.txt", "x");
    put(p, &work, "mark", STR("1"));
    assert_false(is_there(in(p, "fog", "")));
    Error err = {0};
    assert_true(publish_work_folder(&work, p->arena, &err));
    assert_true(str_equal(mark_of(p, "fog"), STR("1")));
    assert_false(is_there(in(p, "fog", ".article")));
    assert_int_equal(count_entries(p), 1);
}

static void the_same_article_takes_the_place_of_its_older_episode(void **state)
{
    Place *p = *state;
    publish(p, "a.txt", "x", "1");
    assert_true(str_equal(publish(p, "a.txt", "y", "2"), STR("fog")));
    assert_true(str_equal(mark_of(p, "fog"), STR("2")));
    assert_int_equal(count_entries(p), 1);
}

static void another_article_of_that_name_stands_beside_it(void **state)
{
    Place *p = *state;
    publish(p, "a.txt", "x", "1");
    assert_true(str_equal(publish(p, "b.txt", "x", "2"), STR("fog-2")));
    assert_true(str_equal(publish(p, "c.txt", "x", "3"), STR("fog-3")));
    assert_true(str_equal(publish(p, "b.txt", "x", "4"), STR("fog-2")));
    assert_true(str_equal(mark_of(p, "fog"), STR("1")));
    assert_true(str_equal(mark_of(p, "fog-2"), STR("4")));
}

static void articles_on_standard_input_are_told_apart_by_their_text(void **state)
{
    Place *p = *state;
    publish(p, "-", "low water", "1");
    assert_true(str_equal(publish(p, "-", "high water", "2"), STR("fog-2")));
    assert_true(str_equal(publish(p, "-", "low water", "3"), STR("fog")));
}

static void what_is_no_episode_is_left_alone(void **state)
{
    Place *p = *state;
    Error err = {0};
    assert_true(make_folders(in(p, "fog", ""), &err));
    assert_true(write_file(in(p, "fog", "letter"), STR("dear"), &err));
    assert_true(write_file(in(p, ".", "fog-2"), STR("a file"), &err));
    assert_true(str_equal(publish(p, "a.txt", "x", "1"), STR("fog-3")));
    assert_true(is_there(in(p, "fog", "letter")));
}

static void an_episode_in_the_making_keeps_its_name(void **state)
{
    Place *p = *state;
    WorkFolder first = begin(p, "a.txt", "x");
    pid_t child = fork();
    if (child == 0)
        _exit(str_equal(publish(p, "b.txt", "x", "2"), STR("fog-2")) ? 0 : 1);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    put(p, &first, "mark", STR("1"));
    Error err = {0};
    assert_true(publish_work_folder(&first, p->arena, &err));
    assert_true(str_equal(mark_of(p, "fog"), STR("1")));
    assert_true(str_equal(mark_of(p, "fog-2"), STR("2")));
}

static void what_dead_processes_left_is_swept(void **state)
{
    Place *p = *state;
    pid_t child = fork();
    if (child == 0) {
        WorkFolder work = begin(p, "a.txt", "x");
        put(p, &work, "half", STR("of it"));
        raise(SIGKILL);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(count_entries(p), 1);
    WorkFolder work = begin(p, "b.txt", "x");
    assert_int_equal(count_entries(p), 1);
    assert_true(str_equal(work.slug, STR("fog")));
    drop_work_folder(&work);
    assert_int_equal(count_entries(p), 0);
}

static void an_episode_that_stepped_aside_comes_back(void **state)
{
    Place *p = *state;
    publish(p, "a.txt", "x", "1");
    char aside[128];
    snprintf(aside, sizeof aside, "%s/.lectern-fog-77.old", p->parent);
    assert_int_equal(rename(in(p, ".", "fog"), aside), 0);
    WorkFolder work = begin(p, "b.txt", "x");
    assert_true(str_equal(mark_of(p, "fog"), STR("1")));
    assert_true(str_equal(work.slug, STR("fog-2")));
    drop_work_folder(&work);
}

static void a_place_that_cannot_be_written_is_an_error(void **state)
{
    (void)state;
    Arena fresh = new_arena((size_t)1 << 26), arena = fresh;
    Source source = {.name = STR("a.txt")};
    Article article = {.source = &source};
    WorkFolder work;
    Error err = {0};
    assert_false(open_work_folder("/dev/null/episodes", STR("fog"), &article, &arena, &work, &err));
    assert_int_equal(err.kind, ERR_OUTPUT);
    free_arena(fresh);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(an_episode_appears_when_it_is_whole),
        TEST(the_same_article_takes_the_place_of_its_older_episode),
        TEST(another_article_of_that_name_stands_beside_it),
        TEST(articles_on_standard_input_are_told_apart_by_their_text),
        TEST(what_is_no_episode_is_left_alone),
        TEST(an_episode_in_the_making_keeps_its_name),
        TEST(what_dead_processes_left_is_swept),
        TEST(an_episode_that_stepped_aside_comes_back),
        TEST(a_place_that_cannot_be_written_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
