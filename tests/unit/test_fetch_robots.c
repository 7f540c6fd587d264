// What robots.txt allows.
#include "fetch/robots.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

static bool allows(const char *robots, const char *path)
{
    return robots_allow(str_from(robots), STR("lectern"), str_from(path));
}

static void nothing_said_is_all_allowed(void **state)
{
    (void)state;
    assert_true(allows("", "/a"));
    assert_true(allows("<html>Not found</html>\n", "/a"));
    assert_true(allows("User-agent: *\nDisallow:\n", "/a"));
    assert_true(allows("Disallow: /\n", "/a")); // of no group
}

static void rules_begin_paths(void **state)
{
    (void)state;
    const char *robots = "User-Agent: *\r\nDisallow: /private # not for you\r\n";
    assert_false(allows(robots, "/private"));
    assert_false(allows(robots, "/private/a?b"));
    assert_false(allows(robots, "/privateer"));
    assert_true(allows(robots, "/a/private"));
    assert_true(allows(robots, "/Private"));
    assert_false(allows("user-agent: *\rdisallow: /", "/a"));
}

static void our_own_group_goes_before_that_for_all(void **state)
{
    (void)state;
    const char *robots = "User-agent: *\nDisallow: /\n\nUser-agent: Lectern/2.0\nDisallow: /b\n";
    assert_true(allows(robots, "/a"));
    assert_false(allows(robots, "/b"));
    assert_true(allows("User-agent: lecterns\nDisallow: /\n", "/a"));
    assert_true(allows("User-agent: bot\nDisallow: /\n", "/a"));
}

static void groups_have_several_heads_and_come_several_times(void **state)
{
    (void)state;
    const char *robots = "User-agent: bot\nUser-agent: lectern\nDisallow: /a\nUser-agent: other\n"
                         "Disallow: /c\nUser-agent: lectern\nSitemap: /s\nDisallow: /b\n";
    assert_false(allows(robots, "/a"));
    assert_false(allows(robots, "/b"));
    assert_true(allows(robots, "/c"));
}

static void the_longest_pattern_decides(void **state)
{
    (void)state;
    const char *robots = "User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /a/b/c\n";
    assert_false(allows(robots, "/a/x"));
    assert_true(allows(robots, "/a/b"));
    assert_false(allows(robots, "/a/b/c"));
    assert_true(allows("User-agent: *\nDisallow: /a\nAllow: /a\n", "/a"));
    assert_true(allows("User-agent: *\nAllow: /a\nDisallow: /a\n", "/a"));
}

static void stars_and_ends_are_understood(void **state)
{
    (void)state;
    const char *robots = "User-agent: *\nDisallow: /*.pdf$\nDisallow: /a*b*c\nDisallow: /end$\n";
    assert_false(allows(robots, "/x/y.pdf"));
    assert_true(allows(robots, "/x/y.pdf?z"));
    assert_false(allows(robots, "/a1b2c3"));
    assert_true(allows(robots, "/acb"));
    assert_false(allows(robots, "/end"));
    assert_true(allows(robots, "/ending"));
    assert_false(allows("User-agent: *\nDisallow: *\n", "/a"));
}

// Patterns that would take a search that goes back to and fro for ever.
static void no_pattern_is_costly(void **state)
{
    (void)state;
    enum { LINES = 20000 };
    static const char LINE[] = "Disallow: /*a*a*a*a*a*b\n";
    char *robots = calloc(LINES + 1, sizeof LINE), path[4000];
    assert_non_null(robots);
    strcpy(robots, "User-agent: *\n");
    size_t len = strlen(robots);
    for (int i = 0; i < LINES; i++, len += sizeof LINE - 1)
        memcpy(robots + len, LINE, sizeof LINE - 1);
    memset(path, 'a', sizeof path);
    path[0] = '/';
    assert_true(robots_allow((Str){robots, len}, STR("lectern"), (Str){path, sizeof path}));
    free(robots);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_said_is_all_allowed),
        cmocka_unit_test(rules_begin_paths),
        cmocka_unit_test(our_own_group_goes_before_that_for_all),
        cmocka_unit_test(groups_have_several_heads_and_come_several_times),
        cmocka_unit_test(the_longest_pattern_decides),
        cmocka_unit_test(stars_and_ends_are_understood),
        cmocka_unit_test(no_pattern_is_costly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
