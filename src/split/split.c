#include "split/sentence.h"

bool split_article(const Article *in, Arena *arena, Sentences *out, Error *err)
{
    (void)err;
    *out = (Sentences){.article = in};
    for (uint32_t b = 0; b < in->blocks.count; b++) {
        Span block = in->blocks.items[b].span;
        uint32_t beg = block.beg;
        for (uint32_t i = block.beg; i + 2 < block.end; i++) {
            const char *p = in->text.data + i;
            if ((p[0] == '.' || p[0] == '?' || p[0] == '!') && p[1] == ' ' && is_upper(p[2])) {
                *PUSH(&out->items, arena) = (Sentence){{beg, i + 1}, b};
                beg = i + 2;
            }
        }
        *PUSH(&out->items, arena) = (Sentence){{beg, block.end}, b};
    }
    return true;
}
