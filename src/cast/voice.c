#define _DEFAULT_SOURCE
#include "cast/voice.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/ini.h"

enum { VOICE_FILE_MAX = 1 << 16, ID_MAX = 24 };

typedef struct {
    Voice *voice;
    Buf definition;
    Arena *arena;
} Loading;

static bool set_gender(Voice *voice, Str value)
{
    for (int g = 0; g < GENDERS; g++) {
        if (str_equal(value, str_from(GENDER_NAMES[g]))) {
            voice->gender = (Gender)g;
            return true;
        }
    }
    return false;
}

static bool set_role(Voice *voice, Str value)
{
    static const char *const NAMES[] = {
        [ROLE_SPEAKER] = "speaker", [ROLE_NARRATOR] = "narrator", [ROLE_NOBODY] = "nobody"};
    for (size_t r = 0; r < COUNT(NAMES); r++) {
        if (str_equal(value, str_from(NAMES[r]))) {
            voice->role = (VoiceRole)r;
            return true;
        }
    }
    return false;
}

static bool set_number(const char *text, double least, double most, double *out)
{
    char *end;
    *out = strtod(text, &end);
    return end != text && *end == '\0' && *out >= least && *out <= most;
}

static bool set_number_key(Voice *v, const char *key, const char *value, bool *known)
{
    const struct {
        const char *key;
        double least, most;
        int *whole;
        float *real;
    } keys[] = {
        {"age", 1, 120, &v->age, NULL},
        {"rate_wpm", 80, 450, &v->rate_wpm, NULL},
        {"gain_db", -30, 30, NULL, &v->gain_db},
        {"eq_low_db", -12, 12, NULL, &v->equaliser.low_db},
        {"eq_middle_db", -12, 12, NULL, &v->equaliser.middle_db},
        {"eq_high_db", -12, 12, NULL, &v->equaliser.high_db},
    };
    for (size_t i = 0; i < COUNT(keys); i++) {
        double number;
        if (strcmp(key, keys[i].key) != 0)
            continue;
        *known = true;
        if (!set_number(value, keys[i].least, keys[i].most, &number))
            return false;
        if (keys[i].whole)
            *keys[i].whole = (int)number;
        else
            *keys[i].real = (float)number;
        return true;
    }
    *known = false;
    return false;
}

static bool set_voice_key(Loading *l, const char *key, const char *value, bool *known)
{
    Voice *v = l->voice;
    *known = true;
    if (strcmp(key, "description") == 0) {
        v->description = str_copy(str_from(value), l->arena);
        return true;
    }
    if (strcmp(key, "gender") == 0)
        return set_gender(v, str_from(value));
    if (strcmp(key, "role") == 0)
        return set_role(v, str_from(value));
    return set_number_key(v, key, value, known);
}

static bool visit_voice(void *context, const char *section, const char *key, const char *value,
                        Error *err)
{
    Loading *l = context;
    if (strcmp(section, "voice") == 0) {
        bool known;
        if (set_voice_key(l, key, value, &known))
            return true;
        return known ? fail(err, ERR_ENGINE, (Span){0}, "%.20s cannot be \"%.30s\"", key, value)
                     : fail(err, ERR_ENGINE, (Span){0}, "no such key: %.30s", key);
    }
    if (l->voice->engine.len == 0)
        l->voice->engine = str_copy(str_from(section), l->arena);
    if (!str_equal(l->voice->engine, str_from(section)))
        return fail(err, ERR_ENGINE, (Span){0}, "a second engine: [%.20s]", section);
    buf_format(&l->definition, "%s %s\n", key, value);
    return true;
}

static bool load_voice(const char *path, Str id, Arena *arena, Voice *voice, Error *err)
{
    *voice = (Voice){.id = id, .rate_wpm = 160};
    Loading l = {voice, {0}, arena};
    char lines[VOICE_FILE_MAX];
    Arena own = {lines, lines + sizeof lines, arena->full};
    l.definition = new_buf(&own);
    bool found;
    if (!read_ini(path, visit_voice, &l, &found, err)) {
        err->kind = ERR_ENGINE;
        return false;
    }
    voice->definition = str_copy(buf_str(&l.definition), arena);
    if (!found || voice->engine.len == 0)
        return fail(err, ERR_ENGINE, (Span){0}, "%.120s: defines no engine voice", path);
    return true;
}

// The name becomes part of engine file names, so only harmless characters pass.
static bool voice_id(const char *file, Arena *arena, Str *id)
{
    Str name = str_from(file);
    if (!str_ends(name, STR(".ini")) || name.len > ID_MAX + 4)
        return false;
    name.len -= 4;
    for (size_t i = 0; i < name.len; i++)
        if (!is_lower(name.data[i]) && !is_digit(name.data[i]) && name.data[i] != '-')
            return false;
    *id = str_copy(name, arena);
    return name.len > 0;
}

static int compare_ids(const void *a, const void *b)
{
    return str_compare(*(const Str *)a, *(const Str *)b);
}

typedef struct {
    const char *names[256];
    uint32_t count;
} Columns;

// The first row names the columns; rows and columns of voices that are not loaded are passed over.
static void read_row(char *line, Columns *columns, Voices *out)
{
    char *save;
    char *name = strtok_r(line, "\t", &save);
    const Voice *row = name ? find_voice(out, str_from(name)) : NULL;
    uint32_t k = 0;
    for (char *cell; (cell = strtok_r(NULL, "\t", &save)); k++) {
        if (columns->count == k && !row && k < COUNT(columns->names))
            columns->names[columns->count++] = cell;
        const Voice *column =
            row && k < columns->count ? find_voice(out, str_from(columns->names[k])) : NULL;
        if (column)
            out->distance[(row - out->items.items) * out->items.count +
                          (column - out->items.items)] = strtof(cell, NULL);
    }
}

// A folder of voices need have no distance.tsv; one that cannot be read would cast others.
static bool load_distances(const char *folder, Arena *arena, Voices *out, Error *err)
{
    uint32_t n = out->items.count;
    out->distance = ALLOC(arena, float, (size_t)n *n);
    Error why = {0};
    Str text;
    char *path = str_c(str_format(arena, "%s/distance.tsv", folder), arena);
    if (access(path, F_OK) != 0 && errno == ENOENT)
        return true;
    if (!read_file(path, VOICE_FILE_MAX, arena, &text, &why))
        return fail(err, ERR_ENGINE, (Span){0}, "voices: %.90s %.40s", path, why.message);
    Columns columns = {.count = 0};
    char *save;
    for (char *line = strtok_r(str_c(text, arena), "\n", &save); line;
         line = strtok_r(NULL, "\n", &save))
        read_row(line, &columns, out);
    return true;
}

bool load_voices(const char *folder, Arena *arena, Voices *out, Error *err)
{
    *out = (Voices){0};
    DIR *dir = opendir(folder);
    if (!dir)
        return fail(err, ERR_ENGINE, (Span){0}, "no voices: cannot open the folder %.90s", folder);
    LIST(Str) ids = {0};
    for (struct dirent *e; (e = readdir(dir));) {
        Str id;
        if (voice_id(e->d_name, arena, &id))
            *PUSH(&ids, arena) = id;
    }
    closedir(dir);
    if (ids.count == 0)
        return fail(err, ERR_ENGINE, (Span){0}, "no voices in the folder %.90s", folder);
    qsort(ids.items, ids.count, sizeof *ids.items, compare_ids);
    for (uint32_t i = 0; i < ids.count; i++) {
        char *path = str_c(str_format(arena, "%s/%.*s.ini", folder, STR_ARG(ids.items[i])), arena);
        Voice voice;
        if (!load_voice(path, ids.items[i], arena, &voice, err))
            return false;
        *PUSH(&out->items, arena) = voice;
    }
    return load_distances(folder, arena, out, err);
}

const Voice *find_voice(const Voices *voices, Str id)
{
    for (uint32_t i = 0; i < voices->items.count; i++)
        if (str_equal(voices->items.items[i].id, id))
            return &voices->items.items[i];
    return NULL;
}
