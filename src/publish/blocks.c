#include "publish/blocks.h"

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
    [BLOCK_QUOTE] = {"<p>", "</p>", "blockquote"},
    [BLOCK_LIST_ITEM] = {"<li>", "</li>", "ul"},
    [BLOCK_CAPTION] = {"<p class=\"soft\">", "</p>", NULL},
    [BLOCK_TABLE] = {"<p>", "</p>", NULL},
    [BLOCK_CODE] = {"<p>", "</p>", NULL},
    [BLOCK_NOTE] = {"<p class=\"soft\">", "</p>", NULL},
};

typedef struct {
    FILE *out;
    const Blocks *form;
    const Times *times;
    Arena scratch;
    const Block *block;    // that is open; NULL: a generated one
    int level;             // of the heading that is open; 0: none is
    const Shape *shape;    // NULL: none is open
    const char *list;      // element that is open, or NULL
    const TimedWord *last; // word before, in this block
    uint32_t speaker;      // of the line before, in this block
} TextRun;

const Block *block_of_line(const Reading *reading, uint32_t index)
{
    const Line *line = &reading->lines.items[index];
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

static void close_block(TextRun *run)
{
    if (run->shape && run->level)
        fprintf(run->out, "</h%d>\n", run->level);
    else if (run->shape)
        fprintf(run->out, "%s\n", run->shape->close);
    run->shape = NULL;
    run->last = NULL;
}

static void set_list(TextRun *run, const char *list)
{
    if (list == run->list)
        return;
    if (run->list)
        fprintf(run->out, "</%s>\n", run->list);
    if (list)
        fprintf(run->out, "<%s>\n", list);
    run->list = list;
}

static void open_block(TextRun *run, const Block *block, int level)
{
    close_block(run);
    set_list(run, list_of(block));
    run->block = block;
    run->level = level;
    run->shape = block && block->kind != BLOCK_HEADING ? &SHAPES[block->kind] : &PARAGRAPH;
    run->speaker = 0;
    if (level)
        fprintf(run->out, "<h%d>", level);
    else if (block && block->kind == BLOCK_LIST_ITEM && block->number)
        fprintf(run->out, "<li value=\"%d\">", block->number);
    else
        fputs(run->shape->open, run->out);
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

// The narrator is not named: who reads is the narrator wherever no name stands before.
static Str new_speaker(TextRun *run, uint32_t line)
{
    uint32_t speaker = run->times->reading->lines.items[line].speaker;
    bool named = speaker && speaker != run->speaker;
    run->speaker = speaker;
    return named ? clean_text(speaker_name(run->times->reading, line), &run->scratch) : (Str){0};
}

static void put_line(TextRun *run, uint32_t i)
{
    const TimedLine *line = &run->times->lines[i];
    Str text = reading_article(run->times->reading)->text;
    if (run->last && parted(text, run->last, &run->times->words.items[line->first]))
        putc(' ', run->out);
    Str speaker = new_speaker(run, i);
    run->form->put_line(run->form->context, run->out, i, speaker, run->scratch);
    run->last = &run->times->words.items[line->first + line->count - 1];
}

// The block of the next line that stands in the article. Notices are few in a row.
static const Block *block_after(const Reading *reading, uint32_t i)
{
    enum { AHEAD = 4 };
    for (uint32_t k = i; k < reading->lines.count && k < i + AHEAD; k++)
        if (reading->lines.items[k].sentence != NO_SENTENCE)
            return block_of_line(reading, k);
    return NULL;
}

// The header of a column that is said before the first cell of a row stands in the row.
static const Block *row_behind(const Reading *reading, uint32_t line)
{
    Str shown = reading->lines.items[line].shown;
    bool leads = str_ends(shown, STR(":")) || str_ends(shown, STR("："));
    const Block *next = leads ? block_after(reading, line) : NULL;
    return next && next->kind == BLOCK_TABLE ? next : NULL;
}

// What the program says between blocks stands by itself.
static bool goes_on_inside(const TextRun *run, const Block *block, uint32_t line, int level)
{
    if (!run->shape || level != run->level)
        return false;
    if (block)
        return block == run->block;
    return run->block && block_after(run->times->reading, line) == run->block;
}

void put_blocks(FILE *out, const Blocks *form, Arena scratch)
{
    TextRun run = {.out = out, .form = form, .times = form->times};
    for (uint32_t i = form->first; i < form->end; i++) {
        run.scratch = scratch;
        const Block *block = block_of_line(form->times->reading, i);
        if (form->times->lines[i].count == 0)
            continue;
        if (!block)
            block = row_behind(form->times->reading, i);
        int level = form->level(form->context, i);
        if (!goes_on_inside(&run, block, i, level))
            open_block(&run, block, level);
        put_line(&run, i);
    }
    close_block(&run);
    set_list(&run, NULL);
}
