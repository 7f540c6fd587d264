// An article under construction, for readers of what is marked up: blocks are opened,
// filled and closed in order, and the text grows with them.
#ifndef LECTERN_READ_DRAFT_H
#define LECTERN_READ_DRAFT_H

#include "read/article.h"

// Text that is put behind the block at hand: an address, a picture's words.
typedef struct {
    Str text;
    BlockKind kind;
    const char *reason; // why it is dropped; NULL: it is not dropped here
    Role role;
    uint32_t source; // where it stood in the input, nearly
    bool block;      // it is a block, and not just bytes
} Aside;

typedef struct {
    Article *article;
    Arena *arena;
    Buf text; // becomes Article.text
    LIST(Aside) asides;
    bool open;             // a block is being filled
    Block block;           // that block; its span begins at span.beg
    uint32_t groups;       // lists, quotations and tables so far
    uint32_t last_source;  // byte of the input that was read last
    Str language;          // of what is added now; empty: the article's
    uint32_t language_beg; // byte of the text since which it is so
    // Called with each block that was closed, which may be changed. May be NULL.
    void (*on_block)(void *context, Block *block);
    void *context;
} Draft;

Draft new_draft(Article *article, Arena *arena, size_t expected_len);

// Closes what is open, and begins a block of which kind, level, number, role, group
// and goes_on are taken.
void open_block(Draft *d, Block like);

// Ends the block at hand, if any, puts what was set aside behind it and a blank line
// behind that.
void close_block(Draft *d);

// Takes the open block back and gives its text, copied: it turned out to be none.
Str withdraw_block(Draft *d);

// What is added to `text` from now on stood at this byte of Article.decoded.
void at_source(Draft *d, uint32_t source);

// What is added from now on is marked as being in this language, which may be written
// in any way; empty: it is not marked. Whoever marks ends with an empty one.
void in_language(Draft *d, Str language);

// Text of the block at hand that is not spoken.
void add_dropped_text(Draft *d, Str text, const char *reason);

// What follows is the next cell of a row: "Ann | 3".
void part_cells(Draft *d);

// Blank text is not set aside. The aside that was made, or NULL; valid until the next.
Aside *set_aside(Draft *d, Str text, BlockKind kind, const char *reason);

// The text is whole.
void end_draft(Draft *d);

#endif
