// A marked-up document as a tree: what HTML and XML become, whoever parsed them.
#ifndef LECTERN_READ_TREE_H
#define LECTERN_READ_TREE_H

#include "base/str.h"

// Elements of HTML that mean something here. Whatever else there is, and all of XML,
// is TAG_OTHER and told by its name.
#define HTML_TAGS(X)                                                                               \
    X(A, a)                                                                                        \
    X(ABBR, abbr)                                                                                  \
    X(ADDRESS, address)                                                                            \
    X(ARTICLE, article) X(ASIDE, aside) X(AUDIO, audio) X(B, b) X(BDO, bdo)                        \
        X(BLOCKQUOTE, blockquote) X(BODY, body) X(BR, br) X(BUTTON, button) X(CANVAS, canvas) X(   \
            CAPTION, caption) X(CENTER, center) X(CITE, cite) X(CODE, code) X(COL, col) X(DD, dd)  \
            X(DEL, del) X(DETAILS, details) X(DFN, dfn) X(DIALOG, dialog) X(DIV, div) X(DL, dl) X( \
                DT, dt) X(EM, em) X(EMBED, embed) X(FIELDSET, fieldset) X(FIGCAPTION, figcaption)  \
                X(FIGURE, figure) X(FONT, font) X(FOOTER, footer) X(FORM, form) X(                 \
                    FRAME,                                                                         \
                    frame) X(H1, h1) X(H2, h2) X(H3, h3) X(H4, h4) X(H5, h5) X(H6, h6) X(HEAD,     \
                                                                                         head)     \
                    X(HEADER, header) X(                                                           \
                        HGROUP,                                                                    \
                        hgroup) X(HR, hr)                                                          \
                        X(HTML, html) X(I, i) X(IFRAME, iframe) X(IMG, img) X(INPUT, input) X(     \
                            INS, ins) X(KBD, kbd)                                                  \
                            X(LABEL,                                                               \
                              label) X(LEGEND,                                                     \
                                       legend) X(LI,                                               \
                                                 li) X(LINK,                                       \
                                                       link) X(MAIN,                               \
                                                               main) X(MARK,                       \
                                                                       mark) X(MATH,               \
                                                                               math) X(MENU, menu) \
                                X(META, meta) X(NAV, nav) X(NOSCRIPT, noscript) X(                 \
                                    OBJECT,                                                        \
                                    object) X(OL, ol)                                              \
                                    X(OPTION, option) X(P, p) X(PICTURE, picture) X(PRE, pre) X(   \
                                        Q,                                                         \
                                        q) X(RP, rp) X(RT,                                         \
                                                       rt) X(RUBY, ruby)                           \
                                        X(S,                                                       \
                                          s) X(SAMP, samp) X(SCRIPT,                               \
                                                             script) X(SECTION, section)           \
                                            X(SELECT, select) X(SMALL, small) X(SOURCE, source) X( \
                                                SPAN,                                              \
                                                span) X(STRIKE, strike)                            \
                                                X(STRONG, strong) X(STYLE, style) X(SUB, sub) X(   \
                                                    SUMMARY, summary) X(SUP, sup)                  \
                                                    X(SVG,                                         \
                                                      svg) X(TABLE,                                \
                                                             table) X(TBODY, tbody)                \
                                                        X(TD, td) X(TEMPLATE, template)            \
                                                            X(TEXTAREA, textarea) X(TFOOT, tfoot)  \
                                                                X(TH, th) X(THEAD, thead)          \
                                                                    X(TIME, time) X(TITLE, title)  \
                                                                        X(TR, tr) X(TT,            \
                                                                                    tt) X(U, u)    \
                                                                            X(UL, ul) X(VAR, var)  \
                                                                                X(VIDEO, video)    \
                                                                                    X(WBR, wbr)

typedef enum {
    TAG_OTHER,
    TAG_TEXT, // words, not an element
#define X(tag, name) TAG_##tag,
    HTML_TAGS(X)
#undef X
        TAGS
} Tag;

typedef struct {
    Str name, value; // names of HTML in small letters; of XML with their prefix
} Attribute;

typedef struct Node Node;
struct Node {
    Node *parent, *first, *last, *next, *previous;
    Tag tag;
    Str name; // of the element, in small letters where it is HTML; of XML with its prefix
    Str text; // of TAG_TEXT, references resolved; UTF-8
    Attribute *attributes;
    uint32_t attribute_count;
    uint32_t source;  // byte of the input where it begins, nearly
    const char *drop; // why it and what is in it is not spoken; NULL: it may be. Static
};

Tag tag_of(Str name); // in small letters

// How an element stands among others. What is unknown is inline, as in browsers.
typedef enum {
    SHAPE_INLINE, // in a line; parts no words: "<b>W</b>hale"
    SHAPE_BLOCK,
    SHAPE_HEADING,
    SHAPE_LIST,
    SHAPE_ITEM,
    SHAPE_QUOTE,
    SHAPE_CODE, // preformatted
    SHAPE_CAPTION,
    SHAPE_TABLE,
    SHAPE_ROW,
    SHAPE_CELL,
    SHAPE_PICTURE,
    SHAPE_RULE,
    SHAPE_BREAK,
    SHAPE_TEXT,
    SHAPE_HIDDEN, // holds no words for readers
} Shape;
Shape shape_of(Tag tag);

Node *add_node(Node *parent, Tag tag, Arena *arena); // as its last child; parent may be NULL

// The node behind `node` in the order of the document, within `root`; NULL at the end.
Node *next_node(const Node *node, const Node *root);
// The same, but not into `node`.
Node *next_beside(const Node *node, const Node *root);

// The first node behind `root` and in it that is this element; NULL: there is none.
Node *find_tag(const Node *root, Tag tag);
Node *find_named(const Node *root, Str name);
Node *child_named(const Node *parent, Str name);

// Empty where there is none.
Str attribute(const Node *node, const char *name);
bool has_attribute(const Node *node, const char *name);

// Whether one of the words of a value, parted by blanks, is `word`; ASCII case is alike.
bool has_word(Str value, Str word);

// All text in a node, white space collapsed, elements that part words parted.
Str node_text(const Node *node, Arena *arena);

#endif
