// "Quote: we tried. End quote.": quotations told by words, for listeners who
// hear no marks.
#ifndef LECTERN_PHRASE_SPOKEN_QUOTES_H
#define LECTERN_PHRASE_SPOKEN_QUOTES_H

#include "phrase/spell.h"

// Walks the direct quotations of running text in order. Those of titles,
// headings and the opening are not told, nor those of blocks that are announced
// as quotations already.
typedef struct {
    const Script *script;
    uint32_t next; // in Script.quotes
} QuoteWalk;

// The first of them that ends behind `at`, which rises from call to call; NULL:
// none.
const Quote *next_told_quote(QuoteWalk *walk, uint32_t at);

// The quotation with its marks, and the punctuation behind them, within
// `around`. Nothing but a quotation's words stays in a line of its own.
Span quote_with_marks(Str text, const Quote *quote, Span around);

// Puts words before and behind the quotations that options->say_quotes names.
// The lines have their pauses, and a line of the narrator's lies in a quotation
// as a whole or not at all. Linear.
void add_spoken_quotes(Reading *out, const PhraseOptions *options, const SpellOptions *spell,
                       Arena *arena);

#endif
