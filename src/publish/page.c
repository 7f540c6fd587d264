// index.html: player and transcript, in the manner of WCAG 2.2 AA. It needs no script,
// no network and no other page.
#include "base/utf8.h"
#include "publish/coverage.h"
#include "publish/html.h"
#include "base/language.h"
#include "publish/page_parts.h"
#include "publish/page_text.h"
#include "publish/page_voices.h"
#include "publish/words.h"
#include "publish/writer.h"

enum { TITLE_MAX = 70 }; // characters as they are written; tabs cut longer ones

// What the page offers of the files in the folder.
static const struct {
    const char *suffix;
    const char *label;
    const char *media_type; // of sound; NULL: not played
    bool opened;            // in the browser, not saved
} OFFERS[] = {
    {".mp3", "MP3 audio", "audio/mpeg", false},
    {".opus", "Opus audio", "audio/ogg; codecs=opus", false},
    {".flac", "FLAC audio", "audio/flac", false},
    {".m4b", "Audiobook, M4B", "audio/mp4", false},
    {".wav", "WAV audio", "audio/wav", false},
    {".epub", "Book to read along, EPUB", NULL, false},
    {"daisy/ncc.html", "Contents of the DAISY book", NULL, true},
    {"large-print.html", "Large print", NULL, true},
    {".vtt", "Transcript, WebVTT", NULL, false},
    {".srt", "Transcript, SRT", NULL, false},
    {"transcript.json", "Transcript, JSON", NULL, false},
    {"chapters.json", "Chapters, JSON", NULL, false},
};

static const char *const SPEEDS[] = {"0.75", "1", "1.25", "1.5", "1.75", "2", "2.5", "3"};

static Str shown_language(const EpisodeInfo *info)
{
    // The page speaks English; what is the article's own has its own language.
    return str_equal_nocase(str_slice(info->language, 0, 2), STR("en")) ? info->language
                                                                        : STR("en");
}

static void put_language(FILE *out, const EpisodeInfo *info)
{
    if (!str_equal(shown_language(info), info->language))
        html_attribute(out, "lang", info->language);
    if (language_runs_left(info->language))
        fputs(" dir=\"rtl\"", out);
}

// What is said in the language of EpisodeInfo.words.
static void put_own_words(FILE *out, const EpisodeInfo *info, Str text)
{
    bool other = !str_equal(info->words, shown_language(info));
    if (other)
        html_open_language(out, info->words, false);
    html_text(out, text);
    if (other)
        fputs("</span>", out);
}

static void put_policy(FILE *out, Str style, Str script, Arena scratch)
{
    fprintf(out,
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
            "style-src '%.*s'; script-src '%.*s'; img-src 'self' file:; media-src 'self' file:; "
            "base-uri 'none'; form-action 'none'\">\n",
            STR_ARG(policy_source(style, &scratch)), STR_ARG(policy_source(script, &scratch)));
}

// What is written for a character: "&amp;" is five.
static uint32_t written_len(Str s)
{
    uint32_t len = 0;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.data[i];
        len += c == '&' ? 5 : c == '<' || c == '>' ? 4 : ((unsigned char)c & 0xC0) != 0x80;
    }
    return len;
}

static Str tab_title(Str title, Arena *arena)
{
    uint32_t max = TITLE_MAX - 3;
    Str s = first_words(title, max, arena);
    while (max > 1 && written_len(s) > TITLE_MAX)
        s = first_words(title, --max, arena);
    return s;
}

static void put_head(FILE *out, const EpisodeInfo *info, Str style, Str script, Arena scratch)
{
    fputs("<!DOCTYPE html>\n<html", out);
    html_attribute(out, "lang", shown_language(info));
    fputs(">\n<head>\n<meta charset=\"utf-8\">\n", out);
    put_policy(out, style, script, scratch);
    fputs("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>", out);
    html_text(out, tab_title(info->title, &scratch));
    fputs("</title>\n<meta name=\"description\"", out);
    html_attribute(out, "content", info->comment);
    fputs(">\n<link rel=\"canonical\"", out);
    html_attribute(out, "href", info->url.len ? info->url : STR("./index.html"));
    fputs(">\n", out);
    if (info->cover.bytes.len)
        fprintf(out, "<link rel=\"icon\" type=\"%s\" href=\"%s\">\n", info->cover.mime,
                info->cover.name);
    fprintf(out, "<style>%.*s</style>\n</head>\n", STR_ARG(style));
}

static void put_credits(FILE *out, const EpisodeInfo *info)
{
    fputs("<p class=\"soft\">", out);
    html_text(out, info->artist);
    if (info->publisher.len && !str_equal(info->publisher, info->artist)) {
        fputs(" · ", out);
        html_text(out, info->publisher);
    }
    if (info->date.len) {
        fputs(" · <time", out);
        html_attribute(out, "datetime", info->date);
        putc('>', out);
        html_text(out, info->date);
        fputs("</time>", out);
    }
    fputs("</p>\n", out);
    if (info->url.len) {
        fputs("<p class=\"soft\"><a", out);
        html_attribute(out, "href", info->url);
        fputs(">Read the original article</a></p>\n", out);
    }
}

static void put_header(FILE *out, const EpisodeInfo *info)
{
    fputs("<body>\n<a class=\"skip\" href=\"#text\">Skip to the transcript</a>\n<header>\n", out);
    if (info->cover.bytes.len)
        fprintf(out, "<img class=\"cover\" src=\"%s\" width=\"112\" height=\"112\" alt=\"\">\n",
                info->cover.name);
    fputs("<h1", out);
    put_language(out, info);
    putc('>', out);
    html_text(out, info->title);
    fputs("</h1>\n", out);
    put_credits(out, info);
    if (info->disclosure.len) {
        fputs("<p><strong>Synthetic voice.</strong> ", out);
        put_own_words(out, info, info->disclosure);
        fputs("</p>\n", out);
    }
    fputs("</header>\n", out);
}

// The row of OFFERS for a file, or the number of rows. What lies in a folder is a part of
// something, but where a row names it.
static size_t offer_of(Str name)
{
    bool inner = str_find(name, STR("/")) < name.len;
    for (size_t i = 0; i < COUNT(OFFERS); i++) {
        Str suffix = str_from(OFFERS[i].suffix);
        if (inner ? str_equal(name, suffix) : str_ends(name, suffix))
            return i;
    }
    return COUNT(OFFERS);
}

static void put_player(FILE *out, const Draft *draft)
{
    fputs(
        "<main>\n<section class=\"player\" aria-label=\"Player\">\n"
        "<audio id=\"audio\" controls preload=\"metadata\" aria-label=\"Listen to the article\">\n",
        out);
    for (uint32_t i = 0; i < draft->episode->files.count; i++) {
        const EpisodeFile *file = &draft->episode->files.items[i];
        size_t offer = offer_of(file->name);
        if (offer < COUNT(OFFERS) && OFFERS[offer].media_type && !file->variant)
            fprintf(out, "<source src=\"%.*s\" type=\"%s\">\n", STR_ARG(file->name),
                    OFFERS[offer].media_type);
    }
    fprintf(out, "<track kind=\"captions\" src=\"%.*s.vtt\" label=\"Transcript\"",
            STR_ARG(draft->episode->slug));
    html_attribute(out, "srclang", draft->info->language);
    fputs(">\n</audio>\n<div class=\"tools\" data-live hidden>\n"
          "<button type=\"button\" data-skip=\"-10\">Back 10 seconds</button>\n"
          "<button type=\"button\" data-skip=\"10\">On 10 seconds</button>\n"
          "<label>Speed <select id=\"speed\">\n",
          out);
    for (size_t i = 0; i < COUNT(SPEEDS); i++)
        fprintf(out, "<option value=\"%s\"%s>%s×</option>\n", SPEEDS[i],
                strcmp(SPEEDS[i], "1") == 0 ? " selected" : "", SPEEDS[i]);
    fputs("</select></label>\n<label><input type=\"checkbox\" id=\"follow\" checked> "
          "Follow the voice in the text</label>\n</div>\n</section>\n",
          out);
}

static void put_chapters(FILE *out, const EpisodeInfo *info)
{
    fputs("<nav aria-labelledby=\"chapters\">\n<h2 id=\"chapters\">Chapters</h2>\n<ol>\n", out);
    for (uint32_t i = 0; i < info->chapters.count; i++) {
        const Chapter *chapter = &info->chapters.items[i];
        fprintf(out, "<li><a href=\"#l%u\" data-s=\"", chapter->line);
        html_seconds(out, chapter->start_ms);
        fputs("\"><span", out);
        put_language(out, info);
        putc('>', out);
        html_text(out, chapter->title);
        fputs("</span> <span>", out);
        html_clock(out, chapter->start_ms);
        fputs("</span></a></li>\n", out);
    }
    fputs("</ol>\n</nav>\n", out);
}

static void put_transcript(FILE *out, const Draft *draft, Arena scratch)
{
    fputs("<section aria-labelledby=\"transcript\">\n<h2 id=\"transcript\">Transcript</h2>\n"
          "<p class=\"soft\">The narrator reads what has no other name before it.</p>\n"
          "<p class=\"soft\" data-live hidden>Choose a sentence to hear it: with a click, or "
          "with the arrow keys and Enter.</p>\n<div id=\"text\" tabindex=\"-1\"",
          out);
    put_language(out, draft->info);
    fputs(">\n", out);
    put_page_text(out, draft->times, scratch);
    fputs("</div>\n</section>\n", out);
}

static void put_size(FILE *out, uint64_t bytes)
{
    if (bytes < 1000000)
        fprintf(out, "%u kB", (unsigned)((bytes + 999) / 1000));
    else
        fprintf(out, "%u.%u MB", (unsigned)(bytes / 1000000), (unsigned)(bytes / 100000 % 10));
}

static void put_files(FILE *out, const Episode *episode)
{
    fputs("<section aria-labelledby=\"files\">\n<h2 id=\"files\">Downloads</h2>\n"
          "<ul class=\"files\">\n",
          out);
    for (uint32_t i = 0; i < episode->files.count; i++) {
        const EpisodeFile *file = &episode->files.items[i];
        size_t offer = offer_of(file->name);
        if (offer == COUNT(OFFERS))
            continue;
        fprintf(out, "<li><a href=\"%.*s\"%s><span>%s%s%s</span> <span>", STR_ARG(file->name),
                OFFERS[offer].opened ? "" : " download", file->variant ? file->variant->title : "",
                file->variant ? ", " : "", OFFERS[offer].label);
        put_size(out, file->bytes);
        fputs("</span></a></li>\n", out);
    }
    fputs("</ul>\n</section>\n", out);
}

static void put_skipped(FILE *out, const Draft *draft, Arena scratch)
{
    Coverage coverage = cover_article(draft->timeline->clips, &scratch);
    if (coverage.skips.count == 0)
        return;
    fputs("<details>\n<summary>Not read aloud</summary>\n<ul>\n", out);
    Str text = reading_article(draft->times->reading)->text;
    for (uint32_t i = 0; i < coverage.skips.count; i++) {
        Arena words = scratch;
        const Drop *skip = &coverage.skips.items[i];
        fputs("<li><span", out);
        put_language(out, draft->info);
        putc('>', out);
        html_text(out, clean_text(str_span(text, skip->span), &words));
        fputs("</span> (", out);
        html_text(out, str_from(skip->reason));
        fputs(")</li>\n", out);
    }
    fputs("</ul>\n</details>\n", out);
}

static void put_end(FILE *out, const EpisodeInfo *info, Str script)
{
    fputs("</main>\n<footer>\n<p class=\"soft\">", out);
    put_own_words(out, info, info->copyright);
    fprintf(out, "</p>\n</footer>\n<script>%.*s</script>\n</body>\n</html>\n", STR_ARG(script));
}

static void write_page(FILE *out, const Draft *draft, Arena scratch)
{
    Str style = page_style(&scratch), script = page_script(&scratch);
    put_head(out, draft->info, style, script, scratch);
    put_header(out, draft->info);
    put_player(out, draft);
    put_chapters(out, draft->info);
    put_transcript(out, draft, scratch);
    put_page_voices(out, draft->times, scratch);
    put_files(out, draft->episode);
    put_skipped(out, draft, scratch);
    put_end(out, draft->info, script);
}

const Writer page_writer = {.name = "index.html", .write = write_page, .needs_files = true};
