#include "newsroom/episodes.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/json_read.h"

enum { JSON_MAX = 1 << 30 };

typedef struct {
    const char *folder; // of the episode
    Arena *arena;
    FinishedEpisode *out;
} Loading;

static bool load_json(const Loading *l, Str name, JsonValue *out, Error *err)
{
    Str text;
    return read_found_file(join_path(l->folder, name, l->arena), JSON_MAX, l->arena, &text, err) &&
           read_json(text, l->arena, out, err);
}

// A report may not lead out of its folder.
static bool is_inside(Str name)
{
    bool inside = name.len > 0 && name.data[0] != '/' && name.data[0] != '.' &&
                  str_find(name, STR("/.")) == name.len;
    for (size_t i = 0; i < name.len; i++)
        inside = inside && name.data[i] != '\0';
    return inside;
}

static bool is_sha256(Str s)
{
    bool hex = s.len == 64;
    for (size_t i = 0; i < s.len; i++)
        hex = hex && hex_value(s.data[i]) >= 0;
    return hex;
}

static bool load_file(const Loading *l, const JsonValue *file, Error *err)
{
    Str name = json_text(file, "name");
    double bytes = json_number(file, "bytes", -1);
    Str sha256 = json_text(file, "sha256");
    struct stat st;
    if (!is_inside(name))
        return fail(err, ERR_ARTICLE, (Span){0}, "report.json lists a file outside the folder");
    if (lstat(join_path(l->folder, name, l->arena), &st) != 0 || !S_ISREG(st.st_mode))
        return fail(err, ERR_ARTICLE, (Span){0}, "%.100s is not there", str_c(name, l->arena));
    if ((double)st.st_size != bytes)
        return fail(err, ERR_ARTICLE, (Span){0}, "%.100s has not the size that the report says",
                    str_c(name, l->arena));
    if (!is_sha256(sha256))
        return fail(err, ERR_ARTICLE, (Span){0}, "report.json has no digest of %.100s",
                    str_c(name, l->arena));
    *PUSH(&l->out->files, l->arena) =
        (FinishedFile){name, (uint64_t)st.st_size, sha256, json_text(file, "reading")};
    return true;
}

static int64_t made_ns(const Loading *l)
{
    struct stat st;
    if (lstat(join_path(l->folder, STR("report.json"), l->arena), &st) != 0)
        return 0;
    return (int64_t)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec;
}

static bool load_report(const Loading *l, Error *err)
{
    JsonValue report;
    l->out->made_ns = made_ns(l);
    if (!load_json(l, STR("report.json"), &report, err))
        return false;
    l->out->input = json_text(&report, "input");
    l->out->title = json_text(&report, "title");
    l->out->language = json_text(&report, "language");
    l->out->duration_s = json_number(&report, "duration_s", 0);
    const JsonValue *files = json_member(&report, "files");
    for (uint32_t i = 0; files && i < files->count; i++)
        if (!load_file(l, &files->items[i], err))
            return false;
    return (l->out->files.count && l->out->title.len) ||
           fail(err, ERR_ARTICLE, (Span){0}, "report.json lists no files or has no title");
}

static double length_of(const JsonValue *utterance)
{
    return json_number(utterance, "end_s", 0) - json_number(utterance, "start_s", 0);
}

// A place in a text; 0 where it can be none.
static size_t offset_of(const JsonValue *object, const char *key)
{
    double offset = json_number(object, key, 0);
    return offset > 0 && offset < (double)JSON_MAX ? (size_t)offset : 0;
}

static void load_quote(const Loading *l, const JsonValue *script)
{
    const JsonValue *lines = json_member(script, "utterances"), *longest = NULL;
    for (uint32_t i = 0; lines && i < lines->count; i++) {
        const JsonValue *line = &lines->items[i];
        if (str_equal(json_text(line, "kind"), STR("quote")) &&
            (!longest || length_of(line) > length_of(longest)))
            longest = line;
    }
    if (!longest)
        return;
    l->out->quote = (FinishedQuote){
        .start_s = json_number(longest, "start_s", 0),
        .end_s = json_number(longest, "end_s", 0),
        .text = str_slice(l->out->text, offset_of(longest, "start"), offset_of(longest, "end")),
    };
}

static Str first_paragraph(const JsonValue *script, Str text)
{
    const JsonValue *blocks = json_member(script, "blocks");
    for (uint32_t i = 0; blocks && i < blocks->count; i++) {
        const JsonValue *block = &blocks->items[i];
        if (str_equal(json_text(block, "kind"), STR("paragraph")))
            return str_slice(text, offset_of(block, "start"), offset_of(block, "end"));
    }
    return (Str){0};
}

static bool load_script(const Loading *l, Error *err)
{
    JsonValue script;
    if (!load_json(l, STR("script.json"), &script, err))
        return false;
    FinishedEpisode *e = l->out;
    e->author = json_text(&script, "byline");
    e->publisher = json_text(&script, "publisher");
    e->date = json_text(&script, "date");
    e->url = json_text(&script, "url");
    e->text = json_text(&script, "text");
    e->summary = first_paragraph(&script, e->text);
    load_quote(l, &script);
    return true;
}

static bool load_chapters(const Loading *l, Error *err)
{
    JsonValue tree;
    if (!episode_file(l->out, "chapters.json"))
        return true;
    if (!load_json(l, STR("chapters.json"), &tree, err))
        return false;
    const JsonValue *chapters = json_member(&tree, "chapters");
    for (uint32_t i = 0; chapters && i < chapters->count; i++)
        *PUSH(&l->out->chapters, l->arena) =
            (FinishedChapter){json_number(&chapters->items[i], "startTime", 0),
                              json_text(&chapters->items[i], "title")};
    return true;
}

const FinishedFile *episode_file(const FinishedEpisode *episode, const char *suffix)
{
    for (uint32_t i = 0; i < episode->files.count; i++) {
        Str name = episode->files.items[i].name;
        bool here =
            memchr(name.data, '/', name.len) == NULL && episode->files.items[i].reading.len == 0;
        if (here && (suffix[0] == '.' ? str_ends(name, str_from(suffix))
                                      : str_equal(name, str_from(suffix))))
            return &episode->files.items[i];
    }
    return NULL;
}

// Folders with a report are episodes; what is being made begins with a dot.
static bool is_episode(const char *folder, const char *name, Arena scratch)
{
    struct stat st;
    const char *report = str_c(str_format(&scratch, "%s/%s/report.json", folder, name), &scratch);
    return name[0] != '.' && lstat(report, &st) == 0;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

typedef LIST(const char *) NameList;

static bool list_folders(const char *folder, Arena *arena, NameList *out, Error *err)
{
    DIR *dir = opendir(folder);
    if (!dir)
        return fail(err, ERR_ARTICLE, (Span){0}, "the folder cannot be read: %s", strerror(errno));
    for (struct dirent *e; (e = readdir(dir));)
        if (is_episode(folder, e->d_name, *arena))
            *PUSH(out, arena) = str_c(str_from(e->d_name), arena);
    closedir(dir);
    if (out->count)
        qsort(out->items, out->count, sizeof *out->items, compare_names);
    return true;
}

bool list_episodes(const char *folder, Arena *arena, FinishedEpisodes *out, Complaints *complaints,
                   Error *err)
{
    NameList names = {0};
    if (!list_folders(folder, arena, &names, err))
        return false;
    for (uint32_t i = 0; i < names.count; i++) {
        FinishedEpisode episode = {.slug = str_from(names.items[i])};
        Loading l = {str_c(str_format(arena, "%s/%s", folder, names.items[i]), arena), arena,
                     &episode};
        Error why = {0};
        if (load_report(&l, &why) && load_script(&l, &why) && load_chapters(&l, &why))
            *PUSH(out, arena) = episode;
        else
            *PUSH(complaints, arena) =
                str_format(arena, "%s is not listed: %s", names.items[i], why.message);
    }
    return true;
}

// NULL: none was made later.
static const FinishedEpisode *made_later(const FinishedEpisodes *episodes, uint32_t index)
{
    const FinishedEpisode *own = &episodes->items[index];
    for (uint32_t i = 0; i < episodes->count; i++) {
        const FinishedEpisode *other = &episodes->items[i];
        bool later = other->made_ns > own->made_ns || (other->made_ns == own->made_ns && i > index);
        if (later && own->url.len && str_equal(own->url, other->url))
            return other;
    }
    return NULL;
}

void drop_outdated(FinishedEpisodes *episodes, Arena *arena, Complaints *complaints)
{
    FinishedEpisodes kept = {0};
    for (uint32_t i = 0; i < episodes->count; i++) {
        const FinishedEpisode *later = made_later(episodes, i);
        if (!later)
            *PUSH(&kept, arena) = episodes->items[i];
        else
            *PUSH(complaints, arena) = str_format(
                arena,
                "%.*s is not listed: %.*s is a later episode of the same article (remove "
                "the folder that is not wanted)",
                STR_ARG(episodes->items[i].slug), STR_ARG(later->slug));
    }
    *episodes = kept;
}
