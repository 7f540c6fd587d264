#include "publish/book/blocks.h"

#include <string.h>

#include "base/utf8.h"
#include "publish/html.h"
#include "publish/text/cues.h"
#include "publish/text/words.h"

// How a kind of block is shown. Captions, tables and code are running text here: what
// was heard is what stands there.
typedef struct {
    const char *open, *close;
    const char *around; // element around a run of them, or NULL
} Shape;

static const Shape PARAGRAPH = {"<p>", "</p>\n", NULL};
static const Shape SHAPES[BLOCK_KINDS] = {
    [BLOCK_PARAGRAPH] = {"<p>", "</p>\n", NULL},
    [BLOCK_TITLE] = {"<p class=\"title\">", "</p>\n", NULL},
    [BLOCK_BYLINE] = {"<p class=\"soft\">", "</p>\n", NULL},
    [BLOCK_CREDIT] = {"<p class=\"soft\">", "</p>\n", NULL},
    [BLOCK_QUOTE] = {"<p>", "</p>\n", "blockquote"},
    [BLOCK_LIST_ITEM] = {"<li>", "", "ul"}, // ended behind the list within it
    [BLOCK_CAPTION] = {"<p class=\"soft\">", "</p>\n", NULL},
    [BLOCK_TABLE] = {"<p>", "</p>\n", NULL},
    [BLOCK_CODE] = {"<p>", "</p>\n", NULL},
    [BLOCK_NOTE] = {"<p class=\"soft\">", "</p>\n", NULL},
};

// An element around blocks that is open.
typedef struct {
    const char *name;
    int level; // as Block.level
} Around;

enum { AROUND_MAX = 8 }; // deeper ones stand beside each other

typedef struct {
    FILE *out;
    const Blocks *form;
    const Times *times;
    Arena scratch;
    const Block *block; // that is open; NULL: a generated one
    int level;          // of the heading that is open; 0: none is
    const Shape *shape; // NULL: none is open
    Around around[AROUND_MAX];
    int depth;             // of them
    const TimedWord *last; // word before, in this block
    uint32_t speaker;      // last in this block who was not the narrator
} TextRun;

const Block *block_of_line(const Reading *reading, uint32_t index)
{
    const Line *line = &reading->lines.items[index];
    if (line->sentence == NO_SENTENCE)
        return NULL;
    const Sentences *sentences = reading->cast->script->sentences;
    return &sentences->article->blocks.items[sentences->items.items[line->sentence].block];
}

static const char *around_block(const Block *block)
{
    if (!block)
        return NULL;
    return block->kind == BLOCK_LIST_ITEM && block->number ? "ol" : SHAPES[block->kind].around;
}

static bool is_list(const char *around)
{
    return strcmp(around, "blockquote") != 0;
}

static void close_block(TextRun *run)
{
    if (run->shape && run->level)
        fprintf(run->out, "</h%d>\n", run->level);
    else if (run->shape)
        fputs(run->shape->close, run->out);
    run->shape = NULL;
    run->last = NULL;
}

static void leave_item(const TextRun *run)
{
    if (is_list(run->around[run->depth - 1].name))
        fputs("</li>\n", run->out);
}

static void leave_around(TextRun *run)
{
    leave_item(run);
    fprintf(run->out, "</%s>\n", run->around[--run->depth].name);
}

// A list within another stands in the item before it.
static void go_around(TextRun *run, const char *name, int level)
{
    while (run->depth && (!name || run->around[run->depth - 1].level > level ||
                          (run->around[run->depth - 1].level == level &&
                           strcmp(run->around[run->depth - 1].name, name) != 0)))
        leave_around(run);
    if (!name)
        return;
    if (run->depth && (run->around[run->depth - 1].level == level || run->depth == AROUND_MAX)) {
        leave_item(run);
        return;
    }
    fprintf(run->out, "%s<%s>\n",
            run->depth && is_list(run->around[run->depth - 1].name) ? "\n" : "", name);
    run->around[run->depth++] = (Around){name, level};
}

// The second paragraph of an item stands in the item, behind a list within it.
static bool go_on_in_item(TextRun *run, const Block *block)
{
    if (!block || block->kind != BLOCK_LIST_ITEM || !block->goes_on)
        return false;
    while (run->depth && run->around[run->depth - 1].level > block->level)
        leave_around(run);
    return run->depth && is_list(run->around[run->depth - 1].name);
}

static void put_opening(const TextRun *run, const Block *block)
{
    bool note = block && block->kind == BLOCK_NOTE && block->role == ROLE_FOOTNOTE;
    if (run->level)
        fprintf(run->out, "<h%d>", run->level);
    else if (run->shape == &SHAPES[BLOCK_LIST_ITEM] && block->number)
        fprintf(run->out, "<li value=\"%d\">", block->number);
    else
        fputs(note && run->form->footnote ? run->form->footnote : run->shape->open, run->out);
}

static void open_block(TextRun *run, const Block *block, int level)
{
    close_block(run);
    bool goes_on = go_on_in_item(run, block);
    if (!goes_on)
        go_around(run, around_block(block), block ? block->level : 0);
    run->block = block;
    run->level = level;
    run->shape =
        !block || goes_on || block->kind == BLOCK_HEADING ? &PARAGRAPH : &SHAPES[block->kind];
    run->speaker = 0;
    put_opening(run, block);
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

static bool is_said_before(const TextRun *run, uint32_t line, Str name)
{
    const Line *before = line ? &run->times->reading->lines.items[line - 1] : NULL;
    if (!run->last || !before || before->span.beg >= before->span.end)
        return false;
    Str text = str_span(reading_article(run->times->reading)->text, before->span);
    return str_find(text, name) < text.len;
}

// The narrator is not named: who reads is the narrator wherever no name stands before. Nobody
// else is, whom the article has just named: `The mayor, Lena Brandt, said: "We shall see."`
// A heading is found again by its words alone.
static Str new_speaker(TextRun *run, uint32_t line)
{
    uint32_t speaker = run->times->reading->lines.items[line].speaker;
    if (speaker == 0 || speaker == run->speaker || run->level)
        return (Str){0};
    run->speaker = speaker;
    const Speaker *who = &run->times->reading->cast->script->speakers.items[speaker];
    bool said = who->kind == SPEAKER_UNKNOWN || is_said_before(run, line, who->name);
    return said ? (Str){0} : clean_text(speaker_name(run->times->reading, line), &run->scratch);
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

// How notices stand to the text.
typedef enum { STANDS_ALONE, STANDS_WITHIN, STANDS_BEFORE } Standing;

static const Standing STANDINGS[NOTICE_KINDS] = {
    [NOTICE_CELL] = STANDS_BEFORE,       [NOTICE_IMAGE] = STANDS_BEFORE,
    [NOTICE_CAPTION] = STANDS_BEFORE,    [NOTICE_NOTE] = STANDS_WITHIN,
    [NOTICE_PICTOGRAPH] = STANDS_WITHIN, [NOTICE_FORMULA] = STANDS_WITHIN,
};

static bool holds(const Reading *reading, uint32_t line, uint32_t at)
{
    const Block *block = block_of_line(reading, line);
    return block && block->span.beg <= at && at <= block->span.end;
}

// Notices are few in a row.
uint32_t stands_with(const Times *times, uint32_t line)
{
    enum { AROUND = 4 };
    const Reading *reading = times->reading;
    const Notice *notice = times->notices[line];
    Standing standing = notice ? STANDINGS[notice->kind] : STANDS_ALONE;
    uint32_t before = line, after = line;
    while (before && line - before < AROUND && !block_of_line(reading, before))
        before--;
    while (after + 1 < reading->lines.count && after - line < AROUND &&
           !block_of_line(reading, after))
        after++;
    if (standing == STANDS_ALONE)
        return line;
    if (holds(reading, before, notice->at) && notice->at > block_of_line(reading, before)->span.beg)
        return before;
    bool leads = block_of_line(reading, after) &&
                 (standing == STANDS_BEFORE || holds(reading, after, notice->at));
    return leads ? after : line;
}

// A notice that stands alone may be said within a block: of what is left out of it.
static bool is_inside(const Times *times, const Block *block, uint32_t line)
{
    const Notice *notice = times->notices[line];
    return block && notice && notice->at > block->span.beg && notice->at < block->span.end;
}

void put_blocks(FILE *out, const Blocks *form, Arena scratch)
{
    TextRun run = {.out = out, .form = form, .times = form->times};
    for (uint32_t i = form->first; i < form->end; i++) {
        run.scratch = scratch;
        if (form->times->lines[i].count == 0)
            continue;
        uint32_t with = stands_with(form->times, i);
        const Block *block = block_of_line(form->times->reading, with);
        int level = form->level(form->context, with);
        bool inside = run.shape && (block ? block == run.block && level == run.level
                                          : is_inside(form->times, run.block, i));
        if (!inside)
            open_block(&run, block, level);
        put_line(&run, i);
    }
    close_block(&run);
    go_around(&run, NULL, 0);
}
