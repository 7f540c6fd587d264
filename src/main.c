// A first main for the reading stages: `lectern script --json [--paragraph] FILE...`
#include <stdlib.h>

#include "base/file.h"
#include "pipeline.h"
#include "publish/script_json.h"
#include "commands/about.h"

int main(int argc, char **argv)
{
    Arena program = new_arena((size_t)1 << 32);
    Voices voices;
    Error err = {0};
    if (!load_voices(ABOUT_CHECKOUT_VOICES, &program, &voices, &err)) {
        fprintf(stderr, "lectern: %s\n", err.message);
        return 3;
    }
    PipelineOptions options = {.voices = &voices};
    int status = 0;
    for (int i = 2; i < argc; i++) {
        if (strcmp(argv[i], "--paragraph") == 0)
            options.read.paragraph = true;
        if (argv[i][0] == '-' && argv[i][1])
            continue;
        Arena arena = program;
        Products p = {.source = {.name = str_from(argv[i])}};
        err = (Error){0};
        if (read_file(argv[i], SOURCE_MAX, &arena, &p.source.bytes, &err) &&
            run_pipeline(&options, STAGE_PHRASE, &arena, &p, &err)) {
            write_script_json(stdout, &p.reading, NULL);
        } else {
            fprintf(stderr, "lectern: %s: %s\n", argv[i], err.message);
            status = (int)err.kind;
        }
    }
    return status;
}
