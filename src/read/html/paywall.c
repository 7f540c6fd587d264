// Whether a page holds an article or only its opening, the rest being sold.
#include "base/utf8.h"
#include "read/html/meta.h"
#include "read/match.h"

// Publishers count words as we do, to a few in a hundred; an opening has seldom a third.
enum { WHOLE_PERCENT = 50, OPENING_WORDS = 250, OPENING_MAX = 700 };

typedef struct {
    uint32_t words; // that are narrated
    Str last;       // the last paragraph of them
    bool offers;    // a line offers a subscription
    bool paywall;   // an element is named for it
} Seen;

static uint32_t count_words(Str s)
{
    uint32_t words = 0, wide = 0;
    bool inside = false;
    for (size_t i = 0; i < s.len;) {
        Char c = utf8_at(s, i);
        bool ideograph = c.code >= 0x3040 && c.code < 0xA000;
        wide += ideograph;
        words += !ideograph && !inside && !code_is_space(c.code);
        inside = !ideograph && !code_is_space(c.code);
        i += c.len;
    }
    return words + wide / 2;
}

static bool is_dropped(const Article *article, const Block *block, uint32_t *drop)
{
    const Drop *drops = article->drops.items;
    while (*drop < article->drops.count && drops[*drop].span.end <= block->span.beg)
        ++*drop;
    return *drop < article->drops.count && drops[*drop].span.beg <= block->span.beg &&
           drops[*drop].span.end >= block->span.end;
}

static bool is_body(BlockKind kind)
{
    return kind == BLOCK_PARAGRAPH || kind == BLOCK_QUOTE || kind == BLOCK_LIST_ITEM;
}

// "Subscribe to continue reading", "Jetzt weiterlesen mit Plus": an offer in words, which
// stands in a line of its own.
static bool is_offer(Str s)
{
    static const char *const OFFERS[] = {"subscribe to continue",
                                         "subscribe to read",
                                         "subscribe to unlock",
                                         "subscribe now to",
                                         "to continue reading",
                                         "continue reading with",
                                         "keep reading with",
                                         "to read the full",
                                         "to read this article",
                                         "read the rest of this",
                                         "for subscribers only",
                                         "subscribers only",
                                         "already a subscriber",
                                         "log in to continue",
                                         "sign in to continue",
                                         "register to continue",
                                         "this post is for paid",
                                         "this post is for paying",
                                         "upgrade to paid",
                                         "unlock this article",
                                         "start your free trial to",
                                         "weiterlesen mit",
                                         "jetzt weiterlesen",
                                         "abonnieren und weiterlesen",
                                         "um weiterzulesen",
                                         "bereits abonnent",
                                         "mit einem abo",
                                         "réservé aux abonnés",
                                         "pour lire la suite",
                                         "il vous reste",
                                         "déjà abonné",
                                         "abonnez-vous pour",
                                         "para seguir leyendo",
                                         "suscríbete para",
                                         "ya eres suscriptor",
                                         "contenuto riservato",
                                         "per continuare a leggere",
                                         "abbonati per",
                                         "conteúdo exclusivo para assinantes",
                                         "assine para continuar",
                                         "verder lezen",
                                         "al abonnee",
                                         "fortsätt läsa",
                                         "läs vidare",
                                         "redan prenumerant",
                                         "fortsett å lese",
                                         "læs videre",
                                         "kup dostęp",
                                         "czytaj dalej za",
                                         "pro předplatitele",
                                         "上記は有料",
                                         "この記事は有料会員",
                                         "続きを読むには"};
    enum { LONGEST = 240 };
    if (s.len == 0 || s.len > LONGEST)
        return false;
    for (size_t i = 0; i < COUNT(OFFERS); i++)
        if (contains_nocase(s, str_from(OFFERS[i])))
            return true;
    return false;
}

// Class or identity of what hides the rest.
static bool names_paywall(const Node *node)
{
    static const char *const NAMES[] = {"paywall", "paid-wall",    "subscriber-only", "piano-offer",
                                        "regwall", "content-gate", "premium-overlay"};
    static const char *const KEYS[] = {"class", "id"};
    enum { VALUE_MAX = 300 };
    for (size_t k = 0; k < COUNT(KEYS); k++) {
        Str value = str_slice(attribute(node, KEYS[k]), 0, VALUE_MAX);
        for (size_t i = 0; i < COUNT(NAMES) && value.len; i++)
            if (contains_nocase(value, str_from(NAMES[i])))
                return true;
    }
    return false;
}

static void look_at_page(const Node *page, Seen *seen)
{
    for (const Node *n = page->first; n;) {
        bool hidden = shape_of(n->tag) == SHAPE_HIDDEN;
        if (n->tag == TAG_TEXT)
            seen->offers |= is_offer(n->text);
        else if (!hidden && n->tag != TAG_BODY && n->tag != TAG_HTML && n->attribute_count)
            seen->paywall |= names_paywall(n);
        n = hidden ? next_beside(n, page) : next_node(n, page);
    }
}

static void look_at_blocks(const Article *article, Seen *seen)
{
    uint32_t drop = 0;
    for (uint32_t i = 0; i < article->blocks.count; i++) {
        const Block *block = &article->blocks.items[i];
        Str s = str_span(article->text, block->span);
        if (!is_body(block->kind) || is_dropped(article, block, &drop) || is_offer(s))
            continue;
        seen->words += count_words(s);
        seen->last = s;
    }
}

// "for the rest of the season and", "for the rest …"
static bool is_cut(Str s)
{
    Char c = utf8_before(s, s.len);
    return c.code == 0x2026 || str_ends(s, STR("...")) || code_is_letter(c.code) || c.code == ',';
}

const char *paywall_reason(const HtmlMeta *meta, const Node *page, const Article *article)
{
    Seen seen = {0};
    look_at_blocks(article, &seen);
    if (seen.words >= OPENING_MAX)
        return NULL;
    // The page says how long the article is.
    if (meta->locked && meta->words)
        return (uint64_t)seen.words * 100 < (uint64_t)meta->words * WHOLE_PERCENT
                   ? "the page holds less than it says that its article has, which is sold"
                   : NULL;
    if (meta->locked && seen.words < OPENING_WORDS && is_cut(seen.last))
        return "the page says that the article is for subscribers, and breaks off";
    look_at_page(page, &seen);
    if (meta->locked && seen.words < OPENING_WORDS && (seen.offers || seen.paywall))
        return "the page says that the article is for subscribers, and offers a subscription";
    if (seen.offers && seen.paywall && seen.words < OPENING_WORDS)
        return "the page hides the rest behind the offer of a subscription";
    return NULL;
}
