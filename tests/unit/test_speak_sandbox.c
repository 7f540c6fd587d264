// What an engine that a text has taken over may do: here it does what it is told.
#define _GNU_SOURCE

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <unistd.h>

#include "speak/clips.h"
#include "speak/gate.h"
#include "speak/sandbox.h"
#include "speak/zygote.h"

// cmocka last: its macro `fail` would hide ours.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

enum { FRAMES = CLIP_RATE_HZ };

static Recording *recordings;
static Zygote zygote;

// ---- attacks; each gives 0 where it came through, else the error

static int failed(bool refused)
{
    return refused ? errno : 0;
}

static int attack_exec(void)
{
    execl("/bin/true", "true", (char *)NULL);
    return errno;
}

static int attack_socket(void)
{
    return failed(socket(AF_INET, SOCK_STREAM, 0) < 0);
}

static int attack_read(void)
{
    return failed(open("/etc/passwd", O_RDONLY) < 0);
}

static int attack_write(void)
{
    return failed(open("/tmp/lectern-sandbox-test", O_WRONLY | O_CREAT, 0600) < 0);
}

static int attack_fork(void)
{
    for (int i = 0; i < 100; i++)
        if (fork() < 0)
            return errno;
    return 0;
}

static int attack_kill(void)
{
    return failed(kill(getppid(), SIGKILL) < 0);
}

static int attack_trace(void)
{
    return failed(ptrace(PTRACE_ATTACH, getppid(), NULL, NULL) < 0);
}

static int attack_delete(void)
{
    return failed(unlink("/tmp/lectern-sandbox-keep") < 0);
}

// Takes memory until there is none; a child that gives it back lives.
static int attack_memory(void)
{
    enum { BLOCK = 16 << 20, MOST = 64 };
    for (int i = 0; i < MOST; i++) {
        char *p = mmap(NULL, BLOCK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (p == MAP_FAILED)
            return errno;
        memset(p, 1, BLOCK);
    }
    return 0;
}

static int attack_time(void)
{
    for (volatile int on = 1; on;)
        ;
    return 0;
}

static int attack_stack(void)
{
    abort();
}

static const struct {
    const char *name;
    int (*run)(void);
} ATTACKS[] = {
    {"exec", attack_exec},   {"socket", attack_socket}, {"read", attack_read},
    {"write", attack_write}, {"fork", attack_fork},     {"kill", attack_kill},
    {"trace", attack_trace}, {"delete", attack_delete}, {"memory", attack_memory},
    {"time", attack_time},   {"stack", attack_stack},
};

static bool do_as_told(const char *text, Recording *out)
{
    out->frame_count = 1;
    out->frames[0] = -1;
    for (size_t i = 0; i < COUNT(ATTACKS); i++)
        if (strcmp(text, ATTACKS[i].name) == 0)
            out->frames[0] = (int16_t)ATTACKS[i].run();
    return true;
}

static bool open_nothing(Str voice, int rate_wpm, Error *err)
{
    (void)voice;
    (void)rate_wpm;
    (void)err;
    return true;
}

static const Engine TOLD = {
    .name = "told",
    .rate_hz = CLIP_RATE_HZ,
    .open = open_nothing,
    .speak = do_as_told,
};

// ---- tests

static Answer run_attack(const char *name)
{
    char padded[64 + GATE_PADDING] = {0};
    size_t n = strlen(name);
    memcpy(padded, name, n);
    Answer answer = ANSWER_REFUSED;
    assert_true(ask_zygote(&zygote, 0, (Str){padded, n + GATE_PADDING}));
    assert_true(hear_zygote(&zygote, &answer));
    return answer;
}

static void assert_zygote_lives(void)
{
    assert_int_equal(run_attack("nothing"), ANSWER_SPOKEN);
    assert_int_equal(recordings->frames[0], -1);
}

static void calls_are_refused(void **state)
{
    (void)state;
    static const char *const NAMES[] = {"exec", "socket", "fork", "kill", "trace", "delete"};
    if (!(sandbox_support() & SANDBOX_CALLS))
        skip();
    for (size_t i = 0; i < COUNT(NAMES); i++) {
        assert_int_equal(run_attack(NAMES[i]), ANSWER_SPOKEN);
        assert_int_equal(recordings->frames[0], EPERM);
        assert_zygote_lives();
    }
}

static void files_are_refused(void **state)
{
    (void)state;
    static const char *const NAMES[] = {"read", "write"};
    if (sandbox_support() != SANDBOX_WHOLE)
        skip();
    for (size_t i = 0; i < COUNT(NAMES); i++) {
        assert_int_equal(run_attack(NAMES[i]), ANSWER_SPOKEN);
        assert_int_equal(recordings->frames[0], EACCES);
    }
    assert_int_not_equal(access("/tmp/lectern-sandbox-test", F_OK), 0);
    assert_zygote_lives();
}

static void memory_has_an_end(void **state)
{
    (void)state;
    assert_int_equal(run_attack("memory"), ANSWER_SPOKEN);
    assert_int_equal(recordings->frames[0], ENOMEM);
    assert_zygote_lives();
}

static void an_endless_loop_is_ended(void **state)
{
    (void)state;
    assert_int_equal(run_attack("time"), ANSWER_CRASHED);
    assert_zygote_lives();
}

static void an_abort_is_a_crash(void **state)
{
    (void)state;
    assert_int_equal(run_attack("stack"), ANSWER_CRASHED);
    assert_zygote_lives();
}

int main(void)
{
#if defined(__SANITIZE_ADDRESS__)
    puts("ok 1 - attacks # SKIP a sanitizer does itself what is refused here");
    return 0;
#endif
    Error err = {0};
    recordings = map_recordings(1, FRAMES);
    if (!recordings || !start_zygote(&TOLD, STR("none"), 160, recordings, FRAMES, &zygote, &err))
        return 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(calls_are_refused),        cmocka_unit_test(files_are_refused),
        cmocka_unit_test(memory_has_an_end),        cmocka_unit_test(an_abort_is_a_crash),
        cmocka_unit_test(an_endless_loop_is_ended),
    };
    int failures = cmocka_run_group_tests(tests, NULL, NULL);
    stop_zygote(&zygote);
    return failures;
}
