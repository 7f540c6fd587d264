// JSON in: a whole text becomes a tree in the arena.
#ifndef LECTERN_BASE_JSON_READ_H
#define LECTERN_BASE_JSON_READ_H

#include "base/error.h"

typedef enum {
    VALUE_NULL,
    VALUE_TRUTH,
    VALUE_NUMBER,
    VALUE_TEXT,
    VALUE_LIST,
    VALUE_OBJECT,
} ValueKind;

typedef struct JsonValue {
    ValueKind kind;
    Str key; // of a member of an object
    Str text;
    double number;                 // 0 or 1 for VALUE_TRUTH
    const struct JsonValue *items; // of a list or an object, in order
    uint32_t count;
} JsonValue;

// ERR_ARTICLE with the line where the text is no JSON, or too deep (2,048 levels).
NODISCARD bool read_json(Str text, Arena *arena, JsonValue *out, Error *err);

// The same of what pages hold: raw control characters count as blanks, of a key that stands
// twice the last counts, numbers may be of any size, and what follows the value is left alone.
NODISCARD bool read_loose_json(Str text, Arena *arena, JsonValue *out, Error *err);

// NULL where `object` is NULL, is none, or has no such member.
const JsonValue *json_member(const JsonValue *object, const char *key);

// What stands there if it is of the kind; else empty, or `otherwise`.
Str json_text(const JsonValue *object, const char *key);
double json_number(const JsonValue *object, const char *key, double otherwise);

#endif
