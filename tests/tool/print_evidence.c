// print_evidence FILE...: for each quotation what its speaker rests on, as rows
// parted by tabs: file, first and last byte, kind, evidence, place, sureness,
// speaker, mention. tests/peers/reliability.py reads them.
#include <stdio.h>

#include "attribute/lexicon.h"
#include "attribute/resolve.h"
#include "attribute/speech.h"
#include "base/file.h"
#include "pipeline.h"

static const char *const PLACES[] = {"none", "beside", "after-verb", "inside", "alone"};

static void print_flat(Str s)
{
    for (size_t i = 0; i < s.len; i++)
        putchar((unsigned char)s.data[i] < 0x20 ? ' ' : s.data[i]);
}

static void print_answer(const char *file, const Words *words, const Names *names, const Run *run,
                         QuoteKind kind, const Answer *answer)
{
    printf("%s\t%u\t%u\t%s\t%s\t%s\t%.3f\t", file, run->span.beg, run->span.end,
           QUOTE_KIND_NAMES[kind], EVIDENCE_NAMES[answer->evidence], PLACES[answer->place],
           (double)answer->sureness);
    if (answer->entity != NOBODY)
        print_flat(str_span(words->text, names->entities.items[answer->entity].fullest));
    putchar('\t');
    print_flat(str_span(words->text, answer->mention));
    putchar('\n');
}

// The first steps of attribute_sentences.
static void print_file(const char *file, const Sentences *sentences, Arena *arena)
{
    Runs runs;
    Words words;
    Names names;
    Cues cues;
    find_runs(sentences->article, arena, *arena, &runs);
    find_words(sentences, &runs, load_word_classes(arena), arena, &words);
    find_names(&words, arena, &names);
    find_cues(&names, arena, &cues);
    Answer *answers = ALLOC(arena, Answer, runs.count + 1);
    resolve_runs(&names, &cues, &runs, *arena, answers);
    QuoteKind *kinds = ALLOC(arena, QuoteKind, runs.count + 1);
    judge_runs(&words, &runs, answers, *arena, kinds);
    for (uint32_t i = 0; i < words.items.count; i++) {
        if (words.items.items[i].shape != SHAPE_QUOTE)
            continue;
        uint32_t run = words.items.items[i].run;
        print_answer(file, &words, &names, &runs.items[run], kinds[run], &answers[run]);
    }
}

int main(int argc, char **argv)
{
    Arena all = new_arena((size_t)1 << 31);
    for (int i = 1; i < argc; i++) {
        Arena arena = all;
        Error err = {0};
        Products p = {.source = {.name = str_from(argv[i])}};
        if (!read_file(argv[i], SOURCE_MAX, &arena, &p.source.bytes, &err) ||
            !run_pipeline(&(PipelineOptions){0}, STAGE_SPLIT, &arena, &p, &err)) {
            fprintf(stderr, "print_evidence: %s: %s\n", argv[i], err.message);
            return 1;
        }
        print_file(argv[i], &p.sentences, &arena);
    }
    return ferror(stdout) || fclose(stdout) != 0;
}
