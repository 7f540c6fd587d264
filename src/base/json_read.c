#include "base/json_read.h"

#include <jansson.h>

static JsonValue convert(json_t *value, Arena *arena);

static void convert_list(json_t *list, Arena *arena, JsonValue *out)
{
    size_t count = json_array_size(list);
    JsonValue *items = ALLOC(arena, JsonValue, count);
    for (size_t i = 0; i < count; i++)
        items[i] = convert(json_array_get(list, i), arena);
    out->items = items;
    out->count = (uint32_t)count;
}

static void convert_object(json_t *object, Arena *arena, JsonValue *out)
{
    JsonValue *items = ALLOC(arena, JsonValue, json_object_size(object));
    uint32_t count = 0;
    for (void *i = json_object_iter(object); i; i = json_object_iter_next(object, i)) {
        items[count] = convert(json_object_iter_value(i), arena);
        items[count++].key = str_copy(str_from(json_object_iter_key(i)), arena);
    }
    out->items = items;
    out->count = count;
}

// As deep as jansson reads: 2,048 levels.
static JsonValue convert(json_t *value, Arena *arena)
{
    JsonValue out = {.kind = VALUE_NULL};
    if (json_is_boolean(value)) {
        out = (JsonValue){.kind = VALUE_TRUTH, .number = json_is_true(value)};
    } else if (json_is_number(value)) {
        out = (JsonValue){.kind = VALUE_NUMBER, .number = json_number_value(value)};
    } else if (json_is_string(value)) {
        Str text = {json_string_value(value), json_string_length(value)};
        out = (JsonValue){.kind = VALUE_TEXT, .text = str_copy(text, arena)};
    } else if (json_is_array(value)) {
        out.kind = VALUE_LIST;
        convert_list(value, arena, &out);
    } else if (json_is_object(value)) {
        out.kind = VALUE_OBJECT;
        convert_object(value, arena, &out);
    }
    return out;
}

static bool load(Str text, size_t flags, Arena *arena, JsonValue *out, Error *err)
{
    json_error_t why;
    json_t *root = json_loadb(text.data ? text.data : "", text.len, flags | JSON_ALLOW_NUL, &why);
    if (!root)
        return fail(err, ERR_ARTICLE, (Span){0}, "no JSON: line %d: %.100s", why.line, why.text);
    *out = convert(root, arena);
    json_decref(root);
    return true;
}

bool read_json(Str text, Arena *arena, JsonValue *out, Error *err)
{
    return load(text, JSON_REJECT_DUPLICATES, arena, out, err);
}

bool read_loose_json(Str text, Arena *arena, JsonValue *out, Error *err)
{
    Buf b = new_buf(arena);
    for (size_t i = 0; i < text.len; i++)
        buf_char(&b, (unsigned char)text.data[i] < 0x20 ? ' ' : text.data[i]);
    return load(buf_str(&b), JSON_DISABLE_EOF_CHECK | JSON_DECODE_INT_AS_REAL, arena, out, err);
}

const JsonValue *json_member(const JsonValue *object, const char *key)
{
    if (!object || object->kind != VALUE_OBJECT)
        return NULL;
    for (uint32_t i = 0; i < object->count; i++)
        if (str_equal(object->items[i].key, str_from(key)))
            return &object->items[i];
    return NULL;
}

Str json_text(const JsonValue *object, const char *key)
{
    const JsonValue *value = json_member(object, key);
    return value && value->kind == VALUE_TEXT ? value->text : (Str){0};
}

double json_number(const JsonValue *object, const char *key, double otherwise)
{
    const JsonValue *value = json_member(object, key);
    return value && value->kind == VALUE_NUMBER ? value->number : otherwise;
}
