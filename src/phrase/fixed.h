// What the program says of itself and of the article, by language.
#ifndef LECTERN_PHRASE_FIXED_H
#define LECTERN_PHRASE_FIXED_H

#include "read/article.h"

typedef struct {
    const char *language;   // BCP 47 primary language
    const char *by;         // before the author: "By Ann Roe"
    const char *for_whom;   // before the publisher: ", for The Daily"
    const char *disclosure; // in English it has the word "computer-generated"
    // Of each notice; "%t" stands for its text, "%n" for its number and "%w" for where.
    // Empty: it is its text.
    const char *notices[NOTICE_KINDS];
    const char *captioned_table; // NOTICE_TABLE where the table has a caption
} FixedPhrases;

// English where a language has none. `language` may have subtags ("en-GB").
const FixedPhrases *fixed_phrases(Str language);

// Whether s ends with a mark that ends sentences, of any script.
bool is_ended(Str s);

// The words of a notice, ended like a sentence or by a colon.
Str notice_text(const FixedPhrases *phrases, const Notice *notice, Arena *arena);

#endif
