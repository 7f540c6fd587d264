#include "publish/zip_file.h"

#include <zip.h>

enum { DOS_TIME = 0, DOS_DATE = 0x21, LEVEL = 9 }; // the first moment that a zip can state

static bool zip_failed(const char *what, const char *path, const char *why, Error *err)
{
    return fail(err, ERR_OUTPUT, (Span){0}, "cannot %s %.80s: %.60s", what, path, why);
}

static zip_t *open_archive(const char *path, int flags, const char *what, Error *err)
{
    int code = 0;
    zip_t *zip = zip_open(path, flags, &code);
    if (zip)
        return zip;
    zip_error_t why;
    zip_error_init_with_code(&why, code);
    (void)zip_failed(what, path, zip_error_strerror(&why), err);
    zip_error_fini(&why);
    return NULL;
}

static bool add_entry(zip_t *zip, const ZipEntry *entry, Arena scratch)
{
    zip_source_t *source = entry->path
                               ? zip_source_file(zip, entry->path, 0, -1)
                               : zip_source_buffer(zip, entry->bytes.data, entry->bytes.len, 0);
    if (!source)
        return false;
    zip_int64_t index = zip_file_add(zip, str_c(entry->name, &scratch), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    zip_uint64_t at = (zip_uint64_t)index;
    return zip_file_set_dostime(zip, at, DOS_TIME, DOS_DATE, 0) == 0 &&
           zip_set_file_compression(zip, at, entry->stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE,
                                    entry->stored ? 0 : LEVEL) == 0;
}

bool write_zip(const char *path, const ZipEntry *entries, uint32_t count, Arena scratch, Error *err)
{
    zip_t *zip = open_archive(path, ZIP_CREATE | ZIP_EXCL, "write", err);
    if (!zip)
        return false;
    bool ok = true;
    for (uint32_t i = 0; ok && i < count; i++)
        ok = add_entry(zip, &entries[i], scratch);
    if (ok && zip_close(zip) == 0)
        return true;
    (void)zip_failed("write", path, zip_strerror(zip), err);
    zip_discard(zip);
    return false;
}

bool open_zip(const char *path, ZipFile *out, Error *err)
{
    zip_t *zip = open_archive(path, ZIP_RDONLY | ZIP_CHECKCONS, "read", err);
    if (!zip)
        return false;
    *out = (ZipFile){zip, (uint32_t)zip_get_num_entries(zip, 0)};
    return true;
}

void close_zip(ZipFile *zip)
{
    zip_discard(zip->handle);
    zip->handle = NULL;
}

Str zip_name(const ZipFile *zip, uint32_t index, Arena *arena)
{
    const char *name = zip_get_name(zip->handle, index, 0);
    return name ? str_copy(str_from(name), arena) : (Str){0};
}

static bool read_entry(zip_file_t *file, char *bytes, size_t len)
{
    size_t done = 0;
    while (done < len) {
        zip_int64_t got = zip_fread(file, bytes + done, len - done);
        if (got <= 0)
            return false;
        done += (size_t)got;
    }
    return true;
}

// At the end the checksum is compared.
static bool read_to_end(zip_file_t *file)
{
    char rest[1 << 14];
    zip_int64_t got;
    do
        got = zip_fread(file, rest, sizeof rest);
    while (got > 0);
    return got == 0;
}

bool read_zip(const ZipFile *zip, uint32_t index, size_t keep, Arena *arena, Str *out, Error *err)
{
    zip_stat_t entry;
    if (zip_stat_index(zip->handle, index, 0, &entry) != 0)
        return fail(err, ERR_OUTPUT, (Span){0}, "cannot be read");
    size_t len = entry.size < keep ? (size_t)entry.size : keep;
    char *bytes = room_bytes(arena, 1, len);
    zip_file_t *file = zip_fopen_index(zip->handle, index, 0);
    bool ok = file && read_entry(file, bytes, len) && read_to_end(file);
    if (file)
        zip_fclose(file);
    *out = (Str){bytes, len};
    return ok || fail(err, ERR_OUTPUT, (Span){0}, "is damaged");
}
