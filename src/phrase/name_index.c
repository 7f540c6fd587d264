#include "phrase/name_index.h"

static uint32_t slot_of(const NameIndex *index, Str name)
{
    uint32_t mask = index->size - 1, at = (uint32_t)str_hash(name) & mask;
    while (index->slots[at] && !str_equal(index->names.items[index->slots[at] - 1], name))
        at = (at + 1) & mask;
    return at;
}

static void place_name(NameIndex *index, uint32_t number)
{
    uint32_t at = slot_of(index, index->names.items[number]);
    if (!index->slots[at])
        index->slots[at] = number + 1;
}

static void grow(NameIndex *index, Arena *arena)
{
    index->size = index->size ? index->size * 2 : 16;
    index->slots = ALLOC(arena, uint32_t, index->size);
    for (uint32_t i = 0; i + 1 < index->names.count; i++)
        place_name(index, i);
}

void add_name(NameIndex *index, Str name, Arena *arena)
{
    *PUSH(&index->names, arena) = name;
    if (index->names.count * 2 > index->size)
        grow(index, arena);
    place_name(index, index->names.count - 1);
    index->longest = name.len > index->longest ? name.len : index->longest;
}

int64_t find_name(const NameIndex *index, Str name)
{
    return index->size ? (int64_t)index->slots[slot_of(index, name)] - 1 : NO_NAME;
}
