#define _GNU_SOURCE // renameat2
#include "publish/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/json_read.h"
#include "publish/slug.h"

enum { SAME_NAMES_MAX = 9999, NUMBER_MAX = 5, JSON_MAX = 1 << 30 };

// In a work folder: which article it is for. Not published.
static const char IDENTITY_FILE[] = ".article";
static const char WORK_PREFIX[] = ".lectern-";
static const char OLD_SUFFIX[] = ".old";

static bool say_why(Error *err, const char *what, const char *path)
{
    return fail(err, ERR_OUTPUT, (Span){0}, "%s %.90s: %s", what, path, strerror(errno));
}

static bool exists(const char *path)
{
    struct stat st;
    return lstat(path, &st) == 0;
}

// What tells one article from another: its name, or on standard input its text.
static Str identity_of(Str name, Str text, Arena *arena)
{
    if (!str_equal(name, STR("-")))
        return name;
    char hex[HASH_HEX];
    hash_bytes(text, hex);
    return str_format(arena, "- %s", hex);
}

static bool read_json_file(const char *folder, const char *name, Arena *arena, JsonValue *out)
{
    Error err = {0};
    Str text;
    return read_found_file(join_path(folder, str_from(name), arena), JSON_MAX, arena, &text,
                           &err) &&
           read_json(text, arena, out, &err);
}

// Of the episode that stands in a folder; empty where it is none of ours.
static Str published_identity(const char *folder, Arena *arena)
{
    JsonValue report, script;
    if (!read_json_file(folder, "report.json", arena, &report))
        return (Str){0};
    Str name = json_text(&report, "input");
    if (!str_equal(name, STR("-")))
        return name;
    if (!read_json_file(folder, "script.json", arena, &script))
        return (Str){0};
    return identity_of(name, json_text(&script, "text"), arena);
}

static Str work_identity(const char *folder, Arena *arena)
{
    Error err = {0};
    Str text;
    return read_found_file(join_path(folder, str_from(IDENTITY_FILE), arena), JSON_MAX, arena,
                           &text, &err)
               ? text
               : (Str){0};
}

// ".lectern-<slug>-<pid>" -> "<slug>"; empty for other names.
static Str slug_of_work(const char *name)
{
    Str s = str_from(name);
    if (!str_starts(s, str_from(WORK_PREFIX)))
        return (Str){0};
    s = str_slice(s, strlen(WORK_PREFIX), s.len);
    while (s.len && s.data[s.len - 1] != '-')
        s.len--;
    return str_slice(s, 0, s.len ? s.len - 1 : 0);
}

static int lock_folder(const char *path, int how)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0)
        return -1;
    int rc;
    do
        rc = flock(fd, how);
    while (rc != 0 && errno == EINTR);
    if (rc == 0)
        return fd;
    close(fd);
    return -1;
}

static bool is_held(const char *path)
{
    int fd = lock_folder(path, LOCK_EX | LOCK_NB);
    if (fd < 0)
        return errno == EWOULDBLOCK;
    close(fd);
    return false;
}

// An old episode that was moved aside and not replaced comes back.
static void restore_old(const char *parent, const char *path, Str slug, Arena scratch)
{
    const char *place = join_path(parent, slug, &scratch);
    if (exists(place) || rename(path, place) != 0)
        remove_tree(path);
}

static void sweep_one(const char *parent, const char *name, Arena scratch)
{
    Str slug = slug_of_work(name);
    const char *path = join_path(parent, str_from(name), &scratch);
    if (slug.len == 0 || is_held(path))
        return;
    if (str_ends(str_from(name), str_from(OLD_SUFFIX)))
        restore_old(parent, path, slug, scratch);
    else
        remove_tree(path);
}

typedef void Visit(void *context, const char *name, Arena scratch);

static void each_work_folder(const char *parent, Visit *visit, void *context, Arena scratch)
{
    DIR *folder = opendir(parent);
    if (!folder)
        return;
    for (struct dirent *e; (e = readdir(folder));)
        if (slug_of_work(e->d_name).len)
            visit(context, e->d_name, scratch);
    closedir(folder);
}

static void sweep(void *context, const char *name, Arena scratch)
{
    sweep_one(context, name, scratch);
}

// Looks for another article that is being made under the same slug.
typedef struct {
    const char *parent;
    Str slug, identity;
    bool taken;
} Rival;

static void look_at_rival(void *context, const char *name, Arena scratch)
{
    Rival *rival = context;
    if (!str_equal(slug_of_work(name), rival->slug))
        return;
    Str other = work_identity(join_path(rival->parent, str_from(name), &scratch), &scratch);
    rival->taken = rival->taken || !str_equal(other, rival->identity);
}

static bool is_free(const char *parent, Str slug, Str identity, Arena scratch)
{
    const char *place = join_path(parent, slug, &scratch);
    if (exists(place) && !str_equal(published_identity(place, &scratch), identity))
        return false;
    Rival rival = {parent, slug, identity, false};
    each_work_folder(parent, look_at_rival, &rival, scratch);
    return !rival.taken;
}

static bool choose_slug(const char *parent, Str wish, Str identity, Arena *arena, Str *out,
                        Error *err)
{
    Str stem = str_slice(wish, 0, SLUG_MAX - NUMBER_MAX);
    *out = wish;
    for (int n = 2; n <= SAME_NAMES_MAX; n++) {
        if (is_free(parent, *out, identity, *arena))
            return true;
        *out = str_format(arena, "%.*s-%d", STR_ARG(stem), n);
    }
    return fail(err, ERR_OUTPUT, (Span){0}, "too many episodes are called %.*s", STR_ARG(wish));
}

// Called with the parent locked, so that nobody sweeps the folder before its own lock
// is there.
static bool make_work_folder(const char *parent, Str identity, Arena *arena, WorkFolder *out,
                             Error *err)
{
    out->path = str_c(
        str_format(arena, "%s/%s%.*s-%ld", parent, WORK_PREFIX, STR_ARG(out->slug), (long)getpid()),
        arena);
    if (mkdir(out->path, 0777) != 0)
        return say_why(err, "cannot make the folder", out->path);
    out->lock = lock_folder(out->path, LOCK_EX | LOCK_NB);
    if (out->lock >= 0 &&
        write_file(join_path(out->path, str_from(IDENTITY_FILE), arena), identity, err))
        return true;
    say_why(err, "cannot lock", out->path);
    drop_work_folder(out);
    return false;
}

bool open_work_folder(const char *parent, Str slug, const Article *article, Arena *arena,
                      WorkFolder *out, Error *err)
{
    *out = (WorkFolder){.parent = parent, .lock = -1};
    if (!make_folders(parent, err))
        return false;
    int lock = lock_folder(parent, LOCK_EX);
    if (lock < 0)
        return say_why(err, "cannot lock the folder", parent);
    each_work_folder(parent, sweep, (void *)(uintptr_t)parent, *arena);
    Str identity = identity_of(article->source->name, article->text, arena);
    bool ok = choose_slug(parent, slug, identity, arena, &out->slug, err) &&
              make_work_folder(parent, identity, arena, out, err);
    close(lock);
    return ok;
}

// Some file systems cannot flush folders; they say EINVAL.
static bool flush(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0)
        return false;
    bool ok = fsync(fd) == 0 || errno == EINVAL;
    int why = errno;
    close(fd);
    errno = why;
    return ok;
}

static bool is_folder(const char *path)
{
    struct stat st;
    return lstat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

// All files in a folder and the folders in it, then the folder itself.
static bool flush_files(const char *path, Arena scratch)
{
    DIR *folder = opendir(path);
    if (!folder)
        return false;
    bool ok = true;
    for (struct dirent *e; ok && (e = readdir(folder));) {
        Arena names = scratch;
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
            continue;
        const char *name = join_path(path, str_from(e->d_name), &names);
        ok = is_folder(name) ? flush_files(name, names) : flush(name);
    }
    closedir(folder);
    return ok && flush(path);
}

// Where two names cannot be exchanged, the old episode steps aside for a moment;
// the next run brings it back should this one end just then.
static bool step_aside(const char *path, const char *place, Arena scratch)
{
    const char *aside = str_c(str_format(&scratch, "%s%s", path, OLD_SUFFIX), &scratch);
    if (rename(place, aside) != 0)
        return false;
    if (rename(path, place) != 0) {
        int why = errno;
        if (rename(aside, place) != 0)
            why = errno;
        errno = why;
        return false;
    }
    remove_tree(aside);
    return true;
}

static bool take_place(const char *path, const char *place, Arena scratch)
{
    if (renameat2(AT_FDCWD, path, AT_FDCWD, place, RENAME_EXCHANGE) == 0) {
        remove_tree(path);
        return true;
    }
    if (errno == ENOENT)
        return rename(path, place) == 0;
    return (errno == EINVAL || errno == ENOSYS) && exists(place) ? step_aside(path, place, scratch)
                                                                 : rename(path, place) == 0;
}

bool publish_work_folder(WorkFolder *folder, Arena scratch, Error *err)
{
    const char *place = join_path(folder->parent, folder->slug, &scratch);
    int lock = lock_folder(folder->parent, LOCK_EX);
    bool ok = lock >= 0 &&
              unlink(join_path(folder->path, str_from(IDENTITY_FILE), &scratch)) == 0 &&
              flush_files(folder->path, scratch) && take_place(folder->path, place, scratch) &&
              flush(folder->parent);
    if (!ok)
        say_why(err, "cannot write the episode", place);
    if (lock >= 0)
        close(lock);
    if (!ok)
        drop_work_folder(folder);
    else
        close(folder->lock);
    folder->lock = -1;
    return ok;
}

void drop_work_folder(WorkFolder *folder)
{
    if (folder->path)
        remove_tree(folder->path);
    if (folder->lock >= 0)
        close(folder->lock);
    folder->lock = -1;
}
