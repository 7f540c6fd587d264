// Stage 1 gives Article: clean UTF-8 text and the blocks it is made of.
#ifndef LECTERN_READ_ARTICLE_H
#define LECTERN_READ_ARTICLE_H

#include "base/error.h"

enum { SOURCE_MAX = 16 << 20 }; // bytes; larger inputs are refused

// What the caller was given to read. Nothing in it is owned.
typedef struct {
    Str name;  // as it was given: a path, or "-"
    Str bytes; // the whole of it
} Source;

typedef struct {
    Str format;     // name of a reader; empty: found by content
    bool paragraph; // running text: no title, byline or furniture is looked for
    // Values that win over what the text says; empty: not given.
    Str title, author, date, url, language;
} ReadOptions;

typedef enum {
    BLOCK_PARAGRAPH,
    BLOCK_TITLE,
    BLOCK_BYLINE,
    BLOCK_CREDIT,
    BLOCK_HEADING,
    BLOCK_QUOTE,
    BLOCK_LIST_ITEM,
    BLOCK_CAPTION,
    BLOCK_TABLE,
    BLOCK_CODE,
    BLOCK_NOTE,
} BlockKind;
enum { BLOCK_KINDS = BLOCK_NOTE + 1 };
extern const char *const BLOCK_NAMES[BLOCK_KINDS]; // as `script --json` prints them

typedef struct {
    BlockKind kind;
    Span span;  // no white space at either end, never empty
    int level;  // heading 1..6, list and quote depth from 1; else 0
    int number; // of an ordered list's item; 0: none
} Block;

// Bytes that are not spoken, and why ("copyright line"). The reason is static.
typedef struct {
    Span span;
    const char *reason;
} Drop;

typedef struct {
    const Source *source;
    const char *format; // the reader that was used: "text", "markdown"
    Str text;           // valid UTF-8 with LF line ends; at most SOURCE_MAX * 3 bytes.
                        // Byte for byte the input where that is UTF-8 text with LF
    LIST(Block)
    blocks;           // in order; spans rise and do not overlap; every byte
                      // outside them is white space or lies in a drop
    LIST(Drop) drops; // in order, not overlapping; whole blocks or parts of them
    Str title, byline, publisher, date, url; // empty: unknown. byline without "By"
    Str language;                            // BCP 47, "en" where nothing is said
    Notes notes;
} Article;

// Turns bytes into an article. Refuses (ERR_ARTICLE) what is empty, binary or
// larger than SOURCE_MAX. Linear in the input.
NODISCARD bool read_source(const Source *in, const ReadOptions *options, Arena *arena, Article *out,
                           Error *err);

#endif
