// The script for people: speakers and voices, then line by line who says what.
#include "base/utf8.h"
#include "publish/script.h"

static void put_cast(FILE *out, const Cast *cast)
{
    for (uint32_t i = 0; i < cast->script->speakers.count; i++) {
        const Speaker *speaker = &cast->script->speakers.items[i];
        fprintf(out, "# %.*s: %.*s, %s\n", STR_ARG(speaker->name), STR_ARG(cast->voices[i]->id),
                SPEAKER_KIND_NAMES[speaker->kind]);
    }
}

// Text on one line; controls become blanks.
static void put_flat(FILE *out, Str text)
{
    bool blank = false;
    for (size_t i = 0; i < text.len;) {
        Char c = utf8_at(text, i);
        bool gap = code_is_space(c.code) || c.code < 0x20 || code_is_invisible(c.code);
        if (!gap) {
            if (blank)
                putc(' ', out);
            fwrite(text.data + i, 1, c.len, out);
        }
        blank = gap;
        i += c.len;
    }
}

static void put_line(FILE *out, const Reading *reading, const Line *line)
{
    const Article *article = reading_article(reading);
    const Speaker *speaker = &reading->cast->script->speakers.items[line->speaker];
    Str shown = line->sentence == NO_SENTENCE ? line->shown : str_span(article->text, line->span);
    fprintf(out, "%.*s: ", STR_ARG(speaker->name));
    put_flat(out, shown);
    putc('\n', out);
    if (!str_equal(shown, line->spoken)) {
        fputs("    = ", out);
        put_flat(out, line->spoken);
        putc('\n', out);
    }
}

void write_script_text(FILE *out, const Reading *reading)
{
    const Article *article = reading_article(reading);
    put_cast(out, reading->cast);
    uint32_t next_drop = 0;
    for (uint32_t i = 0; i <= reading->lines.count; i++) {
        const Line *line = i < reading->lines.count ? &reading->lines.items[i] : NULL;
        for (; next_drop < reading->skipped.count; next_drop++) {
            const Drop *drop = &reading->skipped.items[next_drop];
            if (line && (line->sentence == NO_SENTENCE || drop->span.beg > line->span.beg))
                break;
            fprintf(out, "- (%s) ", drop->reason);
            put_flat(out, str_span(article->text, drop->span));
            putc('\n', out);
        }
        if (line)
            put_line(out, reading, line);
    }
}
