// One reader a format: a `.c` file with one `static const` entry in the table of read.c.
#ifndef LECTERN_READ_READER_H
#define LECTERN_READ_READER_H

#include "read/article.h"

typedef struct {
    const char *name; // for --format and the report
    // How surely `head` (the first 4 KiB of the text, or of the bytes where the
    // format is binary), the input's name and its type look like this format, 0..100.
    int (*sniff)(const Source *source, Str head);
    // Fills text, blocks, drops and metadata. `text` is the input decoded to UTF-8 with
    // LF line ends; of a binary format it is empty, and the reader fills `decoded` from
    // the bytes of the source.
    bool (*read)(Str text, const ReadOptions *options, Arena *arena, Article *out, Error *err);
    bool binary;  // the input is no text
    bool unnamed; // for ourselves: no help tells its name
} Reader;

extern const Reader text_reader;
extern const Reader markdown_reader;
extern const Reader html_reader;
extern const Reader epub_reader;
extern const Reader book_reader;
extern const Reader feed_reader;
extern const Reader mail_reader;

// Decodes a source and reads it by the reader that is asked for or that its content asks
// for, into an article whose `source` is that source. `but`: the one reader that must not
// be used, as it is the one that asks. What all articles have in common afterwards (words
// that are no words, what is narrated) is left to read_source.
NODISCARD bool read_content(const Source *in, const ReadOptions *options, const Reader *but,
                            Arena *arena, Article *article, Error *err);

// Reasons of drops that `narrated.c` looks for.
extern const char CELL_MARK[]; // between the cells of a table's row
extern const char DATELINE[];
extern const char FORMULA[]; // left out, and said so

// For readers: what a block or a drop is made of. Spans may arrive with white
// space at their ends, which is taken off; empty ones are left out. Gives the
// block, or NULL where nothing was left of it; valid until the next one.
Block *add_block(Article *article, Arena *arena, BlockKind kind, Span span);
void add_drop(Article *article, Arena *arena, Span span, const char *reason);

// A block that is dropped whole.
void add_dropped_block(Article *article, Arena *arena, BlockKind kind, Span span,
                       const char *reason);

#endif
