#include "read/marks.h"

#include <stdlib.h>

#include "base/utf8.h"

const char NOTE_MARK[] = "note mark";
const char PICTOGRAPH[] = "pictograph";
static const char INVISIBLE[] = "invisible character";
static const char BAD_BYTE[] = "undecodable byte";
static const char LONE_MARK[] = "mark without words";

typedef LIST(Drop) Drops;

static bool code_is_pictograph(uint32_t c)
{
    if (c >= 0x1F000 && c <= 0x1FAFF)
        return true;
    return ((c >= 0x2600 && c <= 0x27BF) || (c >= 0x2B00 && c <= 0x2BFF) ||
            (c >= 0x2300 && c <= 0x23FF)) &&
           code_is_symbol(c);
}

// Variation selectors, the keycap, the joiner and tags: parts of a pictograph.
static bool code_joins_pictographs(uint32_t c)
{
    return c == 0xFE0E || c == 0xFE0F || c == 0x200D || c == 0x20E3 ||
           (c >= 0xE0020 && c <= 0xE007F);
}

static bool code_is_raised_digit(uint32_t c)
{
    return c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079);
}

enum { NOTE_NAME_MAX = 24 };

// The end of "[12]", "[note 3]" or "[^name]" at `at`, or `at`.
static uint32_t bracketed_note_end(Str text, uint32_t at)
{
    Str rest = str_slice(text, at + 1, at + 1 + NOTE_NAME_MAX);
    size_t close = str_find(rest, STR("]"));
    Str name = str_slice(rest, 0, close);
    if (close == rest.len)
        return at;
    uint32_t end = at + 1 + (uint32_t)close + 1;
    if (str_starts(name, STR("^")))
        return name.len > 1 ? end : at;
    if (str_starts(name, STR("note ")))
        name = str_slice(name, 5, name.len);
    for (size_t i = 0; i < name.len; i++)
        if (!is_digit(name.data[i]))
            return at;
    return name.len > 0 && name.len < 4 ? end : at;
}

// "[12]" marks a note where it touches what stands before: "as was shown.[12]"
static uint32_t note_end(Str text, Span block, uint32_t at)
{
    if (at == block.beg || is_space(text.data[at - 1]) || text.data[at - 1] == '[')
        return at;
    return bracketed_note_end(str_slice(text, 0, block.end), at);
}

// Raised digits mark a note behind a word or a stop, but not behind a unit:
// "as Ortiz wrote.² The plot of 300 m² was sold."
static uint32_t raised_note_end(Str text, Span block, uint32_t at)
{
    uint32_t letters = 0, back = at;
    while (back > block.beg && letters < 4) {
        Char c = utf8_before(text, back);
        if (!code_is_letter(c.code))
            break;
        letters++;
        back -= c.len;
    }
    Char before = utf8_before(text, at);
    bool behind_mark = at > block.beg && letters == 0 && !code_is_space(before.code) &&
                       !code_is_digit(before.code) && before.code != '(';
    if (letters < 4 && !behind_mark)
        return at;
    uint32_t end = at;
    for (Char c = utf8_at(text, end); c.len && code_is_raised_digit(c.code); c = utf8_at(text, end))
        end += c.len;
    return end;
}

static uint32_t pictograph_end(Str text, uint32_t at, uint32_t limit)
{
    while (at < limit) {
        Char c = utf8_at(text, at);
        if (!code_is_pictograph(c.code) && !code_joins_pictographs(c.code))
            break;
        at += c.len;
    }
    return at;
}

// Persian and the scripts of India write the joiner and the non-joiner inside words.
static bool is_inside_word(Str text, uint32_t at, Char c)
{
    uint32_t before = utf8_before(text, at).code, behind = utf8_at(text, at + c.len).code;
    bool joiner = c.code == 0x200C || c.code == 0x200D;
    return joiner && before >= 0x600 && behind >= 0x600 &&
           (code_is_letter(before) || code_is_mark(before)) &&
           (code_is_letter(behind) || code_is_mark(behind));
}

static uint32_t invisible_end(Str text, uint32_t at, uint32_t limit)
{
    if (is_inside_word(text, at, utf8_at(text, at)))
        return at;
    while (at < limit) {
        Char c = utf8_at(text, at);
        if (!code_is_invisible(c.code) || code_is_space(c.code))
            break;
        at += c.len;
    }
    return at;
}

// The drop that begins at `at` inside `block`; empty where none does.
static Drop mark_at(Str text, Span block, uint32_t limit, uint32_t at)
{
    Char c = utf8_at(text, at);
    if (c.code == '[')
        return (Drop){{at, note_end(text, block, at)}, NOTE_MARK};
    if (code_is_raised_digit(c.code))
        return (Drop){{at, raised_note_end(text, block, at)}, NOTE_MARK};
    if (code_is_pictograph(c.code) || c.code == 0xFE0E || c.code == 0xFE0F || c.code == 0x20E3)
        return (Drop){{at, pictograph_end(text, at, limit)}, PICTOGRAPH};
    if (c.code == REPLACEMENT)
        return (Drop){{at, at + c.len}, BAD_BYTE};
    if (code_is_space(c.code))
        return (Drop){{at, at}, NULL};
    return (Drop){{at, invisible_end(text, at, limit)}, INVISIBLE};
}

static bool is_plain(unsigned char c)
{
    return c < 0x7F && c != '[' && (c >= 0x20 || is_space(c));
}

// The first byte from `at` on that may begin a drop, or `end`.
static uint32_t find_odd_byte(Str text, uint32_t at, uint32_t end, bool notes)
{
    enum { STRIDE = 64 }; // a bracket is seldom far: what lies behind it is not looked at
    while (at < end) {
        size_t limit = end - at < STRIDE ? end : at + STRIDE;
        size_t run = str_plain_run(str_slice(text, 0, limit), at);
        const char *bracket = notes ? memchr(text.data + at, '[', run) : NULL;
        if (bracket)
            return (uint32_t)(bracket - text.data);
        at += (uint32_t)run;
        for (int k = 0; k < 8 && at < end; k++, at++) {
            unsigned char c = (unsigned char)text.data[at];
            if (!is_plain(c) && (c != '[' || notes))
                return at;
        }
    }
    return end;
}

static void scan_marks(Str text, Span block, Span part, bool notes, Arena *arena, Drops *out)
{
    for (uint32_t i = part.beg; (i = find_odd_byte(text, i, part.end, notes)) < part.end;) {
        Drop drop = mark_at(text, block, part.end, i);
        if (drop.span.end > drop.span.beg) {
            *PUSH(out, arena) = drop;
            i = drop.span.end;
        } else {
            i += utf8_at(text, i).len;
        }
    }
}

static void scan_block(Str text, Span block, Span part, Arena *arena, Drops *out)
{
    scan_marks(text, block, part, true, arena, out);
}

// "row[0]" in a code sample has no note.
static void scan_code(Str text, Span block, Span part, Arena *arena, Drops *out)
{
    scan_marks(text, block, part, false, arena, out);
}

// Bytes between blocks and drops that hold more than white space.
static void scan_gap(Str text, Span whole, Span gap, Arena *arena, Drops *out)
{
    (void)whole;
    uint32_t i = gap.beg;
    while (i < gap.end) {
        Char c = utf8_at(text, i);
        if (code_is_space(c.code)) {
            i += c.len;
            continue;
        }
        uint32_t beg = i;
        bool visible = false;
        for (; i < gap.end; c = utf8_at(text, i)) {
            if (code_is_space(c.code))
                break;
            visible |= !code_is_invisible(c.code);
            i += c.len;
        }
        *PUSH(out, arena) = (Drop){{beg, i}, visible ? LONE_MARK : INVISIBLE};
    }
}

static int compare_drops(const void *a, const void *b)
{
    const Drop *x = a, *y = b;
    if (x->span.beg != y->span.beg)
        return x->span.beg < y->span.beg ? -1 : 1;
    return (x->span.end < y->span.end) - (x->span.end > y->span.end); // the longer first
}

// What lies in another drop, as a note mark in a paragraph that is left out, goes.
void sort_drops(Article *article)
{
    Drop *drops = article->drops.items;
    uint32_t kept = 0, end = 0;
    if (article->drops.count)
        qsort(drops, article->drops.count, sizeof *drops, compare_drops);
    for (uint32_t i = 0; i < article->drops.count; i++) {
        Drop drop = drops[i];
        if (drop.span.beg < end)
            drop.span.beg = end;
        if (drop.span.end <= drop.span.beg)
            continue;
        end = drop.span.end;
        drops[kept++] = drop;
    }
    article->drops.count = kept;
}

typedef void Scan(Str text, Span whole, Span part, Arena *arena, Drops *out);

// Hands the parts of `whole` that the readers have not dropped to `scan`, and
// copies their drops to their places between. A drop may reach over several blocks.
static void scan_open_parts(const Article *article, Span whole, Scan *scan, uint32_t *drop,
                            Arena *arena, Drops *out)
{
    uint32_t over = out->count ? out->items[out->count - 1].span.end : 0;
    uint32_t at = over > whole.beg ? over : whole.beg;
    for (; *drop < article->drops.count; ++*drop) {
        Drop given = article->drops.items[*drop];
        if (given.span.beg >= whole.end)
            break;
        if (given.span.beg > at)
            scan(article->text, whole, (Span){at, given.span.beg}, arena, out);
        *PUSH(out, arena) = given;
        at = given.span.end > at ? given.span.end : at;
    }
    if (at < whole.end)
        scan(article->text, whole, (Span){at, whole.end}, arena, out);
}

void drop_marks(Article *article, Arena *arena)
{
    sort_drops(article);
    Drops all = {0};
    uint32_t drop = 0, at = 0;
    for (uint32_t b = 0; b < article->blocks.count; b++) {
        Span block = article->blocks.items[b].span;
        scan_open_parts(article, (Span){at, block.beg}, scan_gap, &drop, arena, &all);
        bool code = article->blocks.items[b].kind == BLOCK_CODE;
        scan_open_parts(article, block, code ? scan_code : scan_block, &drop, arena, &all);
        at = block.end;
    }
    Span rest = {at, (uint32_t)article->text.len};
    scan_open_parts(article, rest, scan_gap, &drop, arena, &all);
    article->drops.items = all.items;
    article->drops.count = all.count;
    article->drops.capacity = all.capacity;
}
