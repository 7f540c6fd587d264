// The article of a page: everything else in the tree gets the reason why it is left out.
#ifndef LECTERN_READ_HTML_ARTICLE_H
#define LECTERN_READ_HTML_ARTICLE_H

#include "read/article.h"
#include "read/tree.h"

// What its head is, in the words of the page; empty where it has none.
typedef struct {
    Str title, standfirst;
} ArticleHead;

// `article` has what the page's metadata told: its title, where that is known. Sets
// Node.drop, and tags where a name of a class tells what an element is. Linear in the page.
ArticleHead keep_article(Node *page, const Article *article, Arena *arena);

#endif
