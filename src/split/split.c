#include "split/items.h"
#include "split/rule.h"
#include "split/sentence.h"

// A block with its dropped bytes blanked out, so that the rules see the text as
// it is spoken and offsets stay what they are.
typedef struct {
    Str text;
    uint32_t base;  // of text in Article.text
    uint32_t block; // index in Article.blocks
    Family family;
} View;

static void add_sentence(const View *view, uint32_t beg, uint32_t end, Arena *arena, Sentences *out)
{
    beg = skip_blanks(view->text, beg);
    while (end > beg) {
        Char c = utf8_before(view->text, end);
        if (!code_is_space(c.code))
            break;
        end -= c.len;
    }
    if (end > beg)
        *PUSH(&out->items, arena) = (Sentence){{view->base + beg, view->base + end}, view->block};
}

static void split_range(const View *view, uint32_t beg, uint32_t end, Arena *arena, Sentences *out)
{
    Str text = str_slice(view->text, 0, end);
    Place place = {text, skip_blanks(text, beg), view->family};
    uint32_t at = find_stop(text, place.sentence);
    while (at < text.len) {
        Stop stop;
        bool is_stop = read_stop(text, at, &stop);
        if (is_stop && ends_sentence(&place, &stop)) {
            add_sentence(view, place.sentence, stop.end, arena, out);
            place.sentence = stop.next;
        }
        at = find_stop(text, stop.end);
    }
    add_sentence(view, place.sentence, end, arena, out);
}

// The next bullet with blanks around it, at or after `at`, or text.len.
static uint32_t find_bullet(Str text, uint32_t at)
{
    static const Str BULLET = {"\xE2\x80\xA2", 3};
    while (at < text.len) {
        at += (uint32_t)str_find(str_slice(text, at, text.len), BULLET);
        bool apart = at + BULLET.len < text.len && is_space(text.data[at + BULLET.len]) &&
                     (at == 0 || is_space(text.data[at - 1]));
        if (apart || at >= text.len)
            return at;
        at += (uint32_t)BULLET.len;
    }
    return (uint32_t)text.len;
}

// "Bring • a rope • a map": two bullets or more make a list; one parts two names.
static bool has_bullets(Str text)
{
    uint32_t first = find_bullet(text, 0);
    return first < text.len && find_bullet(text, first + 1) < text.len;
}

// A block that begins with the mark of an item may hold the items after it too.
static void split_view(const View *view, Arena *arena, Sentences *out)
{
    uint32_t beg = skip_blanks(view->text, 0);
    ItemMark mark;
    if (read_item_mark(view->text, beg, &mark)) {
        while (beg < view->text.len) {
            uint32_t end = find_next_item(view->text, beg + 1, &mark);
            split_range(view, beg, end, arena, out);
            beg = end;
        }
        return;
    }
    bool bullets = has_bullets(view->text);
    while (bullets && beg < view->text.len) {
        uint32_t end = find_bullet(view->text, beg + 1);
        split_range(view, beg, end, arena, out);
        beg = end;
    }
    split_range(view, beg, (uint32_t)view->text.len, arena, out);
}

// Drops that begin before the block's end; *drop moves past those that end in
// it.
static View view_block(const Article *in, uint32_t block, Family family, uint32_t *drop,
                       Arena *scratch)
{
    Span span = in->blocks.items[block].span;
    View view = {str_span(in->text, span), span.beg, block, family};
    char *copy = NULL;
    for (; *drop < in->drops.count && in->drops.items[*drop].span.beg < span.end; ++*drop) {
        Span gone = in->drops.items[*drop].span;
        uint32_t beg = gone.beg > span.beg ? gone.beg : span.beg;
        uint32_t end = gone.end < span.end ? gone.end : span.end;
        if (beg < end) {
            if (!copy)
                view.text.data = copy = str_c(view.text, scratch);
            memset(copy + (beg - span.beg), ' ', end - beg);
        }
        if (gone.end > span.end)
            break;
    }
    return view;
}

// A block in another language has the habits of that. `*foreign` moves on with the blocks.
static Family family_in(const Article *in, uint32_t block, Family family, uint32_t *foreign)
{
    Span span = in->blocks.items[block].span;
    while (*foreign < in->foreign.count && in->foreign.items[*foreign].span.end <= span.beg)
        ++*foreign;
    if (*foreign == in->foreign.count)
        return family;
    const ForeignSpan *f = &in->foreign.items[*foreign];
    bool whole = f->span.beg <= span.beg && f->span.end >= span.end;
    return whole ? family_of(f->language) : family;
}

bool split_article(const Article *in, Arena *arena, Sentences *out, Error *err)
{
    (void)err;
    *out = (Sentences){.article = in};
    Family family = in->language_known ? family_of(in->language) : FAMILY_UNKNOWN;
    uint32_t drop = 0, foreign = 0;
    for (uint32_t b = 0; b < in->blocks.count; b++) {
        View view = view_block(in, b, family_in(in, b, family, &foreign), &drop, arena);
        split_view(&view, arena, out);
    }
    return true;
}
