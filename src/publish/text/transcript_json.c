// Podcasting 2.0 transcript, version 1.0.0.
#include "base/json.h"
#include "publish/text/cues.h"
#include "publish/text/writer.h"

static const CueShape SHAPE = {.width = 65, .rows = 2};

static Str cue_text(const Cues *cues, const Cue *cue, Arena *arena)
{
    Buf b = new_buf(arena);
    for (uint32_t i = cue->first; i < cue->first + cue->count; i++) {
        if (i > cue->first && !cues->words.items[i].joined)
            buf_char(&b, ' ');
        buf_add(&b, cues->words.items[i].text);
    }
    return buf_str(&b);
}

static void put_segment(Json *json, const Reading *reading, const Cues *cues, const Cue *cue,
                        Arena scratch)
{
    json_open(json, '{');
    json_put_str(json, "speaker", speaker_name(reading, cue->line));
    json_put_real(json, "startTime", (double)cue->start_ms / 1000, 3);
    json_put_real(json, "endTime", (double)cue->end_ms / 1000, 3);
    json_put_str(json, "body", cue_text(cues, cue, &scratch));
    json_close(json, '}');
}

static void write_transcript(FILE *out, const Draft *draft, Arena scratch)
{
    Cues cues = cut_cues(draft->times, &SHAPE, &scratch);
    Json json = {.out = out};
    json_open(&json, '{');
    json_put_str(&json, "version", STR("1.0.0"));
    json_key(&json, "segments");
    json_open(&json, '[');
    for (uint32_t i = 0; i < cues.items.count; i++)
        put_segment(&json, draft->times->reading, &cues, &cues.items.items[i], scratch);
    json_close(&json, ']');
    json_close(&json, '}');
    putc('\n', out);
}

const Writer transcript_json_writer = {.name = "transcript.json", .write = write_transcript};
