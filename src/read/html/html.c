// HTML pages: a tree as browsers build it, of which the article is kept.
#include "read/draft.h"
#include "read/furnish.h"
#include "read/html/article.h"
#include "read/html/blocks.h"
#include "read/html/meta.h"
#include "read/html/parse.h"
#include "read/match.h"
#include "read/reader.h"
#include "read/repeats.h"
#include "read/sniff.h"

typedef struct {
    const Draft *draft;
    ArticleHead head; // what has not been met yet
} Heading;

// The heading that is the article's title, the line that is its standfirst.
static void name_head(void *context, Block *block)
{
    Heading *h = context;
    Str text = str_span(h->draft->article->text, block->span);
    if (block->kind == BLOCK_HEADING && same_words(text, h->head.title)) {
        *block = (Block){.kind = BLOCK_TITLE, .span = block->span};
        h->head.title = (Str){0};
    } else if (block->kind == BLOCK_PARAGRAPH && same_words(text, h->head.standfirst)) {
        block->role = ROLE_STANDFIRST;
        h->head.standfirst = (Str){0};
    }
}

static bool read_html(Str text, const ReadOptions *options, Arena *arena, Article *out, Error *err)
{
    Node *page;
    if (!parse_html(text, arena, &page, err))
        return false;
    Str address = options->url.len ? options->url : out->source->address;
    HtmlMeta meta = read_html_meta(page, address, arena, out);
    Heading heading = {.head = keep_article(page, out, arena)};
    Draft draft = new_draft(out, arena, text.len / 4);
    heading.draft = &draft;
    draft.on_block = name_head;
    draft.context = &heading;
    add_html_blocks(&draft, page);
    end_draft(&draft);
    furnish_blocks(out, arena);
    out->stub = paywall_reason(&meta, page, out);
    return true;
}

// The input begins with an element of HTML, or a server says that it is a page.
static int sniff_html(const Source *source, Str head)
{
    static const char *const TYPES[] = {"text/html", "application/xhtml+xml"};
    static const char *const ROOTS[] = {
        "html",  "head", "body",  "div",  "article",    "main", "section", "p",      "h1",     "h2",
        "title", "meta", "table", "span", "blockquote", "ul",   "ol",      "header", "center", "a"};
    Str root = root_element(head);
    bool declared = starts_nocase(sniffed(head), STR("<!doctype html"));
    if (declared || any_equals(root, ROOTS, COUNT(ROOTS)))
        return SURE_CONTENT;
    return type_is_any(source, TYPES, COUNT(TYPES)) ? SURE_TYPE : 0;
}

const Reader html_reader = {.name = "html", .sniff = sniff_html, .read = read_html};
