// A publication's own list of how words are said.
#ifndef LECTERN_PHRASE_LEXICON_H
#define LECTERN_PHRASE_LEXICON_H

#include "base/error.h"

typedef struct {
    Str written; // words parted by one blank; in small letters: stands for any case
    Str spoken;  // words of letters, apostrophes and hyphens
} LexiconEntry;

typedef struct {
    LIST(LexiconEntry) entries;
    uint32_t *slots;  // hash table of entry numbers + 1
    uint32_t mask;    // slots - 1
    uint32_t longest; // bytes of the longest `written`
} Lexicon;

// Reads lines "written TAB respelling"; empty lines and those that begin with
// "#" are comments. A later entry for the same word wins. ERR_USAGE with file
// and line where a line is wrong or the file cannot be read; phonemes
// ("[[...]]", "/.../") are refused.
NODISCARD bool load_lexicon(const char *path, Arena *arena, Lexicon *out, Error *err);

// The same from memory; `name` is for messages.
NODISCARD bool parse_lexicon(Str bytes, const char *name, Arena *arena, Lexicon *out, Error *err);

// NULL where there is none. An entry with capitals wants the same capitals.
const LexiconEntry *find_in_lexicon(const Lexicon *lexicon, Str written);

#endif
