// Front matter: the YAML-like head of a Markdown file.
#ifndef LECTERN_READ_MARKDOWN_FRONT_H
#define LECTERN_READ_MARKDOWN_FRONT_H

#include "read/article.h"

// The bytes of the head, fences included; 0 where the text begins without one.
size_t front_matter_len(Str text);

// Fills title, byline, date, language, url and publisher from the head. Values
// are copied to the arena.
void read_front_matter(Str front, Arena *arena, Article *out);

#endif
