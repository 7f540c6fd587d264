// print_phonemes: for each line of IPA on standard input the engine's phonemes.
#include <stdio.h>

#include "phrase/phonemes.h"

int main(void)
{
    Arena arena = new_arena((size_t)1 << 28);
    char line[400];
    while (fgets(line, sizeof line, stdin)) {
        Str ipa = str_trim(str_from(line)), out;
        size_t wrong;
        if (!ipa_phonemes(ipa, &arena, &out, &wrong)) {
            fprintf(stderr, "print_phonemes: %.*s: unknown from byte %zu\n", STR_ARG(ipa), wrong);
            return 1;
        }
        printf("%.*s\n", STR_ARG(out));
    }
    return ferror(stdout) || fclose(stdout) != 0;
}
