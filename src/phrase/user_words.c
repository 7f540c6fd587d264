// Words of the publication's own lexicons.
#include "phrase/spelling.h"

enum { WORDS_MAX = 12 }; // tokens of a phrase

static uint32_t spell_from(Spelling *s, uint32_t i, const Lexicon *lexicon)
{
    uint32_t beg = token_of(s, i)->span.beg;
    for (uint32_t n = WORDS_MAX; n > 0; n--) {
        const Token *last = token_of(s, i + n - 1);
        if (last->kind == TOKEN_END || last->span.end - beg > lexicon->longest + 4)
            continue;
        // A part of a longer word is another word: "us" in "us-east".
        if (token_of(s, i + n)->glued && is_word(token_of(s, i + n)))
            continue;
        Str whole = str_span(s->text, (Span){beg, last->span.end});
        Str stem = str_slice(whole, 0, last->span.beg - beg + last->stem);
        const LexiconEntry *entry = find_in_lexicon(lexicon, whole);
        bool bare = entry != NULL;
        if (!entry && is_word(last))
            entry = find_in_lexicon(lexicon, stem);
        if (!entry)
            continue;
        add_words(&s->words, entry->spoken);
        if (!bare)
            add_possessive(s, last);
        return n;
    }
    return 0;
}

uint32_t spell_lexicon(Spelling *s, uint32_t i)
{
    for (uint32_t k = 0; k < s->options->lexicon_count; k++) {
        uint32_t taken = spell_from(s, i, &s->options->lexicons[k]);
        if (taken)
            return taken;
    }
    return 0;
}
