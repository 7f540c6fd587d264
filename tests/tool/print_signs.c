// print_signs FILE...: the signs of speech of each run between quotation marks, for
// scripts/fit-speech. A line a file, "FILE", then one a run: beginning and end in
// bytes, whether it is joined to the run before, whether a rule decides it, signs.
#include <stdio.h>

#include "attribute/clauses.h"
#include "attribute/speech.h"
#include "base/file.h"
#include "commands/about.h"
#include "pipeline.h"

static void print_run(const Run *run, const Signs *signs)
{
    printf("%u\t%u\t%d\t%d\t", run->span.beg, run->span.end, signs->joined,
           signs->name || run->lesser);
    for (uint32_t i = 0; i < SIGNS; i++) {
        if (signs->has[i])
            printf("%s,", sign_name((Sign)i));
    }
    putchar('\n');
}

// As attribute_sentences and judge_runs do it.
static void print_signs(const Sentences *in, Arena arena)
{
    Runs runs;
    Words words;
    Names names;
    Cues cues;
    find_runs(in->article, &arena, arena, &runs);
    find_words(in, &runs, load_word_classes(&arena), &arena, &words);
    find_names(&words, &arena, &names);
    find_cues(&names, &arena, &cues);
    Answer *answers = ALLOC(&arena, Answer, runs.count + 1);
    resolve_runs(&names, &cues, &runs, arena, answers);
    Judged before = {0};
    for (uint32_t i = 0; i < words.items.count; i++) {
        if (words.items.items[i].shape != SHAPE_QUOTE)
            continue;
        uint32_t run = words.items.items[i].run;
        Signs signs;
        read_signs(&words, i, &runs.items[run], &answers[run], &before, &signs);
        before = (Judged){true, is_likely_speech(&signs), i};
        print_run(&runs.items[run], &signs);
    }
}

static bool print_file(const char *path, const Voices *voices, Arena arena)
{
    Error err = {0};
    PipelineOptions options = {.voices = voices};
    Products p = {.source = {.name = str_from(path)}};
    printf("FILE\n");
    if (read_file(path, SOURCE_MAX, &arena, &p.source.bytes, &err) &&
        run_pipeline(&options, STAGE_SPLIT, &arena, &p, &err)) {
        print_signs(&p.sentences, arena);
        return true;
    }
    fprintf(stderr, "print_signs: %s: %s\n", path, err.message);
    return false;
}

int main(int argc, char **argv)
{
    Arena arena = new_arena((size_t)1 << 31);
    Voices voices;
    Error err = {0};
    bool ok = load_voices(ABOUT_CHECKOUT_VOICES, &arena, &voices, &err);
    for (int i = 1; ok && i < argc; i++)
        ok = print_file(argv[i], &voices, arena);
    return !ok || ferror(stdout) || fclose(stdout) != 0;
}
