// A web address becomes bytes, as a reader's browser would ask for them once.
#ifndef LECTERN_FETCH_FETCH_H
#define LECTERN_FETCH_FETCH_H

#include "base/error.h"

struct sockaddr;

typedef struct {
    size_t bytes_max; // of a body, decoded
    int redirects_max;
    int connect_ms;
    int total_ms;             // redirects and robots.txt included
    int slow_bytes_s, slow_s; // fewer bytes a second for as many seconds end it
} FetchLimits;

extern const FetchLimits FETCH_LIMITS; // what is usual

typedef struct {
    FetchLimits limits;
    const char *version; // of the program
    const char *cache;   // root of a store (base/store.h); NULL: nothing is kept
    // Which addresses may be connected to; NULL: the public's alone (fetch/address.h).
    bool (*may_connect)(const struct sockaddr *address);
    void (*progress)(void *context, int64_t done, int64_t total); // bytes; total 0: unknown
    void *context;
} FetchOptions;

typedef struct {
    Str bytes;
    Str address;      // where they came from in the end
    Str content_type; // as the server told it; empty: it did not
} Fetched;

// Whether a word is an address with a scheme, "https:..." or another, and not a path.
bool is_address(Str word);

// Asks for it. Does what robots.txt says. What the server marks with an ETag or a date is
// kept in the cache and asked for again only where it has changed. ERR_ARTICLE with what is wrong:
// a refusal, a host that is not the public's, a page too large or cut short, what is no text;
// ERR_INTERRUPTED; ERR_ENGINE where libcurl is not installed.
NODISCARD bool fetch_address(const FetchOptions *options, Str address, Arena *arena, Fetched *out,
                             Error *err);

#endif
