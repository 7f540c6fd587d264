// A store is kept to its size, oldest first; others' files are no business of ours.
#define _DEFAULT_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/store.h"
#include "base/trim.h"

// cmocka last: its macro `fail` would hide ours.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

enum { FILES = 6, BYTES = 1000, HEADER = 32 };

static char root[512];
static Arena arena;

static void key_of(int i, char key[HASH_HEX])
{
    snprintf(key, HASH_HEX, "%02x%062d", i, i);
}

static void path_of(const char *name, char out[1024])
{
    snprintf(out, 1024, "%s/%s", root, name);
}

static void set_age(const char *path, int hours)
{
    struct timespec times[2] = {{.tv_sec = time(NULL) - hours * 3600}, {0}};
    times[1] = times[0];
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

// File i was used FILES - i hours ago, and more by `hours`.
static int fill_store(void **state)
{
    (void)state;
    const char *tmp = getenv("TMPDIR");
    snprintf(root, sizeof root, "%s/lectern-trim-XXXXXX", tmp ? tmp : "/tmp");
    if (!mkdtemp(root))
        return -1;
    static char bytes[BYTES];
    for (int i = 0; i < FILES; i++) {
        char key[HASH_HEX], name[128], path[1024];
        key_of(i, key);
        Error err = {0};
        Str part = {bytes, sizeof bytes};
        assert_true(keep_blob(root, "things", key, &part, 1, &err));
        snprintf(name, sizeof name, "things/%s", key);
        path_of(name, path);
        set_age(path, FILES - i);
    }
    return 0;
}

static int drop_store(void **state)
{
    (void)state;
    remove_tree(root);
    return 0;
}

static bool is_kept(int i)
{
    char key[HASH_HEX];
    key_of(i, key);
    Blob blob;
    bool found = map_blob(root, "things", key, &blob);
    release_blob(&blob);
    return found;
}

static int count_kept(void)
{
    int count = 0;
    for (int i = 0; i < FILES; i++)
        count += is_kept(i);
    return count;
}

static void trim(uint64_t most)
{
    int hold = hold_store(root);
    assert_true(hold >= 0);
    trim_store(root, hold, most, arena);
    close(hold);
}

static void what_fits_stays(void **state)
{
    (void)state;
    trim(FILES * (BYTES + HEADER));
    assert_int_equal(count_kept(), FILES);
}

static void the_oldest_go(void **state)
{
    (void)state;
    trim(4 * (BYTES + HEADER));
    assert_false(is_kept(0));
    assert_false(is_kept(1));
    assert_false(is_kept(2)); // for room
    assert_int_equal(count_kept(), 3);
}

static void what_is_found_counts_as_new(void **state)
{
    (void)state;
    char key[HASH_HEX];
    key_of(0, key);
    Blob blob;
    assert_true(find_blob(root, "things", key, &blob));
    release_blob(&blob);
    trim(2 * (BYTES + HEADER));
    assert_true(is_kept(0));
    assert_int_equal(count_kept(), 1);
}

static void what_others_may_use_stays(void **state)
{
    (void)state;
    char path[1024];
    path_of("things/0500000000000000000000000000000000000000000000000000000000000005", path);
    set_age(path, 0);
    int other = hold_store(root);
    trim(0);
    assert_int_equal(count_kept(), 1);
    close(other);
    trim(1); // another size: it is looked through again
    assert_int_equal(count_kept(), 0);
}

static void half_files_of_killed_runs_go(void **state)
{
    (void)state;
    char old[1024], fresh[1024], strange[1024], foreign[1024];
    Error err = {0};
    path_of("things/.123-0000000000000000000000000000000000000000000000000000000000000000", old);
    path_of("things/.124-0000000000000000000000000000000000000000000000000000000000000000", fresh);
    path_of("things/notes.txt", strange);
    path_of("letter.txt", foreign);
    const char *paths[] = {old, fresh, strange, foreign};
    for (size_t i = 0; i < COUNT(paths); i++)
        assert_true(write_file(paths[i], STR("x"), &err));
    set_age(old, 2);
    set_age(strange, 2000);
    set_age(foreign, 2000);
    trim(1);
    assert_int_not_equal(access(old, F_OK), 0);
    assert_int_equal(access(fresh, F_OK), 0);
    assert_int_equal(access(strange, F_OK), 0);
    assert_int_equal(access(foreign, F_OK), 0);
}

static void it_is_looked_through_now_and_then(void **state)
{
    (void)state;
    trim(3 * (BYTES + HEADER));
    int left = count_kept();
    char key[HASH_HEX];
    Error err = {0};
    Str part = STR("more");
    for (int i = 0; i < FILES; i++) {
        key_of(i, key);
        assert_true(keep_blob(root, "things", key, &part, 1, &err));
    }
    trim(3 * (BYTES + HEADER));
    assert_true(left < FILES && count_kept() == FILES);
}

int main(void)
{
    arena = new_arena((size_t)1 << 26);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_fits_stays, fill_store, drop_store),
        cmocka_unit_test_setup_teardown(the_oldest_go, fill_store, drop_store),
        cmocka_unit_test_setup_teardown(what_is_found_counts_as_new, fill_store, drop_store),
        cmocka_unit_test_setup_teardown(what_others_may_use_stays, fill_store, drop_store),
        cmocka_unit_test_setup_teardown(half_files_of_killed_runs_go, fill_store, drop_store),
        cmocka_unit_test_setup_teardown(it_is_looked_through_now_and_then, fill_store, drop_store),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
