#include "publish/html.h"
#include "publish/page/page.h"
#include "publish/text/cues.h"
#include "publish/text/words.h"

enum {
    MIDDLE = 32, // of the picture's height
    LEGEND_MAX = 8,
    PLAIN = VOICE_COLOURS, // of what nobody speaks: jingles
};

static int64_t part_ms(const Times *times, uint32_t part)
{
    return times->length_ms * part / OUTLINE_PARTS;
}

static int64_t shared_ms(const TimedLine *line, int64_t beg, int64_t end)
{
    beg = line->start_ms > beg ? line->start_ms : beg;
    end = line->end_ms < end ? line->end_ms : end;
    return end > beg ? end - beg : 0;
}

// The colour of whoever is heard longest between two moments. `from` goes on to the first line
// that is heard later than `beg`; `heard` is of each speaker, and 0 before and after.
static uint32_t colour_between(const Times *times, int64_t beg, int64_t end, uint32_t *from,
                               int64_t *heard)
{
    const Reading *reading = times->reading;
    uint32_t count = reading->lines.count, colour = PLAIN;
    int64_t most = 0;
    while (*from < count && times->lines[*from].end_ms <= beg)
        ++*from;
    uint32_t i = *from;
    for (; i < count && times->lines[i].start_ms < end; i++) {
        uint32_t speaker = reading->lines.items[i].speaker;
        heard[speaker] += shared_ms(&times->lines[i], beg, end);
        if (heard[speaker] > most) {
            most = heard[speaker];
            colour = speaker % VOICE_COLOURS;
        }
    }
    while (i-- > *from)
        heard[reading->lines.items[i].speaker] = 0;
    return colour;
}

static uint32_t speaker_count(const Times *times)
{
    return times->reading->cast->script->speakers.count;
}

static void colour_parts(const Times *times, uint8_t *colours, Arena scratch)
{
    int64_t *heard = ALLOC(&scratch, int64_t, speaker_count(times));
    uint32_t from = 0;
    for (uint32_t i = 0; i < OUTLINE_PARTS; i++)
        colours[i] =
            (uint8_t)colour_between(times, part_ms(times, i), part_ms(times, i + 1), &from, heard);
}

// One path a colour, so that the picture is small.
static void put_bars(FILE *out, const uint8_t *outline, const uint8_t *colours, uint32_t colour)
{
    bool begun = false;
    for (uint32_t i = 0; i < OUTLINE_PARTS; i++) {
        if (colours[i] != colour)
            continue;
        if (!begun && colour == PLAIN)
            fputs("<path class=\"rest\" d=\"", out);
        else if (!begun)
            fprintf(out, "<path class=\"k%u\" d=\"", colour);
        begun = true;
        int half = 1 + outline[i] * (MIDDLE - 2) / 255;
        fprintf(out, "M%u.5 %dv%d", i, MIDDLE - half, 2 * half);
    }
    if (begun)
        fputs("\"/>", out);
}

void put_page_wave(const Page *page, Arena scratch)
{
    FILE *out = page->out;
    const Times *times = page->draft->times;
    uint8_t colours[OUTLINE_PARTS];
    colour_parts(times, colours, scratch);
    Str length = clock_words(times->length_ms, &scratch);
    Str title = fill_label(page->language, PAGE_WAVE, &length, 1, &scratch);
    fputs("<div class=\"wave\" id=\"wave\" dir=\"ltr\">\n<svg role=\"img\"", out);
    html_attribute(out, "aria-label", title);
    fprintf(out, " aria-describedby=\"legend\" viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\">",
            OUTLINE_PARTS, 2 * MIDDLE);
    for (uint32_t colour = 0; colour <= PLAIN; colour++)
        put_bars(out, page->draft->timeline->outline, colours, colour);
    fprintf(out,
            "</svg>\n<input type=\"range\" id=\"seek\" min=\"0\" max=\"%lld\" value=\"0\" "
            "data-live hidden",
            (long long)(times->length_ms / 1000));
    put_label_attribute(page, "aria-label", PAGE_SEEK);
    fputs(">\n</div>\n", out);
}

// --- The legend ---

static int64_t *hear_speakers(const Times *times, Arena *arena)
{
    int64_t *heard = ALLOC(arena, int64_t, speaker_count(times));
    for (uint32_t i = 0; i < times->reading->lines.count; i++)
        if (times->lines[i].count)
            heard[times->reading->lines.items[i].speaker] +=
                times->lines[i].end_ms - times->lines[i].start_ms;
    return heard;
}

// Those who are heard longest.
typedef struct {
    uint32_t items[LEGEND_MAX];
    uint32_t count;
} Shown;

static void add_shown(Shown *shown, const int64_t *heard, uint32_t speaker)
{
    uint32_t at = shown->count;
    while (at > 0 && heard[shown->items[at - 1]] < heard[speaker])
        at--;
    if (heard[speaker] == 0 || at == LEGEND_MAX)
        return;
    uint32_t kept = shown->count < LEGEND_MAX ? shown->count++ : LEGEND_MAX - 1;
    memmove(shown->items + at + 1, shown->items + at, (kept - at) * sizeof *shown->items);
    shown->items[at] = speaker;
}

static bool is_shown(const Shown *shown, uint32_t speaker)
{
    for (uint32_t i = 0; i < shown->count; i++)
        if (shown->items[i] == speaker)
            return true;
    return false;
}

static void put_key(const Page *page, uint32_t speaker, int64_t heard_ms, Arena scratch)
{
    Str name = shown_name(page->draft->times->reading->cast, speaker, page->language);
    fprintf(page->out, "<li class=\"k%u\"><strong>", speaker % VOICE_COLOURS);
    html_text(page->out, clean_text(name, &scratch));
    fputs("</strong> ", page->out);
    html_clock(page->out, heard_ms + 500);
    fputs("</li>\n", page->out);
}

static void put_others(const Page *page, uint32_t count, Arena scratch)
{
    Str number = str_format(&scratch, "%u", count);
    fputs("<li><a href=\"#voices\">", page->out);
    put_filled(page, PAGE_OTHER_VOICES, &number, 1, scratch);
    fputs("</a></li>\n", page->out);
}

// In the order in which they come up.
void put_page_legend(const Page *page, Arena scratch)
{
    const Times *times = page->draft->times;
    const int64_t *heard = hear_speakers(times, &scratch);
    uint32_t count = speaker_count(times), others = 0;
    Shown shown = {0};
    for (uint32_t i = 0; i < count; i++)
        add_shown(&shown, heard, i);
    fputs("<div role=\"group\"", page->out);
    put_label_attribute(page, "aria-label", PAGE_LEGEND);
    fputs(">\n<ul class=\"legend\" id=\"legend\">\n", page->out);
    for (uint32_t i = 0; i < count; i++) {
        bool key = is_shown(&shown, i);
        if (key)
            put_key(page, i, heard[i], scratch);
        others += !key && heard[i] > 0;
    }
    if (others)
        put_others(page, others, scratch);
    fputs("</ul>\n</div>\n", page->out);
}
