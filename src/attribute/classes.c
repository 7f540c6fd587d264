// The word lists turned round: from a word to its classes.
#include "attribute/lexicon.h"

enum { NUMBER_BITS = 16, NUMBER = (1 << NUMBER_BITS) - 1 };

static uint32_t *find_slot(const WordClasses *classes, Str word, uint32_t *tag)
{
    uint64_t hash = str_hash(word);
    uint32_t i = (uint32_t)hash & classes->mask;
    *tag = (uint32_t)(hash >> 32) & ~(uint32_t)NUMBER;
    for (; classes->slots[i]; i = (i + 1) & classes->mask) {
        uint32_t slot = classes->slots[i];
        if ((slot & ~(uint32_t)NUMBER) == *tag &&
            str_equal(classes->words.items[(slot & NUMBER) - 1].word, word))
            break;
    }
    return &classes->slots[i];
}

static void add_word(WordClasses *classes, Str word, uint32_t bits, Arena *arena)
{
    uint32_t tag, *slot = find_slot(classes, word, &tag);
    if (!*slot) {
        *PUSH(&classes->words, arena) = (ClassedWord){word, 0};
        *slot = tag | classes->words.count;
    }
    classes->words.items[(*slot & NUMBER) - 1].classes |= bits;
}

static void add_list(WordClasses *classes, const WordList *list, Arena *arena)
{
    Str rest = str_from(list->words);
    while (rest.len) {
        Str word = str_slice(rest, 0, str_find(rest, STR(" ")));
        if (word.len)
            add_word(classes, word, list->classes, arena);
        rest = str_slice(rest, word.len + 1, rest.len);
    }
}

// A word and its blank are four bytes at least on average; half the slots stay free.
static uint32_t slots_wanted(void)
{
    size_t bytes = 0;
    uint32_t count = 1;
    for (size_t i = 0; i < WORD_LIST_COUNT; i++)
        bytes += strlen(WORD_LISTS[i].words);
    while (count < bytes / 2)
        count *= 2;
    return count;
}

const WordClasses *load_word_classes(Arena *arena)
{
    WordClasses *classes = ALLOC(arena, WordClasses, 1);
    uint32_t count = slots_wanted();
    *classes = (WordClasses){.slots = ALLOC(arena, uint32_t, count), .mask = count - 1};
    for (size_t i = 0; i < WORD_LIST_COUNT; i++)
        add_list(classes, &WORD_LISTS[i], arena);
    return classes;
}

uint32_t find_word_classes(const WordClasses *classes, Str lower)
{
    uint32_t tag, slot = *find_slot(classes, lower, &tag);
    return slot ? classes->words.items[(slot & NUMBER) - 1].classes : 0;
}
