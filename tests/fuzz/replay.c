// Runs a fuzz target over the files named, without a fuzzing engine: the target
// aborts where a law is broken, and a sanitizer where memory is.
#include <stdio.h>

#include "base/file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int main(int argc, char **argv)
{
    Arena program = new_arena((size_t)1 << 28);
    printf("1..%d\n", argc - 1);
    for (int i = 1; i < argc; i++) {
        Arena arena = program;
        Str bytes;
        Error err = {0};
        const char *slash = strrchr(argv[i], '/');
        const char *name = slash ? slash + 1 : argv[i];
        printf("# %s\n", name);
        fflush(stdout);
        if (!read_file(argv[i], 1 << 24, &arena, &bytes, &err)) {
            printf("not ok %d - %s: %s\n", i, name, err.message);
            return 1;
        }
        LLVMFuzzerTestOneInput((const uint8_t *)bytes.data, bytes.len);
        printf("ok %d - %s\n", i, name);
    }
    return argc > 1 ? 0 : 1;
}
