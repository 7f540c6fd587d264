// index.html: player and transcript, in the manner of WCAG 2.2 AA. It needs no script,
// no network and no other page.
#include "base/language.h"
#include "base/utf8.h"
#include "phrase/spell.h"
#include "publish/html.h"
#include "publish/page/page.h"
#include "publish/page/parts.h"
#include "publish/page/text.h"
#include "publish/text/coverage.h"
#include "publish/text/words.h"

enum { TITLE_MAX = 70 }; // characters as they are written; tabs cut longer ones

void put_label(const Page *page, Label label)
{
    html_text(page->out, label_in(page->language, label));
}

void put_filled(const Page *page, Label label, const Str *values, size_t count, Arena scratch)
{
    html_text(page->out, fill_label(page->language, label, values, count, &scratch));
}

void put_label_attribute(const Page *page, const char *name, Label label)
{
    html_attribute(page->out, name, label_in(page->language, label));
}

void put_article_language(const Page *page)
{
    Str language = page->draft->info->language;
    if (!str_equal(page->language, language))
        html_attribute(page->out, "lang", language);
    if (language_runs_left(language))
        fputs(" dir=\"rtl\"", page->out);
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

static void put_head(const Page *page, Str style, Str script, Arena scratch)
{
    FILE *out = page->out;
    const EpisodeInfo *info = page->draft->info;
    fputs("<!DOCTYPE html>\n<html", out);
    html_attribute(out, "lang", page->language);
    if (language_runs_left(page->language))
        fputs(" dir=\"rtl\"", out);
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

static void put_credits(const Page *page)
{
    FILE *out = page->out;
    const EpisodeInfo *info = page->draft->info;
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
        putc('>', out);
        put_label(page, PAGE_ORIGINAL);
        fputs("</a></p>\n", out);
    }
}

static void put_header(const Page *page)
{
    FILE *out = page->out;
    const EpisodeInfo *info = page->draft->info;
    fputs("<body>\n<a class=\"skip\" href=\"#text\">", out);
    put_label(page, PAGE_SKIP);
    fputs("</a>\n<header>\n", out);
    if (info->cover.bytes.len)
        fprintf(out,
                "<img class=\"cover\" id=\"cover\" src=\"%s\" width=\"112\" height=\"112\" "
                "alt=\"\">\n",
                info->cover.name);
    fputs("<h1 id=\"title\"", out);
    put_article_language(page);
    putc('>', out);
    html_text(out, info->title);
    fputs("</h1>\n", out);
    put_credits(page);
    if (info->disclosure.len) {
        fputs("<p class=\"disclosure\"><strong>", out);
        put_label(page, PAGE_SYNTHETIC);
        fputs("</strong> ", out);
        html_text(out, info->disclosure);
        html_synthetic_sign(out, info->words);
        fputs("</p>\n", out);
    }
    fputs("</header>\n", out);
}

static void put_chapters(const Page *page)
{
    FILE *out = page->out;
    const EpisodeInfo *info = page->draft->info;
    fputs("<nav aria-labelledby=\"chapters\">\n<h2 id=\"chapters\">", out);
    put_label(page, PAGE_CHAPTERS);
    fputs("</h2>\n<ol>\n", out);
    for (uint32_t i = 0; i < info->chapters.count; i++) {
        const Chapter *chapter = &info->chapters.items[i];
        fprintf(out, "<li><a href=\"#l%u\" data-s=\"", chapter->line);
        html_seconds(out, chapter->start_ms);
        fputs("\"><span", out);
        put_article_language(page);
        putc('>', out);
        html_text(out, chapter->title);
        fputs("</span> <span>", out);
        html_clock(out, chapter->start_ms);
        fputs("</span></a></li>\n", out);
    }
    fputs("</ol>\n</nav>\n", out);
}

static void put_transcript(const Page *page, Arena scratch)
{
    FILE *out = page->out;
    fputs("<section aria-labelledby=\"transcript\">\n<h2 id=\"transcript\">", out);
    put_label(page, PAGE_TRANSCRIPT);
    fputs("</h2>\n<p class=\"soft\">", out);
    put_label(page, PAGE_NARRATOR_READS);
    fputs("</p>\n<p class=\"soft\" data-live hidden>", out);
    put_label(page, PAGE_CHOOSE);
    fputs("</p>\n<div id=\"text\" tabindex=\"-1\"", out);
    put_article_language(page);
    fputs(">\n", out);
    put_page_text(out, page->draft->times, scratch);
    fputs("</div>\n</section>\n", out);
}

static void put_english(const Page *page, const char *words)
{
    bool other = !is_english(page->language);
    if (other)
        html_open_language(page->out, STR("en"), false);
    html_text(page->out, str_from(words));
    if (other)
        fputs("</span>", page->out);
}

static void put_skipped(const Page *page, Arena scratch)
{
    FILE *out = page->out;
    const Draft *draft = page->draft;
    Coverage coverage = cover_article(draft->timeline->clips, &scratch);
    if (coverage.skips.count == 0)
        return;
    fputs("<details>\n<summary>", out);
    put_label(page, PAGE_NOT_READ);
    fputs("</summary>\n<ul>\n", out);
    Str text = reading_article(draft->times->reading)->text;
    for (uint32_t i = 0; i < coverage.skips.count; i++) {
        Arena words = scratch;
        const Drop *skip = &coverage.skips.items[i];
        fputs("<li><span", out);
        put_article_language(page);
        putc('>', out);
        html_text(out, clean_text(str_span(text, skip->span), &words));
        fputs("</span> (", out);
        put_english(page, skip->reason);
        fputs(")</li>\n", out);
    }
    fputs("</ul>\n</details>\n", out);
}

static void put_end(const Page *page, Str script)
{
    fputs("</main>\n<footer>\n<p class=\"soft\">", page->out);
    html_text(page->out, page->draft->info->copyright);
    fprintf(page->out, "</p>\n</footer>\n<script>%.*s</script>\n</body>\n</html>\n",
            STR_ARG(script));
}

static void write_page(FILE *out, const Draft *draft, Arena scratch)
{
    Page page = {out, draft, draft->info->words};
    Str style = page_style(&scratch), script = page_script(&scratch);
    put_head(&page, style, script, scratch);
    put_header(&page);
    fputs("<main>\n", out);
    put_page_player(&page, scratch);
    put_chapters(&page);
    put_transcript(&page, scratch);
    put_page_voices(&page, scratch);
    put_page_files(&page, scratch);
    put_skipped(&page, scratch);
    put_end(&page, script);
}

const Writer page_writer = {.name = "index.html", .write = write_page, .needs_files = true};
