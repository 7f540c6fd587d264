// What a page tells of its article beside the text: title, byline, day, publisher,
// language, address, picture.
#ifndef LECTERN_READ_HTML_META_H
#define LECTERN_READ_HTML_META_H

#include "read/article.h"
#include "read/tree.h"

// Where the page shows these to its readers. NULL: nowhere that is known.
typedef struct {
    const Node *title, *byline, *date;
    bool locked;    // it says that it is not free to read
    uint32_t words; // that its article is said to have; 0: unknown
} HtmlMeta;

// Fills what is empty of title, byline, publisher, date, url, image and language. `address` is
// where the page was read, or empty. Linear in the page.
HtmlMeta read_html_meta(const Node *page, Str address, Arena *arena, Article *out);

// Why the blocks of `article`, which is read, are only the opening of what the page has for
// subscribers, in static words; NULL: they are all of it, as far as can be told. A page that
// only says that it is not free is not one of an opening: most such pages hold it all.
const char *paywall_reason(const HtmlMeta *meta, const Node *page, const Article *article);

#endif
