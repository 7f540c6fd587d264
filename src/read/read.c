#include "read/blobs.h"
#include "read/charset/decode.h"
#include "read/language.h"
#include "read/marks.h"
#include "read/match.h"
#include "read/narrated.h"
#include "read/reader.h"

#include "base/utf8.h"

const char *const BLOCK_NAMES[BLOCK_KINDS] = {
    [BLOCK_PARAGRAPH] = "paragraph", [BLOCK_TITLE] = "title",     [BLOCK_BYLINE] = "byline",
    [BLOCK_CREDIT] = "credit",       [BLOCK_HEADING] = "heading", [BLOCK_QUOTE] = "quote",
    [BLOCK_LIST_ITEM] = "list_item", [BLOCK_CAPTION] = "caption", [BLOCK_TABLE] = "table",
    [BLOCK_CODE] = "code",           [BLOCK_NOTE] = "note",
};

const char *const DETAIL_NAMES[DETAILS] = {
    [DETAIL_STANDARD] = "standard",
    [DETAIL_FULL] = "full",
    [DETAIL_BRIEF] = "brief",
};

const char CELL_MARK[] = "table mark";
const char DATELINE[] = "dateline";
const char FORMULA[] = "formula";

static const Reader *const READERS[] = {&text_reader, &markdown_reader, &html_reader, &feed_reader,
                                        &mail_reader, &epub_reader,     &book_reader};

enum { HEAD_SIZE = 4096 };

Block *add_block(Article *article, Arena *arena, BlockKind kind, Span span)
{
    span = trim_span(article->text, span);
    if (span.beg >= span.end)
        return NULL;
    Block *block = PUSH(&article->blocks, arena);
    *block = (Block){.kind = kind, .span = span};
    return block;
}

void add_drop(Article *article, Arena *arena, Span span, const char *reason)
{
    span = trim_span(article->text, span);
    if (span.beg < span.end)
        *PUSH(&article->drops, arena) = (Drop){span, reason};
}

void add_dropped_block(Article *article, Arena *arena, BlockKind kind, Span span,
                       const char *reason)
{
    if (add_block(article, arena, kind, span))
        add_drop(article, arena, span, reason);
}

static const Reader *find_reader(Str name)
{
    for (size_t i = 0; i < COUNT(READERS); i++)
        if (str_equal(name, str_from(READERS[i]->name)))
            return READERS[i];
    return NULL;
}

static void fail_format(Str name, Error *err)
{
    char known[80] = "";
    for (size_t i = 0, used = 0; i < COUNT(READERS); i++) {
        size_t len = strlen(READERS[i]->name);
        if (READERS[i]->unnamed)
            continue;
        if (used + len + 3 > sizeof known)
            break;
        if (used) {
            memcpy(known + used, ", ", 2);
            used += 2;
        }
        memcpy(known + used, READERS[i]->name, len);
        used += len;
    }
    fail(err, ERR_USAGE, (Span){0}, "unknown input format %.*s (there are: %s)",
         STR_ARG(str_slice(name, 0, 40)), known);
}

// The reader that is surest of the content; NULL: none knows it.
static const Reader *surest_reader(const Source *source, Str head, bool binary)
{
    const Reader *best = NULL;
    int surest = 0;
    for (size_t i = 0; i < COUNT(READERS); i++) {
        int sure = READERS[i]->binary == binary ? READERS[i]->sniff(source, head) : 0;
        if (sure > surest) {
            surest = sure;
            best = READERS[i];
        }
    }
    return best;
}

// By name where one is asked for. NULL with `*out`: the input is text, whose words tell.
static bool choose_by_bytes(const Source *in, const ReadOptions *options, const Reader **out,
                            Error *err)
{
    *out = NULL;
    if (options->format.len) {
        *out = find_reader(options->format);
        if (!*out)
            fail_format(options->format, err);
        return *out != NULL;
    }
    if (options->paragraph)
        *out = &text_reader;
    else
        *out = surest_reader(in, str_slice(in->bytes, 0, HEAD_SIZE), true);
    return true;
}

static const Reader *choose_by_text(const Source *in, Str text)
{
    const Reader *reader = surest_reader(in, str_slice(text, 0, HEAD_SIZE), false);
    return reader ? reader : &text_reader;
}

static bool shows_nothing(Str text)
{
    for (size_t i = 0; i < text.len;) {
        Char c = utf8_at(text, i);
        if (!code_is_space(c.code) && !code_is_invisible(c.code))
            return false;
        i += c.len;
    }
    return true;
}

static bool check_size(Str bytes, Error *err)
{
    if (bytes.len == 0)
        return fail(err, ERR_ARTICLE, (Span){0}, "the input is empty (give an article)");
    if (bytes.len > SOURCE_MAX)
        return fail(err, ERR_ARTICLE, (Span){0},
                    "the input is larger than %d MiB (split it into parts)", SOURCE_MAX >> 20);
    return true;
}

// A page that does not tell its own address stands where it was found.
static void apply_address(const Source *in, Article *out)
{
    bool named =
        starts_nocase(in->name, STR("http://")) || starts_nocase(in->name, STR("https://"));
    if (out->url.len == 0)
        out->url = in->address.len ? in->address : named ? in->name : (Str){0};
}

static void apply_options(const ReadOptions *options, Article *out)
{
    const struct {
        Str given;
        Str *field;
    } FIELDS[] = {{options->title, &out->title},
                  {options->author, &out->byline},
                  {options->date, &out->date},
                  {options->url, &out->url}};
    for (size_t i = 0; i < COUNT(FIELDS); i++)
        if (FIELDS[i].given.len)
            *FIELDS[i].field = FIELDS[i].given;
}

static bool decode_source(const Source *in, Arena *arena, Article *out, Error *err)
{
    Str text;
    if (!refuse_known_binaries(in->bytes, err) || !decode_text(in, arena, &text, &out->notes, err))
        return false;
    if (shows_nothing(text))
        return fail(err, ERR_ARTICLE, (Span){0},
                    "the input holds white space only (give an article)");
    out->text = out->decoded = text;
    return true;
}

// Half an article that is read as if it were whole is a lie.
static bool check_whole(Article *article, const ReadOptions *options, Arena *arena, Error *err)
{
    if (!article->stub)
        return true;
    if (!options->force)
        return fail(err, ERR_ARTICLE, (Span){0},
                    "only the opening of the article is here: %s (--force narrates it)",
                    article->stub);
    add_note(&article->notes, arena, (Span){0}, "only the opening of the article is here: %s",
             article->stub);
    return true;
}

bool read_content(const Source *in, const ReadOptions *options, const Reader *but, Arena *arena,
                  Article *article, Error *err)
{
    const Reader *reader;
    if (!check_size(in->bytes, err) || !choose_by_bytes(in, options, &reader, err))
        return false;
    if (!(reader && reader->binary) && !decode_source(in, arena, article, err))
        return false;
    if (!reader)
        reader = choose_by_text(in, article->text);
    if (reader == but)
        return fail(err, ERR_ARTICLE, (Span){0}, "it is a %s again", but->name);
    article->format = reader->name;
    return reader->read(article->text, options, arena, article, err);
}

bool read_source(const Source *in, const ReadOptions *options, Arena *arena, Article *out,
                 Error *err)
{
    Article article = {.source = in, .detail = options->detail};
    if (!read_content(in, options, NULL, arena, &article, err) ||
        !check_whole(&article, options, arena, err))
        return false;
    apply_address(in, &article);
    apply_options(options, &article);
    if (!options->paragraph)
        select_narrated(&article, arena);
    drop_blobs(&article, arena);
    drop_marks(&article, arena);
    settle_language(&article, options->language, arena);
    finish_notices(&article, arena);
    *out = article;
    return true;
}
