// speak_ungated VOICES VOICE LANGUAGE CACHE WORKERS FILE...: sentences for reference are
// spoken with the bytes of a file behind each, and no gate before the engine; with
// UNGATED_RAW in the environment not even for the second try. A table tells what became
// of them.
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/hash.h"
#include "speak/clips.h"
#include "speak/gate.h"

// Of a megabyte the first clips show what all do.
enum { FILE_MAX = 2 << 20, SPOKEN_MAX = 8000 };

Gated __wrap_gate_said(Str in, const Said *said, uint32_t said_count, uint32_t shift, Arena *arena);
Gated __wrap_gate_text(Str in, Arena *arena);
Gated __wrap_gate_plain(Str in, Arena *arena);
Gated __real_gate_plain(Str in, Arena *arena);

static Gated let_through(Str in, Arena *arena)
{
    char *bytes = ALLOC(arena, char, in.len + 1 + GATE_PADDING);
    uint32_t *source = ALLOC(arena, uint32_t, in.len + 1 + GATE_PADDING);
    if (in.len)
        memcpy(bytes, in.data, in.len);
    for (uint32_t i = 0; i < in.len; i++)
        source[i] = i;
    return (Gated){{bytes, in.len}, source, (uint32_t)in.len};
}

Gated __wrap_gate_said(Str in, const Said *said, uint32_t said_count, uint32_t shift, Arena *arena)
{
    (void)said;
    (void)said_count;
    (void)shift;
    return let_through(in, arena);
}

Gated __wrap_gate_text(Str in, Arena *arena)
{
    return let_through(in, arena);
}

Gated __wrap_gate_plain(Str in, Arena *arena)
{
    return getenv("UNGATED_RAW") ? let_through(in, arena) : __real_gate_plain(in, arena);
}

typedef struct {
    Arena arena;
    Source source;
    Article article;
    Sentences sentences;
    Script script;
    Cast cast;
    Reading reading;
    const Voice *voices[1];
} Page;

static void link_page(Page *p, const Voice *voice, Str language)
{
    p->article = (Article){.source = &p->source, .language = language};
    p->sentences.article = &p->article;
    p->script.sentences = &p->sentences;
    *PUSH(&p->script.speakers, &p->arena) = (Speaker){.name = STR("Narrator")};
    p->voices[0] = voice;
    p->cast = (Cast){.script = &p->script, .voices = p->voices};
    p->reading.cast = &p->cast;
}

// A note's place is the number of the line.
static void add_spoken(Page *p, Str spoken)
{
    uint32_t number = p->reading.lines.count;
    *PUSH(&p->reading.lines, &p->arena) =
        (Line){.span = {number, number + 1}, .sentence = NO_SENTENCE, .spoken = spoken};
}

static bool add_file(Page *p, const char *path, Error *err)
{
    Str bytes;
    if (!read_file(path, FILE_MAX, &p->arena, &bytes, err))
        return false;
    add_spoken(p, str_slice(bytes, 0, SPOKEN_MAX));
    return true;
}

static bool hash_clip(const Clips *clips, const Clip *clip, char hex[HASH_HEX], Error *err)
{
    Sound sound;
    if (!map_clip(clips, clip, &sound, err))
        return false;
    hash_bytes((Str){(const char *)sound.frames, (size_t)sound.frame_count * sizeof(int16_t)}, hex);
    unmap_sound(&sound);
    return true;
}

// A row a clip: its line, what became of it, its frames and their digest; then the notes.
static bool print_clips(const Clips *clips, Error *err)
{
    static const char *const STATES[] = {"whole", "reduced", "lost", "cut"};
    char hex[HASH_HEX];
    for (uint32_t i = 0; i < clips->items.count; i++) {
        const Clip *clip = &clips->items.items[i];
        if (!hash_clip(clips, clip, hex, err))
            return false;
        printf("clip\t%u\t%s\t%lld\t%s\n", clip->line, STATES[clip->state],
               (long long)clip->frame_count, hex);
    }
    Arena scratch = clips->notes.count ? new_arena((size_t)1 << 24) : (Arena){0};
    for (uint32_t i = 0; i < clips->notes.count; i++) {
        const Note *note = &clips->notes.items[i];
        Str text = note_text(note, &scratch);
        printf("note\t%u\t%.*s\n", note->at.beg, STR_ARG(text));
    }
    return true;
}

static bool run(char **args, int file_count, Error *err)
{
    Page p = {.arena = new_arena((size_t)1 << 30)};
    Voices voices;
    if (!load_voices(args[0], &p.arena, &voices, err))
        return false;
    const Voice *voice = find_voice(&voices, str_from(args[1]));
    if (!voice)
        return fail(err, ERR_USAGE, (Span){0}, "no voice %.40s", args[1]);
    link_page(&p, voice, str_from(args[2]));
    for (int i = 0; i < file_count; i++) {
        add_spoken(&p, str_format(&p.arena, "sentence %d stands here for reference.", i));
        if (!add_file(&p, args[5 + i], err))
            return false;
    }
    Clips clips;
    SpeakOptions options = {.cache = args[3], .worker_count = atoi(args[4])};
    return speak_reading(&p.reading, &options, &p.arena, &clips, err) && print_clips(&clips, err);
}

int main(int argc, char **argv)
{
    Error err = {0};
    if (argc >= 6 && run(argv + 1, argc - 6, &err))
        return ferror(stdout) || fclose(stdout) != 0;
    fprintf(stderr, "speak_ungated: %s\n",
            err.kind ? err.message : "want VOICES VOICE LANGUAGE CACHE WORKERS FILE...");
    return 1;
}
