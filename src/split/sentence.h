// Stage 2 gives Sentences: the article cut where a reader would breathe.
#ifndef LECTERN_SPLIT_SENTENCE_H
#define LECTERN_SPLIT_SENTENCE_H

#include "read/article.h"

typedef struct {
    Span span;      // no white space at either end, never empty
    uint32_t block; // index in Article.blocks
} Sentence;

typedef struct {
    const Article *article;
    LIST(Sentence) items;
} Sentences;

// Cuts every block into sentences. The spans rise, do not overlap, and cover
// every byte of a block that is neither white space nor dropped. Linear.
NODISCARD bool split_article(const Article *in, Arena *arena, Sentences *out, Error *err);

#endif
