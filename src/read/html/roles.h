// What elements are for where the tag alone does not say it: by role, epub:type, class,
// and what they link to.
#ifndef LECTERN_READ_HTML_ROLES_H
#define LECTERN_READ_HTML_ROLES_H

#include "read/tree.h"

// Names of elements that marks of notes link to. Zeroed: none.
typedef struct {
    Str *slots; // hashed
    uint32_t count, capacity;
} NoteTargets;

// Adds what the marks in `root` link to. Documents of a book come in their order: what
// a note links back to is no note. Linear.
void add_note_targets(NoteTargets *targets, const Node *root, Arena *arena);
bool is_note_target(const NoteTargets *targets, Str id);

// Why an element is never spoken, whatever the page: it is hidden, deleted, the number of
// a page, a pull quote, a control of a form. NULL: it may be. Static.
const char *unspoken_reason(const Node *node);

// The mark of a note in running text, an <a> or what is around it. Gives what it is
// called, "12" of "[12]", in the arena; empty: it is none.
Str note_mark(const Node *node, Arena *arena);

// The number that a note begins with, linked or raised.
Str note_label(const Node *node, Arena *arena);

// "↩": from a note to where it is marked.
bool is_back_link(const Node *node);

// The element holds one note, or a list of nothing else.
bool is_note(const Node *node, const NoteTargets *targets);

// A word of epub:type, or of role with "doc-" in front.
bool has_type(const Node *node, Str type);

// Words that stand for a picture, on one line; empty where it is decoration.
Str picture_words(const Node *image, Arena *arena);
bool is_caption(const Node *node); // of a picture, beside <figcaption>
bool is_photo_credit(const Node *node);

// What wrote a post that stands in the page as a block quote: "X". NULL: it is none.
const char *post_platform(const Node *node);

// The level that role=heading gives an element; 0: it is no heading.
int heading_role(const Node *node);

// Text of a node as node_text gives it, or an empty one where it is longer than `most`
// bytes; looks no further than that.
Str short_text(const Node *node, size_t most, Arena *arena);

#endif
