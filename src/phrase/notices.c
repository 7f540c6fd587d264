#include "phrase/notices.h"

#include "phrase/fixed.h"

enum { SHORT_MS = 160, CLAUSE_MS = 300, SENTENCE_MS = 480, PARAGRAPH_MS = 800 };

static int pause_after(NoticeKind kind)
{
    switch (kind) {
    case NOTICE_CELL:
    case NOTICE_NOTE:
    case NOTICE_PICTOGRAPH:
        return SHORT_MS;
    case NOTICE_SECTION:
    case NOTICE_QUOTE:
    case NOTICE_IMAGE:
    case NOTICE_CAPTION:
    case NOTICE_POST:
        return CLAUSE_MS;
    case NOTICE_LIST:
    case NOTICE_TEXT:
    case NOTICE_FORMULA:
        return SENTENCE_MS;
    case NOTICE_QUOTE_END:
    case NOTICE_TABLE:
    case NOTICE_CODE:
        break;
    }
    return PARAGRAPH_MS;
}

Line generated_line(Str shown, int pause_ms, const SpellOptions *spell, Arena *arena)
{
    Line line = {.sentence = NO_SENTENCE, .shown = shown, .pause_ms = pause_ms};
    Span whole = {0, (uint32_t)shown.len};
    spell_span(shown, whole, whole, spell, arena, &line);
    for (uint32_t i = 0; i < line.units.count; i++)
        line.units.items[i].written = (Span){0};
    return line;
}

void add_notices(Reading *out, const SpellOptions *spell, Arena *arena)
{
    const Article *article = reading_article(out);
    if (article->notices.count == 0)
        return;
    const FixedPhrases *phrases = fixed_phrases(article->language);
    Reading merged = {0};
    uint32_t line = 0;
    for (uint32_t i = 0; i < article->notices.count; i++) {
        const Notice *notice = &article->notices.items[i];
        while (line < out->lines.count && out->lines.items[line].span.beg < notice->at)
            *PUSH(&merged.lines, arena) = out->lines.items[line++];
        Line words = generated_line(notice_text(phrases, notice, arena), pause_after(notice->kind),
                                    spell, arena);
        if (words.units.count)
            *PUSH(&merged.lines, arena) = words;
    }
    while (line < out->lines.count)
        *PUSH(&merged.lines, arena) = out->lines.items[line++];
    out->lines.items = merged.lines.items;
    out->lines.count = merged.lines.count;
    out->lines.capacity = merged.lines.capacity;
}
