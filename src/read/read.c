#include "read/reader.h"

const char *const BLOCK_NAMES[BLOCK_KINDS] = {
    [BLOCK_PARAGRAPH] = "paragraph", [BLOCK_TITLE] = "title",     [BLOCK_BYLINE] = "byline",
    [BLOCK_CREDIT] = "credit",       [BLOCK_HEADING] = "heading", [BLOCK_QUOTE] = "quote",
    [BLOCK_LIST_ITEM] = "list_item", [BLOCK_CAPTION] = "caption", [BLOCK_TABLE] = "table",
    [BLOCK_CODE] = "code",           [BLOCK_NOTE] = "note",
};

bool read_source(const Source *in, const ReadOptions *options, Arena *arena, Article *out,
                 Error *err)
{
    if (in->bytes.len == 0)
        return fail(err, ERR_ARTICLE, (Span){0}, "the input is empty");
    *out = (Article){.source = in, .format = "text", .text = in->bytes, .title = options->title,
                     .byline = options->author, .date = options->date, .url = options->url,
                     .language = options->language.len ? options->language : STR("en")};
    for (size_t i = 0; i < in->bytes.len;) {
        size_t end = i + str_find(str_slice(in->bytes, i, in->bytes.len), STR("\n"));
        Str line = str_trim(str_slice(in->bytes, i, end));
        uint32_t beg = (uint32_t)(line.data - in->bytes.data);
        if (line.len)
            *PUSH(&out->blocks, arena) = (Block){.span = {beg, beg + (uint32_t)line.len}};
        i = end + 1;
    }
    return true;
}
