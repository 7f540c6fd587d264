#include "read/html/meta.h"

#include "base/utf8.h"
#include "read/dates.h"
#include "read/furniture.h"
#include "read/html/json_ld.h"
#include "read/html/page_names.h"
#include "read/match.h"

typedef enum {
    FIELD_TITLE,
    FIELD_AUTHOR,
    FIELD_DATE,
    FIELD_MODIFIED,
    FIELD_SITE,
    FIELD_LANGUAGE,
    FIELD_URL,
    FIELD_IMAGE,
    FIELD_TIER,
    FIELD_LABEL,
} Field;

// Names of `meta`, small, with a full stop for each ":", "_" and "-"; of one field, those
// above win.
static const struct {
    const char *name;
    Field field;
} ROWS[] = {
    {"og.title", FIELD_TITLE},
    {"twitter.title", FIELD_TITLE},
    {"parsely.title", FIELD_TITLE},
    {"sailthru.title", FIELD_TITLE},
    {"headline", FIELD_TITLE},
    {"dc.title", FIELD_TITLE},
    {"dcterms.title", FIELD_TITLE},
    {"citation.title", FIELD_TITLE},
    {"title", FIELD_TITLE},
    {"twitter.data1", FIELD_AUTHOR},
    {"author", FIELD_AUTHOR},
    {"parsely.author", FIELD_AUTHOR},
    {"sailthru.author", FIELD_AUTHOR},
    {"citation.author", FIELD_AUTHOR},
    {"article.author", FIELD_AUTHOR},
    {"cxenseparse.author", FIELD_AUTHOR},
    {"dc.creator", FIELD_AUTHOR},
    {"dcterms.creator", FIELD_AUTHOR},
    {"byl", FIELD_AUTHOR},
    {"byline", FIELD_AUTHOR},
    {"og.article.author", FIELD_AUTHOR},
    {"article.author.name", FIELD_AUTHOR},
    {"author.name", FIELD_AUTHOR},
    {"articleauthor", FIELD_AUTHOR},
    {"content.creator", FIELD_AUTHOR},
    {"creator", FIELD_AUTHOR},
    {"article.published.time", FIELD_DATE},
    {"og.article.published.time", FIELD_DATE},
    {"og.published.time", FIELD_DATE},
    {"datepublished", FIELD_DATE},
    {"og.datepublished", FIELD_DATE},
    {"article.published", FIELD_DATE},
    {"parsely.pub.date", FIELD_DATE},
    {"sailthru.date", FIELD_DATE},
    {"cxenseparse.recs.publishtime", FIELD_DATE},
    {"cxenseparse.publishtime", FIELD_DATE},
    {"citation.publication.date", FIELD_DATE},
    {"citation.online.date", FIELD_DATE},
    {"citation.date", FIELD_DATE},
    {"dc.date.issued", FIELD_DATE},
    {"dcterms.date", FIELD_DATE},
    {"dcterms.created", FIELD_DATE},
    {"dcterms.issued", FIELD_DATE},
    {"dc.date", FIELD_DATE},
    {"dc.date.created", FIELD_DATE},
    {"pubdate", FIELD_DATE},
    {"og.pubdate", FIELD_DATE},
    {"publish.date", FIELD_DATE},
    {"publishdate", FIELD_DATE},
    {"publisheddate", FIELD_DATE},
    {"published", FIELD_DATE},
    {"date.available", FIELD_DATE},
    {"date.created", FIELD_DATE},
    {"article.created", FIELD_DATE},
    {"datecreated", FIELD_DATE},
    {"article.date.original", FIELD_DATE},
    {"date.release", FIELD_DATE},
    {"release.date", FIELD_DATE},
    {"date", FIELD_DATE},
    {"article.modified.time", FIELD_MODIFIED},
    {"datemodified", FIELD_MODIFIED},
    {"og.updated.time", FIELD_MODIFIED},
    {"og.site.name", FIELD_SITE},
    {"publisher", FIELD_SITE},
    {"dc.publisher", FIELD_SITE},
    {"citation.journal.title", FIELD_SITE},
    {"application.name", FIELD_SITE},
    {"apple.mobile.web.app.title", FIELD_SITE},
    {"content.language", FIELD_LANGUAGE},
    {"dc.language", FIELD_LANGUAGE},
    {"og.locale", FIELD_LANGUAGE},
    {"og.url", FIELD_URL},
    {"og.image", FIELD_IMAGE},
    {"og.image.url", FIELD_IMAGE},
    {"og.image.secure.url", FIELD_IMAGE},
    {"twitter.image", FIELD_IMAGE},
    {"twitter.image.src", FIELD_IMAGE},
    {"article.content.tier", FIELD_TIER},
    {"twitter.label1", FIELD_LABEL},
};

// Of scholarly pages, which write "Cole, Ann".
static const char FAMILY_FIRST[] = "citation.author";
// Means what the label beside it says: "Written by".
static const char LABELLED[] = "twitter.data1";

typedef struct {
    uint32_t row;
    Str value;
} Declared;

// An element that may show what is looked for.
typedef struct {
    const Node *node;
    uint32_t at; // its place among the nodes of the page
    int rank;    // the lower, the surer
} Shown;

typedef LIST(Shown) ShownList;

typedef struct {
    const Node *page;
    Arena *arena;
    Str address, language, canonical, image;
    LIST(Declared) declared;
    ShownList headings, bylines, dates, times;
    ShownList openings; // texts that may begin a byline
    ShownList digits;   // texts that may be a day
    Str page_title;
    LinkedArticle linked;
    Strs sites;
    uint32_t title_at;
} Clues;

enum { SHOWN_MAX = 64, DECLARED_MAX = 512, SHORT_TEXT = 400, SHORT_NODES = 200 };

// --- reading of nodes

// The text of an element that should be short: what is long is cut, so that many elements
// within each other cost no more than they are.
static Str short_text(const Node *root, Arena *arena)
{
    Buf b = new_buf(arena);
    int nodes = 0;
    bool gap = false;
    for (const Node *n = root; n && nodes < SHORT_NODES && b.len < SHORT_TEXT; nodes++) {
        bool hidden = shape_of(n->tag) == SHAPE_HIDDEN;
        if (n->tag != TAG_TEXT)
            gap |= shape_of(n->tag) != SHAPE_INLINE || n->tag == TAG_A;
        Str s = n->tag == TAG_TEXT ? str_slice(n->text, 0, SHORT_TEXT) : (Str){0};
        for (size_t i = 0; i < s.len;) {
            Char c = utf8_at(s, i);
            bool space = code_is_space(c.code);
            if (!space && gap && b.len)
                buf_char(&b, ' ');
            if (!space)
                buf_add(&b, str_slice(s, i, i + c.len));
            gap = space;
            i += c.len;
        }
        n = hidden ? next_beside(n, root) : next_node(n, root);
    }
    return buf_str(&b);
}

static Str short_attribute(const Node *node, const char *name)
{
    enum { ATTRIBUTE_MAX = 300 };
    return str_slice(attribute(node, name), 0, ATTRIBUTE_MAX);
}

// --- declared in the head

static Str meta_name(const Node *node, Arena *arena)
{
    static const char *const KEYS[] = {"property", "name", "itemprop", "http-equiv"};
    enum { NAME_MAX = 64 };
    Str name = {0};
    for (size_t i = 0; i < COUNT(KEYS) && name.len == 0; i++)
        name = str_slice(str_trim(attribute(node, KEYS[i])), 0, NAME_MAX);
    Buf b = new_buf(arena);
    for (size_t i = 0; i < name.len; i++)
        buf_char(&b, strchr(":_- ", name.data[i]) ? '.' : (char)to_lower(name.data[i]));
    return buf_str(&b);
}

static void take_meta(Clues *c, const Node *node)
{
    Str value = str_trim(attribute(node, "content"));
    if (value.len == 0 || c->declared.count >= DECLARED_MAX)
        return;
    Arena scratch = *c->arena;
    Str name = meta_name(node, &scratch);
    for (uint32_t i = 0; i < COUNT(ROWS); i++) {
        if (str_equal(name, str_from(ROWS[i].name))) {
            *PUSH(&c->declared, c->arena) = (Declared){i, value};
            return;
        }
    }
}

static void take_link(Clues *c, const Node *node)
{
    Str rel = short_attribute(node, "rel"), href = str_trim(attribute(node, "href"));
    if (has_word(rel, STR("canonical")) && c->canonical.len == 0)
        c->canonical = href;
    if (has_word(rel, STR("image_src")) && c->image.len == 0)
        c->image = href;
}

// The values of a field, the surest first.
static Strs values_of(const Clues *c, Field field)
{
    Strs values = {0};
    for (uint32_t row = 0; row < COUNT(ROWS); row++)
        for (uint32_t i = 0; ROWS[row].field == field && i < c->declared.count; i++)
            if (c->declared.items[i].row == row)
                *PUSH(&values, c->arena) = c->declared.items[i].value;
    return values;
}

// --- shown in the body

static void add_shown(Clues *c, ShownList *list, const Node *node, uint32_t at, int rank)
{
    if (list->count < SHOWN_MAX)
        *PUSH(list, c->arena) = (Shown){node, at, rank};
}

static bool has_part(Str value, const char *const *parts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (contains_nocase(value, str_from(parts[i])))
            return true;
    return false;
}

// What a class or an attribute says of a byline, from the surest on; -1: nothing.
static int byline_rank(const Node *node)
{
    static const char *const BYLINES[] = {
        "byline",         "author-name",     "author_name", "authorname",   "p-author",
        "article-author", "article__author", "post-author", "entry-author", "autor-name"};
    static const char *const AUTHORS[] = {"author", "autor", "auteur", "writer", "contributor"};
    static const char *const OTHERS[] = {"bio",     "avatar", "image",       "img",    "comment",
                                         "related", "social", "photo",       "follow", "more",
                                         "job",     "title",  "description", "about",  "desc"};
    if (has_word(short_attribute(node, "itemprop"), STR("author")))
        return 0;
    if (node->tag == TAG_A && has_word(short_attribute(node, "rel"), STR("author")))
        return 1;
    Str name = short_attribute(node, "class"), id = short_attribute(node, "id");
    if (has_part(name, OTHERS, COUNT(OTHERS)))
        return -1;
    if (has_part(name, BYLINES, COUNT(BYLINES)) || has_part(id, BYLINES, COUNT(BYLINES)) ||
        has_part(short_attribute(node, "data-testid"), BYLINES, 1))
        return 2;
    return has_part(name, AUTHORS, COUNT(AUTHORS)) ? 3 : -1;
}

static int date_rank(const Node *node)
{
    static const char *const DATES[] = {"published", "publish-date",  "pubdate",
                                        "post-date", "entry-date",    "article-date",
                                        "dateline",  "article__date", "publication-date",
                                        "posted-on", "dt-published"};
    static const char *const OTHERS[] = {"date", "time", "datum", "fecha"};
    static const char *const NOT[] = {"update", "modif", "comment", "related"};
    Str item = short_attribute(node, "itemprop");
    if (has_word(item, STR("datePublished")))
        return 0;
    Str name = short_attribute(node, "class");
    if (name.len == 0 || has_part(name, NOT, COUNT(NOT)))
        return -1;
    return has_part(name, DATES, COUNT(DATES)) ? 1 : has_part(name, OTHERS, COUNT(OTHERS)) ? 2 : -1;
}

static bool links_to_author(const Node *node)
{
    static const char *const PATHS[] = {"/author",     "/autor", "/auteur", "/people/",
                                        "/profile",    "/by/",   "/staff",  "/contributor",
                                        "/journalist", "/team/"};
    return node->tag == TAG_A && (has_part(short_attribute(node, "href"), PATHS, COUNT(PATHS)) ||
                                  has_word(short_attribute(node, "rel"), STR("author")));
}

static bool opens_byline(Str s)
{
    static const char *const WORDS[] = {"By",  "by", "Von",  "Par",
                                        "Por", "Di", "Door", "Written by"};
    enum { LONGEST = 160 };
    s = str_trim(str_slice(s, 0, LONGEST));
    return any_starts(s, WORDS, COUNT(WORDS));
}

// Short texts that hold a year or so.
static bool may_be_date(Str s)
{
    enum { LONGEST = 120, DIGITS = 3 };
    int digits = 0;
    for (size_t i = 0; i < s.len && s.len <= LONGEST; i++)
        digits += is_digit(s.data[i]) || (s.data[i] & 0xE0) == 0xC0;
    return digits >= DIGITS;
}

static void take_text(Clues *c, const Node *node, uint32_t at)
{
    if (opens_byline(node->text))
        add_shown(c, &c->openings, node, at, 0);
    if (may_be_date(node->text))
        add_shown(c, &c->digits, node, at, 0);
}

// Of what stands aside only what the page marks up for machines counts.
static void take_aside(Clues *c, const Node *node, uint32_t at)
{
    int byline = node->attribute_count ? byline_rank(node) : -1;
    if (byline == 0 || byline == 1)
        add_shown(c, &c->bylines, node, at, byline);
    if (has_word(short_attribute(node, "itemprop"), STR("datePublished")))
        add_shown(c, &c->dates, node, at, 0);
}

static void take_shown(Clues *c, const Node *node, uint32_t at)
{
    if (node->tag == TAG_H1)
        add_shown(c, &c->headings, node, at, 0);
    if (node->tag == TAG_TIME)
        add_shown(c, &c->times, node, at, 0);
    if (node->attribute_count == 0)
        return;
    int byline = byline_rank(node), date = date_rank(node);
    if (byline < 0 && links_to_author(node))
        byline = 4;
    if (byline >= 0)
        add_shown(c, &c->bylines, node, at, byline);
    if (date >= 0)
        add_shown(c, &c->dates, node, at, date);
}

// What stands there is of other articles, or of the site.
static bool is_beside(const Node *node)
{
    return node->tag == TAG_NAV || node->tag == TAG_FOOTER || node->tag == TAG_FORM ||
           node->tag == TAG_SVG || node->tag == TAG_NOSCRIPT || node->tag == TAG_TEMPLATE ||
           node->tag == TAG_SCRIPT || node->tag == TAG_STYLE;
}

static void walk_page(Clues *c)
{
    uint32_t at = 0;
    const Node *behind = NULL; // what follows the aside at hand
    bool aside = false;
    for (const Node *n = c->page->first; n; at++) {
        aside &= n != behind;
        if (n->tag == TAG_ASIDE && !aside) {
            behind = next_beside(n, c->page);
            aside = true;
        }
        if (n->tag == TAG_META)
            take_meta(c, n);
        else if (n->tag == TAG_LINK)
            take_link(c, n);
        else if (n->tag == TAG_TITLE && c->page_title.len == 0)
            c->page_title = short_text(n, c->arena);
        else if (n->tag == TAG_HTML && c->language.len == 0)
            c->language = attribute(n, "lang");
        else if (aside && n->tag != TAG_TEXT)
            take_aside(c, n, at);
        else if (n->tag == TAG_TEXT && !aside)
            take_text(c, n, at);
        else if (n->tag != TAG_TEXT && !is_beside(n))
            take_shown(c, n, at);
        n = is_beside(n) ? next_beside(n, c->page) : next_node(n, c->page);
    }
}

// --- the fields

// "en_US,en" is "en-US"; empty where it is no tag (BCP 47).
static Str language_tag(Str s, Arena *arena)
{
    Buf b = new_buf(arena);
    s = str_trim(s);
    for (size_t i = 0; i < s.len && !strchr(",; .", s.data[i]); i++)
        buf_char(&b, s.data[i] == '_' ? '-' : s.data[i]);
    Str tag = buf_str(&b);
    size_t first = str_find(tag, STR("-"));
    bool plain = first >= 2 && first <= 3 && tag.len <= 16;
    for (size_t i = 0; i < tag.len; i++)
        plain &= is_alnum(tag.data[i]) || tag.data[i] == '-';
    return plain ? tag : (Str){0};
}

static void set_language(Clues *c, Article *out)
{
    Strs values = values_of(c, FIELD_LANGUAGE);
    set_once(&out->language, language_tag(c->language, c->arena));
    set_once(&out->language, language_tag(c->linked.language, c->arena));
    for (uint32_t i = 0; i < values.count; i++)
        set_once(&out->language, language_tag(values.items[i], c->arena));
}

static Str host_of(Str address)
{
    size_t scheme = str_find(address, STR("://"));
    Str rest = str_slice(address, scheme < address.len ? scheme + 3 : address.len, address.len);
    return str_slice(rest, 0, str_find(rest, STR("/")));
}

static void set_address(Clues *c, Article *out)
{
    Strs values = values_of(c, FIELD_URL);
    Str first = values.count ? values.items[0] : (Str){0};
    const Str ADDRESSES[] = {c->canonical, first, c->linked.url, c->address};
    for (size_t i = 0; i < COUNT(ADDRESSES); i++)
        if (is_web_address(ADDRESSES[i]))
            set_once(&out->url, ADDRESSES[i]);
    Strs images = values_of(c, FIELD_IMAGE);
    *PUSH(&images, c->arena) = c->linked.image;
    *PUSH(&images, c->arena) = c->image;
    for (uint32_t i = 0; i < images.count; i++)
        if (is_web_address(images.items[i]))
            set_once(&out->image, images.items[i]);
}

// "The Harbour Post - News from the coast": the name alone.
static Str site_name(Str s)
{
    static const char *const JOINTS[] = {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "};
    enum { NAME_MAX = 60 };
    for (size_t i = 0; i < COUNT(JOINTS); i++)
        s = str_slice(s, 0, str_find(s, str_from(JOINTS[i])));
    return s.len <= NAME_MAX && !is_web_address(s) ? str_trim(s) : (Str){0};
}

static void add_site(Clues *c, Str name)
{
    if (name.len)
        *PUSH(&c->sites, c->arena) = name;
}

static void set_publisher(Clues *c, Article *out)
{
    Strs values = values_of(c, FIELD_SITE);
    add_site(c, site_name(c->linked.publisher));
    for (uint32_t i = 0; i < values.count; i++)
        add_site(c, site_name(values.items[i]));
    if (c->sites.count)
        set_once(&out->publisher, c->sites.items[0]);
    add_site(c, host_of(out->url));
}

// "<h1><span>Culture</span> Who reads?</h1>": the words behind its first part, where the page
// declares those alone.
static Str without_kicker(Clues *c, const Node *heading, const Strs *declared)
{
    const Node *first = heading->first;
    while (first && first->tag == TAG_TEXT && str_trim(first->text).len == 0)
        first = first->next;
    Buf b = new_buf(c->arena);
    for (const Node *n = first ? first->next : NULL; n && b.len < SHORT_TEXT; n = n->next) {
        buf_add(&b, short_text(n, c->arena));
        buf_char(&b, ' ');
    }
    Str rest = str_trim(buf_str(&b));
    for (uint32_t i = 0; i < declared->count; i++)
        if (rest.len && same_letters(rest, declared->items[i]))
            return rest;
    return (Str){0};
}

static const Node *set_title(Clues *c, Article *out)
{
    TitleClues clues = {.sites = c->sites, .news = c->linked.news};
    for (uint32_t i = 0; i < c->headings.count; i++)
        *PUSH(&clues.headings, c->arena) = short_text(c->headings.items[i].node, c->arena);
    Strs values = values_of(c, FIELD_TITLE);
    if (values.count)
        *PUSH(&clues.declared, c->arena) = values.items[0];
    *PUSH(&clues.declared, c->arena) = c->linked.headline;
    *PUSH(&clues.declared, c->arena) = c->page_title;
    for (uint32_t i = 1; i < values.count; i++)
        *PUSH(&clues.declared, c->arena) = values.items[i];
    int heading;
    Str title = choose_title(&clues, c->arena, &heading);
    if (heading >= 0)
        set_once(&out->title, without_kicker(c, c->headings.items[heading].node, &clues.declared));
    set_once(&out->title, title);
    if (heading < 0)
        return NULL;
    c->title_at = c->headings.items[heading].at;
    return c->headings.items[heading].node;
}

// Elements stand near the title, mostly behind it. The less, the nearer.
static uint32_t distance(const Clues *c, const Shown *shown)
{
    return shown->at >= c->title_at ? shown->at - c->title_at : 2 * (c->title_at - shown->at);
}

static Shown *nearest(const Clues *c, const ShownList *list, int rank, uint32_t most)
{
    Shown *best = NULL;
    for (uint32_t i = 0; i < list->count; i++) {
        Shown *shown = &list->items[i];
        if (shown->rank == rank && distance(c, shown) <= most &&
            (!best || distance(c, shown) < distance(c, best)))
            best = shown;
    }
    return best;
}

// --- who wrote it

static bool is_labelled_author(const Clues *c)
{
    static const char *const LABELS[] = {
        "written by", "verfasst von", "geschrieben von", "escrito por",
        "écrit par",  "scritto da",   "geschreven door", "skrivet av",
        "skrevet av", "skrevet af",   "napisane przez",  "автор",
        "yazan"};
    Strs labels = values_of(c, FIELD_LABEL);
    return labels.count && any_equals(labels.items[0], LABELS, COUNT(LABELS));
}

// "Cole, Ann" is "Ann Cole".
static Str given_first(Str s, Arena *arena)
{
    size_t comma = str_find(s, STR(","));
    if (comma >= s.len)
        return s;
    Str given = str_trim(str_slice(s, comma + 1, s.len)), family = str_slice(s, 0, comma);
    return str_format(arena, "%.*s %.*s", STR_ARG(given), STR_ARG(family));
}

static void add_declared(Clues *c, const Declared *declared, Names *names)
{
    const char *name = ROWS[declared->row].name;
    Str value = declared->value;
    if (strcmp(name, LABELLED) == 0 && !is_labelled_author(c))
        return;
    if (strcmp(name, FAMILY_FIRST) == 0)
        value = given_first(value, c->arena);
    add_names(names, value, &c->sites, true, c->arena);
}

static Names declared_names(Clues *c)
{
    Names names = {0};
    for (uint32_t i = 0; i < c->linked.authors.count; i++)
        add_names(&names, c->linked.authors.items[i], &c->sites, true, c->arena);
    for (uint32_t i = 0; i < c->linked.organisations.count; i++)
        add_house(&names, c->linked.organisations.items[i], c->arena);
    for (uint32_t row = 0; row < COUNT(ROWS) && names.people.count == 0; row++)
        for (uint32_t i = 0; ROWS[row].field == FIELD_AUTHOR && i < c->declared.count; i++)
            if (c->declared.items[i].row == row)
                add_declared(c, &c->declared.items[i], &names);
    return names;
}

static Names shown_names(Clues *c, const Node *root)
{
    Names names = {0};
    int nodes = 0;
    for (const Node *n = root; n && nodes < SHORT_NODES; n = next_node(n, root), nodes++)
        if (links_to_author(n))
            add_names(&names, short_text(n, c->arena), &c->sites, false, c->arena);
    if (names.people.count == 0)
        add_names(&names, short_text(root, c->arena), &c->sites, false, c->arena);
    return names;
}

enum { BYLINE_RANKS = 5, NEAR = 600 };

static const Node *find_byline(Clues *c, Names *names)
{
    enum { TRIES = 8 };
    for (int rank = 0; rank < BYLINE_RANKS; rank++) {
        for (int i = 0; i < TRIES; i++) {
            Shown *shown = nearest(c, &c->bylines, rank, NEAR);
            if (!shown)
                break;
            *names = shown_names(c, shown->node);
            if (names->people.count)
                return shown->node;
            shown->rank = -1; // it says nothing
        }
    }
    *names = (Names){0};
    return NULL;
}

// "By Ann Cole" in words alone, near the title.
static const Node *find_written_byline(Clues *c, Names *names)
{
    for (uint32_t i = 0; i < c->openings.count; i++) {
        const Shown *shown = &c->openings.items[i];
        Str line = short_text(shown->node->parent, c->arena), found;
        if (distance(c, shown) > NEAR || !parse_byline(line, &found))
            continue;
        add_names(names, found, &c->sites, false, c->arena);
        if (names->people.count)
            return shown->node->parent;
    }
    return NULL;
}

static const Node *set_byline(Clues *c, Article *out)
{
    Names names = declared_names(c), shown;
    const Node *node = find_byline(c, &shown);
    if (!node)
        node = find_written_byline(c, &shown);
    const Strs *best = names.people.count   ? &names.people
                       : shown.people.count ? &shown.people
                       : names.logins.count ? &names.logins
                                            : &names.houses;
    set_once(&out->byline, join_names(best, out->language, c->arena));
    return node;
}

// --- when

static bool set_date(Clues *c, Article *out, Str value)
{
    return out->date.len ||
           (value.len && parse_date_in(value, out->language, c->arena, &out->date));
}

static Str time_value(const Shown *shown, Arena *arena)
{
    Str machine = attribute(shown->node, "datetime");
    if (machine.len == 0)
        machine = attribute(shown->node, "content");
    return machine.len ? machine : short_text(shown->node, arena);
}

static const Node *find_date(Clues *c)
{
    const Shown *near[] = {nearest(c, &c->dates, 0, NEAR), nearest(c, &c->times, 0, NEAR),
                           nearest(c, &c->dates, 1, NEAR), nearest(c, &c->dates, 2, NEAR)};
    for (size_t i = 0; i < COUNT(near); i++) {
        Str date;
        if (near[i] && parse_date_in(time_value(near[i], c->arena), c->language, c->arena, &date))
            return near[i]->node;
    }
    for (uint32_t i = 0; i < c->digits.count; i++) {
        const Shown *shown = &c->digits.items[i];
        Str date;
        if (distance(c, shown) <= NEAR && parse_date_only(shown->node->text, c->arena, &date))
            return shown->node->parent;
    }
    return NULL;
}

static const Node *set_dates(Clues *c, Article *out)
{
    Str date;
    Strs values = values_of(c, FIELD_DATE), modified = values_of(c, FIELD_MODIFIED);
    const Node *node = find_date(c);
    set_date(c, out, c->linked.published);
    for (uint32_t i = 0; i < values.count; i++)
        set_date(c, out, values.items[i]);
    if (parse_address_date(c->address, c->arena, &date) ||
        parse_address_date(out->url, c->arena, &date))
        set_once(&out->date, date);
    if (node)
        set_date(c, out, time_value(&(Shown){.node = node}, c->arena));
    set_date(c, out, c->linked.modified);
    for (uint32_t i = 0; i < modified.count; i++)
        set_date(c, out, modified.items[i]);
    return node;
}

static bool is_locked(const Clues *c)
{
    Strs tiers = values_of(c, FIELD_TIER);
    bool locked = c->linked.locked;
    for (uint32_t i = 0; i < tiers.count; i++)
        locked |= str_equal_nocase(tiers.items[i], STR("locked")) ||
                  str_equal_nocase(tiers.items[i], STR("metered"));
    return locked;
}

HtmlMeta read_html_meta(const Node *page, Str address, Arena *arena, Article *out)
{
    Clues c = {.page = page, .arena = arena, .address = address};
    walk_page(&c);
    read_linked_article(page, address.len ? address : c.canonical, arena, &c.linked);
    set_language(&c, out);
    set_address(&c, out);
    set_publisher(&c, out);
    HtmlMeta meta = {.locked = is_locked(&c), .words = c.linked.words};
    meta.title = set_title(&c, out);
    meta.byline = set_byline(&c, out);
    meta.date = set_dates(&c, out);
    return meta;
}
