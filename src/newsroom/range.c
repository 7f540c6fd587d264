#include "newsroom/serve.h"

static bool take_number(Str s, size_t *at, uint64_t *value)
{
    size_t beg = *at;
    *value = 0;
    for (; *at < s.len && is_digit(s.data[*at]); ++*at) {
        if (*at - beg >= 18)
            return false;
        *value = *value * 10 + (uint64_t)(s.data[*at] - '0');
    }
    return *at > beg;
}

// RFC 9110, 14.1.2: "bytes=0-499", "bytes=500-", "bytes=-500".
RangeKind parse_range(Str header, uint64_t size, uint64_t *beg, uint64_t *end)
{
    Str s = str_trim(header);
    if (!str_starts(s, STR("bytes=")))
        return RANGE_NONE;
    s = str_slice(s, 6, s.len);
    uint64_t first = 0, last = 0;
    size_t at = 0;
    bool from = take_number(s, &at, &first);
    if (at >= s.len || s.data[at++] != '-')
        return RANGE_NONE;
    bool to = take_number(s, &at, &last);
    if (at != s.len || (!from && !to) || (from && to && last < first))
        return RANGE_NONE;
    if (from ? first >= size : last == 0 || size == 0)
        return RANGE_OUTSIDE;
    *beg = from ? first : last < size ? size - last : 0;
    *end = from && to && last < size ? last + 1 : size;
    return RANGE_PART;
}

const char *media_type_of(Str path)
{
    static const struct {
        const char *suffix, *type;
    } TYPES[] = {
        {".mp3", "audio/mpeg"},
        {".opus", "audio/ogg"},
        {".flac", "audio/flac"},
        {".wav", "audio/wav"},
        {".m4b", "audio/mp4"},
        {".mp2", "audio/mpeg"},
        {".html", "text/html; charset=utf-8"},
        {".vtt", "text/vtt; charset=utf-8"},
        {".srt", "application/x-subrip; charset=utf-8"},
        {"chapters.json", "application/json+chapters; charset=utf-8"},
        {".json", "application/json; charset=utf-8"},
        {"feed.xml", "application/rss+xml; charset=utf-8"},
        {".xml", "application/xml; charset=utf-8"},
        {".opml", "text/x-opml; charset=utf-8"},
        {".smil", "application/smil; charset=utf-8"},
        {".epub", "application/epub+zip"},
        {".zip", "application/zip"},
        {".png", "image/png"},
        {".jpg", "image/jpeg"},
        {".txt", "text/plain; charset=utf-8"},
    };
    for (size_t i = 0; i < COUNT(TYPES); i++)
        if (str_ends(path, str_from(TYPES[i].suffix)))
            return TYPES[i].type;
    return "application/octet-stream";
}
