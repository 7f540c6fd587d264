// WebVTT: Web Video Text Tracks Format, W3C, chapters 4 (syntax) and 6 (parsing).
#include "phrase/spell.h"
#include "publish/text/cues.h"
#include "publish/text/words.h"
#include "publish/text/writer.h"

static const CueShape SHAPE = {.width = 65, .rows = 2};

// "-->" would end a cue; escaping ">" takes care of it too.
static void put_escaped(FILE *out, Str s)
{
    for (size_t i = 0; i < s.len; i++) {
        switch (s.data[i]) {
        case '&':
            fputs("&amp;", out);
            break;
        case '<':
            fputs("&lt;", out);
            break;
        case '>':
            fputs("&gt;", out);
            break;
        default:
            putc(s.data[i], out);
        }
    }
}

static void put_time(FILE *out, int64_t ms, Arena scratch)
{
    fprintf(out, "%.*s", STR_ARG(clock_time(ms, '.', &scratch)));
}

// A time inside a cue must lie within it and be later than the one before.
static void put_cue_words(FILE *out, const Cues *cues, const Cue *cue, Arena scratch)
{
    int64_t before_ms = cue->start_ms;
    for (uint32_t i = cue->first; i < cue->first + cue->count; i++) {
        const CueWord *word = &cues->words.items[i];
        if (i > cue->first && (word->breaks || !word->joined))
            putc(word->breaks ? '\n' : ' ', out);
        if (i > cue->first && word->start_ms > before_ms && word->start_ms < cue->end_ms) {
            putc('<', out);
            put_time(out, word->start_ms, scratch);
            putc('>', out);
            before_ms = word->start_ms;
        }
        put_escaped(out, word->text);
    }
}

static void put_cue(FILE *out, const Reading *reading, const Cues *cues, const Cue *cue,
                    Arena scratch)
{
    put_time(out, cue->start_ms, scratch);
    fputs(" --> ", out);
    put_time(out, cue->end_ms, scratch);
    fputs("\n<v ", out);
    put_escaped(out, clean_text(speaker_name(reading, cue->line), &scratch));
    putc('>', out);
    Str language = reading->lines.items[cue->line].language;
    if (language.len)
        fprintf(out, "<lang %.*s>", STR_ARG(language));
    put_cue_words(out, cues, cue, scratch);
    fputs(language.len ? "</lang></v>\n\n" : "</v>\n\n", out);
}

// Behind words that are not English stands what programs look for instead.
static void put_disclosure(FILE *out, const EpisodeInfo *info)
{
    fprintf(out, "NOTE\n%.*s\n", STR_ARG(info->disclosure));
    if (!is_english(info->words))
        fprintf(out, "%.*s\n", STR_ARG(info->source_type));
    putc('\n', out);
}

static void write_vtt(FILE *out, const Draft *draft, Arena scratch)
{
    fputs("WEBVTT\n\n", out);
    if (draft->info->disclosure.len)
        put_disclosure(out, draft->info);
    Cues cues = cut_cues(draft->times, &SHAPE, &scratch);
    for (uint32_t i = 0; i < cues.items.count; i++)
        put_cue(out, draft->times->reading, &cues, &cues.items.items[i], scratch);
}

const Writer vtt_writer = {.name = ".vtt", .write = write_vtt};
