// JSON Feed 1.0 and 1.1.
#include "read/feed/feed.h"

#include "base/json_read.h"

// Version 1.1 has a list of authors, version 1.0 one.
static Str names_of(const JsonValue *from, Arena *arena)
{
    const JsonValue *list = json_member(from, "authors");
    if (!list || list->kind != VALUE_LIST)
        return json_text(json_member(from, "author"), "name");
    Buf b = new_buf(arena);
    for (uint32_t i = 0; i < list->count; i++) {
        Str name = json_text(&list->items[i], "name");
        if (name.len && b.len)
            buf_add(&b, STR(", "));
        buf_add(&b, name);
    }
    return buf_str(&b);
}

// An identity should be a text, and is a number at times.
static Str identity(const JsonValue *item, Arena *arena)
{
    const JsonValue *id = json_member(item, "id");
    return id && id->kind == VALUE_NUMBER ? str_format(arena, "%.17g", id->number)
                                          : json_text(item, "id");
}

static Content content_of(const JsonValue *item)
{
    Str html = json_text(item, "content_html");
    Str words = str_or(json_text(item, "content_text"), json_text(item, "summary"));
    if (str_trim(html).len)
        return (Content){.kind = CONTENT_MARKUP, .text = html};
    if (str_trim(words).len)
        return (Content){.kind = CONTENT_WORDS, .text = words};
    return (Content){0};
}

static Entry json_entry(const JsonValue *item, Arena *arena)
{
    const JsonValue *attachments = json_member(item, "attachments");
    return (Entry){
        .id = identity(item, arena),
        .link = str_or(json_text(item, "url"), json_text(item, "external_url")),
        .title = json_text(item, "title"),
        .author = names_of(item, arena),
        .date = str_or(json_text(item, "date_published"), json_text(item, "date_modified")),
        .language = json_text(item, "language"),
        .content = content_of(item),
        .sound = attachments && attachments->count > 0,
    };
}

bool collect_json(Str json, Arena *arena, Feed *out, Error *err)
{
    JsonValue *root = ALLOC(arena, JsonValue, 1);
    if (!read_json(json, arena, root, err))
        return false;
    const JsonValue *items = json_member(root, "items");
    if (!items || items->kind != VALUE_LIST)
        return fail(err, ERR_ARTICLE, (Span){0},
                    "the input is JSON, but no JSON Feed: it has no \"items\" (give the article's "
                    "text)");
    *out = (Feed){.title = json_text(root, "title"),
                  .link = json_text(root, "home_page_url"),
                  .language = json_text(root, "language"),
                  .author = names_of(root, arena)};
    for (uint32_t i = 0; i < items->count; i++)
        *PUSH(&out->entries, arena) = json_entry(&items->items[i], arena);
    return true;
}
