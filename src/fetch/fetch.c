#include "fetch/fetch.h"

#include "fetch/kept.h"
#include "fetch/robots.h"
#include "fetch/transfer.h"

const FetchLimits FETCH_LIMITS = {
    .bytes_max = 16 << 20,
    .redirects_max = 5,
    .connect_ms = 10000,
    .total_ms = 60000,
    .slow_bytes_s = 100,
    .slow_s = 15,
};

#define AGENT "lectern"          // as robots.txt calls us
enum { ROBOTS_MAX = 512 << 10 }; // RFC 9309, 2.5: at least 500 KiB

bool is_address(Str word)
{
    size_t len = str_find(word, STR("://"));
    for (size_t i = 0; i < len && len < word.len; i++)
        if (!is_alnum(word.data[i]) && !strchr("+-.", word.data[i]))
            return false;
    return len > 1 && len < word.len && is_alpha(word.data[0]);
}

// ---- what the server may answer

static bool begins_type(Str type, const char *with)
{
    Str prefix = str_from(with);
    return type.len >= prefix.len && str_equal_nocase(str_slice(type, 0, prefix.len), prefix);
}

// What is no text. Types that are not named here are read and judged by their content.
static const char *refuse_type(Str type)
{
    static const struct {
        const char *beginning, *what;
    } TYPES[] = {
        {"image/", "a picture (give the page that it stands on)"},
        {"audio/", "sound (give the page of its text)"},
        {"video/", "a film (give the page of its text)"},
        {"font/", "a font"},
        {"application/pdf", "a PDF document (save its text and give that)"},
        {"application/msword", "a Word document (save it as plain text)"},
        {"application/vnd.openxml", "an Office document (save it as plain text)"},
        {"application/vnd.ms-", "an Office document (save it as plain text)"},
        {"application/vnd.oasis", "an Office document (save it as plain text)"},
        {"application/zip", "a ZIP archive (unpack it and give the article)"},
        {"application/gzip", "an archive (unpack it and give the article)"},
        {"application/x-gzip", "an archive (unpack it and give the article)"},
        {"application/x-tar", "an archive (unpack it and give the article)"},
        {"application/ogg", "sound (give the page of its text)"},
    };
    for (size_t i = 0; i < COUNT(TYPES); i++)
        if (begins_type(type, TYPES[i].beginning) && !begins_type(type, "image/svg"))
            return TYPES[i].what;
    return NULL;
}

static bool say_retry(const Response *r, Error *err)
{
    bool seconds = r->retry_after.len && r->retry_after.len < 8;
    for (size_t i = 0; i < r->retry_after.len; i++)
        seconds &= is_digit(r->retry_after.data[i]);
    if (!seconds)
        return fail(err, ERR_ARTICLE, (Span){0},
                    "the server wants fewer requests (status %d; try again later)", r->status);
    return fail(err, ERR_ARTICLE, (Span){0},
                "the server wants fewer requests (status %d; try again in %.*s s)", r->status,
                STR_ARG(r->retry_after));
}

static bool say_status(const Response *r, Error *err)
{
    static const struct {
        int from, to;
        const char *words;
    } STATUSES[] = {
        {401, 401, "the page is for those who are logged in (save it from a browser)"},
        {402, 402, "the page is to be paid for (save it from a browser that is logged in)"},
        {403, 403, "the server refuses the page to programs or strangers (save it from a browser)"},
        {404, 404, "the server has no such page (check the address)"},
        {407, 407, "a proxy stands between (save the page from a browser)"},
        {410, 410, "the page is gone (check the address)"},
        {451, 451, "the page is withheld for legal reasons"},
        {500, 599, "the server has failed (try again later)"},
        {300, 399, "the server sends us elsewhere without saying where"},
    };
    if (r->status == 429 || (r->status == 503 && r->retry_after.len))
        return say_retry(r, err);
    for (size_t i = 0; i < COUNT(STATUSES); i++)
        if (r->status >= STATUSES[i].from && r->status <= STATUSES[i].to)
            return fail(err, ERR_ARTICLE, (Span){0}, "%s; status %d", STATUSES[i].words, r->status);
    return fail(err, ERR_ARTICLE, (Span){0}, "the server gives no page; status %d", r->status);
}

// ---- one page, wherever it lies

typedef struct {
    const FetchOptions *options;
    Arena *arena;
    int64_t left_ms;
    Str origin; // of the site whose robots.txt was read last
    Str robots; // that file; empty: it has none
} Visit;

// What is asked for: a page, or the robots.txt of a site.
typedef struct {
    size_t bytes_max;
    bool cut; // what is longer is cut
    TypeRule *refuse_type;
    bool (*may_ask)(Visit *visit, const WebAddress *where, Error *err); // NULL: always
} Wish;

static bool ask(Visit *visit, const WebAddress *where, const Wish *wish, Response *out, Error *err)
{
    const FetchOptions *o = visit->options;
    KeptPage kept = {0};
    bool found = find_page(o->cache, where->whole, visit->arena, &kept);
    Request request = {
        .address = where->whole,
        .agent = str_format(visit->arena, AGENT "/%s (reads articles aloud)", o->version),
        .etag = kept.etag,
        .last_modified = kept.last_modified,
        .bytes_max = wish->bytes_max,
        .cut = wish->cut,
        .refuse_type = wish->refuse_type,
        .options = o,
        .left_ms = visit->left_ms,
    };
    if (visit->left_ms <= 0)
        return fail(err, ERR_ARTICLE, (Span){0}, "the server takes too long (try again later)");
    if (!transfer(&request, visit->arena, out, err))
        return false;
    visit->left_ms -= out->took_ms;
    if (out->status == 304 && found) {
        out->status = 200;
        out->bytes = kept.bytes;
        out->content_type = kept.content_type;
    } else if (out->status == 200 && !out->no_store && (out->etag.len || out->last_modified.len)) {
        KeptPage page = {out->etag, out->last_modified, out->content_type, out->bytes};
        keep_page(o->cache, where->whole, &page, *visit->arena);
    }
    return true;
}

static bool is_redirect(const Response *r)
{
    static const int STATUSES[] = {301, 302, 303, 307, 308};
    for (size_t i = 0; i < COUNT(STATUSES); i++)
        if (r->status == STATUSES[i])
            return r->redirect.len > 0;
    return false;
}

// Follows redirects; `*where` is where it ends.
static bool follow(Visit *visit, WebAddress *where, const Wish *wish, Response *out, Error *err)
{
    int most = visit->options->limits.redirects_max;
    for (int hop = 0; hop <= most; hop++) {
        if ((wish->may_ask && !wish->may_ask(visit, where, err)) ||
            !ask(visit, where, wish, out, err))
            return false;
        if (!is_redirect(out))
            return true;
        if (!take_apart(out->redirect, visit->arena, where, err))
            return false;
    }
    return fail(err, ERR_ARTICLE, (Span){0}, "the server sends us elsewhere more than %d times",
                most);
}

// A site that cannot say what it allows allows nothing; one that has no such file allows
// all (RFC 9309, 2.3.1).
static bool load_robots(Visit *visit, Str origin, Error *err)
{
    WebAddress where = {0};
    Response r = {0};
    const Wish wish = {.bytes_max = ROBOTS_MAX, .cut = true};
    Str address = str_format(visit->arena, "%.*s/robots.txt", STR_ARG(origin));
    if (!take_apart(address, visit->arena, &where, err) || !follow(visit, &where, &wish, &r, err))
        return false;
    if (r.status >= 500)
        return fail(err, ERR_ARTICLE, (Span){0},
                    "the server does not tell what programs may read (its robots.txt has status "
                    "%d; try again later)",
                    r.status);
    visit->robots = r.status == 200 ? r.bytes : (Str){0};
    visit->origin = origin;
    return true;
}

static bool allowed_by_robots(Visit *visit, const WebAddress *where, Error *err)
{
    if (!str_equal(visit->origin, where->origin) && !load_robots(visit, where->origin, err))
        return false;
    return robots_allow(visit->robots, STR(AGENT), where->path) ||
           fail(err, ERR_ARTICLE, (Span){0},
                "the site asks programs not to read this page (its robots.txt; save the page from "
                "a browser)");
}

bool fetch_address(const FetchOptions *options, Str address, Arena *arena, Fetched *out, Error *err)
{
    WebAddress where = {0};
    Response r = {0};
    Visit visit = {.options = options, .arena = arena, .left_ms = options->limits.total_ms};
    const Wish wish = {.bytes_max = options->limits.bytes_max,
                       .refuse_type = refuse_type,
                       .may_ask = allowed_by_robots};
    if (!take_apart(address, arena, &where, err) || !follow(&visit, &where, &wish, &r, err))
        return false;
    if (r.status != 200)
        return say_status(&r, err);
    *out = (Fetched){r.bytes, where.whole, r.content_type};
    return true;
}
