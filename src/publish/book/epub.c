// W3C: EPUB 3.3, chapters 5 (package), 7 (navigation), 9 (media overlays); EPUB
// Accessibility 1.1.
#include "publish/book/epub.h"

#include "base/language.h"
#include "base/zip.h"
#include "phrase/spell.h"
#include "publish/html.h"
#include "publish/labels/labels.h"
#include "publish/text/cues.h"

static const char CONTAINER[] =
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
    "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n"
    "<rootfiles><rootfile full-path=\"EPUB/package.opf\" "
    "media-type=\"application/oebps-package+xml\"/></rootfiles>\n</container>\n";

// Sizes and colours stay the reader's; only what is being heard is marked, by colour and line.
static const char STYLE[] =
    "body{line-height:1.5;margin:0 1em}\n"
    "h1,h2,h3,h4,h5,h6{line-height:1.25}\n"
    "blockquote{margin:1em 1.5em}\n"
    ".-epub-media-overlay-active{background-color:#ffe08a;color:#1b1d22;"
    "text-decoration:underline}\n"
    "p,li,h1,h2,h3,h4,h5,h6{position:relative}\n"
    ".who{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0);"
    "white-space:nowrap}\n";

static const char XML[] = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

static const struct {
    const char *type, *role; // NULL: no role of ARIA is for it
} PART_KINDS[] = {
    [PART_TITLE] = {"titlepage", NULL},
    [PART_BODY] = {"chapter", "doc-chapter"},
    [PART_COLOPHON] = {"colophon", "doc-colophon"},
};

typedef struct {
    const Making *m;
    const Book *book;
    ZipEntry *entries;
    uint32_t count;
} Epub;

static void add_bytes(Epub *epub, Str name, Str bytes, bool stored)
{
    epub->entries[epub->count++] = (ZipEntry){.name = name, .bytes = bytes, .stored = stored};
}

// What writes a document; `part` is NULL where it is of the whole book.
typedef void Put(FILE *out, const Epub *epub, const Part *part);

static bool add_document(Epub *epub, Str name, Put *put, const Part *part, Error *err)
{
    TextFile text;
    Str bytes;
    if (!begin_text(&text, err))
        return false;
    put(text.out, epub, part);
    if (!end_text(&text, epub->m->arena, &bytes, err))
        return false;
    add_bytes(epub, name, bytes, false);
    return true;
}

static void put_xhtml_head(FILE *out, Str language, Str title)
{
    fprintf(out, "%s<!DOCTYPE html>\n", XML);
    fputs("<html xmlns=\"http://www.w3.org/1999/xhtml\" "
          "xmlns:epub=\"http://www.idpf.org/2007/ops\"",
          out);
    html_attribute(out, "lang", language);
    html_attribute(out, "xml:lang", language);
    if (language_runs_left(language))
        fputs(" dir=\"rtl\"", out);
    fputs(">\n<head>\n<meta charset=\"utf-8\"/>\n<title>", out);
    html_text(out, title);
    fputs("</title>\n<link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>\n"
          "</head>\n<body>\n",
          out);
}

static void put_chapter(FILE *out, const Epub *epub, const Part *part)
{
    put_xhtml_head(out, part->language, part->title);
    fprintf(out, "<section epub:type=\"%s\"", PART_KINDS[part->kind].type);
    if (PART_KINDS[part->kind].role)
        fprintf(out, " role=\"%s\"", PART_KINDS[part->kind].role);
    html_attribute(out, "aria-label", part->title);
    fputs(">\n", out);
    PartForm form = {epub->m->options->word_overlay,
                     "<p class=\"soft\" epub:type=\"footnote\" role=\"doc-footnote\">"};
    put_part(out, epub->book, part, &form, *epub->m->arena);
    fputs("</section>\n</body>\n</html>\n", out);
}

static void put_clock(FILE *out, int64_t ms, Arena scratch)
{
    fprintf(out, "%.*s", STR_ARG(clock_time(ms, '.', &scratch)));
}

static void put_par(FILE *out, const Part *part, const BookClip *clip, bool word, Arena scratch)
{
    fprintf(out, "<par%s><text src=\"%.*s.xhtml#%c%u\"/><audio src=\"%.*s.mp3\" clipBegin=\"",
            pass_of(part, clip->line) == PASS_NOTE ? " epub:type=\"footnote\"" : "",
            STR_ARG(part->name), word ? 'w' : 'l', word ? clip->first : clip->line,
            STR_ARG(part->name));
    put_clock(out, clip->beg_ms, scratch);
    fputs("\" clipEnd=\"", out);
    put_clock(out, clip->end_ms, scratch);
    fputs("\"/></par>\n", out);
}

// Where words are heard one by one, a line is a sequence of them.
static void put_overlay(FILE *out, const Epub *epub, const Part *part)
{
    Arena scratch = *epub->m->arena;
    bool words = epub->m->options->word_overlay;
    BookClips clips = cut_clips(part, words, &scratch);
    fprintf(out,
            "%s<smil xmlns=\"http://www.w3.org/ns/SMIL\" "
            "xmlns:epub=\"http://www.idpf.org/2007/ops\" version=\"3.0\">\n<body>\n",
            XML);
    for (uint32_t i = 0; i < clips.count; i++) {
        uint32_t line = clips.items[i].line;
        if (words && (i == 0 || clips.items[i - 1].line != line))
            fprintf(out, "<seq epub:textref=\"%.*s.xhtml#l%u\">\n", STR_ARG(part->name), line);
        put_par(out, part, &clips.items[i], words, scratch);
        if (words && (i + 1 == clips.count || clips.items[i + 1].line != line))
            fputs("</seq>\n", out);
    }
    fputs("</body>\n</smil>\n", out);
}

// --- Navigation ---

static void put_language_within(FILE *out, Str language, Str around)
{
    if (str_equal(language, around))
        return;
    html_attribute(out, "lang", language);
    html_attribute(out, "xml:lang", language);
    if (language_runs_left(language) != language_runs_left(around))
        html_attribute(out, "dir", language_runs_left(language) ? STR("rtl") : STR("ltr"));
}

static void put_entry(FILE *out, const Epub *epub, const Entry *entry)
{
    const Part *part = &epub->book->parts.items[entry->part];
    fprintf(out, "<li><a href=\"%.*s.xhtml#l%u\"", STR_ARG(part->name), entry->line);
    put_language_within(out, part->language, epub->m->info->language);
    putc('>', out);
    html_text(out, entry->title);
    fputs("</a>", out);
}

static void put_entries(FILE *out, const Epub *epub)
{
    int depth = 0;
    for (uint32_t i = 0; i < epub->book->entries.count; i++) {
        const Entry *entry = &epub->book->entries.items[i];
        if (entry->depth > depth)
            fputs("<ol>\n", out);
        else
            fputs("</li>\n", out);
        for (; depth > entry->depth; depth--)
            fputs("</ol>\n</li>\n", out);
        put_entry(out, epub, entry);
        depth = entry->depth;
    }
    for (; depth > 0; depth--)
        fputs("</li>\n</ol>\n", out);
}

static void put_contents_title(FILE *out, const Epub *epub)
{
    Str language = epub->m->info->language;
    fputs("<h1 id=\"contents\"", out);
    put_language_within(out, label_language(language), language);
    putc('>', out);
    html_text(out, label_in(language, LABEL_CONTENTS));
    fputs("</h1>\n", out);
}

static void put_landmarks(FILE *out, const Epub *epub)
{
    Str language = epub->m->info->language, spoken = label_language(language);
    fputs("<nav epub:type=\"landmarks\"", out);
    put_language_within(out, spoken, language);
    html_attribute(out, "aria-label", label_in(language, LABEL_LANDMARKS));
    fputs(" hidden=\"hidden\">\n<ol>\n", out);
    bool body = false;
    for (uint32_t i = 0; i < epub->book->parts.count; i++) {
        const Part *part = &epub->book->parts.items[i];
        if (part->kind == PART_BODY && body)
            continue;
        body = body || part->kind == PART_BODY;
        fprintf(out, "<li><a epub:type=\"%s\" href=\"%.*s.xhtml\"",
                part->kind == PART_BODY ? "bodymatter" : PART_KINDS[part->kind].type,
                STR_ARG(part->name));
        put_language_within(out, part->language, spoken);
        putc('>', out);
        html_text(out, part->title);
        fputs("</a></li>\n", out);
    }
    fputs("</ol>\n</nav>\n", out);
}

static void put_navigation(FILE *out, const Epub *epub, const Part *part)
{
    (void)part;
    put_xhtml_head(out, epub->m->info->language, epub->m->info->title);
    fputs("<nav epub:type=\"toc\" role=\"doc-toc\" aria-labelledby=\"contents\">\n", out);
    put_contents_title(out, epub);
    put_entries(out, epub);
    fputs("</nav>\n", out);
    put_landmarks(out, epub);
    fputs("</body>\n</html>\n", out);
}

// --- Package ---

static void put_element(FILE *out, const char *name, const char *attributes, Str text)
{
    if (text.len == 0)
        return;
    fprintf(out, "<%s%s>", name, attributes);
    html_text(out, text);
    fprintf(out, "</%.*s>\n", (int)strcspn(name, " "), name);
}

static void put_meta(FILE *out, const char *property, Str text)
{
    fprintf(out, "<meta property=\"%s\">", property);
    html_text(out, text);
    fputs("</meta>\n", out);
}

static void put_credits(FILE *out, const Epub *epub)
{
    const EpisodeInfo *info = epub->m->info;
    char identity[64];
    identify_book(epub->m, STR("epub"), identity);
    put_element(out, "dc:identifier", " id=\"book\"", str_from(identity));
    put_element(out, "dc:title", " id=\"title\"", info->title);
    put_element(out, "dc:language", "", info->language);
    put_element(out, "dc:creator", " id=\"author\"", info->artist);
    fputs("<meta refines=\"#author\" property=\"role\" scheme=\"marc:relators\">aut</meta>\n", out);
    put_element(out, "dc:contributor", " id=\"narrator\"", epub->book->narrator);
    fputs("<meta refines=\"#narrator\" property=\"role\" scheme=\"marc:relators\">nrt</meta>\n",
          out);
    put_element(out, "dc:publisher", "", info->publisher);
    put_element(out, "dc:date", "", info->date);
    put_element(out, "dc:source", "", epub->book->source);
    put_element(out, "dc:rights", "", info->copyright);
    put_element(out, "dc:description", "", info->comment);
    put_meta(out, "dcterms:modified", epub->book->modified);
}

static void put_summary(FILE *out, Str language)
{
    fputs("<meta property=\"schema:accessibilitySummary\"", out);
    if (!str_equal(label_language(language), language))
        html_attribute(out, "xml:lang", label_language(language));
    putc('>', out);
    html_text(out, label_in(language, LABEL_ACCESSIBILITY));
    fputs("</meta>\n", out);
}

// Whoever looks for a synthetic voice by words of English finds none in other languages.
static void put_source_type(FILE *out, const EpisodeInfo *info)
{
    if (info->source_type.len && !is_english(label_language(info->language)))
        put_meta(out, "dcterms:type", info->source_type);
}

static void put_accessibility(FILE *out, const Epub *epub)
{
    static const struct {
        const char *property, *value;
    } SAYS[] = {
        {"schema:accessMode", "textual"},
        {"schema:accessMode", "auditory"},
        {"schema:accessModeSufficient", "textual,auditory"},
        {"schema:accessModeSufficient", "textual"},
        {"schema:accessModeSufficient", "auditory"},
        {"schema:accessibilityFeature", "synchronizedAudioText"},
        {"schema:accessibilityFeature", "tableOfContents"},
        {"schema:accessibilityFeature", "structuralNavigation"},
        {"schema:accessibilityFeature", "readingOrder"},
        {"schema:accessibilityFeature", "displayTransformability"},
        {"schema:accessibilityHazard", "none"},
    };
    for (size_t i = 0; i < COUNT(SAYS); i++)
        put_meta(out, SAYS[i].property, str_from(SAYS[i].value));
    put_summary(out, epub->m->info->language);
    put_source_type(out, epub->m->info);
    put_meta(out, "dcterms:conformsTo", STR("EPUB Accessibility 1.1 - WCAG 2.2 Level AA"));
    const char *version = epub->m->options->version;
    Arena scratch = *epub->m->arena;
    put_meta(out, "a11y:certifiedBy",
             str_format(&scratch, "lectern%s%s", version ? " " : "", version ? version : ""));
}

static void put_durations(FILE *out, const Epub *epub)
{
    Arena scratch = *epub->m->arena;
    for (uint32_t i = 0; i < epub->book->parts.count; i++) {
        const Part *part = &epub->book->parts.items[i];
        fprintf(out, "<meta property=\"media:duration\" refines=\"#%.*s-overlay\">",
                STR_ARG(part->name));
        put_clock(out, part->length_ms, scratch);
        fputs("</meta>\n", out);
    }
    put_meta(out, "media:duration", clock_time(epub->book->length_ms, '.', &scratch));
    put_meta(out, "media:narrator", epub->book->narrator);
    put_meta(out, "media:active-class", STR("-epub-media-overlay-active"));
}

static void put_manifest(FILE *out, const Epub *epub)
{
    const Cover *cover = &epub->m->info->cover;
    fputs("<manifest>\n<item id=\"nav\" href=\"nav.xhtml\" "
          "media-type=\"application/xhtml+xml\" properties=\"nav\"/>\n"
          "<item id=\"style\" href=\"style.css\" media-type=\"text/css\"/>\n",
          out);
    if (cover->bytes.len)
        fprintf(out,
                "<item id=\"cover\" href=\"%s\" media-type=\"%s\" properties=\"cover-image\"/>\n",
                cover->name, cover->mime);
    for (uint32_t i = 0; i < epub->book->parts.count; i++) {
        Str name = epub->book->parts.items[i].name;
        fprintf(out,
                "<item id=\"%.*s\" href=\"%.*s.xhtml\" media-type=\"application/xhtml+xml\" "
                "media-overlay=\"%.*s-overlay\"/>\n"
                "<item id=\"%.*s-overlay\" href=\"%.*s.smil\" "
                "media-type=\"application/smil+xml\"/>\n"
                "<item id=\"%.*s-sound\" href=\"%.*s.mp3\" media-type=\"audio/mpeg\"/>\n",
                STR_ARG(name), STR_ARG(name), STR_ARG(name), STR_ARG(name), STR_ARG(name),
                STR_ARG(name), STR_ARG(name));
    }
    fputs("</manifest>\n", out);
}

static void put_package(FILE *out, const Epub *epub, const Part *part)
{
    (void)part;
    bool left = language_runs_left(epub->m->info->language);
    fprintf(out,
            "%s<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" "
            "unique-identifier=\"book\"",
            XML);
    html_attribute(out, "xml:lang", epub->m->info->language);
    fputs(" prefix=\"a11y: http://www.idpf.org/epub/vocab/package/a11y/#\">\n"
          "<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n",
          out);
    put_credits(out, epub);
    put_accessibility(out, epub);
    put_durations(out, epub);
    fputs("</metadata>\n", out);
    put_manifest(out, epub);
    fprintf(out, "<spine%s>\n", left ? " page-progression-direction=\"rtl\"" : "");
    for (uint32_t i = 0; i < epub->book->parts.count; i++)
        fprintf(out, "<itemref idref=\"%.*s\"/>\n", STR_ARG(epub->book->parts.items[i].name));
    fputs("</spine>\n</package>\n", out);
}

// --- The file ---

static void add_fixed(Epub *epub)
{
    const Cover *cover = &epub->m->info->cover;
    add_bytes(epub, STR("mimetype"), STR("application/epub+zip"), true);
    add_bytes(epub, STR("META-INF/container.xml"), str_from(CONTAINER), false);
    add_bytes(epub, STR("EPUB/style.css"), str_from(STYLE), false);
    if (cover->bytes.len)
        add_bytes(epub, str_format(epub->m->arena, "EPUB/%s", cover->name), cover->bytes, true);
}

static Str name_in(const Epub *epub, const Part *part, const char *suffix)
{
    return str_format(epub->m->arena, "EPUB/%.*s%s", STR_ARG(part->name), suffix);
}

static bool add_part(Epub *epub, const Part *part, Error *err)
{
    Str sound =
        str_format(epub->m->arena, "%s/%.*s.mp3", epub->book->sound_folder, STR_ARG(part->name));
    if (!add_document(epub, name_in(epub, part, ".xhtml"), put_chapter, part, err) ||
        !add_document(epub, name_in(epub, part, ".smil"), put_overlay, part, err))
        return false;
    epub->entries[epub->count++] = (ZipEntry){
        .name = name_in(epub, part, ".mp3"), .path = str_c(sound, epub->m->arena), .stored = true};
    return true;
}

bool write_epub(const Making *m, const Book *book, const char *path, Error *err)
{
    Epub epub = {m, book, ALLOC(m->arena, ZipEntry, 8 + 3 * book->parts.count), 0};
    add_fixed(&epub);
    bool ok = add_document(&epub, STR("EPUB/package.opf"), put_package, NULL, err) &&
              add_document(&epub, STR("EPUB/nav.xhtml"), put_navigation, NULL, err);
    for (uint32_t i = 0; ok && i < book->parts.count; i++)
        ok = add_part(&epub, &book->parts.items[i], err);
    return ok && write_zip(path, epub.entries, epub.count, *m->arena, err);
}
