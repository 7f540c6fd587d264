// Any bytes at all through the reader of feeds. What an entry links to is what stands
// behind the first NUL; the first line may choose an entry: "?2".
#include "fuzz/laws.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool fetch(void *context, Str address, Arena *arena, Source *out, Error *err)
{
    const Str *page = context;
    (void)arena;
    *out = (Source){.name = address, .bytes = *page, .address = address};
    return page->len > 0 || fail(err, ERR_ARTICLE, (Span){0}, "there is no page");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Arena arena;
    if (!arena.beg)
        arena = new_arena((size_t)1 << 30);
    Str feed = {(const char *)data, size};
    size_t end = str_find(feed, (Str){"", 1});
    Str page = str_slice(feed, end + 1, feed.len);
    feed = str_slice(feed, 0, end);
    ReadOptions options = {.format = STR("feed"), .fetch = fetch, .fetch_context = &page};
    if (str_starts(feed, STR("?"))) {
        size_t line = str_find(feed, STR("\n"));
        options.entry = str_slice(feed, 1, line);
        feed = str_slice(feed, line + 1, feed.len);
    }
    (void)read_under_laws(feed, &options, NULL, STAGE_READ, arena);
    return 0;
}
