// Which language an article is in, and which words of it are in others.
#ifndef LECTERN_READ_LANGUAGE_H
#define LECTERN_READ_LANGUAGE_H

#include "read/article.h"

typedef struct {
    Str asked;      // by the user; empty: nothing
    Str declared;   // by the input
    Str told;       // by the words; empty: they do not tell
    Str script;     // the language that its script stands for; empty: Latin letters
    size_t letters; // bytes of letters that were looked at
    int percent;    // how much of them is in the language told
} LanguageEvidence;

typedef struct {
    Str language; // never empty
    bool known;   // false: nothing tells, and it is English
    bool wrong;   // what the input declares is plainly not so
} LanguageAnswer;

// What was asked for wins; what is declared stays, region and all, where the words agree or
// cannot tell; where they plainly say otherwise, they win.
LanguageAnswer decide_language(const LanguageEvidence *evidence);

// Sets Article.language and language_known, tells in a note where a declaration was wrong, and
// makes of Article.foreign, as the reader marked it, what article.h says of it: what is in the
// article's own language, of fewer than four words, or plainly mislabelled is left out. Looks
// at 16 KiB of what is narrated, and at the marked words.
void settle_language(Article *article, Str asked, Arena *arena);

// The language of words that are quoted in an article in `language`, where they are surely in
// another: four words or more, and in the same script 60 letters. Else empty. `article` is its
// text. Linear in the words.
Str tell_foreign(Str words, Str language, Str article, Arena *arena);

#endif
