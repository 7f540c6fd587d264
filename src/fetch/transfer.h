// One request of HTTP: no redirect is followed, nothing is kept, only the public's
// addresses are reached.
#ifndef LECTERN_FETCH_TRANSFER_H
#define LECTERN_FETCH_TRANSFER_H

#include "base/error.h"
#include "fetch/fetch.h"

// What is wrong with a type of content; NULL: it may be sent.
typedef const char *TypeRule(Str content_type);

typedef struct {
    Str address;             // as `take_apart` gave it
    Str agent;               // how we call ourselves
    Str etag, last_modified; // of what is at hand; empty: nothing is
    size_t bytes_max;        // of the body, decoded
    bool cut;                // what is longer is cut and not refused
    TypeRule *refuse_type;   // of a body that is wanted; NULL: any type is taken
    const FetchOptions *options;
    int64_t left_ms; // for all of it
} Request;

typedef struct {
    int status;   // 200: `bytes` is the body; of all others it is not read
    Str bytes;    // decoded from what it was sent in
    Str redirect; // where else to ask; empty: nowhere
    Str content_type, etag, last_modified, retry_after;
    bool no_store;
    int64_t took_ms;
} Response;

// ERR_ARTICLE with what is wrong, ERR_INTERRUPTED, ERR_ENGINE where libcurl is missing. The
// limits of `options` are kept. Strings of the response live in the arena.
NODISCARD bool transfer(const Request *request, Arena *arena, Response *out, Error *err);

typedef struct {
    Str whole;  // without a fragment, what is no ASCII written "%C3%A9"
    Str origin; // "https://example.org:8443"
    Str path;   // "/a?b=c"
} WebAddress;

// Refuses (ERR_ARTICLE) what is no address of http or https, and a password in it.
NODISCARD bool take_apart(Str address, Arena *arena, WebAddress *out, Error *err);

#endif
