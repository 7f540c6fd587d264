#define _GNU_SOURCE // memfd_create
#include "speak/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// --- files: Landlock, which has no library

// Rights by version of the kernel's interface: each knows those of the ones before.
static uint64_t file_rights(long version)
{
    uint64_t rights = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1; // all of version 1
    if (version >= 2)
        rights |= 1ULL << 13; // to move files between folders
    if (version >= 3)
        rights |= 1ULL << 14; // to truncate
    return rights;
}

static long landlock_version(void)
{
    return syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

static bool allow_reading(int rules, const char *folder)
{
    struct landlock_path_beneath_attr rule = {
        .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
        .parent_fd = open(folder, O_PATH | O_CLOEXEC),
    };
    if (rule.parent_fd < 0)
        return false;
    bool ok = syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
    close(rule.parent_fd);
    return ok;
}

bool confine_files(const char *folder)
{
    struct landlock_ruleset_attr handled = {.handled_access_fs = file_rights(landlock_version())};
    int rules = (int)syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0);
    if (rules < 0)
        return false;
    bool ok = (!folder || allow_reading(rules, folder)) &&
              prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
              syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    close(rules);
    return ok;
}

// --- calls: seccomp

// What computing needs. glibc takes another way where it has been refused one.
static const int ALLOWED[] = {
    SCMP_SYS(brk),          SCMP_SYS(clock_gettime),  SCMP_SYS(close),        SCMP_SYS(exit),
    SCMP_SYS(exit_group),   SCMP_SYS(fstat),          SCMP_SYS(futex),        SCMP_SYS(getpid),
    SCMP_SYS(getrandom),    SCMP_SYS(gettimeofday),   SCMP_SYS(lseek),        SCMP_SYS(madvise),
    SCMP_SYS(mmap),         SCMP_SYS(mprotect),       SCMP_SYS(mremap),       SCMP_SYS(munmap),
    SCMP_SYS(newfstatat),   SCMP_SYS(pread64),        SCMP_SYS(read),         SCMP_SYS(readv),
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(statx),
};

static bool add_rules(scmp_filter_ctx filter, bool files)
{
    bool ok = true;
    for (size_t i = 0; i < COUNT(ALLOWED); i++)
        ok &= seccomp_rule_add(filter, SCMP_ACT_ALLOW, ALLOWED[i], 0) == 0;
    if (files)
        ok &= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 0) == 0;
    // What the engine prints goes nowhere.
    const struct scmp_arg_cmp streams = {.arg = 0, .op = SCMP_CMP_LE, .datum_a = STDERR_FILENO};
    return ok && seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(write), 1, &streams) == 0;
}

static bool map_code(int fd, CallFilter *out)
{
    struct stat st;
    if (fstat(fd, &st) != 0 || st.st_size <= 0)
        return false;
    out->code = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    out->length = (uint16_t)((size_t)st.st_size / sizeof(struct sock_filter));
    return out->code != MAP_FAILED;
}

bool make_call_filter(bool files, CallFilter *out)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    int fd = memfd_create("calls", MFD_CLOEXEC);
    bool ok = filter && fd >= 0 && add_rules(filter, files) &&
              seccomp_export_bpf(filter, fd) == 0 && map_code(fd, out);
    if (fd >= 0)
        close(fd);
    if (filter)
        seccomp_release(filter);
    return ok;
}

bool confine_calls(const CallFilter *filter)
{
    struct sock_fprog program = {filter->length, filter->code};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) == 0;
}

unsigned sandbox_support(void)
{
    uint32_t action = SECCOMP_RET_ERRNO;
    bool calls = syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
    return (landlock_version() >= 1 ? SANDBOX_FILES : 0U) | (calls ? SANDBOX_CALLS : 0U);
}
