#define _GNU_SOURCE // O_NOFOLLOW
#include "publish/radio/deliver.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/checksum.h"
#include "base/file.h"
#include "base/interrupt.h"
#include "publish/radio/radio.h"

enum { COPY_BYTES = 1 << 20 };

// Hidden, and of no kind that a station imports.
static const char PART_PREFIX[] = ".lectern-", PART_SUFFIX[] = ".part";

typedef struct {
    const EpisodeFile *file;
    const char *from, *part, *place;
    int fd;       // of the part; it is locked while its process lives
    bool arrived; // stands in its place
} Parcel;

typedef struct {
    const char *folder;
    LIST(Parcel) parcels; // in the order of their arrival
} Delivery;

static bool cannot(const char *what, const char *path, Error *err)
{
    return fail(err, ERR_OUTPUT, (Span){0}, "cannot %s %.90s: %s", what, path, strerror(errno));
}

bool check_delivery(const char *folder, Error *err)
{
    struct stat st;
    if (stat(folder, &st) != 0)
        return cannot("deliver to", folder, err);
    if (!S_ISDIR(st.st_mode))
        return fail(err, ERR_OUTPUT, (Span){0}, "cannot deliver to %.90s: it is no folder", folder);
    return access(folder, W_OK | X_OK) == 0 || cannot("deliver to", folder, err);
}

// --- Parts that a killed run has left ---

static void sweep(const char *folder, Arena scratch)
{
    DIR *dir = opendir(folder);
    for (struct dirent *e; dir && (e = readdir(dir));) {
        Str name = str_from(e->d_name);
        Arena room = scratch;
        if (!str_starts(name, str_from(PART_PREFIX)) || !str_ends(name, str_from(PART_SUFFIX)))
            continue;
        const char *path = str_c(str_format(&room, "%s/%s", folder, e->d_name), &room);
        int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
        if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0)
            unlink(path);
        if (fd >= 0)
            close(fd);
    }
    if (dir)
        closedir(dir);
}

// --- Copies ---

static void add_parcels(Delivery *d, const Episode *episode, bool sound, Arena *arena)
{
    for (uint32_t i = 0; i < episode->files.count; i++) {
        const EpisodeFile *file = &episode->files.items[i];
        Str name = str_slice(file->name, strlen(RADIO_FOLDER), file->name.len);
        if (!str_starts(file->name, STR(RADIO_FOLDER)) || file->sound != sound)
            continue;
        Parcel parcel = {.file = file, .fd = -1};
        parcel.from = str_c(
            str_format(arena, "%.*s/%.*s", STR_ARG(episode->folder), STR_ARG(file->name)), arena);
        parcel.part = str_c(str_format(arena, "%s/%s%ld-%u%s", d->folder, PART_PREFIX,
                                       (long)getpid(), d->parcels.count, PART_SUFFIX),
                            arena);
        parcel.place = str_c(str_format(arena, "%s/%.*s", d->folder, STR_ARG(name)), arena);
        *PUSH(&d->parcels, arena) = parcel;
    }
}

static bool copy_bytes(int from, const Parcel *parcel, Arena scratch, Error *err)
{
    char *bytes = ROOM(&scratch, char, COPY_BYTES);
    for (uint64_t left = parcel->file->bytes; left > 0;) {
        ssize_t n = read(from, bytes, COPY_BYTES);
        if (!go_on(err))
            return false;
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return cannot("read", parcel->from, err);
        if (!write_all(parcel->fd, bytes, (size_t)n))
            return cannot("write", parcel->part, err);
        left -= (uint64_t)n < left ? (uint64_t)n : left;
    }
    return fsync(parcel->fd) == 0 || cannot("write", parcel->part, err);
}

static bool pack(Parcel *parcel, Arena scratch, Error *err)
{
    parcel->fd = open(parcel->part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (parcel->fd < 0)
        return cannot("write", parcel->part, err);
    (void)flock(parcel->fd, LOCK_EX | LOCK_NB); // some file systems have none
    int from = open(parcel->from, O_RDONLY | O_CLOEXEC);
    if (from < 0)
        return cannot("read", parcel->from, err);
    bool ok = copy_bytes(from, parcel, scratch, err);
    close(from);
    return ok;
}

// --- Arrival ---

// Some file systems cannot flush folders; they say EINVAL.
static bool flush_folder(const char *folder, Error *err)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool ok = fd >= 0 && (fsync(fd) == 0 || errno == EINVAL);
    if (!ok)
        cannot("write", folder, err);
    if (fd >= 0)
        close(fd);
    return ok;
}

static bool arrive(Delivery *d, Error *err)
{
    for (uint32_t i = 0; i < d->parcels.count; i++) {
        Parcel *parcel = &d->parcels.items[i];
        if (rename(parcel->part, parcel->place) != 0)
            return cannot("deliver", parcel->place, err);
        parcel->arrived = true;
        if (!flush_folder(d->folder, err))
            return false;
    }
    return true;
}

static void close_parcels(Delivery *d, bool keep)
{
    for (uint32_t i = 0; i < d->parcels.count; i++) {
        const Parcel *parcel = &d->parcels.items[i];
        if (!keep && parcel->fd >= 0)
            unlink(parcel->arrived ? parcel->place : parcel->part);
        if (parcel->fd >= 0)
            close(parcel->fd);
    }
}

static uint64_t checksum_of(const char *path)
{
    Str part = str_from(path);
    return checksum_joined(&part, 1).low;
}

// Outside this run it is the same story anew; within it, another that would take its place.
static bool are_new(const Delivery *d, const Delivered *before, Error *err)
{
    for (uint32_t i = 0; i < d->parcels.count; i++)
        for (size_t k = 0; k < before->count; k++)
            if (checksum_of(d->parcels.items[i].place) == before->names[k])
                return fail(err, ERR_ARTICLE, (Span){0},
                            "not delivered: another article of this run has %.90s (have --name "
                            "tell them apart, by %%s)",
                            d->parcels.items[i].place);
    return true;
}

static void remember(const Delivery *d, Delivered *delivered)
{
    for (uint32_t i = 0; i < d->parcels.count && delivered->count < delivered->room; i++)
        delivered->names[delivered->count++] = checksum_of(d->parcels.items[i].place);
}

bool deliver_episode(const Episode *episode, const char *folder, Delivered *delivered,
                     Arena scratch, Error *err)
{
    Delivery d = {.folder = folder};
    if (!check_delivery(folder, err))
        return false;
    sweep(folder, scratch);
    add_parcels(&d, episode, false, &scratch);
    add_parcels(&d, episode, true, &scratch);
    if (!are_new(&d, delivered, err))
        return false;
    bool ok = true;
    for (uint32_t i = 0; ok && i < d.parcels.count; i++)
        ok = pack(&d.parcels.items[i], scratch, err);
    ok = ok && arrive(&d, err);
    close_parcels(&d, ok);
    if (ok)
        remember(&d, delivered);
    return ok;
}
