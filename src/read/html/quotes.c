#include "read/html/quotes.h"

#include "read/match.h"

typedef struct {
    const char *language;
    const char *open, *close, *inner_open, *inner_close;
} Marks;

// CLDR's delimiters of the languages that differ from English, which stands first.
static const Marks MARKS[] = {
    {"en", "“", "”", "‘", "’"},     {"de", "„", "“", "‚", "‘"}, {"fr", "« ", " »", "“", "”"},
    {"es", "«", "»", "“", "”"},     {"it", "«", "»", "“", "”"}, {"pt", "“", "”", "‘", "’"},
    {"ru", "«", "»", "„", "“"},     {"uk", "«", "»", "„", "“"}, {"pl", "„", "”", "«", "»"},
    {"cs", "„", "“", "‚", "‘"},     {"sk", "„", "“", "‚", "‘"}, {"hu", "„", "”", "»", "«"},
    {"ro", "„", "”", "«", "»"},     {"bg", "„", "“", "’", "’"}, {"el", "«", "»", "“", "”"},
    {"sv", "”", "”", "’", "’"},     {"fi", "”", "”", "’", "’"}, {"no", "«", "»", "‘", "’"},
    {"nb", "«", "»", "‘", "’"},     {"nn", "«", "»", "‘", "’"}, {"da", "”", "”", "’", "’"},
    {"ja", "「", "」", "『", "』"}, {"zh", "“", "”", "‘", "’"}, {"tr", "“", "”", "‘", "’"},
    {"hr", "„", "“", "‚", "‘"},     {"sl", "„", "“", "‚", "‘"}, {"sr", "„", "“", "’", "’"},
    {"ar", "”", "“", "’", "‘"},     {"he", "”", "”", "’", "’"}, {"fa", "«", "»", "‹", "›"},
};

static const Marks *marks_of(Str language)
{
    for (size_t i = 0; i < COUNT(MARKS) && language.len; i++) {
        Str known = str_from(MARKS[i].language);
        bool whole = language.len == known.len || !is_alpha(language.data[known.len]);
        if (starts_nocase(language, known) && whole)
            return &MARKS[i];
    }
    return &MARKS[0];
}

Str opening_mark(Str language, bool inner)
{
    const Marks *marks = marks_of(language);
    return str_from(inner ? marks->inner_open : marks->open);
}

Str closing_mark(Str language, bool inner)
{
    const Marks *marks = marks_of(language);
    return str_from(inner ? marks->inner_close : marks->close);
}
