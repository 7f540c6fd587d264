// Any bytes at all as an edited script: of its own article, and of one that has changed.
#include "fuzz/laws.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "publish/text/script.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static Str print_sheet(const Reading *reading, Arena *arena)
{
    char *text = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&text, &len);
    if (!out)
        abort();
    write_script_text(out, reading, *arena);
    fclose(out);
    Str copy = str_copy((Str){text, len}, arena);
    free(text);
    return copy;
}

static void break_law(const char *law, Str sheet)
{
    fprintf(stderr, "law broken: %s\n%.*s\n", law, STR_ARG(sheet));
    abort();
}

// Without the cast, where those stand too who have no line.
static Str lines_of(Str sheet)
{
    return str_slice(sheet, str_find(sheet, STR("\n[script]\n")), sheet.len);
}

// What is printed of an edited reading is, applied to the same article, the same again.
static void check_printed(const Reading *reading, const PipelineOptions *pipeline, Arena arena)
{
    Sheet sheet;
    Error err = {0};
    Str printed = print_sheet(reading, &arena);
    if (!parse_sheet(printed, &arena, &sheet, &err))
        break_law(err.message, printed);
    PipelineOptions again = *pipeline;
    again.sheet = &sheet;
    Products p = {.source = {.name = sheet.name, .bytes = sheet.article}};
    if (!run_pipeline(&again, STAGE_PHRASE, &arena, &p, &err))
        break_law(err.message, printed);
    if (!str_equal(lines_of(print_sheet(&p.reading, &arena)), lines_of(printed)))
        break_law("printed again, it is another", printed);
}

static void edit_under_laws(const Sheet *sheet, Str article, const Voices *voices, Arena arena)
{
    PipelineOptions pipeline = {
        .voices = voices, .sheet = sheet, .phrase = {.opening = true, .disclosure = true}};
    Products p = {.source = {.name = sheet->name, .bytes = article}};
    Error err = {0};
    bool ok = run_pipeline(&pipeline, STAGE_PHRASE, &arena, &p, &err);
    if (ok == (err.kind != ERR_NONE))
        abort();
    if (ok) {
        check_reading_laws(&p.reading);
        check_printed(&p.reading, &pipeline, arena);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Arena program;
    static Voices voices;
    if (!program.beg) {
        program = new_arena((size_t)1 << 31);
        voices = voices_of_checkout(&program);
    }
    Arena arena = program;
    char *exact = malloc(size ? size : 1); // so that a sanitizer sees a read past its end
    if (size)
        memcpy(exact, data, size);
    Sheet sheet;
    Error err = {0};
    if (parse_sheet((Str){exact, size}, &arena, &sheet, &err)) {
        edit_under_laws(&sheet, sheet.article, &voices, arena);
        Str half = str_slice(sheet.article, 0, sheet.article.len / 2);
        if (utf8_check(half) == half.len)
            edit_under_laws(&sheet, half, &voices, arena);
    } else if (err.kind == ERR_NONE || !err.message[0]) {
        abort();
    }
    free(exact);
    return 0;
}
