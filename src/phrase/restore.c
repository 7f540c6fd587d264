#include "phrase/restore.h"

typedef struct {
    const Sentences *old;
    Article *article;
    Sentences *sentences;
    uint32_t *block_now;    // by old block: its new index
    uint32_t *sentence_now; // by old sentence
    uint32_t *block_of;     // by line: the new block of a restored one
    Arena *arena;
} Restorer;

static bool is_restored(const Line *line)
{
    return line->sentence == RESTORED;
}

static bool any_restored(const Reading *out)
{
    for (uint32_t i = 0; i < out->lines.count; i++)
        if (is_restored(&out->lines.items[i]))
            return true;
    return false;
}

// The old blocks and, where a restored line lies in none, its own.
static void restore_blocks(Restorer *r, const Reading *out)
{
    const Article *old = r->old->article;
    uint32_t b = 0;
    memset(&r->article->blocks, 0, sizeof r->article->blocks);
    for (uint32_t i = 0; i < out->lines.count; i++) {
        const Line *line = &out->lines.items[i];
        if (!is_restored(line))
            continue;
        for (; b < old->blocks.count && old->blocks.items[b].span.beg <= line->span.beg; b++) {
            r->block_now[b] = r->article->blocks.count;
            *PUSH(&r->article->blocks, r->arena) = old->blocks.items[b];
        }
        uint32_t count = r->article->blocks.count;
        if (count == 0 || r->article->blocks.items[count - 1].span.end < line->span.end)
            *PUSH(&r->article->blocks, r->arena) = (Block){.span = line->span};
        r->block_of[i] = r->article->blocks.count - 1;
    }
    for (; b < old->blocks.count; b++) {
        r->block_now[b] = r->article->blocks.count;
        *PUSH(&r->article->blocks, r->arena) = old->blocks.items[b];
    }
}

static void keep_sentences(Restorer *r, uint32_t *s, uint32_t upto)
{
    for (; *s < r->old->items.count && r->old->items.items[*s].span.beg <= upto; ++*s) {
        Sentence sentence = r->old->items.items[*s];
        sentence.block = r->block_now[sentence.block];
        r->sentence_now[*s] = r->sentences->items.count;
        *PUSH(&r->sentences->items, r->arena) = sentence;
    }
}

static void place_lines(Restorer *r, Reading *out)
{
    uint32_t s = 0;
    for (uint32_t i = 0; i < out->lines.count; i++) {
        Line *line = &out->lines.items[i];
        if (!is_restored(line))
            continue;
        keep_sentences(r, &s, line->span.beg);
        uint32_t count = r->sentences->items.count;
        if (count == 0 || r->sentences->items.items[count - 1].span.end < line->span.end)
            *PUSH(&r->sentences->items, r->arena) = (Sentence){line->span, r->block_of[i]};
    }
    keep_sentences(r, &s, UINT32_MAX);
}

// Restored lines find theirs among the new ones, all others move with the old.
static void number_lines(const Restorer *r, Reading *out)
{
    uint32_t s = 0;
    for (uint32_t i = 0; i < out->lines.count; i++) {
        Line *line = &out->lines.items[i];
        if (line->sentence == NO_SENTENCE)
            continue;
        while (s + 1 < r->sentences->items.count &&
               r->sentences->items.items[s].span.end <= line->span.beg)
            s++;
        line->sentence = is_restored(line) ? s : r->sentence_now[line->sentence];
    }
}

// What is spoken now is no drop of the article any more.
static void keep_drops(Restorer *r, const Reading *out)
{
    const Article *old = r->old->article;
    uint32_t skip = 0;
    memset(&r->article->drops, 0, sizeof r->article->drops);
    for (uint32_t i = 0; i < old->drops.count; i++) {
        while (skip < out->skipped.count &&
               out->skipped.items[skip].span.beg < old->drops.items[i].span.beg)
            skip++;
        if (skip < out->skipped.count &&
            out->skipped.items[skip].span.beg == old->drops.items[i].span.beg)
            *PUSH(&r->article->drops, r->arena) = old->drops.items[i];
    }
}

void restore_sentences(Reading *out, Script *script, Arena *arena)
{
    if (!any_restored(out))
        return;
    const Sentences *old = script->sentences;
    Restorer r = {.old = old,
                  .article = ALLOC(arena, Article, 1),
                  .sentences = ALLOC(arena, Sentences, 1),
                  .block_now = ALLOC(arena, uint32_t, old->article->blocks.count + 1),
                  .sentence_now = ALLOC(arena, uint32_t, old->items.count + 1),
                  .block_of = ALLOC(arena, uint32_t, out->lines.count),
                  .arena = arena};
    *r.article = *old->article;
    r.sentences->article = r.article;
    restore_blocks(&r, out);
    place_lines(&r, out);
    number_lines(&r, out);
    keep_drops(&r, out);
    for (uint32_t i = 0; i < script->quotes.count; i++)
        script->quotes.items[i].block = r.block_now[script->quotes.items[i].block];
    script->sentences = r.sentences;
}
