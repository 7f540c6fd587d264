#include "publish/html.h"

#include "base/language.h"
#include "phrase/spell.h"

static const char *entity(char c, bool quotes)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return quotes ? "&quot;" : NULL;
    case '\'':
        return quotes ? "&#39;" : NULL;
    default:
        return NULL;
    }
}

static void put_escaped(FILE *out, Str s, bool quotes)
{
    size_t plain = 0; // start of the bytes that stand for themselves
    for (size_t i = 0; i < s.len; i++) {
        const char *escaped = entity(s.data[i], quotes);
        if (!escaped)
            continue;
        fwrite(s.data + plain, 1, i - plain, out);
        fputs(escaped, out);
        plain = i + 1;
    }
    if (s.len > plain)
        fwrite(s.data + plain, 1, s.len - plain, out);
}

void html_text(FILE *out, Str s)
{
    put_escaped(out, s, false);
}

void html_value(FILE *out, Str s)
{
    put_escaped(out, s, true);
}

void html_attribute(FILE *out, const char *name, Str value)
{
    fprintf(out, " %s=\"", name);
    html_value(out, value);
    putc('"', out);
}

void html_synthetic_sign(FILE *out, Str language)
{
    if (!is_english(language))
        fputs(" <span lang=\"en\" dir=\"ltr\">[synthetic voice]</span>", out);
}

void html_seconds(FILE *out, int64_t ms)
{
    int digits = 3, part = (int)(ms % 1000);
    for (; digits && part % 10 == 0; digits--)
        part /= 10;
    fprintf(out, "%lld", (long long)(ms / 1000));
    if (digits)
        fprintf(out, ".%0*d", digits, part);
}

enum { CLOCK_ROOM = 32 };

static const char *write_clock(int64_t ms, char text[CLOCK_ROOM])
{
    long long seconds = ms / 1000;
    if (seconds >= 3600)
        snprintf(text, CLOCK_ROOM, "%lld:%02lld:%02lld", seconds / 3600, seconds / 60 % 60,
                 seconds % 60);
    else
        snprintf(text, CLOCK_ROOM, "%lld:%02lld", seconds / 60, seconds % 60);
    return text;
}

void html_clock(FILE *out, int64_t ms)
{
    fputs(write_clock(ms, (char[CLOCK_ROOM]){0}), out);
}

Str clock_words(int64_t ms, Arena *arena)
{
    return str_copy(str_from(write_clock(ms, (char[CLOCK_ROOM]){0})), arena);
}

void html_open_language(FILE *out, Str language, bool xml)
{
    fputs("<span lang=\"", out);
    html_value(out, language);
    if (xml) {
        fputs("\" xml:lang=\"", out);
        html_value(out, language);
    }
    fputs(language_runs_left(language) ? "\" dir=\"rtl\">" : "\">", out);
}
