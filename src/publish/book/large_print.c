// large-print.html: the words that are heard, to be printed or read at a glance. A file of its
// own and not a style of the page, so that whoever prints it for another needs no setting
// and gets no player. 18 points, no serifs, lines well apart, nothing justified or hyphenated.
#include "base/language.h"
#include "phrase/spell.h"
#include "publish/book/blocks.h"
#include "publish/book/book.h"
#include "publish/html.h"
#include "publish/text/words.h"
#include "publish/text/writer.h"

// In a dark scheme the screen is dark; paper is white.
static const char STYLE[] =
    ":root{color-scheme:light dark}\n"
    "body{margin:0 auto;max-width:38em;padding:1em;font:18pt/1.5 Arial,Helvetica,sans-serif;"
    "hyphens:manual;overflow-wrap:anywhere;background:#fff;color:#000}\n"
    "h1{font-size:28pt;line-height:1.25}h2,h3,h4,h5,h6{font-size:22pt;line-height:1.25}\n"
    "p,li,blockquote{margin:0 0 1em}\n"
    "blockquote{padding-inline-start:1em;border-inline-start:.25em solid}\n"
    "a{color:inherit}\n"
    "@media (prefers-color-scheme:dark){body{background:#000;color:#fff}}\n"
    "@page{margin:2cm}\n"
    "@media print{body{max-width:none;padding:0;background:#fff;color:#000}"
    "h1,h2,h3,h4,h5,h6,p:has(+:is(h2,h3,h4,h5,h6,ul,ol,blockquote)){break-after:avoid}p,li{orphans:"
    "3;widows:3}}\n";

typedef struct {
    const Times *times;
    const uint8_t *levels; // of the lines' headings
    bool has_title;
} Print;

// The title stands above all, heard or not.
static int heading_level(void *context, uint32_t line)
{
    const Print *print = context;
    int level = print->levels[line] ? print->levels[line] + !print->has_title : 0;
    return level < 6 ? level : 6;
}

static void put_line(void *context, FILE *out, uint32_t index, Str speaker, Arena scratch)
{
    (void)scratch;
    const Times *times = ((const Print *)context)->times;
    const TimedLine *line = &times->lines[index];
    if (speaker.len) {
        fputs("<strong>", out);
        html_text(out, speaker);
        fputs(":</strong> ", out);
    }
    Str language = times->reading->lines.items[index].language;
    if (language.len)
        html_open_language(out, language, false);
    for (uint32_t w = line->first; w < line->first + line->count; w++) {
        if (w > line->first)
            putc(' ', out);
        html_text(out, times->words.items[w].text);
    }
    if (language.len)
        fputs("</span>", out);
}

static void put_head(FILE *out, const EpisodeInfo *info)
{
    fputs("<!DOCTYPE html>\n<html", out);
    html_attribute(out, "lang", info->language);
    if (language_runs_left(info->language))
        fputs(" dir=\"rtl\"", out);
    fputs(">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
          out);
    html_text(out, info->title);
    fputs("</title>\n<link rel=\"canonical\"", out);
    html_attribute(out, "href", info->url.len ? info->url : STR("./large-print.html"));
    fprintf(out, ">\n<style>\n%s</style>\n</head>\n<body>\n<main>\n", STYLE);
}

static void put_title(FILE *out, const EpisodeInfo *info)
{
    fputs("<h1>", out);
    html_text(out, info->title);
    fputs("</h1>\n", out);
}

static void put_foot(FILE *out, const EpisodeInfo *info)
{
    const Str lines[] = {info->disclosure, info->url, info->copyright};
    fputs("</main>\n<footer", out);
    html_attribute(out, "lang", info->words);
    html_attribute(out, "dir", language_runs_left(info->words) ? STR("rtl") : STR("ltr"));
    fputs(">\n<hr>\n", out);
    for (size_t i = 0; i < COUNT(lines); i++) {
        if (lines[i].len == 0)
            continue;
        fputs("<p>", out);
        html_text(out, lines[i]);
        if (i == 0)
            html_synthetic_sign(out, info->words);
        fputs("</p>\n", out);
    }
    fputs("</footer>\n</body>\n</html>\n", out);
}

static void write_large_print(FILE *out, const Draft *draft, Arena scratch)
{
    Print print = {.times = draft->times};
    print.levels = heading_levels(draft->times, &scratch, &print.has_title);
    Blocks form = {.times = draft->times,
                   .end = draft->times->reading->lines.count,
                   .level = heading_level,
                   .put_line = put_line,
                   .context = &print};
    put_head(out, draft->info);
    if (!print.has_title)
        put_title(out, draft->info);
    put_blocks(out, &form, scratch);
    put_foot(out, draft->info);
}

const Writer large_print_writer = {.name = "large-print.html", .write = write_large_print};
