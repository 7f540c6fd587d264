#include "publish/verify/verify.h"

#include <dirent.h>
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/json_read.h"
#include "base/soundfile.h"
#include "publish/sound/measure.h"
#include "publish/verify/book.h"
#include "publish/verify/form.h"

enum { FILE_MAX = 1 << 30 };

// What two measurements of the same bytes may differ by.
static const double LOUDNESS_TOLERANCE_LU = 0.1;
static const double PEAK_TOLERANCE_DB = 0.2;
// A player shows a cue for a moment after the sound.
static const double END_TOLERANCE_S = 0.05;
// MP2 and AAC have whole frames, and decoders differ in what they take off at the ends.
static const double LENGTH_TOLERANCE_S = 0.06;

typedef struct {
    const char *folder;
    Arena *arena;
    Faults *faults;
    JsonValue report;
    double duration_s;
    LIST(Str) whole; // names of files with which nothing is wrong
} Check;

void add_fault(Faults *faults, Arena *arena, const char *format, ...)
{
    char line[256];
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    *PUSH(faults, arena) = str_copy(str_from(line), arena);
}

static Str short_name(Str name)
{
    return str_slice(name, 0, 100);
}

static bool read_text(Check *c, Str name, Str *out)
{
    Error err = {0};
    if (read_found_file(join_path(c->folder, name, c->arena), FILE_MAX, c->arena, out, &err))
        return true;
    add_fault(c->faults, c->arena, "%.*s %s", STR_ARG(short_name(name)), err.message);
    return false;
}

static bool read_tree(Check *c, Str name, JsonValue *out)
{
    Error err = {0};
    Str text;
    if (!read_text(c, name, &text))
        return false;
    if (read_json(text, c->arena, out, &err))
        return true;
    add_fault(c->faults, c->arena, "%.*s is %s", STR_ARG(short_name(name)), err.message);
    return false;
}

// A report that was tampered with may not lead us out of the folder.
static bool is_inner_name(Str name)
{
    bool begins = true, inner = name.len > 0;
    for (size_t i = 0; i < name.len; i++) {
        inner = inner && name.data[i] != '\0' && !(begins && strchr("./", name.data[i]));
        begins = name.data[i] == '/';
    }
    return inner && !begins;
}

static bool is_file(const Check *c, Str name)
{
    Arena scratch = *c->arena;
    struct stat st;
    return lstat(join_path(c->folder, name, &scratch), &st) != 0 || S_ISREG(st.st_mode);
}

// Neither may a link in it.
static bool has_link(const Check *c, Str name)
{
    for (size_t i = 0; i <= name.len; i++) {
        Arena scratch = *c->arena;
        struct stat st;
        if (i < name.len && name.data[i] != '/')
            continue;
        const char *path = str_c(
            str_format(&scratch, "%s/%.*s", c->folder, STR_ARG(str_slice(name, 0, i))), &scratch);
        if (lstat(path, &st) == 0 && S_ISLNK(st.st_mode))
            return true;
    }
    return false;
}

static bool is_safe(const Check *c, Str name)
{
    return is_inner_name(name) && !has_link(c, name) && is_file(c, name);
}

static bool can_follow(Check *c, Str name)
{
    if (!is_inner_name(name))
        add_fault(c->faults, c->arena, "report.json lists a file without a plain name");
    else if (has_link(c, name))
        add_fault(c->faults, c->arena, "%.*s is or lies behind a link", STR_ARG(short_name(name)));
    else if (!is_file(c, name))
        add_fault(c->faults, c->arena, "%.*s is no regular file", STR_ARG(short_name(name)));
    else
        return true;
    return false;
}

// Whether nothing has been found to be wrong with a file that can be followed.
static bool is_whole(const Check *c, Str name)
{
    for (uint32_t i = 0; i < c->whole.count; i++)
        if (str_equal(c->whole.items[i], name))
            return true;
    return false;
}

static void check_file(Check *c, const JsonValue *file)
{
    Str name = json_text(file, "name");
    if (!can_follow(c, name))
        return;
    char hex[HASH_HEX];
    uint64_t bytes;
    double stated = json_number(file, "bytes", -1);
    if (!hash_file(join_path(c->folder, name, c->arena), hex, &bytes))
        add_fault(c->faults, c->arena, "%.*s cannot be read: %s", STR_ARG(short_name(name)),
                  strerror(errno));
    else if ((double)bytes != stated)
        add_fault(c->faults, c->arena, "%.*s has %llu bytes, the report says %.0f",
                  STR_ARG(short_name(name)), (unsigned long long)bytes, stated);
    else if (!str_equal(str_from(hex), json_text(file, "sha256")))
        add_fault(c->faults, c->arena, "%.*s has changed: its SHA-256 is not that of the report",
                  STR_ARG(short_name(name)));
    else if (verify_form(join_path(c->folder, name, c->arena), name, c->arena, c->faults))
        *PUSH(&c->whole, c->arena) = name;
}

static bool names_file(const JsonValue *files, Str name)
{
    for (uint32_t i = 0; files && i < files->count; i++)
        if (str_equal(json_text(&files->items[i], "name"), name))
            return true;
    return false;
}

static bool is_listed(const JsonValue *files, Str name)
{
    return str_equal(name, STR("report.json")) || names_file(files, name);
}

// Whether a folder has a file in it that is listed.
static bool holds_listed(const JsonValue *files, Str folder)
{
    for (uint32_t i = 0; files && i < files->count; i++) {
        Str name = json_text(&files->items[i], "name");
        if (str_starts(name, folder) && name.len > folder.len && name.data[folder.len] == '/')
            return true;
    }
    return false;
}

// `within` is the part of the names before the folder's entries: "daisy/", or nothing.
static void check_strangers(Check *c, const JsonValue *files, Str within)
{
    DIR *folder = opendir(join_path(c->folder, within, c->arena));
    if (!folder)
        return;
    for (struct dirent *e; (e = readdir(folder));) {
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
            continue;
        Str name = str_format(c->arena, "%.*s%s", STR_ARG(within), e->d_name);
        struct stat st;
        if (lstat(join_path(c->folder, name, c->arena), &st) == 0 && S_ISDIR(st.st_mode) &&
            holds_listed(files, name))
            check_strangers(c, files, str_format(c->arena, "%.*s/", STR_ARG(name)));
        else if (!is_listed(files, name))
            add_fault(c->faults, c->arena, "%.*s is not in the report", STR_ARG(short_name(name)));
    }
    closedir(folder);
}

static void compare_loudness(Check *c, Str name, const Loudness *measured, const JsonValue *stated)
{
    double lufs = json_number(stated, "integrated_lufs", (double)NAN);
    double peak = json_number(stated, "true_peak_dbtp", (double)NAN);
    // Written so that a number that is not there is a fault too.
    if (!(fabs(measured->integrated_lufs - lufs) <= LOUDNESS_TOLERANCE_LU))
        add_fault(c->faults, c->arena, "%.*s has %.2f LUFS, the report says %.2f",
                  STR_ARG(short_name(name)), measured->integrated_lufs, lufs);
    if (!(fabs(measured->true_peak_dbtp - peak) <= PEAK_TOLERANCE_DB))
        add_fault(c->faults, c->arena, "%.*s peaks at %.2f dBTP, the report says %.2f",
                  STR_ARG(short_name(name)), measured->true_peak_dbtp, peak);
}

// What a station goes by.
static void compare_bext(Check *c, Str name, const Loudness *measured)
{
    double lufs;
    if (str_ends(name, STR(".wav")) &&
        read_bext_lufs(join_path(c->folder, name, c->arena), &lufs) &&
        fabs(measured->integrated_lufs - lufs) > LOUDNESS_TOLERANCE_LU)
        add_fault(c->faults, c->arena, "%.*s has %.2f LUFS, its bext chunk says %.2f",
                  STR_ARG(short_name(name)), measured->integrated_lufs, lufs);
}

static bool same_loudness(const JsonValue *a, const JsonValue *b)
{
    static const char *const MEMBERS[] = {"integrated_lufs", "true_peak_dbtp"};
    for (size_t i = 0; i < COUNT(MEMBERS); i++)
        if (json_number(a, MEMBERS[i], 1) != json_number(b, MEMBERS[i], 2))
            return false;
    return true;
}

// Decoders say how long a file is before they decode it.
static bool check_length(Check *c, Str name, const JsonValue *file)
{
    double stated_s = json_number(file, "duration_s", c->duration_s);
    Error err = {0};
    SoundFile sound;
    if (!open_sound(join_path(c->folder, name, c->arena), &sound, &err)) {
        add_fault(c->faults, c->arena, "%.*s: %s", STR_ARG(short_name(name)), err.message);
        return false;
    }
    double found_s = (double)sound.frame_count / sound.rate_hz;
    close_sound(&sound);
    bool fits = fabs(found_s - stated_s) <= LENGTH_TOLERANCE_S;
    if (!fits)
        add_fault(c->faults, c->arena, "%.*s lasts %.3f s, the report says %.3f",
                  STR_ARG(short_name(name)), found_s, stated_s);
    return fits;
}

// Of each file that the report states it of; the episode's is that of the first.
static void check_loudness(Check *c, const JsonValue *files)
{
    const JsonValue *episode = json_member(&c->report, "loudness");
    uint32_t sounds = 0;
    for (uint32_t i = 0; files && i < files->count; i++) {
        Str name = json_text(&files->items[i], "name");
        const JsonValue *stated = json_member(&files->items[i], "loudness");
        Loudness measured;
        Error err = {0};
        if (!stated)
            continue;
        bool first = sounds++ == 0;
        if (!is_whole(c, name) || !check_length(c, name, &files->items[i]))
            continue;
        if (!measure_file(join_path(c->folder, name, c->arena), 0, *c->arena, &measured, &err)) {
            add_fault(c->faults, c->arena, "%.*s: %s", STR_ARG(short_name(name)), err.message);
            continue;
        }
        compare_loudness(c, name, &measured, stated);
        compare_bext(c, name, &measured);
        if (first && !same_loudness(episode, stated))
            compare_loudness(c, name, &measured, episode);
    }
    if (sounds == 0)
        add_fault(c->faults, c->arena, "the report lists no sound");
}

static void check_speakers(Check *c, const JsonValue *script)
{
    static const char *const MEMBERS[] = {"name", "voice"};
    const JsonValue *ours = json_member(&c->report, "speakers");
    const JsonValue *theirs = json_member(script, "speakers");
    uint32_t count = ours ? ours->count : 0;
    bool same = count == (theirs ? theirs->count : 0);
    for (uint32_t i = 0; same && i < count; i++)
        for (size_t m = 0; m < COUNT(MEMBERS); m++)
            same = same && str_equal(json_text(&ours->items[i], MEMBERS[m]),
                                     json_text(&theirs->items[i], MEMBERS[m]));
    if (!same)
        add_fault(c->faults, c->arena, "the speakers of script.json are not those of the report");
}

static void check_coverage(Check *c)
{
    const JsonValue *coverage = json_member(&c->report, "coverage");
    double bytes = json_number(coverage, "bytes", -1);
    double lost = json_number(coverage, "unaccounted", -1);
    double sum = json_number(coverage, "spoken", -1) + json_number(coverage, "skipped", -1) +
                 json_number(coverage, "blank", -1) + lost;
    if (lost != 0)
        add_fault(c->faults, c->arena, "%.0f bytes of the article are neither spoken nor skipped",
                  lost);
    if (sum != bytes)
        add_fault(c->faults, c->arena, "the ledger of the report adds up to %.0f of %.0f bytes",
                  sum, bytes);
    JsonValue script;
    if (!read_tree(c, STR("script.json"), &script))
        return;
    size_t text = json_text(&script, "text").len;
    if ((double)text != bytes)
        add_fault(c->faults, c->arena, "script.json has %zu bytes of text, the report says %.0f",
                  text, bytes);
    check_speakers(c, &script);
}

// Cues in order, each after the one before and within the sound.
typedef struct {
    Str name;
    double before_s;
    uint32_t count;
} CueCheck;

static void check_cue(Check *c, CueCheck *cues, double start_s, double end_s)
{
    cues->count++;
    if (!(start_s >= cues->before_s - 0.0005))
        add_fault(c->faults, c->arena, "%.*s: cue %u begins before the one before it ends",
                  STR_ARG(short_name(cues->name)), cues->count);
    if (!(end_s >= start_s))
        add_fault(c->faults, c->arena, "%.*s: cue %u ends before it begins",
                  STR_ARG(short_name(cues->name)), cues->count);
    if (!(end_s <= c->duration_s + END_TOLERANCE_S))
        add_fault(c->faults, c->arena, "%.*s: cue %u lies outside the sound",
                  STR_ARG(short_name(cues->name)), cues->count);
    cues->before_s = end_s;
}

static void check_count(Check *c, const CueCheck *cues)
{
    if (cues->count == 0)
        add_fault(c->faults, c->arena, "%.*s holds nothing", STR_ARG(short_name(cues->name)));
}

// "01:02:03.004" or with a comma; NAN where it is none.
static double clock_seconds(Str s)
{
    double total = 0, part = 0;
    size_t digits = 0, i = 0;
    for (; i < s.len && s.data[i] != '.' && s.data[i] != ','; i++) {
        if (s.data[i] == ':') {
            total = (total + part) * 60;
            part = 0;
        } else if (is_digit(s.data[i])) {
            part = part * 10 + (s.data[i] - '0');
            digits++;
        } else {
            return (double)NAN;
        }
    }
    double scale = 1;
    for (i++; i < s.len && is_digit(s.data[i]); i++)
        total += (s.data[i] - '0') * (scale /= 10);
    return digits >= 4 && i == s.len ? total + part : (double)NAN;
}

static void check_clock_file(Check *c, Str name)
{
    Str text;
    if (!read_text(c, name, &text))
        return;
    CueCheck cues = {.name = name};
    for (size_t i = 0; i < text.len;) {
        Str rest = str_slice(text, i, text.len);
        Str line = str_slice(rest, 0, str_find(rest, STR("\n")));
        size_t arrow = str_find(line, STR(" --> "));
        if (arrow < line.len)
            check_cue(c, &cues, clock_seconds(str_slice(line, 0, arrow)),
                      clock_seconds(str_slice(line, arrow + 5, line.len)));
        i += line.len + 1;
    }
    check_count(c, &cues);
}

static void check_segments(Check *c, Str name, const char *list, bool ends)
{
    JsonValue tree;
    if (!read_tree(c, name, &tree))
        return;
    const JsonValue *items = json_member(&tree, list);
    CueCheck cues = {.name = name};
    for (uint32_t i = 0; items && i < items->count; i++) {
        double start_s = json_number(&items->items[i], "startTime", (double)NAN);
        check_cue(c, &cues, start_s,
                  ends ? json_number(&items->items[i], "endTime", (double)NAN) : start_s);
    }
    check_count(c, &cues);
}

static void check_transcripts(Check *c, const JsonValue *files)
{
    for (uint32_t i = 0; files && i < files->count; i++) {
        Str name = json_text(&files->items[i], "name");
        if (!is_safe(c, name))
            continue;
        if (str_ends(name, STR(".vtt")) || str_ends(name, STR(".srt")))
            check_clock_file(c, name);
    }
    if (names_file(files, STR("transcript.json")))
        check_segments(c, STR("transcript.json"), "segments", true);
    if (names_file(files, STR("chapters.json")))
        check_segments(c, STR("chapters.json"), "chapters", false);
}

static void check_books(Check *c, const JsonValue *files)
{
    for (uint32_t i = 0; files && i < files->count; i++) {
        Str name = json_text(&files->items[i], "name");
        if (!is_safe(c, name))
            continue;
        if (str_ends(name, STR(".epub")))
            verify_epub(join_path(c->folder, name, c->arena), name, c->arena, c->faults);
        else if (str_equal(name, STR("daisy/ncc.html")))
            verify_daisy(join_path(c->folder, STR("daisy"), c->arena), c->arena, c->faults);
    }
}

void verify_episode(const char *folder, Arena *arena, Faults *out)
{
    Check c = {.folder = folder, .arena = arena, .faults = out};
    if (!read_tree(&c, STR("report.json"), &c.report))
        return;
    c.duration_s = json_number(&c.report, "duration_s", 0);
    const JsonValue *files = json_member(&c.report, "files");
    for (uint32_t i = 0; files && i < files->count; i++)
        check_file(&c, &files->items[i]);
    check_strangers(&c, files, (Str){0});
    check_loudness(&c, files);
    check_coverage(&c);
    check_transcripts(&c, files);
    check_books(&c, files);
}
