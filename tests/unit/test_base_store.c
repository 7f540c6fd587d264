// The store: what is kept is found whole or not at all.
#define _DEFAULT_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/store.h"

// cmocka last: its macro `fail` would hide ours.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static char root[512];
static const char KEY[HASH_HEX] =
    "ab0000000000000000000000000000000000000000000000000000000000beef";

static int make_root(void **state)
{
    (void)state;
    const char *tmp = getenv("TMPDIR");
    snprintf(root, sizeof root, "%s/lectern-store-XXXXXX", tmp ? tmp : "/tmp");
    return mkdtemp(root) ? 0 : -1;
}

static int drop_root(void **state)
{
    (void)state;
    remove_tree(root);
    return 0;
}

static void keep(const char *a, const char *b)
{
    Error err = {0};
    Str parts[] = {str_from(a), str_from(b)};
    assert_true(keep_blob(root, "things", KEY, parts, 2, &err));
}

static const char *path(void)
{
    static char out[1024];
    snprintf(out, sizeof out, "%s/things/%s", root, KEY);
    return out;
}

static void what_was_kept_is_found(void **state)
{
    (void)state;
    Blob blob;
    assert_false(find_blob(root, "things", KEY, &blob));
    keep("one ", "two");
    assert_true(find_blob(root, "things", KEY, &blob));
    assert_int_equal(blob.bytes.len, 7);
    assert_memory_equal(blob.bytes.data, "one two", 7);
    assert_int_equal((uintptr_t)blob.bytes.data % 8, 0);
    release_blob(&blob);
    assert_null(blob.base);
    assert_false(find_blob(root, "others", KEY, &blob));
}

static void nothing_is_also_something(void **state)
{
    (void)state;
    Blob blob;
    keep("", "");
    assert_true(find_blob(root, "things", KEY, &blob));
    assert_int_equal(blob.bytes.len, 0);
    release_blob(&blob);
}

// Every byte that is changed, and every length that it is cut to.
static void what_is_damaged_is_not_found(void **state)
{
    (void)state;
    Blob blob;
    keep("some content", "");
    struct stat st;
    assert_int_equal(stat(path(), &st), 0);
    for (off_t at = 0; at < st.st_size; at++) {
        int fd = open(path(), O_RDWR);
        char byte;
        assert_int_equal(pread(fd, &byte, 1, at), 1);
        byte ^= 0x10;
        assert_int_equal(pwrite(fd, &byte, 1, at), 1);
        assert_false(find_blob(root, "things", KEY, &blob));
        byte ^= 0x10;
        assert_int_equal(pwrite(fd, &byte, 1, at), 1);
        close(fd);
    }
    assert_true(find_blob(root, "things", KEY, &blob));
    release_blob(&blob);
    for (off_t size = st.st_size - 1; size >= 0; size--) {
        assert_int_equal(truncate(path(), size), 0);
        assert_false(find_blob(root, "things", KEY, &blob));
    }
}

static void what_is_kept_anew_takes_the_place(void **state)
{
    (void)state;
    Blob old, new;
    keep("old", "");
    assert_true(map_blob(root, "things", KEY, &old));
    keep("new one", "");
    assert_true(find_blob(root, "things", KEY, &new));
    assert_memory_equal(new.bytes.data, "new one", 7);
    assert_memory_equal(old.bytes.data, "old", 3); // whoever has it mapped keeps it
    release_blob(&old);
    release_blob(&new);
}

static void a_store_that_cannot_be_written_is_an_error(void **state)
{
    (void)state;
    Error err = {0};
    Str part = STR("x");
    assert_false(keep_blob("/dev/null", "things", KEY, &part, 1, &err));
    assert_int_equal(err.kind, ERR_OUTPUT);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, make_root, drop_root)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_was_kept_is_found),
        TEST(nothing_is_also_something),
        TEST(what_is_damaged_is_not_found),
        TEST(what_is_kept_anew_takes_the_place),
        TEST(a_store_that_cannot_be_written_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
