#include "phrase/align.h"

#include <stdlib.h>

typedef struct {
    Str text;
    uint32_t index;
} Key;

static int compare_keys(const void *left, const void *right)
{
    const Key *a = left, *b = right;
    int order = str_compare(a->text, b->text);
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

static Key *sort_keys(const Str *texts, uint32_t count, Arena *arena)
{
    Key *keys = ALLOC(arena, Key, (size_t)count + 1);
    for (uint32_t i = 0; i < count; i++)
        keys[i] = (Key){texts[i], i};
    qsort(keys, count, sizeof *keys, compare_keys);
    return keys;
}

// Keys from `at` on with the same text.
static uint32_t run_length(const Key *keys, uint32_t count, uint32_t at)
{
    uint32_t end = at;
    while (end < count && str_equal(keys[end].text, keys[at].text))
        end++;
    return end - at;
}

static void pair_singles(const Key *a, uint32_t a_count, const Key *b, uint32_t b_count,
                         int32_t *match)
{
    for (uint32_t i = 0, k = 0; i < a_count && k < b_count;) {
        uint32_t in_a = run_length(a, a_count, i), in_b = run_length(b, b_count, k);
        int order = str_compare(a[i].text, b[k].text);
        if (order == 0 && in_a == 1 && in_b == 1)
            match[a[i].index] = (int32_t)b[k].index;
        i += order <= 0 ? in_a : 0;
        k += order >= 0 ? in_b : 0;
    }
}

// Keeps a longest rising row of matches: the least end of a row of each length, by bisection.
static void keep_rising(int32_t *match, uint32_t count, Arena scratch)
{
    uint32_t *ends = ALLOC(&scratch, uint32_t, (size_t)count + 1); // index in match + 1
    uint32_t *before = ALLOC(&scratch, uint32_t, (size_t)count + 1);
    uint32_t longest = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (match[i] == UNALIGNED)
            continue;
        uint32_t low = 0, high = longest;
        while (low < high) {
            uint32_t middle = (low + high) / 2;
            if (match[ends[middle] - 1] < match[i])
                low = middle + 1;
            else
                high = middle;
        }
        before[i] = low ? ends[low - 1] : 0;
        ends[low] = i + 1;
        longest = low == longest ? longest + 1 : longest;
    }
    uint32_t keep = longest ? ends[longest - 1] : 0;
    for (uint32_t i = count; i-- > 0;) {
        if (keep == i + 1)
            keep = before[i];
        else
            match[i] = UNALIGNED;
    }
}

// Equal texts behind aligned ones, then before them. Neither walk can pass an anchor, for
// no other text is like that.
static void fill_gaps(const Str *a, uint32_t a_count, const Str *b, uint32_t b_count,
                      int32_t *match, Arena scratch)
{
    int32_t next = 0;
    int32_t *below = ALLOC(&scratch, int32_t, (size_t)a_count + 1); // last match before each
    for (uint32_t i = 0; i < a_count; i++) {
        below[i] = next - 1;
        if (match[i] == UNALIGNED && next < (int32_t)b_count && str_equal(a[i], b[next]))
            match[i] = next;
        next = match[i] == UNALIGNED ? next : match[i] + 1;
    }
    next = (int32_t)b_count - 1;
    for (uint32_t i = a_count; i-- > 0;) {
        if (match[i] == UNALIGNED && next > below[i] && str_equal(a[i], b[next]))
            match[i] = next;
        next = match[i] == UNALIGNED ? next : match[i] - 1;
    }
}

int32_t *align_texts(const Str *a, uint32_t a_count, const Str *b, uint32_t b_count, Arena *arena)
{
    int32_t *match = ALLOC(arena, int32_t, (size_t)a_count + 1);
    for (uint32_t i = 0; i < a_count; i++)
        match[i] = UNALIGNED;
    Arena scratch = *arena;
    Key *keys_a = sort_keys(a, a_count, &scratch), *keys_b = sort_keys(b, b_count, &scratch);
    pair_singles(keys_a, a_count, keys_b, b_count, match);
    keep_rising(match, a_count, scratch);
    fill_gaps(a, a_count, b, b_count, match, scratch);
    return match;
}
