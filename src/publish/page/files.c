#include "publish/html.h"
#include "publish/page/page.h"
#include "publish/radio/radio.h"

typedef enum {
    GROUP_SOUND,
    GROUP_CHAPTERS,
    GROUP_BOOKS,
    GROUP_TEXTS,
    GROUP_RADIO,
    GROUP_COUNT,
} Group;

static const Label TITLES[GROUP_COUNT] = {
    [GROUP_SOUND] = PAGE_SOUND, [GROUP_CHAPTERS] = PAGE_SINGLE_CHAPTERS, [GROUP_BOOKS] = PAGE_BOOKS,
    [GROUP_TEXTS] = PAGE_TEXTS, [GROUP_RADIO] = PAGE_STATIONS,
};

// What the page offers of the files in the folder.
typedef struct {
    const char *folder;     // that the file lies in; "": beside the page
    const char *end;        // of its name in there
    const char *media_type; // of the episode's own sound; NULL: not played
    Group group;
    Label label, note; // no note: LABELS
    bool opened;       // in the browser, not saved
    bool whole;        // its size is that of all in the folder
    bool later;        // it may be made after the page
} Offer;

static const Offer OFFERS[] = {
    {"", ".mp3", "audio/mpeg", GROUP_SOUND, PAGE_MP3, .note = PAGE_MP3_NOTE},
    {"", ".opus", "audio/ogg; codecs=opus", GROUP_SOUND, PAGE_OPUS, .note = PAGE_OPUS_NOTE},
    {"", ".flac", "audio/flac", GROUP_SOUND, PAGE_FLAC, .note = PAGE_FLAC_NOTE},
    {"", ".m4b", "audio/mp4", GROUP_SOUND, PAGE_M4B, .note = PAGE_M4B_NOTE},
    {"", ".wav", "audio/wav", GROUP_SOUND, PAGE_WAV, .note = PAGE_WAV_NOTE},
    {"chapters/", ".mp3", NULL, GROUP_CHAPTERS, PAGE_MP3, .note = LABELS},
    {"", ".epub", NULL, GROUP_BOOKS, PAGE_EPUB, .note = PAGE_EPUB_NOTE},
    {"daisy/", "ncc.html", NULL, GROUP_BOOKS, PAGE_DAISY, .note = PAGE_DAISY_NOTE, .opened = true,
     .whole = true},
    {"", "large-print.html", NULL, GROUP_BOOKS, PAGE_LARGE_PRINT, .note = PAGE_LARGE_PRINT_NOTE,
     .opened = true},
    {"", ".vtt", NULL, GROUP_TEXTS, PAGE_VTT, .note = PAGE_VTT_NOTE},
    {"", ".srt", NULL, GROUP_TEXTS, PAGE_SRT, .note = PAGE_SRT_NOTE},
    {"", "transcript.json", NULL, GROUP_TEXTS, PAGE_TRANSCRIPT_JSON,
     .note = PAGE_TRANSCRIPT_JSON_NOTE},
    {"", "chapters.json", NULL, GROUP_TEXTS, PAGE_CHAPTERS_JSON, .note = PAGE_CHAPTERS_JSON_NOTE},
    {"", "script.json", NULL, GROUP_TEXTS, PAGE_SCRIPT_JSON, .note = PAGE_SCRIPT_JSON_NOTE,
     .later = true},
    {"", "report.json", NULL, GROUP_TEXTS, PAGE_REPORT_JSON, .note = PAGE_REPORT_JSON_NOTE,
     .later = true},
    {RADIO_FOLDER, ".wav", NULL, GROUP_RADIO, PAGE_BWF, .note = LABELS},
    {RADIO_FOLDER, ".mp2", NULL, GROUP_RADIO, PAGE_MP2, .note = LABELS},
    {RADIO_FOLDER, ".xml", NULL, GROUP_RADIO, PAGE_RDXML, .note = LABELS},
    {RADIO_FOLDER, ".txt", NULL, GROUP_RADIO, PAGE_SHEET, .note = LABELS, .opened = true},
};

static Str folder_of(Str name)
{
    size_t slash = str_find(name, STR("/"));
    return str_slice(name, 0, slash < name.len ? slash + 1 : 0);
}

static bool fits(const Offer *offer, Str name)
{
    return str_equal(folder_of(name), str_from(offer->folder)) &&
           str_ends(name, str_from(offer->end));
}

static const Offer *offer_of(Str name)
{
    for (size_t i = 0; i < COUNT(OFFERS); i++)
        if (fits(&OFFERS[i], name))
            return &OFFERS[i];
    return NULL;
}

void put_page_sources(const Page *page)
{
    const Episode *episode = page->draft->episode;
    for (uint32_t i = 0; i < episode->files.count; i++) {
        const EpisodeFile *file = &episode->files.items[i];
        const Offer *offer = offer_of(file->name);
        if (offer && offer->media_type && !file->variant)
            fprintf(page->out, "<source src=\"%.*s\" type=\"%s\">\n", STR_ARG(file->name),
                    offer->media_type);
    }
}

// --- Links ---

static Str shown_size(const Page *page, uint64_t bytes, Arena *arena)
{
    uint64_t tenths = bytes / 100000;
    Str number = bytes < 1000000 ? str_format(arena, "%u", (unsigned)((bytes + 999) / 1000))
                                 : str_format(arena, "%u%s%u", (unsigned)(tenths / 10),
                                              str_c(label_in(page->language, PAGE_DOT), arena),
                                              (unsigned)(tenths % 10));
    return fill_label(page->language, bytes < 1000000 ? PAGE_KILOBYTES : PAGE_MEGABYTES, &number, 1,
                      arena);
}

static uint64_t size_of(const Episode *episode, const Offer *offer, const EpisodeFile *file)
{
    uint64_t bytes = offer->whole ? 0 : file->bytes;
    for (uint32_t i = 0; i < episode->files.count && offer->whole; i++)
        if (str_starts(episode->files.items[i].name, str_from(offer->folder)))
            bytes += episode->files.items[i].bytes;
    return bytes;
}

static void put_name(const Page *page, const Offer *offer, const EpisodeFile *file)
{
    FILE *out = page->out;
    fputs("<span>", out);
    if (file->title.len) {
        fputs("<span", out);
        put_article_language(page);
        putc('>', out);
        html_text(out, file->title);
        fputs("</span>, ", out);
    }
    if (file->variant) {
        put_label(page, file->variant->title);
        fputs(", ", out);
    }
    put_label(page, offer->label);
    if (offer->note != LABELS) {
        fputs("<small>", out);
        put_label(page, offer->note);
        fputs("</small>", out);
    }
    fputs("</span>", out);
}

// Names of a station's files may have blanks and marks in them.
static Str address_of(Str name, Arena *arena)
{
    Buf b = new_buf(arena);
    for (size_t i = 0; i < name.len; i++) {
        char c = name.data[i];
        if (is_alnum(c) || strchr("-._~/", c))
            buf_char(&b, c);
        else
            buf_format(&b, "%%%02X", (unsigned char)c);
    }
    return buf_str(&b);
}

static void put_link(const Page *page, const Offer *offer, const EpisodeFile *file, Arena scratch)
{
    FILE *out = page->out;
    uint64_t bytes = size_of(page->draft->episode, offer, file);
    fputs("<li><a", out);
    html_attribute(out, "href", address_of(file->name, &scratch));
    fputs(offer->opened ? ">" : " download>", out);
    put_name(page, offer, file);
    if (bytes) {
        fputs(" <span>", out);
        html_text(out, shown_size(page, bytes, &scratch));
        fputs("</span>", out);
    }
    fputs("</a></li>\n", out);
}

// What is not listed yet has no size.
static EpisodeFile awaited(const Episode *episode, const Offer *offer)
{
    Str name = str_from(offer->end);
    for (uint32_t i = 0; i < episode->files.count; i++)
        if (str_equal(episode->files.items[i].name, name))
            return (EpisodeFile){0};
    return (EpisodeFile){.name = name};
}

static void put_links(const Page *page, Group group, Arena scratch)
{
    const Episode *episode = page->draft->episode;
    for (uint32_t i = 0; i < episode->files.count; i++) {
        const Offer *offer = offer_of(episode->files.items[i].name);
        if (offer && offer->group == group)
            put_link(page, offer, &episode->files.items[i], scratch);
    }
    for (size_t i = 0; i < COUNT(OFFERS); i++) {
        EpisodeFile file = awaited(episode, &OFFERS[i]);
        if (OFFERS[i].later && OFFERS[i].group == group && file.name.len)
            put_link(page, &OFFERS[i], &file, scratch);
    }
}

static bool has_group(const Episode *episode, Group group)
{
    for (uint32_t i = 0; i < episode->files.count; i++) {
        const Offer *offer = offer_of(episode->files.items[i].name);
        if (offer && offer->group == group)
            return true;
    }
    return group == GROUP_TEXTS; // the report is always made
}

void put_page_files(const Page *page, Arena scratch)
{
    FILE *out = page->out;
    fputs("<section class=\"downloads\" aria-labelledby=\"files\">\n<h2 id=\"files\">", out);
    put_label(page, PAGE_DOWNLOADS);
    fputs("</h2>\n", out);
    for (Group group = 0; group < GROUP_COUNT; group++) {
        if (!has_group(page->draft->episode, group))
            continue;
        fputs("<h3>", out);
        put_label(page, TITLES[group]);
        fputs("</h3>\n<ul class=\"files\">\n", out);
        put_links(page, group, scratch);
        fputs("</ul>\n", out);
    }
    fputs("</section>\n", out);
}
