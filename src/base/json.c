#include "base/json.h"

#include <math.h>

#include "base/utf8.h"

static void separate(Json *json)
{
    if (json->comma)
        putc(',', json->out);
    json->comma = true;
}

void json_open(Json *json, char bracket)
{
    separate(json);
    putc(bracket, json->out);
    json->comma = false;
}

void json_close(Json *json, char bracket)
{
    putc(bracket, json->out);
    json->comma = true;
}

static void write_quoted(FILE *out, Str s)
{
    putc('"', out);
    size_t plain = 0; // start of the bytes that stand for themselves
    for (size_t i = 0; i < s.len;) {
        unsigned char c = (unsigned char)s.data[i];
        Char next = c < 0x80 ? (Char){c, 1} : utf8_at(s, i);
        bool bad = c >= 0x80 && next.len == 1;
        bool escape = c < 0x20 || c == 0x7F || c == '"' || c == '\\' || bad;
        if (escape) {
            fwrite(s.data + plain, 1, i - plain, out);
            plain = i + 1;
            if (bad)
                fputs("\xEF\xBF\xBD", out);
            else if (c == '"' || c == '\\')
                fprintf(out, "\\%c", c);
            else if (c == '\n')
                fputs("\\n", out);
            else if (c == '\t')
                fputs("\\t", out);
            else
                fprintf(out, "\\u%04x", c);
        }
        i += next.len;
    }
    fwrite(s.data + plain, 1, s.len - plain, out);
    putc('"', out);
}

void json_key(Json *json, const char *key)
{
    separate(json);
    write_quoted(json->out, str_from(key));
    putc(':', json->out);
    json->comma = false;
}

void json_str(Json *json, Str s)
{
    separate(json);
    if (s.data)
        write_quoted(json->out, s);
    else
        fputs("\"\"", json->out);
}

void json_int(Json *json, int64_t value)
{
    separate(json);
    fprintf(json->out, "%lld", (long long)value);
}

void json_real(Json *json, double value, int decimals)
{
    separate(json);
    if (!isfinite(value)) { // JSON has no word for it
        fputs("null", json->out);
        return;
    }
    char text[352]; // DBL_MAX has 309 digits before the point
    if (decimals > 30)
        decimals = 30;
    int n = snprintf(text, sizeof text, "%.*f", decimals, value);
    while (decimals > 0 && text[n - 1] == '0')
        n--;
    if (decimals > 0 && text[n - 1] == '.')
        n--;
    bool minus_zero = n == 2 && text[0] == '-' && text[1] == '0';
    fprintf(json->out, "%.*s", n - minus_zero, text + minus_zero);
}

void json_null(Json *json)
{
    separate(json);
    fputs("null", json->out);
}

void json_put_str(Json *json, const char *key, Str s)
{
    json_key(json, key);
    json_str(json, s);
}

void json_put_int(Json *json, const char *key, int64_t value)
{
    json_key(json, key);
    json_int(json, value);
}

void json_put_real(Json *json, const char *key, double value, int decimals)
{
    json_key(json, key);
    json_real(json, value, decimals);
}

void json_put_span(Json *json, Span span)
{
    json_put_int(json, "start", span.beg);
    json_put_int(json, "end", span.end);
}
