#include "publish/page_text.h"

#include "base/language.h"
#include "base/utf8.h"
#include "publish/cues.h"
#include "publish/html.h"
#include "publish/words.h"

// How a kind of block is shown. Captions, tables and code are running text here: what
// was heard is what stands there.
typedef struct {
    const char *open, *close;
    const char *list; // element around a run of them, or NULL
} Shape;

static const Shape PARAGRAPH = {"<p>", "</p>", NULL};
static const Shape SHAPES[BLOCK_KINDS] = {
    [BLOCK_PARAGRAPH] = {"<p>", "</p>", NULL},
    [BLOCK_TITLE] = {"<p class=\"title\">", "</p>", NULL},
    [BLOCK_BYLINE] = {"<p class=\"soft\">", "</p>", NULL},
    [BLOCK_CREDIT] = {"<p class=\"soft\">", "</p>", NULL},
    [BLOCK_HEADING] = {"<h3>", "</h3>", NULL},
    [BLOCK_QUOTE] = {"<p>", "</p>", "blockquote"},
    [BLOCK_LIST_ITEM] = {"<li>", "</li>", "ul"},
    [BLOCK_CAPTION] = {"<p class=\"soft\">", "</p>", NULL},
    [BLOCK_TABLE] = {"<p>", "</p>", NULL},
    [BLOCK_CODE] = {"<p>", "</p>", NULL},
    [BLOCK_NOTE] = {"<p class=\"soft\">", "</p>", NULL},
};

typedef struct {
    FILE *out;
    const Times *times;
    Arena scratch;
    const Block *block;    // that is open; NULL: a generated one
    const Shape *shape;    // NULL: none is open
    const char *list;      // element that is open, or NULL
    const TimedWord *last; // word before, in this block
    uint32_t speaker;      // of the line before, in this block
} TextPage;

static const Block *block_of(const Reading *reading, const Line *line)
{
    if (line->sentence == NO_SENTENCE)
        return NULL;
    const Sentences *sentences = reading->cast->script->sentences;
    return &sentences->article->blocks.items[sentences->items.items[line->sentence].block];
}

static const char *list_of(const Block *block)
{
    if (!block)
        return NULL;
    return block->kind == BLOCK_LIST_ITEM && block->number ? "ol" : SHAPES[block->kind].list;
}

static void close_block(TextPage *page)
{
    if (page->shape)
        fprintf(page->out, "%s\n", page->shape->close);
    page->shape = NULL;
    page->last = NULL;
}

static void set_list(TextPage *page, const char *list)
{
    if (list == page->list)
        return;
    if (page->list)
        fprintf(page->out, "</%s>\n", page->list);
    if (list)
        fprintf(page->out, "<%s>\n", list);
    page->list = list;
}

static void open_block(TextPage *page, const Block *block)
{
    close_block(page);
    set_list(page, list_of(block));
    page->block = block;
    page->shape = block ? &SHAPES[block->kind] : &PARAGRAPH;
    page->speaker = 0;
    if (block && block->kind == BLOCK_LIST_ITEM && block->number)
        fprintf(page->out, "<li value=\"%d\">", block->number);
    else
        fputs(page->shape->open, page->out);
}

// Words of two lines may stand together: a dash and the quote behind it.
static bool parted(Str text, const TimedWord *before, const TimedWord *word)
{
    if (before->written.end >= word->written.beg)
        return before->written.end != word->written.beg || word->written.beg == 0;
    for (uint32_t i = before->written.end; i < word->written.beg;) {
        Char c = utf8_at(text, i);
        if (code_is_space(c.code))
            return true;
        i += c.len;
    }
    return false;
}

static void put_words(TextPage *page, const TimedLine *line)
{
    for (uint32_t w = line->first; w < line->first + line->count; w++) {
        const TimedWord *word = &page->times->words.items[w];
        if (w > line->first)
            putc(' ', page->out);
        fputs("<span data-t=\"", page->out);
        html_seconds(page->out, word->start_ms);
        fputs("\">", page->out);
        html_text(page->out, word->text);
        fputs("</span>", page->out);
        page->last = word;
    }
}

// The narrator is not named: who reads is the narrator wherever no name stands before.
static void put_speaker(TextPage *page, uint32_t line)
{
    uint32_t speaker = page->times->reading->lines.items[line].speaker;
    if (speaker && speaker != page->speaker) {
        fputs("<span class=\"who\">", page->out);
        html_text(page->out, clean_text(speaker_name(page->times->reading, line), &page->scratch));
        fputs(":</span> ", page->out);
    }
    page->speaker = speaker;
}

// A name before the words is not in their language.
static void open_language(FILE *out, Str language)
{
    fputs("<span lang=\"", out);
    html_value(out, language);
    fputs(language_runs_left(language) ? "\" dir=\"rtl\">" : "\">", out);
}

static void put_line(TextPage *page, uint32_t i)
{
    const TimedLine *line = &page->times->lines[i];
    Str text = reading_article(page->times->reading)->text;
    if (page->last && parted(text, page->last, &page->times->words.items[line->first]))
        putc(' ', page->out);
    fprintf(page->out, "<span class=\"s\" id=\"l%u\" data-s=\"", i);
    html_seconds(page->out, line->start_ms);
    fputs("\" data-e=\"", page->out);
    html_seconds(page->out, line->end_ms);
    fputs("\">", page->out);
    put_speaker(page, i);
    Str language = page->times->reading->lines.items[i].language;
    if (language.len)
        open_language(page->out, language);
    put_words(page, line);
    fputs(language.len ? "</span></span>" : "</span>", page->out);
}

// The block of the next line that stands in the article. Notices are few in a row.
static const Block *block_after(const Reading *reading, uint32_t i)
{
    enum { AHEAD = 4 };
    for (uint32_t k = i; k < reading->lines.count && k < i + AHEAD; k++)
        if (reading->lines.items[k].sentence != NO_SENTENCE)
            return block_of(reading, &reading->lines.items[k]);
    return NULL;
}

void put_page_text(FILE *out, const Times *times, Arena scratch)
{
    TextPage page = {.out = out, .times = times};
    for (uint32_t i = 0; i < times->reading->lines.count; i++) {
        page.scratch = scratch;
        const Block *block = block_of(times->reading, &times->reading->lines.items[i]);
        if (times->lines[i].count == 0)
            continue;
        bool inside = !block && page.shape && block_after(times->reading, i) == page.block;
        if (!inside && (!page.shape || block != page.block))
            open_block(&page, block);
        put_line(&page, i);
    }
    close_block(&page);
    set_list(&page, NULL);
}
