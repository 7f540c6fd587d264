// A feed as a list of entries, whichever of the formats it came in.
#ifndef LECTERN_READ_FEED_FEED_H
#define LECTERN_READ_FEED_FEED_H

#include "base/error.h"
#include "read/tree.h"

typedef enum {
    CONTENT_NONE,
    CONTENT_WORDS, // plain text; blank lines part paragraphs
    CONTENT_MARKUP,
    CONTENT_TREE, // XHTML that was parsed with the feed
} ContentKind;

typedef struct {
    ContentKind kind;
    Str text;         // of words and markup
    const Node *tree; // of a tree
    uint32_t source;  // byte of the feed where it begins, nearly
} Content;

typedef struct {
    Str id, link;
    Str title; // words on one line; a title in markup is told by `marked_title`
    bool marked_title;
    Str author, date, language; // as they are written
    Content content;
    bool sound; // a sound or a film is joined to it
} Entry;

typedef struct {
    Str title, link, language, author;
    LIST(Entry) entries; // in the order of the feed
} Feed;

// False: the root is none of RSS (0.9x, 1.0, 2.0) or Atom (0.3, 1.0).
bool collect_rss(const Node *root, Arena *arena, Feed *out);
bool collect_atom(const Node *root, Arena *arena, Feed *out);

// JSON Feed 1.x. Refuses (ERR_ARTICLE) what is no JSON or no feed.
NODISCARD bool collect_json(Str json, Arena *arena, Feed *out, Error *err);

#endif
