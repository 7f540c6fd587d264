// The article of a page: everything else in the tree gets the reason why it is left out.
#ifndef LECTERN_READ_HTML_ARTICLE_H
#define LECTERN_READ_HTML_ARTICLE_H

#include "read/article.h"
#include "read/tree.h"

// `article` has what the page's metadata told: its title, where that is known. Sets
// Node.drop, and tags where a name of a class tells what an element is. Gives the words of
// the heading that is the article's title, empty where there is none. Linear in the page.
Str keep_article(Node *page, const Article *article, Arena *arena);

#endif
