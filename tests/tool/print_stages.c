// print_stages STAGE FILE: what a stage made of an article, for people to read
// and for `diff` to compare. STAGE: read, split, attribute, cast or phrase.
#include <stdio.h>

#include "base/file.h"
#include "commands/about.h"
#include "pipeline.h"

// Text on one line: what would break it or not show is written as an escape.
static void print_text(Str s)
{
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.data[i];
        if (c == '\n')
            fputs("\\n", stdout);
        else if (c < 0x20 || c == 0x7F)
            printf("\\x%02X", c);
        else
            putchar(c);
    }
    putchar('\n');
}

static void print_drops(const char *label, const Drop *drops, uint32_t count, Str text)
{
    for (uint32_t i = 0; i < count; i++) {
        printf("%s (%s): ", label, drops[i].reason);
        print_text(str_span(text, drops[i].span));
    }
}

static void print_notes(const Notes *notes)
{
    for (uint32_t i = 0; i < notes->count; i++) {
        fputs("note: ", stdout);
        print_text(notes->items[i].text);
    }
}

static void print_field(const char *name, Str value)
{
    if (value.len) {
        printf("%s: ", name);
        print_text(value);
    }
}

static void print_read(const Products *p)
{
    const Article *a = &p->article;
    printf("format: %s\n", a->format);
    print_field("title", a->title);
    print_field("byline", a->byline);
    print_field("publisher", a->publisher);
    print_field("date", a->date);
    print_field("url", a->url);
    print_field("language", a->language);
    for (uint32_t i = 0; i < a->blocks.count; i++) {
        const Block *b = &a->blocks.items[i];
        printf("%s", BLOCK_NAMES[b->kind]);
        if (b->level)
            printf(" %d", b->level);
        if (b->number)
            printf(" no. %d", b->number);
        fputs(": ", stdout);
        print_text(str_span(a->text, b->span));
    }
    print_drops("dropped", a->drops.items, a->drops.count, a->text);
    print_notes(&a->notes);
}

static void print_split(const Products *p)
{
    uint32_t block = UINT32_MAX;
    for (uint32_t i = 0; i < p->sentences.items.count; i++) {
        const Sentence *s = &p->sentences.items.items[i];
        if (s->block != block)
            printf("block %u\n", s->block);
        block = s->block;
        fputs("  ", stdout);
        print_text(str_span(p->article.text, s->span));
    }
}

static void print_speaker(const Script *script, uint32_t i)
{
    const Speaker *s = &script->speakers.items[i];
    printf("speaker %u, %s, %s: %.*s", i, SPEAKER_KIND_NAMES[s->kind], GENDER_NAMES[s->gender],
           STR_ARG(s->name));
    for (uint32_t k = 0; k < s->aliases.count; k++)
        printf(" | %.*s", STR_ARG(s->aliases.items[k]));
    putchar('\n');
}

static void print_attribute(const Products *p)
{
    Str text = p->article.text;
    for (uint32_t i = 0; i < p->script.speakers.count; i++)
        print_speaker(&p->script, i);
    for (uint32_t i = 0; i < p->script.quotes.count; i++) {
        const Quote *q = &p->script.quotes.items[i];
        const char *kind = QUOTE_KIND_NAMES[q->kind];
        if (q->speaker == NOBODY)
            printf("quote, %s, nobody", kind);
        else
            printf("quote, %s, %d", kind, q->speaker);
        if (q->mention.end > q->mention.beg)
            printf(" by \"%.*s\"", STR_ARG(str_span(text, q->mention)));
        fputs(": ", stdout);
        print_text(str_span(text, q->span));
    }
    for (uint32_t i = 0; i < p->script.utterances.count; i++) {
        const Utterance *u = &p->script.utterances.items[i];
        printf("%u%s ", u->speaker, u->kind == UTTERANCE_QUOTE ? " \"" : " :");
        print_text(str_span(text, u->span));
    }
    print_notes(&p->script.notes);
}

static void print_cast(const Products *p)
{
    for (uint32_t i = 0; i < p->script.speakers.count; i++) {
        printf("%.*s: ", STR_ARG(p->cast.voices[i]->id));
        print_text(p->script.speakers.items[i].name);
    }
    print_notes(&p->cast.notes);
}

static void print_phrase(const Products *p)
{
    for (uint32_t i = 0; i < p->reading.lines.count; i++) {
        const Line *line = &p->reading.lines.items[i];
        printf("%u, %d ms%s", line->speaker, line->pause_ms,
               line->sentence == NO_SENTENCE ? ", ours: " : ": ");
        print_text(line->spoken);
        for (uint32_t k = 0; k < line->said.count; k++)
            printf("  %.*s: %.*s\n", STR_ARG(str_span(line->spoken, line->said.items[k].spoken)),
                   STR_ARG(line->said.items[k].phonemes));
    }
    print_drops("skipped", p->reading.skipped.items, p->reading.skipped.count, p->article.text);
    print_notes(&p->reading.notes);
}

static const struct {
    Stage stage;
    void (*print)(const Products *p);
} PRINTERS[] = {
    {STAGE_READ, print_read}, {STAGE_SPLIT, print_split},   {STAGE_ATTRIBUTE, print_attribute},
    {STAGE_CAST, print_cast}, {STAGE_PHRASE, print_phrase},
};

int main(int argc, char **argv)
{
    Arena arena = new_arena((size_t)1 << 31);
    Voices voices;
    Error err = {0};
    if (argc != 3 || !load_voices(ABOUT_CHECKOUT_VOICES, &arena, &voices, &err)) {
        fprintf(stderr, "usage: print_stages STAGE FILE %s\n", err.message);
        return 2;
    }
    const char *slash = strrchr(argv[2], '/');
    PipelineOptions options = {.voices = &voices, .phrase = {.opening = true, .disclosure = true}};
    Products p = {.source = {.name = str_from(slash ? slash + 1 : argv[2])}};
    if (!read_file(argv[2], SOURCE_MAX, &arena, &p.source.bytes, &err) ||
        !run_pipeline(&options, STAGE_PHRASE, &arena, &p, &err)) {
        fprintf(stderr, "print_stages: %s: %s\n", argv[2], err.message);
        return 1;
    }
    for (size_t i = 0; i < COUNT(PRINTERS); i++)
        if (strcmp(stage_name(PRINTERS[i].stage), argv[1]) == 0)
            PRINTERS[i].print(&p);
    return ferror(stdout) || fclose(stdout) != 0;
}
