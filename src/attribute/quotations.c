// Marks are gathered first, each with what it can be by the characters beside
// it; then each block is read once for double marks and once for single ones.
#include "attribute/quotations.h"

#include "attribute/marks.h"
#include "base/utf8.h"

typedef struct {
    const Article *article;
    Marks marks;
} Scan;

static void add_run(const Scan *scan, Arena *arena, Runs *out, Run run)
{
    Str text = scan->article->text;
    while (run.span.beg < run.span.end && code_is_space(utf8_at(text, run.span.beg).code))
        run.span.beg += utf8_at(text, run.span.beg).len;
    while (run.span.end > run.span.beg && code_is_space(utf8_before(text, run.span.end).code))
        run.span.end -= utf8_before(text, run.span.end).len;
    if (run.span.beg < run.span.end)
        *PUSH(out, arena) = run;
}

// One block's marks of the families wanted, outside the runs already found.
typedef struct {
    const Scan *scan;
    Arena *arena;
    Runs *out;
    bool single;
    bool nests;       // as many curly marks open as close
    const Mark *open; // NULL: outside
    uint32_t depth;
} Reader;

static bool same_family(const Mark *a, const Mark *b)
{
    return a->family == b->family;
}

static void close_run(Reader *r, const Mark *mark)
{
    Run run = {.span = {r->open->at + r->open->len, mark->at},
               .outer = {r->open->at, mark->at + mark->len},
               .block = mark->block,
               .single = r->single};
    add_run(r->scan, r->arena, r->out, run);
    r->open = NULL;
}

// "the voters’ choice is clear,’ he said": an s with an apostrophe, when a
// better end follows before the next beginning.
static bool is_plural_possessive(const Mark *mark, const Mark *next)
{
    return mark->family == FAMILY_SINGLE && mark->plural && !mark->pointed && next &&
           next->block == mark->block && next->family == FAMILY_SINGLE && next->can_close &&
           !next->can_open;
}

// "The 5" pan is hot," he said: a figure with a mark, when a better end follows.
static bool is_inch(const Mark *mark, const Mark *next)
{
    return mark->figure && !mark->pointed && next && next->block == mark->block &&
           same_family(mark, next) && next->can_close && !next->can_open && next->pointed;
}

static void take_mark(Reader *r, const Mark *mark, const Mark *next)
{
    if (!r->open) {
        if (mark->can_open && !(mark->curly && mark->can_close && mark->pointed)) {
            r->open = mark;
            r->depth = 1;
        }
        return;
    }
    if (!same_family(mark, r->open))
        return;
    if (mark->can_close && !is_plural_possessive(mark, next) && !is_inch(mark, next)) {
        if (--r->depth == 0)
            close_run(r, mark);
    } else if (mark->can_open && r->nests && mark->curly) {
        r->depth++;
    } else if (mark->can_open) {
        r->open = mark; // the earlier one was never closed: it costs its own text only
        r->depth = 1;
    }
}

// First mark of the family in the block after `mark`'s, or NULL.
static const Mark *first_of_next_block(const Scan *scan, uint32_t from, const Mark *open)
{
    for (uint32_t i = from; i < scan->marks.count; i++) {
        const Mark *mark = &scan->marks.items[i];
        if (mark->block > open->block + 1)
            return NULL;
        if (mark->block == open->block + 1 && same_family(mark, open))
            return mark;
    }
    return NULL;
}

// Begins a sentence, or words behind a comma or colon.
static bool introduces(const Reader *r)
{
    Str text = r->scan->article->text;
    uint32_t beg = r->scan->article->blocks.items[r->open->block].span.beg, at = r->open->at;
    while (at > beg && is_space((unsigned char)text.data[at - 1]))
        at--;
    return at == beg || text.data[at - 1] == ':' || text.data[at - 1] == ',';
}

static bool begins_capital(const Reader *r)
{
    return code_is_upper(utf8_at(r->scan->article->text, r->open->at + r->open->len).code);
}

// What is open at the end of its block runs on where the next block opens anew
// (the old custom) or closes without having opened; else it counts only where
// it plainly introduces speech.
static bool runs_on(const Reader *r, const Mark *next)
{
    const Block *blocks = r->scan->article->blocks.items;
    if (!next)
        return false;
    if (next->can_open && next->at == blocks[next->block].span.beg)
        return introduces(r) || begins_capital(r);
    return !r->single && next->can_close && !next->can_open && next->pointed;
}

// Gives whether the next block begins inside.
static bool end_block(Reader *r, uint32_t next_index)
{
    if (!r->open)
        return false;
    const Mark *next = first_of_next_block(r->scan, next_index, r->open);
    bool on = runs_on(r, next);
    if (on || (!r->single && introduces(r))) {
        uint32_t end = r->scan->article->blocks.items[r->open->block].span.end;
        Run run = {.span = {r->open->at + r->open->len, end},
                   .outer = {r->open->at, end},
                   .block = r->open->block,
                   .single = r->single};
        add_run(r->scan, r->arena, r->out, run);
    }
    r->open = NULL;
    return on;
}

// As many opening as closing curly marks: then one inside another is meant so.
static bool block_nests(const Scan *scan, uint32_t beg, uint32_t end)
{
    int32_t balance = 0;
    for (uint32_t i = beg; i < end; i++) {
        const Mark *mark = &scan->marks.items[i];
        if (mark->family != FAMILY_SINGLE && mark->curly)
            balance += mark->can_close ? -1 : 1;
    }
    return balance == 0;
}

static uint32_t block_end(const Scan *scan, uint32_t beg)
{
    uint32_t end = beg;
    while (end < scan->marks.count && scan->marks.items[end].block == scan->marks.items[beg].block)
        end++;
    return end;
}

// The next mark that this reading looks at.
static bool wanted(const Reader *r, const Mark *mark, const Runs *taken, uint32_t *at)
{
    if ((mark->family == FAMILY_SINGLE) != r->single)
        return false;
    while (*at < taken->count && taken->items[*at].outer.end <= mark->at)
        ++*at;
    return *at == taken->count || mark->at < taken->items[*at].outer.beg;
}

static void carry_in(Reader *r, const Mark *mark)
{
    uint32_t beg = r->scan->article->blocks.items[mark->block].span.beg;
    Run run = {.span = {beg, mark->at},
               .outer = {beg, mark->at + mark->len},
               .block = mark->block,
               .continues = true};
    add_run(r->scan, r->arena, r->out, run);
}

static void read_runs(const Scan *scan, bool single, const Runs *taken, Arena *arena, Runs *out)
{
    Reader r = {.scan = scan, .arena = arena, .out = out, .single = single};
    bool inside = false;
    uint32_t at = 0;
    for (uint32_t beg = 0; beg < scan->marks.count;) {
        uint32_t end = block_end(scan, beg), block = scan->marks.items[beg].block;
        uint32_t first_run = out->count;
        bool first = true, came_in = inside;
        if (came_in && first_run && out->items[first_run - 1].block + 1 != block)
            came_in = false;
        r.nests = block_nests(scan, beg, end);
        for (uint32_t i = beg; i < end; i++) {
            const Mark *mark = &scan->marks.items[i];
            if (!wanted(&r, mark, taken, &at))
                continue;
            if (first && came_in && !mark->can_open)
                carry_in(&r, mark);
            else
                take_mark(&r, mark, i + 1 < end ? mark + 1 : NULL);
            first = false;
        }
        inside = end_block(&r, end);
        if (came_in && out->count > first_run)
            out->items[first_run].continues = true;
        beg = end;
    }
}

// Several words that end in punctuation, within or behind: “... the old mill,’”
static bool looks_spoken(const Article *article, const Run *run)
{
    Str text = str_span(article->text, run->span);
    size_t end = text.len;
    uint32_t last = utf8_before(text, end).code;
    while (end > 0 && (code_is_quote_mark(last) || last == '\'' || last == 0x2019)) {
        end -= utf8_before(text, end).len;
        last = utf8_before(text, end).code;
    }
    uint32_t behind = utf8_at(article->text, run->outer.end).code;
    return (code_is_closer(last) || behind == ',') && memchr(text.data, ' ', text.len) != NULL;
}

// Those that lie in a run of the other family are not counted.
static uint32_t count_spoken(const Article *article, const Runs *runs, const Runs *others)
{
    uint32_t count = 0, k = 0;
    for (uint32_t i = 0; i < runs->count; i++) {
        const Run *run = &runs->items[i];
        while (k < others->count && others->items[k].outer.end <= run->outer.beg)
            k++;
        bool inside = k < others->count && others->items[k].outer.beg <= run->outer.beg &&
                      others->items[k].outer.end >= run->outer.end;
        count += !inside && looks_spoken(article, run);
    }
    return count;
}

// Runs of the lesser family count only outside those of the main one.
static void merge_runs(const Runs *main, const Runs *inner, Arena *arena, Runs *out)
{
    uint32_t k = 0;
    for (uint32_t i = 0; i < main->count; i++) {
        Span at = main->items[i].outer;
        for (; k < inner->count && inner->items[k].outer.beg < at.end; k++) {
            if (inner->items[k].outer.end <= at.beg)
                *PUSH(out, arena) = inner->items[k];
        }
        *PUSH(out, arena) = main->items[i];
    }
    for (; k < inner->count; k++)
        *PUSH(out, arena) = inner->items[k];
}

void find_runs(const Article *article, Arena *arena, Arena scratch, Runs *out)
{
    Scan scan = {.article = article};
    gather_marks(article, &scratch, &scan.marks);
    Runs none = {0}, doubles = {0}, singles = {0}, inner = {0};
    read_runs(&scan, false, &none, &scratch, &doubles);
    read_runs(&scan, true, &none, &scratch, &singles);
    // The British custom: single marks outside, double ones within.
    bool british = doubles.count == 0 || count_spoken(article, &singles, &doubles) >
                                             count_spoken(article, &doubles, &singles);
    read_runs(&scan, british ? false : true, british ? &singles : &doubles, &scratch, &inner);
    *out = (Runs){0};
    merge_runs(british ? &singles : &doubles, &inner, arena, out);
    for (uint32_t i = 0; i < out->count; i++)
        out->items[i].lesser = out->items[i].single && !british;
}
