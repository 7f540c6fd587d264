#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "commands/about.h"
#include "commands/command.h"
#include "newsroom/feed.h"
#include "publish/cover/cover.h"

enum { FEED_MAX = 64 << 20 };

// What feeds call now: SOURCE_DATE_EPOCH where it is set, so that runs can be repeated.
static int64_t now_s(void)
{
    const char *fixed = getenv("SOURCE_DATE_EPOCH");
    return fixed && *fixed ? strtoll(fixed, NULL, 10) : (int64_t)time(NULL);
}

static bool is_there(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0;
}

// A picture that stands there is kept: players know it by its name.
static bool make_image(const char *folder, const Show *show, Arena *arena, Str *name, Error *err)
{
    *name = show->image.len ? show->image : STR("cover.png");
    const char *path = join_path(folder, *name, arena);
    if (is_there(path))
        return true;
    if (show->image.len)
        return fail(err, ERR_USAGE, (Span){0}, "the show's image %.100s is not there", path);
    Str picture;
    return draw_show_cover(show->title, show->author, arena, &picture, err) &&
           write_file(path, picture, err);
}

static void tell_complaints(const char *folder, const Complaints *complaints)
{
    for (uint32_t i = 0; i < complaints->count; i++) {
        Error err = {0};
        (void)fail(&err, ERR_ARTICLE, (Span){0}, "%.*s", STR_ARG(complaints->items[i]));
        tell_error(folder, NULL, &err);
    }
}

// Makes or refreshes the feed of one folder. `*title` is the show's; `*whole` whether
// every episode is listed.
static bool refresh_feed(const char *folder, Str base, Arena *arena, Str *title, bool *whole,
                         Error *err)
{
    FinishedEpisodes episodes = {0};
    Complaints complaints = {0};
    Show show;
    FeedJob job = {.base = base,
                   .show = &show,
                   .episodes = &episodes,
                   .now = now_s(),
                   .version = str_from(ABOUT_VERSION)};
    const char *path = join_path(folder, STR("feed.xml"), arena);
    if (!list_episodes(folder, arena, &episodes, &complaints, err) ||
        !read_show(folder, base, &episodes, arena, &show, err) ||
        !make_image(folder, &show, arena, &job.image, err) ||
        (is_there(path) && !read_found_file(path, FEED_MAX, arena, &job.old, err)))
        return false;
    *whole = complaints.count == 0;
    drop_outdated(&episodes, arena, &complaints);
    tell_complaints(folder, &complaints);
    *title = show.title;
    Str feed;
    if (!make_feed(&job, arena, &feed, err) ||
        (!str_equal(feed, job.old) && !write_file(path, feed, err)))
        return false;
    printf("%s\n", path);
    return true;
}

typedef LIST(ShowLink) ShowLinks;

static int compare_entries(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

// Folders below with a show.ini of their own.
static bool refresh_shows(const char *folder, Str base, Arena *arena, ShowLinks *links, bool *whole,
                          Error *err)
{
    struct dirent **entries;
    int count = scandir(folder, &entries, NULL, compare_entries);
    bool ok = true;
    for (int i = 0; i < count; i++) {
        const char *below = join_path(folder, str_from(entries[i]->d_name), arena);
        if (ok && entries[i]->d_name[0] != '.' && has_show(below, *arena)) {
            Str address = str_format(arena, "%.*s%s/", STR_ARG(base), entries[i]->d_name);
            bool all = true;
            ShowLink *link = PUSH(links, arena);
            link->address = str_format(arena, "%.*sfeed.xml", STR_ARG(address));
            ok = refresh_feed(below, address, arena, &link->title, &all, err);
            *whole = *whole && all;
        }
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
    return ok;
}

static bool refresh_outline(const char *folder, const ShowLinks *links, Arena *arena, Error *err)
{
    const char *path = join_path(folder, STR("shows.opml"), arena);
    if (!write_file(path, make_outline(links->items, links->count, arena), err))
        return false;
    printf("%s\n", path);
    return true;
}

static bool check_base(Str *base, Arena *arena, Error *err)
{
    bool web = str_starts(*base, STR("https://")) || str_starts(*base, STR("http://"));
    for (size_t i = 0; i < base->len; i++)
        web =
            web && base->data[i] > 0x20 && base->data[i] < 0x7F && !strchr("\"<>?#", base->data[i]);
    if (!web)
        return fail(err, ERR_USAGE, (Span){0},
                    "--url is wanted: the address at which the folder will stand "
                    "(https://example.org/show/)");
    if (!str_ends(*base, STR("/")))
        *base = str_format(arena, "%.*s/", STR_ARG(*base));
    return true;
}

// A folder of shows, a show, or both.
static bool refresh(const char *folder, Str base, Arena *arena, bool *whole, Error *err)
{
    ShowLinks links = {0};
    *whole = true;
    if (!refresh_shows(folder, base, arena, &links, whole, err))
        return false;
    if (links.count && !refresh_outline(folder, &links, arena, err))
        return false;
    Str title;
    bool all = true;
    bool ok = (links.count && !has_show(folder, *arena)) ||
              refresh_feed(folder, base, arena, &title, &all, err);
    *whole = *whole && all;
    return ok;
}

static int run(Settings *settings, Arena *arena)
{
    Error err = {0};
    Str base = settings->pipeline.read.url;
    bool whole = false;
    bool ok = check_base(&base, arena, &err);
    if (ok && settings->inputs.count != 1)
        ok = fail(&err, ERR_USAGE, (Span){0}, "feed takes one folder of episodes");
    const char *folder = ok ? settings->inputs.items[0] : NULL;
    if (ok && refresh(folder, base, arena, &whole, &err))
        return flush_output(whole ? 0 : ERR_ARTICLE);
    tell_error(folder, NULL, &err);
    return (int)err.kind;
}

const Command feed_command = {
    "feed",
    FOR_FEED,
    "DIR",
    "DIR is a folder of episodes, or of shows: folders with a show.ini.",
    "makes or refreshes the podcast feed of a folder of episodes",
    "Writes feed.xml beside the episodes, for any web server to serve. An episode keeps\n"
    "its identity and its day; a corrected one says so. What is not whole is not listed.\n"
    "show.ini in the folder says what the feed says of itself (title, description,\n"
    "author, category, image, ...).\n"
    "\n"
    "  lectern feed out/episodes --url https://example.org/show/\n",
    run,
};
