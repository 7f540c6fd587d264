// Markdown made ready for its parser, which knows neither notes nor formulas nor call-outs.
#ifndef LECTERN_READ_MARKDOWN_LINES_H
#define LECTERN_READ_MARKDOWN_LINES_H

#include "read/article.h"

typedef struct {
    Str text;             // what is to be parsed
    LIST(Origin) origins; // at: byte of `text`, source: byte of what was given; in order
    LIST(Span) notes;     // of `text`, in order: notes with all that belongs to them
    LIST(Span) formulas;  // likewise: the words of code spans that are formulas
    LIST(Str) names;      // of the notes, sorted
} PreparedMarkdown;

// "[^1]: The note." with its indented paragraphs becomes paragraphs with "[^1]:" in front,
// marks of notes are kept from being links, "$x^2$" becomes a code span, "> [!NOTE]" and
// "!!! note" become "Note:". Fenced code stays as it is. Linear.
PreparedMarkdown prepare_markdown(Str text, Arena *arena);

bool is_note_name(const PreparedMarkdown *prepared, Str name);

// Whether a span of the list holds a byte; the list is asked in rising order of `at`, and
// `*next` remembers where.
bool span_holds(const Span *spans, uint32_t count, uint32_t at, uint32_t *next);

#endif
