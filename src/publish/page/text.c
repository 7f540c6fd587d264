#include "publish/page/text.h"

#include "publish/book/blocks.h"
#include "publish/html.h"
#include "publish/page/page.h"

static int heading_level(void *context, uint32_t line)
{
    const Times *times = context;
    const Block *block = block_of_line(times->reading, line);
    return block && block->kind == BLOCK_HEADING ? 3 : 0; // below "Transcript"
}

static void put_words(FILE *out, const Times *times, const TimedLine *line)
{
    for (uint32_t w = line->first; w < line->first + line->count; w++) {
        const TimedWord *word = &times->words.items[w];
        if (w > line->first)
            putc(' ', out);
        fputs("<span data-t=\"", out);
        html_seconds(out, word->start_ms);
        fputs("\">", out);
        html_text(out, word->text);
        fputs("</span>", out);
    }
}

static void put_line(void *context, FILE *out, uint32_t index, Str speaker, Arena scratch)
{
    (void)scratch;
    const Times *times = context;
    const TimedLine *line = &times->lines[index];
    fprintf(out, "<span class=\"s\" id=\"l%u\" data-s=\"", index);
    html_seconds(out, line->start_ms);
    fputs("\" data-e=\"", out);
    html_seconds(out, line->end_ms);
    uint32_t voice = times->reading->lines.items[index].speaker;
    if (voice)
        fprintf(out, "\" data-v=\"%u", voice);
    fputs("\">", out);
    if (speaker.len) {
        fprintf(out, "<span class=\"who k%u\">", voice % VOICE_COLOURS);
        html_text(out, speaker);
        fputs(":</span> ", out);
    }
    Str language = times->reading->lines.items[index].language;
    if (language.len)
        html_open_language(out, language, false);
    put_words(out, times, line);
    fputs(language.len ? "</span></span>" : "</span>", out);
}

void put_page_text(FILE *out, const Times *times, Arena scratch)
{
    Blocks form = {.times = times,
                   .end = times->reading->lines.count,
                   .level = heading_level,
                   .put_line = put_line,
                   .context = (void *)(uintptr_t)times};
    put_blocks(out, &form, scratch);
}
