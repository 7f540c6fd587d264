// read_alone FILE: reads an article and does nothing with it, so that time and memory of
// the process are those of reading. Prints the format, or what was refused.
#include <stdio.h>

#include "base/file.h"
#include "read/article.h"

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
        printf("%s\n", err.message);
        return (int)err.kind;
    }
    printf("%s\n", article.format);
    return 0;
}
