// HTML pages: a tree as browsers build it, of which the article is kept.
#include "read/draft.h"
#include "read/furnish.h"
#include "read/html_blocks.h"
#include "read/html_parse.h"
#include "read/match.h"
#include "read/reader.h"
#include "read/sniff.h"

static bool read_html(Str text, const ReadOptions *options, Arena *arena, Article *out, Error *err)
{
    (void)options;
    Node *page;
    if (!parse_html(text, arena, &page, err))
        return false;
    Draft draft = new_draft(out, arena, text.len / 4);
    add_html_blocks(&draft, page);
    end_draft(&draft);
    furnish_blocks(out, arena);
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
