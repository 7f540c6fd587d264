// A page as a row of pieces: the text of each line of elements, with what is known of it.
#ifndef LECTERN_READ_HTML_PIECES_H
#define LECTERN_READ_HTML_PIECES_H

#include "read/tree.h"

typedef enum {
    PIECE_TEXT,
    PIECE_HEADING,
    PIECE_ITEM,
    PIECE_QUOTE,
    PIECE_CAPTION,
    PIECE_CELL,
    PIECE_CODE,
    PIECE_PICTURE, // its alternative text, which may be empty; no characters are counted
} PieceKind;

// What the names of its classes and the like tell of an element.
typedef enum {
    NAMED_NOTHING,
    NAMED_BODY,       // "entry-content", "articleBody": the article is in it
    NAMED_ARTICLE,    // "post", "story"
    NAMED_CAPTION,    // "wp-caption-text"
    NAMED_STANDFIRST, // "article-lead", "subtitle"
    NAMED_NOTE,       // "correction": always spoken
} Named;

// What is put in one line box, or would be were it wide enough.
typedef struct {
    uint32_t box;   // of HtmlPage.elements: the block around it; of a picture itself
    Str text;       // white space collapsed
    uint32_t words; // its nodes of text: words..words_end of HtmlPage.words
    uint32_t words_end;
    uint32_t chars;  // not blank
    uint32_t linked; // of these, in links to other pages
    uint32_t away;   // of those, in links to other sites
    uint32_t local;  // not blank, in links to places of this page
    uint32_t commas; // of any script
    uint32_t edges;  // beginnings and ends of blocks between it and the piece before
    PieceKind kind;
    bool stop;          // it ends as a sentence does
    const char *reason; // why it is not of the article; NULL: it is. Static
} Piece;

// An element, in the order of the document.
typedef struct {
    Node *node;
    uint32_t parent, end;      // of HtmlPage.elements: what is in it is this + 1 .. end
    uint32_t box;              // the block element that it is or stands in
    uint32_t piece, piece_end; // what is in it, wholly or in part
    uint32_t word, word_end;   // its nodes of text
    Named named;               // set by prune_page
    const char *reason;        // why nothing in it is of the article; NULL: it may be
} Element;

typedef struct {
    Node *node; // of text
} Word;

typedef struct {
    LIST(Piece) pieces;
    LIST(Element) elements; // the first is the root
    LIST(Word) words;
    uint32_t *chars, *linked, *prose; // sums over the pieces in front of each, and of all
} HtmlPage;

// Linear in the page, which is not changed. What browsers never show is in no piece.
// `address` is where the page stands, empty where that is unknown.
HtmlPage cut_page(Node *root, Str address, Arena *arena);

// Whether a piece reads like a sentence of an article: long enough, and not of links.
bool is_prose_piece(const Piece *piece);

// Characters of the pieces of an element, those in links, those of prose.
static inline uint32_t chars_in(const HtmlPage *page, const Element *e)
{
    return page->chars[e->piece_end] - page->chars[e->piece];
}
static inline uint32_t linked_in(const HtmlPage *page, const Element *e)
{
    return page->linked[e->piece_end] - page->linked[e->piece];
}
static inline uint32_t prose_in(const HtmlPage *page, const Element *e)
{
    return page->prose[e->piece_end] - page->prose[e->piece];
}

// Sums once more, over pieces that have no reason.
void sum_pieces(HtmlPage *page);

// Writes the reasons of pieces to the nodes, as high in the tree as they are alike.
void drop_pieces(const HtmlPage *page, Arena scratch);

static inline Node *box_node(const HtmlPage *page, const Piece *piece)
{
    return page->elements.items[piece->box].node;
}

#endif
