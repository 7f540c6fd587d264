#define _GNU_SOURCE // close_range
#include "speak/zygote.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "speak/clips.h"
#include "speak/gate.h"
#include "speak/sandbox.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ADDRESS_SANITIZER 1
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#define ADDRESS_SANITIZER 1
#endif

enum { REQUEST_MAX = 4 + 4 * CLIP_CHARS_MAX + GATE_SAID_MAX + 64 };

// Spoken into nothing once, so that every table is loaded before the first fork.
static const char WARM_UP[] = "warm up.\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";

static size_t recording_size(int64_t frame_max)
{
    size_t size = sizeof(Recording) + (size_t)frame_max * sizeof(int16_t);
    return (size + 4095) & ~(size_t)4095;
}

Recording *recording_at(Recording *first, uint32_t index, int64_t frame_max)
{
    return (Recording *)(void *)((char *)first + index * recording_size(frame_max));
}

Recording *map_recordings(uint32_t count, int64_t frame_max)
{
    void *p = mmap(NULL, count * recording_size(frame_max), PROT_READ | PROT_WRITE,
                   MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (p == MAP_FAILED)
        return NULL;
    for (uint32_t i = 0; i < count; i++)
        recording_at(p, i, frame_max)->frame_max = frame_max;
    return p;
}

void unmap_recordings(Recording *first, uint32_t count, int64_t frame_max)
{
    munmap(first, count * recording_size(frame_max));
}

static void set_limit(int resource, rlim_t most)
{
    struct rlimit limit = {most, most};
    setrlimit((__rlimit_resource_t)resource, &limit);
}

// Bytes of address space in use; 0 where it cannot be told.
static rlim_t address_space(void)
{
    char text[64] = {0};
    int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    ssize_t n = fd < 0 ? 0 : read(fd, text, sizeof text - 1);
    if (fd >= 0)
        close(fd);
    return n > 0 ? (rlim_t)strtoull(text, NULL, 10) * (rlim_t)sysconf(_SC_PAGESIZE) : 0;
}

// The limits outlive anything the engine may do, and are the kernel's to keep.
static void limit_child(rlim_t in_use)
{
    set_limit(RLIMIT_CPU, CHILD_SECONDS_MAX);
    set_limit(RLIMIT_CORE, 0);
    set_limit(RLIMIT_FSIZE, 0);
    set_limit(RLIMIT_NOFILE, 16);
#ifndef ADDRESS_SANITIZER // which reserves terabytes
    if (in_use)
        set_limit(RLIMIT_AS, in_use + CHILD_MEMORY_MAX);
#else
    (void)in_use;
#endif
    struct itimerval watchdog = {.it_value = {.tv_sec = CHILD_SECONDS_MAX}};
    setitimer(ITIMER_REAL, &watchdog, NULL); // SIGALRM ends the process
}

// What children are held by.
typedef struct {
    rlim_t in_use;   // bytes of address space before they begin
    unsigned kernel; // SANDBOX bits that there are
    CallFilter calls;
} Cage;

// Whatever the kernel has, it must give: half a cage is none. A sanitizer opens files and
// speaks to its parent.
static bool build_cage(const Engine *engine, Cage *out)
{
#ifdef ADDRESS_SANITIZER
    *out = (Cage){.in_use = address_space()};
#else
    *out = (Cage){.in_use = address_space(), .kernel = sandbox_support()};
#endif
    bool files = out->kernel & SANDBOX_FILES;
    if (out->kernel & SANDBOX_CALLS && !make_call_filter(files, &out->calls))
        return false;
    return !files || confine_files(engine->folder ? engine->folder() : NULL);
}

// Exit status of a child that the kernel would not confine.
enum { UNCONFINED = 2 };

// Forks a child for one clip and waits for its end.
static Answer speak_in_child(int socket, const Engine *engine, const Cage *cage, const char *text,
                             Recording *out)
{
    pid_t parent = getpid();
    pid_t pid = fork();
    if (pid < 0)
        return ANSWER_CRASHED;
    if (pid == 0) {
        close(socket);
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent)
            _exit(1);
        limit_child(cage->in_use);
        if (cage->kernel & SANDBOX_CALLS && !confine_calls(&cage->calls))
            _exit(UNCONFINED);
        _exit(engine->speak(text, out) ? 0 : 1);
    }
    int status;
    while (waitpid(pid, &status, 0) < 0)
        if (errno != EINTR)
            return ANSWER_CRASHED;
    if (WIFEXITED(status))
        return WEXITSTATUS(status) == 0            ? ANSWER_SPOKEN
               : WEXITSTATUS(status) == UNCONFINED ? ANSWER_NO_SANDBOX
                                                   : ANSWER_REFUSED;
    return ANSWER_CRASHED;
}

static bool warm_up(const Engine *engine)
{
    Recording *spare = map_recordings(1, CLIP_RATE_HZ);
    if (!spare)
        return false;
    bool ok = engine->speak(WARM_UP, spare);
    unmap_recordings(spare, 1, CLIP_RATE_HZ);
    return ok;
}

// `ready`: ANSWER_SPOKEN, or what every request is answered with.
static void serve(int socket, const Engine *engine, Answer ready, const Cage *cage,
                  Recording *recordings, int64_t frame_max)
{
    for (;;) {
        char request[REQUEST_MAX] = {0};
        ssize_t n = recv(socket, request, sizeof request - GATE_PADDING, 0);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 4)
            _exit(0);
        uint32_t index;
        memcpy(&index, request, sizeof index);
        Recording *out = recording_at(recordings, index, frame_max);
        char answer =
            (char)(ready == ANSWER_SPOKEN ? speak_in_child(socket, engine, cage, request + 4, out)
                                          : ready);
        if (send(socket, &answer, 1, MSG_NOSIGNAL) != 1)
            _exit(0);
    }
}

// Nothing of the parent stays open but the socket, and the engine's chatter goes nowhere.
static int keep_only(int socket)
{
    int null = open("/dev/null", O_RDWR);
    if (null < 0 || dup2(null, 0) < 0 || dup2(null, 1) < 0 || dup2(null, 2) < 0 ||
        dup2(socket, 3) < 0)
        _exit(1);
    close_range(4, ~0U, 0);
    return 3;
}

static void run_zygote(int socket, const Engine *engine, Str voice, int rate_wpm,
                       Recording *recordings, int64_t frame_max)
{
    signal(SIGINT, SIG_IGN); // a terminal's Ctrl-C is the parent's to answer
    signal(SIGTERM, SIG_DFL);
    signal(SIGALRM, SIG_DFL);
    socket = keep_only(socket);
    Error err = {0};
    Cage cage = {0};
    bool warm = engine->open(voice, rate_wpm, &err) && warm_up(engine);
    Answer ready = !warm                       ? ANSWER_NO_VOICE
                   : build_cage(engine, &cage) ? ANSWER_SPOKEN
                                               : ANSWER_NO_SANDBOX;
    serve(socket, engine, ready, &cage, recordings, frame_max);
}

bool start_zygote(const Engine *engine, Str voice, int rate_wpm, Recording *recordings,
                  int64_t frame_max, Zygote *out, Error *err)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
        return fail(err, ERR_ENGINE, (Span){0}, "no socket for the engine: %s", strerror(errno));
    pid_t parent = getpid();
    pid_t pid = fork();
    if (pid < 0) {
        close(ends[0]);
        close(ends[1]);
        return fail(err, ERR_ENGINE, (Span){0}, "no process for the engine: %s", strerror(errno));
    }
    if (pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent)
            _exit(1);
        run_zygote(ends[1], engine, voice, rate_wpm, recordings, frame_max);
    }
    close(ends[1]);
    *out = (Zygote){pid, ends[0]};
    return true;
}

bool ask_zygote(const Zygote *zygote, uint32_t index, Str text)
{
    char request[REQUEST_MAX];
    if (text.len > sizeof request - 4 - GATE_PADDING)
        return false;
    memcpy(request, &index, sizeof index);
    memcpy(request + 4, text.data, text.len);
    ssize_t n;
    do
        n = send(zygote->socket, request, 4 + text.len, MSG_NOSIGNAL);
    while (n < 0 && errno == EINTR);
    return n == (ssize_t)(4 + text.len);
}

bool hear_zygote(const Zygote *zygote, Answer *answer)
{
    char byte;
    ssize_t n;
    do
        n = recv(zygote->socket, &byte, 1, 0);
    while (n < 0 && errno == EINTR);
    *answer = n == 1 ? (Answer)byte : ANSWER_CRASHED;
    return n == 1;
}

void end_zygote(const Zygote *zygote)
{
    if (zygote->pid > 0)
        kill(zygote->pid, SIGKILL);
}

void stop_zygote(Zygote *zygote)
{
    if (zygote->pid <= 0)
        return;
    end_zygote(zygote);
    close(zygote->socket);
    while (waitpid(zygote->pid, NULL, 0) < 0 && errno == EINTR)
        ;
    *zygote = (Zygote){0};
}
