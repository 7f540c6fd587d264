// SubRip, in the measures that podcast players ask for: two rows of 32 characters,
// "Name:" where the speaker changes.
#include "publish/text/cues.h"
#include "publish/text/writer.h"

static const CueShape SHAPE = {.width = 32, .rows = 2, .names = true, .cut_words = true};

// SubRip knows no escapes, and readers take a row with "-->" for a time.
static void put_text(FILE *out, Str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!str_starts(str_slice(s, i, s.len), STR("-->")))
            putc(s.data[i], out);
}

static void put_cue(FILE *out, const Cues *cues, uint32_t i, Arena scratch)
{
    const Cue *cue = &cues->items.items[i];
    Str start = clock_time(cue->start_ms, ',', &scratch);
    Str end = clock_time(cue->end_ms, ',', &scratch);
    fprintf(out, "%u\n%.*s --> %.*s\n", i + 1, STR_ARG(start), STR_ARG(end));
    for (uint32_t w = cue->first; w < cue->first + cue->count; w++) {
        const CueWord *word = &cues->words.items[w];
        if (w > cue->first && (word->breaks || !word->joined))
            putc(word->breaks ? '\n' : ' ', out);
        put_text(out, word->text);
    }
    fputs("\n\n", out);
}

static void write_srt(FILE *out, const Draft *draft, Arena scratch)
{
    Cues cues = cut_cues(draft->times, &SHAPE, &scratch);
    for (uint32_t i = 0; i < cues.items.count; i++)
        put_cue(out, &cues, i, scratch);
}

const Writer srt_writer = {.name = ".srt", .write = write_srt};
