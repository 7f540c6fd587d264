#include "phrase/spoken_quotes.h"

#include "base/utf8.h"
#include "phrase/fixed.h"
#include "phrase/notices.h"

enum { WORDS_MS = 160 }; // between the words and the quotation

static const Article *article_of(const Script *script)
{
    return script->sentences->article;
}

// Titles and headings are names of things, and stand in lists of chapters.
static bool is_running_text(const Article *article, const Block *block)
{
    bool name = block->kind == BLOCK_TITLE || block->kind == BLOCK_BYLINE ||
                block->kind == BLOCK_CREDIT || block->kind == BLOCK_HEADING ||
                block->role == ROLE_STANDFIRST;
    bool announced = block->kind == BLOCK_QUOTE && article->detail == DETAIL_FULL;
    return !name && !announced;
}

const Quote *next_told_quote(QuoteWalk *walk, uint32_t at)
{
    const Article *article = article_of(walk->script);
    for (; walk->next < walk->script->quotes.count; walk->next++) {
        const Quote *quote = &walk->script->quotes.items[walk->next];
        if (quote->span.end > at && quote->kind == QUOTE_DIRECT &&
            is_running_text(article, &article->blocks.items[quote->block]))
            return quote;
    }
    return NULL;
}

static bool is_word_sign(uint32_t c)
{
    return code_is_letter(c) || code_is_digit(c) || (c > 0x7F && code_is_symbol(c)) ||
           (c < 0x80 && strchr("$%&+=", (int)c));
}

Span quote_with_marks(Str text, const Quote *quote, Span around)
{
    Span out = {quote->span.beg > around.beg ? quote->span.beg : around.beg,
                quote->span.end < around.end ? quote->span.end : around.end};
    while (out.beg > around.beg) {
        Char c = utf8_before(text, out.beg);
        if (c.len > out.beg - around.beg || is_word_sign(c.code) || is_space((char)c.code))
            break;
        out.beg -= c.len;
    }
    uint32_t end = out.end;
    while (end < around.end) {
        Char c = utf8_at(text, end);
        if (is_word_sign(c.code))
            break;
        end += c.len;
        if (!(c.len == 1 && is_space((char)c.code)))
            out.end = end;
        else if (end < around.end && is_word_sign(utf8_at(text, end).code))
            break;
    }
    return out;
}

// A speech of several paragraphs has an opening mark in each and one closing
// mark, at its end.
static bool goes_on(const Article *article, const Quote *quote, const Quote *next)
{
    enum { MARK_MAX = 4 }; // bytes
    if (!next || next->block != quote->block + 1)
        return false;
    return article->blocks.items[quote->block].span.end == quote->span.end &&
           next->span.beg - article->blocks.items[next->block].span.beg <= MARK_MAX;
}

typedef struct {
    Reading *in;
    const PhraseOptions *options;
    const SpellOptions *spell;
    const FixedPhrases *phrases;
    Arena *arena;
    Reading merged; // its lines alone
    QuoteWalk walk;
    const Quote *open; // its first words are said, its last are not
} Teller;

static const Quote *quote_of(Teller *t, const Line *line)
{
    if (line->sentence == NO_SENTENCE)
        return NULL;
    const Quote *quote = next_told_quote(&t->walk, line->span.beg);
    return quote && quote->span.beg < line->span.end ? quote : NULL;
}

static bool is_told(const Teller *t, const Line *line)
{
    const Voice *const *voices = (const Voice *const *)t->in->cast->voices;
    return t->options->say_quotes == SAY_QUOTES_ALL || voices[line->speaker] == voices[0];
}

static void say(Teller *t, NoticeKind kind, int pause_ms)
{
    Str words = notice_text(t->phrases, &(Notice){.kind = kind}, t->arena);
    *PUSH(&t->merged.lines, t->arena) = generated_line(words, pause_ms, t->spell, t->arena);
}

// What stands behind the quotation's last line.
static bool ends_here(const Teller *t, uint32_t i)
{
    uint32_t next = i + 1;
    while (next < t->in->lines.count && t->in->lines.items[next].sentence == NO_SENTENCE)
        next++;
    return next == t->in->lines.count || t->in->lines.items[next].span.beg >= t->open->span.end;
}

static void end_quote(Teller *t)
{
    const Article *article = article_of(t->walk.script);
    QuoteWalk ahead = t->walk;
    const Quote *next = next_told_quote(&ahead, t->open->span.end);
    if (goes_on(article, t->open, next)) {
        t->open = next;
        return;
    }
    Line *last = &t->merged.lines.items[t->merged.lines.count - 1];
    int pause_ms = last->pause_ms;
    last->pause_ms = WORDS_MS;
    say(t, NOTICE_QUOTE_END, pause_ms);
    t->open = NULL;
}

static void tell_line(Teller *t, uint32_t i)
{
    const Line *line = &t->in->lines.items[i];
    const Quote *quote = quote_of(t, line);
    if (quote && !t->open && is_told(t, line)) {
        say(t, NOTICE_QUOTE, WORDS_MS);
        t->open = quote;
    }
    *PUSH(&t->merged.lines, t->arena) = *line;
    if (t->open && quote && ends_here(t, i))
        end_quote(t);
}

void add_spoken_quotes(Reading *out, const PhraseOptions *options, const SpellOptions *spell,
                       Arena *arena)
{
    if (options->say_quotes == SAY_QUOTES_NEVER)
        return;
    Teller t = {.in = out,
                .options = options,
                .spell = spell,
                .phrases = fixed_phrases(reading_article(out)->language),
                .arena = arena,
                .walk = {.script = out->cast->script}};
    for (uint32_t i = 0; i < out->lines.count; i++)
        tell_line(&t, i);
    out->lines.items = t.merged.lines.items;
    out->lines.count = t.merged.lines.count;
    out->lines.capacity = t.merged.lines.capacity;
}
