#include "read/zip.h"

#include <stdlib.h>
#include <zip.h>

typedef struct {
    Str name;
    uint64_t index, size;
    bool encrypted;
} Member;

struct Zip {
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
        if (zip_stat_index(zip->archive, i, ZIP_FL_ENC_RAW, &stat) != 0 || !stat.name)
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

static zip_t *open_archive(Str bytes)
{
    zip_source_t *source = zip_source_buffer_create(bytes.data, bytes.len, 0, NULL);
    zip_t *archive = source ? zip_open_from_source(source, ZIP_RDONLY, NULL) : NULL;
    if (source && !archive)
        zip_source_free(source);
    return archive;
}

bool open_zip(Str bytes, Arena *arena, Zip **out, Error *err)
{
    Zip *zip = ALLOC(arena, Zip, 1);
    zip->archive = open_archive(bytes);
    if (!zip->archive)
        return fail(err, ERR_ARTICLE, (Span){0},
                    "the archive is cut short or damaged (get it anew)");
    zip_int64_t count = zip_get_num_entries(zip->archive, 0);
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
    zip_discard(zip->archive);
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

Str find_member(const Zip *zip, Str suffix)
{
    for (uint32_t i = 0; i < zip->count; i++)
        if (str_ends(zip->members[i].name, suffix))
            return zip->members[i].name;
    return (Str){0};
}

// False: there are not just as many bytes as the archive says.
static bool unpack(zip_file_t *file, char *data, uint64_t size)
{
    uint64_t len = 0;
    while (len < size) {
        zip_int64_t got = zip_fread(file, data + len, size - len);
        if (got <= 0)
            return false;
        len += (uint64_t)got;
    }
    char more;
    return zip_fread(file, &more, 1) == 0; // here the checksum is compared too
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
    zip_file_t *file = zip_fopen_index(zip->archive, member->index, 0);
    char *data = ROOM(arena, char, member->size + 1);
    bool whole = file && unpack(file, data, member->size);
    if (file)
        (void)zip_fclose(file);
    *out = (Str){data, member->size};
    return whole || fail(err, ERR_ARTICLE, (Span){0},
                         "%.*s is damaged in the archive (get it anew)", STR_ARG(shown));
}
