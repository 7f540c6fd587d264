// JSON out: a writer that streams, so that memory does not grow with the article.
#ifndef LECTERN_BASE_JSON_H
#define LECTERN_BASE_JSON_H

#include <stdio.h>

#include "base/str.h"

// Writes to `out`, which the caller owns and checks with ferror. Commas are the
// writer's business: call key and value functions in order.
typedef struct {
    FILE *out;
    bool comma; // a value stands before the next one
} Json;

// Hidden where libjansson, which reads, has a function of the same name: it must not call ours.
#define NOT_JANSSON __attribute__((visibility("hidden")))

void json_open(Json *json, char bracket);  // '{' or '['
void json_close(Json *json, char bracket); // '}' or ']'
void json_key(Json *json, const char *key);
void json_str(Json *json, Str s); // invalid UTF-8 becomes U+FFFD
void json_int(Json *json, int64_t value);
NOT_JANSSON void json_real(Json *json, double value, int decimals); // no trailing zeros
NOT_JANSSON void json_null(Json *json);

// The member forms of the above, for objects.
void json_put_str(Json *json, const char *key, Str s);
void json_put_int(Json *json, const char *key, int64_t value);
void json_put_real(Json *json, const char *key, double value, int decimals);
// "start" and "end".
void json_put_span(Json *json, Span span);

#endif
