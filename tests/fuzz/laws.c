#include "fuzz/laws.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "commands/about.h"
#include "phrase/phonemes.h"
#include "phrase/spell.h"

static void law(bool holds, const char *what, uint32_t at)
{
    if (holds)
        return;
    fprintf(stderr, "law broken at byte %u: %s\n", at, what);
    abort();
}

static bool blank_between(Str text, uint32_t beg, uint32_t end, bool marks_too)
{
    for (uint32_t i = beg; i < end;) {
        Char c = utf8_at(text, i);
        bool mark = marks_too && (code_is_quote_mark(c.code) || c.code == '\'' || c.code == '`' ||
                                  (c.code >= 0x2018 && c.code <= 0x201B) || c.code == 0x2039 ||
                                  c.code == 0x203A);
        if (!code_is_space(c.code) && !mark)
            return false;
        i += c.len;
    }
    return true;
}

// The spans of a product beside those of the drops, walked as one rising row.
typedef struct {
    Str text;
    uint32_t end;    // of what is accounted for
    bool marks_free; // quotation marks need no cover
} Cover;

static void cover(Cover *c, Span span, const char *what)
{
    law(span.beg < span.end, "a span is empty or turned round", span.beg);
    law(span.end <= c->text.len, "a span leaves the text", span.beg);
    law(span.beg >= c->end, what, span.beg);
    law(blank_between(c->text, c->end, span.beg, c->marks_free), "bytes are lost", c->end);
    c->end = span.end;
}

static void check_foreign(const Article *article)
{
    uint32_t end = 0, block = 0;
    for (uint32_t i = 0; i < article->foreign.count; i++) {
        const ForeignSpan *f = &article->foreign.items[i];
        law(f->span.beg >= end && f->span.beg < f->span.end, "foreign words overlap", f->span.beg);
        law(f->language.len > 0, "foreign words are in no language", f->span.beg);
        while (block < article->blocks.count &&
               article->blocks.items[block].span.end <= f->span.beg)
            block++;
        law(block < article->blocks.count && f->span.beg >= article->blocks.items[block].span.beg &&
                f->span.end <= article->blocks.items[block].span.end,
            "foreign words leave their block", f->span.beg);
        end = f->span.end;
    }
}

void check_article_laws(const Article *article)
{
    Str text = article->text;
    law(utf8_check(text) == text.len, "the text is not UTF-8", (uint32_t)utf8_check(text));
    law(text.len == 0 || !memchr(text.data, '\r', text.len), "a CR is in the text", 0);
    uint32_t block_end = 0, drop = 0;
    Cover covered = {.text = text};
    for (uint32_t b = 0; b < article->blocks.count; b++) {
        const Block *block = &article->blocks.items[b];
        law(block->span.beg >= block_end, "blocks overlap", block->span.beg);
        block_end = block->span.end;
        // Drops before the block; those inside it are part of it.
        for (; drop < article->drops.count && article->drops.items[drop].span.beg < block->span.beg;
             drop++)
            cover(&covered, article->drops.items[drop].span, "a drop overlaps");
        cover(&covered, block->span, "a block overlaps a drop");
        while (drop < article->drops.count && article->drops.items[drop].span.end <= block_end)
            drop++;
        law((unsigned)block->kind < BLOCK_KINDS, "no such kind of block", block->span.beg);
    }
    for (; drop < article->drops.count; drop++)
        cover(&covered, article->drops.items[drop].span, "a drop overlaps");
    law(blank_between(text, covered.end, (uint32_t)text.len, false), "the end is lost",
        covered.end);
    law(article->language.len > 0, "the article is in no language", 0);
    check_foreign(article);
}

static void check_sentences(const Sentences *sentences)
{
    const Article *article = sentences->article;
    uint32_t end = 0;
    for (uint32_t i = 0; i < sentences->items.count; i++) {
        const Sentence *s = &sentences->items.items[i];
        law(s->span.beg >= end && s->span.beg < s->span.end, "sentences overlap", s->span.beg);
        law(s->block < article->blocks.count, "a sentence has no block", s->span.beg);
        Span block = article->blocks.items[s->block].span;
        law(s->span.beg >= block.beg && s->span.end <= block.end, "a sentence leaves its block",
            s->span.beg);
        end = s->span.end;
    }
}

// Digits are left to the engine where it speaks another language than English.
static void check_spoken(const Line *line, bool digits)
{
    uint32_t end = 0;
    bool words = false;
    for (size_t i = 0; i < line->spoken.len;) {
        Char c = utf8_at(line->spoken, i);
        bool digit = digits && is_digit((int)c.code);
        bool word = code_is_letter(c.code) || code_is_mark(c.code) || digit;
        bool mark = c.code < 0x80 && c.code && strchr(" ,.?!;:'-", (int)c.code);
        law(word || mark, "something unspeakable is spoken", line->span.beg);
        words |= word;
        i += c.len;
    }
    law(words, "a line has no words", line->span.beg);
    for (uint32_t u = 0; u < line->units.count; u++) {
        Span spoken = line->units.items[u].spoken, written = line->units.items[u].written;
        law(spoken.beg >= end && spoken.beg <= spoken.end && spoken.end <= line->spoken.len,
            "units overlap", line->span.beg);
        law(written.beg == written.end ||
                (written.beg >= line->span.beg && written.end <= line->span.end),
            "a unit leaves its line", line->span.beg);
        end = spoken.end;
    }
}

static void check_said(const Line *line)
{
    uint32_t end = 0;
    for (uint32_t i = 0; i < line->said.count; i++) {
        Span at = line->said.items[i].spoken;
        size_t wrong;
        law(at.beg >= end && at.beg < at.end && at.end <= line->spoken.len,
            "words with phonemes overlap", line->span.beg);
        law(check_phonemes(line->said.items[i].phonemes, &wrong), "these are no phonemes",
            line->span.beg);
        end = at.end;
    }
}

static void check_lines(const Reading *reading)
{
    const Script *script = reading->cast->script;
    Cover covered = {.text = reading_article(reading)->text, .marks_free = true};
    uint32_t skip = 0;
    for (uint32_t i = 0; i < reading->lines.count; i++) {
        const Line *line = &reading->lines.items[i];
        law(line->speaker < script->speakers.count, "a line has no speaker", line->span.beg);
        law(line->pause_ms >= 0, "a pause is negative", line->span.beg);
        check_spoken(line, !is_english(line_language(reading, line)));
        check_said(line);
        if (line->sentence == NO_SENTENCE)
            continue;
        for (; skip < reading->skipped.count &&
               reading->skipped.items[skip].span.beg < line->span.beg;
             skip++)
            cover(&covered, reading->skipped.items[skip].span, "a skipped span overlaps");
        cover(&covered, line->span, "a line overlaps");
        law(line->sentence < script->sentences->items.count, "no such sentence", line->span.beg);
        Span sentence = script->sentences->items.items[line->sentence].span;
        law(line->span.beg >= sentence.beg && line->span.end <= sentence.end,
            "a line leaves its sentence", line->span.beg);
    }
    for (; skip < reading->skipped.count; skip++)
        cover(&covered, reading->skipped.items[skip].span, "a skipped span overlaps");
    law(blank_between(covered.text, covered.end, (uint32_t)covered.text.len, true),
        "the end is lost", covered.end);
}

void check_reading_laws(const Reading *reading)
{
    const Script *script = reading->cast->script;
    check_sentences(script->sentences);
    uint32_t end = 0;
    for (uint32_t i = 0; i < script->quotes.count; i++) {
        const Quote *q = &script->quotes.items[i];
        law(q->span.beg >= end && q->span.beg <= q->span.end, "quotes overlap", q->span.beg);
        law(q->speaker == NOBODY ||
                (q->speaker > 0 && q->speaker < (int32_t)script->speakers.count),
            "a quote has no such speaker", q->span.beg);
        end = q->span.end;
    }
    for (uint32_t i = 0; i < script->speakers.count; i++)
        law(reading->cast->voices[i] != NULL, "a speaker has no voice", i);
    check_lines(reading);
}

bool read_under_laws(Str bytes, const ReadOptions *options, const Voices *voices, Stage last,
                     Arena arena)
{
    PipelineOptions pipeline = {.voices = voices, .read = *options};
    // A copy of exactly this size, so that a sanitizer sees a read past its end.
    char *exact = malloc(bytes.len ? bytes.len : 1);
    if (bytes.len)
        memcpy(exact, bytes.data, bytes.len);
    Products p = {.source = {.name = STR("input"), .bytes = {exact, bytes.len}}};
    Error err = {0};
    bool ok = run_pipeline(&pipeline, last, &arena, &p, &err);
    law(ok == (err.kind == ERR_NONE), "a failure without an error", 0);
    law(ok || (err.kind == ERR_ARTICLE && err.message[0]), "refused without a reason", 0);
    if (ok)
        check_article_laws(&p.article);
    if (ok && last >= STAGE_PHRASE)
        check_reading_laws(&p.reading);
    free(exact);
    return ok;
}

Voices voices_of_checkout(Arena *arena)
{
    Voices voices;
    Error err = {0};
    if (!load_voices(ABOUT_CHECKOUT_VOICES, arena, &voices, &err)) {
        fprintf(stderr, "%s\n", err.message);
        abort();
    }
    return voices;
}
