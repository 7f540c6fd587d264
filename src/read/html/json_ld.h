// Linked data in a page (JSON-LD, schema.org): what its publisher says of the article.
#ifndef LECTERN_READ_HTML_JSON_LD_H
#define LECTERN_READ_HTML_JSON_LD_H

#include "read/tree.h"

// Empty and zero: not said. Values are plain text, without tags and references.
typedef struct {
    Str headline, published, modified, publisher, language, url, image;
    LIST(Str) authors;       // persons, and whoever is of no stated kind
    LIST(Str) organisations; // authors that are none
    bool news;               // a newspaper's, not a page of any kind
    bool locked;             // not accessible for free, or a part of it is not
    uint32_t words;          // of the article, counted or told
} LinkedArticle;

// The article among all that the page's scripts describe: of several, the one whose address is
// `address`, then the one that says most. False: none is described; what the page says of
// itself as a page is in `out` even so. Scripts past 1 MiB in all are left out.
bool read_linked_article(const Node *page, Str address, Arena *arena, LinkedArticle *out);

#endif
