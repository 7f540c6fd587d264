#include "publish/sound/riff.h"

#include "publish/ascii.h"
#include "publish/sound/encode.h"

enum { TEXT_MAX = 4096 };

static const uint64_t LARGEST = 0xFFFFFFFF;

int64_t pcm_size(const PcmFormat *format)
{
    return format->frame_count * format->channel_count * format->sample_bytes;
}

void riff_chunk(Buf *b, const char *name, Str content)
{
    buf_add(b, (Str){name, 4});
    buf_number(b, 4, content.len);
    buf_add(b, content);
    if (content.len % 2)
        buf_char(b, '\0');
}

void riff_text(Buf *b, const char *name, Str text, Arena *arena)
{
    Str ascii = station_ascii(str_slice(text, 0, TEXT_MAX), arena);
    Buf ended = new_buf(arena);
    buf_add(&ended, ascii);
    buf_char(&ended, '\0');
    if (ascii.len)
        riff_chunk(b, name, buf_str(&ended));
}

void riff_info(Buf *b, const EpisodeInfo *info, const char *genre, Arena *arena)
{
    Buf list = new_buf(arena);
    buf_add(&list, STR("INFO"));
    riff_text(&list, "INAM", info->title, arena);
    riff_text(&list, "IART", info->artist, arena);
    riff_text(&list, "IPRD", info->album, arena);
    riff_text(&list, "ICRD", info->date, arena);
    riff_text(&list, "ICOP", info->copyright, arena);
    riff_text(&list, "IGNR", str_from(genre), arena);
    riff_text(&list, "ICMT", full_comment(info, arena), arena);
    riff_chunk(b, "LIST", buf_str(&list));
}

static void put_format(Buf *b, const PcmFormat *format, Arena *arena)
{
    Buf content = new_buf(arena);
    uint64_t frame = (uint64_t)format->channel_count * (uint64_t)format->sample_bytes;
    buf_number(&content, 2, 1); // PCM
    buf_number(&content, 2, (uint64_t)format->channel_count);
    buf_number(&content, 4, (uint64_t)format->rate_hz);
    buf_number(&content, 4, (uint64_t)format->rate_hz * frame);
    buf_number(&content, 2, frame);
    buf_number(&content, 2, 8 * (uint64_t)format->sample_bytes);
    riff_chunk(b, "fmt ", buf_str(&content));
}

static void put_sizes(Buf *b, uint64_t riff, const PcmFormat *format, Arena *arena)
{
    Buf content = new_buf(arena);
    buf_number(&content, 8, riff);
    buf_number(&content, 8, (uint64_t)pcm_size(format));
    buf_number(&content, 8, (uint64_t)format->frame_count);
    buf_number(&content, 4, 0); // no other sizes
    riff_chunk(b, "ds64", buf_str(&content));
}

Str riff_front(const PcmFormat *format, Str chunks, Arena *arena)
{
    enum { NAME = 4, FORMAT = 8 + 16, DATA = 8, SIZES = 8 + 28 };
    uint64_t data = (uint64_t)pcm_size(format);
    uint64_t riff = NAME + FORMAT + chunks.len + DATA + data + data % 2;
    bool large = riff > LARGEST;
    Buf b = new_buf(arena);
    buf_add(&b, large ? STR("RF64") : STR("RIFF"));
    buf_number(&b, 4, large ? LARGEST : riff);
    buf_add(&b, STR("WAVE"));
    if (large)
        put_sizes(&b, riff + SIZES, format, arena);
    put_format(&b, format, arena);
    buf_add(&b, chunks);
    buf_add(&b, STR("data"));
    buf_number(&b, 4, large ? LARGEST : data);
    return buf_str(&b);
}
