#include "attribute/utterances.h"

#include "base/utf8.h"

typedef struct {
    const Article *article;
    const Sentences *sentences;
    const Runs *runs;
    const uint32_t *voices;
    Arena *arena;
    Script *script;
    uint32_t run, drop; // next to be looked at
    uint32_t sentence;
    uint32_t first; // first utterance of the sentence
    Span waiting;   // punctuation that has no neighbour yet
} Cutter;

static bool is_content(uint32_t c)
{
    return code_is_letter(c) || code_is_digit(c) || (c > 0x7F && code_is_symbol(c)) || c == '$' ||
           c == '%' || c == '&' || c == '+' || c == '=';
}

static bool has_content(Str text)
{
    for (size_t i = 0; i < text.len;) {
        Char c = utf8_at(text, i);
        if (is_content(c.code))
            return true;
        i += c.len;
    }
    return false;
}

static Utterance *last_utterance(const Cutter *c)
{
    return c->script->utterances.count > c->first
               ? &c->script->utterances.items[c->script->utterances.count - 1]
               : NULL;
}

// Whether no drop lies in beg..end, which both stand before the next drop or
// after the last.
static bool is_clear(const Cutter *c, uint32_t beg, uint32_t end)
{
    uint32_t i = c->drop;
    while (i > 0 && c->article->drops.items[i - 1].span.end > beg)
        i--;
    return i == c->article->drops.count || c->article->drops.items[i].span.beg >= end;
}

static void push_piece(Cutter *c, Span span, uint32_t voice, UtteranceKind kind)
{
    if (c->waiting.end > c->waiting.beg) {
        if (is_clear(c, c->waiting.beg, span.end))
            span.beg = c->waiting.beg;
        else
            *PUSH(&c->script->utterances, c->arena) =
                (Utterance){.span = c->waiting, .sentence = c->sentence};
        c->waiting = (Span){0};
    }
    *PUSH(&c->script->utterances, c->arena) =
        (Utterance){.span = span, .sentence = c->sentence, .speaker = voice, .kind = kind};
}

static void add_piece(Cutter *c, Span span, uint32_t voice, UtteranceKind kind)
{
    span = trim_span(c->article->text, span);
    if (span.beg == span.end)
        return;
    Utterance *last = last_utterance(c);
    if (has_content(str_span(c->article->text, span)))
        push_piece(c, span, voice, kind);
    else if (last && is_clear(c, last->span.end, span.end))
        last->span.end = span.end;
    else if (c->waiting.end > c->waiting.beg && is_clear(c, c->waiting.beg, span.end))
        c->waiting.end = span.end;
    else if (c->waiting.end > c->waiting.beg)
        push_piece(c, span, voice, kind);
    else
        c->waiting = span;
}

// Adds beg..end without what is dropped.
static void add_undropped(Cutter *c, uint32_t beg, uint32_t end, uint32_t voice, UtteranceKind kind)
{
    while (beg < end) {
        while (c->drop < c->article->drops.count &&
               c->article->drops.items[c->drop].span.end <= beg)
            c->drop++;
        bool drop =
            c->drop < c->article->drops.count && c->article->drops.items[c->drop].span.beg < end;
        if (!drop) {
            add_piece(c, (Span){beg, end}, voice, kind);
            return;
        }
        Span gap = c->article->drops.items[c->drop].span;
        if (gap.beg > beg)
            add_piece(c, (Span){beg, gap.beg}, voice, kind);
        beg = gap.end;
    }
}

static uint32_t later(uint32_t a, uint32_t b)
{
    return a > b ? a : b;
}
static uint32_t sooner(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

static void cut_sentence(Cutter *c)
{
    Span span = c->sentences->items.items[c->sentence].span;
    uint32_t at = span.beg;
    c->first = c->script->utterances.count;
    while (c->run < c->runs->count && c->runs->items[c->run].outer.end <= span.beg)
        c->run++;
    for (uint32_t i = c->run; i < c->runs->count && c->runs->items[i].outer.beg < span.end; i++) {
        if (!c->voices[i])
            continue;
        const Run *run = &c->runs->items[i];
        add_undropped(c, at, sooner(later(at, run->outer.beg), span.end), 0, UTTERANCE_NARRATION);
        add_undropped(c, later(at, run->span.beg), sooner(run->span.end, span.end), c->voices[i],
                      UTTERANCE_QUOTE);
        at = sooner(run->outer.end, span.end);
    }
    add_undropped(c, at, span.end, 0, UTTERANCE_NARRATION);
    if (c->waiting.end > c->waiting.beg)
        *PUSH(&c->script->utterances, c->arena) =
            (Utterance){.span = c->waiting, .sentence = c->sentence};
    c->waiting = (Span){0};
}

void cut_utterances(const Runs *runs, const uint32_t *voices, Arena *arena, Script *script)
{
    Cutter c = {.article = script->sentences->article,
                .sentences = script->sentences,
                .runs = runs,
                .voices = voices,
                .arena = arena,
                .script = script};
    for (; c.sentence < c.sentences->items.count; c.sentence++)
        cut_sentence(&c);
}
