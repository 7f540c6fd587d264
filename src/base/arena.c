#define _DEFAULT_SOURCE
#include "base/arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { ALIGN = 16, SMALLEST = 1 << 24 };

static void exit_full(size_t n)
{
    fprintf(stderr, "lectern: out of memory: %zu more bytes are needed\n", n);
    _Exit(4);
}

Arena new_arena(size_t size)
{
    for (; size >= SMALLEST; size /= 2) {
        char *p = mmap(NULL, size, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (p != MAP_FAILED)
            return (Arena){p, p + size, exit_full};
    }
    exit_full(size);
    return (Arena){0};
}

void free_arena(Arena fresh)
{
    munmap(fresh.beg, (size_t)(fresh.end - fresh.beg));
}

void *room_bytes(Arena *arena, size_t size, size_t count)
{
    size_t pad = (size_t)(-(uintptr_t)arena->beg & (ALIGN - 1));
    size_t free = (size_t)(arena->end - arena->beg);
    if (free < pad || (size && count > (free - pad) / size))
        arena->full(size * count);
    char *p = arena->beg + pad;
    arena->beg = p + size * count;
    return p;
}

void *alloc_bytes(Arena *arena, size_t size, size_t count)
{
    return memset(room_bytes(arena, size, count), 0, size * count);
}

void *grow_list(void *items, uint32_t count, uint32_t *capacity, size_t size, Arena *arena)
{
    uint32_t wider = *capacity ? *capacity * 2 : 8;
    char *end = items ? (char *)items + (size_t)*capacity * size : NULL;
    size_t more = (size_t)(wider - *capacity) * size;
    *capacity = wider;
    // The newest thing in the arena grows in place: a lone list costs no copies.
    if (end && end == arena->beg && (size_t)(arena->end - end) >= more) {
        memset(end, 0, more);
        arena->beg += more;
        return items;
    }
    void *moved = alloc_bytes(arena, size, wider);
    return items ? memcpy(moved, items, (size_t)count * size) : moved;
}
