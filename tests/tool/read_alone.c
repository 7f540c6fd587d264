// read_alone FILE: reads an article and does nothing with it, so that time and memory of
// the process are those of reading. Prints the most KiB that it took, and the format or
// why the file was refused.
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "read/article.h"

// Of this program alone: what the system tells a parent also counts the time before exec.
static long most_kib(void)
{
    char line[128];
    long kib = 0;
    FILE *status = fopen("/proc/self/status", "r");
    while (status && fgets(line, sizeof line, status))
        if (strncmp(line, "VmHWM:", 6) == 0)
            kib = strtol(line + 6, NULL, 10);
    if (status)
        fclose(status);
    return kib;
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fputs("usage: read_alone FILE\n", stderr);
        return 2;
    }
    Arena arena = new_arena((size_t)2 << 30);
    Error err = {0};
    Source source = {.name = str_from(argv[1])};
    Article article;
    if (!read_file(argv[1], SOURCE_MAX, &arena, &source.bytes, &err) ||
        !read_source(&source, &(ReadOptions){0}, &arena, &article, &err)) {
        printf("%ld %s\n", most_kib(), err.message);
        return (int)err.kind;
    }
    printf("%ld %s\n", most_kib(), article.format);
    return 0;
}
