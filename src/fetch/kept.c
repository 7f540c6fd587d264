#include "fetch/kept.h"

#include "base/store.h"

static const char KIND[] = "web";

// The first member changes where the form of the files does.
static void name_page(Str address, char key[HASH_HEX])
{
    const Str parts[] = {STR("page 1"), address};
    hash_parts(parts, COUNT(parts), key);
}

static bool take_line(Str *rest, Str *line)
{
    size_t end = str_find(*rest, STR("\n"));
    if (end == rest->len)
        return false;
    *line = str_slice(*rest, 0, end);
    *rest = str_slice(*rest, end + 1, rest->len);
    return true;
}

bool find_page(const char *root, Str address, Arena *arena, KeptPage *out)
{
    char key[HASH_HEX];
    Blob blob;
    name_page(address, key);
    if (!root || !find_blob(root, KIND, key, &blob))
        return false;
    Str rest = str_copy(blob.bytes, arena);
    release_blob(&blob);
    *out = (KeptPage){0};
    bool whole = take_line(&rest, &out->etag) && take_line(&rest, &out->last_modified) &&
                 take_line(&rest, &out->content_type);
    out->bytes = rest;
    return whole;
}

void keep_page(const char *root, Str address, const KeptPage *page, Arena scratch)
{
    char key[HASH_HEX];
    Error none = {0};
    if (!root)
        return;
    name_page(address, key);
    const Str parts[] = {str_format(&scratch, "%.*s\n%.*s\n%.*s\n", STR_ARG(page->etag),
                                    STR_ARG(page->last_modified), STR_ARG(page->content_type)),
                         page->bytes};
    bool kept = keep_blob(root, KIND, key, parts, COUNT(parts), &none);
    (void)kept;
}
