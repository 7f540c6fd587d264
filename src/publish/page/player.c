#include "publish/html.h"
#include "publish/page/page.h"

static const char *const SPEEDS[] = {"0.75", "1", "1.25", "1.5", "1.75", "2", "2.5", "3"};

// What the script does at a click or a key; its own names for it.
static const struct {
    const char *act;
    Label label;
} BUTTONS[] = {
    {"chapter-back", PAGE_CHAPTER_BACK},
    {"back", PAGE_BACK},
    {"on", PAGE_ON},
    {"chapter-on", PAGE_CHAPTER_ON},
};

// Letters without other keys held, as players have them (j, k, l); none that browsers take.
static const struct {
    const char *key;
    const char *act;
    Label label;
} KEYS[] = {
    {"k", "play", PAGE_KEY_PLAY},
    {"j", "back", PAGE_KEY_BACK},
    {"l", "on", PAGE_KEY_ON},
    {"u", "line-back", PAGE_KEY_LINE_BACK},
    {"o", "line-on", PAGE_KEY_LINE_ON},
    {"p", "chapter-back", PAGE_KEY_CHAPTER_BACK},
    {"n", "chapter-on", PAGE_KEY_CHAPTER_ON},
    {"s", "slower", PAGE_KEY_SLOWER},
    {"f", "faster", PAGE_KEY_FASTER},
    {"?", "help", PAGE_KEY_HELP},
};

static void put_audio(const Page *page)
{
    FILE *out = page->out;
    fputs("<audio id=\"audio\" controls preload=\"metadata\"", out);
    put_label_attribute(page, "aria-label", PAGE_LISTEN);
    fputs(">\n", out);
    put_page_sources(page);
    fprintf(out, "<track kind=\"captions\" src=\"%.*s.vtt\"", STR_ARG(page->draft->episode->slug));
    put_label_attribute(page, "label", PAGE_CAPTIONS);
    html_attribute(out, "srclang", page->draft->info->language);
    fputs(">\n</audio>\n", out);
}

static void put_buttons(const Page *page)
{
    FILE *out = page->out;
    fputs("<div class=\"tools\" data-live hidden>\n", out);
    for (size_t i = 0; i < COUNT(BUTTONS); i++) {
        fprintf(out, "<button type=\"button\" data-do=\"%s\">", BUTTONS[i].act);
        put_label(page, BUTTONS[i].label);
        fputs("</button>\n", out);
    }
    fputs("<label>", out);
    put_label(page, PAGE_SPEED);
    fputs(" <select id=\"speed\">\n", out);
    for (size_t i = 0; i < COUNT(SPEEDS); i++)
        fprintf(out, "<option value=\"%s\"%s>%s×</option>\n", SPEEDS[i],
                strcmp(SPEEDS[i], "1") == 0 ? " selected" : "", SPEEDS[i]);
    fputs("</select></label>\n</div>\n", out);
}

// What the script says while it runs stands in attributes, so that the script is the same in
// all languages.
static void put_section(const Page *page, Arena scratch)
{
    const EpisodeInfo *info = page->draft->info;
    FILE *out = page->out;
    fputs("<section class=\"player\" id=\"player\" tabindex=\"-1\"", out);
    put_label_attribute(page, "aria-label", PAGE_PLAYER);
    fputs(" data-length=\"", out);
    html_seconds(out, info->length_ms);
    fputs("\"", out);
    html_attribute(out, "data-artist", info->artist);
    html_attribute(out, "data-album", info->album);
    put_label_attribute(page, "data-place", PAGE_PLACE);
    put_label_attribute(page, "data-rate", PAGE_RATE);
    put_label_attribute(page, "data-linked", PAGE_LINKED);
    put_label_attribute(page, "data-resumed", PAGE_RESUMED);
    fputs(">\n", out);
    put_page_wave(page, scratch);
    put_audio(page);
    put_buttons(page);
    fputs("</section>\n", out);
}

static void put_resumed(const Page *page)
{
    fputs("<p id=\"resumed\" class=\"notice\" hidden><span></span> "
          "<button type=\"button\" data-do=\"afresh\">",
          page->out);
    put_label(page, PAGE_AFRESH);
    fputs("</button></p>\n<p id=\"said\" class=\"heard\" role=\"status\"></p>\n", page->out);
}

static void put_switch(const Page *page, const char *id, bool on, Label label)
{
    fprintf(page->out, "<label><input type=\"checkbox\" id=\"%s\"%s> ", id, on ? " checked" : "");
    put_label(page, label);
    fputs("</label>\n", page->out);
}

static void put_note(const Page *page, Label label)
{
    fputs("<p>", page->out);
    put_label(page, label);
    fputs("</p>\n", page->out);
}

static void put_keys(const Page *page)
{
    FILE *out = page->out;
    fputs("<details class=\"keys\" id=\"help\">\n<summary>", out);
    put_label(page, PAGE_KEYS);
    fputs("</summary>\n", out);
    put_note(page, PAGE_KEYS_WHERE);
    fputs("<dl>\n", out);
    for (size_t i = 0; i < COUNT(KEYS); i++) {
        fprintf(out, "<div><dt><kbd data-key=\"%s\">%s</kbd></dt><dd>", KEYS[i].act, KEYS[i].key);
        put_label(page, KEYS[i].label);
        fputs("</dd></div>\n", out);
    }
    fputs("</dl>\n<p><strong>", out);
    put_label(page, PAGE_KEY_ARROWS);
    fputs("</strong>: ", out);
    put_label(page, PAGE_KEY_TEXT);
    fputs("</p>\n", out);
    put_note(page, PAGE_KEYS_READERS);
    fputs("</details>\n", out);
}

static void put_settings(const Page *page)
{
    fputs("<div class=\"settings\" data-live hidden>\n", page->out);
    put_switch(page, "follow", true, PAGE_FOLLOW);
    put_switch(page, "everywhere", false, PAGE_EVERYWHERE);
    fputs("<a id=\"here\" href=\"#t=0\">", page->out);
    put_label(page, PAGE_LINK);
    fputs("</a>\n<span id=\"linked\" role=\"status\"></span>\n", page->out);
    put_keys(page);
    fputs("</div>\n", page->out);
}

void put_page_player(const Page *page, Arena scratch)
{
    put_section(page, scratch);
    put_page_legend(page, scratch);
    put_resumed(page);
    put_settings(page);
}
