// A publication's own list of how words are said.
#ifndef LECTERN_PHRASE_LEXICON_H
#define LECTERN_PHRASE_LEXICON_H

#include "base/error.h"
#include "phrase/pattern.h"

typedef struct {
    Str written;            // words parted by one blank
    Str spoken;             // words of letters, apostrophes and hyphens; empty: as written
    Str phonemes;           // the engine's, of each word of `spoken`, parted by blanks; one
                            // for all of them; empty: the engine reads `spoken`
    Str language;           // BCP 47: of the articles that it is for
    const Pattern *pattern; // of words that it is for, in place of `written`; else NULL
    bool exact;             // capitals as in `written`
    uint32_t before;        // the entry before it with these letters + 1; 0: none
} LexiconEntry;

typedef struct {
    LIST(LexiconEntry) entries;
    LIST(uint32_t) patterns; // entries with one
    uint32_t *slots;         // hash table of entry numbers + 1, the latest of their letters
    uint32_t mask;           // slots - 1
    uint32_t longest;        // bytes of the longest `written`
} Lexicon;

// Reads lines "WORDS tab HOW [tab FIELDS]"; empty lines and those that begin with "#"
// are comments. HOW is a respelling in letters, IPA between slashes or the engine's
// phonemes in [[ ]]. FIELDS, parted by blanks: "exact" or "any" (case; without them
// capitals in WORDS want the same, small letters stand for any), "pattern" (WORDS is
// one of pattern.h for a whole word), "lang=TAG" (else "en"; phonemes are for English
// only). A later entry for the same word wins. ERR_USAGE with file, line and column
// where a line is wrong or the file cannot be read.
NODISCARD bool load_lexicon(const char *path, Arena *arena, Lexicon *out, Error *err);

// The same from memory; `name` is for messages.
NODISCARD bool parse_lexicon(Str bytes, const char *name, Arena *arena, Lexicon *out, Error *err);

// NULL where there is none for articles of `language`. A word beats a pattern.
const LexiconEntry *find_in_lexicon(const Lexicon *lexicon, Str written, Str language);
// By the patterns alone; for one word.
const LexiconEntry *match_in_lexicon(const Lexicon *lexicon, Str word, Str language);

#endif
