// Any bytes at all through every stage that works on text, as an article and
// as a paragraph.
#include "fuzz/laws.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Arena arena;
    static Voices voices;
    if (!arena.beg) {
        arena = new_arena((size_t)1 << 31);
        voices = voices_of_checkout(&arena);
    }
    Str bytes = {(const char *)data, size};
    for (int paragraph = 0; paragraph < 2; paragraph++) {
        ReadOptions options = {.paragraph = paragraph};
        (void)read_under_laws(bytes, &options, &voices, STAGE_PHRASE, arena);
    }
    return 0;
}
