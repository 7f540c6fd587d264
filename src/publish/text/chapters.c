#include "publish/text/chapters.h"

#include "base/json.h"
#include "publish/labels/labels.h"
#include "publish/text/words.h"
#include "publish/text/writer.h"

enum {
    TITLE_MAX = 80,        // characters
    FIRST_WORDS_MAX = 48,  // characters of a paragraph that stand for a title
    UNDIVIDED_MS = 150000, // sound that needs no chapters
    PARAGRAPH_GAP_MS = 60000,
    SENTENCE_GAP_MS = 90000, // a paragraph that goes on for so long is cut itself
    LAST_MS = 20000,         // no chapter is cut off at the end that is shorter
    NO_BLOCK = -1,
};

static int64_t block_of(const Reading *reading, uint32_t line)
{
    uint32_t sentence = reading->lines.items[line].sentence;
    if (sentence == NO_SENTENCE)
        return NO_BLOCK;
    return reading->cast->script->sentences->items.items[sentence].block;
}

static const Block *block_at(const Reading *reading, int64_t block)
{
    return &reading_article(reading)->blocks.items[block];
}

// The words heard from `line` on, to the end of its block.
static Str heard_words(const Times *times, uint32_t line, uint32_t max, Arena *arena)
{
    Buf b = new_buf(arena);
    int64_t block = block_of(times->reading, line);
    uint32_t line_count = times->reading->lines.count;
    for (uint32_t i = line; i < line_count && block_of(times->reading, i) == block; i++) {
        const TimedLine *timed = &times->lines[i];
        for (uint32_t w = timed->first; w < timed->first + timed->count; w++) {
            if (b.len > max * 4)
                break;
            if (b.len)
                buf_char(&b, ' ');
            buf_add(&b, times->words.items[w].text);
        }
        if (b.len > max * 4)
            break;
    }
    return first_words(buf_str(&b), max, arena);
}

static void add_chapter(EpisodeInfo *info, Str title, int64_t start_ms, uint32_t line, Arena *arena)
{
    const Chapter *last = &info->chapters.items[info->chapters.count - 1];
    if (info->chapters.count == CHAPTERS_MAX || title.len == 0 || start_ms <= last->start_ms ||
        start_ms >= info->length_ms)
        return;
    *PUSH(&info->chapters, arena) = (Chapter){title, start_ms, line};
}

// Whether a new block begins to be heard at the line.
static bool begins_block(const Times *times, uint32_t line, int64_t *before)
{
    if (times->lines[line].count == 0)
        return false;
    int64_t block = block_of(times->reading, line);
    bool begins = block != *before;
    *before = block;
    return begins && block != NO_BLOCK;
}

// Headings of levels 1..`level` that are heard.
static uint32_t count_headings(const Times *times, int level)
{
    uint32_t count = 0;
    int64_t before = NO_BLOCK;
    for (uint32_t i = 0; i < times->reading->lines.count; i++) {
        if (!begins_block(times, i, &before))
            continue;
        const Block *block = block_at(times->reading, before);
        count += block->kind == BLOCK_HEADING && block->level <= level;
    }
    return count;
}

// In a book with more headings than a table of contents can hold only the upper
// levels count; where one level alone is too much, every second or third of it.
static void add_headings(const Times *times, Arena *arena, EpisodeInfo *info)
{
    int level = 6;
    while (level > 1 && count_headings(times, level) >= CHAPTERS_MAX &&
           count_headings(times, level - 1) > 0)
        level--;
    uint32_t stride = count_headings(times, level) / (CHAPTERS_MAX - 1) + 1;
    uint32_t seen = 0;
    int64_t before = NO_BLOCK;
    for (uint32_t i = 0; i < times->reading->lines.count; i++) {
        if (!begins_block(times, i, &before))
            continue;
        const Block *block = block_at(times->reading, before);
        if (block->kind == BLOCK_HEADING && block->level <= level && seen++ % stride == 0)
            add_chapter(info, heard_words(times, i, TITLE_MAX, arena), times->lines[i].start_ms, i,
                        arena);
    }
}

static void add_paragraphs(const Times *times, Arena *arena, EpisodeInfo *info)
{
    int64_t scale = 1 + info->length_ms / ((CHAPTERS_MAX - 1) * (int64_t)PARAGRAPH_GAP_MS);
    int64_t before = NO_BLOCK, last_ms = 0;
    uint32_t sentence = NO_SENTENCE;
    for (uint32_t i = 0; i < times->reading->lines.count; i++) {
        const TimedLine *line = &times->lines[i];
        bool paragraph = begins_block(times, i, &before);
        bool new_sentence = sentence != times->reading->lines.items[i].sentence;
        sentence = times->reading->lines.items[i].sentence;
        int64_t gap_ms = line->start_ms - last_ms;
        bool cut = (paragraph && gap_ms >= scale * PARAGRAPH_GAP_MS) ||
                   (new_sentence && gap_ms >= scale * SENTENCE_GAP_MS);
        if (!cut || line->count == 0 || line->start_ms > info->length_ms - LAST_MS)
            continue;
        add_chapter(info, heard_words(times, i, FIRST_WORDS_MAX, arena), line->start_ms, i, arena);
        last_ms = line->start_ms;
    }
}

void cut_chapters(const Times *times, Arena *arena, EpisodeInfo *info)
{
    Str title = first_words(reading_article(times->reading)->title, TITLE_MAX, arena);
    uint32_t line = 0;
    while (line + 1 < times->reading->lines.count && times->lines[line].count == 0)
        line++;
    info->chapters.count = 0;
    *PUSH(&info->chapters, arena) = (Chapter){
        .title = title.len ? title : label_in(info->language, LABEL_INTRODUCTION), .line = line};
    add_headings(times, arena, info);
    if (info->chapters.count == 1 && info->length_ms > UNDIVIDED_MS)
        add_paragraphs(times, arena, info);
}

// Podcasting 2.0 JSON chapters, version 1.2.0.
static void write_chapters(FILE *out, const Draft *draft, Arena scratch)
{
    (void)scratch;
    const EpisodeInfo *info = draft->info;
    Json json = {.out = out};
    json_open(&json, '{');
    json_put_str(&json, "version", STR("1.2.0"));
    json_put_str(&json, "title", info->title);
    json_key(&json, "chapters");
    json_open(&json, '[');
    for (uint32_t i = 0; i < info->chapters.count; i++) {
        json_open(&json, '{');
        json_put_real(&json, "startTime", (double)info->chapters.items[i].start_ms / 1000, 3);
        json_put_str(&json, "title", info->chapters.items[i].title);
        json_close(&json, '}');
    }
    json_close(&json, ']');
    json_close(&json, '}');
    putc('\n', out);
}

const Writer chapters_json_writer = {.name = "chapters.json", .write = write_chapters};
