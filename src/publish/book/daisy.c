// DAISY 2.02 specification (2001): 2.1 navigation control centre, 2.2 SMIL, 2.3 text. SMIL is
// version 1.0, the documents are XHTML 1.0.
#include "publish/book/daisy.h"

#include "base/file.h"
#include "base/language.h"
#include "publish/book/blocks.h"
#include "publish/html.h"
#include "publish/text/cues.h"

static const char XML[] = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

typedef struct {
    Making *m;
    const Book *book;
    char identity[64];
    uint32_t notes, producer_notes; // that are listed
} Daisy;

typedef void Put(FILE *out, const Daisy *daisy, uint32_t part);

static bool add_document(Daisy *daisy, Str file, Put *put, uint32_t part, Error *err)
{
    TextFile text;
    Str bytes;
    if (!begin_text(&text, err))
        return false;
    put(text.out, daisy, part);
    Arena scratch = *daisy->m->arena;
    Str name = str_format(&scratch, "daisy/%.*s", STR_ARG(file));
    return end_text(&text, &scratch, &bytes, err) &&
           write_file(path_in(daisy->m, name, &scratch), bytes, err);
}

static void put_meta(FILE *out, const char *name, Str content)
{
    if (content.len == 0)
        return;
    fprintf(out, "<meta name=\"%s\"", name);
    html_attribute(out, "content", content);
    fputs("/>\n", out);
}

static void put_count(FILE *out, const char *name, uint32_t count)
{
    fprintf(out, "<meta name=\"%s\" content=\"%u\"/>\n", name, count);
}

static void put_clock(FILE *out, const char *name, int64_t ms, Arena scratch)
{
    put_meta(out, name, clock_time(ms, '.', &scratch));
}

// --- SMIL ---

static void put_smil_head(FILE *out, const Daisy *daisy, Str title)
{
    fprintf(out,
            "%s<!DOCTYPE smil PUBLIC \"-//W3C//DTD SMIL 1.0//EN\" "
            "\"http://www.w3.org/TR/REC-smil/SMIL10.dtd\">\n<smil>\n<head>\n",
            XML);
    put_meta(out, "dc:format", STR("Daisy 2.02"));
    put_meta(out, "dc:identifier", str_from(daisy->identity));
    put_meta(out, "dc:title", daisy->m->info->title);
    put_meta(out, "title", title);
    put_meta(out, "ncc:generator", STR("lectern"));
}

static void put_par(FILE *out, const Part *part, const BookClip *clip)
{
    static const char *const TESTS[] = {
        [PASS_NEVER] = "",
        [PASS_NOTE] = " system-required=\"footnote-on\"",
        [PASS_PRODUCER] = " system-required=\"prodnote-on\"",
    };
    fprintf(out,
            "<par endsync=\"last\"%s id=\"p%u\"><text src=\"%.*s.html#l%u\" id=\"t%u\"/>"
            "<audio src=\"%.*s.mp3\" clip-begin=\"npt=",
            TESTS[pass_of(part, clip->line)], clip->line, STR_ARG(part->name), clip->line,
            clip->line, STR_ARG(part->name));
    html_seconds(out, clip->beg_ms);
    fputs("s\" clip-end=\"npt=", out);
    html_seconds(out, clip->end_ms);
    fprintf(out, "s\" id=\"a%u\"/></par>\n", clip->line);
}

static void put_smil(FILE *out, const Daisy *daisy, uint32_t index)
{
    Arena scratch = *daisy->m->arena;
    const Part *part = &daisy->book->parts.items[index];
    int64_t elapsed_ms = 0;
    for (uint32_t i = 0; i < index; i++)
        elapsed_ms += daisy->book->parts.items[i].length_ms;
    put_smil_head(out, daisy, part->title);
    put_clock(out, "ncc:totalElapsedTime", elapsed_ms, scratch);
    put_clock(out, "ncc:timeInThisSmil", part->length_ms, scratch);
    fputs("<layout><region id=\"text\"/></layout>\n</head>\n<body>\n<seq dur=\"", out);
    html_seconds(out, part->length_ms);
    fputs("s\">\n", out);
    BookClips clips = cut_clips(part, false, &scratch);
    for (uint32_t i = 0; i < clips.count; i++)
        put_par(out, part, &clips.items[i]);
    fputs("</seq>\n</body>\n</smil>\n", out);
}

// All parts in order, for players that would rather read one file.
static void put_master(FILE *out, const Daisy *daisy, uint32_t part)
{
    (void)part;
    put_smil_head(out, daisy, daisy->m->info->title);
    put_clock(out, "ncc:timeInThisSmil", daisy->book->length_ms, *daisy->m->arena);
    fputs("<layout><region id=\"text\"/></layout>\n</head>\n<body>\n", out);
    for (uint32_t i = 0; i < daisy->book->parts.count; i++) {
        const Part *of = &daisy->book->parts.items[i];
        fputs("<ref", out);
        html_attribute(out, "title", of->title);
        fprintf(out, " src=\"%.*s.smil\" id=\"m%u\"/>\n", STR_ARG(of->name), i + 1);
    }
    fputs("</body>\n</smil>\n", out);
}

// --- XHTML ---

static void put_xhtml_head(FILE *out, Str language, Str title)
{
    fprintf(out,
            "%s<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" "
            "\"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">\n"
            "<html xmlns=\"http://www.w3.org/1999/xhtml\"",
            XML);
    html_attribute(out, "lang", language);
    html_attribute(out, "xml:lang", language);
    if (language_runs_left(language))
        fputs(" dir=\"rtl\"", out);
    fputs(">\n<head>\n<meta http-equiv=\"Content-type\" content=\"text/html; charset=utf-8\"/>\n"
          "<title>",
          out);
    html_text(out, title);
    fputs("</title>\n", out);
}

static void put_text(FILE *out, const Daisy *daisy, uint32_t index)
{
    const Part *part = &daisy->book->parts.items[index];
    put_xhtml_head(out, part->language, part->title);
    fputs("<style type=\"text/css\">.who{font-size:smaller}</style>\n</head>\n<body>\n", out);
    PartForm form = {false, "<p class=\"notebody\">"};
    put_part(out, daisy->book, part, &form, *daisy->m->arena);
    fputs("</body>\n</html>\n", out);
}

// --- The navigation control centre ---

static void put_credits(FILE *out, const Daisy *daisy)
{
    const EpisodeInfo *info = daisy->m->info;
    put_meta(out, "dc:title", info->title);
    put_meta(out, "dc:creator", info->artist);
    put_meta(out, "dc:date", str_slice(daisy->book->modified, 0, 10));
    put_meta(out, "dc:format", STR("Daisy 2.02"));
    put_meta(out, "dc:identifier", str_from(daisy->identity));
    put_meta(out, "dc:language", info->language);
    put_meta(out, "dc:publisher", info->album);
    put_meta(out, "dc:source", daisy->book->source);
    put_meta(out, "dc:rights", info->copyright);
    put_meta(out, "dc:description", info->disclosure);
    put_meta(out, "ncc:sourceDate", info->date);
    put_meta(out, "ncc:sourcePublisher", info->publisher);
    put_meta(out, "ncc:narrator", daisy->book->narrator);
    put_meta(out, "ncc:generator", STR("lectern"));
    put_meta(out, "ncc:producer", STR("lectern"));
    put_meta(out, "ncc:charset", STR("utf-8"));
    put_meta(out, "ncc:multimediaType", STR("audioFullText"));
    put_meta(out, "ncc:setInfo", STR("1 of 1"));
}

static const Block *block_around(const Times *times, uint32_t line)
{
    return block_of_line(times->reading, stands_with(times, line));
}

static bool is_entry(const Book *book, const Part *part, uint32_t line)
{
    for (uint32_t i = 0; i < book->entries.count; i++)
        if (book->entries.items[i].line == line &&
            &book->parts.items[book->entries.items[i].part] == part)
            return true;
    return false;
}

// Pictures and notes are looked for; that a section begins or a list, is not.
static bool is_looked_for(const Book *book, const Part *part, uint32_t line)
{
    const Block *block = block_around(part->times, line);
    if (part->kind != PART_BODY || part->times->lines[line].count == 0 || !block)
        return false;
    if (block->role != ROLE_IMAGE && block->role != ROLE_FOOTNOTE)
        return false;
    bool begins = line == part->first || block_around(part->times, line - 1) != block;
    return begins && pass_of(part, line) != PASS_NEVER && !is_entry(book, part, line);
}

static void count_notes(Daisy *daisy)
{
    for (uint32_t p = 0; p < daisy->book->parts.count; p++) {
        const Part *part = &daisy->book->parts.items[p];
        for (uint32_t i = part->first; i < part->end; i++) {
            if (!is_looked_for(daisy->book, part, i))
                continue;
            daisy->notes += pass_of(part, i) == PASS_NOTE;
            daisy->producer_notes += pass_of(part, i) == PASS_PRODUCER;
        }
    }
}

static int entry_level(const Book *book, uint32_t index)
{
    return index ? 1 + book->entries.items[index].depth : 1;
}

static int deepest(const Book *book)
{
    int depth = 1;
    for (uint32_t i = 0; i < book->entries.count; i++)
        if (entry_level(book, i) > depth)
            depth = entry_level(book, i);
    return depth < 6 ? depth : 6;
}

// Files of the book: this one, the master's, and three of each part.
static void put_counts(FILE *out, const Daisy *daisy)
{
    const Book *book = daisy->book;
    put_count(out, "ncc:tocItems", book->entries.count + daisy->notes + daisy->producer_notes);
    put_count(out, "ncc:pageFront", 0);
    put_count(out, "ncc:pageNormal", 0);
    put_count(out, "ncc:pageSpecial", 0);
    put_count(out, "ncc:maxPageNormal", 0);
    put_count(out, "ncc:footnotes", daisy->notes);
    put_count(out, "ncc:prodNotes", daisy->producer_notes);
    put_count(out, "ncc:sidebars", 0);
    put_count(out, "ncc:depth", (uint32_t)deepest(book));
    put_count(out, "ncc:files", 2 + 3 * book->parts.count);
    put_clock(out, "ncc:totalTime", book->length_ms, *daisy->m->arena);
}

static void put_link(FILE *out, const Book *book, const Part *part, uint32_t line, Str title)
{
    fprintf(out, "<a href=\"%.*s.smil#p%u\"", STR_ARG(part->name), line);
    if (!str_equal(part->language, book->info->language)) {
        html_attribute(out, "lang", part->language);
        html_attribute(out, "xml:lang", part->language);
    }
    putc('>', out);
    html_text(out, title);
    fputs("</a>", out);
}

// A place that has no heading in the text is a group of paragraphs.
static void put_entry(FILE *out, const Book *book, uint32_t index)
{
    const Entry *entry = &book->entries.items[index];
    const Part *part = &book->parts.items[entry->part];
    int level = entry_level(book, index) < 6 ? entry_level(book, index) : 6;
    if (index && !entry->heading)
        fprintf(out, "<div class=\"group\" id=\"n%u\">", index + 1);
    else
        fprintf(out, "<h%d%s id=\"n%u\">", level, index ? "" : " class=\"title\"", index + 1);
    put_link(out, book, part, entry->line, entry->title);
    if (index && !entry->heading)
        fputs("</div>\n", out);
    else
        fprintf(out, "</h%d>\n", level);
}

// What may be passed over stands among the headings, so that it is found again.
static void put_notes(FILE *out, const Book *book, const Part *part, Span lines, Arena scratch)
{
    for (uint32_t i = lines.beg; i < lines.end; i++) {
        Arena words = scratch;
        if (!is_looked_for(book, part, i))
            continue;
        fprintf(out, "<span class=\"%s\" id=\"o%u\">",
                pass_of(part, i) == PASS_NOTE ? "noteref" : "optional-prodnote", i);
        put_link(out, book, part, i, line_words(part->times, i, &words));
        fputs("</span>\n", out);
    }
}

static void put_contents(FILE *out, const Book *book, Arena scratch)
{
    uint32_t told = 0; // lines whose notes are listed
    for (uint32_t i = 0; i < book->entries.count; i++) {
        const Entry *entry = &book->entries.items[i];
        put_entry(out, book, i);
        bool more =
            i + 1 < book->entries.count && book->parts.items[entry[1].part].kind != PART_COLOPHON;
        for (uint32_t p = 0; p < book->parts.count; p++) {
            const Part *part = &book->parts.items[p];
            uint32_t end = more && entry[1].line < part->end ? entry[1].line : part->end;
            uint32_t first = told > part->first ? told : part->first;
            if (part->kind == PART_BODY && first < end)
                put_notes(out, book, part, (Span){first, end}, scratch);
        }
        told = more ? entry[1].line : UINT32_MAX;
    }
}

static void put_ncc(FILE *out, const Daisy *daisy, uint32_t part)
{
    (void)part;
    put_xhtml_head(out, daisy->m->info->language, daisy->m->info->title);
    put_credits(out, daisy);
    put_counts(out, daisy);
    fputs("</head>\n<body>\n", out);
    put_contents(out, daisy->book, *daisy->m->arena);
    fputs("</body>\n</html>\n", out);
}

// --- The folder ---

static Str file_of(const Daisy *daisy, uint32_t part, const char *suffix)
{
    return str_format(daisy->m->arena, "%.*s%s", STR_ARG(daisy->book->parts.items[part].name),
                      suffix);
}

static bool add_part(Daisy *daisy, uint32_t part, Error *err)
{
    return add_document(daisy, file_of(daisy, part, ".html"), put_text, part, err) &&
           add_document(daisy, file_of(daisy, part, ".smil"), put_smil, part, err);
}

static bool list_in(Daisy *daisy, Str file, Error *err)
{
    return list_file(daisy->m, str_format(daisy->m->arena, "daisy/%.*s", STR_ARG(file)), err);
}

static bool list_part(Daisy *daisy, uint32_t part, Error *err)
{
    return list_in(daisy, file_of(daisy, part, ".html"), err) &&
           list_in(daisy, file_of(daisy, part, ".smil"), err) &&
           list_in(daisy, file_of(daisy, part, ".mp3"), err);
}

bool write_daisy(Making *m, const Book *book, Error *err)
{
    Daisy daisy = {.m = m, .book = book};
    identify_book(m, STR("daisy"), daisy.identity);
    count_notes(&daisy);
    bool ok = add_document(&daisy, STR("ncc.html"), put_ncc, 0, err) &&
              add_document(&daisy, STR("master.smil"), put_master, 0, err) &&
              list_in(&daisy, STR("ncc.html"), err) && list_in(&daisy, STR("master.smil"), err);
    for (uint32_t i = 0; ok && i < book->parts.count; i++)
        ok = add_part(&daisy, i, err) && list_part(&daisy, i, err);
    return ok;
}
