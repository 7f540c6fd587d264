// Arenas: memory that is given out in order and taken back all at once.
//
// Allocation zeroes and never returns NULL: an exhausted arena calls its
// `full` handler, which must not come back. An `Arena` passed by value is
// scratch: what the callee takes from it is free again when the callee returns.
#ifndef LECTERN_BASE_ARENA_H
#define LECTERN_BASE_ARENA_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
    char *beg;              // next free byte
    char *end;              // one past the last
    void (*full)(size_t n); // called with the size that did not fit; does not return
} Arena;

// Reserves `size` bytes of address space; pages are committed when touched.
// Gives as much as the system allows. The arena's `full` handler prints one
// line and exits with status 4. Release with `free_arena`.
Arena new_arena(size_t size);

// Takes an arena that was made by `new_arena` and has not been moved since
// (keep a copy of the fresh value) and gives its pages back.
void free_arena(Arena fresh);

// `count` zeroed objects of `size` bytes, aligned for any type. count 0 is fine.
void *alloc_bytes(Arena *arena, size_t size, size_t count);

#define ALLOC(arena, type, count) ((type *)alloc_bytes((arena), sizeof(type), (count)))

// The same without zeroes: for sound and pictures, all of which is written before it is read.
void *room_bytes(Arena *arena, size_t size, size_t count);

#define ROOM(arena, type, count) ((type *)room_bytes((arena), sizeof(type), (count)))

// A list grows in an arena. Declare one as LIST(Type) and add with PUSH, which
// gives a pointer to the new zeroed item, valid until the next PUSH.
#define LIST(type)                                                                                 \
    struct {                                                                                       \
        type *items;                                                                               \
        uint32_t count;                                                                            \
        uint32_t capacity;                                                                         \
    }
#define PUSH(list, arena)                                                                          \
    ((list)->count == (list)->capacity                                                             \
         ? (void)((list)->items = grow_list((list)->items, (list)->count, &(list)->capacity,       \
                                            sizeof *(list)->items, (arena)))                       \
         : (void)0,                                                                                \
     (list)->items + (list)->count++)
// Room for `wanted` items in an empty list.
#define RESERVE(list, wanted, arena)                                                               \
    ((list)->items = alloc_bytes((arena), sizeof *(list)->items, (wanted)),                        \
     (list)->capacity = (uint32_t)(wanted))
void *grow_list(void *items, uint32_t count, uint32_t *capacity, size_t size, Arena *arena);

#endif
