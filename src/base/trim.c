#define _DEFAULT_SOURCE
#include "base/trim.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"

enum {
    SECONDS_BETWEEN = 600,  // two looks through a store
    SECONDS_IN_USE = 3600,  // no run takes longer from finding a file to its end
    NAME_LEN = HASH_HEX - 1 // of a file
};

typedef struct {
    const char *path;
    uint64_t bytes;
    int64_t used_s; // of the system's clock
} Kept;

typedef struct {
    int64_t now_s;
    LIST(Kept) kept;
    uint64_t bytes;
    Arena arena;
} Walk;

int hold_store(const char *root)
{
    char path[4096];
    int n = snprintf(path, sizeof path, "%s/.lock", root);
    int fd = n > 0 && n < (int)sizeof path ? open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666) : -1;
    if (fd >= 0)
        flock(fd, LOCK_SH);
    return fd;
}

static bool is_hex(const char *s, size_t len)
{
    return strlen(s) == len && strspn(s, "0123456789abcdef") == len;
}

// ".1234-<name>": a file while it is written.
static bool is_part(const char *name)
{
    size_t digits = name[0] == '.' ? strspn(name + 1, "0123456789") : 0;
    return digits > 0 && name[1 + digits] == '-' && is_hex(name + 2 + digits, NAME_LEN);
}

static void visit_file(Walk *w, const char *folder, const char *name)
{
    Str path = str_format(&w->arena, "%s/%s", folder, name);
    const char *c_path = str_c(path, &w->arena);
    struct stat st;
    if (lstat(c_path, &st) != 0 || !S_ISREG(st.st_mode))
        return;
    int64_t used_s = (int64_t)st.st_mtime;
    if (is_part(name)) {
        if (used_s + SECONDS_IN_USE < w->now_s)
            unlink(c_path);
        return;
    }
    *PUSH(&w->kept, &w->arena) = (Kept){c_path, (uint64_t)st.st_size, used_s};
    w->bytes += (uint64_t)st.st_size;
}

typedef void Visit(Walk *w, const char *folder, const char *name);

static void visit_all(Walk *w, const char *folder, bool (*wanted)(const char *name), Visit *visit)
{
    DIR *dir = opendir(folder);
    for (struct dirent *e; dir && (e = readdir(dir));)
        if (wanted(e->d_name))
            visit(w, folder, e->d_name);
    if (dir)
        closedir(dir);
}

static bool is_file_name(const char *name)
{
    return is_hex(name, NAME_LEN) || is_part(name);
}

static bool is_kind_name(const char *name)
{
    return name[0] >= 'a' && name[0] <= 'z';
}

static void visit_kind(Walk *w, const char *folder, const char *name)
{
    const char *path = str_c(str_format(&w->arena, "%s/%s", folder, name), &w->arena);
    visit_all(w, path, is_file_name, visit_file);
}

static int by_use(const void *a, const void *b)
{
    const Kept *x = a, *y = b;
    if (x->used_s != y->used_s)
        return x->used_s < y->used_s ? -1 : 1;
    return strcmp(x->path, y->path);
}

// A tenth more goes than must, so that the next run has room.
static void remove_oldest(Walk *w, uint64_t most, bool alone)
{
    if (w->bytes <= most)
        return;
    qsort(w->kept.items, w->kept.count, sizeof(Kept), by_use);
    uint64_t left = w->bytes;
    for (uint32_t i = 0; i < w->kept.count && left > most - most / 10; i++) {
        const Kept *k = &w->kept.items[i];
        if (!alone && k->used_s + SECONDS_IN_USE > w->now_s)
            return;
        if (unlink(k->path) == 0)
            left -= k->bytes;
    }
}

// Marks the store as looked through now. False: it was, not long ago.
static bool mark_store(const char *root, uint64_t most, Walk *w)
{
    const char *path = str_c(str_format(&w->arena, "%s/.trimmed", root), &w->arena);
    Str mark = str_format(&w->arena, "%llu\n", (unsigned long long)most), was = {0};
    struct stat before = {0}, now;
    Error none = {0};
    if (stat(path, &before) != 0 || !read_file(path, 64, &w->arena, &was, &none))
        before.st_mtime = 0;
    // The file's time is that of the clock: nothing here asks for the time of day.
    const char *probe = str_c(str_format(&w->arena, "%s/.now", root), &w->arena);
    if (!write_file(probe, mark, &none) || stat(probe, &now) != 0)
        return false;
    w->now_s = (int64_t)now.st_mtime;
    bool lately = (int64_t)before.st_mtime + SECONDS_BETWEEN > w->now_s;
    if (!lately || !str_equal(was, mark))
        return rename(probe, path) == 0;
    unlink(probe);
    return false;
}

void trim_store(const char *root, int hold, uint64_t most, Arena scratch)
{
    Walk w = {.arena = scratch};
    if (hold < 0 || !mark_store(root, most, &w))
        return;
    bool alone = flock(hold, LOCK_EX | LOCK_NB) == 0;
    visit_all(&w, root, is_kind_name, visit_kind);
    remove_oldest(&w, most, alone);
    flock(hold, LOCK_SH | LOCK_NB);
}
