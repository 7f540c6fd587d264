#include "base/zip.h"

#include <stdlib.h>
#include <zip.h>

#include "base/library.h"

typedef struct {
    __typeof__(zip_open) *open;
    __typeof__(zip_open_from_source) *open_source;
    __typeof__(zip_close) *close;
    __typeof__(zip_discard) *discard;
    __typeof__(zip_source_buffer_create) *memory;
    __typeof__(zip_source_buffer) *buffer;
    __typeof__(zip_source_file) *file;
    __typeof__(zip_source_free) *free_source;
    __typeof__(zip_get_num_entries) *count;
    __typeof__(zip_get_name) *name;
    __typeof__(zip_stat_index) *stat;
    __typeof__(zip_fopen_index) *open_member;
    __typeof__(zip_fread) *read;
    __typeof__(zip_fclose) *close_member;
    __typeof__(zip_file_add) *add;
    __typeof__(zip_file_set_dostime) *set_time;
    __typeof__(zip_set_file_compression) *set_compression;
    __typeof__(zip_strerror) *what;
    __typeof__(zip_error_init_with_code) *init_error;
    __typeof__(zip_error_strerror) *error_text;
    __typeof__(zip_error_fini) *end_error;
} Libzip;

static bool load_libzip(Libzip *l, Error *err)
{
    const Symbol SYMBOLS[] = {
        SYMBOL_ROW(l, open, zip_open),
        SYMBOL_ROW(l, open_source, zip_open_from_source),
        SYMBOL_ROW(l, close, zip_close),
        SYMBOL_ROW(l, discard, zip_discard),
        SYMBOL_ROW(l, memory, zip_source_buffer_create),
        SYMBOL_ROW(l, buffer, zip_source_buffer),
        SYMBOL_ROW(l, file, zip_source_file),
        SYMBOL_ROW(l, free_source, zip_source_free),
        SYMBOL_ROW(l, count, zip_get_num_entries),
        SYMBOL_ROW(l, name, zip_get_name),
        SYMBOL_ROW(l, stat, zip_stat_index),
        SYMBOL_ROW(l, open_member, zip_fopen_index),
        SYMBOL_ROW(l, read, zip_fread),
        SYMBOL_ROW(l, close_member, zip_fclose),
        SYMBOL_ROW(l, add, zip_file_add),
        SYMBOL_ROW(l, set_time, zip_file_set_dostime),
        SYMBOL_ROW(l, set_compression, zip_set_file_compression),
        SYMBOL_ROW(l, what, zip_strerror),
        SYMBOL_ROW(l, init_error, zip_error_init_with_code),
        SYMBOL_ROW(l, error_text, zip_error_strerror),
        SYMBOL_ROW(l, end_error, zip_error_fini),
    };
    return load_library("libzip.so.4", SYMBOLS, COUNT(SYMBOLS)) ||
           fail(err, ERR_ENGINE, (Span){0},
                "libzip, which books are packed with, is not installed (Debian: libzip4)");
}

typedef struct {
    Str name;
    uint64_t index, size;
    bool encrypted;
} Member;

struct Zip {
    Libzip lib;
    zip_t *archive;
    Member *members; // sorted by name; of several of one name the first counts
    uint32_t count;
};

static int compare_members(const void *a, const void *b)
{
    const Member *x = a, *y = b;
    int order = str_compare(x->name, y->name);
    return order ? order : (x->index > y->index) - (x->index < y->index);
}

static bool check_member(const zip_stat_t *stat, uint64_t *whole, Error *err)
{
    if (stat->size > ZIP_MEMBER_MAX)
        return fail(err, ERR_ARTICLE, (Span){0},
                    "the archive holds a member that unpacks to more than %d MiB (it is not read)",
                    ZIP_MEMBER_MAX >> 20);
    *whole += stat->size;
    if (*whole > ZIP_WHOLE_MAX)
        return fail(err, ERR_ARTICLE, (Span){0},
                    "the archive unpacks to more than %d MiB (it is not read)",
                    ZIP_WHOLE_MAX >> 20);
    if (stat->size > ZIP_RATIO_FROM && stat->size / ZIP_RATIO_MAX > stat->comp_size)
        return fail(err, ERR_ARTICLE, (Span){0},
                    "the archive unpacks to more than %d times its size (it is not read)",
                    ZIP_RATIO_MAX);
    return true;
}

static bool list_members(Zip *zip, uint64_t count, Arena *arena, Error *err)
{
    uint64_t whole = 0;
    zip->members = ALLOC(arena, Member, count);
    for (uint64_t i = 0; i < count; i++) {
        zip_stat_t stat;
        if (zip->lib.stat(zip->archive, i, ZIP_FL_ENC_RAW, &stat) != 0 || !stat.name)
            return fail(err, ERR_ARTICLE, (Span){0}, "the archive is damaged (get it anew)");
        if (!check_member(&stat, &whole, err))
            return false;
        zip->members[zip->count++] = (Member){
            .name = str_copy(str_from(stat.name), arena),
            .index = i,
            .size = stat.size,
            .encrypted = stat.encryption_method != ZIP_EM_NONE,
        };
    }
    if (count)
        qsort(zip->members, count, sizeof *zip->members, compare_members);
    return true;
}

static zip_t *open_bytes(const Libzip *l, Str bytes)
{
    zip_source_t *source = l->memory(bytes.data, bytes.len, 0, NULL);
    zip_t *archive = source ? l->open_source(source, ZIP_RDONLY, NULL) : NULL;
    if (source && !archive)
        l->free_source(source);
    return archive;
}

bool open_zip(Str bytes, Arena *arena, Zip **out, Error *err)
{
    Zip *zip = ALLOC(arena, Zip, 1);
    if (!load_libzip(&zip->lib, err))
        return false;
    zip->archive = open_bytes(&zip->lib, bytes);
    if (!zip->archive)
        return fail(err, ERR_ARTICLE, (Span){0},
                    "the archive is cut short or damaged (get it anew)");
    zip_int64_t count = zip->lib.count(zip->archive, 0);
    bool ok = count <= ZIP_MEMBERS_MAX ||
              fail(err, ERR_ARTICLE, (Span){0},
                   "the archive has more than %d members (it is not read)", ZIP_MEMBERS_MAX);
    ok = ok && list_members(zip, count < 0 ? 0 : (uint64_t)count, arena, err);
    if (!ok)
        close_zip(zip);
    *out = zip;
    return ok;
}

void close_zip(Zip *zip)
{
    zip->lib.discard(zip->archive);
    zip->archive = NULL;
}

// The first of the name; NULL: there is none.
static const Member *member_named(const Zip *zip, Str name)
{
    uint32_t low = 0, high = zip->count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (str_compare(zip->members[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < zip->count && str_equal(zip->members[low].name, name);
    return found ? &zip->members[low] : NULL;
}

bool has_member(const Zip *zip, Str name)
{
    return member_named(zip, name) != NULL;
}

uint64_t member_size(const Zip *zip, Str name)
{
    const Member *member = member_named(zip, name);
    return member ? member->size : 0;
}

// False: there are not just as many bytes as the archive says.
static bool unpack(const Libzip *l, zip_file_t *file, char *data, uint64_t size)
{
    uint64_t len = 0;
    while (len < size) {
        zip_int64_t got = l->read(file, data + len, size - len);
        if (got <= 0)
            return false;
        len += (uint64_t)got;
    }
    char more;
    return l->read(file, &more, 1) == 0; // here the checksum is compared too
}

bool read_member(Zip *zip, Str name, Arena *arena, Str *out, Error *err)
{
    const Member *member = member_named(zip, name);
    Str shown = str_slice(name, 0, 80);
    if (!member)
        return fail(err, ERR_ARTICLE, (Span){0}, "%.*s is missing in the archive (get it anew)",
                    STR_ARG(shown));
    if (member->encrypted)
        return fail(
            err, ERR_ARTICLE, (Span){0},
            "%.*s is protected by a password, and cannot be read (unlock the archive first)",
            STR_ARG(shown));
    zip_file_t *file = zip->lib.open_member(zip->archive, member->index, 0);
    char *data = ROOM(arena, char, member->size + 1);
    bool whole = file && unpack(&zip->lib, file, data, member->size);
    if (file)
        (void)zip->lib.close_member(file);
    *out = (Str){data, member->size};
    return whole || fail(err, ERR_ARTICLE, (Span){0},
                         "%.*s is damaged in the archive (get it anew)", STR_ARG(shown));
}

// --- files

enum { DOS_TIME = 0, DOS_DATE = 0x21, LEVEL = 9 }; // the first moment that a zip can state

static bool zip_failed(const char *what, const char *path, const char *why, Error *err)
{
    return fail(err, ERR_OUTPUT, (Span){0}, "cannot %s %.80s: %.60s", what, path, why);
}

static zip_t *open_path(const Libzip *l, const char *path, int flags, const char *what, Error *err)
{
    int code = 0;
    zip_t *zip = l->open(path, flags, &code);
    if (zip)
        return zip;
    zip_error_t why;
    l->init_error(&why, code);
    (void)zip_failed(what, path, l->error_text(&why), err);
    l->end_error(&why);
    return NULL;
}

static bool add_entry(const Libzip *l, zip_t *zip, const ZipEntry *entry, Arena scratch)
{
    zip_source_t *source = entry->path ? l->file(zip, entry->path, 0, -1)
                                       : l->buffer(zip, entry->bytes.data, entry->bytes.len, 0);
    if (!source)
        return false;
    zip_int64_t index = l->add(zip, str_c(entry->name, &scratch), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        l->free_source(source);
        return false;
    }
    zip_uint64_t at = (zip_uint64_t)index;
    return l->set_time(zip, at, DOS_TIME, DOS_DATE, 0) == 0 &&
           l->set_compression(zip, at, entry->stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE,
                              entry->stored ? 0 : LEVEL) == 0;
}

bool write_zip(const char *path, const ZipEntry *entries, uint32_t count, Arena scratch, Error *err)
{
    Libzip lib;
    zip_t *zip =
        load_libzip(&lib, err) ? open_path(&lib, path, ZIP_CREATE | ZIP_EXCL, "write", err) : NULL;
    if (!zip)
        return false;
    bool ok = true;
    for (uint32_t i = 0; ok && i < count; i++)
        ok = add_entry(&lib, zip, &entries[i], scratch);
    if (ok && lib.close(zip) == 0)
        return true;
    (void)zip_failed("write", path, lib.what(zip), err);
    lib.discard(zip);
    return false;
}

bool open_zip_file(const char *path, ZipFile *out, Error *err)
{
    Libzip lib;
    zip_t *zip = load_libzip(&lib, err)
                     ? open_path(&lib, path, ZIP_RDONLY | ZIP_CHECKCONS, "read", err)
                     : NULL;
    if (!zip)
        return false;
    *out = (ZipFile){zip, (uint32_t)lib.count(zip, 0)};
    return true;
}

// What was opened by the library finds it again.
static Libzip lib_of_file(void)
{
    Libzip lib = {0};
    Error none = {0};
    (void)!load_libzip(&lib, &none);
    return lib;
}

void close_zip_file(ZipFile *zip)
{
    lib_of_file().discard(zip->handle);
    zip->handle = NULL;
}

Str zip_file_name(const ZipFile *zip, uint32_t index, Arena *arena)
{
    const char *name = lib_of_file().name(zip->handle, index, 0);
    return name ? str_copy(str_from(name), arena) : (Str){0};
}

static bool read_entry(const Libzip *l, zip_file_t *file, char *bytes, size_t len)
{
    size_t done = 0;
    while (done < len) {
        zip_int64_t got = l->read(file, bytes + done, len - done);
        if (got <= 0)
            return false;
        done += (size_t)got;
    }
    return true;
}

// At the end the checksum is compared.
static bool read_to_end(const Libzip *l, zip_file_t *file)
{
    char rest[1 << 14];
    zip_int64_t got;
    do
        got = l->read(file, rest, sizeof rest);
    while (got > 0);
    return got == 0;
}

bool read_zip_file(const ZipFile *zip, uint32_t index, size_t keep, Arena *arena, Str *out,
                   Error *err)
{
    Libzip lib = lib_of_file();
    zip_stat_t entry;
    if (lib.stat(zip->handle, index, 0, &entry) != 0)
        return fail(err, ERR_OUTPUT, (Span){0}, "cannot be read");
    size_t len = entry.size < keep ? (size_t)entry.size : keep;
    char *bytes = room_bytes(arena, 1, len);
    zip_file_t *file = lib.open_member(zip->handle, index, 0);
    bool ok = file && read_entry(&lib, file, bytes, len) && read_to_end(&lib, file);
    if (file)
        lib.close_member(file);
    *out = (Str){bytes, len};
    return ok || fail(err, ERR_OUTPUT, (Span){0}, "is damaged");
}
