// Blocks of a marked-up document: what `drop` is set for follows as it stands, dropped.
#ifndef LECTERN_READ_HTML_BLOCKS_H
#define LECTERN_READ_HTML_BLOCKS_H

#include "read/draft.h"
#include "read/html/roles.h"
#include "read/tree.h"

// Adds all visible text in `root` to the draft, in order. Linear.
void add_html_blocks(Draft *d, const Node *root);

// The same of one document of several, which link to notes in each other.
void add_noted_blocks(Draft *d, const Node *root, const NoteTargets *targets);

#endif
