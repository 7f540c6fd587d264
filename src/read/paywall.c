#include "read/html_meta.h"

const char *paywall_reason(const HtmlMeta *meta, const Node *page, const Article *article,
                           Arena scratch)
{
    (void)meta;
    (void)page;
    (void)article;
    (void)scratch;
    return NULL;
}
