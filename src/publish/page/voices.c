#include "publish/html.h"
#include "publish/page/page.h"
#include "publish/text/cues.h"
#include "publish/text/words.h"

enum { WIDTH = 1000 }; // of the line, whatever the sound's length

// Where a speaker is heard, in thousandths of the sound.
typedef struct {
    Buf marks;    // of a path
    int beg, end; // of the mark under way
    int64_t heard_ms;
    uint32_t turns; // how often the speaker begins
} Track;

static void end_mark(Track *track)
{
    if (track->end > track->beg)
        buf_format(&track->marks, "M%d 4h%d", track->beg, track->end - track->beg);
    track->beg = track->end;
}

static void add_mark(Track *track, const TimedLine *line, int64_t length_ms)
{
    int beg = (int)(line->start_ms * WIDTH / length_ms);
    int end = (int)((line->end_ms * WIDTH + length_ms - 1) / length_ms);
    track->heard_ms += line->end_ms - line->start_ms;
    if (beg > track->end + 1) {
        end_mark(track);
        track->beg = beg;
    }
    track->end = end > track->end ? end : track->end;
}

static Track *follow_speakers(const Times *times, Arena *arena)
{
    const Reading *reading = times->reading;
    uint32_t count = reading->cast->script->speakers.count, before = UINT32_MAX;
    Track *tracks = ALLOC(arena, Track, count);
    for (uint32_t i = 0; i < count; i++)
        tracks[i].marks = new_buf(arena);
    for (uint32_t i = 0; i < reading->lines.count; i++) {
        uint32_t speaker = reading->lines.items[i].speaker;
        if (times->lines[i].count == 0)
            continue;
        tracks[speaker].turns += speaker != before;
        add_mark(&tracks[speaker], &times->lines[i], times->length_ms ? times->length_ms : 1);
        before = speaker;
    }
    for (uint32_t i = 0; i < count; i++)
        end_mark(&tracks[i]);
    return tracks;
}

static void put_voice(const Page *page, const Cast *cast, uint32_t i, const Track *track,
                      Arena scratch)
{
    FILE *out = page->out;
    Str values[] = {cast->voices[i]->id, clock_words(track->heard_ms + 500, &scratch),
                    str_format(&scratch, "%u", track->turns)};
    fprintf(out, "<li class=\"k%u\"><strong>", i % VOICE_COLOURS);
    html_text(out, clean_text(shown_name(cast, i, page->language), &scratch));
    fputs("</strong>: ", out);
    put_filled(page, track->turns == 1 ? PAGE_ONE_TURN : PAGE_TURNS, values, COUNT(values),
               scratch);
    fprintf(out,
            "\n<svg viewBox=\"0 0 %d 8\" preserveAspectRatio=\"none\" "
            "aria-hidden=\"true\"><path class=\"whole\" d=\"M0 4h%d\"/>",
            WIDTH, WIDTH);
    if (track->marks.len)
        fprintf(out, "<path d=\"%.*s\"/>", STR_ARG(buf_str(&track->marks)));
    fputs("</svg></li>\n", out);
}

void put_page_voices(const Page *page, Arena scratch)
{
    FILE *out = page->out;
    const Times *times = page->draft->times;
    const Cast *cast = times->reading->cast;
    const Track *tracks = follow_speakers(times, &scratch);
    fputs("<section aria-labelledby=\"voices\">\n<h2 id=\"voices\">", out);
    put_label(page, PAGE_VOICES);
    fputs("</h2>\n<p class=\"soft\">", out);
    put_label(page, PAGE_VOICES_SHOWN);
    fputs("</p>\n<ul class=\"voices\">\n", out);
    for (uint32_t i = 0; i < cast->script->speakers.count; i++)
        put_voice(page, cast, i, &tracks[i], scratch);
    fputs("</ul>\n</section>\n", out);
}
