// Files, digests and settings: what is read back is what was written.
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
#include "base/ini.h"

typedef struct {
    Arena fresh, arena;
    char folder[256];
    char path[512]; // of the last in_folder
} Bench;

static char *in_folder(Bench *b, const char *name)
{
    snprintf(b->path, sizeof b->path, "%s/%s", b->folder, name);
    return b->path;
}

static int set_up(void **state)
{
    Bench *b = calloc(1, sizeof *b);
    const char *tmp = getenv("TMPDIR");
    snprintf(b->folder, sizeof b->folder, "%s/lectern-test-XXXXXX", tmp ? tmp : "/tmp");
    b->fresh = b->arena = new_arena((size_t)1 << 26);
    *state = b;
    return mkdtemp(b->folder) ? 0 : -1;
}

static int tear_down(void **state)
{
    Bench *b = *state;
    remove_tree(b->folder);
    bool gone = access(b->folder, F_OK) != 0;
    free_arena(b->fresh);
    free(b);
    return gone ? 0 : -1;
}

static void a_written_file_reads_back_whole(void **state)
{
    Bench *b = *state;
    Error err = {0};
    char *bytes = ALLOC(&b->arena, char, 300000);
    for (size_t i = 0; i < 300000; i++)
        bytes[i] = (char)(i * 31 % 251);
    Str got, want = {bytes, 300000};
    assert_true(write_file(in_folder(b, "a"), want, &err));
    assert_true(read_file(b->path, 1 << 20, &b->arena, &got, &err));
    assert_true(str_equal(got, want));
}

static void writing_replaces_and_leaves_nothing_beside(void **state)
{
    Bench *b = *state;
    Error err = {0};
    Str got;
    assert_true(write_file(in_folder(b, "a"), STR("first, and longer"), &err));
    assert_true(write_file(b->path, STR("second"), &err));
    assert_true(read_file(b->path, 100, &b->arena, &got, &err));
    assert_true(str_equal(got, STR("second")));
    assert_int_equal(unlink(b->path), 0);
    assert_int_equal(rmdir(b->folder), 0); // it is empty
    assert_int_equal(mkdir(b->folder, 0777), 0);
}

static void a_failed_write_says_where_and_leaves_nothing(void **state)
{
    Bench *b = *state;
    Error err = {0};
    assert_false(write_file(in_folder(b, "no/such/folder"), STR("x"), &err));
    assert_int_equal(err.kind, ERR_OUTPUT);
    assert_non_null(strstr(err.message, "No such file"));
    assert_int_equal(mkdir(in_folder(b, "taken"), 0777), 0);
    err = (Error){0};
    assert_false(write_file(b->path, STR("x"), &err));
    assert_int_equal(rmdir(b->path), 0);
    assert_int_equal(rmdir(b->folder), 0);
    assert_int_equal(mkdir(b->folder, 0777), 0);
}

static void an_empty_file_reads_as_nothing(void **state)
{
    Bench *b = *state;
    Error err = {0};
    Str got = STR("x");
    assert_true(write_file(in_folder(b, "empty"), (Str){0}, &err));
    assert_true(read_file(b->path, 100, &b->arena, &got, &err));
    assert_int_equal(got.len, 0);
}

static void reading_refuses_what_is_missing_too_large_or_a_folder(void **state)
{
    Bench *b = *state;
    Error missing = {0}, large = {0}, folder = {0};
    Str got;
    assert_false(read_file(in_folder(b, "none"), 100, &b->arena, &got, &missing));
    assert_int_equal(missing.kind, ERR_ARTICLE);
    assert_true(write_file(in_folder(b, "large"), STR("123456"), &large));
    assert_true(read_file(b->path, 6, &b->arena, &got, &large));
    assert_false(read_file(b->path, 5, &b->arena, &got, &large));
    assert_int_equal(large.kind, ERR_ARTICLE);
    assert_false(read_file(b->folder, 100, &b->arena, &got, &folder));
    assert_int_equal(folder.kind, ERR_ARTICLE);
}

static void folders_are_made_with_those_above(void **state)
{
    Bench *b = *state;
    Error err = {0};
    assert_true(make_folders(in_folder(b, "a/b//c/"), &err));
    assert_true(make_folders(b->path, &err));
    struct stat st;
    assert_int_equal(stat(in_folder(b, "a/b/c"), &st), 0);
    assert_true(S_ISDIR(st.st_mode));
    assert_true(make_folders("/", &err));
}

static void a_folder_cannot_be_made_through_a_file(void **state)
{
    Bench *b = *state;
    Error through = {0}, at = {0}, empty = {0};
    assert_true(write_file(in_folder(b, "file"), STR("x"), &at));
    assert_false(make_folders(b->path, &at));
    assert_int_equal(at.kind, ERR_OUTPUT);
    assert_false(make_folders(in_folder(b, "file/below"), &through));
    assert_int_equal(through.kind, ERR_OUTPUT);
    assert_false(make_folders("", &empty));
}

static void removing_a_tree_does_not_follow_links(void **state)
{
    Bench *b = *state;
    Error err = {0};
    assert_true(make_folders(in_folder(b, "keep"), &err));
    assert_true(write_file(in_folder(b, "keep/file"), STR("x"), &err));
    assert_true(make_folders(in_folder(b, "tree/deep"), &err));
    assert_true(write_file(in_folder(b, "tree/deep/file"), STR("x"), &err));
    assert_int_equal(symlink("../keep", in_folder(b, "tree/link")), 0);
    remove_tree(in_folder(b, "tree"));
    assert_int_not_equal(access(b->path, F_OK), 0);
    assert_int_equal(access(in_folder(b, "keep/file"), F_OK), 0);
    remove_tree(in_folder(b, "never there"));
}

static void digests_are_those_of_the_standard(void **state)
{
    Bench *b = *state;
    char hex[HASH_HEX];
    // FIPS 180-4, the examples "" and "abc".
    hash_bytes((Str){0}, hex);
    assert_string_equal(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    hash_bytes(STR("abc"), hex);
    assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    unsigned char digest[32];
    hash_joined((Str[]){STR("a"), STR("bc")}, 2, digest);
    assert_true(digest[0] == 0xba && digest[31] == 0xad);
    Error err = {0};
    uint64_t size = 0;
    char of_file[HASH_HEX];
    assert_true(write_file(in_folder(b, "abc"), STR("abc"), &err));
    assert_true(hash_file(b->path, of_file, &size));
    assert_string_equal(of_file, hex);
    assert_int_equal(size, 3);
    assert_false(hash_file(in_folder(b, "none"), of_file, &size));
}

static void parts_are_hashed_with_their_lengths(void **state)
{
    (void)state;
    char one[HASH_HEX], two[HASH_HEX], three[HASH_HEX];
    hash_parts((Str[]){STR("ab"), STR("c")}, 2, one);
    hash_parts((Str[]){STR("a"), STR("bc")}, 2, two);
    hash_parts((Str[]){STR("ab"), STR("c"), STR("")}, 3, three);
    assert_string_not_equal(one, two);
    assert_string_not_equal(one, three);
}

typedef struct {
    char text[1024];
    bool refuse;
} Seen;

static bool see(void *context, const char *section, const char *key, const char *value, Error *err)
{
    Seen *seen = context;
    size_t n = strlen(seen->text);
    snprintf(seen->text + n, sizeof seen->text - n, "%s.%s=%s|", section, key, value);
    return !seen->refuse || fail(err, ERR_USAGE, (Span){0}, "no such key: %s", key);
}

static void settings_come_in_order(void **state)
{
    Bench *b = *state;
    Error err = {0};
    Seen seen = {0};
    bool found = false;
    assert_true(write_file(in_folder(b, "x.ini"),
                           STR("# a comment\n[voice]\nage = 45\n\n[espeak-ng]\r\n"
                               "formant = 1 93  100\r\nformant=2\n"),
                           &err));
    assert_true(read_ini(b->path, see, &seen, &found, &err));
    assert_true(found);
    assert_string_equal(seen.text, "voice.age=45|espeak-ng.formant=1 93  100|espeak-ng.formant=2|");
}

static void a_missing_settings_file_is_no_error(void **state)
{
    Bench *b = *state;
    Error err = {0};
    Seen seen = {0};
    bool found = true;
    assert_true(read_ini(in_folder(b, "none.ini"), see, &seen, &found, &err));
    assert_false(found);
}

static void a_bad_line_is_named(void **state)
{
    Bench *b = *state;
    Error err = {0};
    Seen seen = {0};
    bool found;
    assert_true(write_file(in_folder(b, "x.ini"), STR("[a]\nb = 1\nnonsense\n"), &err));
    assert_false(read_ini(b->path, see, &seen, &found, &err));
    assert_int_equal(err.kind, ERR_USAGE);
    assert_non_null(strstr(err.message, "x.ini:3:"));
}

static void a_folder_is_no_settings_file(void **state)
{
    Bench *b = *state;
    Error err = {0};
    Seen seen = {0};
    bool found;
    assert_true(make_folders(in_folder(b, "x.ini"), &err));
    assert_false(read_ini(b->path, see, &seen, &found, &err));
    assert_int_equal(err.kind, ERR_USAGE);
    assert_non_null(strstr(err.message, "x.ini: cannot be read"));
}

static void the_visitor_may_refuse_and_its_line_is_named(void **state)
{
    Bench *b = *state;
    Error err = {0};
    Seen seen = {.refuse = true};
    bool found;
    assert_true(write_file(in_folder(b, "x.ini"), STR("[a]\nb = 1\nc = 2\n"), &err));
    assert_false(read_ini(b->path, see, &seen, &found, &err));
    assert_non_null(strstr(err.message, "x.ini:2: no such key: b"));
}

static void a_long_value_is_whole_or_refused(void **state)
{
    Bench *b = *state;
    Error err = {0};
    Seen seen = {0};
    bool found;
    assert_true(write_file(in_folder(b, "x.ini"),
                           str_format(&b->arena, "[a]\nb = %0500d\nc = 2\n", 7), &err));
    bool ok = read_ini(b->path, see, &seen, &found, &err);
    Str whole = str_format(&b->arena, "a.b=%0500d|a.c=2|", 7);
    assert_true(ok ? str_equal(str_from(seen.text), whole) : err.kind == ERR_USAGE);
    assert_true(ok || strstr(err.message, "x.ini:2:") != NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_written_file_reads_back_whole, set_up, tear_down),
        cmocka_unit_test_setup_teardown(writing_replaces_and_leaves_nothing_beside, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_failed_write_says_where_and_leaves_nothing, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(an_empty_file_reads_as_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(reading_refuses_what_is_missing_too_large_or_a_folder,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(folders_are_made_with_those_above, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_folder_cannot_be_made_through_a_file, set_up, tear_down),
        cmocka_unit_test_setup_teardown(removing_a_tree_does_not_follow_links, set_up, tear_down),
        cmocka_unit_test_setup_teardown(digests_are_those_of_the_standard, set_up, tear_down),
        cmocka_unit_test(parts_are_hashed_with_their_lengths),
        cmocka_unit_test_setup_teardown(settings_come_in_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_missing_settings_file_is_no_error, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_bad_line_is_named, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_folder_is_no_settings_file, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_visitor_may_refuse_and_its_line_is_named, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_long_value_is_whole_or_refused, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
