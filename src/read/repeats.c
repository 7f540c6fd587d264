#include "read/repeats.h"

#include <stdlib.h>

#include "base/utf8.h"

enum { WORDS_MOST = 10, WORDS_LEAST = 5 };

// A question: do these words stand in the prose?
typedef struct {
    uint64_t hash;
    uint32_t words;
    uint32_t key;
} Question;

typedef LIST(uint64_t) Hashes;

struct Repeats {
    Arena *arena;
    Hashes prose; // of each word
    LIST(Question) questions;
    LIST(uint32_t) found; // keys, rising
};

// The hash of the next word of s from *at on; 0 at the end.
static uint64_t next_word(Str s, size_t *at)
{
    uint64_t hash = 0xcbf29ce484222325u; // FNV-1a, 64 bit, over characters
    bool word = false;
    while (*at < s.len) {
        Char c = utf8_at(s, *at);
        bool part = code_is_letter(c.code) || code_is_digit(c.code) || code_is_mark(c.code);
        bool apostrophe = c.code == '\'' || c.code == 0x2019;
        if (!part && !apostrophe && word)
            return hash | 1;
        *at += c.len;
        if (!part)
            continue;
        word = true;
        hash = (hash ^ code_lower(c.code)) * 0x100000001b3u;
    }
    return word ? hash | 1 : 0;
}

bool same_words(Str a, Str b)
{
    size_t i = 0, k = 0;
    uint64_t x = next_word(a, &i), y = next_word(b, &k);
    bool any = x != 0;
    while (x && x == y) {
        x = next_word(a, &i);
        y = next_word(b, &k);
    }
    return any && x == 0 && y == 0;
}

bool begins_with_words(Str text, Str head)
{
    size_t i = 0, k = 0;
    uint64_t x = next_word(text, &i), y = next_word(head, &k);
    bool any = y != 0;
    while (x && x == y) {
        x = next_word(text, &i);
        y = next_word(head, &k);
    }
    return any && y == 0;
}

Repeats *new_repeats(Arena *arena)
{
    Repeats *r = ALLOC(arena, Repeats, 1);
    r->arena = arena;
    return r;
}

void add_prose(Repeats *r, Str text)
{
    uint64_t word;
    for (size_t at = 0; (word = next_word(text, &at)) != 0;)
        *PUSH(&r->prose, r->arena) = word;
}

static const uint64_t BASE = 0x9E3779B97F4A7C15u; // odd, of no meaning

void ask_repeat(Repeats *r, Str text, uint32_t key)
{
    Question q = {0, 0, key};
    uint64_t word;
    for (size_t at = 0; q.words < WORDS_MOST && (word = next_word(text, &at)) != 0; q.words++)
        q.hash = q.hash * BASE + word;
    if (q.words >= WORDS_LEAST)
        *PUSH(&r->questions, r->arena) = q;
}

static int compare_hashes(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

// The hashes of all runs of `words` words of the prose, sorted.
static Hashes run_hashes(const Repeats *r, uint32_t words, Arena *arena)
{
    Hashes out = {0};
    uint64_t hash = 0, top = 1;
    for (uint32_t i = 1; i < words; i++)
        top *= BASE;
    for (uint32_t i = 0; i < r->prose.count; i++) {
        if (i >= words)
            hash -= r->prose.items[i - words] * top;
        hash = hash * BASE + r->prose.items[i];
        if (i + 1 >= words)
            *PUSH(&out, arena) = hash;
    }
    if (out.count)
        qsort(out.items, out.count, sizeof *out.items, compare_hashes);
    return out;
}

static void answer(Repeats *r, uint32_t words, bool *found)
{
    Arena scratch = *r->arena;
    Hashes runs = {0};
    for (uint32_t i = 0; i < r->questions.count; i++) {
        const Question *q = &r->questions.items[i];
        if (q->words != words)
            continue;
        if (runs.count == 0)
            runs = run_hashes(r, words, &scratch);
        found[i] = runs.count &&
                   bsearch(&q->hash, runs.items, runs.count, sizeof *runs.items, compare_hashes);
        if (runs.count == 0)
            return;
    }
}

void find_repeats(Repeats *r)
{
    bool *found = ALLOC(r->arena, bool, r->questions.count + 1);
    for (uint32_t words = WORDS_LEAST; words <= WORDS_MOST; words++)
        answer(r, words, found);
    for (uint32_t i = 0; i < r->questions.count; i++)
        if (found[i])
            *PUSH(&r->found, r->arena) = r->questions.items[i].key;
}

static int compare_keys(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

bool is_repeated(const Repeats *r, uint32_t key)
{
    return r->found.count &&
           bsearch(&key, r->found.items, r->found.count, sizeof key, compare_keys);
}
