// Any bytes at all as an edited script: of its own article, and of one that has changed.
#include "fuzz/laws.h"

#include <stdlib.h>

#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void edit_under_laws(const Sheet *sheet, Str article, const Voices *voices, Arena arena)
{
    PipelineOptions pipeline = {
        .voices = voices, .sheet = sheet, .phrase = {.opening = true, .disclosure = true}};
    Products p = {.source = {.name = sheet->name, .bytes = article}};
    Error err = {0};
    bool ok = run_pipeline(&pipeline, STAGE_PHRASE, &arena, &p, &err);
    if (ok == (err.kind != ERR_NONE))
        abort();
    if (ok)
        check_reading_laws(&p.reading);
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
