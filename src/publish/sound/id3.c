// ID3v2.3.0 (id3.org, 1999) and its Chapter Frame Addendum 1.0 (2005).
#include "publish/sound/id3.h"

#include "base/utf8.h"

enum { LATIN_1 = 0, UTF_16 = 1, FRONT_COVER = 3, TOP_LEVEL = 2, ORDERED = 1 };

static void add_u32(Buf *b, uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        buf_char(b, (char)(value >> shift & 0xFF));
}

// Begins a frame and gives the place of its size, which end_frame fills in.
static size_t begin_frame(Buf *b, const char *id)
{
    buf_add(b, str_from(id));
    size_t at = b->len;
    add_u32(b, 0);
    buf_add(b, (Str){"\0", 2}); // flags
    return at;
}

static void end_frame(Buf *b, size_t at)
{
    size_t size = b->len - at - 6;
    for (size_t i = 0; i < 4; i++)
        b->data[at + i] = (char)(size >> (24 - 8 * i) & 0xFF);
}

static void add_unit(Buf *b, uint32_t unit)
{
    buf_char(b, (char)(unit & 0xFF));
    buf_char(b, (char)(unit >> 8));
}

static void add_utf16(Buf *b, Str s)
{
    add_unit(b, 0xFEFF);
    for (size_t i = 0; i < s.len;) {
        Char c = utf8_at(s, i);
        if (c.code > 0xFFFF) {
            add_unit(b, 0xD800 + ((c.code - 0x10000) >> 10));
            add_unit(b, 0xDC00 + (c.code & 0x3FF));
        } else {
            add_unit(b, c.code);
        }
        i += c.len;
    }
}

static void add_text(Buf *b, int encoding, Str s)
{
    if (encoding == LATIN_1)
        buf_add(b, s);
    else
        add_utf16(b, s);
}

static void add_terminator(Buf *b, int encoding)
{
    buf_add(b, (Str){"\0", encoding == LATIN_1 ? 1 : 2});
}

static void add_text_frame(Buf *b, const char *id, Str text)
{
    if (text.len == 0)
        return;
    int encoding = str_is_ascii(text) ? LATIN_1 : UTF_16;
    size_t at = begin_frame(b, id);
    buf_char(b, (char)encoding);
    add_text(b, encoding, text);
    end_frame(b, at);
}

// TXXX, and with a language COMM.
static void add_described(Buf *b, const char *id, const char *language, Str name, Str text)
{
    if (text.len == 0)
        return;
    int encoding = str_is_ascii(text) && str_is_ascii(name) ? LATIN_1 : UTF_16;
    size_t at = begin_frame(b, id);
    buf_char(b, (char)encoding);
    if (language)
        buf_add(b, (Str){language, 3});
    add_text(b, encoding, name);
    add_terminator(b, encoding);
    add_text(b, encoding, text);
    end_frame(b, at);
}

// Version 2.3 keeps day and month apart from the year: "3101" is the 31st of January.
static void add_date(Buf *b, const EpisodeInfo *info)
{
    add_text_frame(b, "TYER", info->year);
    if (info->date.len < 10)
        return;
    const char *d = info->date.data;
    char day_month[4] = {d[8], d[9], d[5], d[6]};
    add_text_frame(b, "TDAT", (Str){day_month, sizeof day_month});
}

static void add_url(Buf *b, Str url)
{
    if (url.len == 0)
        return;
    size_t at = begin_frame(b, "WOAF");
    buf_add(b, url);
    end_frame(b, at);
}

static void add_picture(Buf *b, const Cover *cover)
{
    if (cover->bytes.len == 0)
        return;
    size_t at = begin_frame(b, "APIC");
    buf_char(b, LATIN_1);
    buf_add(b, str_from(cover->mime));
    add_terminator(b, LATIN_1);
    buf_char(b, FRONT_COVER);
    buf_add(b, STR("Cover"));
    add_terminator(b, LATIN_1);
    buf_add(b, cover->bytes);
    end_frame(b, at);
}

static void add_element_id(Buf *b, uint32_t chapter)
{
    buf_format(b, "ch%u", chapter + 1);
    add_terminator(b, LATIN_1);
}

static void add_contents(Buf *b, const EpisodeInfo *info)
{
    if (info->chapters.count == 0)
        return;
    size_t at = begin_frame(b, "CTOC");
    buf_add(b, STR("toc"));
    add_terminator(b, LATIN_1);
    buf_char(b, TOP_LEVEL | ORDERED);
    buf_char(b, (char)info->chapters.count);
    for (uint32_t i = 0; i < info->chapters.count; i++)
        add_element_id(b, i);
    end_frame(b, at);
}

static void add_chapter(Buf *b, const EpisodeInfo *info, uint32_t i)
{
    const Chapter *chapter = &info->chapters.items[i];
    bool last = i + 1 == info->chapters.count;
    size_t at = begin_frame(b, "CHAP");
    add_element_id(b, i);
    add_u32(b, (uint32_t)chapter->start_ms);
    add_u32(b, (uint32_t)(last ? info->length_ms : chapter[1].start_ms));
    add_u32(b, UINT32_MAX); // places in bytes are not given: times count
    add_u32(b, UINT32_MAX);
    add_text_frame(b, "TIT2", chapter->title);
    end_frame(b, at);
}

// A tag's own size has seven bits a byte, so that no byte looks like sound.
static void add_header(Buf *out, size_t size)
{
    buf_add(out, (Str){"ID3\3\0\0", 6});
    for (int shift = 21; shift >= 0; shift -= 7)
        buf_char(out, (char)(size >> shift & 0x7F));
}

Str id3_tag(const EpisodeInfo *info, Arena *arena)
{
    Buf b = new_buf(arena);
    buf_reserve(&b, info->cover.bytes.len + (1 << 16));
    add_header(&b, 0);
    add_text_frame(&b, "TIT2", info->title);
    add_text_frame(&b, "TPE1", info->artist);
    add_text_frame(&b, "TALB", info->album);
    add_text_frame(&b, "TRCK", info->track);
    add_text_frame(&b, "TPUB", info->publisher);
    add_text_frame(&b, "TCOP", info->copyright);
    add_text_frame(&b, "TCON", STR("Podcast"));
    add_text_frame(&b, "TLAN", (Str){info->iso_639, 3});
    add_date(&b, info);
    add_described(&b, "COMM", info->iso_639, (Str){0}, tag_lines(info->comment, arena));
    add_described(&b, "TXXX", NULL, STR("disclosure"), info->disclosure);
    add_described(&b, "TXXX", NULL, STR("digitalSourceType"), info->source_type);
    add_url(&b, info->url);
    add_contents(&b, info);
    for (uint32_t i = 0; i < info->chapters.count; i++)
        add_chapter(&b, info, i);
    add_picture(&b, &info->cover);
    Buf header = new_buf(arena);
    add_header(&header, b.len - 10);
    memcpy(b.data, header.data, 10);
    return buf_str(&b);
}
