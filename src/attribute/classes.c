// The word lists turned round: from a word to its classes.
#include "attribute/lexicon.h"

static ClassedWord *find_slot(const WordClasses *classes, Str word)
{
    uint32_t i = (uint32_t)str_hash(word) & classes->mask;
    while (classes->slots[i].classes && !str_equal(classes->slots[i].word, word))
        i = (i + 1) & classes->mask;
    return &classes->slots[i];
}

static void add_list(const WordClasses *classes, const WordList *list)
{
    Str rest = str_from(list->words);
    while (rest.len) {
        Str word = str_slice(rest, 0, str_find(rest, STR(" ")));
        if (word.len) {
            ClassedWord *slot = find_slot(classes, word);
            slot->word = word;
            slot->classes |= list->classes;
        }
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
    *classes = (WordClasses){ALLOC(arena, ClassedWord, count), count - 1};
    for (size_t i = 0; i < WORD_LIST_COUNT; i++)
        add_list(classes, &WORD_LISTS[i]);
    return classes;
}

uint32_t find_word_classes(const WordClasses *classes, Str lower)
{
    return find_slot(classes, lower)->classes;
}
