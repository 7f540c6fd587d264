#include "phrase/reading.h"

#include "phrase/spell.h"

const Article *reading_article(const Reading *reading)
{
    return reading->cast->script->sentences->article;
}

bool phrase_cast(const Cast *in, const PhraseOptions *options, Arena *arena, Reading *out,
                 Error *err)
{
    SpellOptions spell = {.language = STR("en"),
                          .lexicons = options->lexicons,
                          .lexicon_count = options->lexicon_count};
    (void)err;
    *out = (Reading){.cast = in};
    const Article *article = reading_article(out);
    for (uint32_t i = 0; i < in->script->utterances.count; i++) {
        const Utterance *u = &in->script->utterances.items[i];
        Line *line = PUSH(&out->lines, arena);
        *line = (Line){.span = u->span,
                       .sentence = u->sentence,
                       .speaker = u->speaker,
                       .kind = u->kind,
                       .pause_ms = 300};
        spell_span(article->text,
                   (Span){in->script->sentences->items.items[u->sentence].span.beg, u->span.end},
                   u->span, &spell, arena, line);
    }
    for (uint32_t i = 0; i < article->drops.count; i++)
        *PUSH(&out->skipped, arena) = article->drops.items[i];
    return true;
}
