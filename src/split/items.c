#include "split/items.h"

#include "split/stop.h"
#include "split/words.h"

static uint32_t skip_bullet(Str text, uint32_t at)
{
    Char c = utf8_at(text, at);
    bool bullet = c.code == 0x2022 || c.code == 0x2043 || c.code == 0x25CF || c.code == 0xB7;
    return bullet ? skip_blanks(text, at + c.len) : at;
}

static bool take(Str text, uint32_t *at, char c)
{
    bool there = *at < text.len && text.data[*at] == c;
    *at += there;
    return there;
}

static bool read_value(Str text, uint32_t *at, ItemMark *mark)
{
    uint32_t beg = *at;
    while (*at < text.len && is_digit(text.data[*at]) && *at - beg < 4)
        mark->value = mark->value * 10 + (uint32_t)(text.data[(*at)++] - '0');
    if (*at > beg)
        return *at - beg < 4;
    if (*at >= text.len || !is_alpha(text.data[*at]))
        return false;
    mark->letter = true;
    mark->value = (uint32_t)(unsigned char)text.data[(*at)++];
    return true;
}

// "A. Lopez and B. Sato" are initials: a capital counts in brackets only.
static bool is_likely(const ItemMark *mark)
{
    if (!mark->letter)
        return mark->stop || mark->closed;
    bool small = is_lower((int)mark->value);
    return mark->closed || (mark->stop && small);
}

bool read_item_mark(Str text, uint32_t at, ItemMark *mark)
{
    *mark = (ItemMark){0};
    at = skip_bullet(text, at);
    mark->bracket = take(text, &at, '(');
    if (!read_value(text, &at, mark))
        return false;
    mark->stop = take(text, &at, '.');
    mark->closed = take(text, &at, ')');
    if (at >= text.len || !is_space(text.data[at]) || !is_likely(mark))
        return false;
    uint32_t word = skip_blanks(text, at), end = word;
    while (end < text.len && end - word < 24 && !is_space(text.data[end]))
        end++;
    // "Am 2. Mai": an ordinal number.
    return !word_follows_ordinal(str_slice(text, word, end));
}

static bool follows(const ItemMark *a, const ItemMark *b)
{
    return a->letter == b->letter && a->bracket == b->bracket && a->stop == b->stop &&
           a->closed == b->closed && b->value == a->value + 1;
}

uint32_t find_next_item(Str text, uint32_t at, ItemMark *mark)
{
    for (uint32_t i = at; i + 1 < text.len; i++) {
        ItemMark next;
        bool may = is_space(text.data[i]) && !is_space(text.data[i + 1]);
        if (may && read_item_mark(text, i + 1, &next) && follows(mark, &next)) {
            *mark = next;
            return i + 1;
        }
    }
    return (uint32_t)text.len;
}
