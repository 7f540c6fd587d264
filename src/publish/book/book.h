// Books that are read and heard at once: what EPUB and DAISY have in common.
//
// A book is cut where headings begin, each part with sound of its own: players load and find a
// part at once, and frames of MP3 part without a loss. What is seen is what is heard, word
// for word; a note at the end, in a sound of its own, says what the article's reading does not.
#ifndef LECTERN_PUBLISH_BOOK_BOOK_H
#define LECTERN_PUBLISH_BOOK_BOOK_H

#include <stdio.h>

#include "publish/edition.h"

typedef enum { PART_TITLE, PART_BODY, PART_COLOPHON } PartKind;

typedef struct {
    PartKind kind;
    const Times *times;  // of the article, or of the colophon
    uint32_t first, end; // of its lines; the first is heard
    int64_t beg_frame, end_frame;
    int64_t length_ms; // of its sound
    Str name;          // of its files: "part-001"
    Str title;         // clean, never empty
    Str language;      // BCP 47
} Part;

// Of the table of contents.
typedef struct {
    uint32_t part, line;
    Str title;
    int depth;    // from 1; at most one more than that of the entry before
    bool heading; // stands in the text as it is
} Entry;

typedef struct {
    LIST(Part) parts;
    LIST(Entry) entries;   // in order; the first is the title's, the last the colophon's
    const uint8_t *levels; // of the headings that the article's lines stand in; 0: none
    bool has_title;        // the first level is the title's alone
    const EpisodeInfo *info;
    const char *sound_folder; // in which each part has "<name>.mp3"
    int64_t length_ms;        // of all parts
    Str narrator;      // "espeak-ng 1.51 (synthetic voice)"; in other languages theirs before it
    Str source;        // address of the article, or what it is called; never empty
    Str modified;      // "2026-01-31T00:00:00Z"
    char identity[64]; // "urn:uuid:...", of the article and the kind of book
} Book;

// Levels of the headings that lines stand in, 0 for the others; they begin with 1 and leave none
// out. Where the title is heard (`has_title`), it alone has the first.
const uint8_t *heading_levels(const Times *times, Arena *arena, bool *has_title);

// Cuts the article and adds the colophon's part, whose words are in `colophon`.
void lay_out_book(const Making *m, const Times *colophon, Book *out);

// "urn:uuid:...": the same for the same article (its address, or its text) and kind of book.
void identify_book(const Making *m, Str kind, char out[64]);

// The first line of what is said with a heading's: "Section:" belongs to the heading behind it.
uint32_t with_notice(const Making *m, uint32_t line);

enum { CUT_LEAD_MS = 150 };

// Where the sound is cut before a line: lead_ms before it, in the silence behind the line
// that was heard before, and where a frame of MP3 begins. At MASTER_RATE_HZ.
int64_t cut_before(const Times *times, uint32_t line, int lead_ms);

// Milliseconds of silence before a line.
int64_t silence_before(const Times *times, uint32_t line);

// A stretch of sound and what it is read for: a line, or some words of one.
typedef struct {
    uint32_t line;
    uint32_t first, count;  // of Times.words
    int64_t beg_ms, end_ms; // in the part's sound; the end is later
} BookClip;
typedef LIST(BookClip) BookClips;

// All of a part, without gaps: a clip ends where the next begins. `words`: a clip for each word, or
// for some that are said in one; else for each line.
BookClips cut_clips(const Part *part, bool words, Arena *arena);

typedef struct {
    bool words;           // clips are of words
    const char *footnote; // the opening tag of one
} PartForm;

// The parts' text as XHTML. Lines have the id "l7", what a clip is of "w12" where clips are words.
void put_part(FILE *out, const Book *book, const Part *part, const PartForm *how, Arena scratch);

// Kinds of lines that a listener may choose to pass over.
typedef enum { PASS_NEVER, PASS_NOTE, PASS_PRODUCER } Pass;
Pass pass_of(const Part *part, uint32_t line);

// The first words that are heard of a line, and of that which it leads: "Image: Two cranes".
Str line_words(const Times *times, uint32_t line, Arena *arena);

// A text that is written to memory. `end_text` gives it; ERR_OUTPUT where memory has run out.
typedef struct {
    FILE *out;
    char *data;
    size_t len;
} TextFile;
NODISCARD bool begin_text(TextFile *text, Error *err);
NODISCARD bool end_text(TextFile *text, Arena *arena, Str *out, Error *err);

void html_attribute(FILE *out, const char *name, Str value); // with a blank before it

#endif
