// Items that are counted inside running text: "1. Rest. 2. Ice. 3. Wait."
#ifndef LECTERN_SPLIT_ITEMS_H
#define LECTERN_SPLIT_ITEMS_H

#include "base/utf8.h"

// The mark of an item.
typedef struct {
    bool letter;  // "a", else a number
    bool bracket; // "(" before it
    bool stop;    // "." behind it
    bool closed;  // ")" behind it
    uint32_t value;
} ItemMark;

// Reads the mark at `at`, behind a bullet if there is one. False: there is none.
bool read_item_mark(Str text, uint32_t at, ItemMark *mark);

// The offset at or after `at` where the item that follows `mark` begins, or
// text.len; fills `*mark` with its mark. Linear in the bytes passed.
uint32_t find_next_item(Str text, uint32_t at, ItemMark *mark);

#endif
