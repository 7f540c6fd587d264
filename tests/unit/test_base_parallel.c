// Work in several processes: all of it done once, failures and deaths told.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#undef fail // ours is in base/error.h

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/interrupt.h"
#include "base/parallel.h"

enum { JOBS = 500 };

typedef struct {
    unsigned char *done; // shared; how often each job was done
    uint32_t bad;        // this job fails, or kills its worker
    bool deadly;
} Work;

static bool do_job(void *context, uint32_t index, Error *err)
{
    Work *work = context;
    if (work->bad == index && work->deadly)
        abort();
    if (work->bad == index)
        return fail(err, ERR_ENGINE, (Span){0}, "job %u is a bad one", index);
    work->done[index]++;
    return true;
}

static void count_progress(void *context, uint32_t done, uint32_t total)
{
    uint32_t *last = context;
    assert_true(done >= *last && done <= total);
    *last = done;
}

static int set_up(void **state)
{
    *state = map_shared(JOBS);
    return *state ? 0 : -1;
}

static int tear_down(void **state)
{
    unmap_shared(*state, JOBS);
    return 0;
}

static void every_job_is_done_once_by_any_number_of_workers(void **state)
{
    static const int WORKERS[] = {1, 2, 7, 0};
    for (size_t w = 0; w < COUNT(WORKERS); w++) {
        Work work = {.done = *state, .bad = JOBS};
        memset(work.done, 0, JOBS);
        uint32_t last = 0;
        Error err = {0};
        assert_true(run_parallel(JOBS, WORKERS[w], do_job, &work, count_progress, &last, &err));
        for (int i = 0; i < JOBS; i++)
            assert_int_equal(work.done[i], 1);
        assert_int_equal(err.kind, ERR_NONE);
    }
}

static void no_jobs_are_no_work(void **state)
{
    Work work = {.done = *state, .bad = JOBS};
    Error err = {0};
    assert_true(run_parallel(0, 2, do_job, &work, NULL, NULL, &err));
}

// Job 3 dies; job 4 waits for it.
static bool wait_for_the_dead(void *context, uint32_t index, Error *err)
{
    (void)context;
    (void)err;
    if (index == 3)
        abort();
    while (index == 4)
        pause();
    return true;
}

static void whoever_waits_for_a_dead_worker_is_killed(void **state)
{
    (void)state;
    Error err = {0};
    assert_false(run_parallel(9, 3, wait_for_the_dead, NULL, NULL, NULL, &err));
    assert_int_equal(err.kind, ERR_OUTPUT);
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
}

static void the_failure_of_a_job_comes_back_with_its_message(void **state)
{
    for (int workers = 1; workers <= 3; workers++) {
        Work work = {.done = *state, .bad = 123};
        Error err = {0};
        assert_false(run_parallel(JOBS, workers, do_job, &work, NULL, NULL, &err));
        assert_int_equal(err.kind, ERR_ENGINE);
        assert_string_equal(err.message, "job 123 is a bad one");
    }
}

static void the_death_of_a_worker_is_an_error_and_not_ours(void **state)
{
    Work work = {.done = *state, .bad = 40, .deadly = true};
    Error err = {0};
    assert_false(run_parallel(JOBS, 2, do_job, &work, NULL, NULL, &err));
    assert_int_equal(err.kind, ERR_OUTPUT);
    assert_true(err.message[0] != '\0');
}

static void no_worker_is_left_behind(void **state)
{
    (void)state;
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
}

static void workers_are_at_least_one_and_not_beyond_reason(void **state)
{
    (void)state;
    assert_int_equal(count_workers(3), 3);
    assert_true(count_workers(0) >= 1 && count_workers(0) <= 64);
    assert_true(count_workers(100000) <= 64);
    assert_true(count_workers(-5) >= 1);
}

// In a child, because the signal stays noted for good.
static void a_signal_is_noted_and_stops_the_chain(void **state)
{
    (void)state;
    pid_t child = fork();
    if (child == 0) {
        Error err = {0};
        catch_interrupts();
        bool before = go_on(&err) && interrupted() == 0;
        raise(SIGTERM);
        bool after = !go_on(&err) && interrupted() == SIGTERM && err.kind == ERR_INTERRUPTED;
        _exit(before && after ? 0 : 1);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

// Exit status of a process that gets SIGINT twice with some seconds between.
static int status_of_two_signals(unsigned seconds)
{
    pid_t child = fork();
    if (child == 0) {
        catch_interrupts();
        raise(SIGINT);
        sleep(seconds);
        raise(SIGINT);
        _exit(0);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void a_later_second_signal_ends_the_process(void **state)
{
    (void)state;
    assert_int_equal(status_of_two_signals(3), 128 + SIGINT);
}

static void a_signal_sent_twice_at_once_is_one(void **state)
{
    (void)state;
    assert_int_equal(status_of_two_signals(0), 0);
}

static void work_goes_on_beside(void **state)
{
    Work work = {.done = *state, .bad = JOBS};
    memset(work.done, 0, JOBS);
    Aside aside;
    Error err = {0};
    assert_true(start_aside(JOBS, do_job, &work, &aside, &err));
    assert_true(run_parallel(0, 2, do_job, &work, NULL, NULL, &err)); // meanwhile
    assert_true(join_aside(&aside, &err));
    for (int i = 0; i < JOBS; i++)
        assert_int_equal(work.done[i], 1);
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
}

static void what_fails_beside_is_told(void **state)
{
    for (int deadly = 0; deadly <= 1; deadly++) {
        Work work = {.done = *state, .bad = 7, .deadly = deadly};
        Aside aside;
        Error err = {0};
        assert_true(start_aside(JOBS, do_job, &work, &aside, &err));
        assert_false(join_aside(&aside, &err));
        assert_int_equal(err.kind, deadly ? ERR_OUTPUT : ERR_ENGINE);
        assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    }
}

// As under a parent that has its children's ends ignored.
static void a_death_that_the_system_keeps_to_itself_is_told(void **state)
{
    Work work = {.done = *state, .bad = 7, .deadly = true};
    Aside aside;
    Error err = {0};
    signal(SIGCHLD, SIG_IGN);
    assert_true(start_aside(JOBS, do_job, &work, &aside, &err));
    bool joined = join_aside(&aside, &err);
    signal(SIGCHLD, SIG_DFL);
    assert_false(joined);
    assert_int_equal(err.kind, ERR_OUTPUT);
}

static bool never_end(void *context, uint32_t index, Error *err)
{
    (void)context;
    (void)index;
    (void)err;
    while (pause() < 0)
        ;
    return true;
}

static void what_is_dropped_is_gone(void **state)
{
    (void)state;
    Aside aside;
    Error err = {0};
    assert_true(start_aside(1, never_end, NULL, &aside, &err));
    drop_aside(&aside);
    assert_int_equal(aside.pid, 0);
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(work_goes_on_beside, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_fails_beside_is_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_death_that_the_system_keeps_to_itself_is_told, set_up,
                                        tear_down),
        cmocka_unit_test(what_is_dropped_is_gone),
        cmocka_unit_test_setup_teardown(every_job_is_done_once_by_any_number_of_workers, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(no_jobs_are_no_work, set_up, tear_down),
        cmocka_unit_test(whoever_waits_for_a_dead_worker_is_killed),
        cmocka_unit_test_setup_teardown(the_failure_of_a_job_comes_back_with_its_message, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(the_death_of_a_worker_is_an_error_and_not_ours, set_up,
                                        tear_down),
        cmocka_unit_test(no_worker_is_left_behind),
        cmocka_unit_test(workers_are_at_least_one_and_not_beyond_reason),
        cmocka_unit_test(a_signal_is_noted_and_stops_the_chain),
        cmocka_unit_test(a_later_second_signal_ends_the_process),
        cmocka_unit_test(a_signal_sent_twice_at_once_is_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
