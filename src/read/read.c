#include "read/blobs.h"
#include "read/decode.h"
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

static const Reader *const READERS[] = {&text_reader, &markdown_reader};

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

// Markup that no reader takes yet; its tags must not be read aloud.
static bool refuse_markup(Str head, Error *err)
{
    static const struct {
        Str begin;
        const char *what;
    } KINDS[] = {
        {{"<!doctype html", 14}, "an HTML page"},
        {{"<html", 5}, "an HTML page"},
        {{"<head", 5}, "an HTML page"},
        {{"<body", 5}, "an HTML page"},
        {{"<!--", 4}, "an HTML page"},
        {{"<div", 4}, "an HTML page"},
        {{"<article", 8}, "an HTML page"},
        {{"<p>", 3}, "an HTML page"},
        {{"<h1", 3}, "an HTML page"},
        {{"<?xml", 5}, "an XML document"},
        {{"<rss", 4}, "an RSS feed"},
        {{"<feed", 5}, "an Atom feed"},
    };
    Str s = str_trim(str_starts(head, STR("\xEF\xBB\xBF")) ? str_slice(head, 3, head.len) : head);
    for (size_t i = 0; i < COUNT(KINDS); i++)
        if (starts_nocase(s, KINDS[i].begin))
            return fail(err, ERR_ARTICLE, (Span){0},
                        "the input is %s, which is not read yet (save the article's text and give "
                        "that)",
                        KINDS[i].what);
    return true;
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

// The reader that is surest of the content.
static const Reader *surest_reader(Str name, Str head)
{
    const Reader *best = &text_reader;
    int surest = 0;
    for (size_t i = 0; i < COUNT(READERS); i++) {
        int sure = READERS[i]->sniff(name, head);
        if (sure > surest) {
            surest = sure;
            best = READERS[i];
        }
    }
    return best;
}

// By name where one is asked for. NULL: err says why.
static const Reader *choose_reader(Str name, const ReadOptions *options, Str text, Error *err)
{
    Str head = str_slice(text, 0, HEAD_SIZE);
    if (options->format.len) {
        const Reader *reader = find_reader(options->format);
        if (!reader)
            fail_format(options->format, err);
        return reader;
    }
    if (options->paragraph)
        return &text_reader;
    return refuse_markup(head, err) ? surest_reader(name, head) : NULL;
}

static bool is_blank(Str text)
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

static void apply_options(const ReadOptions *options, Article *out)
{
    const struct {
        Str given;
        Str *field;
    } FIELDS[] = {{options->title, &out->title},
                  {options->author, &out->byline},
                  {options->date, &out->date},
                  {options->url, &out->url},
                  {options->language, &out->language}};
    for (size_t i = 0; i < COUNT(FIELDS); i++)
        if (FIELDS[i].given.len)
            *FIELDS[i].field = FIELDS[i].given;
    if (out->language.len == 0)
        out->language = STR("en");
}

bool read_source(const Source *in, const ReadOptions *options, Arena *arena, Article *out,
                 Error *err)
{
    Article article = {.source = in};
    Str text;
    if (!check_size(in->bytes, err) || !refuse_known_binaries(in->bytes, err) ||
        !decode_text(in->bytes, arena, &text, &article.notes, err))
        return false;
    if (is_blank(text))
        return fail(err, ERR_ARTICLE, (Span){0},
                    "the input holds white space only (give an article)");
    const Reader *reader = choose_reader(in->name, options, text, err);
    if (!reader)
        return false;
    article.format = reader->name;
    article.text = article.decoded = text;
    article.detail = options->detail;
    if (!reader->read(text, options, arena, &article, err))
        return false;
    apply_options(options, &article);
    if (!options->paragraph)
        select_narrated(&article, arena);
    drop_blobs(&article, arena);
    drop_marks(&article, arena);
    finish_notices(&article, arena);
    *out = article;
    return true;
}
