// Any files at all as an episode that lies in a folder: checked, listed, put in a feed. An
// input is a sequence of files, each behind a line "=== NAME". show.ini and feed.xml are the
// show's; what is named "NAME.epub!MEMBER" is packed into that book; all else is the episode's.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/zip.h"
#include "fuzz/laws.h"
#include "newsroom/feed.h"
#include "publish/verify/verify.h"
#include "read/xml.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { FILES_MAX = 40 };

typedef struct {
    Str name, bytes;
} Given;

static void demand(bool holds, const char *law)
{
    if (holds)
        return;
    fprintf(stderr, "broken: %s\n", law);
    abort();
}

static bool is_plain(Str name)
{
    for (size_t i = 0; i < name.len; i++)
        if (!is_alnum(name.data[i]) && !strchr("-_.!/", name.data[i]))
            return false;
    return name.len > 0 && name.len < 60 && name.data[0] != '/' && name.data[0] != '.' &&
           str_find(name, STR("..")) == name.len;
}

static size_t split_input(Str input, Given *out)
{
    size_t count = 0;
    Str mark = STR("=== ");
    while (count < FILES_MAX && str_starts(input, mark)) {
        size_t line = str_find(input, STR("\n"));
        Str rest = str_slice(input, line + 1, input.len);
        size_t end = str_find(rest, STR("\n=== "));
        out[count] = (Given){str_slice(input, mark.len, line), str_slice(rest, 0, end)};
        count += is_plain(out[count].name);
        input = str_slice(rest, end + 1, rest.len);
    }
    return count;
}

static void put_file(const char *path, Str bytes, Arena scratch)
{
    const char *slash = strrchr(path, '/');
    Str folder = {path, (size_t)(slash - path)};
    Error err = {0};
    // Names may stand in each other's way.
    if (!make_folders(str_c(folder, &scratch), &err) || !write_file(path, bytes, &err))
        return;
}

static bool is_member(Str name)
{
    return str_find(name, STR("!")) < name.len;
}

// The members of one book, which the first of them names.
static void put_book(const char *folder, const Given *files, size_t count, Arena scratch)
{
    ZipEntry entries[FILES_MAX + 1] = {{STR("mimetype"), STR("application/epub+zip"), NULL, true}};
    uint32_t members = 1;
    Str book = {0};
    for (size_t i = 0; i < count; i++) {
        size_t mark = str_find(files[i].name, STR("!"));
        Str member = str_slice(files[i].name, mark + 1, files[i].name.len);
        if (member.len == 0)
            continue;
        book = book.len ? book : str_slice(files[i].name, 0, mark);
        entries[members++] = (ZipEntry){.name = member, .bytes = files[i].bytes};
    }
    Error err = {0};
    if (members > 1 &&
        !write_zip(join_path(folder, book, &scratch), entries, members, scratch, &err))
        return;
}

static void put_episode(const char *show, const Given *files, size_t count, Arena scratch)
{
    const char *folder = join_path(show, STR("episode"), &scratch);
    put_file(join_path(folder, STR("report.json"), &scratch), (Str){0}, scratch);
    for (size_t i = 0; i < count; i++) {
        Str name = files[i].name;
        bool of_show = str_equal(name, STR("show.ini")) || str_equal(name, STR("feed.xml"));
        if (!is_member(name))
            put_file(join_path(of_show ? show : folder, name, &scratch), files[i].bytes, scratch);
    }
    put_book(folder, files, count, scratch);
}

static bool feed_of(const char *folder, Str old, Arena *arena, Str *out)
{
    FinishedEpisodes episodes = {0};
    Complaints complaints = {0};
    Show show;
    Error err = {0};
    FeedJob job = {.base = STR("https://example.org/"),
                   .image = STR("cover.png"),
                   .show = &show,
                   .episodes = &episodes,
                   .old = old,
                   .now = 1700000000,
                   .version = STR("1")};
    return list_episodes(folder, arena, &episodes, &complaints, &err) &&
           read_show(folder, job.base, &episodes, arena, &show, &err) &&
           make_feed(&job, arena, out, &err);
}

// What was written can be read, and nothing changes when nothing has changed.
static void check_feed(const char *folder, Arena arena)
{
    Str old, first, second;
    Error err = {0};
    Node *tree;
    if (!read_file(join_path(folder, STR("feed.xml"), &arena), 1 << 20, &arena, &old, &err))
        old = (Str){0};
    if (!feed_of(folder, old, &arena, &first))
        return;
    demand(parse_xml(first, &arena, &tree, &err), "a feed is XML");
    demand(feed_of(folder, first, &arena, &second), "a feed of ours can be read again");
    demand(str_equal(first, second), "a feed that is made again is the same");
}

static void check_episode(const char *show, Arena arena)
{
    Faults faults = {0};
    verify_episode(join_path(show, STR("episode"), &arena), &arena, &faults);
    for (uint32_t i = 0; i < faults.count; i++)
        demand(str_find(faults.items[i], STR("\n")) == faults.items[i].len, "a fault is a line");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Arena arena;
    if (!arena.beg)
        arena = new_arena((size_t)1 << 30);
    Given files[FILES_MAX + 1];
    size_t count = split_input((Str){(const char *)data, size}, files);
    char folder[] = "/tmp/lectern-fuzz-XXXXXX";
    if (!mkdtemp(folder))
        return 0;
    put_episode(folder, files, count, arena);
    check_episode(folder, arena);
    check_feed(folder, arena);
    remove_tree(folder);
    return 0;
}
