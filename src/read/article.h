// Stage 1 gives Article: clean UTF-8 text and the blocks it is made of.
#ifndef LECTERN_READ_ARTICLE_H
#define LECTERN_READ_ARTICLE_H

#include "base/error.h"

enum { SOURCE_MAX = 16 << 20 }; // bytes; larger inputs are refused

// What the caller was given to read. Nothing in it is owned.
typedef struct {
    Str name;         // as it was given: a path, an address, or "-"
    Str bytes;        // the whole of it
    Str address;      // where it was fetched from in the end; empty: it was not
    Str content_type; // as the server told it: "text/html; charset=koi8-r"; empty: unknown
} Source;

// How much of an article is narrated.
typedef enum {
    DETAIL_STANDARD, // what a reader on the radio would read
    DETAIL_FULL,     // all of it, announced: "Section:", "List of 7 items."
    DETAIL_BRIEF,    // title, standfirst, paragraphs
} Detail;
enum { DETAILS = DETAIL_BRIEF + 1 };
extern const char *const DETAIL_NAMES[DETAILS]; // as --detail takes them

typedef struct {
    Str format;     // name of a reader; empty: found by content
    bool paragraph; // running text: no title, byline or furniture is looked for
    bool force;     // read what holds the opening of an article only
    Detail detail;
    Str entry; // of a feed: its number from 1, its identity or its title; empty: the newest
    // Fetches what a feed only links to; NULL: nothing is fetched.
    bool (*fetch)(void *context, Str address, Arena *arena, Source *out, Error *err);
    void *fetch_context;
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

// What a block is for, where its kind does not say it.
typedef enum {
    ROLE_NONE,
    ROLE_STANDFIRST,    // a line below the title that tells more
    ROLE_DATE,          // a line that holds the day only
    ROLE_COPYRIGHT,     // a legal line
    ROLE_AUTHOR_TITLE,  // what the author is: "Associated Press Writer"
    ROLE_EDITOR,        // a correction, a warning, a disclosure: always spoken
    ROLE_FOOTNOTE,      // a note that a mark in the text refers to
    ROLE_TABLE_HEADER,  // the row that names the columns
    ROLE_TABLE_CAPTION, // the line that names the table
    ROLE_IMAGE,         // a caption that stands for the picture: its alternative text
    ROLE_PHOTO_CREDIT,  // a caption that names who took the picture
} Role;

typedef struct {
    BlockKind kind;
    Span span;      // no white space at either end, never empty
    int level;      // heading 1..6, list and quote depth from 1; else 0
    int number;     // of an ordered list's item; 0: none
    Role role;      // ROLE_NONE: what its kind says
    uint32_t group; // blocks of one list, quotation or table share a number; 0: alone
    bool goes_on;   // a list item's second paragraph
} Block;

// Bytes that are not spoken, and why ("copyright line"). The reason is static.
typedef struct {
    Span span;
    const char *reason;
} Drop;

// Words that the program says of the article: "Section:", "A table of 9 rows is
// left out." They stand in no text; `phrase` says them in the article's language.
typedef enum {
    NOTICE_QUOTE_END,
    NOTICE_SECTION,
    NOTICE_QUOTE,
    NOTICE_LIST,  // number: items
    NOTICE_TABLE, // left out; number: rows, text: caption or empty
    NOTICE_CODE,  // left out
    NOTICE_IMAGE,
    NOTICE_CAPTION,
    NOTICE_CELL,       // text: header of the column
    NOTICE_NOTE,       // text: what the note is called
    NOTICE_PICTOGRAPH, // text: its name
    NOTICE_FORMULA,    // left out
    NOTICE_POST,       // text: who wrote it, where: "X"
    NOTICE_TEXT,       // text as it is: a dateline's place, a copyright line
} NoticeKind;
enum { NOTICE_KINDS = NOTICE_TEXT + 1 };

typedef struct {
    uint32_t at; // byte of Article.text; said before what stands there
    NoticeKind kind;
    uint32_t number;
    Str text;
    Str where;
} Notice;

// Words in another language than the article's.
typedef struct {
    Span span;    // in one block, no white space at either end, never empty
    Str language; // BCP 47
} ForeignSpan;

// Where text of an article stood in the input.
typedef struct {
    uint32_t at;     // byte of Article.text
    uint32_t source; // byte of Article.decoded
} Origin;

// A document of an input that is made of several.
typedef struct {
    uint32_t source; // byte of Article.decoded where it begins
    Str name;
} ArticlePart;

typedef struct {
    const Source *source;
    const char *format; // the reader that was used: "text", "markdown", "html"
    const char *stub;   // why only the opening of the article is here; NULL: it is whole
    Str text;           // valid UTF-8 with LF line ends; at most SOURCE_MAX * 3 bytes.
                        // Byte for byte the input where that is UTF-8 text with LF
    LIST(Block)
    blocks;                  // in order; spans rise and do not overlap; every byte
                             // outside them is white space or lies in a drop
    LIST(Drop) drops;        // in order, not overlapping; whole blocks or parts of them
    LIST(Notice) notices;    // in order
    Detail detail;           // as it was asked for
    const char *layout;      // of a plain text: how its lines make up paragraphs; else NULL
    Str decoded;             // the input in UTF-8 with LF line ends
    LIST(Origin) origins;    // in order; empty: text is decoded itself
    LIST(ArticlePart) parts; // in order; empty: the input is one document
    Str title, byline, publisher, date, url; // empty: unknown. byline without "By"
    Str image;                               // address of the picture of the article; empty: none
    Str language;                            // BCP 47, "en" where nothing tells
    bool language_known;                     // it was asked for, declared, or told by the text
    LIST(ForeignSpan) foreign;               // as the input marks them; in order, not overlapping
    Notes notes;
} Article;

static inline Str block_text(const Article *article, uint32_t i)
{
    return str_span(article->text, article->blocks.items[i].span);
}

// Turns bytes into an article. Refuses (ERR_ARTICLE) what is empty, binary or
// larger than SOURCE_MAX. Linear in the input.
NODISCARD bool read_source(const Source *in, const ReadOptions *options, Arena *arena, Article *out,
                           Error *err);

#endif
