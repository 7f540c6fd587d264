#include "read/html_article.h"

#include "read/html_candidates.h"
#include "read/html_pieces.h"
#include "read/html_prune.h"

static const char OUTSIDE[] = "outside the article";

void keep_article(Node *root, const Article *article, Arena *arena)
{
    (void)article;
    HtmlPage page = cut_page(root, arena);
    prune_page(&page, *arena);
    const bool *taken = choose_article(&page, arena);
    for (uint32_t i = 0; i < page.pieces.count; i++)
        if (!taken[i] && !page.pieces.items[i].reason)
            page.pieces.items[i].reason = OUTSIDE;
    drop_pieces(&page, *arena);
}
