// Any bytes at all through the reader of mails.
#include "fuzz/laws.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Arena arena;
    if (!arena.beg)
        arena = new_arena((size_t)1 << 30);
    ReadOptions options = {.format = STR("mail")};
    (void)read_under_laws((Str){(const char *)data, size}, &options, NULL, STAGE_READ, arena);
    return 0;
}
