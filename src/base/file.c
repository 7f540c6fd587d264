#define _GNU_SOURCE
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/interrupt.h"

const char *join_path(const char *folder, Str name, Arena *arena)
{
    return str_c(str_format(arena, "%s/%.*s", folder, STR_ARG(name)), arena);
}

static bool read_descriptor(int fd, size_t max, Arena *arena, Str *out, Error *err)
{
    Buf b = new_buf(arena);
    for (;;) {
        buf_reserve(&b, 1 << 16);
        ssize_t n = read(fd, b.data + b.len, b.capacity - b.len);
        if (!go_on(err)) // a pipe or a terminal may never end
            return false;
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return fail(err, ERR_ARTICLE, (Span){0}, "cannot be read: %s", strerror(errno));
        if (n == 0)
            break;
        b.len += (size_t)n;
        if (b.len > max)
            return fail(err, ERR_ARTICLE, (Span){0}, "larger than %zu MiB (cut it into parts)",
                        max >> 20);
    }
    *out = buf_str(&b);
    return true;
}

bool read_file(const char *path, size_t max, Arena *arena, Str *out, Error *err)
{
    bool standard_input = strcmp(path, "-") == 0;
    int fd = standard_input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return fail(err, ERR_ARTICLE, (Span){0}, "cannot be opened: %s", strerror(errno));
    bool ok = read_descriptor(fd, max, arena, out, err);
    if (!standard_input)
        close(fd);
    return ok;
}

int open_found_file(const char *path)
{
    // Opening a pipe would wait for its writer.
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
    struct stat st;
    if (fd < 0 || (fstat(fd, &st) == 0 && S_ISREG(st.st_mode)))
        return fd;
    close(fd);
    errno = EINVAL;
    return -1;
}

bool read_found_file(const char *path, size_t max, Arena *arena, Str *out, Error *err)
{
    int fd = open_found_file(path);
    if (fd < 0)
        return fail(err, ERR_ARTICLE, (Span){0}, "cannot be opened: %s",
                    errno == EINVAL ? "it is no regular file" : strerror(errno));
    bool ok = read_descriptor(fd, max, arena, out, err);
    close(fd);
    return ok;
}

// Folders above are made only where they are missing.
static bool make_folder(char *path)
{
    if (mkdir(path, 0777) == 0 || errno == EEXIST)
        return true;
    char *slash = errno == ENOENT ? strrchr(path, '/') : NULL;
    if (!slash || slash == path)
        return false;
    *slash = '\0';
    bool ok = make_folder(path);
    *slash = '/';
    return ok && (mkdir(path, 0777) == 0 || errno == EEXIST);
}

bool make_folders(const char *path, Error *err)
{
    char name[4096];
    size_t n = strlen(path);
    if (n >= sizeof name)
        return fail(err, ERR_OUTPUT, (Span){0}, "folder name too long: %.80s...", path);
    memcpy(name, path, n + 1);
    while (n > 1 && name[n - 1] == '/')
        name[--n] = '\0';
    if (!make_folder(name))
        return fail(err, ERR_OUTPUT, (Span){0}, "cannot make the folder %.80s: %s", path,
                    strerror(errno));
    struct stat st;
    if (stat(path, &st) != 0 || !S_ISDIR(st.st_mode))
        return fail(err, ERR_OUTPUT, (Span){0}, "%.80s is not a folder", path);
    return true;
}

bool write_all(int fd, const void *bytes, size_t len)
{
    const char *p = bytes;
    while (len) {
        ssize_t n = write(fd, p, len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        p += n;
        len -= (size_t)n;
    }
    return true;
}

bool write_file(const char *path, Str bytes, Error *err)
{
    char name[4096];
    if ((size_t)snprintf(name, sizeof name, "%s.%ld.part", path, (long)getpid()) >= sizeof name)
        return fail(err, ERR_OUTPUT, (Span){0}, "file name too long: %.80s...", path);
    int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
    bool ok = fd >= 0 && write_all(fd, bytes.data, bytes.len);
    if (fd >= 0 && close(fd) != 0)
        ok = false;
    ok = ok && rename(name, path) == 0;
    if (!ok) {
        int why = errno;
        unlink(name);
        return fail(err, ERR_OUTPUT, (Span){0}, "cannot write %.80s: %s", path, strerror(why));
    }
    return true;
}

static void remove_entries(int parent, const char *name)
{
    int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *folder = fd < 0 ? NULL : fdopendir(fd);
    if (!folder) {
        if (fd >= 0)
            close(fd);
        return;
    }
    for (struct dirent *e; (e = readdir(folder));) {
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
            continue;
        if (unlinkat(fd, e->d_name, 0) != 0)
            remove_entries(fd, e->d_name);
    }
    closedir(folder);
    unlinkat(parent, name, AT_REMOVEDIR);
}

void remove_tree(const char *path)
{
    remove_entries(AT_FDCWD, path);
}
