#define _DEFAULT_SOURCE
#include "base/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/checksum.h"
#include "base/file.h"

static const char MAGIC[8] = "lectern3";

typedef struct {
    char magic[8];
    uint64_t size; // of what follows
    Checksum sum;  // of what follows
} Header;

enum { NAME_MAX_HERE = 4096 };

typedef struct {
    char folder[NAME_MAX_HERE], path[NAME_MAX_HERE], part[NAME_MAX_HERE];
} Names;

// `part` is the name while it is written.
static bool name_blob(const char *root, const char *kind, const char *key, Names *out)
{
    snprintf(out->folder, NAME_MAX_HERE, "%s/%s", root, kind);
    snprintf(out->path, NAME_MAX_HERE, "%s/%s/%s", root, kind, key);
    int n = snprintf(out->part, NAME_MAX_HERE, "%s/%s/.%ld-%s", root, kind, (long)getpid(), key);
    return n > 0 && n < NAME_MAX_HERE;
}

static bool map_file(const char *path, Blob *out)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    struct stat st;
    bool ok = fstat(fd, &st) == 0 && st.st_size >= (off_t)sizeof(Header);
    out->size = ok ? (size_t)st.st_size : 0;
    out->base = ok ? mmap(NULL, out->size, PROT_READ, MAP_PRIVATE, fd, 0) : MAP_FAILED;
    close(fd);
    return out->base != MAP_FAILED;
}

bool map_blob(const char *root, const char *kind, const char key[HASH_HEX], Blob *out)
{
    Names names;
    *out = (Blob){0};
    if (!name_blob(root, kind, key, &names) || !map_file(names.path, out))
        return false;
    const Header *h = out->base;
    out->bytes = (Str){(const char *)(h + 1), out->size - sizeof *h};
    if (memcmp(h->magic, MAGIC, sizeof MAGIC) == 0 && h->size == out->bytes.len)
        return true;
    release_blob(out);
    return false;
}

// What was used lately is kept longest (base/trim.h).
static void note_use(const char *root, const char *kind, const char *key)
{
    static const struct timespec NOW[2] = {{.tv_nsec = UTIME_OMIT}, {.tv_nsec = UTIME_NOW}};
    Names names;
    if (name_blob(root, kind, key, &names))
        (void)utimensat(AT_FDCWD, names.path, NOW, 0);
}

bool find_blob(const char *root, const char *kind, const char key[HASH_HEX], Blob *out)
{
    if (!map_blob(root, kind, key, out))
        return false;
    const Header *h = out->base;
    Checksum sum = checksum_joined(&out->bytes, 1);
    if (sum.low == h->sum.low && sum.high == h->sum.high) {
        note_use(root, kind, key);
        return true;
    }
    release_blob(out);
    return false;
}

void release_blob(Blob *blob)
{
    if (blob->base)
        munmap(blob->base, blob->size);
    *blob = (Blob){0};
}

static bool write_parts(const char *path, const Header *h, const Str *parts, size_t count)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (fd < 0)
        return false;
    bool ok = write_all(fd, h, sizeof *h);
    for (size_t i = 0; ok && i < count; i++)
        ok = write_all(fd, parts[i].data, parts[i].len);
    return close(fd) == 0 && ok;
}

static bool cannot_write(const char *root, Error *err)
{
    return fail(err, ERR_OUTPUT, (Span){0}, "cannot write to the cache %.60s: %s", root,
                strerror(errno));
}

bool keep_blob(const char *root, const char *kind, const char key[HASH_HEX], const Str *parts,
               size_t count, Error *err)
{
    Names names;
    if (!name_blob(root, kind, key, &names))
        return fail(err, ERR_OUTPUT, (Span){0}, "cache folder name too long");
    Header h = {.size = 0};
    memcpy(h.magic, MAGIC, sizeof MAGIC);
    for (size_t i = 0; i < count; i++)
        h.size += parts[i].len;
    h.sum = checksum_joined(parts, count);
    if (!write_parts(names.part, &h, parts, count)) {
        // Most likely its folder is not there yet.
        if (!make_folders(names.folder, err))
            return false;
        if (!write_parts(names.part, &h, parts, count)) {
            bool told = cannot_write(root, err);
            unlink(names.part);
            return told;
        }
    }
    if (rename(names.part, names.path) == 0)
        return true;
    bool told = cannot_write(root, err);
    unlink(names.part);
    return told;
}
