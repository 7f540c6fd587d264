#include "publish/radio/cue_sheet.h"

static void put_line(Buf *b, const char *name, Str text)
{
    if (text.len)
        buf_format(b, "%s: %.*s\n", name, STR_ARG(text));
}

// "3:30.500"
static Str clock_of(int64_t frame, Arena *arena)
{
    int64_t ms = frame_ms(frame);
    return str_format(arena, "%d:%02d.%03d", (int)(ms / 60000), (int)(ms / 1000 % 60),
                      (int)(ms % 1000));
}

static void put_airing(Buf *b, const Broadcast *c)
{
    if (c->limited)
        buf_format(b, "May be aired: %.*s %.*s to %.*s %.*s\n", STR_ARG(c->start_date),
                   STR_ARG(c->start_time), STR_ARG(c->end_date), STR_ARG(c->end_time));
}

Str write_cue_sheet(const Broadcast *c, Str sound, const Loudness *loudness, Arena *arena)
{
    const EpisodeInfo *info = c->info;
    Buf b = new_buf(arena);
    put_line(&b, "File", sound);
    put_line(&b, "Title", info->title);
    put_line(&b, "By", is_credited(info) ? info->artist : (Str){0});
    put_line(&b, "Publisher", info->publisher);
    put_line(&b, "Date", info->date);
    put_line(&b, "Cut", c->cut_id);
    put_line(&b, "Length", clock_of(c->frame_count, arena));
    put_line(&b, "First word at", clock_of(c->marks.intro_end, arena));
    put_line(&b, "Last word ends at", clock_of(c->marks.segue_start, arena));
    put_line(&b, "Last words", c->outcue);
    buf_format(&b, "Level: %.1f LUFS, peaks at %.1f dBTP\n", loudness->integrated_lufs,
               loudness->true_peak_dbtp);
    put_airing(&b, c);
    put_line(&b, "Statement", info->comment);
    put_line(&b, "Kind of source", info->source_type);
    put_line(&b, "Rights", info->copyright);
    return buf_str(&b);
}
