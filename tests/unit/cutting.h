// For tests of the splitter: texts in which a bar stands where the cut must be.
#ifndef LECTERN_TESTS_CUTTING_H
#define LECTERN_TESTS_CUTTING_H

#include "reading.h"

enum { CUT_MAX = 1000 };

// Cuts `marked` without its bars, as one paragraph, and writes it to `got` with the
// bars that the splitter sets. `language`: empty where the text does not say.
static inline void cut_marked(Str marked, Str language, char got[CUT_MAX])
{
    char plain[CUT_MAX];
    size_t len = 0, at = 0, from = 0;
    assert_true(marked.len < CUT_MAX / 2);
    for (size_t i = 0; i < marked.len; i++)
        if (marked.data[i] != '|')
            plain[len++] = marked.data[i];
    ReadOptions options = {.paragraph = true, .language = language};
    Reading *r = read_bytes("a.txt", (Str){plain, len}, options);
    assert_true(r->ok);
    Sentences sentences;
    assert_true(split_article(&r->article, &r->arena, &sentences, &r->err));
    for (uint32_t i = 0; i < sentences.items.count; i++) {
        Span span = sentences.items.items[i].span;
        if (i)
            got[at++] = '|';
        while (i && from < span.beg)
            got[at++] = plain[from++];
        from = i ? from : 0;
        memcpy(got + at, plain + from, span.end - from);
        at += span.end - from;
        from = span.end;
    }
    got[at] = 0;
    assert_covered(r);
    free_reading(r);
}

#endif
