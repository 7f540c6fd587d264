#define _DEFAULT_SOURCE // SOCK_CLOEXEC
#include "fetch/transfer.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

#include "base/interrupt.h"
#include "base/library.h"
#include "fetch/address.h"
#include "fetch/unpack.h"

typedef struct {
    __typeof__(curl_easy_init) *init;
    __typeof__(curl_easy_setopt) *set;
    __typeof__(curl_easy_perform) *perform;
    __typeof__(curl_easy_getinfo) *get;
    __typeof__(curl_easy_strerror) *what;
    __typeof__(curl_easy_cleanup) *cleanup;
    __typeof__(curl_slist_append) *append;
    __typeof__(curl_slist_free_all) *free_list;
    __typeof__(curl_url) *url;
    __typeof__(curl_url_set) *url_set;
    __typeof__(curl_url_get) *url_get;
    __typeof__(curl_url_cleanup) *url_cleanup;
    __typeof__(curl_free) *free_text;
} Curl;

static bool load_curl(Curl *c, Error *err)
{
    const Symbol SYMBOLS[] = {
        SYMBOL_ROW(c, init, curl_easy_init),
        SYMBOL_ROW(c, set, curl_easy_setopt),
        SYMBOL_ROW(c, perform, curl_easy_perform),
        SYMBOL_ROW(c, get, curl_easy_getinfo),
        SYMBOL_ROW(c, what, curl_easy_strerror),
        SYMBOL_ROW(c, cleanup, curl_easy_cleanup),
        SYMBOL_ROW(c, append, curl_slist_append),
        SYMBOL_ROW(c, free_list, curl_slist_free_all),
        SYMBOL_ROW(c, url, curl_url),
        SYMBOL_ROW(c, url_set, curl_url_set),
        SYMBOL_ROW(c, url_get, curl_url_get),
        SYMBOL_ROW(c, url_cleanup, curl_url_cleanup),
        SYMBOL_ROW(c, free_text, curl_free),
    };
    return load_library("libcurl.so.4", SYMBOLS, COUNT(SYMBOLS)) ||
           fail(err, ERR_ENGINE, (Span){0},
                "libcurl, which fetches, is not installed (Debian: libcurl4)");
}

// ---- addresses

// What people copy from a browser: the host as it is, then any letter; no fragment.
static Str plain_address(Str address, Arena *arena)
{
    Buf b = new_buf(arena);
    size_t host = str_find(address, STR("://")) + 3;
    bool behind_host = false;
    address = str_slice(address, 0, str_find(address, STR("#")));
    for (size_t i = 0; i < address.len; i++) {
        unsigned char c = (unsigned char)address.data[i];
        behind_host |= i >= host && strchr("/?", c) && c;
        if (behind_host && (c <= 0x20 || c >= 0x7F || strchr("\"<>\\^`{|}", c)))
            buf_format(&b, "%%%02X", c);
        else
            buf_char(&b, (char)c);
    }
    return buf_str(&b);
}

// Empty where the address has no such part.
static Str part_of(const Curl *c, CURLU *url, CURLUPart part, Arena *arena)
{
    char *text = NULL;
    if (c->url_get(url, part, &text, 0) != CURLUE_OK)
        return (Str){0};
    Str copy = str_copy(str_from(text), arena);
    c->free_text(text);
    return copy;
}

static bool take_parts(const Curl *c, CURLU *url, Arena *arena, WebAddress *out, Error *err)
{
    Str scheme = part_of(c, url, CURLUPART_SCHEME, arena);
    if (!str_equal(scheme, STR("http")) && !str_equal(scheme, STR("https")))
        return fail(err, ERR_ARTICLE, (Span){0},
                    "only addresses of http and https are fetched, not of %.*s (give a file's "
                    "path, without a scheme)",
                    STR_ARG(str_slice(scheme, 0, 20)));
    if (part_of(c, url, CURLUPART_USER, arena).len ||
        part_of(c, url, CURLUPART_PASSWORD, arena).len)
        return fail(err, ERR_ARTICLE, (Span){0},
                    "the address holds a name or password, which would be published with it "
                    "(leave them out; save a page that needs them)");
    Str port = part_of(c, url, CURLUPART_PORT, arena);
    Str query = part_of(c, url, CURLUPART_QUERY, arena);
    out->whole = part_of(c, url, CURLUPART_URL, arena);
    out->origin = str_format(arena, "%.*s://%.*s%s%.*s", STR_ARG(scheme),
                             STR_ARG(part_of(c, url, CURLUPART_HOST, arena)), port.len ? ":" : "",
                             STR_ARG(port));
    out->path = str_format(arena, "%.*s%s%.*s", STR_ARG(part_of(c, url, CURLUPART_PATH, arena)),
                           query.len ? "?" : "", STR_ARG(query));
    return true;
}

enum { ADDRESS_MAX = 4096 };

bool take_apart(Str address, Arena *arena, WebAddress *out, Error *err)
{
    Curl c;
    if (!load_curl(&c, err))
        return false;
    if (address.len > ADDRESS_MAX)
        return fail(err, ERR_ARTICLE, (Span){0}, "the address is longer than %d bytes",
                    ADDRESS_MAX);
    CURLU *url = c.url();
    CURLUcode code = c.url_set(url, CURLUPART_URL, str_c(plain_address(address, arena), arena),
                               CURLU_NON_SUPPORT_SCHEME);
    bool ok = code == CURLUE_OK ? take_parts(&c, url, arena, out, err)
                                : fail(err, ERR_ARTICLE, (Span){0}, "this is no web address");
    c.url_cleanup(url);
    return ok;
}

// ---- what happens while it runs

typedef struct {
    const Request *request;
    Response *response;
    Arena *arena;
    Buf body;
    Str encoding;                   // what the body is compressed by; empty: by nothing
    Str location;                   // where else to ask, as it was told
    bool wanted;                    // the body is what was asked for
    bool passed_over;               // it was not wanted, and was stopped
    bool too_large;                 // it was stopped
    const char *type;               // what is wrong with the type of the content
    char refused[INET6_ADDRSTRLEN]; // an address that may not be connected to
} Run;

static void note_refused(Run *run, const struct sockaddr *address)
{
    if (address->sa_family == AF_INET) {
        struct sockaddr_in in;
        memcpy(&in, address, sizeof in);
        inet_ntop(AF_INET, &in.sin_addr, run->refused, sizeof run->refused);
    } else if (address->sa_family == AF_INET6) {
        struct sockaddr_in6 in;
        memcpy(&in, address, sizeof in);
        inet_ntop(AF_INET6, &in.sin6_addr, run->refused, sizeof run->refused);
    }
}

// Names have been resolved and nothing is connected: what answers to a name twice in two
// ways does not pass.
static curl_socket_t open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *to)
{
    Run *run = context;
    const FetchOptions *options = run->request->options;
    if (purpose != CURLSOCKTYPE_IPCXN)
        return CURL_SOCKET_BAD;
    if (!(options->may_connect ? options->may_connect : address_is_public)(&to->addr)) {
        note_refused(run, &to->addr);
        return CURL_SOCKET_BAD;
    }
    return socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

static size_t on_body(char *bytes, size_t size, size_t count, void *context)
{
    Run *run = context;
    size_t len = size * count, room = run->request->bytes_max - run->body.len;
    run->passed_over = !run->wanted;
    if (run->passed_over)
        return 0;
    buf_add(&run->body, (Str){bytes, len < room ? len : room});
    run->too_large = len > room;
    return run->too_large ? 0 : len;
}

enum { HEADER_MAX = 1000 };

static bool is_printable(Str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.data[i] < 0x20 || s.data[i] > 0x7E)
            return false;
    return true;
}

// Values end in messages, requests and files: those that hold more than ASCII are left out.
static Str header_value(Str line, Arena *arena)
{
    Str value = str_trim(str_slice(line, str_find(line, STR(":")) + 1, line.len));
    return value.len <= HEADER_MAX && is_printable(value) ? str_copy(value, arena) : (Str){0};
}

static void read_header(Run *run, Str line)
{
    Response *r = run->response;
    const struct {
        Str name;
        Str *value;
    } FIELDS[] = {{STR("content-type"), &r->content_type},
                  {STR("etag"), &r->etag},
                  {STR("last-modified"), &r->last_modified},
                  {STR("retry-after"), &r->retry_after},
                  {STR("content-encoding"), &run->encoding}};
    Str name = str_slice(line, 0, str_find(line, STR(":")));
    for (size_t i = 0; i < COUNT(FIELDS); i++)
        if (str_equal_nocase(name, FIELDS[i].name))
            *FIELDS[i].value = header_value(line, run->arena);
    if (str_equal_nocase(name, STR("location")))
        run->location = str_copy(str_trim(str_slice(line, name.len + 1, line.len)), run->arena);
    if (str_equal_nocase(name, STR("cache-control")))
        for (size_t i = name.len; i + 8 <= line.len; i++)
            r->no_store |= str_equal_nocase(str_slice(line, i, i + 8), STR("no-store"));
}

// "HTTP/1.1 200 OK"
static int status_of(Str line)
{
    size_t at = str_find(line, STR(" ")) + 1;
    int status = 0;
    for (size_t i = at; i < at + 3 && i < line.len && is_digit(line.data[i]); i++)
        status = status * 10 + (line.data[i] - '0');
    return status;
}

static size_t on_header(char *bytes, size_t size, size_t count, void *context)
{
    Run *run = context;
    Str line = {bytes, size * count};
    if (str_starts(line, STR("HTTP/"))) { // also behind "100 Continue"
        *run->response = (Response){.status = status_of(line)};
        run->location = run->encoding = (Str){0};
    }
    read_header(run, line);
    if (str_trim(line).len)
        return line.len;
    run->wanted = run->response->status == 200;
    if (run->wanted && run->request->refuse_type)
        run->type = run->request->refuse_type(run->response->content_type);
    return run->type ? 0 : line.len;
}

static int on_progress(void *context, curl_off_t total, curl_off_t done, curl_off_t up_total,
                       curl_off_t up_done)
{
    const Run *run = context;
    const FetchOptions *options = run->request->options;
    (void)up_total;
    (void)up_done;
    if (options->progress)
        options->progress(options->context, done, total);
    return interrupted() != 0;
}

// ---- one request

static struct curl_slist *add_line(const Curl *c, struct curl_slist *list, const char *name,
                                   Str value, Arena *arena)
{
    if (value.len == 0)
        return list;
    Str line = str_format(arena, "%s: %.*s", name, STR_ARG(value));
    return c->append(list, str_c(line, arena));
}

static struct curl_slist *list_headers(const Curl *c, const Request *request, Arena *arena)
{
    struct curl_slist *list = NULL;
    list = add_line(c, list, "Accept",
                    STR("text/html, application/xhtml+xml, application/xml;q=0.9, "
                        "text/plain;q=0.9, text/markdown;q=0.9, application/epub+zip;q=0.8, "
                        "*/*;q=0.5"),
                    arena);
    // libcurl could undo it, but does not tell where it was cut short.
    list = add_line(c, list, "Accept-Encoding", STR("gzip"), arena);
    list = add_line(c, list, "If-None-Match", request->etag, arena);
    if (request->etag.len == 0)
        list = add_line(c, list, "If-Modified-Since", request->last_modified, arena);
    return list;
}

static long time_for(const Request *request, int ms)
{
    return (long)(ms < request->left_ms ? ms : request->left_ms);
}

static void set_limits(const Curl *c, CURL *curl, const Request *request)
{
    const FetchLimits *limits = &request->options->limits;
    c->set(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    c->set(curl, CURLOPT_FOLLOWLOCATION, 0L);
    c->set(curl, CURLOPT_CONNECTTIMEOUT_MS, time_for(request, limits->connect_ms));
    c->set(curl, CURLOPT_TIMEOUT_MS, time_for(request, limits->total_ms));
    c->set(curl, CURLOPT_LOW_SPEED_LIMIT, (long)limits->slow_bytes_s);
    c->set(curl, CURLOPT_LOW_SPEED_TIME, (long)limits->slow_s);
    c->set(curl, CURLOPT_PROXY, ""); // with one, only its own address would be looked at
    c->set(curl, CURLOPT_NOPROXY, "*");
    c->set(curl, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
    c->set(curl, CURLOPT_NOSIGNAL, 1L);
    c->set(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    c->set(curl, CURLOPT_SSL_VERIFYHOST, 2L);
}

static void set_up(const Curl *c, CURL *curl, Run *run, struct curl_slist *headers, Arena *arena)
{
    const Request *request = run->request;
    c->set(curl, CURLOPT_URL, str_c(request->address, arena));
    c->set(curl, CURLOPT_USERAGENT, str_c(request->agent, arena));
    c->set(curl, CURLOPT_HTTPHEADER, headers);
    set_limits(c, curl, request);
    c->set(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    c->set(curl, CURLOPT_OPENSOCKETDATA, run);
    c->set(curl, CURLOPT_WRITEFUNCTION, on_body);
    c->set(curl, CURLOPT_WRITEDATA, run);
    c->set(curl, CURLOPT_HEADERFUNCTION, on_header);
    c->set(curl, CURLOPT_HEADERDATA, run);
    c->set(curl, CURLOPT_NOPROGRESS, 0L);
    c->set(curl, CURLOPT_XFERINFOFUNCTION, on_progress);
    c->set(curl, CURLOPT_XFERINFODATA, run);
}

// The words of libcurl are for those who know it; these are for readers.
static bool say_failure(const Curl *c, CURLcode code, const char *why, Error *err)
{
    static const struct {
        CURLcode code;
        const char *words;
    } WORDS[] = {
        {CURLE_COULDNT_RESOLVE_HOST, "the host is not known (check the address and the network)"},
        {CURLE_OPERATION_TIMEDOUT, "the server takes too long (try again later)"},
        {CURLE_PARTIAL_FILE, "the server stopped in the middle of the page (try again later)"},
        {CURLE_GOT_NOTHING, "the server closed without an answer (try again later)"},
        {CURLE_RECV_ERROR, "the connection broke off (try again later)"},
        {CURLE_HTTP2_STREAM, "the connection broke off (try again later)"},
        {CURLE_UNSUPPORTED_PROTOCOL, "the server does not speak HTTP"}, // nor one of before 1.0
        {CURLE_URL_MALFORMAT, "this is no web address"},
        {CURLE_WEIRD_SERVER_REPLY, "the server does not speak HTTP"},
    };
    for (size_t i = 0; i < COUNT(WORDS); i++)
        if (WORDS[i].code == code)
            return fail(err, ERR_ARTICLE, (Span){0}, "%s", WORDS[i].words);
    if (code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CONNECT_ERROR)
        return fail(err, ERR_ARTICLE, (Span){0},
                    "the server's certificate or encryption cannot be trusted: %.120s",
                    *why ? why : c->what(code));
    return fail(err, ERR_ARTICLE, (Span){0}, "cannot be fetched: %.160s",
                *why ? why : c->what(code));
}

static bool say_too_large(const Request *request, Error *err)
{
    size_t max = request->bytes_max, mib = max >> 20;
    return fail(err, ERR_ARTICLE, (Span){0}, "the page is larger than %zu %s", mib ? mib : max,
                mib ? "MiB" : "bytes");
}

static bool judge_run(const Curl *c, const Run *run, CURLcode code, const char *why, Error *err)
{
    if (!go_on(err))
        return false;
    if (run->type)
        return fail(err, ERR_ARTICLE, (Span){0}, "the address gives %s", run->type);
    if (run->too_large)
        return run->request->cut || say_too_large(run->request, err);
    if (code == CURLE_OK || run->passed_over)
        return true;
    if (*run->refused && code == CURLE_COULDNT_CONNECT)
        return fail(err, ERR_ARTICLE, (Span){0},
                    "the host is at %s, which is not the public's (--allow-private reads what "
                    "stands there)",
                    run->refused);
    return say_failure(c, code, why, err);
}

// A redirect may be told beside the address that was asked for: "../b".
static Str join_address(const Curl *c, Str base, Str location, Arena *arena)
{
    Str whole = {0};
    CURLU *url = c->url();
    if (location.len && c->url_set(url, CURLUPART_URL, str_c(base, arena), 0) == CURLUE_OK &&
        c->url_set(url, CURLUPART_URL, str_c(plain_address(location, arena), arena),
                   CURLU_NON_SUPPORT_SCHEME) == CURLUE_OK)
        whole = part_of(c, url, CURLUPART_URL, arena);
    c->url_cleanup(url);
    return whole;
}

static void finish_response(const Curl *c, CURL *curl, Run *run)
{
    Response *r = run->response;
    curl_off_t took_us = 0;
    c->get(curl, CURLINFO_TOTAL_TIME_T, &took_us);
    r->redirect = join_address(c, run->request->address, run->location, run->arena);
    r->took_ms = took_us / 1000 + 1;
}

static bool finish_body(Run *run, Error *err)
{
    const Request *request = run->request;
    Str packed = buf_str(&run->body), encoding = run->encoding;
    run->response->bytes = packed;
    if (!run->wanted || encoding.len == 0 || str_equal_nocase(encoding, STR("identity")))
        return true;
    if (!str_equal_nocase(encoding, STR("gzip")) && !str_equal_nocase(encoding, STR("x-gzip")))
        return fail(err, ERR_ARTICLE, (Span){0},
                    "the page is compressed by %.*s, though it was not asked to be",
                    STR_ARG(str_slice(encoding, 0, 20)));
    Unpacked how = unpack_gzip(packed, request->bytes_max, run->arena, &run->response->bytes);
    if (how == UNPACKED_WHOLE || request->cut)
        return true;
    return how == UNPACKED_TOO_LARGE
               ? say_too_large(request, err)
               : fail(err, ERR_ARTICLE, (Span){0},
                      "the page came compressed and damaged (try again later)");
}

bool transfer(const Request *request, Arena *arena, Response *out, Error *err)
{
    Curl c;
    if (!load_curl(&c, err))
        return false;
    CURL *curl = c.init();
    if (!curl)
        return fail(err, ERR_ENGINE, (Span){0}, "libcurl cannot begin");
    *out = (Response){0};
    char why[CURL_ERROR_SIZE] = "";
    struct curl_slist *headers = list_headers(&c, request, arena);
    Run run = {.request = request, .response = out, .arena = arena, .body = new_buf(arena)};
    set_up(&c, curl, &run, headers, arena);
    c.set(curl, CURLOPT_ERRORBUFFER, why);
    CURLcode code = c.perform(curl);
    bool ok = judge_run(&c, &run, code, why, err);
    if (ok)
        finish_response(&c, curl, &run);
    ok = ok && finish_body(&run, err);
    c.cleanup(curl);
    c.free_list(headers);
    return ok;
}
