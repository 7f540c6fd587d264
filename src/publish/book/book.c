#include "publish/book/book.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "phrase/spell.h"
#include "publish/book/blocks.h"
#include "publish/html.h"
#include "publish/labels/labels.h"
#include "publish/text/words.h"

enum { GRID = PASSAGE_GRID, HEADING_LEVELS = 6 };

// Sound that a part has before its first word, where there is as much.

// --- Headings ---

static bool is_title_line(const Times *times, uint32_t line)
{
    const Block *block = block_of_line(times->reading, line);
    if (block)
        return block->kind == BLOCK_TITLE;
    Str title = reading_article(times->reading)->title;
    return line < times->reading->opening && title.len &&
           str_starts(times->reading->lines.items[line].shown, title);
}

// Levels of an article may begin anywhere and leave some out; a book's do not.
typedef struct {
    int stack[HEADING_LEVELS];
    int depth;
} Outline;

static int rank_heading(Outline *outline, int level)
{
    while (outline->depth && outline->stack[outline->depth - 1] >= level)
        outline->depth--;
    if (outline->depth < HEADING_LEVELS)
        outline->stack[outline->depth++] = level;
    return outline->depth;
}

const uint8_t *heading_levels(const Times *times, Arena *arena, bool *has_title)
{
    uint32_t count = times->reading->lines.count;
    uint8_t *levels = ALLOC(arena, uint8_t, count);
    Outline outline = {0};
    const Block *before = NULL;
    *has_title = false;
    int level = 0;
    for (uint32_t i = 0; i < count; i++) {
        const Block *block = block_of_line(times->reading, i);
        if (times->lines[i].count == 0)
            continue;
        if (!block || block != before)
            level = 0;
        if (level == 0 && !*has_title && is_title_line(times, i))
            level = rank_heading(&outline, 0);
        else if (level == 0 && block && block->kind == BLOCK_HEADING)
            level = rank_heading(&outline, block->level);
        levels[i] = (uint8_t)level;
        *has_title = *has_title || (level && (!block || block->kind == BLOCK_TITLE));
        before = block;
    }
    return levels;
}

// --- Parts ---

static bool is_heard(const Times *times, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (times->lines[i].count)
            return true;
    return false;
}

uint32_t with_notice(const Making *m, uint32_t line)
{
    bool said = line > m->times->reading->opening && !block_of_line(m->times->reading, line - 1) &&
                stands_with(m->times, line - 1) >= line - 1;
    return said ? line - 1 : line;
}

static void add_part(const Making *m, Book *book, PartKind kind, uint32_t first, Str title)
{
    uint32_t index = book->parts.count;
    uint32_t before = index ? book->parts.items[index - 1].first : 0;
    while (first < m->times->reading->lines.count && m->times->lines[first].count == 0)
        first++;
    if ((index && !is_heard(m->times, before, first)) || first == m->times->reading->lines.count)
        return;
    *PUSH(&book->parts, m->arena) = (Part){.kind = kind,
                                           .times = m->times,
                                           .first = first,
                                           .end = m->times->reading->lines.count,
                                           .name = str_format(m->arena, "part-%03u", index + 1),
                                           .title = title,
                                           .language = m->info->language};
    if (index)
        book->parts.items[index - 1].end = first;
}

static void cut_article(const Making *m, Book *book)
{
    uint32_t opening = m->times->reading->opening;
    if (is_heard(m->times, 0, opening))
        add_part(m, book, PART_TITLE, 0, m->info->title);
    add_part(m, book, PART_BODY, opening, m->info->title);
    for (uint32_t i = 0; i < m->info->chapters.count; i++) {
        const Chapter *chapter = &m->info->chapters.items[i];
        uint32_t first = with_notice(m, chapter->line);
        if (!book->levels[chapter->line] || first < opening)
            continue;
        Part *last = &book->parts.items[book->parts.count - 1];
        if (last->first == first)
            last->title = chapter->title;
        else
            add_part(m, book, PART_BODY, first, chapter->title);
    }
}

static int64_t to_frame(int64_t ms)
{
    return ms * MASTER_RATE_HZ / 1000;
}

// Where the line ends that was heard before; 0: none was.
static int64_t end_before(const Times *times, uint32_t line)
{
    while (line && times->lines[line - 1].count == 0)
        line--;
    return line ? times->lines[line - 1].end_ms : 0;
}

int64_t silence_before(const Times *times, uint32_t line)
{
    return times->lines[line].start_ms - end_before(times, line);
}

int64_t cut_before(const Times *times, uint32_t line, int lead_ms)
{
    int64_t end_ms = end_before(times, line);
    int64_t silence = end_ms ? to_frame(end_ms + 1) : 0;
    int64_t start = to_frame(times->lines[line].start_ms);
    int64_t lead = to_frame(times->lines[line].start_ms - lead_ms);
    int64_t least = (silence + GRID - 1) / GRID * GRID;
    int64_t cut = (lead > 0 ? lead : 0) / GRID * GRID;
    cut = cut > least ? cut : least;
    return cut <= start ? cut : start / GRID * GRID;
}

static void cut_sound(const Making *m, Book *book)
{
    for (uint32_t i = 0; i < book->parts.count; i++) {
        Part *part = &book->parts.items[i];
        bool last = i + 1 == book->parts.count;
        part->beg_frame = i ? cut_before(m->times, part->first, CUT_LEAD_MS) : 0;
        part->end_frame =
            last ? m->timeline->frame_count : cut_before(m->times, part[1].first, CUT_LEAD_MS);
        part->length_ms = frame_ms(part->end_frame - part->beg_frame);
    }
}

static void add_colophon(const Making *m, const Times *times, Book *book)
{
    *PUSH(&book->parts, m->arena) = (Part){.kind = PART_COLOPHON,
                                           .times = times,
                                           .end = times->reading->lines.count,
                                           .end_frame = to_frame(times->length_ms),
                                           .length_ms = times->length_ms,
                                           .name = STR("colophon"),
                                           .title = label_in(m->info->language, LABEL_ABOUT),
                                           .language = reading_article(times->reading)->language};
}

// --- Contents ---

static uint32_t part_of(const Book *book, uint32_t line)
{
    uint32_t part = 0;
    while (part + 1 < book->parts.count && book->parts.items[part + 1].kind != PART_COLOPHON &&
           book->parts.items[part + 1].first <= line)
        part++;
    return part;
}

static void add_entry(const Making *m, Book *book, Entry entry)
{
    int most = book->entries.count ? book->entries.items[book->entries.count - 1].depth + 1 : 1;
    entry.depth = entry.depth < 1 ? 1 : entry.depth > most ? most : entry.depth;
    *PUSH(&book->entries, m->arena) = entry;
}

Str line_words(const Times *times, uint32_t line, Arena *arena)
{
    enum { CHARACTERS_MAX = 48 };
    Buf b = new_buf(arena);
    uint32_t with = stands_with(times, line), last = with > line ? with : line;
    const TimedLine *first = &times->lines[line], *timed = &times->lines[last];
    for (uint32_t w = first->first; w < timed->first + timed->count; w++) {
        if (b.len)
            buf_char(&b, ' ');
        buf_add(&b, times->words.items[w].text);
    }
    return first_words(buf_str(&b), CHARACTERS_MAX, arena);
}

// The text behind the opening is found like a chapter, where none begins with it.
static void list_beginning(const Making *m, Book *book, uint32_t part, uint32_t next_chapter)
{
    uint32_t first = book->parts.items[part].first;
    if (next_chapter < m->times->reading->lines.count && with_notice(m, next_chapter) <= first)
        return;
    add_entry(m, book,
              (Entry){.part = part,
                      .line = first,
                      .title = line_words(m->times, first, m->arena),
                      .depth = 1});
}

static void list_chapter(const Making *m, Book *book, uint32_t index)
{
    const Chapter *chapter = &m->info->chapters.items[index];
    int level = book->levels[chapter->line];
    add_entry(m, book,
              (Entry){.part = part_of(book, chapter->line),
                      .line = chapter->line,
                      .title = index ? chapter->title : m->info->title,
                      .depth = level - book->has_title,
                      .heading = level > 0});
}

static void list_contents(const Making *m, Book *book)
{
    uint32_t part = 0, last = book->parts.count - 1;
    for (uint32_t i = 0; i < m->info->chapters.count; i++) {
        uint32_t line = m->info->chapters.items[i].line;
        for (; i && part < part_of(book, line); part++)
            list_beginning(m, book, part + 1, line);
        list_chapter(m, book, i);
    }
    for (; part + 1 < last; part++)
        list_beginning(m, book, part + 1, UINT32_MAX);
    add_entry(
        m, book,
        (Entry){.part = last, .title = book->parts.items[last].title, .depth = 1, .heading = true});
}

// --- What is said of the book ---

void identify_book(const Making *m, Str kind, char out[64])
{
    Str article = m->info->url.len ? m->info->url : reading_article(m->times->reading)->text;
    Str parts[] = {STR("lectern "), kind, STR(" "), article};
    unsigned char d[32];
    hash_joined(parts, COUNT(parts), d);
    d[6] = (unsigned char)((d[6] & 0x0F) | 0x80); // RFC 9562, version 8: a hash of one's own
    d[8] = (unsigned char)((d[8] & 0x3F) | 0x80);
    snprintf(out, 64,
             "urn:uuid:%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", d[0],
             d[1], d[2], d[3], d[4], d[5], d[6], d[7], d[8], d[9], d[10], d[11], d[12], d[13],
             d[14], d[15]);
}

static Str source_of(const EpisodeInfo *info, Arena *arena)
{
    if (info->url.len)
        return info->url;
    Str book =
        fill_label(info->language, LABEL_TITLE_BY, (Str[]){info->title, info->artist}, 2, arena);
    Str comma = info->date.len ? label_in(info->language, LABEL_COMMA) : (Str){0};
    return str_format(arena, "%.*s%.*s%.*s", STR_ARG(book), STR_ARG(comma), STR_ARG(info->date));
}

// 146097 days are 400 years of the Gregorian calendar, which are counted from March on.
static Str utc_moment(int64_t unix_s, Arena *arena)
{
    int64_t day = unix_s / 86400 + 719468, second = unix_s % 86400;
    int64_t era = day / 146097, of_era = day % 146097;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int64_t month = (5 * of_year + 2) / 153;
    int month_day = (int)(of_year - (153 * month + 2) / 5 + 1);
    int calendar = (int)(month < 10 ? month + 3 : month - 9);
    return str_format(arena, "%04d-%02d-%02dT%02d:%02d:%02dZ",
                      (int)(era * 400 + year + (calendar <= 2)), calendar, month_day,
                      (int)(second / 3600), (int)(second / 60 % 60), (int)(second % 60));
}

// The clock has no part in what is made, so without any date it is the first there is.
static Str moment_of(const Making *m)
{
    int64_t made = m->options->made_at_s;
    if (made > 0)
        return utc_moment(made, m->arena);
    Str date = m->info->date;
    static const char FIRST[] = "1970-01-01";
    return str_format(m->arena, "%.*s%sT00:00:00Z", STR_ARG(date), FIRST + date.len);
}

// Programs look for a synthetic voice by English words, so those stand behind the language's own.
static Str narrator_of(const Making *m)
{
    Str engine = m->timeline->clips->engine, words = m->info->words;
    Str own = fill_label(words, LABEL_SYNTHETIC_VOICE, &engine, 1, m->arena);
    return is_english(words) ? own : str_format(m->arena, "%.*s [synthetic voice]", STR_ARG(own));
}

void lay_out_book(const Making *m, const Times *colophon, Book *out)
{
    *out = (Book){.info = m->info};
    out->levels = heading_levels(m->times, m->arena, &out->has_title);
    cut_article(m, out);
    cut_sound(m, out);
    add_colophon(m, colophon, out);
    list_contents(m, out);
    for (uint32_t i = 0; i < out->parts.count; i++)
        out->length_ms += out->parts.items[i].length_ms;
    out->narrator = narrator_of(m);
    out->source = source_of(m->info, m->arena);
    out->modified = moment_of(m);
}

// --- Clips ---

static void add_clip(BookClips *clips, BookClip clip, Arena *arena)
{
    if (clips->count)
        clips->items[clips->count - 1].end_ms = clip.beg_ms;
    *PUSH(clips, arena) = clip;
}

// A word that begins when the one before does is said in one with it.
static void add_word_clips(BookClips *clips, const Part *part, BookClip line, Arena *arena)
{
    int64_t beg_ms = frame_ms(part->beg_frame), before_ms = line.beg_ms;
    add_clip(clips, (BookClip){line.line, line.first, 1, line.beg_ms, line.end_ms}, arena);
    for (uint32_t w = line.first + 1; w < line.first + line.count; w++) {
        int64_t start_ms = part->times->words.items[w].start_ms - beg_ms;
        if (start_ms <= before_ms || start_ms >= line.end_ms) {
            clips->items[clips->count - 1].count++;
            continue;
        }
        add_clip(clips, (BookClip){line.line, w, 1, start_ms, line.end_ms}, arena);
        before_ms = start_ms;
    }
}

static BookClips cut_lines(const Part *part, Arena *arena)
{
    BookClips out = {0};
    int64_t beg_ms = frame_ms(part->beg_frame), next_ms = 0;
    for (uint32_t i = part->first; i < part->end; i++) {
        const TimedLine *line = &part->times->lines[i];
        if (line->count == 0)
            continue;
        int64_t start_ms = line->start_ms - beg_ms;
        start_ms = out.count == 0 ? 0 : start_ms > next_ms ? start_ms : next_ms;
        add_clip(&out, (BookClip){i, line->first, line->count, start_ms, part->length_ms}, arena);
        next_ms = start_ms + 1;
    }
    return out;
}

BookClips cut_clips(const Part *part, bool words, Arena *arena)
{
    BookClips lines = cut_lines(part, arena), out = {0};
    for (uint32_t i = 0; words && i < lines.count; i++)
        add_word_clips(&out, part, lines.items[i], arena);
    return words ? out : lines;
}

static Pass pass_of_notice(const Notice *notice)
{
    static const Pass PASSES[NOTICE_KINDS] = {
        [NOTICE_QUOTE_END] = PASS_PRODUCER, [NOTICE_SECTION] = PASS_PRODUCER,
        [NOTICE_QUOTE] = PASS_PRODUCER,     [NOTICE_LIST] = PASS_PRODUCER,
        [NOTICE_TABLE] = PASS_PRODUCER,     [NOTICE_CODE] = PASS_PRODUCER,
        [NOTICE_IMAGE] = PASS_PRODUCER,     [NOTICE_CAPTION] = PASS_PRODUCER,
        [NOTICE_FORMULA] = PASS_PRODUCER,   [NOTICE_POST] = PASS_PRODUCER,
        [NOTICE_NOTE] = PASS_NOTE,
    };
    return notice ? PASSES[notice->kind] : PASS_PRODUCER;
}

Pass pass_of(const Part *part, uint32_t line)
{
    const Block *block = block_of_line(part->times->reading, line);
    if (part->kind != PART_BODY)
        return PASS_NEVER;
    if (!block)
        return pass_of_notice(part->times->notices[line]);
    if (block->kind == BLOCK_CAPTION)
        return block->role == ROLE_IMAGE ? PASS_PRODUCER : PASS_NEVER;
    return block->kind == BLOCK_NOTE && block->role == ROLE_FOOTNOTE ? PASS_NOTE : PASS_NEVER;
}

// --- Text ---

typedef struct {
    const Book *book;
    const Part *part;
    BookClips clips; // of words; empty: a line is one
    uint32_t clip;   // the next
} PartText;

static int part_level(void *context, uint32_t line)
{
    const PartText *text = context;
    return text->part->kind == PART_COLOPHON ? line == 0 : text->book->levels[line];
}

static void put_words(FILE *out, const Times *times, uint32_t first, uint32_t count)
{
    for (uint32_t w = first; w < first + count; w++) {
        if (w > first)
            putc(' ', out);
        html_text(out, times->words.items[w].text);
    }
}

// Of one line, in its language.
static void put_spoken(FILE *out, const Times *times, uint32_t line, uint32_t first, uint32_t count)
{
    Str language = times->reading->lines.items[line].language;
    if (language.len)
        html_open_language(out, language, true);
    put_words(out, times, first, count);
    if (language.len)
        fputs("</span>", out);
}

// Who speaks is told by the voice, and to those who read by ear or touch what is read.
static void put_name(FILE *out, Str speaker)
{
    if (speaker.len == 0)
        return;
    fputs("<span class=\"who\">", out);
    html_text(out, speaker);
    fputs(": </span>", out);
}

static void put_clip(PartText *text, FILE *out, Str speaker)
{
    const BookClip *clip = &text->clips.items[text->clip++];
    if (clip->first > text->part->times->lines[clip->line].first)
        putc(' ', out);
    fprintf(out, "<span id=\"w%u\">", clip->first);
    put_name(out, speaker);
    put_spoken(out, text->part->times, clip->line, clip->first, clip->count);
    fputs("</span>", out);
}

static void put_line(void *context, FILE *out, uint32_t line, Str speaker, Arena scratch)
{
    (void)scratch;
    PartText *text = context;
    const TimedLine *timed = &text->part->times->lines[line];
    bool quote = text->part->times->reading->lines.items[line].kind == UTTERANCE_QUOTE;
    fprintf(out, "<span id=\"l%u\"%s>", line, quote ? " class=\"quote\"" : "");
    if (text->clips.count == 0) {
        put_name(out, speaker);
        put_spoken(out, text->part->times, line, timed->first, timed->count);
    }
    for (; text->clip < text->clips.count && text->clips.items[text->clip].line == line;
         speaker = (Str){0})
        put_clip(text, out, speaker);
    fputs("</span>", out);
}

void put_part(FILE *out, const Book *book, const Part *part, const PartForm *how, Arena scratch)
{
    PartText text = {book, part, {0}, 0};
    if (how->words)
        text.clips = cut_clips(part, true, &scratch);
    Blocks form = {part->times, part->first, part->end, part_level, put_line, &text, how->footnote};
    put_blocks(out, &form, scratch);
}

bool begin_text(TextFile *text, Error *err)
{
    *text = (TextFile){0};
    text->out = open_memstream(&text->data, &text->len);
    return text->out || fail(err, ERR_OUTPUT, (Span){0}, "no memory to write a book in");
}

bool end_text(TextFile *text, Arena *arena, Str *out, Error *err)
{
    bool ok = !ferror(text->out);
    ok = fclose(text->out) == 0 && ok;
    if (ok)
        *out = str_copy((Str){text->data, text->len}, arena);
    free(text->data);
    return ok || fail(err, ERR_OUTPUT, (Span){0}, "no memory to write a book in");
}
