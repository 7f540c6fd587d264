#include "read/html_article.h"

#include "read/html_candidates.h"
#include "read/html_lines.h"
#include "read/html_pieces.h"
#include "read/html_prune.h"

// What the page is called: "River rises - The Harbour Post".
static Str page_title(const Node *root, const Article *article, Arena *arena)
{
    const Node *title = article->title.len ? NULL : find_tag(root, TAG_TITLE);
    return title ? node_text(title, arena) : article->title;
}

// Where the page says that it stands.
static Str page_address(const Node *root, const Article *article)
{
    const Node *head = article->url.len ? NULL : find_tag(root, TAG_HEAD);
    for (const Node *n = head ? head->first : NULL; n; n = n->next)
        if (n->tag == TAG_LINK && has_word(attribute(n, "rel"), STR("canonical")))
            return attribute(n, "href");
        else if (n->tag == TAG_META && str_equal(attribute(n, "property"), STR("og:url")))
            return attribute(n, "content");
    return article->url.len ? article->url : article->source->address;
}

static void drop_outside(HtmlPage *page, const bool *taken)
{
    for (uint32_t i = 0; i < page->pieces.count; i++)
        if (!taken[i] && !page->pieces.items[i].reason)
            page->pieces.items[i].reason = "outside the article";
}

// Classes tell what a bare box is: captions and pull quotes become what they are.
static void shape_boxes(HtmlPage *page)
{
    for (uint32_t i = 0; i < page->pieces.count; i++) {
        const Piece *p = &page->pieces.items[i];
        Element *e = &page->elements.items[p->box];
        if (p->reason || p->kind == PIECE_PICTURE)
            continue;
        if (p->kind == PIECE_CAPTION)
            e->node->tag = TAG_FIGCAPTION;
    }
}

Str keep_article(Node *root, const Article *article, Arena *arena)
{
    HtmlPage page = cut_page(root, page_address(root, article), arena);
    prune_page(&page, *arena);
    bool *taken = choose_article(&page, arena);
    uint32_t title = find_title(&page, taken, page_title(root, article, arena));
    take_head(&page, taken, title, *arena);
    if (title < page.pieces.count)
        page.pieces.items[title].reason = NULL;
    filter_pieces(&page, taken, title, *arena);
    drop_outside(&page, taken);
    shape_boxes(&page);
    drop_pieces(&page, *arena);
    return title < page.pieces.count ? page.pieces.items[title].text : (Str){0};
}
