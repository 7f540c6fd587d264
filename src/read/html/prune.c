#include "read/html/prune.h"

#include "read/match.h"

// --- words in the names of classes

typedef enum {
    PREFIX = 1, // words that begin so, too
    WHOLE = 2,  // parted from others by a sign, and not by a capital alone
    SMALL = 4,  // of a short line only
    SURE = 8,   // however much it holds
} Match;

static const char NAVIGATION[] = "navigation", RELATED[] = "related links",
                  NEWSLETTER[] = "newsletter prompt", SHARE[] = "share bar",
                  ADVERT[] = "advertisement", COMMENTS[] = "comments",
                  AUTHOR[] = "about the author", BYLINE[] = "byline", DATE[] = "date",
                  NOTICE_[] = "notice of the page", TAGS_[] = "tags", PLAYER[] = "player",
                  GALLERY[] = "gallery", FOOTER[] = "footer of the page",
                  HEADER[] = "header of the page", SIDEBAR[] = "sidebar", SEARCH[] = "search form",
                  FORM[] = "form", CONTROL[] = "control", HIDDEN[] = "hidden", KICKER[] = "kicker",
                  DETAILS_[] = "details of the article", CONTENTS[] = "table of contents",
                  COPYRIGHT[] = "copyright line";

// Sorted by the word.
static const struct {
    const char *word;
    int match;
    const char *reason;
} WORDS[] = {
    {"a2a", 0, SHARE},
    {"actions", SMALL, SHARE},
    {"ad", WHOLE, ADVERT},
    {"adbox", PREFIX, ADVERT},
    {"addthis", PREFIX, SHARE},
    {"addtoany", PREFIX, SHARE},
    {"ads", WHOLE, ADVERT},
    {"adsense", 0, ADVERT},
    {"adslot", PREFIX, ADVERT},
    {"advert", PREFIX, ADVERT},
    {"alert", SMALL, NOTICE_},
    {"anzeige", PREFIX, ADVERT},
    {"author", PREFIX, AUTHOR},
    {"autor", PREFIX, AUTHOR},
    {"banner", 0, ADVERT},
    {"bio", WHOLE, AUTHOR},
    {"biography", SMALL, AUTHOR},
    {"bookmark", PREFIX, SHARE},
    {"breadcrumb", PREFIX | SURE, NAVIGATION},
    {"brightcove", PREFIX, PLAYER},
    {"byline", PREFIX, BYLINE},
    {"carousel", PREFIX, GALLERY},
    {"categories", 0, TAGS_},
    {"category", SMALL, TAGS_},
    {"comment", PREFIX | SURE, COMMENTS},
    {"consent", 0, NOTICE_},
    {"contributor", PREFIX, AUTHOR},
    {"cookie", PREFIX, NOTICE_},
    {"copyright", SMALL, COPYRIGHT},
    {"cta", WHOLE, NEWSLETTER},
    {"date", SMALL, DATE},
    {"datetime", SMALL, DATE},
    {"dialog", PREFIX, NOTICE_},
    {"disqus", PREFIX | SURE, COMMENTS},
    {"donate", PREFIX, NEWSLETTER},
    {"donation", PREFIX, NEWSLETTER},
    {"eyebrow", SMALL, KICKER},
    {"follow", 0, SHARE},
    {"footer", PREFIX, FOOTER},
    {"gallery", PREFIX, GALLERY},
    {"gdpr", PREFIX, NOTICE_},
    {"hamburger", 0, NAVIGATION},
    {"interstitial", 0, ADVERT},
    {"jwplayer", PREFIX, PLAYER},
    {"keywords", 0, TAGS_},
    {"kicker", SMALL, KICKER},
    {"kommentare", SURE, COMMENTS},
    {"lightbox", PREFIX, GALLERY},
    {"login", PREFIX, NOTICE_},
    {"mailchimp", PREFIX, NEWSLETTER},
    {"masthead", 0, HEADER},
    {"megamenu", 0, NAVIGATION},
    {"menu", PREFIX, NAVIGATION},
    {"meta", SMALL, DETAILS_},
    {"metadata", SMALL, DETAILS_},
    {"modal", PREFIX, NOTICE_},
    {"mostpopular", 0, RELATED},
    {"mostread", 0, RELATED},
    {"nav", WHOLE, NAVIGATION},
    {"navbar", PREFIX, NAVIGATION},
    {"navigation", PREFIX, NAVIGATION},
    {"newsletter", PREFIX, NEWSLETTER},
    {"onetrust", PREFIX, NOTICE_},
    {"optin", 0, NEWSLETTER},
    {"outbrain", PREFIX, RELATED},
    {"pager", 0, NAVIGATION},
    {"pagination", PREFIX, NAVIGATION},
    {"paywall", PREFIX | SMALL, NEWSLETTER},
    {"player", 0, PLAYER},
    {"poll", WHOLE, PLAYER},
    {"popular", 0, RELATED},
    {"popup", PREFIX, NOTICE_},
    {"postmeta", PREFIX | SMALL, DETAILS_},
    {"postmetadata", SMALL, DETAILS_},
    {"print", SMALL, SHARE},
    {"promo", PREFIX, RELATED},
    {"pubdate", SMALL, DATE},
    {"published", SMALL, DATE},
    {"readmore", 0, RELATED},
    {"readnext", 0, RELATED},
    {"readtime", SMALL, DATE},
    {"recirc", PREFIX, RELATED},
    {"recommend", PREFIX, RELATED},
    {"register", 0, NOTICE_},
    {"registration", PREFIX, NOTICE_},
    {"regwall", PREFIX | SMALL, NEWSLETTER},
    {"related", PREFIX, RELATED},
    {"respond", SURE, COMMENTS},
    {"rubric", SMALL, KICKER},
    {"search", 0, SEARCH},
    {"share", PREFIX, SHARE},
    {"sharing", 0, SHARE},
    {"sidebar", PREFIX, SIDEBAR},
    {"signup", 0, NEWSLETTER},
    {"similar", PREFIX, RELATED},
    {"skip", WHOLE, NAVIGATION},
    {"slider", 0, GALLERY},
    {"slideshow", PREFIX, GALLERY},
    {"social", PREFIX, SHARE},
    {"sponsor", PREFIX, ADVERT},
    {"subscri", PREFIX, NEWSLETTER},
    {"suggested", 0, RELATED},
    {"suggestions", 0, RELATED},
    {"tableofcontents", 0, CONTENTS},
    {"taboola", PREFIX, RELATED},
    {"tagcloud", 0, TAGS_},
    {"taglist", 0, TAGS_},
    {"tags", 0, TAGS_},
    {"teasers", 0, RELATED},
    {"timestamp", SMALL, DATE},
    {"toc", WHOLE, CONTENTS},
    {"toolbar", 0, SHARE},
    {"tooltip", PREFIX, NOTICE_},
    {"topbar", 0, HEADER},
    {"topics", SMALL, TAGS_},
    {"trending", 0, RELATED},
    {"upnext", 0, RELATED},
    {"vcard", SMALL, AUTHOR},
    {"video", PREFIX, PLAYER},
};

// One word of a class: letters and digits, in small letters; a capital begins another.
typedef struct {
    char letters[24];
    size_t len;
    bool whole;   // no capital parts it from others
    bool negated; // "no-comments", "has-sidebar"
} NameWord;

// Reads the words of an attribute one by one.
typedef struct {
    Str s;
    size_t at;
    NameWord word;
} NameWords;

static bool is_negation(const NameWord *w)
{
    static const char *const NEGATIONS[] = {"no", "has", "with", "without", "not", "is", "hide"};
    return any_equals((Str){w->letters, w->len}, NEGATIONS, COUNT(NEGATIONS));
}

static bool next_class_word(NameWords *w)
{
    bool parted = true, spaced = w->at == 0;
    while (w->at < w->s.len && !is_alnum(w->s.data[w->at])) {
        spaced |= is_space(w->s.data[w->at]);
        w->at++;
    }
    parted = w->at == 0 || !is_alnum(w->s.data[w->at - 1]);
    bool negated = !spaced && w->word.len && is_negation(&w->word);
    w->word = (NameWord){.whole = parted, .negated = negated};
    size_t beg = w->at;
    for (; w->at < w->s.len && is_alnum(w->s.data[w->at]); w->at++) {
        char c = w->s.data[w->at];
        bool capital = is_upper(c) && w->at > beg && !is_upper(w->s.data[w->at - 1]);
        if (capital)
            break;
        if (w->word.len < sizeof w->word.letters)
            w->word.letters[w->word.len++] = (char)to_lower(c);
    }
    w->word.whole &= w->at >= w->s.len || !is_alnum(w->s.data[w->at]);
    return w->at > beg;
}

// The row that a word of a class falls under, or NULL: the last that is not behind it, or
// one in front of that with the same first letter.
static size_t find_word(Str word)
{
    size_t low = 0, high = COUNT(WORDS);
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (str_compare_c(word, WORDS[middle].word) >= 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low > 0 && WORDS[low - 1].word[0] == word.data[0]; low--) {
        size_t len = strlen(WORDS[low - 1].word);
        if (word.len == len ? str_compare_c(word, WORDS[low - 1].word) == 0
                            : (WORDS[low - 1].match & PREFIX) &&
                                  str_starts(word, str_from(WORDS[low - 1].word)))
            return low - 1;
    }
    return COUNT(WORDS);
}

// --- one element

typedef struct {
    const char *reason;
    int match;
} Verdict;

static Verdict verdict_of_words(Str names)
{
    NameWords w = {.s = names};
    while (next_class_word(&w)) {
        size_t row = w.word.negated ? COUNT(WORDS) : find_word((Str){w.word.letters, w.word.len});
        if (row < COUNT(WORDS) && (w.word.whole || !(WORDS[row].match & WHOLE)))
            return (Verdict){WORDS[row].reason, WORDS[row].match};
    }
    return (Verdict){0};
}

static const char *const NAMING[] = {"class", "id", "data-testid", "data-component", "data-module"};

static Verdict verdict_of_names(const Node *node)
{
    for (size_t i = 0; i < COUNT(NAMING); i++) {
        Verdict v = verdict_of_words(attribute(node, NAMING[i]));
        if (v.reason)
            return v;
    }
    return (Verdict){0};
}

static const Verdict TAG_VERDICTS[TAGS] = {
    [TAG_NAV] = {NAVIGATION, SURE}, [TAG_ASIDE] = {SIDEBAR, 0},  [TAG_FOOTER] = {FOOTER, 0},
    [TAG_FORM] = {FORM, 0},         [TAG_DIALOG] = {NOTICE_, 0}, [TAG_BUTTON] = {CONTROL, 0},
    [TAG_SELECT] = {CONTROL, 0},    [TAG_OPTION] = {CONTROL, 0}, [TAG_LABEL] = {CONTROL, 0},
    [TAG_FIELDSET] = {CONTROL, 0},  [TAG_MENU] = {CONTROL, 0},   [TAG_AUDIO] = {PLAYER, 0},
    [TAG_VIDEO] = {PLAYER, 0},      [TAG_OBJECT] = {PLAYER, 0},  [TAG_CANVAS] = {PLAYER, 0},
};

static Verdict verdict_of_role(const Node *node)
{
    static const struct {
        const char *role, *reason;
        int match;
    } ROLES[] = {
        {"alert", NOTICE_, 0},         {"alertdialog", NOTICE_, 0},
        {"banner", HEADER, 0},         {"button", CONTROL, 0},
        {"complementary", SIDEBAR, 0}, {"contentinfo", FOOTER, 0},
        {"dialog", NOTICE_, 0},        {"menu", NAVIGATION, SURE},
        {"menubar", NAVIGATION, SURE}, {"navigation", NAVIGATION, SURE},
        {"search", SEARCH, 0},         {"tablist", CONTROL, 0},
        {"toolbar", SHARE, 0},         {"tooltip", NOTICE_, 0},
    };
    Str role = attribute(node, "role");
    for (size_t i = 0; role.len && i < COUNT(ROLES); i++)
        if (str_equal_nocase(role, str_from(ROLES[i].role)))
            return (Verdict){ROLES[i].reason, ROLES[i].match};
    return (Verdict){0};
}

static bool is_hidden(const Node *node)
{
    static const char *const CLASSES[] = {
        "sr-only",           "visually-hidden", "visuallyhidden",   "screen-reader-text",
        "element-invisible", "a11y-hidden",     "screenreader-only"};
    if (has_attribute(node, "hidden") ||
        str_equal_nocase(attribute(node, "aria-hidden"), STR("true")))
        return true;
    Str style = attribute(node, "style");
    if (style.len && (contains_nocase(style, STR("display:none")) ||
                      contains_nocase(style, STR("display: none")) ||
                      contains_nocase(style, STR("visibility:hidden"))))
        return true;
    Str class = attribute(node, "class");
    // "hidden md:block" is hidden on small screens only.
    if (has_word(class, STR("hidden")) && str_find(class, STR(":")) == class.len)
        return true;
    for (size_t i = 0; class.len && i < COUNT(CLASSES); i++)
        if (has_word(class, str_from(CLASSES[i])))
            return true;
    return false;
}

static Verdict verdict_of(const Node *node)
{
    if (node->attribute_count && is_hidden(node))
        return (Verdict){HIDDEN, 0};
    Verdict v = TAG_VERDICTS[node->tag];
    if (!v.reason && node->attribute_count)
        v = verdict_of_role(node);
    if (!v.reason && node->attribute_count)
        v = verdict_of_names(node);
    return v;
}

// --- names that tell of the article

typedef struct {
    bool article, body, caption, note, lead;
} Told;

static void tell_word(Told *told, Str word)
{
    static const char *const ARTICLES[] = {"article", "post",   "story",   "entry",
                                           "blog",    "news",   "artikel", "articulo",
                                           "amp",     "single", "detail"};
    static const char *const BODIES[] = {"body", "content", "text", "copy", "inhalt", "contenido"};
    static const char *const WHOLES[] = {"articlebody",  "articlecontent", "entrycontent",
                                         "postcontent",  "storybody",      "articletext",
                                         "storycontent", "postbody",       "maincontent"};
    static const char *const NOTES[] = {"correction", "corrections", "clarification", "editorsnote",
                                        "editornote"};
    static const char *const LEADS[] = {
        "standfirst",  "lead",        "lede",     "dek",      "deck",   "subtitle", "subhead",
        "subheadline", "intro",       "summary",  "abstract", "teaser", "excerpt",  "vorspann",
        "chapo",       "description", "leadtext", "perex",    "ingress"};
    if (any_equals(word, WHOLES, COUNT(WHOLES)))
        told->article = told->body = true;
    told->article |= any_equals(word, ARTICLES, COUNT(ARTICLES));
    told->body |= any_equals(word, BODIES, COUNT(BODIES));
    told->caption |= starts_nocase(word, STR("caption")) || str_ends(word, STR("caption")) ||
                     str_equal(word, STR("credit")) || str_equal(word, STR("credits")) ||
                     str_equal(word, STR("photocredit"));
    told->note |= any_equals(word, NOTES, COUNT(NOTES));
    told->lead |= any_equals(word, LEADS, COUNT(LEADS));
}

static Named name_element(const Node *node)
{
    Told told = {0};
    if (str_equal(attribute(node, "itemprop"), STR("articleBody")))
        return NAMED_BODY;
    for (size_t i = 0; i < COUNT(NAMING); i++) {
        NameWords w = {.s = attribute(node, NAMING[i])};
        while (next_class_word(&w))
            tell_word(&told, (Str){w.word.letters, w.word.len});
    }
    if (told.note)
        return NAMED_NOTE;
    if (told.caption)
        return NAMED_CAPTION;
    if (told.article && told.body)
        return NAMED_BODY;
    if (told.lead)
        return NAMED_STANDFIRST;
    return told.article ? NAMED_ARTICLE : NAMED_NOTHING;
}

// --- the page

typedef struct {
    HtmlPage *page;
    uint32_t *titles; // elements in front of each that only the article's frame holds
    uint32_t *quotes; // block quotes in front of each
    bool *in_article; // whether an element of the article is around each
} Prune;

static Prune begin_prune(HtmlPage *page, Arena *arena)
{
    uint32_t count = page->elements.count;
    Prune p = {page, ALLOC(arena, uint32_t, count + 1), ALLOC(arena, uint32_t, count + 1),
               ALLOC(arena, bool, count + 1)};
    for (uint32_t i = 0; i < count; i++) {
        const Element *e = &page->elements.items[i];
        Tag tag = e->node->tag, around = page->elements.items[e->parent].node->tag;
        p.titles[i + 1] = p.titles[i] + (tag == TAG_H1 || tag == TAG_MAIN);
        p.quotes[i + 1] = p.quotes[i] + (tag == TAG_BLOCKQUOTE);
        p.in_article[i] =
            i > 0 && (p.in_article[e->parent] || around == TAG_ARTICLE || around == TAG_MAIN);
        page->elements.items[i].named = name_element(e->node);
    }
    return p;
}

static bool holds_title(const Prune *p, uint32_t at)
{
    return p->titles[p->page->elements.items[at].end] > p->titles[at + 1];
}

static bool is_frame(Tag tag)
{
    return tag == TAG_HTML || tag == TAG_BODY || tag == TAG_MAIN || tag == TAG_ARTICLE ||
           tag == TAG_OTHER;
}

enum { SMALL_CHARS = 250, GALLERY_PROSE = 400 };

static bool may_drop(const Prune *prune, uint32_t at, Verdict v)
{
    const HtmlPage *page = prune->page;
    const Element *e = &page->elements.items[at];
    uint32_t prose = prose_in(page, e), all = page->prose[page->pieces.count];
    if (is_frame(e->node->tag))
        return false;
    // A post that is shown in the article is called "social", too.
    if (v.reason == SHARE && prune->quotes[e->end] > prune->quotes[at])
        return false;
    if (v.reason == GALLERY && prose > GALLERY_PROSE)
        return false;
    if (v.match & SMALL)
        return chars_in(page, e) <= SMALL_CHARS;
    if (!(v.match & SURE) && prose * 10 > all * 3)
        return false;
    return !holds_title(prune, at);
}

// The page's header holds its name and menus; that of the article its title and standfirst.
static bool is_page_header(const Prune *p, uint32_t at)
{
    return p->page->elements.items[at].node->tag == TAG_HEADER && !p->in_article[at] &&
           !holds_title(p, at);
}

static const char *element_reason(const Prune *p, uint32_t at)
{
    const Element *e = &p->page->elements.items[at];
    if (e->named == NAMED_NOTE)
        return NULL;
    if (is_page_header(p, at) && may_drop(p, at, (Verdict){HEADER, 0}))
        return HEADER;
    Verdict v = verdict_of(e->node);
    // A question that a click opens the answer of.
    Tag box = p->page->elements.items[p->page->elements.items[e->parent].box].node->tag;
    if (e->node->tag == TAG_BUTTON && shape_of(box) == SHAPE_HEADING) {
        e->node->tag = TAG_SPAN;
        return NULL;
    }
    return v.reason && may_drop(p, at, v) ? v.reason : NULL;
}

// Of an element in a line its words are dropped, of others whole pieces.
static void give_reason(HtmlPage *page, uint32_t at, const char *reason)
{
    Element *e = &page->elements.items[at];
    e->reason = reason;
    bool partly = false;
    for (uint32_t i = e->piece; i < e->piece_end; i++) {
        Piece *p = &page->pieces.items[i];
        bool whole =
            p->kind == PIECE_PICTURE || (p->words >= e->word && p->words_end <= e->word_end);
        if (whole && !p->reason)
            p->reason = reason;
        partly |= !whole;
    }
    bool in_line = e->piece_end - e->piece == 1 && shape_of(e->node->tag) == SHAPE_INLINE;
    if (partly && in_line && reason == HIDDEN)
        e->node->drop = reason;
}

// What an element that is named a caption holds is one, and so is what a figure holds beside
// its picture.
static void find_captions(HtmlPage *page)
{
    enum { CAPTION_CHARS = 700 };
    for (uint32_t i = 1; i < page->elements.count; i++) {
        const Element *e = &page->elements.items[i];
        bool figure = e->node->tag == TAG_FIGURE;
        if ((e->named != NAMED_CAPTION && !figure) || chars_in(page, e) > CAPTION_CHARS)
            continue;
        for (uint32_t k = e->piece; k < e->piece_end; k++) {
            Piece *p = &page->pieces.items[k];
            bool whole = p->words >= e->word && p->words_end <= e->word_end;
            bool plain = p->kind == PIECE_TEXT ||
                         (!figure && (p->kind == PIECE_HEADING || p->kind == PIECE_ITEM));
            if (whole && plain)
                p->kind = PIECE_CAPTION;
        }
    }
}

// A name that most of the page goes by tells nothing: "sidebar" of each part of the article.
static void spare_most(HtmlPage *page, const char *reason, uint32_t prose)
{
    uint32_t spared = 0;
    for (uint32_t i = 0; i < page->pieces.count; i++)
        if (page->pieces.items[i].reason == reason && is_prose_piece(&page->pieces.items[i]))
            spared += page->pieces.items[i].chars;
    if (spared * 2 <= prose)
        return;
    for (uint32_t i = 0; i < page->pieces.count; i++)
        if (page->pieces.items[i].reason == reason)
            page->pieces.items[i].reason = NULL;
    for (uint32_t i = 0; i < page->elements.count; i++)
        if (page->elements.items[i].reason == reason)
            page->elements.items[i].reason = NULL;
}

// What a page hides until its script has run is shown all the same, where it is the article.
static void unveil(Node *node)
{
    static const char *const VEILS[] = {"hidden", "style", "aria-hidden"};
    for (uint32_t i = 0; i < node->attribute_count; i++)
        if (any_equals(node->attributes[i].name, VEILS, COUNT(VEILS)))
            node->attributes[i] = (Attribute){0};
}

static void unveil_kept(HtmlPage *page)
{
    for (uint32_t i = 0; i < page->elements.count; i++) {
        const Element *e = &page->elements.items[i];
        if (e->reason != HIDDEN && chars_in(page, e) && e->node->attribute_count &&
            is_hidden(e->node))
            unveil(e->node);
    }
}

void prune_page(HtmlPage *page, Arena scratch)
{
    static const char *const DOUBTED[] = {SIDEBAR, ADVERT, GALLERY, AUTHOR, RELATED, NOTICE_,
                                          FOOTER,  FORM,   HIDDEN,  PLAYER, SHARE,   NEWSLETTER};
    Prune p = begin_prune(page, &scratch);
    uint32_t prose = page->prose[page->pieces.count];
    for (uint32_t i = 1; i < page->elements.count;) {
        const char *reason = page->elements.items[i].piece < page->elements.items[i].piece_end
                                 ? element_reason(&p, i)
                                 : NULL;
        if (reason)
            give_reason(page, i, reason);
        i = reason ? page->elements.items[i].end : i + 1;
    }
    find_captions(page);
    for (size_t i = 0; i < COUNT(DOUBTED); i++)
        spare_most(page, DOUBTED[i], prose);
    sum_pieces(page);
    unveil_kept(page);
}
