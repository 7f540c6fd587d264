#include "read/html/article.h"

#include "read/html/candidates.h"
#include "read/html/lines.h"
#include "read/html/pieces.h"
#include "read/html/prune.h"

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

// Captions that only a class tells of get the element that says it; a standfirst is no
// heading of what is below it.
static void shape_boxes(const HtmlPage *page, uint32_t standfirst)
{
    for (uint32_t i = 0; i < page->pieces.count; i++) {
        const Piece *p = &page->pieces.items[i];
        Node *box = box_node(page, p);
        if (!p->reason && p->kind == PIECE_CAPTION)
            box->tag = TAG_FIGCAPTION;
        if (i == standfirst && p->kind == PIECE_HEADING)
            box->tag = TAG_P;
    }
}

static Str piece_text(const HtmlPage *page, uint32_t i)
{
    return i < page->pieces.count ? page->pieces.items[i].text : (Str){0};
}

ArticleHead keep_article(Node *root, const Article *article, Arena *arena)
{
    HtmlPage page = cut_page(root, page_address(root, article), arena);
    prune_page(&page, *arena);
    bool *taken = choose_article(&page, arena);
    uint32_t title = find_title(&page, taken, page_title(root, article, arena));
    uint32_t standfirst = take_head(&page, taken, title, *arena);
    if (title < page.pieces.count)
        page.pieces.items[title].reason = NULL;
    filter_pieces(&page, taken, title, *arena);
    drop_outside(&page, taken);
    shape_boxes(&page, standfirst);
    drop_pieces(&page, *arena);
    return (ArticleHead){piece_text(&page, title), piece_text(&page, standfirst)};
}
