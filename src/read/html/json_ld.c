#include "read/html/json_ld.h"

#include "base/json_read.h"
#include "base/utf8.h"
#include "read/entity.h"
#include "read/match.h"

enum { SCRIPTS_MAX = 1 << 20, AUTHORS_MAX = 32, NODES_MAX = 1 << 16 };

typedef struct {
    LIST(const JsonValue *) objects; // all that are described, in order
    Str address;
    Arena *arena;
    LinkedArticle *out;
} Data;

// --- text

static size_t tag_len(Str s, size_t at)
{
    bool tag = at + 1 < s.len && (is_alpha(s.data[at + 1]) || s.data[at + 1] == '/');
    size_t end = tag ? at + str_find(str_slice(s, at, s.len), STR(">")) : s.len;
    return end < s.len ? end + 1 - at : 0;
}

static size_t reference_len(Str s, size_t at)
{
    enum { LONGEST = 12 };
    Str piece = str_slice(s, at, at + LONGEST);
    size_t end = str_find(piece, STR(";"));
    return end < piece.len ? end + 1 : 0;
}

// Publishers escape twice as often as once: "Tom &amp;amp; Ann", "<i>Nature</i>".
static Str plain_text(Str s, Arena *arena)
{
    Buf b = new_buf(arena);
    for (size_t i = 0; i < s.len;) {
        size_t skip = s.data[i] == '<' ? tag_len(s, i) : 0;
        size_t len = s.data[i] == '&' ? reference_len(s, i) : 0;
        uint32_t code = len ? entity_code(str_slice(s, i, i + len)) : 0;
        if (code)
            buf_code(&b, code);
        else if (skip == 0)
            buf_char(&b, s.data[i]);
        i += code ? len : skip ? skip : 1;
    }
    return str_trim(buf_str(&b));
}

// The text of a value that may be wrapped: a list, "@value", a name.
static Str value_text(const JsonValue *value)
{
    for (int depth = 0; value && depth < 8; depth++) {
        if (value->kind == VALUE_TEXT)
            return value->text;
        if (value->kind == VALUE_LIST) {
            value = value->count ? value->items : NULL;
        } else if (value->kind == VALUE_OBJECT) {
            static const char *const NAMES[] = {"@value", "name", "url", "@id"};
            const JsonValue *inner = NULL;
            for (size_t i = 0; i < COUNT(NAMES) && !inner; i++)
                inner = json_member(value, NAMES[i]);
            value = inner;
        } else {
            return (Str){0};
        }
    }
    return (Str){0};
}

static Str member_text(const JsonValue *object, const char *key, Arena *arena)
{
    return plain_text(value_text(json_member(object, key)), arena);
}

// --- kinds

// "schema:NewsArticle", "https://schema.org/NewsArticle"
static Str bare_type(Str type)
{
    for (size_t i = type.len; i > 0; i--)
        if (type.data[i - 1] == '/' || type.data[i - 1] == ':' || type.data[i - 1] == '#')
            return str_slice(type, i, type.len);
    return type;
}

static bool is_article_type(Str type)
{
    static const char *const TYPES[] = {
        "BlogPosting",     "LiveBlogPosting", "SocialMediaPosting",
        "OpinionPiece",    "Report",          "Review",
        "CriticReview",    "Posting",         "DiscussionForumPosting",
        "ReportageArticle"};
    return str_ends(type, STR("Article")) || any_equals(type, TYPES, COUNT(TYPES));
}

static bool is_news_type(Str type)
{
    return str_ends(type, STR("NewsArticle")) || str_equal(type, STR("ReportageArticle"));
}

static bool is_page_type(Str type)
{
    static const char *const TYPES[] = {"WebPage", "ItemPage", "MedicalWebPage", "CreativeWork"};
    return any_equals(type, TYPES, COUNT(TYPES));
}

static bool is_organisation_type(Str type)
{
    static const char *const TYPES[] = {
        "Organization", "NewsMediaOrganization", "Corporation", "LocalBusiness", "Brand", "WebSite",
        "Periodical"};
    return any_equals(type, TYPES, COUNT(TYPES));
}

static bool has_type(const JsonValue *object, bool (*wanted)(Str))
{
    const JsonValue *type = json_member(object, "@type");
    if (!type || type->kind == VALUE_TEXT)
        return type && wanted(bare_type(type->text));
    for (uint32_t i = 0; type->kind == VALUE_LIST && i < type->count; i++)
        if (type->items[i].kind == VALUE_TEXT && wanted(bare_type(type->items[i].text)))
            return true;
    return false;
}

// --- what is described

static void collect_objects(Data *d, const JsonValue *root)
{
    LIST(const JsonValue *) open = {0};
    *PUSH(&open, d->arena) = root;
    while (open.count && d->objects.count < NODES_MAX) {
        const JsonValue *value = open.items[--open.count];
        if (value->kind == VALUE_OBJECT)
            *PUSH(&d->objects, d->arena) = value;
        for (uint32_t i = value->count; i > 0; i--)
            if (value->items[i - 1].kind >= VALUE_LIST)
                *PUSH(&open, d->arena) = &value->items[i - 1];
    }
}

static void collect_scripts(Data *d, const Node *page)
{
    size_t total = 0;
    for (const Node *n = page->first; n; n = next_node(n, page)) {
        if (n->tag != TAG_SCRIPT || !n->first ||
            !contains_nocase(str_slice(attribute(n, "type"), 0, 64), STR("ld+json")))
            continue;
        JsonValue *root = ALLOC(d->arena, JsonValue, 1);
        Error ignored = {0};
        total += n->first->text.len;
        if (total <= SCRIPTS_MAX && read_loose_json(n->first->text, d->arena, root, &ignored))
            collect_objects(d, root);
    }
}

// Whoever another object is named by: {"@id": "#ann"}.
static const JsonValue *resolve(const Data *d, const JsonValue *object)
{
    Str id = json_text(object, "@id");
    if (id.len == 0 || json_member(object, "name"))
        return object;
    for (uint32_t i = 0; i < d->objects.count; i++) {
        const JsonValue *other = d->objects.items[i];
        if (json_member(other, "name") && str_equal(json_text(other, "@id"), id))
            return other;
    }
    return object;
}

static void add_author(Data *d, const JsonValue *value, bool organisation)
{
    Str name = plain_text(value_text(value), d->arena);
    if (name.len == 0)
        return;
    if (organisation)
        *PUSH(&d->out->organisations, d->arena) = name;
    else
        *PUSH(&d->out->authors, d->arena) = name;
}

static void add_named(Data *d, const JsonValue *object)
{
    const JsonValue *who = resolve(d, object);
    const JsonValue *name = json_member(who, "name");
    if (!name)
        name = json_member(who, "@value");
    bool organisation = has_type(who, is_organisation_type);
    if (name && name->kind == VALUE_LIST) {
        for (uint32_t i = 0; i < name->count && i < AUTHORS_MAX; i++)
            add_author(d, &name->items[i], organisation);
    } else if (name) {
        add_author(d, name, organisation);
    } else if (json_text(who, "familyName").len) {
        Str given = json_text(who, "givenName"), family = json_text(who, "familyName");
        *PUSH(&d->out->authors, d->arena) =
            str_trim(str_format(d->arena, "%.*s %.*s", STR_ARG(given), STR_ARG(family)));
    }
}

static void read_authors(Data *d, const JsonValue *value)
{
    if (value && value->kind == VALUE_OBJECT && json_member(value, "@list"))
        value = json_member(value, "@list");
    uint32_t count = value && value->kind == VALUE_LIST ? value->count : value != NULL;
    const JsonValue *items = value && value->kind == VALUE_LIST ? value->items : value;
    for (uint32_t i = 0; i < count && i < AUTHORS_MAX; i++) {
        if (items[i].kind == VALUE_OBJECT)
            add_named(d, &items[i]);
        else
            add_author(d, &items[i], false);
    }
}

// --- the article

// Without protocol, "www." and what follows the path.
static Str bare_address(Str s)
{
    size_t scheme = str_find(s, STR("://"));
    if (scheme < s.len)
        s = str_slice(s, scheme + 3, s.len);
    if (starts_nocase(s, STR("www.")))
        s = str_slice(s, 4, s.len);
    s = str_slice(s, 0, str_find(s, STR("#")));
    s = str_slice(s, 0, str_find(s, STR("?")));
    while (s.len && s.data[s.len - 1] == '/')
        s.len--;
    return s;
}

static bool is_at(const JsonValue *object, Str address)
{
    static const char *const KEYS[] = {"url", "mainEntityOfPage", "@id"};
    Str wanted = bare_address(address);
    for (size_t i = 0; i < COUNT(KEYS) && wanted.len; i++) {
        const JsonValue *value = json_member(object, KEYS[i]);
        Str id = value && json_text(value, "@id").len ? json_text(value, "@id") : value_text(value);
        if (str_equal(bare_address(id), wanted))
            return true;
    }
    return false;
}

static int article_score(const Data *d, const JsonValue *object)
{
    static const char *const TELLING[] = {"headline", "author", "datePublished", "publisher"};
    if (!has_type(object, is_article_type))
        return 0;
    int score = 1 + 8 * is_at(object, d->address);
    for (size_t i = 0; i < COUNT(TELLING); i++)
        score += 2 * (json_member(object, TELLING[i]) != NULL);
    return score;
}

static const JsonValue *best_article(const Data *d)
{
    const JsonValue *best = NULL;
    int most = 0;
    for (uint32_t i = 0; i < d->objects.count; i++) {
        int score = article_score(d, d->objects.items[i]);
        if (score > most) {
            most = score;
            best = d->objects.items[i];
        }
    }
    return best;
}

// Publishers write the truth as a word as often as not: "False".
static bool is_denied(const JsonValue *object)
{
    const JsonValue *free = json_member(object, "isAccessibleForFree");
    if (!free)
        return false;
    if (free->kind == VALUE_TRUTH || free->kind == VALUE_NUMBER)
        return free->number == 0;
    return str_equal_nocase(bare_type(value_text(free)), STR("false"));
}

static bool is_locked(const JsonValue *object)
{
    const JsonValue *parts = json_member(object, "hasPart");
    if (is_denied(object) || is_denied(parts))
        return true;
    for (uint32_t i = 0; parts && parts->kind == VALUE_LIST && i < parts->count; i++)
        if (is_denied(&parts->items[i]))
            return true;
    return false;
}

static uint32_t words_of(const JsonValue *object)
{
    uint32_t body = words_in(json_text(object, "articleBody"));
    double told = json_number(object, "wordCount", 0);
    if (told == 0) {
        Str digits = json_text(object, "wordCount");
        for (size_t i = 0; i < digits.len && i < 7 && is_digit(digits.data[i]); i++)
            told = told * 10 + (digits.data[i] - '0');
    }
    return told > body && told < 1e7 ? (uint32_t)told : body;
}

// "{"@type": "ImageObject", "url": ...}", a list of those, or an address.
static Str image_of(const JsonValue *object, Arena *arena)
{
    const JsonValue *image = json_member(object, "image");
    if (image && image->kind == VALUE_LIST && image->count)
        image = image->items;
    Str url = json_text(image, "url");
    return str_copy(url.len                              ? url
                    : image && image->kind == VALUE_TEXT ? image->text
                                                         : (Str){0},
                    arena);
}

static void take_dates(Data *d, const JsonValue *object)
{
    static const char *const PUBLISHED[] = {"datePublished", "dateCreated", "uploadDate"};
    for (size_t i = 0; i < COUNT(PUBLISHED); i++)
        set_once(&d->out->published, member_text(object, PUBLISHED[i], d->arena));
    set_once(&d->out->modified, member_text(object, "dateModified", d->arena));
}

static Str publisher_of(const Data *d, const JsonValue *object)
{
    const JsonValue *publisher = json_member(object, "publisher");
    if (publisher && publisher->kind == VALUE_LIST && publisher->count)
        publisher = publisher->items;
    if (publisher && publisher->kind == VALUE_OBJECT)
        return member_text(resolve(d, publisher), "name", d->arena);
    return plain_text(value_text(publisher), d->arena);
}

static void take_article(Data *d, const JsonValue *object)
{
    LinkedArticle *out = d->out;
    set_once(&out->headline, member_text(object, "headline", d->arena));
    set_once(&out->headline, member_text(object, "name", d->arena));
    take_dates(d, object);
    set_once(&out->publisher, publisher_of(d, object));
    set_once(&out->language, member_text(object, "inLanguage", d->arena));
    set_once(&out->url, member_text(object, "url", d->arena));
    set_once(&out->image, image_of(object, d->arena));
    out->news = has_type(object, is_news_type);
    out->locked = is_locked(object);
    out->words = words_of(object);
    read_authors(d, json_member(object, "author"));
    if (out->authors.count == 0 && out->organisations.count == 0)
        read_authors(d, json_member(object, "creator"));
}

// A page that is described without an article still has a day and a publisher.
static void take_pages(Data *d)
{
    for (uint32_t i = 0; i < d->objects.count; i++) {
        const JsonValue *object = d->objects.items[i];
        if (!has_type(object, is_page_type))
            continue;
        take_dates(d, object);
        set_once(&d->out->language, member_text(object, "inLanguage", d->arena));
        set_once(&d->out->publisher, publisher_of(d, object));
        d->out->locked |= is_locked(object);
    }
}

bool read_linked_article(const Node *page, Str address, Arena *arena, LinkedArticle *out)
{
    Data d = {.address = address, .arena = arena, .out = out};
    *out = (LinkedArticle){0};
    collect_scripts(&d, page);
    const JsonValue *article = best_article(&d);
    if (article)
        take_article(&d, article);
    take_pages(&d);
    return article != NULL;
}
