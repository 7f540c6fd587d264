#include "phrase/reading.h"

#include "base/utf8.h"
#include "phrase/notices.h"
#include "phrase/opening.h"
#include "phrase/passages.h"
#include "phrase/pronounce.h"
#include "phrase/spoken_quotes.h"

// Milliseconds of silence at 165 words a minute; the measures are those of
// radio reading, where more than 3 s is heard as a mistake.
enum {
    PAUSE_BEFORE_QUOTE_MS = 220,
    PAUSE_AFTER_QUOTE_MS = 160,
    PAUSE_COMMA_MS = 160,
    PAUSE_CLAUSE_MS = 300, // ; and :
    PAUSE_INTO_LIST_MS = 360,
    PAUSE_SENTENCE_MS = 480,
    PAUSE_OUT_OF_LIST_MS = 640,
    PAUSE_PARAGRAPH_MS = 800,
    PAUSE_BEFORE_HEADING_MS = 1200,
    PAUSE_AFTER_HEADING_MS = 700,
    PAUSE_SCENE_MS = 1600,
};

const Article *reading_article(const Reading *reading)
{
    return reading->cast->script->sentences->article;
}

Str line_language(const Reading *reading, const Line *line)
{
    return line->language.len ? line->language : reading_article(reading)->language;
}

static const Sentence *sentence_of(const Reading *reading, const Line *line)
{
    return &reading->cast->script->sentences->items.items[line->sentence];
}

static const Block *block_of(const Reading *reading, const Line *line)
{
    return &reading_article(reading)->blocks.items[sentence_of(reading, line)->block];
}

// Inside a sentence silence follows the punctuation, and voices change quickly.
static int pause_in_sentence(const Line *line, const Line *next)
{
    if (next->kind == UTTERANCE_QUOTE)
        return PAUSE_BEFORE_QUOTE_MS;
    if (line->kind == UTTERANCE_QUOTE)
        return PAUSE_AFTER_QUOTE_MS;
    char last = line->spoken.data[line->spoken.len - 1];
    return last == ';' || last == ':' ? PAUSE_CLAUSE_MS : PAUSE_COMMA_MS;
}

static int pause_between_blocks(const Block *block, const Block *next)
{
    if (next->kind == BLOCK_HEADING)
        return PAUSE_BEFORE_HEADING_MS;
    if (block->kind == BLOCK_HEADING || block->kind == BLOCK_TITLE)
        return PAUSE_AFTER_HEADING_MS;
    // Nesting is told by pauses alone: a list goes in quickly and comes out
    // slowly.
    if (block->kind == BLOCK_LIST_ITEM && next->kind == BLOCK_LIST_ITEM)
        return block->level < next->level   ? PAUSE_INTO_LIST_MS
               : block->level > next->level ? PAUSE_OUT_OF_LIST_MS
                                            : PAUSE_SENTENCE_MS;
    if (block->kind == BLOCK_TABLE && next->kind == BLOCK_TABLE)
        return PAUSE_SENTENCE_MS;
    return PAUSE_PARAGRAPH_MS;
}

// "* * *" between two lines. `drop` moves on with the lines: all of them are
// looked at once.
static bool has_scene_break(const Reading *reading, uint32_t *drop, Span between)
{
    const Article *article = reading_article(reading);
    bool found = false;
    for (; *drop < article->drops.count; ++*drop) {
        const Drop *d = &article->drops.items[*drop];
        if (d->span.beg >= between.end)
            break;
        found |= d->span.beg >= between.beg && strcmp(d->reason, "scene break") == 0;
    }
    return found;
}

static void set_pauses(Reading *out, int heading_pause_ms)
{
    uint32_t drop = 0;
    for (uint32_t i = 0; i < out->lines.count; i++) {
        Line *line = &out->lines.items[i];
        const Line *next = i + 1 < out->lines.count ? line + 1 : NULL;
        line->pause_ms = PAUSE_SENTENCE_MS;
        if (!next)
            return;
        const Block *here = block_of(out, line), *there = block_of(out, next);
        if (has_scene_break(out, &drop, (Span){line->span.end, next->span.beg}))
            line->pause_ms = PAUSE_SCENE_MS;
        else if (here != there)
            line->pause_ms = pause_between_blocks(here, there);
        else if (line->sentence == next->sentence)
            line->pause_ms = pause_in_sentence(line, next);
        if (here != there && there->kind == BLOCK_HEADING && line->pause_ms < heading_pause_ms)
            line->pause_ms = heading_pause_ms;
    }
}

// The voice falls at the end of a sentence and stays up before its next piece:
// `“We tried,” she said` and `She said “we tried”.`
static void set_end(Line *line, bool sentence_goes_on, Arena *arena)
{
    Str s = line->spoken;
    char last = s.data[s.len - 1];
    if (strchr("?!;:.", last) || (sentence_goes_on && last == ','))
        return;
    if (last == ',')
        s.len--;
    char *spoken = ALLOC(arena, char, s.len + 1);
    memcpy(spoken, s.data, s.len);
    spoken[s.len] = sentence_goes_on ? ',' : '.';
    line->spoken = (Str){spoken, s.len + 1};
}

static void set_ends(Reading *out, Arena *arena)
{
    for (uint32_t i = 0; i < out->lines.count; i++) {
        Line *line = &out->lines.items[i];
        bool goes_on = i + 1 < out->lines.count && line[1].sentence == line->sentence;
        set_end(line, goes_on, arena);
    }
}

// "3." of an ordered list's item, which is no part of its text.
static void add_item_number(const Reading *out, Line *line, const SpellOptions *spell, Arena *arena)
{
    const Block *block = block_of(out, line);
    if (block->kind != BLOCK_LIST_ITEM || block->number <= 0 || line->span.beg != block->span.beg)
        return;
    Str digits = str_format(arena, "%d:", block->number);
    Span whole = {0, (uint32_t)digits.len};
    Line number = {0};
    spell_span(digits, whole, whole, spell, arena, &number);
    uint32_t shift = (uint32_t)number.spoken.len + 1;
    line->spoken = str_format(arena, "%.*s %.*s", STR_ARG(number.spoken), STR_ARG(line->spoken));
    LIST(Unit) units = {0};
    for (uint32_t i = 0; i < number.units.count; i++)
        *PUSH(&units, arena) =
            (Unit){{line->span.beg, line->span.beg}, number.units.items[i].spoken};
    for (uint32_t i = 0; i < line->units.count; i++) {
        Unit unit = line->units.items[i];
        unit.spoken = (Span){unit.spoken.beg + shift, unit.spoken.end + shift};
        *PUSH(&units, arena) = unit;
    }
    memcpy(&line->units, &units, sizeof units);
    for (uint32_t i = 0; i < line->said.count; i++) {
        line->said.items[i].spoken.beg += shift;
        line->said.items[i].spoken.end += shift;
    }
}

// Where a line that begins at `span.beg` ends: nothing that is spoken in one
// breath is as long as this, and no engine should be asked for an hour of
// speech at once. Such a line is cut behind a clause, else a word, else a
// character.
static uint32_t line_end(Str text, Span span)
{
    enum { LINE_MAX = 1500 }; // bytes, two minutes of speech
    if (span.end - span.beg <= LINE_MAX)
        return span.end;
    uint32_t word = 0;
    for (uint32_t at = span.beg + LINE_MAX; at > span.beg + LINE_MAX / 2; at--) {
        if (!is_space(text.data[at]))
            continue;
        if (strchr(",;:", text.data[at - 1]))
            return at;
        word = word ? word : at;
    }
    uint32_t end = word ? word : span.beg + LINE_MAX;
    while (((unsigned char)text.data[end] & 0xC0) == 0x80)
        end--;
    return end;
}

// A line, or, where it has no words, a drop.
static void phrase_line(Reading *out, const Utterance *u, Span span, Str language,
                        const SpellOptions *spell, Arena *arena)
{
    Line line = {.span = span,
                 .sentence = u->sentence,
                 .speaker = u->speaker,
                 .kind = u->kind,
                 .language = language};
    SpellOptions how = *spell;
    how.language = line_language(out, &line);
    how.name_signs = block_of(out, &line)->kind == BLOCK_CODE;
    spell_span(reading_article(out)->text, sentence_of(out, &line)->span, span, &how, arena, &line);
    if (line.units.count == 0) {
        *PUSH(&out->skipped, arena) = (Drop){span, "no words"};
        return;
    }
    add_item_number(out, &line, spell, arena);
    *PUSH(&out->lines, arena) = line;
}

static void phrase_piece(Reading *out, const Utterance *u, Span piece, Str language,
                         const SpellOptions *spell, Arena *arena)
{
    Str text = reading_article(out)->text;
    while (piece.beg < piece.end) {
        uint32_t end = line_end(text, piece);
        Span line = trim_span(text, (Span){piece.beg, end});
        if (line.beg < line.end)
            phrase_line(out, u, line, language, spell, arena);
        piece.beg = end;
    }
}

static bool has_words(Str s)
{
    for (size_t i = 0; i < s.len;) {
        Char c = utf8_at(s, i);
        if (code_is_letter(c.code) || code_is_digit(c.code))
            return true;
        i += c.len;
    }
    return false;
}

// A line is in one language: what is foreign in an utterance has its own.
static void phrase_utterance(Reading *out, const Utterance *u, const Passages *passages,
                             uint32_t *next, const SpellOptions *spell, Arena *arena)
{
    Str text = reading_article(out)->text;
    Span rest = u->span;
    while (*next < passages->items.count && passages->items.items[*next].span.end <= rest.beg)
        ++*next;
    for (uint32_t i = *next; i < passages->items.count && rest.beg < rest.end; i++) {
        const ForeignSpan *f = &passages->items.items[i];
        if (f->span.beg >= rest.end)
            break;
        Span own = {rest.beg, f->span.beg > rest.beg ? f->span.beg : rest.beg};
        Span foreign = {own.end, f->span.end < rest.end ? f->span.end : rest.end};
        if (!has_words(str_span(text, own)))
            foreign.beg = own.end = rest.beg;
        if (!has_words(str_span(text, (Span){foreign.end, rest.end})))
            foreign.end = rest.end;
        phrase_piece(out, u, own, (Str){0}, spell, arena);
        phrase_piece(out, u, foreign, f->language, spell, arena);
        rest.beg = foreign.end;
    }
    phrase_piece(out, u, rest, (Str){0}, spell, arena);
}

// Words are said before and behind a quotation, so it has lines of its own. Who
// has a voice of their own has them already.
static void phrase_with_quotes(Reading *out, const Utterance *u, QuoteWalk *walk,
                               const Passages *passages, uint32_t *next, const SpellOptions *spell,
                               Arena *arena)
{
    Str text = reading_article(out)->text;
    Utterance piece = *u;
    while (u->kind == UTTERANCE_NARRATION && piece.span.beg < u->span.end) {
        const Quote *quote = next_told_quote(walk, piece.span.beg);
        if (!quote || quote->span.beg >= u->span.end)
            break;
        Span quoted = quote_with_marks(text, quote, (Span){piece.span.beg, u->span.end});
        if (has_words(str_span(text, (Span){piece.span.beg, quoted.beg}))) {
            piece.span.end = quoted.beg;
            phrase_utterance(out, &piece, passages, next, spell, arena);
            piece.span.beg = quoted.beg;
        }
        piece.span.end = quoted.end;
        phrase_utterance(out, &piece, passages, next, spell, arena);
        piece.span = (Span){quoted.end, u->span.end};
    }
    if (piece.span.beg < piece.span.end)
        phrase_utterance(out, &piece, passages, next, spell, arena);
}

// Both lists are in order; so is what they become.
static void merge_drops(Reading *out, Arena *arena)
{
    const Article *article = reading_article(out);
    Reading merged = {0};
    uint32_t a = 0, b = 0;
    while (a < article->drops.count || b < out->skipped.count) {
        bool first = b == out->skipped.count ||
                     (a < article->drops.count &&
                      article->drops.items[a].span.beg < out->skipped.items[b].span.beg);
        *PUSH(&merged.skipped, arena) = first ? article->drops.items[a++] : out->skipped.items[b++];
    }
    out->skipped.items = merged.skipped.items;
    out->skipped.count = merged.skipped.count;
    out->skipped.capacity = merged.skipped.capacity;
}

SpellOptions spell_options(const Article *article, const PhraseOptions *options)
{
    return (SpellOptions){.language = article->language,
                          .whole_addresses = article->detail == DETAIL_FULL,
                          .lexicons = options->lexicons,
                          .lexicon_count = options->lexicon_count};
}

bool phrase_cast(const Cast *in, const PhraseOptions *options, Arena *arena, Reading *out,
                 Error *err)
{
    (void)err;
    *out = (Reading){.cast = in};
    SpellOptions spell = spell_options(reading_article(out), options);
    Passages passages = find_passages(in->script, arena);
    uint32_t next = 0;
    QuoteWalk walk = {.script = in->script};
    for (uint32_t i = 0; i < in->script->utterances.count; i++) {
        const Utterance *u = &in->script->utterances.items[i];
        if (options->say_quotes == SAY_QUOTES_NEVER)
            phrase_utterance(out, u, &passages, &next, &spell, arena);
        else
            phrase_with_quotes(out, u, &walk, &passages, &next, &spell, arena);
    }
    merge_drops(out, arena);
    set_ends(out, arena);
    set_pauses(out, options->heading_pause_ms);
    add_notices(out, &spell, arena);
    add_spoken_quotes(out, options, &spell, arena);
    add_opening(out, options, &spell, arena);
    for (uint32_t i = 0; i < out->lines.count; i++)
        if (is_english(line_language(out, &out->lines.items[i])))
            pronounce_line(&out->lines.items[i], arena);
    return true;
}
