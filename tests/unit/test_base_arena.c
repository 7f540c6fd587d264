// Arenas: what is given out is zeroed, aligned, apart, and never NULL.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#undef fail // ours is in base/error.h

#include "base/arena.h"
#include "base/str.h"

static jmp_buf full_jump;
static size_t full_size;

static void jump_out(size_t n)
{
    full_size = n;
    longjmp(full_jump, 1);
}

static Arena arena_over(char *bytes, size_t size)
{
    memset(bytes, 0xA5, size);
    return (Arena){bytes, bytes + size, jump_out};
}

static bool all_zero(const void *p, size_t n)
{
    const char *bytes = p;
    for (size_t i = 0; i < n; i++)
        if (bytes[i])
            return false;
    return true;
}

static void memory_is_zeroed_even_where_it_was_used_before(void **state)
{
    (void)state;
    char bytes[1024];
    Arena arena = arena_over(bytes, sizeof bytes);
    for (size_t n = 1; n < 30; n++)
        assert_true(all_zero(ALLOC(&arena, char, n), n));
}

static void objects_are_aligned_for_any_type_and_apart(void **state)
{
    (void)state;
    char bytes[1024];
    Arena arena = arena_over(bytes, sizeof bytes);
    char *before = ALLOC(&arena, char, 3);
    long double *p = ALLOC(&arena, long double, 2);
    assert_int_equal((uintptr_t)p % 16, 0);
    assert_true((char *)p >= before + 3);
    char *after = ALLOC(&arena, char, 1);
    assert_true(after >= (char *)(p + 2));
}

static void no_objects_need_no_room(void **state)
{
    (void)state;
    char bytes[64] __attribute__((aligned(16)));
    Arena arena = arena_over(bytes, sizeof bytes);
    assert_non_null(ALLOC(&arena, char, 64));
    assert_non_null(ALLOC(&arena, char, 0));
}

static void a_full_arena_calls_its_handler_with_the_size(void **state)
{
    (void)state;
    char bytes[64] __attribute__((aligned(16)));
    Arena arena = arena_over(bytes, sizeof bytes);
    if (setjmp(full_jump) == 0) {
        (void)ALLOC(&arena, char, 65);
        assert_ptr_equal("the handler", "called");
    }
    assert_int_equal(full_size, 65);
    assert_non_null(ALLOC(&arena, char, 64));
}

static void a_size_that_overflows_does_not_fit(void **state)
{
    (void)state;
    char bytes[256];
    Arena arena = arena_over(bytes, sizeof bytes);
    if (setjmp(full_jump) == 0) {
        (void)alloc_bytes(&arena, 16, SIZE_MAX / 16 + 2);
        assert_ptr_equal("the handler", "called");
    }
    assert_ptr_equal(arena.beg, bytes);
}

static void take_some(Arena scratch)
{
    (void)ALLOC(&scratch, char, 100);
}

static void an_arena_passed_by_value_rewinds(void **state)
{
    (void)state;
    char bytes[128];
    Arena arena = arena_over(bytes, sizeof bytes);
    for (int i = 0; i < 10; i++)
        take_some(arena);
    assert_ptr_equal(arena.beg, bytes);
}

static void a_new_arena_takes_what_it_promises(void **state)
{
    (void)state;
    Arena fresh = new_arena((size_t)1 << 30);
    Arena arena = fresh;
    char *p = ALLOC(&arena, char, (size_t)1 << 20);
    assert_true(all_zero(p, (size_t)1 << 20));
    assert_true(arena.end - arena.beg >= (1 << 24) - (1 << 20));
    free_arena(fresh);
}

static void a_list_keeps_its_items_as_it_grows(void **state)
{
    (void)state;
    Arena fresh = new_arena((size_t)1 << 26), arena = fresh;
    LIST(uint64_t) list = {0};
    LIST(uint32_t) other = {0};
    for (uint32_t i = 0; i < 5000; i++) {
        *PUSH(&list, &arena) = i;
        if (i % 7 == 0)
            *PUSH(&other, &arena) = i;
    }
    assert_int_equal(list.count, 5000);
    for (uint32_t i = 0; i < 5000; i++)
        assert_int_equal(list.items[i], i);
    for (uint32_t i = 0; i < other.count; i++)
        assert_int_equal(other.items[i], 7 * i);
    free_arena(fresh);
}

static void a_lone_list_grows_in_place(void **state)
{
    (void)state;
    Arena fresh = new_arena((size_t)1 << 26), arena = fresh;
    LIST(uint64_t) list = {0};
    (void)PUSH(&list, &arena);
    const uint64_t *first = list.items;
    while (list.count < 1000)
        (void)PUSH(&list, &arena);
    assert_ptr_equal(list.items, first);
    free_arena(fresh);
}

// A list of single bytes ends between two aligned places.
static void every_pushed_item_is_zeroed_whatever_its_size(void **state)
{
    (void)state;
    typedef struct {
        char bytes[5];
    } Odd;
    static char bytes[1 << 14];
    Arena arena = arena_over(bytes, sizeof bytes);
    LIST(char) chars = {0};
    for (int i = 0; i < 200; i++)
        assert_int_equal(*PUSH(&chars, &arena), 0);
    LIST(Odd) odd = {0};
    for (int i = 0; i < 200; i++)
        assert_true(all_zero(PUSH(&odd, &arena), sizeof(Odd)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_even_where_it_was_used_before),
        cmocka_unit_test(objects_are_aligned_for_any_type_and_apart),
        cmocka_unit_test(no_objects_need_no_room),
        cmocka_unit_test(a_full_arena_calls_its_handler_with_the_size),
        cmocka_unit_test(a_size_that_overflows_does_not_fit),
        cmocka_unit_test(an_arena_passed_by_value_rewinds),
        cmocka_unit_test(a_new_arena_takes_what_it_promises),
        cmocka_unit_test(a_list_keeps_its_items_as_it_grows),
        cmocka_unit_test(a_lone_list_grows_in_place),
        cmocka_unit_test(every_pushed_item_is_zeroed_whatever_its_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
