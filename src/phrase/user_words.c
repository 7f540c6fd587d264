// Words of the publication's own lexicons.
#include "phrase/spelling.h"

enum { WORDS_MAX = 12 }; // tokens of a phrase

// What is read stays words where the lexicon gives phonemes.
static void add_written(Spelling *s, uint32_t i, uint32_t count)
{
    for (uint32_t k = i; k < i + count; k++) {
        const Token *t = token_of(s, k);
        bool hyphen = is_dash(t) && t->glued && k > i;
        if (hyphen)
            buf_char(&s->words, '-');
        else if (is_word(t) && k > i && s->words.data[s->words.len - 1] == '-')
            buf_add(&s->words, token_text(s, t));
        else
            add_plain(s, t);
    }
}

static void take_entry(Spelling *s, const LexiconEntry *entry, uint32_t i, uint32_t count,
                       bool bare)
{
    const Token *last = token_of(s, i + count - 1);
    bool owned = !bare && last->stem < last->span.end - last->span.beg;
    if (entry->spoken.len)
        add_words(&s->words, entry->spoken);
    else
        add_written(s, i, count);
    if (entry->spoken.len && owned)
        add_possessive(s, last);
    if (entry->phonemes.len) {
        s->said = entry->phonemes;
        s->said_owned = owned;
    }
}

static uint32_t spell_from(Spelling *s, uint32_t i, const Lexicon *lexicon)
{
    Str language = s->options->language;
    uint32_t beg = token_of(s, i)->span.beg;
    for (uint32_t n = WORDS_MAX; n > 0 && lexicon->longest; n--) {
        const Token *last = token_of(s, i + n - 1);
        if (last->kind == TOKEN_END || last->span.end - beg > lexicon->longest + 4)
            continue;
        // A part of a longer word is another word: "us" in "us-east".
        if (token_of(s, i + n)->glued && is_word(token_of(s, i + n)))
            continue;
        Str whole = str_span(s->text, (Span){beg, last->span.end});
        Str stem = str_slice(whole, 0, last->span.beg - beg + last->stem);
        const LexiconEntry *entry = find_in_lexicon(lexicon, whole, language);
        bool bare = entry != NULL;
        if (!entry && is_word(last))
            entry = find_in_lexicon(lexicon, stem, language);
        if (!entry)
            continue;
        take_entry(s, entry, i, n, bare);
        return n;
    }
    const Token *t = token_of(s, i);
    if (!lexicon->patterns.count || !is_word(t))
        return 0;
    const LexiconEntry *entry = match_in_lexicon(lexicon, token_stem(s, t), language);
    if (!entry)
        return 0;
    take_entry(s, entry, i, 1, false);
    return 1;
}

uint32_t spell_lexicon(Spelling *s, uint32_t i)
{
    for (uint32_t k = s->options->lexicon_count; k > 0; k--) {
        uint32_t taken = spell_from(s, i, &s->options->lexicons[k - 1]);
        if (taken)
            return taken;
    }
    return 0;
}

bool in_lexicon(const Spelling *s, uint32_t i)
{
    Spelling probe = *s;
    Arena scratch = *s->arena;
    probe.arena = &scratch;
    probe.words = new_buf(&scratch);
    return spell_lexicon(&probe, i) > 0;
}
