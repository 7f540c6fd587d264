#include "newsroom/serve.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <microhttpd.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/interrupt.h"
#include "base/library.h"

enum {
    WAIT_MS = 200,
    IDLE_S = 60,
    CONNECTIONS_MAX = 200,
    NAME_MAX_LEN = 255,
    HEADER_MAX = 128,
    PLACE_MAX = 4096
};

typedef struct {
    __typeof__(MHD_start_daemon) *start;
    __typeof__(MHD_stop_daemon) *stop;
    __typeof__(MHD_run_wait) *run_wait;
    __typeof__(MHD_create_response_from_buffer) *from_buffer;
    __typeof__(MHD_create_response_from_fd_at_offset64) *from_file;
    __typeof__(MHD_add_response_header) *add_header;
    __typeof__(MHD_queue_response) *queue;
    __typeof__(MHD_destroy_response) *destroy;
    __typeof__(MHD_lookup_connection_value) *header;
} Microhttpd;

typedef struct {
    int root; // descriptor of the folder
    Microhttpd lib;
} Server;

// A request that is being answered.
typedef struct {
    const Server *server;
    struct MHD_Connection *connection;
} Request;

static bool load_microhttpd(Microhttpd *m, Error *err)
{
    const Symbol SYMBOLS[] = {
        SYMBOL_ROW(m, start, MHD_start_daemon),
        SYMBOL_ROW(m, stop, MHD_stop_daemon),
        SYMBOL_ROW(m, run_wait, MHD_run_wait),
        SYMBOL_ROW(m, from_buffer, MHD_create_response_from_buffer),
        SYMBOL_ROW(m, from_file, MHD_create_response_from_fd_at_offset64),
        SYMBOL_ROW(m, add_header, MHD_add_response_header),
        SYMBOL_ROW(m, queue, MHD_queue_response),
        SYMBOL_ROW(m, destroy, MHD_destroy_response),
        SYMBOL_ROW(m, header, MHD_lookup_connection_value),
    };
    return load_library("libmicrohttpd.so.12", SYMBOLS, COUNT(SYMBOLS)) ||
           fail(err, ERR_ENGINE, (Span){0},
                "libmicrohttpd, which serves, is not installed (Debian: libmicrohttpd12)");
}

// --- files

// Opens a file below the root, name by name: links are not followed, hidden names and
// ".." are none. -1: there is none.
static int open_below(int root, Str path)
{
    int fd = dup(root);
    for (size_t i = 0; fd >= 0 && i < path.len;) {
        Str rest = str_slice(path, i, path.len);
        size_t len = str_find(rest, STR("/"));
        i += len + 1;
        if (len == 0)
            continue;
        char name[NAME_MAX_LEN + 1] = "";
        int next = -1;
        if (len <= NAME_MAX_LEN && rest.data[0] != '.') {
            memcpy(name, rest.data, len);
            next = openat(fd, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
        }
        close(fd);
        fd = next;
    }
    return fd;
}

// A folder is its page, or at the top its feed.
static int open_page(int *fd, struct stat *st, const char **type)
{
    static const char *const PAGES[] = {"index.html", "shows.opml", "feed.xml"};
    for (size_t i = 0; i < COUNT(PAGES); i++) {
        int page = openat(*fd, PAGES[i], O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
        if (page < 0)
            continue;
        close(*fd);
        *fd = page;
        *type = media_type_of(str_from(PAGES[i]));
        return fstat(page, st);
    }
    return -1;
}

// Size and time tell one state of a file from another: an episode is replaced as a whole.
static void make_etag(const struct stat *st, char out[HEADER_MAX])
{
    snprintf(out, HEADER_MAX, "\"%llx-%llx-%lx\"", (unsigned long long)st->st_size,
             (unsigned long long)st->st_mtim.tv_sec, (unsigned long)st->st_mtim.tv_nsec);
}

// --- answers

static void add_header(const Request *r, struct MHD_Response *response, const char *name,
                       const char *value)
{
    (void)r->server->lib.add_header(response, name, value);
}

static enum MHD_Result send_status(const Request *r, unsigned status, const char *header,
                                   const char *value)
{
    char text[HEADER_MAX];
    int len = snprintf(text, sizeof text, "%u\n", status);
    struct MHD_Response *response = r->server->lib.from_buffer(
        status == MHD_HTTP_NOT_MODIFIED ? 0 : (size_t)len, text, MHD_RESPMEM_MUST_COPY);
    if (!response)
        return MHD_NO;
    if (header)
        add_header(r, response, header, value);
    enum MHD_Result sent = r->server->lib.queue(r->connection, status, response);
    r->server->lib.destroy(response);
    return sent;
}

static Str header_of(const Request *r, const char *name)
{
    return str_from(r->server->lib.header(r->connection, MHD_HEADER_KIND, name));
}

// Players on other sites read transcripts and chapters.
static bool is_for_other_sites(const char *type)
{
    return strstr(type, "json") || strstr(type, "vtt") || strstr(type, "subrip") ||
           strstr(type, "rss");
}

static enum MHD_Result send_part(const Request *r, int fd, const struct stat *st, const char *type,
                                 const char *etag)
{
    uint64_t size = (uint64_t)st->st_size, beg = 0, end = size;
    Str condition = header_of(r, "If-Range");
    bool ranged = condition.len == 0 || str_equal(condition, str_from(etag));
    RangeKind kind = ranged ? parse_range(header_of(r, "Range"), size, &beg, &end) : RANGE_NONE;
    char place[HEADER_MAX];
    if (kind == RANGE_OUTSIDE) {
        close(fd);
        snprintf(place, sizeof place, "bytes */%llu", (unsigned long long)size);
        return send_status(r, MHD_HTTP_RANGE_NOT_SATISFIABLE, "Content-Range", place);
    }
    struct MHD_Response *response = r->server->lib.from_file(end - beg, fd, beg);
    if (!response) {
        close(fd);
        return MHD_NO;
    }
    add_header(r, response, "Content-Type", type);
    add_header(r, response, "Accept-Ranges", "bytes");
    add_header(r, response, "ETag", etag);
    add_header(r, response, "Cache-Control", "no-cache");
    add_header(r, response, "X-Content-Type-Options", "nosniff");
    if (is_for_other_sites(type))
        add_header(r, response, "Access-Control-Allow-Origin", "*");
    snprintf(place, sizeof place, "bytes %llu-%llu/%llu", (unsigned long long)beg,
             (unsigned long long)end - 1, (unsigned long long)size);
    if (kind == RANGE_PART)
        add_header(r, response, "Content-Range", place);
    enum MHD_Result sent = r->server->lib.queue(
        r->connection, kind == RANGE_PART ? MHD_HTTP_PARTIAL_CONTENT : MHD_HTTP_OK, response);
    r->server->lib.destroy(response);
    return sent;
}

// The path with a slash behind it, as a header may hold it: one slash at the front, for
// two would name another host.
static void make_place(Str path, char out[PLACE_MAX])
{
    size_t at = 0, i = 0;
    while (i + 1 < path.len && path.data[i + 1] == '/')
        i++;
    for (; i < path.len && at + 5 < PLACE_MAX; i++) {
        unsigned char c = (unsigned char)path.data[i];
        bool plain = is_alnum(c) || strchr("/-._~", c);
        at += (size_t)snprintf(out + at, PLACE_MAX - at, plain ? "%c" : "%%%02X", c);
    }
    snprintf(out + at, PLACE_MAX - at, "/");
}

static enum MHD_Result send_file(const Request *r, Str path)
{
    struct stat st;
    const char *type = media_type_of(path);
    int fd = open_below(r->server->root, path);
    bool found = fd >= 0 && fstat(fd, &st) == 0;
    // Links of a page are relative to the folder, so its address ends with a slash.
    if (found && S_ISDIR(st.st_mode) && !str_ends(path, STR("/"))) {
        close(fd);
        char place[PLACE_MAX];
        make_place(path, place);
        return send_status(r, MHD_HTTP_MOVED_PERMANENTLY, "Location", place);
    }
    if (found && S_ISDIR(st.st_mode))
        found = open_page(&fd, &st, &type) == 0;
    if (!found || !S_ISREG(st.st_mode)) {
        if (fd >= 0)
            close(fd);
        return send_status(r, MHD_HTTP_NOT_FOUND, NULL, NULL);
    }
    char etag[HEADER_MAX];
    make_etag(&st, etag);
    Str known = header_of(r, "If-None-Match");
    if (str_equal(known, STR("*")) || str_find(known, str_from(etag)) < known.len) {
        close(fd);
        return send_status(r, MHD_HTTP_NOT_MODIFIED, "ETag", etag);
    }
    return send_part(r, fd, &st, type, etag);
}

// Its type is the library's.
static enum MHD_Result answer(void *context, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *upload,
                              size_t *upload_size, void **state)
{
    const Request request = {context, connection};
    (void)version;
    (void)upload;
    if (strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0)
        return send_status(&request, MHD_HTTP_METHOD_NOT_ALLOWED, "Allow", "GET, HEAD");
    if (!*state) { // the headers are there, a body may follow
        *state = context;
        return MHD_YES;
    }
    *upload_size = 0;
    return send_file(&request, str_from(url));
}

// --- the socket

typedef struct {
    struct sockaddr_storage at;
    socklen_t len;
} Place;

static bool find_place(const ServeOptions *options, Place *out, Error *err)
{
    struct sockaddr_in *four = (struct sockaddr_in *)(void *)&out->at;
    struct sockaddr_in6 *six = (struct sockaddr_in6 *)(void *)&out->at;
    *out = (Place){0};
    if (inet_pton(AF_INET, options->address, &four->sin_addr) == 1) {
        four->sin_family = AF_INET;
        four->sin_port = htons((uint16_t)options->port);
        out->len = sizeof *four;
        return true;
    }
    if (inet_pton(AF_INET6, options->address, &six->sin6_addr) == 1) {
        six->sin6_family = AF_INET6;
        six->sin6_port = htons((uint16_t)options->port);
        out->len = sizeof *six;
        return true;
    }
    return fail(err, ERR_USAGE, (Span){0}, "%.60s is no address to listen at (127.0.0.1, ::1)",
                options->address);
}

static bool listen_at(const ServeOptions *options, int *out, int *port, Error *err)
{
    Place place;
    if (!find_place(options, &place, err))
        return false;
    int one = 1;
    *out = socket(place.at.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (*out >= 0)
        (void)setsockopt(*out, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    const struct sockaddr *at = (const struct sockaddr *)&place.at;
    if (*out < 0 || bind(*out, at, place.len) != 0 || listen(*out, SOMAXCONN) != 0 ||
        getsockname(*out, (struct sockaddr *)&place.at, &place.len) != 0)
        return fail(err, ERR_OUTPUT, (Span){0}, "cannot listen at %.60s, port %d: %s",
                    options->address, options->port, strerror(errno));
    // Both kinds of address have the port in the same place.
    *port = ntohs(((const struct sockaddr_in *)(const void *)&place.at)->sin_port);
    return true;
}

static bool run_server(Server *server, int listener, Error *err)
{
    struct MHD_Daemon *daemon =
        server->lib.start(MHD_USE_EPOLL, 0, NULL, NULL, answer, server, MHD_OPTION_LISTEN_SOCKET,
                          listener, MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_S,
                          MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS_MAX, MHD_OPTION_END);
    if (!daemon)
        return fail(err, ERR_OUTPUT, (Span){0}, "the web server does not start");
    while (go_on(err))
        (void)server->lib.run_wait(daemon, WAIT_MS);
    server->lib.stop(daemon); // and closes the socket
    return false;
}

bool serve_folder(const ServeOptions *options, void (*ready)(void *context, int port),
                  void *context, Error *err)
{
    int listener = -1, port = 0;
    Server server = {.root = open(options->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (server.root < 0)
        return fail(err, ERR_ARTICLE, (Span){0}, "the folder cannot be read: %s", strerror(errno));
    bool ok = load_microhttpd(&server.lib, err) && listen_at(options, &listener, &port, err);
    if (ok) {
        ready(context, port);
        ok = run_server(&server, listener, err);
    } else if (listener >= 0) {
        close(listener);
    }
    close(server.root);
    return ok;
}
